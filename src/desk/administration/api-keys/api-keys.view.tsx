import { type ApiKey, type KeyState, stateOf } from '#core/api-keys/index.ts'
import { Badge, ButtonLink, EmptyState, Pager, Table, Time } from '#design/index.ts'
import { hasText, t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import { AdminPage } from '../admin-page.tsx'

export const API_KEYS_PATH = '/verwaltung/schluessel'

export const scopeName = (scope: string): string => (hasText(scopeText(scope)) ? t(scopeText(scope)) : scope)
/** `open311.send` has the name `open311.scope.send`. */
export const scopeText = (scope: string): string => scope.replace('.', '.scope.')

const looks = {
  valid: { tone: 'success', icon: 'check' },
  expired: { tone: 'neutral', icon: 'clock' },
  revoked: { tone: 'neutral', icon: 'flag' },
} as const

export const KeyStateBadge = ({ state }: { state: KeyState }) => (
  <Badge {...looks[state]}>{t(`administration.apiKeys.state.${state}`)}</Badge>
)

type Shown = { keys: readonly ApiKey[]; more: boolean; first: boolean; now: Date }

export const ApiKeysPage = ({ keys, more, first, now }: Shown) => (
  <AdminPage
    title={t('administration.apiKeys')}
    lead={t('administration.apiKeys.lead')}
    actions={
      <ButtonLink href={`${API_KEYS_PATH}/neu`} kind="primary" icon="add">
        {t('administration.apiKeys.new')}
      </ButtonLink>
    }
  >
    <Table
      caption={t('administration.apiKeys')}
      hideCaption
      keys
      rows={keys}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          label: t('administration.apiKeys.name'),
          names: true,
          show: ({ id, name }) => (
            <a class="kern-link" href={href(`${API_KEYS_PATH}/${id}`)}>
              {name}
            </a>
          ),
        },
        { key: 'scopes', label: t('administration.apiKeys.scopes'), show: ({ scopes }) => scopes.map(scopeName).join(', ') },
        {
          key: 'used',
          label: t('administration.apiKeys.lastUse'),
          show: ({ lastUsedAt }) => (lastUsedAt ? <Time at={lastUsedAt} /> : t('administration.apiKeys.neverUsed')),
        },
        {
          key: 'until',
          label: t('administration.apiKeys.until'),
          show: ({ expiresAt }) => (expiresAt ? <Time at={expiresAt} show="day" /> : t('administration.apiKeys.forever')),
        },
        { key: 'state', label: t('administration.apiKeys.state'), show: (it) => <KeyStateBadge state={stateOf(it, now)} /> },
      ]}
      empty={<EmptyState icon="key" title={t('administration.apiKeys.none')} text={t('administration.apiKeys.none.text')} />}
    />
    <Pager previous={first ? undefined : API_KEYS_PATH} next={more ? `${API_KEYS_PATH}?vor=${keys.at(-1)!.id}` : undefined} />
  </AdminPage>
)
