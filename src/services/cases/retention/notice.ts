import { notify } from '#core/notifications/index.ts'
import type { Ctx } from '#platform/context.ts'
import { mailTo } from '#platform/mail/mail-to.ts'
import { partyLink } from '../party.verbs.ts'
import { toTell } from './forget.sql.ts'
import { NOTICE_DAYS } from './retention.rules.ts'

/** Tells the owners that their case will be deleted, and until when they can take it along. */
export async function tellOwners(ctx: Ctx, numbers: ReadonlyMap<string, string>): Promise<void> {
  const day = new Date(ctx.now().getTime() + NOTICE_DAYS * 86_400_000)
  for (const { id, caseId, personId, email, locale } of await toTell(ctx, [...numbers.keys()])) {
    const number = numbers.get(caseId)!
    const params = { number, day: shown(ctx, day, locale) }
    if (personId)
      await notify(ctx, {
        personId,
        kind: 'retention.deletion',
        text: 'retention.notice',
        params,
        path: `/status/${number}`,
        email: { text: 'retention.mail', params },
      })
    else if (email)
      await mailTo(ctx, {
        email,
        locale,
        text: 'retention.mail',
        params,
        link: { text: 'retention.mail.link', path: partyLink({ id, caseId }) },
      })
  }
}

const shown = (ctx: Ctx, day: Date, locale: 'de' | 'en'): string =>
  new Intl.DateTimeFormat(locale === 'de' ? 'de-DE' : 'en-GB', { dateStyle: 'long', timeZone: ctx.town.timeZone }).format(day)
