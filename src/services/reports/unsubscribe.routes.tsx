import { z } from 'zod'
import { Alert, Form, Page, Submit } from '#design/index.ts'
import type { Ctx } from '#platform/context.ts'
import { get, post } from '#platform/http/route.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { t } from '#platform/text.ts'
import { partyBySecret } from '../cases/index.ts'
import { stopMails } from '../cases/party.sql.ts'

const Link = z.object({ link: z.string().max(200) })

const UnsubscribePage = ({ link, number, done }: { link: string; number: string; done: boolean }) => (
  <Page title={t('report.unsubscribe.title')} width="reading" noindex>
    {done ? (
      <Alert tone="success" title={t('report.unsubscribe.done')} live />
    ) : (
      <Form action={`/meldungen/abmelden/${link}`}>
        <p class="kern-body">{t('report.unsubscribe.question', { number })}</p>
        <Submit>{t('report.unsubscribe.confirm')}</Submit>
      </Form>
    )}
  </Page>
)

async function endMails(ctx: Ctx, { link }: { link: string }): Promise<Result<{ link: string }, 'unknown'>> {
  const found = await partyBySecret(ctx, link)
  if (!found) return refuse('unknown')
  await stopMails(ctx, found.party)
  return ok({ link })
}

const page = async (ctx: Ctx, link: string, done: boolean) => {
  const found = await partyBySecret(ctx, link)
  return found && <UnsubscribePage link={link} number={found.case.number} done={done} />
}

export const unsubscribeRoutes = [
  get('/meldungen/abmelden/:link', {
    may: 'everyone',
    audience: 'internal',
    params: Link,
    query: z.object({ fertig: z.string().optional() }),
    show: (ctx, { params, query }) => page(ctx, params.link, query.fertig !== undefined),
  }),
  // Mail programs send this without a form (RFC 8058), so it needs no key; ending it twice changes nothing.
  post('/meldungen/abmelden/:link', {
    may: 'everyone',
    audience: 'internal',
    params: Link,
    form: z.object({}),
    repeat: 'unkeyed',
    run: endMails,
    done: ({ link }) => `/meldungen/abmelden/${link}?fertig=1`,
    again: (ctx, _, { link }) => page(ctx, link, false),
  }),
]
