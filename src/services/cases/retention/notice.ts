import { notify } from '#core/notifications/index.ts'
import type { Ctx } from '#platform/context.ts'
import { mailTo } from '#platform/mail/mail-to.ts'
import { partyLink } from '../party.verbs.ts'
import { toTell } from './forget.sql.ts'
import { NOTICE_DAYS } from './retention.rules.ts'

/** Tells the owners that their case will be deleted, and until when they can take it along. */
export async function tellOwners(ctx: Ctx, kind: string, numbers: ReadonlyMap<string, string>): Promise<void> {
  const [notice, mail] = [`retention.notice.${kind}`, `retention.mail.${kind}`]
  const day = new Date(ctx.now().getTime() + NOTICE_DAYS * 86_400_000)
  for (const { id, caseId, addressNo, personId, email, locale } of await toTell(ctx, [...numbers.keys()])) {
    const number = numbers.get(caseId)!
    const params = { number, day: shown(ctx, day, locale) }
    if (personId)
      await notify(ctx, {
        personId,
        kind: 'retention.deletion',
        text: notice,
        params,
        path: `/status/${number}`,
        email: { text: mail, params },
      })
    else if (email)
      await mailTo(ctx, {
        email,
        locale,
        text: mail,
        params,
        link: { text: `${mail}.link`, path: partyLink({ id, caseId, addressNo }) },
      })
  }
}

const shown = (ctx: Ctx, day: Date, locale: 'de' | 'en'): string =>
  new Intl.DateTimeFormat(locale === 'de' ? 'de-DE' : 'en-GB', { dateStyle: 'long', timeZone: ctx.town.timeZone }).format(day)
