import { Badge, ButtonLink, Checkbox, EmptyState, Form, type FormState, Section, Sheet, Submit, Table, Time } from '#design/index.ts'
import { hasText, t } from '#platform/text.ts'
import type { LogEntry } from '../account-log.sql.ts'
import type { Session } from '../sessions/session.rules.ts'
import { MyPage, MyStep } from './mine.view.tsx'

export const DevicesPage = ({ sessions, here }: { sessions: readonly Session[]; here: string | undefined }) => (
  <MyPage at="devices">
    <Section title={t('accounts.devices.title')} lead={t('accounts.devices.lead')} sheet>
      <Table
        caption={t('accounts.devices.title')}
        hideCaption
        rows={sessions}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'device',
            label: t('accounts.devices.device'),
            names: true,
            show: ({ id, device }) => (
              <>
                {device || t('accounts.devices.unknown')}{' '}
                {id === here ? (
                  <Badge tone="success" icon="check">
                    {t('accounts.devices.here')}
                  </Badge>
                ) : null}
              </>
            ),
          },
          { key: 'way', label: t('accounts.devices.way'), minor: true, show: ({ way }) => wayText(way) },
          { key: 'since', label: t('accounts.devices.since'), show: ({ createdAt }) => <Time at={createdAt} /> },
          { key: 'seen', label: t('accounts.devices.seen'), show: ({ seenAt }) => <Time at={seenAt} /> },
          {
            key: 'end',
            label: t('accounts.devices.end'),
            show: ({ id }) =>
              id === here ? null : (
                <Form action={`/mein/konto/geraete/${id}/abmelden`} id={`ende-${id}`}>
                  <Submit kind="secondary" small>
                    {t('accounts.devices.endOne')}
                  </Submit>
                </Form>
              ),
          },
        ]}
      />
      {sessions.length > 1 ? (
        <Form action="/mein/konto/geraete/alle-abmelden" id="alle" class="account-further">
          <Submit kind="secondary" danger icon="logout">
            {t('accounts.devices.endOthers', { count: sessions.length - 1 })}
          </Submit>
        </Form>
      ) : null}
    </Section>
  </MyPage>
)

const wayText = (way: string): string => t(hasText(`accounts.way.${way}`) ? `accounts.way.${way}` : 'accounts.way.other')

export const LogPage = ({ entries }: { entries: readonly LogEntry[] }) => (
  <MyPage at="log">
    <Section title={t('accounts.log.title')} lead={t('accounts.log.lead')} sheet>
      <Table
        caption={t('accounts.log.title')}
        hideCaption
        rows={entries}
        rowKey={({ id }) => id}
        empty={<EmptyState icon="shield" title={t('accounts.log.none')} />}
        columns={[
          { key: 'what', label: t('accounts.log.what'), names: true, show: ({ kind }) => t(`accounts.log.${kind}`) },
          { key: 'at', label: t('accounts.log.at'), show: ({ at }) => <Time at={at} show="exact" /> },
          { key: 'device', label: t('accounts.devices.device'), minor: true, show: ({ device }) => device || '–' },
          {
            key: 'network',
            label: t('accounts.log.network'),
            minor: true,
            show: ({ sameNetwork }) => t(sameNetwork ? 'accounts.log.sameNetwork' : 'accounts.log.otherNetwork'),
          },
        ]}
      />
    </Section>
  </MyPage>
)

export const DataPage = () => (
  <MyPage at="data">
    <Section title={t('accounts.export.title')} lead={t('accounts.export.lead')} sheet>
      <ButtonLink href="/mein/konto/daten.json" icon="download" download>
        {t('accounts.export.go')}
      </ButtonLink>
    </Section>
    <Section title={t('accounts.delete.title')} lead={t('accounts.delete.short')} sheet>
      <ButtonLink href="/mein/konto/loeschen" danger icon="delete">
        {t('accounts.delete.begin')}
      </ButtonLink>
    </Section>
  </MyPage>
)

export const DeletePage = ({ form, email }: { form: FormState; email: string }) => (
  <MyStep title={t('accounts.delete.title')} lead={t('accounts.delete.lead', { email })}>
    <Sheet>
      <ul class="kern-list kern-list--bullet">
        <li>{t('accounts.delete.signIn')}</li>
        <li>{t('accounts.delete.personal')}</li>
        <li>{t('accounts.delete.cases')}</li>
        <li>{t('accounts.delete.final')}</li>
      </ul>
      <Form action="/mein/konto/loeschen" state={form} class="form account-further">
        <Checkbox name="sure" label={t('accounts.delete.sure')} value="ja" />
        <Submit danger icon="delete">
          {t('accounts.delete.go')}
        </Submit>
      </Form>
    </Sheet>
  </MyStep>
)
