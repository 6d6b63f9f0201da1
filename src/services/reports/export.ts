import type { Export } from '#core/accounts/index.ts'
import { filesOfAll } from '#core/files/index.ts'
import type { Ctx } from '#platform/context.ts'
import { textIn } from '#platform/text.ts'
import type { CasePhoto, TimelineEntry } from '../cases/index.ts'
import { type PastParty, partiesOfPerson } from '../cases/party.sql.ts'
import { partyReport } from './report.detail.ts'
import { subscriptionsOf } from './subscriptions/subscription.sql.ts'
import { readerHash } from './subscriptions/subscription.verbs.ts'

const PAGE = 100
/** More nobody has; the file says so if it should ever end here. */
const MOST = 2000

/** What a person takes along of reports: those she sent, joined or follows, and what she wants to hear of. */
export const reportExports: readonly Export[] = [
  { name: 'reports', collect: reportsOf },
  {
    name: 'subscriptions',
    collect: async (ctx, personId) =>
      (await subscriptionsOf(ctx, readerHash({ personId }))).map(({ id: _, personId: __, ...subscription }) => subscription),
  },
]

async function reportsOf(ctx: Ctx, personId: string): Promise<{ complete: boolean; reports: unknown[] }> {
  const reports: unknown[] = []
  let after: PastParty | undefined
  do {
    const parties = await partiesOfPerson(ctx, personId, { after, limit: PAGE })
    for (const party of parties) reports.push(await takenAlong(ctx, party))
    after = parties[PAGE - 1]
  } while (after && reports.length < MOST)
  return { complete: after === undefined, reports }
}

/** One report as far as this party sees it: who left it keeps that she took part. */
async function takenAlong(ctx: Ctx, party: PastParty): Promise<unknown> {
  const { role, since, until, name, email, phone, locale } = party
  const mine = { role, since, until, name, email, phone, locale }
  const report = until ? undefined : await partyReport(ctx, party)
  if (!report) return { number: party.number, ...mine }
  const names = await photoNames(ctx, report.photos)
  const photo = ({ fileId, role: shows, at }: CasePhoto) => ({ file: fileId, name: names.get(fileId), shows, at })
  return {
    number: report.number,
    ...mine,
    category: report.category.name[ctx.locale],
    stage: report.stage,
    place: report.place,
    text: report.originalText,
    publicText: report.publicText,
    public: report.published,
    answers: report.answers,
    receivedAt: report.receivedAt,
    closedAt: report.closedAt,
    plannedFor: report.plannedFor,
    endReason: report.endReason,
    promisedUntil: report.promise?.renewedOn ?? report.promise?.dueOn,
    deletedFrom: report.deletedFrom,
    photos: report.photos.map(photo),
    messages: report.messages.map(({ kind, at, text, authorPartyId }) => ({ kind, at, byMe: authorPartyId === party.id, text })),
    history: report.timeline.map((entry) => happened(ctx, entry, party.id)),
  }
}

async function photoNames(ctx: Ctx, photos: readonly CasePhoto[]): Promise<Map<string, string>> {
  const files = await filesOfAll(ctx, 'case', [...new Set(photos.map(({ caseId }) => caseId))])
  return new Map([...files.values()].flat().map(({ id, name }) => [id, name]))
}

const happened = ({ locale }: Ctx, { at, kind, title, partyId, unitName, text }: TimelineEntry, mine: string) => ({
  at,
  kind,
  what: textIn(locale, title.key, title.params),
  byMe: partyId === mine,
  by: unitName,
  text,
})
