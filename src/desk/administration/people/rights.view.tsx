import { Icon, Section, Table } from '#design/index.ts'
import { hasText, t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import { AdminPage } from '../admin-page.tsx'

type RightsPageProps = {
  /** Role → permissions, as the modules declare them. */
  table: ReadonlyMap<string, ReadonlySet<string>>
  holders: ReadonlyMap<string, number>
  /** Whether the reader may see who the holders are. */
  linked: boolean
}

/** Every right of the program and who has it: read from what runs, so it cannot be out of date. */
export function RightsPage({ table, holders, linked }: RightsPageProps) {
  const roles = [...table.keys()]
  const permissions = [...new Set([...table.values()].flatMap((all) => [...all]))].sort()
  return (
    <AdminPage title={t('administration.rights')} lead={t('administration.rights.lead')}>
      <Section title={t('administration.rights.roles')}>
        <Table
          caption={t('administration.rights.roles')}
          hideCaption
          rows={roles}
          rowKey={(role) => role}
          columns={[
            { key: 'role', label: t('administration.people.role'), names: true, show: (role) => t(`role.${role}`) },
            { key: 'does', label: t('administration.rights.does'), show: (role) => t(`role.${role}.does`) },
            { key: 'rights', label: t('administration.rights.count'), numeric: true, show: (role) => table.get(role)?.size ?? 0 },
            {
              key: 'people',
              label: t('administration.organisation.people'),
              numeric: true,
              show: (role) => <Holders role={role} count={holders.get(role)} linked={linked} />,
            },
          ]}
        />
      </Section>
      <Section title={t('administration.rights.table')} lead={t('administration.rights.table.lead')}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard */}
        <section class="matrix" aria-label={t('administration.rights.scroll')} tabIndex={0}>
          <table class="matrix__table">
            <caption class="kern-sr-only">{t('administration.rights.table')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('administration.rights.right')}</th>
                {roles.map((role) => (
                  <th key={role} scope="col" class="matrix__role">
                    <span>{t(`role.${role}`)}</span>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {permissions.map((permission) => (
                <tr key={permission}>
                  <th scope="row">
                    {hasText(`permission.${permission}`) ? t(`permission.${permission}`) : permission}
                    <code class="matrix__code">{permission}</code>
                  </th>
                  {roles.map((role) => (
                    <td key={role} class="matrix__cell">
                      {table.get(role)?.has(permission) ? (
                        <>
                          <Icon name="check" size="small" />
                          <span class="kern-sr-only">{t('administration.yes')}</span>
                        </>
                      ) : (
                        <span class="matrix__no">
                          <span aria-hidden="true">·</span>
                          <span class="kern-sr-only">{t('administration.no')}</span>
                        </span>
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </Section>
    </AdminPage>
  )
}

const Holders = ({ role, count = 0, linked }: { role: string; count: number | undefined; linked: boolean }) =>
  linked && count > 0 ? (
    <a class="kern-link" href={href(`/verwaltung/personen?rolle=${role}`)}>
      {t('administration.rights.people', { count })}
    </a>
  ) : (
    <span>{role === 'operator' ? '–' : t('administration.rights.people', { count })}</span>
  )
