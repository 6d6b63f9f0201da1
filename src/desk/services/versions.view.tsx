import { nameIn, type Organisation } from '#core/organisations/index.ts'
import { Badge, EmptyState, exactDay, Form, type FormState, Refused, Section, Submit, Table, Time } from '#design/index.ts'
import { currentLocale, t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import { differences, type Service, type ServiceContent, type ServiceVersion, type Situation } from '#services/catalogue/index.ts'
import { ServiceDeskPage, type Standing } from './frame.view.tsx'
import { servicePath } from './paths.ts'
import { fieldName } from './service.view.tsx'
import type { ShownTab } from './tabs.ts'

type VersionsProps = {
  service: Service
  standing: Standing
  versions: readonly ServiceVersion[]
  names: ReadonlyMap<string, string>
  tabs: readonly ShownTab[]
  /** `YYYY-MM-DD` */
  today: string
}

const day = (text: string): string => exactDay(new Date(`${text}T12:00:00Z`))

/** From when until when it was or will be read. */
const validity = ({ validFrom, validTo }: ServiceVersion): string =>
  validTo && validTo < validFrom
    ? t('services.version.never')
    : validTo
      ? t('services.version.span', { from: day(validFrom), to: day(validTo) })
      : t('services.version.since', { from: day(validFrom) })

const ValidNow = ({ version: { validFrom, validTo }, today }: { version: ServiceVersion; today: string }) =>
  validTo && validTo < today ? null : validFrom <= today ? (
    <Badge tone="success" icon="visibility">
      {t('services.state.public')}
    </Badge>
  ) : (
    <Badge tone="info" icon="clock">
      {t('services.version.later')}
    </Badge>
  )

export const VersionsPage = ({ service, standing, versions, names, tabs, today }: VersionsProps) => (
  <ServiceDeskPage service={service} standing={standing} tabs={tabs}>
    <Table
      caption={t('services.tab.versions')}
      hideCaption
      rows={versions}
      rowKey={({ number }) => String(number)}
      empty={<EmptyState icon="clock" title={t('services.versions.none')} text={t('services.versions.none.text')} />}
      columns={[
        {
          key: 'number',
          label: t('services.version'),
          names: true,
          show: ({ number }) => (
            <a class="kern-link" href={href(`${servicePath(service.id)}/fassungen/${number}`)}>
              {t('services.version.number', { number })}
            </a>
          ),
        },
        {
          key: 'valid',
          label: t('services.version.valid'),
          show: (version) => (
            <>
              {validity(version)} <ValidNow version={version} today={today} />
            </>
          ),
        },
        {
          key: 'by',
          label: t('services.version.by'),
          show: ({ publishedAt, publishedBy }) => (
            <>
              <Time at={publishedAt} />
              {names.get(publishedBy ?? '') ? `, ${names.get(publishedBy ?? '')}` : ''}
            </>
          ),
        },
      ]}
    />
  </ServiceDeskPage>
)

type VersionProps = Omit<VersionsProps, 'names' | 'versions'> & {
  version: ServiceVersion
  before: ServiceVersion | undefined
  form: FormState
  units: readonly Organisation[]
  situations: readonly Situation[]
}

/** What was changed with a version, old and new below each other, and the way back to it. */
export const VersionPage = ({ service, standing, version, before, form, units, situations, tabs, today }: VersionProps) => {
  const fields = differences(before?.content, version.content).filter(
    (field) => wordsOf(version.content, field, units, situations) !== '' || before,
  )
  const current = differences(version.content, service.draft).length === 0
  return (
    <ServiceDeskPage service={service} standing={standing} tabs={tabs}>
      <Refused refusal={form.refusal} />
      <Section
        title={t('services.version.number', { number: version.number })}
        lead={validity(version)}
        action={<ValidNow version={version} today={today} />}
      >
        {current ? (
          <p class="kern-body">{t('services.version.isDraft')}</p>
        ) : (
          <Form action={`${servicePath(service.id)}/fassungen/${version.number}/entwurf`} id="restore">
            <p class="kern-body">{t('services.restore.consequence')}</p>
            <div>
              <Submit kind="secondary" icon="undo">
                {t('services.restore')}
              </Submit>
            </div>
          </Form>
        )}
      </Section>
      <Section title={t(before ? 'services.version.changes' : 'services.version.first')} sheet>
        {fields.length === 0 ? <p class="kern-body">{t('services.version.same')}</p> : null}
        <dl class="version-changes">
          {fields.map((field) => (
            <div key={field} class="version-change">
              <dt>{fieldName(field)}</dt>
              {before ? (
                <dd class="version-change__old">
                  <span class="version-change__mark">{t('services.version.old')}</span>
                  <del>{wordsOf(before.content, field, units, situations) || '–'}</del>
                </dd>
              ) : null}
              <dd class="version-change__new">
                {before ? <span class="version-change__mark">{t('services.version.new')}</span> : null}
                <ins>{wordsOf(version.content, field, units, situations) || '–'}</ins>
              </dd>
            </div>
          ))}
        </dl>
      </Section>
    </ServiceDeskPage>
  )
}

/** The value of a field as people read it. */
function wordsOf(content: ServiceContent, field: string, units: readonly Organisation[], situations: readonly Situation[]): string {
  const [locale, part] = field.split('.')
  if (part) return content[locale as 'de' | 'en'][part as keyof ServiceContent['de']]
  switch (field) {
    case 'unitId': {
      const unit = units.find(({ id }) => id === content.unitId)
      return unit ? nameIn(unit, currentLocale()) : ''
    }
    case 'situations':
      return situations
        .filter(({ id }) => content.situations.includes(id))
        .map(({ name }) => (currentLocale() === 'en' && name.en) || name.de)
        .join(', ')
    case 'trust':
      return t(`service.trust.${content.trust}`)
    case 'asked':
      return t(content.asked ? 'services.yes' : 'services.no')
    case 'normDays':
      return content.normDays === undefined ? '' : String(content.normDays)
    case 'leikaKey':
      return content.leikaKey ?? ''
    default:
      return content.legalBasis
  }
}
