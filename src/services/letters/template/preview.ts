import type { Ctx } from '#platform/context.ts'
import { ok, type Result } from '#platform/result.ts'
import type { Locale } from '#platform/text.ts'
import type { Uncomposed } from '../layout/compose.rules.ts'
import { paper } from '../layout/paper.ts'
import { sheetOf, today } from '../letter/make.ts'
import type { LetterContent } from './content.rules.ts'
import { exampleData } from './example.rules.ts'

/** How a letter of these words looks, with made-up facts. Refuses what a real letter would refuse. */
export async function previewPdf(ctx: Ctx, content: LetterContent, locale: Locale): Promise<Result<Uint8Array<ArrayBuffer>, Uncomposed>> {
  const sheet = await sheetOf(ctx, content, { way: 'post', locale, data: exampleData(content, locale) }, today(ctx), true)
  return sheet.ok ? ok(await paper(sheet.value)) : sheet
}
