import { z } from 'zod'
import { defineEvent, record } from '#core/memory/index.ts'
import { type Ctx, may } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { MANAGE_LETTERS } from '../letters.permission.ts'
import { faultsOf, LetterContent } from './content.rules.ts'
import { type Edit, edited } from './edit.rules.ts'
import {
  changeTemplateRow,
  deleteDraft,
  insertTemplate,
  type LetterTemplate,
  publishVersion,
  putDraft,
  type TemplateVersion,
  templateById,
  templateVersion,
  versionsOf,
} from './template.sql.ts'

const data = z.object({ key: z.string(), version: z.number().int().optional() })
const event = (kind: string) => defineEvent({ kind: `letterTemplate.${kind}`, audience: 'internal', data })
export const templateEvents = {
  made: event('made'),
  changed: event('changed'),
  published: event('published'),
  discarded: event('discarded'),
  closed: event('closed'),
  opened: event('opened'),
} as const

export const NewTemplate = z.object({
  name: z.string().trim().min(2).max(120),
  key: z
    .string()
    .trim()
    .regex(/^[a-z][a-z0-9-]{1,59}$/, 'letters.key.wrong'),
})
export type NewTemplate = z.output<typeof NewTemplate>

type Refused = 'notAllowed' | 'unknown'

/** A new kind of letter, with a draft to write. Refuses a key that is taken. */
export async function makeTemplate(
  ctx: Ctx,
  { name, key }: NewTemplate,
  content?: z.input<typeof LetterContent>,
): Promise<Result<LetterTemplate, 'notAllowed' | 'letterKeyTaken'>> {
  if (!may(ctx, MANAGE_LETTERS)) return refuse('notAllowed')
  const id = newId(ctx.now().getTime())
  if (!(await insertTemplate(ctx, { id, key, name }))) return refuse('letterKeyTaken', { field: 'key' })
  await putDraft(ctx, id, 1, LetterContent.parse(content ?? { subject: { de: name }, blocks: [] }))
  await told(ctx, templateEvents.made, { id, key }, 1)
  return ok({ id, key, name, closedAt: undefined })
}

/**
 * Changes the draft; where there is none one is begun from the newest version. `edits` is what the form was made from: `changedSince`
 * if somebody changed the draft meanwhile.
 */
export async function editTemplate(
  ctx: Ctx,
  { id, edits, edit }: { id: string; edits?: number | undefined; edit: Edit },
): Promise<Result<TemplateVersion, Refused | 'changedSince' | 'noSuchBlock'>> {
  const held = await hold(ctx, id)
  if (!held.ok) return held
  const { template, newest } = held.value
  if (edits !== undefined && edits !== editsOf(newest)) return refuse('changedSince')
  const content = edited(newest.content, edit)
  if (!content) return refuse('noSuchBlock')
  const version = newest.state === 'draft' ? newest.version : newest.version + 1
  await putDraft(ctx, id, version, content)
  await told(ctx, templateEvents.changed, template, version)
  return ok((await templateVersion(ctx, id, version))!)
}

/** Letters are written with the draft from now on. Refuses a draft with a fault and names the first one. */
export async function publishTemplate(
  ctx: Ctx,
  { id, edits }: { id: string; edits?: number | undefined },
): Promise<Result<TemplateVersion, Refused | 'nothingToPublish' | 'changedSince' | 'letterFaulty'>> {
  const held = await hold(ctx, id)
  if (!held.ok) return held
  const { template, newest } = held.value
  if (newest.state !== 'draft') return refuse('nothingToPublish')
  if (edits !== undefined && edits !== newest.edits) return refuse('changedSince')
  const faults = faultsOf(newest.content)
  if (faults.length > 0) return refuse('letterFaulty', { facts: { count: faults.length } })
  await publishVersion(ctx, id, newest.version)
  await told(ctx, templateEvents.published, template, newest.version)
  return ok((await templateVersion(ctx, id, newest.version))!)
}

/** The draft goes; the version in use stays. A kind of letter that was never published keeps its draft. */
export async function discardDraft(
  ctx: Ctx,
  { id, edits }: { id: string; edits?: number | undefined },
): Promise<Result<null, Refused | 'nothingToDiscard' | 'changedSince'>> {
  const held = await hold(ctx, id)
  if (!held.ok) return held
  const { template, newest } = held.value
  if (newest.state !== 'draft' || newest.version === 1) return refuse('nothingToDiscard')
  if (edits !== undefined && edits !== newest.edits) return refuse('changedSince')
  await deleteDraft(ctx, id, newest.version)
  await told(ctx, templateEvents.discarded, template, newest.version)
  return ok(null)
}

/** Begins a draft with the words of an earlier version, in place of a draft that is there. */
export async function takeBack(
  ctx: Ctx,
  { id, version, edits }: { id: string; version: number; edits?: number | undefined },
): Promise<Result<null, Refused | 'changedSince'>> {
  const held = await hold(ctx, id)
  if (!held.ok) return held
  const { template, newest } = held.value
  if (edits !== undefined && edits !== editsOf(newest)) return refuse('changedSince')
  const earlier = await templateVersion(ctx, id, version)
  if (!earlier) return refuse('unknown')
  const draft = newest.state === 'draft' ? newest.version : newest.version + 1
  await putDraft(ctx, id, draft, earlier.content)
  await told(ctx, templateEvents.changed, template, draft)
  return ok(null)
}

/** Not offered for new letters any more, or again; those that are written keep it. */
export async function closeTemplate(ctx: Ctx, { id, open }: { id: string; open: boolean }): Promise<Result<null, Refused>> {
  const held = await hold(ctx, id)
  if (!held.ok) return held
  await changeTemplateRow(ctx, id, { closed_at: open ? null : ctx.now() })
  await told(ctx, open ? templateEvents.opened : templateEvents.closed, held.value.template)
  return ok(null)
}

/** What a form was made from: the number of changes of the draft, 0 where there is none. */
export const editsOf = (newest: TemplateVersion): number => (newest.state === 'draft' ? newest.edits : 0)

async function hold(ctx: Ctx, id: string): Promise<Result<{ template: LetterTemplate; newest: TemplateVersion }, Refused>> {
  if (!may(ctx, MANAGE_LETTERS)) return refuse('notAllowed')
  const template = await templateById(ctx, id, { hold: true })
  const [newest] = template ? await versionsOf(ctx, id) : []
  return template && newest ? ok({ template, newest }) : refuse('unknown')
}

const told = (
  ctx: Ctx,
  kind: (typeof templateEvents)[keyof typeof templateEvents],
  { id, key }: Pick<LetterTemplate, 'id' | 'key'>,
  version?: number,
) => record(ctx, kind, { about: [{ type: 'letterTemplate', id }], data: { key, ...(version === undefined ? {} : { version }) } })
