import type { Ctx } from '#platform/context.ts'
import type { Locale } from '#platform/text.ts'
import type { Case } from './case.rules.ts'

type Title = (ctx: Ctx, it: Case, locale: Locale) => Promise<string>

const titles = new Map<string, Title>()

/** A kind of case says what its cases are called in the reader's language. */
export const registerCaseTitle = (kind: string, title: Title): void => void titles.set(kind, title)

export const titleIn = async (ctx: Ctx, it: Case, locale: Locale): Promise<string> =>
  (await titles.get(it.kind)?.(ctx, it, locale)) ?? it.title
