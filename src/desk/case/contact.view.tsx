import { Icon, Section } from '#design/index.ts'
import { t } from '#platform/text.ts'
import type { Party } from '#services/cases/index.ts'
import type { CaseSheet } from './case.read.ts'
import { Reach } from './common-parts.view.tsx'

/** Who reported and who joined. Only with the right to see it, and whoever sees it is named in the read log. */
export const Contact = ({ sheet: { report } }: { sheet: CaseSheet }) => {
  const unnamed = report.partyCount - report.contactCount
  const more = report.contactCount - report.parties.length
  return (
    <Section title={t('desk.contact.title')} sheet id="kontakt">
      <p>{t('desk.contact.count', { count: report.partyCount })}</p>
      {report.may.contact ? (
        <>
          <ul class="contact">
            {report.parties.map((party) => (
              <ContactOf key={party.id} party={party} />
            ))}
          </ul>
          {more > 0 ? <p>{t('desk.contact.more', { count: more })}</p> : null}
          {unnamed > 0 ? <p>{t('desk.contact.unnamedMore', { count: unnamed })}</p> : null}
          <p class="desk-hint">
            <Icon name="shield" size="small" /> {t('desk.contact.logged')}
          </p>
        </>
      ) : (
        <p class="desk-hint">
          <Icon name="lock" size="small" /> {t('desk.contact.hidden')}
        </p>
      )}
    </Section>
  )
}

const isNamed = ({ name, email, phone }: Party): boolean => (name ?? email ?? phone) !== undefined

const ContactOf = ({ party }: { party: Party }) => (
  <li class="contact__party">
    <p class="contact__name">
      {party.name ?? t('desk.contact.unnamed')} <span class="contact__role">({t(`desk.contact.role.${party.role}`)})</span>
    </p>
    <Reach party={party} />
    {isNamed(party) ? null : <p class="contact__role">{t('desk.contact.anonymous')}</p>}
  </li>
)
