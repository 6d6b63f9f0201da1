import { Badge, EmptyState, Form, Page, Pager, Submit, Time } from '#design/index.ts'
import { hasText, t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import { Live } from './live.view.tsx'
import type { Notification } from './notification.rules.ts'

export const PAGE = 30

type Props = {
  /** One more than a page where there are more. */
  notifications: readonly Notification[]
  unread: number
  /** The list from its beginning. */
  first: boolean
}

export function NotificationsPage({ notifications, unread, first }: Props) {
  const shown = notifications.slice(0, PAGE)
  const last = shown.at(-1)
  return (
    <Page
      title={t('notifications.title')}
      lead={unread > 0 ? t('notifications.unread', { count: unread }) : t('notifications.nothingNew')}
      width="reading"
      noindex
      actions={
        <a class="kern-link" href={href('/mein/mitteilungen/einstellungen')}>
          {t('notifications.choices.title')}
        </a>
      }
    >
      {first ? <Live topics={['mine']} /> : null}
      {unread > 0 && shown[0] ? (
        <Form action="/mein/mitteilungen/gelesen" class="notifications__all">
          {first ? <input type="hidden" name="upTo" value={shown[0].id} /> : null}
          <Submit kind="secondary" icon="check">
            {t('notifications.readAll')}
          </Submit>
        </Form>
      ) : null}
      {shown.length === 0 ? (
        <EmptyState icon="bell" title={t('notifications.empty')} text={t('notifications.empty.text')} />
      ) : (
        <ul class="notifications">
          {shown.map((notification) => (
            <Entry key={notification.id} notification={notification} />
          ))}
        </ul>
      )}
      <Pager
        previous={first ? undefined : '/mein/mitteilungen'}
        next={notifications.length > PAGE && last ? `/mein/mitteilungen?vor=${last.id}` : undefined}
      />
    </Page>
  )
}

/** Opening one marks it as read, which a link must not do: so it is a button. */
const Entry = ({ notification: { id, text, params, at, readAt } }: { notification: Notification }) => (
  <li class={`notifications__entry${readAt ? '' : ' notifications__entry--new'}`} data-list-item="">
    <Form action={`/mein/mitteilungen/${id}`} class="notifications__form">
      <button class="notifications__open" type="submit">
        {hasText(text) ? t(text, params) : t('notifications.gone')}
      </button>
    </Form>
    <p class="notifications__facts">
      {readAt ? null : <Badge tone="info">{t('notifications.new')}</Badge>}
      <Time at={at} />
    </p>
  </li>
)
