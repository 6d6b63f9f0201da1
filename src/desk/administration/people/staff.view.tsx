import { type Membership, nameIn, type Person } from '#core/organisations/index.ts'
import { EmptyState, Section, Table } from '#design/index.ts'
import { type Locale, t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import { AdminPage } from '../admin-page.tsx'

type Line = { person: Person; roles: string }
type StaffPageProps = { people: readonly Person[]; memberships: ReadonlyMap<string, readonly Membership[]>; locale: Locale }

/** Colleagues by unit: what each of the staff may know of the others. */
export function StaffPage({ people, memberships, locale }: StaffPageProps) {
  const units = new Map<string, Line[]>()
  for (const person of people) {
    const own = (memberships.get(person.id) ?? []).filter(({ organisation }) => isUnit(organisation.kind))
    for (const [unit, all] of Map.groupBy(own, ({ organisation }) => nameIn(organisation, locale)))
      units.set(unit, [...(units.get(unit) ?? []), { person, roles: all.map(({ role }) => t(`role.${role}`)).join(', ') }])
  }
  return (
    <AdminPage title={t('administration.staff')} lead={t('administration.staff.lead')}>
      {units.size === 0 ? <EmptyState icon="people" title={t('administration.people.none')} /> : null}
      {[...units]
        .sort(([a], [b]) => a.localeCompare(b, locale))
        .map(([unit, lines]) => (
          <Section key={unit} title={unit}>
            <Table
              caption={unit}
              hideCaption
              rows={lines}
              rowKey={({ person }) => person.id}
              columns={[
                { key: 'name', label: t('administration.people.name'), names: true, show: ({ person }) => person.name },
                { key: 'role', label: t('administration.people.role'), show: ({ roles }) => roles },
                {
                  key: 'email',
                  label: t('administration.organisation.email'),
                  show: ({ person: { email } }) =>
                    email ? (
                      <a class="kern-link" href={href(`mailto:${email}`)}>
                        {email}
                      </a>
                    ) : (
                      '–'
                    ),
                },
              ]}
            />
          </Section>
        ))}
    </AdminPage>
  )
}

const isUnit = (kind: string): boolean => ['authority', 'department', 'team'].includes(kind)
