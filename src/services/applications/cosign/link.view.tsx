import { Alert, ButtonLink, ButtonRow, Checkbox, Field, Form, Page, Section, Submit, Time } from '#design/index.ts'
import { type Again, blank } from '#platform/http/route.ts'
import { currentLocale, t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import { type AnsweredPage, AnswerList, inWords } from '../../forms/index.ts'
import type { LinkShown } from './link.read.ts'
import { linkPath } from './paths.ts'

type Of<K extends LinkShown['kind']> = Extract<LinkShown, { kind: K }>
export type Tried = { what: 'open' | 'sign' | 'decline'; form: Again }

const home = () => [{ href: '/', label: t('apply.home') }]
const stateFor = (tried: Tried | undefined, what: Tried['what']): Again => (tried?.what === what ? tried.form : blank)

/** A link that opens nothing: never there, run out, replaced or taken back all look the same. */
export const LinkOverPage = () => (
  <Page title={t('cosign.link.over')} width="reading" noindex breadcrumbs={home()}>
    <Alert tone="info" title={t('cosign.link.over.short')}>
      <p>{t('cosign.link.over.text')}</p>
    </Alert>
  </Page>
)

/** What everybody sees who has the link: who asks for what. The answers come with the code that the asking person tells. */
export const ClosedPage = ({ link, shown, tried }: { link: string; shown: Of<'asked'> | Of<'sent'>; tried: Tried | undefined }) => (
  <Page
    title={shown.kind === 'sent' ? t('cosign.sent.title') : t('cosign.link.title', { writer: shown.writer })}
    preline={shown.kind === 'sent' ? shown.case.title : inWords(shown.open.online.name, currentLocale())}
    lead={shown.kind === 'sent' ? t('cosign.sent.lead', { number: shown.case.number }) : t('cosign.link.lead')}
    width="reading"
    noindex
    breadcrumbs={home()}
  >
    {shown.kind === 'asked' ? (
      <p>
        {t('cosign.link.until')} <Time at={shown.it.expiresAt} show="day" />.
      </p>
    ) : null}
    <Form action={`${linkPath(link)}/oeffnen`} state={stateFor(tried, 'open')}>
      <Field
        name="code"
        label={t('cosign.link.code')}
        hint={shown.kind === 'sent' ? t('cosign.link.code.again') : t('cosign.link.code.hint', { writer: shown.writer })}
        autocomplete="off"
        width="medium"
        maxLength={40}
      />
      <Submit icon="visibility">{t(shown.kind === 'sent' ? 'cosign.link.open.sent' : 'cosign.link.open')}</Submit>
    </Form>
    <p class="kern-body kern-body--muted">{t('cosign.link.why')}</p>
  </Page>
)

type ToSign = { link: string; shown: Of<'asked'>; answers: readonly AnsweredPage[]; isLast: boolean; tried: Tried | undefined }

/** Everything that is signed, then the declaration, the name and the button; or no, with a reason. */
export const SignPage = ({ link, shown: { open, it, writer }, answers, isLast, tried }: ToSign) => {
  const declares = open.form.cosigners.find(({ person }) => person === it.person)?.declares
  return (
    <Page
      title={t('cosign.sign.title')}
      preline={inWords(open.form.title, currentLocale())}
      lead={t('cosign.sign.lead', { writer })}
      width="reading"
      noindex
      breadcrumbs={home()}
    >
      <AnswerList pages={answers} />
      <Section title={t('cosign.sign.declare')}>
        <Form id="sign" action={linkPath(link)} state={stateFor(tried, 'sign')}>
          <Checkbox name="declared" label={inWords(declares, currentLocale())} />
          <Field name="name" label={t('cosign.sign.name')} hint={t('cosign.sign.name.hint')} autocomplete="name" maxLength={200} />
          <p>
            {t(isLast ? 'cosign.sign.last' : 'cosign.sign.notLast')} <a href={href('/datenschutz')}>{t('apply.privacy')}</a>
          </p>
          <Submit icon="send">{t(isLast ? 'cosign.sign.send' : 'cosign.sign.only')}</Submit>
        </Form>
      </Section>
      <details class="write" open={tried?.what === 'decline'}>
        <summary class="share__open">{t('cosign.decline')}</summary>
        <Form id="decline" action={`${linkPath(link)}/ablehnen`} state={stateFor(tried, 'decline')}>
          <Field name="reason" label={t('cosign.decline.reason', { writer })} rows={3} maxLength={1000} />
          <Submit kind="secondary" icon="close">
            {t('cosign.decline.send')}
          </Submit>
        </Form>
      </details>
    </Page>
  )
}

/** She answered, and the application is not sent: it waits for others, or she said no. */
export const AnsweredLinkPage = ({ shown: { it, open } }: { shown: Of<'answered'> }) => (
  <Page
    title={t(`cosign.answered.${it.state === 'signed' ? 'signed' : 'declined'}`)}
    preline={inWords(open.online.name, currentLocale())}
    width="reading"
    noindex
    breadcrumbs={home()}
  >
    <Alert tone={it.state === 'signed' ? 'success' : 'info'} title={t(`cosign.state.${it.state}`)}>
      <p>
        {it.answeredAt ? <Time at={it.answeredAt} /> : null} {t(`cosign.answered.${it.state === 'signed' ? 'signed' : 'declined'}.text`)}
      </p>
    </Alert>
  </Page>
)

/** It is sent: the number, and the receipt to take along. */
export const SentLinkPage = ({ link, shown: { case: it, signature } }: { link: string; shown: Of<'sent'> }) => (
  <Page
    title={t('cosign.sent.title')}
    preline={it.title}
    lead={t('cosign.sent.lead', { number: it.number })}
    width="reading"
    noindex
    breadcrumbs={home()}
  >
    <div class="sheet receipt__slip">
      <dl class="receipt__facts">
        <div>
          <dt>{t('apply.number')}</dt>
          <dd class="receipt__number">{it.number}</dd>
        </div>
      </dl>
      <p>
        {t('cosign.sent.signed', { name: signature.name })} <Time at={signature.signedAt} />
      </p>
      <ButtonRow>
        <ButtonLink href={`${linkPath(link)}/eingang.pdf`} icon="download" download>
          {t('apply.sent.pdf')}
        </ButtonLink>
      </ButtonRow>
    </div>
    {signature.linkUntil ? (
      <p class="kern-body kern-body--muted">
        {t('cosign.sent.until')} <Time at={signature.linkUntil} show="day" />.
      </p>
    ) : null}
  </Page>
)
