import { z } from 'zod'
import { dayIn } from '#platform/calendar/day.ts'
import type { Ctx } from '#platform/context.ts'
import { json } from '#platform/http/reply.ts'
import { type Again, blank, get, post } from '#platform/http/route.ts'
import { ok, refuse } from '#platform/result.ts'
import {
  beginForm,
  changeForm,
  type FormAtWork,
  type FormEdit,
  formsToCopy,
  formToCopy,
  keyOfForm,
  replayOf,
  restoreForm,
  retireFormOf,
  undoFormChange,
} from '#services/builder/index.ts'
import { canPublish, evaluate, FormDefinition, findingWords, jsonSchemaOf } from '#services/forms/index.ts'
import { atFields } from '../administration/index.ts'
import { publicationFor, publicationRoutes } from '../publication/index.ts'
import { registerServiceTab, sentFields } from '../services/index.ts'
import { atWork, serviceFrame } from './form.read.ts'
import { spotFrom } from './item.rules.ts'
import { OutlinePage } from './outline.view.tsx'
import { NewItem, NewPage, OnlyRevision, Placing, SettingsForm, settingsEdit, settingsInput } from './parts.rules.ts'
import { BeginPage, SettingsPage } from './parts.view.tsx'
import { formPath, ONE } from './paths.ts'
import { ReviewPage } from './review.view.tsx'
import { answersOfRun } from './run.rules.ts'
import { RunPage } from './run.view.tsx'

export const WRITE = 'definition.write'
export const PUBLISH = 'definition.publish'
registerServiceTab({ key: 'form', text: 'builder.tab', path: '/formular', may: WRITE, order: 20 })

export const common = { may: WRITE, audience: 'staff' } as const
const At = z.object({ id: z.uuid() })
export const to = (id: string, text: string, rest = '') => ({ to: formPath(id) + rest, flash: { kind: 'success' as const, text } })

/** What came back is shown by the names of its fields. */
export const shown = (form: Again | undefined, input: Record<string, unknown>) =>
  form ? { input: sentFields(form.input), errors: atFields(form.errors), refusal: form.refusal } : { input, errors: {} }

export const formRoutes = [
  get(ONE, {
    ...common,
    summary: 'The form of a service, to write it',
    params: At,
    show: (ctx, { params }) => outlinePage(ctx, params.id, undefined),
  }),
  post(`${ONE}/anfang`, {
    ...common,
    params: At,
    form: z.object({ copy: z.string().max(60).optional() }),
    run: async (ctx, { id, copy }) => {
      const from = copy === undefined ? undefined : await formToCopy(ctx, copy)
      return copy !== undefined && !from ? refuse('unknown', { field: 'copy' }) : await beginForm(ctx, { id, from })
    },
    done: (_, __, { id }) => to(id, 'builder.begun'),
    again: (ctx, form, { id }) => outlinePage(ctx, id, form),
  }),
  get(`${ONE}/einstellungen`, { ...common, params: At, show: (ctx, { params }) => settingsPage(ctx, params.id, undefined) }),
  post(`${ONE}/einstellungen`, {
    ...common,
    params: At,
    form: SettingsForm,
    run: (ctx, { id, revision, ...input }) => changeForm(ctx, { id, revision }, () => ok(settingsEdit({ revision, ...input }))),
    done: (_, __, { id }) => to(id, 'builder.saved'),
    again: (ctx, form, { id }) => settingsPage(ctx, id, form),
  }),
  post(`${ONE}/seiten`, {
    ...common,
    params: At,
    form: NewPage,
    run: (ctx, { id, revision, titleDe, titleEn }) =>
      changeForm(ctx, { id, revision }, () => ok<FormEdit>({ do: 'addPage', title: { de: titleDe, en: titleEn } })),
    done: ({ added }, _, { id }) => to(id, 'builder.saved', `#seite-${added}`),
    again: (ctx, form, { id }) => outlinePage(ctx, id, form),
  }),
  post(`${ONE}/felder`, {
    ...common,
    params: At,
    form: NewItem,
    run: (ctx, { id, revision, home, kind, labelDe, labelEn }) =>
      changeForm(ctx, { id, revision }, () =>
        ok<FormEdit>({ do: 'addItem', at: spotFrom(home), kind, label: { de: labelDe, en: labelEn } }),
      ),
    done: ({ added }, _, { id }) => to(id, 'builder.item.added', `/felder/${added}`),
    again: (ctx, form, { id }) => outlinePage(ctx, id, form),
  }),
  post(`${ONE}/felder/platz`, {
    ...common,
    params: At,
    form: Placing,
    run: (ctx, { id, revision, key, home, before }) =>
      changeForm(ctx, { id, revision }, () => ok<FormEdit>({ do: 'placeItem', key, at: { ...spotFrom(home), before } })),
    done: (_, __, { id, key }) => to(id, 'builder.moved', `#feld-${key}`),
    again: (ctx, form, { id }) => outlinePage(ctx, id, form),
  }),
  post(`${ONE}/zurueck`, {
    ...common,
    params: At,
    form: OnlyRevision,
    run: undoFormChange,
    done: (_, __, { id }) => to(id, 'builder.undone'),
    again: (ctx, form, { id }) => outlinePage(ctx, id, form),
  }),
  post(`${ONE}/regeln/:n{[0-9]+}/weg`, {
    ...common,
    params: At.extend({ n: z.coerce.number().int().min(0).max(500) }),
    form: OnlyRevision,
    run: (ctx, { id, revision, n }) => changeForm(ctx, { id, revision }, () => ok<FormEdit>({ do: 'dropRule', at: n })),
    done: (_, __, { id }) => to(id, 'builder.saved'),
    again: (ctx, form, { id }) => outlinePage(ctx, id, form),
  }),
  get(`${ONE}/pruefung`, { ...common, params: At, show: (ctx, { params }) => reviewPage(ctx, params.id, undefined) }),
  ...publicationRoutes({
    kind: 'form',
    path: ONE,
    params: At,
    keyOf: (ctx, { id }: { id: string }) => keyOfForm(ctx, id),
    to: ({ id }: { id: string }) => `${formPath(id)}/pruefung`,
    page: (ctx, { id }: { id: string }, form) => reviewPage(ctx, id, form),
  }),
  post(`${ONE}/ruecknahme`, {
    ...common,
    may: PUBLISH,
    params: At,
    form: z.object({}),
    run: retireFormOf,
    done: (_, __, { id }) => to(id, 'builder.retired', '/pruefung'),
    again: (ctx, form, { id }) => reviewPage(ctx, id, form),
  }),
  post(`${ONE}/fassungen/:number{[0-9]+}/entwurf`, {
    ...common,
    params: At.extend({ number: z.coerce.number().int().min(1).max(100_000) }),
    form: OnlyRevision,
    run: restoreForm,
    done: (_, __, { id }) => to(id, 'builder.restored'),
    again: (ctx, form, { id }) => reviewPage(ctx, id, form),
  }),
  get(`${ONE}/probe`, {
    ...common,
    summary: 'A test run of the draft, kept nowhere',
    params: At,
    show: async (ctx, { params, url }) => {
      const at = await atWork(ctx, params.id)
      if (!at) return undefined
      const { answers, sent } = answersOfRun(at.work.form, url.searchParams)
      const evaluation = evaluate(at.work.form, answers, { today: dayIn(ctx.now(), ctx.town.timeZone) })
      return <RunPage at={at} evaluation={evaluation} sent={sent} tried={url.searchParams.has('los')} />
    },
  }),
  get(`${ONE}/schema.json`, {
    ...common,
    summary: 'The draft of a form as JSON Schema',
    params: At,
    show: async (ctx, { params }) => {
      const at = await atWork(ctx, params.id)
      return at && json(jsonSchemaOf(at.work.form, ctx.locale))
    },
  }),
]

async function outlinePage(ctx: Ctx, id: string, form: Again | undefined) {
  const at = await atWork(ctx, id)
  if (at) return <OutlinePage at={at} form={shown(form, {})} />
  const frame = await serviceFrame(ctx, id)
  return frame && <BeginPage frame={frame} forms={await formsToCopy(ctx)} form={form ?? blank} />
}

async function settingsPage(ctx: Ctx, id: string, form: Again | undefined) {
  const at = await atWork(ctx, id)
  return at && <SettingsPage at={at} form={shown(form, settingsInput(at.work.form))} />
}

async function reviewPage(ctx: Ctx, id: string, form: Again | undefined) {
  const at = await atWork(ctx, id)
  if (!at) return undefined
  const { work, names } = at
  const publication = publicationFor(ctx, work, {
    path: formPath(id),
    ready: canPublish(work.findings) && !(work.inForce && work.changes.length === 0),
    failedWords: failedWords(ctx, work),
    names,
    form: form ?? blank,
  })
  return <ReviewPage at={at} publication={publication} {...(await replayOf(ctx, work))} />
}

/** What is wrong with the version that could not go live: where, and what. */
function failedWords(ctx: Ctx, { ahead, failedFindings }: FormAtWork): string[] {
  const failed = FormDefinition.safeParse(ahead.failed?.content).data
  return failed
    ? failedFindings.map((finding) => {
        const { where, what } = findingWords(failed, finding, ctx.locale)
        return `${where}: ${what}`
      })
    : []
}
