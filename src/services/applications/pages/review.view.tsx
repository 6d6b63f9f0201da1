import { Alert, ButtonLink, Form, Page, Steps, Submit } from '#design/index.ts'
import type { Again } from '#platform/http/route.ts'
import { currentLocale, t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import { type AnsweredPage, AnswerList, type AskedCosigner, inEuros, inWords } from '../../forms/index.ts'
import { NewsWishFields } from '../news/news.view.tsx'
import type { Writing } from './draft-cookie.ts'
import { crumbs } from './page.view.tsx'
import { pagePath, reviewPath } from './paths.ts'

type Props = {
  writing: Writing
  /** Who has to sign it too before it is sent. */
  cosigners: readonly AskedCosigner[]
  pages: readonly AnsweredPage[]
  /** Cents, where something is to be paid. */
  fee: number | undefined
  file: (id: string) => string | undefined
  isTrusted: boolean
  isSignedIn: boolean
  /** News by mail can be asked for; the address that the answers name is offered. */
  news: { offered: string | undefined } | undefined
  last: string
  form: Again
}

/** Everything once more with a way to change it; only from here it is sent. */
export const ReviewPage = ({
  writing: { draft, form: definition },
  cosigners,
  pages,
  fee,
  file,
  isTrusted,
  isSignedIn,
  news,
  last,
  form,
}: Props) => {
  const titles = [...pages.map(({ title }) => title), t('apply.review')]
  return (
    <Page
      title={t('apply.review')}
      preline={inWords(definition.title, currentLocale())}
      lead={t('apply.review.lead')}
      width="reading"
      noindex
      breadcrumbs={crumbs()}
    >
      <Steps at={titles.length} titles={titles} />
      <AnswerList pages={pages} change={(page) => `${pagePath(draft.id, page)}?von=pruefen`} file={file} />
      {fee === undefined ? null : (
        <p class="fill-in__fee">
          {t('apply.review.fee')} <strong>{inEuros(fee, currentLocale())}</strong>. {t('apply.review.fee.later')}
        </p>
      )}
      {isTrusted ? null : (
        <Alert tone="warning" title={t(isSignedIn ? 'apply.start.more' : 'apply.start.account')}>
          <p>
            {t(`apply.start.trust.${definition.trustLevel}`)}{' '}
            {isSignedIn ? null : (
              <a href={href(`/anmelden?weiter=${encodeURIComponent(reviewPath(draft.id))}`)}>{t('apply.review.signIn')}</a>
            )}
          </p>
        </Alert>
      )}
      {cosigners.length > 0 ? <Cosigners cosigners={cosigners} /> : null}
      <Form action={reviewPath(draft.id)} state={form}>
        {news ? <NewsWishFields offered={news.offered} form={form} /> : null}
        <p>
          {t(cosigners.length > 0 ? 'cosign.review.text' : draft.replacesCase ? 'apply.review.replaces' : 'apply.review.send.text')}{' '}
          <a href={href('/datenschutz')}>{t('apply.privacy')}</a>
        </p>
        <div class="kern-btn-wrapper button-row">
          <Submit icon="send">
            {t(cosigners.length > 0 ? 'cosign.review.ask' : draft.replacesCase ? 'apply.review.sendChanged' : 'apply.review.send')}
          </Submit>
          <ButtonLink href={pagePath(draft.id, last)} kind="tertiary" icon="arrow-back">
            {t('apply.back')}
          </ButtonLink>
        </div>
      </Form>
    </Page>
  )
}

const Cosigners = ({ cosigners }: { cosigners: readonly AskedCosigner[] }) => (
  <Alert tone="info" title={t('cosign.review.title', { count: cosigners.length })}>
    <ul>
      {cosigners.map(({ person, name, email, declares }) => (
        <li key={person}>
          <strong>{name}</strong> ({email}): {t('cosign.review.declares', { words: inWords(declares, currentLocale()) })}
        </li>
      ))}
    </ul>
  </Alert>
)
