import { z } from 'zod'
import { eventLog } from '#core/memory/index.ts'
import { personNames } from '#core/organisations/index.ts'
import type { Ctx } from '#platform/context.ts'
import { Reply } from '#platform/http/reply.ts'
import { type Again, blank, get, post } from '#platform/http/route.ts'
import { refuse } from '#platform/result.ts'
import {
  closeTemplate,
  discardDraft,
  type Edit,
  editsOf,
  editTemplate,
  faultsOf,
  letterTemplates,
  MANAGE_LETTERS,
  makeTemplate,
  NewTemplate,
  previewPdf,
  publishTemplate,
  takeBack,
  templateById,
  templateEvents,
  versionsOf,
} from '#services/letters/index.ts'
import { BlockPage } from './block.view.tsx'
import { BlockForm, blockEdit, NewBlock, OnlyEdits, SettingsForm, settingsEdit } from './forms.rules.ts'
import { ONE, PATH } from './paths.ts'
import { TemplatePage } from './template.view.tsx'
import { NewTemplatePage, TemplatesPage } from './templates.view.tsx'

const common = { may: MANAGE_LETTERS, audience: 'staff' } as const
const At = z.object({ id: z.uuid() })
const AtBlock = z.object({ id: z.uuid(), at: z.coerce.number().int().min(0).max(100) })
const AtVersion = z.object({ id: z.uuid(), version: z.coerce.number().int().min(1).max(100_000) })
const Preview = z.object({
  sprache: z.enum(['de', 'en']).catch('de').default('de'),
  fassung: z.coerce.number().int().min(1).optional().catch(undefined),
})
const BLOCK = `${ONE}/bloecke/:at{[0-9]+}`
const to = (id: string, text = 'deskLetters.saved', at = '') => ({ to: `${PATH}/${id}${at}`, flash: { kind: 'success' as const, text } })

/** A small step on a block that is one button. */
const step = (path: string, edit: (at: number) => Edit) =>
  post(`${BLOCK}/${path}`, {
    ...common,
    params: AtBlock,
    form: OnlyEdits,
    run: (ctx, { id, at, edits }) => editTemplate(ctx, { id, edits, edit: edit(at) }),
    done: (_, __, { id }) => to(id),
    again: (ctx, form, { id }) => onePage(ctx, id, form),
  })

export const templateRoutes = [
  get(PATH, {
    ...common,
    summary: 'The kinds of letters of the town',
    show: async (ctx) => <TemplatesPage templates={await letterTemplates(ctx)} />,
  }),
  get(`${PATH}/neu`, { ...common, show: () => <NewTemplatePage form={blank} /> }),
  post(PATH, {
    ...common,
    form: NewTemplate,
    run: (ctx, input) => makeTemplate(ctx, input),
    done: ({ id }) => to(id),
    again: (_, form) => <NewTemplatePage form={form} />,
  }),
  get(ONE, { ...common, params: At, show: (ctx, { params }) => onePage(ctx, params.id, undefined) }),
  get(`${ONE}/vorschau.pdf`, {
    ...common,
    summary: 'How a letter looks, with made-up facts',
    params: At,
    query: Preview,
    limit: [{ points: 300, seconds: 600, per: 'account' }],
    show: async (ctx, { params, query: { sprache, fassung } }) => {
      const versions = await versionsOf(ctx, params.id)
      const shown = fassung === undefined ? versions[0] : versions.find(({ version }) => version === fassung)
      if (!shown) return undefined
      const made = await previewPdf(ctx, shown.content, sprache)
      if (!made.ok) return await onePage(ctx, params.id, { ...blank, refusal: made.refusal })
      return new Reply(made.value, 200, {
        'content-type': 'application/pdf',
        'content-disposition': 'inline; filename="vorschau.pdf"',
        'cache-control': 'private, no-store',
      })
    },
  }),
  post(`${ONE}/einstellungen`, {
    ...common,
    params: At,
    form: SettingsForm,
    run: (ctx, { id, edits, ...input }) => editTemplate(ctx, { id, edits, edit: settingsEdit(input) }),
    done: (_, __, { id }) => to(id),
    again: (ctx, form, { id }) => onePage(ctx, id, form),
  }),
  post(`${ONE}/bloecke`, {
    ...common,
    params: At,
    form: NewBlock,
    run: (ctx, { id, edits, kind }) => editTemplate(ctx, { id, edits, edit: { do: 'add', block: { kind, de: '', en: '' } } }),
    done: ({ content }, _, { id }) => `${PATH}/${id}/bloecke/${content.blocks.length - 1}`,
    again: (ctx, form, { id }) => onePage(ctx, id, form),
  }),
  get(BLOCK, { ...common, params: AtBlock, show: (ctx, { params }) => blockPage(ctx, params, undefined) }),
  post(BLOCK, {
    ...common,
    params: AtBlock,
    form: BlockForm,
    bodyLimit: 128 * 1024,
    run: async (ctx, { id, at, ...input }) => {
      const [newest] = await versionsOf(ctx, id)
      return newest ? await editTemplate(ctx, { id, edits: input.edits, edit: blockEdit(input, at, newest) }) : refuse('unknown')
    },
    done: (_, __, { id, at }) => to(id, 'deskLetters.saved', `#block-${at + 1}`),
    again: (ctx, form, at) => blockPage(ctx, at, form),
  }),
  step('hoch', (at) => ({ do: 'move', at, by: -1 })),
  step('runter', (at) => ({ do: 'move', at, by: 1 })),
  step('weg', (at) => ({ do: 'remove', at })),
  post(`${ONE}/veroeffentlichung`, {
    ...common,
    params: At,
    form: OnlyEdits,
    run: publishTemplate,
    done: (_, __, { id }) => to(id, 'deskLetters.isPublished'),
    again: (ctx, form, { id }) => onePage(ctx, id, form),
  }),
  post(`${ONE}/verwerfen`, {
    ...common,
    params: At,
    form: OnlyEdits,
    run: discardDraft,
    done: (_, __, { id }) => to(id, 'deskLetters.discarded'),
    again: (ctx, form, { id }) => onePage(ctx, id, form),
  }),
  post(`${ONE}/fassungen/:version{[0-9]+}`, {
    ...common,
    params: AtVersion,
    form: OnlyEdits,
    run: takeBack,
    done: (_, __, { id }) => to(id, 'deskLetters.takenBack'),
    again: (ctx, form, { id }) => onePage(ctx, id, form),
  }),
  post(`${ONE}/auswahl`, {
    ...common,
    params: At,
    form: z.object({ offen: z.literal('ja').optional() }),
    run: (ctx, { id, offen }) => closeTemplate(ctx, { id, open: offen === 'ja' }),
    done: (_, __, { id }) => to(id),
    again: (ctx, form, { id }) => onePage(ctx, id, form),
  }),
]

async function onePage(ctx: Ctx, id: string, form: Again | undefined) {
  const template = await templateById(ctx, id)
  const versions = template ? await versionsOf(ctx, id) : []
  const [newest] = versions
  if (!template || !newest) return undefined
  const kinds = Object.values(templateEvents).map(({ kind }) => kind)
  const history = await eventLog(ctx, kinds, { about: { type: 'letterTemplate', id } }, 30)
  const names = await personNames(
    ctx,
    history.flatMap(({ actorPersonId }) => actorPersonId ?? []),
  )
  const { subject } = newest.content
  const input = { subjectDe: subject.de, subjectEn: subject.en, ...form?.input }
  return (
    <TemplatePage
      {...{ template, versions, newest, history, names }}
      edits={editsOf(newest)}
      faults={faultsOf(newest.content)}
      form={{ errors: form?.errors ?? {}, refusal: form?.refusal, input }}
    />
  )
}

async function blockPage(ctx: Ctx, { id, at }: { id: string; at: number }, form: Again | undefined) {
  const template = await templateById(ctx, id)
  const [newest] = template ? await versionsOf(ctx, id) : []
  const block = newest?.content.blocks[at]
  if (!template || !newest || !block) return undefined
  const { de, en, when } = block
  const input = { de, en, whenName: when?.name, whenIs: when?.is, whenValue: when?.value }
  return <BlockPage {...{ template, block, at }} edits={editsOf(newest)} form={form ?? { input, errors: {} }} />
}
