import { filesOfAll } from '#core/files/index.ts'
import type { Ctx } from '#platform/context.ts'
import type { Stage } from '#platform/process.ts'
import { caseById, caseOf } from '../../cases/case.sql.ts'
import { caseByNumber, namesOf, type PhotoFile, readNumber } from '../../cases/index.ts'
import { readCursor, writeCursor } from '../../cases/page.rules.ts'
import type { ReportState } from '../report.rules.ts'
import type { Exchanged, ExchangeFilter, ExchangePage } from './exchange.rules.ts'
import { type ExchangeRow, exchangeRows, exchangeRowsNumbered, lastWords, promisedDays, publicPhotoIds } from './exchange.sql.ts'

/** What is public, as other systems ask for it: newest first; `next` is a cursor if there is more. Six statements, however many. */
export async function reportsForExchange(
  ctx: Ctx,
  filter: ExchangeFilter,
  page: ExchangePage,
): Promise<{ items: Exchanged[]; next: string | undefined }> {
  const found = await exchangeRows(ctx, filter, { ...page, limit: page.limit + 1 })
  const rows = found.slice(0, page.limit)
  const last = rows.at(-1)
  const more = found.length > page.limit && last !== undefined
  return { items: await exchangedOf(ctx, rows), next: more ? writeCursor({ at: last.received_at, id: last.id }) : undefined }
}

/** Whether a page can begin there. */
export const isExchangePlace = (after: string): boolean => readCursor(after) !== undefined

/** The public ones among these numbers, however they are written; newest first, each once. */
export async function reportsNumbered(ctx: Ctx, numbers: readonly string[]): Promise<Exchanged[]> {
  const kept = new Set(numbers.flatMap((number) => readNumber(number) ?? []))
  return await exchangedOf(ctx, await exchangeRowsNumbered(ctx, [...kept]))
}

async function exchangedOf(ctx: Ctx, rows: readonly ExchangeRow[]): Promise<Exchanged[]> {
  const headIds = [...new Set(rows.map((row) => row.head_id ?? row.id))]
  const [words, days, photos] = await Promise.all([
    lastWords(ctx, headIds),
    promisedDays(ctx, headIds),
    photosBy(ctx, [...new Set([...rows.map(({ id }) => id), ...headIds])]),
  ])
  const standing = rows.map((row) => ({ row, unitId: acceptedUnit(row) }))
  const units = await namesOf(
    ctx,
    'core.organisation',
    standing.flatMap(({ unitId }) => unitId ?? []),
  )
  return standing.map(({ row, unitId }) => {
    const it = caseOf(row)
    const headId = row.head_id ?? row.id
    const closedAt = (row.head_id ? row.head_closed_at : row.closed_at) ?? undefined
    // The repair is everybody's; pictures of the damage are each report's own.
    const repair = headId === row.id ? [] : (photos.get(headId) ?? []).filter(({ role }) => role === 'after')
    return {
      id: it.id,
      number: it.number,
      categoryId: it.typeId,
      // The checks of the table allow no other words.
      state: (row.head_state ?? it.state) as ReportState,
      stage: (row.head_stage ?? it.stage) as Stage,
      published: it.published,
      publicText: it.published ? it.publicText : '',
      placeLabel: it.placeLabel,
      lat: it.lat,
      lon: it.lon,
      receivedAt: it.receivedAt,
      updatedAt: row.head_updated_at && row.head_updated_at > it.updatedAt ? row.head_updated_at : it.updatedAt,
      closedAt,
      supportCount: it.supportCount,
      unitName: units.get(unitId ?? ''),
      promisedOn: closedAt ? undefined : days.get(headId),
      lastWord: it.published ? words.get(headId) : undefined,
      photos: it.published ? [...(photos.get(it.id) ?? []), ...repair].map(({ file }) => file) : [],
    }
  })
}

/** Before a unit has accepted, nobody has said that it is theirs. */
function acceptedUnit({ head_id, head_state, head_unit_id, state, unit_id }: ExchangeRow): string | undefined {
  const [now, unit] = head_id ? [head_state, head_unit_id] : [state, unit_id]
  return ['unconfirmed', 'new', 'triage', 'assigned'].includes(now ?? '') ? undefined : (unit ?? undefined)
}

async function photosBy(ctx: Ctx, caseIds: readonly string[]): Promise<Map<string, { role: string; file: PhotoFile }[]>> {
  const shown = await publicPhotoIds(ctx, caseIds)
  const files = await filesOfAll(ctx, 'case', [...new Set(shown.map(({ case_id }) => case_id))])
  const byId = new Map([...files.values()].flat().map((file) => [file.id, file]))
  const photos = new Map<string, { role: string; file: PhotoFile }[]>()
  for (const { case_id, file_id, role } of shown) {
    const file = byId.get(file_id)
    if (file) photos.set(case_id, [...(photos.get(case_id) ?? []), { role, file }])
  }
  return photos
}

/** A report that was sent by a program: its number, and whether it counts already. */
export async function receivedReport(ctx: Ctx, caseId: string): Promise<{ number: string; confirmed: boolean } | undefined> {
  const it = await caseById(ctx, caseId)
  return it?.kind === 'report' ? { number: it.number, confirmed: it.state !== 'unconfirmed' } : undefined
}

/** A report as somebody finds it who means to work on it. */
export async function reportToWorkOn(ctx: Ctx, number: string): Promise<{ id: string; number: string; state: ReportState } | undefined> {
  const it = await caseByNumber(ctx, readNumber(number) ?? '')
  return it?.kind === 'report' ? { id: it.id, number: it.number, state: it.state as ReportState } : undefined
}
