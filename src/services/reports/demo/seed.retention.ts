import type { SeededPeople } from '#core/organisations/index.ts'
import type { demoGeography } from '#core/places/index.ts'
import { DAY_MS } from '#platform/calendar/day.ts'
import { type Actor, anonymous, type Ctx, system } from '#platform/context.ts'
import { holdCase } from '../../cases/index.ts'
import { runBatch, startNightly } from '../../cases/retention/retention.jobs.ts'
import { begin, receiveReport } from '../send.verbs.ts'
import { takeStep } from '../step.verbs.ts'
import type { StepInput } from '../work.rules.ts'
import { afterWorkingHours } from './dates.ts'
import { actorsOf, as } from './seed.actors.ts'
import { placesFor } from './seed.places.ts'

type Old = {
  key: string
  category: string
  text: string
  daysAgo: number
  result: 'done' | 'notFound' | 'privateGround'
  by?: string
  held?: true
}

/** From before the demo's year: what was not found is gone but for its proof, what was done has lost its people. */
const old: readonly Old[] = [
  { key: 'old1', category: 'other', text: 'Am Geländer hängt ein loses Blech.', daysAgo: 420, result: 'notFound' },
  { key: 'old2', category: 'weeds', text: 'Auf dem Weg wächst hohes Kraut.', daysAgo: 412, result: 'privateGround' },
  { key: 'old3', category: 'dogwaste', text: 'Der Spender für Beutel ist leer.', daysAgo: 405, result: 'notFound' },
  { key: 'old4', category: 'weeds', text: 'Brennnesseln ragen in den Gehweg.', daysAgo: 402, result: 'done' },
  { key: 'old5', category: 'dogwaste', text: 'Neben der Bank liegt seit Tagen Hundekot.', daysAgo: 398, result: 'done' },
  { key: 'old6', category: 'other', text: 'Ein Rohr tropft auf den Gehweg.', daysAgo: 396, result: 'privateGround', held: true },
  { key: 'old7', category: 'other', text: 'Am Zaun klappert ein Schild im Wind.', daysAgo: 362, result: 'notFound', by: 'amira.haddad' },
]

/** What happened to old reports: ended long ago, one held, and two nights of retention, so that a notice lies behind each deletion. */
export async function seedRetention(
  ctx: Ctx,
  which: 'large' | 'small',
  geography: ReturnType<typeof demoGeography>,
  people: SeededPeople,
): Promise<void> {
  const placeOf = placesFor(ctx, geography)
  const actors = actorsOf(which, people)
  const long = (days: number) => new Date(ctx.now().getTime() - days * DAY_MS)
  for (const one of which === 'large' ? old : []) {
    const sending = as(ctx, one.by ? actors.citizen(one.by) : anonymous, long(one.daysAgo))
    const place = await placeOf({ key: one.key, place: 'address' })
    const from = one.by ? {} : { anonymous: true }
    const sent = await receiveReport(sending, { category: one.category, place, text: one.text, answers: {}, photos: [], ...from }, begin)
    if (!sent.ok) throw new Error(`the demo's old report ${one.key} is refused: ${sent.refusal.code}`)
    const { number } = sent.value
    const desk: Actor = actors.staff('lead', undefined, one.key)
    let at = long(one.daysAgo)
    for (const step of stepsTo(one.result)) {
      at = afterWorkingHours(at, 3)
      const taken = await takeStep(as(ctx, desk, at), { number, ...step })
      if (!taken.ok) throw new Error(`the demo's old report ${one.key} refuses ${step.verb}: ${taken.refusal.code}`)
    }
    if (one.held) {
      const untilOn = long(-180).toISOString().slice(0, 10)
      const held = await holdCase(as(ctx, desk, long(120)), { number, reason: 'Klage vor dem Verwaltungsgericht, Az. 4 K 218/26', untilOn })
      if (!held.ok) throw new Error(`the demo's hold is refused: ${held.refusal.code}`)
    }
  }
  for (const night of [16, 1]) {
    const asleep = as(ctx, system, long(night))
    await startNightly(asleep)
    while (await runBatch(asleep));
  }
}

function stepsTo(result: Old['result']): Omit<StepInput, 'number'>[] {
  if (result === 'done') return [{ verb: 'accept' }, { verb: 'finish', noPhotoReason: 'unsafe', text: 'Wir haben es in Ordnung gebracht.' }]
  const text = result === 'notFound' ? 'Wir haben vor Ort nichts gefunden.' : 'Das liegt auf privatem Grund.'
  return [{ verb: 'end', reason: result, text }]
}
