import type { Ctx } from '#platform/context.ts'
import { ok, type Result } from '#platform/result.ts'
import type { Uncomposed } from '../layout/compose.rules.ts'
import { paper } from '../layout/paper.ts'
import { contentOf } from './hold.ts'
import type { Letter } from './letter.rules.ts'
import { sheetOf, today } from './make.ts'

/** How a draft would look if it were signed today. The document itself is made by what is given back, outside of the transaction. */
export async function draftPdf(ctx: Ctx, letter: Letter): Promise<Result<() => Promise<Uint8Array<ArrayBuffer>>, Uncomposed>> {
  const sheet = await sheetOf(ctx, await contentOf(ctx, letter), letter, today(ctx), true)
  return sheet.ok ? ok(() => paper(sheet.value)) : sheet
}
