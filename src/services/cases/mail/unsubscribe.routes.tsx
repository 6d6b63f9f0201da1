import { z } from 'zod'
import { Alert, Form, Page, Submit } from '#design/index.ts'
import type { Ctx } from '#platform/context.ts'
import { get, post } from '#platform/http/route.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { t } from '#platform/text.ts'
import type { Case, Party } from '../case.rules.ts'
import { partyBySecret } from '../party.verbs.ts'
import { unsubscribeHome } from './party-mail.ts'

const Link = z.object({ link: z.string().max(200) })

type Props = { kind: string; link: string; number: string; done: boolean }

const UnsubscribePage = ({ kind, link, number, done }: Props) => (
  <Page title={t(`${kind}.unsubscribe.title`)} width="reading" noindex>
    {done ? (
      <Alert tone="success" title={t(`${kind}.unsubscribe.done`)} live />
    ) : (
      <Form action={`${unsubscribeHome(kind)}/${link}`}>
        <p class="kern-body">{t(`${kind}.unsubscribe.question`, { number })}</p>
        <Submit>{t(`${kind}.unsubscribe.confirm`)}</Submit>
      </Form>
    )}
  </Page>
)

async function partyOf(ctx: Ctx, kind: string, link: string): Promise<{ case: Case; party: Party } | undefined> {
  const found = await partyBySecret(ctx, link)
  return found?.case.kind === kind ? found : undefined
}

async function page(ctx: Ctx, kind: string, link: string, done: boolean) {
  const found = await partyOf(ctx, kind, link)
  return found && <UnsubscribePage kind={kind} link={link} number={found.case.number} done={done} />
}

/** The pages behind the link that ends mails about one case of a kind; its words are `{kind}.unsubscribe`, and `end` is how it ends. */
export function unsubscribeRoutes(kind: string, end: (ctx: Ctx, party: Party) => Promise<unknown>) {
  const path = `${unsubscribeHome(kind)}/:link`
  async function endMails(ctx: Ctx, { link }: { link: string }): Promise<Result<{ link: string }, 'unknown'>> {
    const found = await partyOf(ctx, kind, link)
    if (!found) return refuse('unknown')
    await end(ctx, found.party)
    return ok({ link })
  }
  return [
    get(path, {
      may: 'everyone',
      audience: 'internal',
      params: Link,
      query: z.object({ fertig: z.string().optional() }),
      show: (ctx, { params, query }) => page(ctx, kind, params.link, query.fertig !== undefined),
    }),
    // Mail programs send this without a form (RFC 8058), so it needs no key; ending it twice changes nothing.
    post(path, {
      may: 'everyone',
      audience: 'internal',
      params: Link,
      form: z.object({}),
      repeat: 'unkeyed',
      run: endMails,
      done: ({ link }) => `${unsubscribeHome(kind)}/${link}?fertig=1`,
      again: (ctx, _, { link }) => page(ctx, kind, link, false),
    }),
  ]
}
