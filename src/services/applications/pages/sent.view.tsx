import { Alert, ButtonLink, ButtonRow, CopyField, exactDay, Icon, Page, PrintButton, QrCode, Section, Timeline } from '#design/index.ts'
import { t } from '#platform/text.ts'
import { showCode } from '../../cases/index.ts'
import type { Sent } from './sent-cookie.ts'

/** It is really sent: number, code and link to take along, the receipt as a document, and what happens next until when. */
export const SentPage = ({ sent, title, origin }: { sent: Sent; title: string; origin: string }) => {
  const { number, receiptNumber, secret, code, dueAt, changed, confirming } = sent
  const link = `${origin}/s/${secret}`
  const heading = t(changed ? 'apply.sent.changed' : 'apply.sent.title')
  return (
    <Page title={heading} width="reading" noindex ownTitle>
      <div class="receipt">
        <div class="receipt__thanks">
          <span class="receipt__mark">
            <Icon name="check" size="x-large" />
          </span>
          <h1>{heading}</h1>
          <p>{t('apply.sent.lead', { title, day: exactDay(dueAt) })}</p>
        </div>
        {confirming ? (
          <Alert tone="warning" title={t('applyNews.pending')}>
            <p>{t('applyNews.pending.text')}</p>
          </Alert>
        ) : null}
        <div class="sheet receipt__slip">
          <dl class="receipt__facts">
            <div>
              <dt>{t('apply.number')}</dt>
              <dd class="receipt__number">{number}</dd>
            </div>
            {code ? (
              <div>
                <dt>{t('apply.code')}</dt>
                <dd class="receipt__code">{showCode(code)}</dd>
              </div>
            ) : null}
          </dl>
          {secret ? (
            <>
              <QrCode address={link} label={t('apply.sent.qr')} size={168} />
              <div class="receipt__link">
                <CopyField name="link" label={t('apply.sent.link')} value={link} />
              </div>
              <p class="receipt__keep">{t('apply.sent.keep')}</p>
            </>
          ) : null}
          <p class="kern-body kern-body--muted">{t('apply.sent.receipt', { number: receiptNumber })}</p>
          <ButtonRow>
            <ButtonLink href={`/status/${number}/eingang.pdf`} icon="download" download>
              {t('apply.sent.pdf')}
            </ButtonLink>
          </ButtonRow>
          <PrintButton label={t('apply.sent.print')} />
        </div>
      </div>
      <Section title={t('apply.sent.next')}>
        <Timeline
          label={t('apply.sent.next')}
          items={[
            { title: t('apply.sent.next.received'), state: 'current' },
            { title: t('apply.sent.next.accepted'), state: 'next' },
            { title: t('apply.sent.next.done'), at: dueAt, state: 'next' },
          ]}
        />
      </Section>
      <ButtonRow>
        <ButtonLink href={`/status/${number}`} kind="primary" icon="visibility">
          {t('apply.sent.status')}
        </ButtonLink>
        <ButtonLink href="/dienste">{t('apply.sent.services')}</ButtonLink>
      </ButtonRow>
    </Page>
  )
}
