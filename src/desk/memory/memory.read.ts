import { eventsAbout, noteRead } from '#core/memory/index.ts'
import { organisationById, organisationsLike, peopleLike, personById } from '#core/organisations/index.ts'
import { assetById, assetByNumber, searchPlaces } from '#core/places/index.ts'
import type { Ctx } from '#platform/context.ts'
import type { Happened } from '#platform/module.ts'
import { caseById, seesCase } from '#services/cases/index.ts'
import { type DeskReportRow, deskReports } from '#services/reports/index.ts'
import { type EventWords, wordsOf } from '../home/index.ts'
import { type Hit, type Kind, kinds } from './memory.rules.ts'

const EACH = 8

/** What the town remembers under some words: reports, people, organisations, things. */
export async function recall(ctx: Ctx, words: string): Promise<Hit[]> {
  if (!words) return []
  const { items } = await deskReports(ctx, { tab: 'all', text: words }, { limit: EACH })
  return [
    ...items.map((row): Hit => ({ kind: 'vorgang', id: row.id, title: row.title, detail: row.placeLabel, number: row.number })),
    ...(await things(ctx, words)),
    ...(await organisations(ctx, words)),
    ...(await people(ctx, words)),
  ]
}

async function things(ctx: Ctx, words: string): Promise<Hit[]> {
  const exact = await assetByNumber(ctx, words)
  const near = exact ? [] : await searchPlaces(ctx, words, EACH)
  return [
    ...(exact
      ? [
          {
            kind: 'objekt' as const,
            id: exact.id,
            title: exact.name ?? exact.number,
            detail: [exact.number, exact.street].filter(Boolean).join(', '),
          },
        ]
      : []),
    ...near.flatMap((hit) => (hit.assetId ? [{ kind: 'objekt' as const, id: hit.assetId, title: hit.label, detail: hit.detail }] : [])),
  ]
}

/** From this likeness on a name is meant. */
const ALIKE = 0.5

async function organisations(ctx: Ctx, words: string): Promise<Hit[]> {
  const found = await organisationsLike(ctx, words, EACH)
  return found
    .filter(({ score }) => score >= ALIKE)
    .map(({ id, name, email }) => ({ kind: 'stelle', id, title: name, detail: email ?? '' }))
}

/** Each person who is shown is noted in the read log. */
async function people(ctx: Ctx, words: string): Promise<Hit[]> {
  const found = await peopleLike(ctx, words, EACH)
  for (const { id } of found) noteRead(ctx, { subject: { type: 'person', id }, personId: id, purpose: 'memory.search' })
  return found.map(({ id, name, email }) => ({ kind: 'person', id, title: name, detail: email ?? '' }))
}

export type Remembered = {
  kind: Kind
  id: string
  title: string
  detail: string
  /** Number of the case, where it has a page of its own. */
  number: string | undefined
  /** Newest first. */
  events: readonly Happened[]
  words: ReadonlyMap<string, EventWords>
  older: string | undefined
  reports: readonly DeskReportRow[]
}

const PAGE = 50

/** Everything that happened to one thing, as far as the memory goes; whoever looks at a person is named in the read log. */
export async function remembered(ctx: Ctx, kind: Kind, id: string, before: string | undefined): Promise<Remembered | undefined> {
  const named = await nameOf(ctx, kind, id)
  if (!named) return undefined
  if (kind === 'person') noteRead(ctx, { subject: { type: 'person', id }, personId: id, purpose: 'memory.timeline' })
  const subject = { type: kinds[kind], id }
  const events = await eventsAbout(ctx, subject, ['public', 'parties', 'internal'], { limit: PAGE + 1, ...(before ? { before } : {}) })
  const shown = events.slice(-PAGE).reverse()
  const reports = kind === 'objekt' ? (await deskReports(ctx, { tab: 'all', assetId: id }, { limit: EACH })).items : []
  return {
    kind,
    id,
    ...named,
    events: shown,
    words: await wordsOf(ctx, shown),
    older: events.length > PAGE ? shown.at(-1)?.id : undefined,
    reports,
  }
}

async function nameOf(
  ctx: Ctx,
  kind: Kind,
  id: string,
): Promise<{ title: string; detail: string; number: string | undefined } | undefined> {
  if (kind === 'vorgang') {
    const found = await caseById(ctx, id)
    return found && (await seesCase(ctx, found)) ? { title: found.title, detail: found.placeLabel, number: found.number } : undefined
  }
  if (kind === 'person') {
    const found = await personById(ctx, id)
    return found && { title: found.name, detail: found.email ?? '', number: undefined }
  }
  if (kind === 'stelle') {
    const found = await organisationById(ctx, id)
    return found && { title: found.name, detail: found.email ?? '', number: undefined }
  }
  const found = await assetById(ctx, id)
  return found && { title: found.name ?? found.number, detail: [found.number, found.street].filter(Boolean).join(', '), number: undefined }
}
