import {
  attach,
  detach,
  filesOf,
  handOver,
  type KeptUpload,
  keptUploads,
  removeFilesOf,
  type StoredFile,
  signedFilePath,
} from '#core/files/index.ts'
import type { Ctx } from '#platform/context.ts'
import { uuidPattern } from '#platform/ids.ts'
import { ok, type Result } from '#platform/result.ts'
import { fileIds, type Item } from '../../forms/index.ts'
import type { Draft } from '../draft.rules.ts'

const subject = (draftId: string) => ({ type: 'draft', id: draftId })
/** A page of a draft is read that long. */
const DAYS = 0.2

type Known = ReadonlyMap<string, Pick<StoredFile, 'id' | 'name' | 'size' | 'type' | 'kind'>>

async function filesFor(ctx: Ctx, { id, replacesCase }: Draft): Promise<Known> {
  const own = await filesOf(ctx, subject(id), { waiting: true })
  const sent = replacesCase ? await filesOf(ctx, { type: 'case', id: replacesCase }, { audiences: ['parties'], waiting: true }) : []
  return new Map([...own, ...sent].map((file) => [file.id, file]))
}

/** Uploads that a page names become the draft's, so that they stay as long as it does; the answers get their names. */
export async function keepFiles(
  ctx: Ctx,
  draft: Draft,
  items: readonly Item[],
  sent: Record<string, unknown>,
): Promise<Result<Record<string, unknown>, 'fileGone' | 'tooManyFiles'>> {
  const named = idsIn(items, sent)
  if (named.length === 0 && !hasFiles(items)) return ok(sent)
  const before = await filesFor(ctx, draft)
  const fresh = named.filter((id) => !before.has(id))
  const attached = await attach(ctx, fresh, { ...subject(draft.id), audience: 'parties' })
  if (!attached.ok) return attached
  const dropped = idsIn(items, draft.answers).filter((id) => !named.includes(id))
  await detach(ctx, dropped, subject(draft.id))
  return ok(withNames(items, sent, await filesFor(ctx, draft)))
}

/** What was sent becomes the case's. */
export const filesOfCase = (ctx: Ctx, draftId: string, ids: readonly string[], caseId: string) =>
  handOver(ctx, ids, subject(draftId), { type: 'case', id: caseId, audience: 'parties' })

export const removeDraftFiles = (ctx: Ctx, draftId: string) => removeFilesOf(ctx, subject(draftId))

/** The files of a draft as its fields show them, with those that came with an attempt that was refused. */
export async function shownFiles(ctx: Ctx, draft: Draft, sent: readonly string[] = []): Promise<Map<string, KeptUpload>> {
  const own = [...(await filesFor(ctx, draft)).values()].map(({ id, name, kind }) => ({
    id,
    name,
    ...(kind === 'image' ? { src: signedFilePath(ctx, id, 'small', DAYS) } : {}),
  }))
  const loose = await keptUploads(ctx, sent)
  return new Map([...own, ...loose].map((file) => [file.id, file]))
}

/** Where the sender opens a file that a draft or an application has. */
export async function fileLinks(ctx: Ctx, files: readonly Pick<StoredFile, 'id' | 'kind'>[]): Promise<(id: string) => string | undefined> {
  const kinds = new Map(files.map(({ id, kind }) => [id, kind]))
  return (id) => (kinds.has(id) ? signedFilePath(ctx, id, kinds.get(id) === 'pdf' ? 'original' : 'large', 1 / 24) : undefined)
}

export const draftFileLinks = async (ctx: Ctx, draft: Draft) => fileLinks(ctx, [...(await filesFor(ctx, draft)).values()])

const entries = (answer: unknown): Record<string, unknown>[] =>
  (Array.isArray(answer) ? answer : []).filter((one): one is Record<string, unknown> => typeof one === 'object' && one !== null)

const hasFiles = (items: readonly Item[]): boolean =>
  items.some((item) => (item.kind === 'group' ? hasFiles(item.items) : item.kind === 'upload'))

/** Ids of files in answers; what cannot be one is none. */
export function idsIn(items: readonly Item[], answers: Record<string, unknown>): string[] {
  const ids = items.flatMap((item) =>
    item.kind === 'group'
      ? entries(answers[item.key]).flatMap((one) => idsIn(item.items, one))
      : item.kind === 'upload'
        ? fileIds(answers[item.key])
        : [],
  )
  return [...new Set(ids)].filter((id) => uuidPattern.test(id))
}

function withNames(items: readonly Item[], answers: Record<string, unknown>, known: Known): Record<string, unknown> {
  const named = { ...answers }
  for (const item of items) {
    if (item.kind === 'group') named[item.key] = entries(answers[item.key]).map((one) => withNames(item.items, one, known))
    else if (item.kind === 'upload')
      named[item.key] = fileIds(answers[item.key]).flatMap((id) => {
        const file = known.get(id)
        return file ? [{ id, name: file.name, size: file.size, type: file.type }] : []
      })
  }
  return named
}
