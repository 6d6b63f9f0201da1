import { demoPeople, type SeededPeople } from '#core/organisations/index.ts'
import type { demoGeography } from '#core/places/index.ts'
import { anonymous, type Ctx } from '#platform/context.ts'
import { countRows } from '#platform/db/count-rows.sql.ts'
import { seeded } from '#platform/seeded.ts'
import { caseById } from '../../cases/index.ts'
import { rebuildFigures } from '../figures/refresh.ts'
import { joinReport } from '../join.verbs.ts'
import { decidePromises } from '../promise/break.ts'
import { refreshEstimates } from '../promise/estimates.sql.ts'
import type { ReportInput } from '../send.rules.ts'
import { begin, receiveReport, sayPublished } from '../send.verbs.ts'
import { lifeOf, sentAt } from './dates.ts'
import type { DemoReport } from './report.ts'
import { demoReports } from './reports.ts'
import { actorsOf, as } from './seed.actors.ts'
import { seedCatalogue } from './seed.catalogue.ts'
import { seedRootCauses } from './seed.causes.ts'
import { seedFirms } from './seed.firms.ts'
import { type IncidentPart, seedIncident } from './seed.incident.ts'
import { live, seedPhotos } from './seed.life.ts'
import { seedModeration } from './seed.moderation.ts'
import { placesFor } from './seed.places.ts'
import { seedRoutingDraft } from './seed.routing.ts'
import { confirmAddresses, forgetMails } from './seed.sql.ts'
import { seedSubscriptions } from './seed.subscriptions.ts'
import { seedTasks } from './seed.tasks.ts'
import { seedWaiting } from './seed.waiting.ts'
import { MATTRESS } from './stories/mattress.ts'
import { UNDERPASS } from './stories/underpass.ts'
import { withPlace } from './texts.ts'

/** After so many reports the estimates are made anew. */
const LEARN = 60
/** After so many the database counts its rows anew: its plans for a few reports are bad ones for hundreds. */
const [FEW, MANY] = [12, 120]

const counts = { large: 480, small: 42 }

/**
 * The year of a demo town: each report is sent, routed, worked on and settled by the same verbs as in real life, with the clock
 * set back. Nobody is told, because all this was long ago (the composition switches listeners off meanwhile).
 */
export async function seedReports(
  ctx: Ctx,
  which: 'large' | 'small',
  geography: ReturnType<typeof demoGeography>,
  people: SeededPeople,
  count = counts[which],
): Promise<void> {
  await seedCatalogue(ctx, which, people)
  const now = ctx.now()
  const reports = demoReports({ seed: which === 'large' ? 7 : 11, count, today: now, people: demoPeople(which).citizens })
  const placeOf = placesFor(ctx, geography)
  const firstOfStory = new Map<string, string>()
  const together: IncidentPart[] = []
  const moderated: string[] = []
  for (const [index, report] of reports.entries()) {
    const place = await placeOf(report)
    const at = sentAt(report, now)
    const from = senderOf(report)
    const actor = report.reporter.kind === 'account' ? actorsOf(which, people).citizen(report.reporter.person) : anonymous
    const sending = as(ctx, actor, at)
    // Promises rest on what was known then.
    if (index % LEARN === LEARN - 1) await refreshEstimates(sending)
    if (index === FEW) await countRows(ctx, 'core')
    if (index === FEW || index % MANY === MANY - 1) await countRows(ctx, 'services')
    const input: ReportInput = {
      category: report.category,
      place,
      text: withPlace(report.text, {
        street: place.street,
        number: place.houseNumber,
        asset: place.way === 'asset' ? /[A-Z]+-\d+/.exec(place.label)?.[0] : undefined,
      }),
      answers: Object.fromEntries(
        Object.entries(report.answers).map(([code, answer]) => [code, typeof answer === 'object' ? [...answer] : answer]),
      ),
      photos: await seedPhotos(sending, report.pictures),
      ...from,
    }
    // What just came in is shown before the rules have given it to a unit.
    const sent = await receiveReport(sending, input, report.state === 'new' ? sayPublished : begin)
    if (!sent.ok) throw new Error(`the demo's report ${report.key} is refused: ${sent.refusal.code}`)
    await join(ctx, report, sent.value.number, at, now)
    await live(
      { ctx, report, sent: sent.value, people, which, first: report.story ? firstOfStory.get(report.story) : undefined },
      lifeOf(report, now),
    )
    if (report.story === UNDERPASS) together.push({ ...sent.value, unitId: (await caseById(ctx, sent.value.caseId))?.unitId, at })
    if (report.story === MATTRESS) moderated.push(sent.value.number)
    if (report.story && !firstOfStory.has(report.story)) firstOfStory.set(report.story, sent.value.number)
  }
  for (const schema of ['core', 'services'] as const) await countRows(ctx, schema)
  await seedIncident(ctx, which, people, together)
  await seedModeration(ctx, which, people, moderated)
  await refreshEstimates(ctx)
  await seedTasks(ctx, which, people)
  await seedFirms(ctx, which, people)
  if (which === 'large') await seedRootCauses(ctx, which, geography, people)
  await seedRoutingDraft(ctx, which, people)
  await seedWaiting(ctx, which, people)
  while ((await decidePromises(ctx)) > 0);
  await rebuildFigures(ctx)
  await confirmAddresses(ctx)
  await forgetMails(ctx)
  await seedSubscriptions(ctx, which, geography, people)
}

const senderOf = ({ reporter }: DemoReport) =>
  reporter.kind === 'email' ? { name: reporter.name, email: reporter.email } : reporter.kind === 'anonymous' ? { anonymous: true } : {}

/** Neighbours who say "me too" within two days. A report that is not public yet cannot be joined. */
async function join(ctx: Ctx, report: DemoReport, number: string, sent: Date, now: Date): Promise<void> {
  const random = seeded('joining', report.key)
  for (let index = 0; index < report.supporters; index += 1) {
    const at = new Date(Math.min(sent.getTime() + random.between(10, 2_800) * 60_000, now.getTime() - 60_000))
    await joinReport(as(ctx, anonymous, at), { number, mark: `${report.key} joined by ${index}`.padEnd(24) })
  }
}
