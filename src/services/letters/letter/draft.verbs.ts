import { z } from 'zod'
import { removeFiles } from '#core/files/index.ts'
import { dayIn } from '#platform/calendar/day.ts'
import type { Ctx } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { lockCase } from '../../cases/case.sql.ts'
import type { Case } from '../../cases/index.ts'
import { checkWork } from '../../cases/step.verbs.ts'
import { letterHead } from '../head/letter-head.sql.ts'
import type { Uncomposed } from '../layout/compose.rules.ts'
import type { Way } from '../remedy/delivery.rules.ts'
import { longDay } from '../remedy/notice.rules.ts'
import { LetterData } from '../template/letter-data.rules.ts'
import { publishedVersion, templateByKey } from '../template/template.sql.ts'
import { type HoldRefused, holdLetter, type OfLetter, rightsFor, tellLetter } from './hold.ts'
import { letterEvents } from './letter.events.ts'
import { type Channel, channels, type Letter } from './letter.rules.ts'
import { changeLetterRow, countLetters, insertLetter, letterById, MOST_LETTERS } from './letter.sql.ts'
import { sheetOf, today } from './make.ts'
import { checkChannel } from './reader.ts'

export const DraftInput = z.object({
  caseId: z.uuid(),
  /** Key of the template. */
  template: z.string().max(60),
  channel: z.enum(channels),
  locale: z.enum(['de', 'en']).default('de'),
  data: LetterData,
})
export type DraftInput = z.input<typeof DraftInput>

type DraftRefused = 'unknown' | 'notAllowed' | 'notYourUnit' | 'templateUnknown' | 'tooManyLetters' | 'portalWithoutAccount' | Uncomposed

/**
 * Writes a letter with the published version of a template. `case.number`, `case.title` and `case.received` come from the case.
 * Refuses `portal` for who has no account, a placeholder without value by its name (`placeholderEmpty`), and what `compose` refuses.
 */
export async function draftLetter(ctx: Ctx, input: DraftInput): Promise<Result<Letter, DraftRefused>> {
  const { caseId, template: key, channel, locale, data: given } = DraftInput.parse(input)
  const it = await lockCase(ctx, { id: caseId })
  if (!it) return refuse('unknown')
  const right = await checkWork(ctx, it, rightsFor(it))
  if (!right.ok) return right
  const template = await templateByKey(ctx, key)
  const version = template && !template.closedAt ? await publishedVersion(ctx, template.id) : undefined
  if (!version) return refuse('templateUnknown', { field: 'template' })
  if ((await countLetters(ctx, caseId)) >= MOST_LETTERS) return refuse('tooManyLetters', { facts: { max: MOST_LETTERS } })
  const fits = await checkChannel(ctx, it, channel)
  if (!fits.ok) return fits
  const way = await wayOf(ctx, channel)
  const data = withCase(ctx, it, given, locale)
  const sheet = await sheetOf(ctx, version.content, { way, locale, data }, today(ctx), true)
  if (!sheet.ok) return sheet
  const id = newId(ctx.now().getTime())
  await insertLetter(ctx, {
    id,
    caseId,
    templateId: template!.id,
    templateVersion: version.version,
    channel,
    way,
    locale,
    subject: sheet.value.subject,
    data,
  })
  return ok(await told(ctx, it, id, letterEvents.drafted))
}

export type ChangeInput = OfLetter & {
  channel?: Channel | undefined
  locale?: 'de' | 'en' | undefined
  data?: z.input<typeof LetterData> | undefined
}

/** Another channel, language or content of a draft. Who had signed has to look again. */
export async function changeLetter(
  ctx: Ctx,
  input: ChangeInput,
): Promise<Result<Letter, HoldRefused | 'portalWithoutAccount' | Uncomposed>> {
  const held = await holdLetter(ctx, input, 'change')
  if (!held.ok) return held
  const { it, letter, content } = held.value
  const { channel = letter.channel, locale = letter.locale } = input
  const fits = await checkChannel(ctx, it, channel)
  if (!fits.ok) return fits
  const data = input.data ? withCase(ctx, it, LetterData.parse(input.data), locale) : letter.data
  const way = await wayOf(ctx, channel)
  const sheet = await sheetOf(ctx, content, { way, locale, data }, today(ctx), true)
  if (!sheet.ok) return sheet
  const unsigned = { signed_by: null, signed_at: null, second_signed_by: null, second_signed_at: null, content_hash: null }
  await changeLetterRow(ctx, letter, { channel, way, locale, data: JSON.stringify(data), subject: sheet.value.subject, ...unsigned })
  return ok(await told(ctx, it, letter.id, letterEvents.changed))
}

/** A letter that nobody got is taken back; its document goes. */
export async function withdrawLetter(ctx: Ctx, input: OfLetter): Promise<Result<Letter, HoldRefused>> {
  const held = await holdLetter(ctx, input, 'withdraw')
  if (!held.ok) return held
  const { it, letter } = held.value
  if (letter.fileId) await removeFiles(ctx, [letter.fileId])
  await changeLetterRow(ctx, letter, { state: 'withdrawn', file_id: null })
  return ok(await told(ctx, it, letter.id, letterEvents.withdrawn))
}

async function told(ctx: Ctx, it: Case, id: string, event: (typeof letterEvents)[keyof typeof letterEvents]): Promise<Letter> {
  const letter = (await letterById(ctx, id))!
  await tellLetter(ctx, it, letter, event)
  return letter
}

/** A letter in the account goes into its mailbox or has to be fetched, as the town decided. */
async function wayOf(ctx: Ctx, channel: Channel): Promise<Way> {
  return channel === 'portal' && (await letterHead(ctx)).portal === 'retrieval' ? 'retrieval' : channel
}

function withCase(ctx: Ctx, it: Case, data: LetterData, locale: 'de' | 'en'): LetterData {
  const received = longDay(dayIn(it.receivedAt, ctx.town.timeZone), locale)
  return { ...data, values: { ...data.values, 'case.number': it.number, 'case.title': it.title, 'case.received': received } }
}
