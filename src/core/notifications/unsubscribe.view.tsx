import { Alert, Form, Page, Submit } from '#design/index.ts'
import type { NotificationKind } from '#platform/module.ts'
import { t } from '#platform/text.ts'
import { href } from '#platform/view.ts'

/** `kind` undefined: the daily summary. */
export function UnsubscribePage({ token, kind, done }: { token: string; kind: NotificationKind | undefined; done: boolean }) {
  const name = kind ? t(kind.text) : t('notifications.unsubscribe.summary')
  return (
    <Page title={t('notifications.unsubscribe.title')} width="reading" noindex>
      {done ? (
        <Alert tone="success" title={t('notifications.unsubscribe.done')} live>
          <p>{t('notifications.unsubscribe.done.text', { name })}</p>
        </Alert>
      ) : (
        <Form action={`/mitteilungen/abbestellen/${token}`}>
          <p class="kern-body">{t('notifications.unsubscribe.question', { name })}</p>
          <Submit>{t('notifications.unsubscribe.confirm')}</Submit>
        </Form>
      )}
      <p class="kern-body">
        <a class="kern-link" href={href('/mein/mitteilungen/einstellungen')}>
          {t('notifications.unsubscribe.all')}
        </a>
      </p>
    </Page>
  )
}
