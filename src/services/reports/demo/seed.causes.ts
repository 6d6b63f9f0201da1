import type { SeededPeople } from '#core/organisations/index.ts'
import { type demoGeography, resolvePlace } from '#core/places/index.ts'
import { DAY_MS } from '#platform/calendar/day.ts'
import { anonymous, type Ctx, system } from '#platform/context.ts'
import { proposeRootCause } from '../rootcause/propose.ts'
import { rootCauseBy } from '../rootcause/root-cause.sql.ts'
import { acceptRootCause } from '../rootcause/root-cause.verbs.ts'
import { begin, receiveReport } from '../send.verbs.ts'
import { takeStep } from '../step.verbs.ts'
import { actorsOf, as } from './seed.actors.ts'

const texts = [
  'Die Laterne ist aus.',
  'Schon wieder dunkel hier, die Laterne brennt nicht.',
  'Laterne flackert und geht nach einer Stunde aus.',
]

/** Two lamps that fail again and again: at one the cause is looked for, at the other a lead has to decide whether it shall be. */
export async function seedRootCauses(
  ctx: Ctx,
  which: 'large' | 'small',
  geography: ReturnType<typeof demoGeography>,
  people: SeededPeople,
): Promise<void> {
  const lamps = geography.assets.filter(({ kind }) => kind === 'lamp')
  for (const [nth, lamp] of [lamps[3], lamps[9]].entries()) {
    if (!lamp) continue
    const found = await resolvePlace(ctx, { placeText: lamp.number, placeNote: '' })
    if (!found.ok || !found.value.assetId) continue
    for (const [i, text] of texts.entries()) {
      const at = (days: number) => new Date(ctx.now().getTime() - (220 - i * 90 + nth * 7 - days) * DAY_MS)
      const sent = await receiveReport(
        as(ctx, anonymous, at(0)),
        { category: 'lamp', place: found.value, text, answers: { fault: 'off' }, anonymous: true },
        begin,
      )
      if (!sent.ok) throw new Error(`the demo's lamp is refused: ${sent.refusal.code}`)
      const { number } = sent.value
      await takeStep(as(ctx, system, at(1)), { number, verb: 'accept' })
      await takeStep(as(ctx, system, at(4)), { number, verb: 'finish', text: 'Leuchtmittel getauscht.', noPhotoReason: 'notVisible' })
    }
    const number = await proposeRootCause(ctx, found.value.assetId)
    const cause = number ? await rootCauseBy(ctx, number) : undefined
    if (!cause || nth > 0) continue
    const lead = actorsOf(which, people).staff('lead', cause.unitId, `${lamp.number} cause`)
    const who = `person:${lead.personId}`
    const question = 'Warum hält hier kein Leuchtmittel länger als drei Monate?'
    const accepted = await acceptRootCause(as(ctx, lead, ctx.now()), { number: cause.number, question, days: 15, dueOn: '', who })
    if (!accepted.ok) throw new Error(`the demo's root cause is refused: ${accepted.refusal.code}`)
  }
}
