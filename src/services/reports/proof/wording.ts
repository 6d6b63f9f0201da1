import type { Ctx } from '#platform/context.ts'
import { textIn } from '#platform/text.ts'
import type { Case, Party } from '../../cases/index.ts'
import { objectUntil } from './objection.rules.ts'

/** What the mail about a repair adds for who may object. */
export function objectionWords(ctx: Ctx, it: Case, { role, locale }: Party): string {
  if (it.state !== 'done' || !it.closedAt || (role !== 'reporter' && role !== 'supporter')) return ''
  const day = new Intl.DateTimeFormat(locale === 'de' ? 'de-DE' : 'en-GB', { dateStyle: 'long', timeZone: ctx.town.timeZone }).format(
    objectUntil(it.closedAt),
  )
  return textIn(locale, 'proof.mail', { day })
}
