import { createHash } from 'node:crypto'
import { attach, keepOwnDocument, removeFiles } from '#core/files/index.ts'
import { ownTown } from '#core/towns/index.ts'
import { dayIn } from '#platform/calendar/day.ts'
import type { Ctx } from '#platform/context.ts'
import type { Result } from '#platform/result.ts'
import { textIn } from '#platform/text.ts'
import { type Case, namesOf } from '../../cases/index.ts'
import { letterHead } from '../head/letter-head.sql.ts'
import { compose, type Uncomposed } from '../layout/compose.rules.ts'
import { paper } from '../layout/paper.ts'
import type { Code, Sheet, Signature } from '../layout/sheet.rules.ts'
import type { LetterContent } from '../template/content.rules.ts'
import type { Letter } from './letter.rules.ts'

/** The town's arms as they stand at the head of a letter; none where they are a photo or were never drawn. */
export async function armsOf(ctx: Ctx): Promise<Code | undefined> {
  const { coat_of_arms: arms } = await ownTown(ctx)
  return arms && !arms.startsWith('file:') ? { svg: arms, alt: textIn(ctx.locale, 'letters.arms', { town: ctx.town.name }) } : undefined
}

export const today = (ctx: Ctx): string => dayIn(ctx.now(), ctx.town.timeZone)

type Written = Pick<Letter, 'way' | 'locale' | 'data'> & Partial<Pick<Letter, 'signedBy' | 'secondSignedBy'>>

/** The letter as a sheet of a day: a draft bears no names and says across the page what it is. */
export async function sheetOf(
  ctx: Ctx,
  content: LetterContent,
  letter: Written,
  date: string,
  draft: boolean,
): Promise<Result<Sheet, Uncomposed>> {
  const { way, locale, data } = letter
  return compose({
    content,
    data,
    head: await letterHead(ctx),
    arms: await armsOf(ctx),
    locale,
    date,
    way,
    land: ctx.town.land,
    townName: ctx.town.name,
    signatures: draft ? [] : await signaturesOf(ctx, letter),
    draft,
  })
}

/** § 37 Abs. 3 VwVfG: the name of who signed stands for the signature. */
async function signaturesOf(ctx: Ctx, { signedBy, secondSignedBy, locale, data }: Written): Promise<Signature[]> {
  const names = await namesOf(
    ctx,
    'core.person',
    [signedBy, secondSignedBy].filter((id) => id !== undefined),
  )
  const one = (id: string | undefined, role: string): Signature[] =>
    id === undefined ? [] : [{ name: textIn(locale, 'letters.signed', { name: names.get(id) ?? '' }), role }]
  return [...one(signedBy, data.contact.office), ...one(secondSignedBy, textIn(locale, 'letters.signed.second'))]
}

/** What was signed: whatever else changes, these may not. */
export const contentHash = ({ templateId, templateVersion, locale, channel, way, data }: Letter): Buffer =>
  createHash('sha256')
    .update(JSON.stringify([templateId, templateVersion, locale, channel, way, data]))
    .digest()

export type Kept = { file_id: string; pdf_sha256: Buffer; letter_date: string }

/** Makes the document and keeps it with the case, for staff until it is handed over. An earlier one of the letter goes. */
export async function keepDocument(ctx: Ctx, it: Case, letter: Letter, sheet: Sheet): Promise<Kept> {
  const bytes = await paper(sheet)
  const fileId = await keepOwnDocument(ctx, { name: `${it.number} ${letter.subject.replaceAll('/', '-')}`, bytes })
  const attached = await attach(ctx, [fileId], { type: 'case', id: it.id, audience: 'internal' })
  if (!attached.ok) throw new Error(`a letter could not be kept: ${attached.refusal.code}`)
  if (letter.fileId) await removeFiles(ctx, [letter.fileId])
  return { file_id: fileId, pdf_sha256: createHash('sha256').update(bytes).digest(), letter_date: sheet.date }
}
