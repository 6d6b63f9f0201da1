import type { ComponentChildren } from 'preact'
import { Alert, Button, ButtonLink, ButtonRow, CopyField, EmptyState, Icon, Page, Section } from '#design/index.ts'
import { t } from '#platform/text.ts'
import { frame, href } from '#platform/view.ts'
import { type OfflinePage, WAITING_PATH } from './pages.ts'
import type { EntryState, SIGN_IN } from './queue/entry.rules.ts'

/**
 * What waits on this device, and what can be done without network. The same for everybody: waiting-list.browser.ts fills in what the
 * device keeps. Without network it also stands in for every other page.
 */
export const WaitingPage = ({ pages }: { pages: readonly OfflinePage[] }) => (
  <Page title={t('offline.title')} lead={t('offline.lead')} width="reading" noindex>
    <div
      class="waiting"
      data-stands-in
      data-controller="waiting-list"
      data-waiting-list-base-value={frame().base}
      data-waiting-list-path-value={href(WAITING_PATH)}
      data-waiting-list-texts-value={JSON.stringify(browserTexts())}
    >
      <noscript>
        <Alert tone="info" title={t('offline.noScript')} />
      </noscript>
      <div data-waiting-list-target="standsIn" hidden>
        <Alert tone="warning" title={t('offline.standsIn')}>
          <p>{t('offline.standsIn.text')}</p>
          <Button icon="autorenew" data={{ 'data-action': 'waiting-list#reload' }}>
            {t('offline.reload')}
          </Button>
        </Alert>
      </div>
      <p class="kern-sr-only" role="status" data-waiting-list-target="said" />
      <div data-waiting-list-target="empty" hidden>
        <EmptyState icon="check" title={t('offline.empty')} text={t('offline.empty.text')} />
      </div>
      <ul class="waiting__list" data-waiting-list-target="list" aria-label={t('offline.list')} hidden />
      <div data-waiting-list-target="all" hidden>
        <ButtonRow>
          <Button icon="send" kind="primary" data={{ 'data-action': 'waiting-list#sendAll' }}>
            {t('offline.sendAll')}
          </Button>
        </ButtonRow>
      </div>
      <div class="waiting__others" data-waiting-list-target="others" hidden>
        <p data-waiting-list-target="othersText" />
        <Button kind="tertiary" danger small icon="delete" data={{ 'data-action': 'waiting-list#removeOthers' }}>
          {t('offline.others.delete')}
        </Button>
      </div>
      <template data-waiting-list-target="item">
        <Item />
      </template>
    </div>
    <Section title={t('offline.works')}>
      <ul class="waiting__works">
        {pages.map(({ path, text }) =>
          text ? (
            <li key={path}>
              <ButtonLink href={path} icon="add" data={{ 'data-turbo': 'false' }}>
                {t(text)}
              </ButtonLink>
            </li>
          ) : null,
        )}
      </ul>
      <p class="kern-body kern-body--muted">{t('offline.works.text')}</p>
    </Section>
    <Section title={t('offline.app')}>
      <p>{t('offline.app.text')}</p>
      <p class="kern-body kern-body--muted">{t('offline.private')}</p>
    </Section>
  </Page>
)

/** One entry; every part is hidden until it has something to say. */
const Item = () => (
  <li class="sheet waiting__item">
    <p class="waiting__state">
      <Icon name="clock" size="small" />
      <span data-part="state" />
    </p>
    <h2 class="waiting__title">
      <span data-part="title" />
    </h2>
    <p class="kern-body kern-body--muted" data-part="when" />
    <p class="waiting__problem" data-part="problem" hidden />
    <Part name="receipt">
      <dl class="receipt__facts">
        <div data-part="numberRow" hidden>
          <dt>{t('offline.number')}</dt>
          <dd class="receipt__number" data-part="number" />
        </div>
        <div data-part="codeRow" hidden>
          <dt>{t('offline.code')}</dt>
          <dd class="receipt__code" data-part="code" />
        </div>
      </dl>
      <div data-part="linkRow" hidden>
        <CopyField name="offline-link" label={t('offline.link')} value="" />
      </div>
      <p class="kern-body kern-body--muted">{t('offline.keep')}</p>
    </Part>
    <div class="button-row kern-btn-wrapper waiting__actions">
      <ButtonLink href={WAITING_PATH} kind="primary" icon="visibility" data={{ 'data-part': 'open', 'data-turbo': 'false' }}>
        {t('offline.open')}
      </ButtonLink>
      <ButtonLink href={WAITING_PATH} icon="edit" data={{ 'data-part': 'edit', 'data-turbo': 'false' }}>
        {t('offline.edit')}
      </ButtonLink>
      <ButtonLink href={`/anmelden?weiter=${WAITING_PATH}`} kind="primary" icon="account-circle" data={{ 'data-part': 'signIn' }}>
        {t('design.signIn')}
      </ButtonLink>
      <Button icon="send" data={{ 'data-part': 'send', 'data-action': 'waiting-list#send' }}>
        {t('offline.send')}
      </Button>
      <Button kind="tertiary" icon="delete" data={{ 'data-part': 'remove', 'data-action': 'waiting-list#remove' }}>
        {t('offline.delete')}
      </Button>
    </div>
  </li>
)

const Part = ({ name, children }: { name: string; children: ComponentChildren }) => (
  <div class={`waiting__${name}`} data-part={name} hidden>
    {children}
  </div>
)

/** What the script says, in the language of the page. `{…}` is filled in by it. */
const browserTexts = () => {
  const states: Record<EntryState | typeof SIGN_IN, string> = {
    draft: t('offline.state.draft'),
    waiting: t('offline.state.waiting'),
    sending: t('offline.state.sending'),
    refused: t('offline.state.refused'),
    sent: t('offline.state.sent'),
    signIn: t('offline.state.signIn'),
  }
  return {
    ...states,
    written: t('offline.written', { when: '{when}' }),
    sentAt: t('offline.sentAt', { when: '{when}' }),
    refusedUnsaid: t('offline.refusedUnsaid'),
    remove: t('offline.delete.ask', { title: '{title}' }),
    removed: t('offline.deleted'),
    others: t('offline.others', { count: '{count}' }),
    removeOthers: t('offline.others.ask', { count: '{count}' }),
    noNetwork: t('offline.noNetwork'),
    noLuck: t('offline.noLuck'),
  }
}
