import { Alert, ButtonLink, ButtonRow, CopyField, Icon, Page, PrintButton, QrCode, Section, Timeline } from '#design/index.ts'
import { t } from '#platform/text.ts'
import { showCode } from '../../cases/index.ts'
import type { KeptPromise } from '../promise/promise.sql.ts'
import { PromiseView } from '../promise/promise.view.tsx'
import type { Receipt } from './receipt-cookie.ts'

/** What to take along: number, code and link; and what the town does now, until when. `origin` is the address of the town. */
export const ReceiptPage = ({ receipt, promise, origin }: { receipt: Receipt; promise: KeptPromise | undefined; origin: string }) => {
  const { number, secret, code } = receipt
  const link = `${origin}/s/${secret}`
  return (
    <Page title={t(`receipt.title.${receipt.kind}`)} width="reading" noindex ownTitle>
      <div class="receipt">
        <div class="receipt__thanks">
          <span class="receipt__mark">
            <Icon name="check" size="x-large" />
          </span>
          <h1>{t(`receipt.title.${receipt.kind}`)}</h1>
          <p>{t(`receipt.lead.${receipt.kind}`)}</p>
        </div>
        <div class="sheet receipt__slip">
          <dl class="receipt__facts">
            <div>
              <dt>{t('receipt.number')}</dt>
              <dd class="receipt__number">{number}</dd>
            </div>
            {code ? (
              <div>
                <dt>{t('receipt.code')}</dt>
                <dd class="receipt__code">{showCode(code)}</dd>
              </div>
            ) : null}
          </dl>
          {secret ? (
            <>
              <QrCode address={link} label={t('receipt.qr')} size={168} />
              <div class="receipt__link">
                <CopyField name="link" label={t('receipt.link')} value={link} />
              </div>
            </>
          ) : null}
          <p class="receipt__keep">{t('receipt.keep')}</p>
          <PrintButton label={t('receipt.print')} />
        </div>
        {receipt.confirming ? (
          <Alert tone="warning" title={t('receipt.confirm')}>
            <p>{t('receipt.confirm.text')}</p>
          </Alert>
        ) : null}
      </div>
      {promise ? (
        <Section title={t('promise.title')}>
          <PromiseView promise={promise} doneAt={undefined} />
        </Section>
      ) : null}
      {receipt.kind === 'sent' ? <Next receipt={receipt} /> : null}
      <ButtonRow>
        <ButtonLink href={secret ? `/s/${secret}` : `/status/${number}`} kind="primary" icon="visibility">
          {t('receipt.status')}
        </ButtonLink>
        <ButtonLink href="/meldungen/neu" icon="add">
          {t('receipt.another')}
        </ButtonLink>
      </ButtonRow>
    </Page>
  )
}

const Next = ({ receipt: { published, dueAt } }: { receipt: Receipt }) => (
  <Section title={t('receipt.next')}>
    <Timeline
      label={t('receipt.next')}
      items={[
        { title: t('receipt.next.received'), state: published ? 'done' : 'current' },
        published ? { title: t('receipt.next.published'), state: 'current' } : { title: t('receipt.next.check'), state: 'next' },
        { title: t('receipt.next.unit'), state: 'next' },
        ...(dueAt ? [{ title: t('receipt.next.done'), at: dueAt, state: 'next' as const }] : []),
      ]}
    />
  </Section>
)
