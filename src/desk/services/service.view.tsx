import type { Organisation } from '#core/organisations/index.ts'
import { Alert, ButtonLink, ConfirmButton, Field, Form, type FormState, Page, Refused, Section, Submit, Timeline } from '#design/index.ts'
import { hasText, t } from '#platform/text.ts'
import { missingEnglish, type Service, type ServiceContent, type ServiceVersion, type Situation } from '#services/catalogue/index.ts'
import { ServiceDeskPage, type Standing } from './frame.view.tsx'
import { SERVICES_PATH, servicePath } from './paths.ts'
import { sentFields } from './sent.ts'
import type { History } from './service.read.ts'
import { ServiceFields } from './service-fields.view.tsx'
import type { ShownTab } from './tabs.ts'

type Choices = { units: readonly Organisation[]; situations: readonly Situation[] }

export const NewServicePage = ({ form, ...choices }: Choices & { form: FormState }) => (
  <Page
    title={t('services.new')}
    lead={t('services.new.lead')}
    width="wide"
    noindex
    breadcrumbs={[
      { href: '/verwaltung', label: t('administration.title') },
      { href: SERVICES_PATH, label: t('services.title') },
    ]}
  >
    <Form action={SERVICES_PATH} state={{ ...form, input: sentFields(form.input) }} id="service">
      <ServiceFields {...choices} />
      <div>
        <Submit>{t('services.save')}</Submit>
      </div>
    </Form>
  </Page>
)

/** The draft as the form's fields name it. */
const inputOf = ({ de, en, ...facts }: ServiceContent): Record<string, unknown> => ({
  ...facts,
  asked: facts.asked ? 'on' : '',
  ...Object.fromEntries(Object.entries(de).map(([part, text]) => [`de[${part}]`, text])),
  ...Object.fromEntries(Object.entries(en).map(([part, text]) => [`en[${part}]`, text])),
})

type ServiceTextsPageProps = Choices & {
  service: Service
  standing: Standing
  now: ServiceVersion | undefined
  tabs: readonly ShownTab[]
  form: FormState
  /** Which of the forms was sent and came back. */
  sent: 'texts' | 'publication'
  history: History
  mayPublish: boolean
  /** `YYYY-MM-DD` */
  today: string
}

export const ServiceTextsPage = (props: ServiceTextsPageProps) => {
  const { service, standing, tabs, form, sent, units, situations } = props
  const edited = sent === 'texts' && Object.keys(form.input).length > 0
  const state = edited ? { ...form, input: sentFields(form.input) } : { input: inputOf(service.draft), errors: {} }
  const seen = edited && typeof form.input.seen === 'string' ? form.input.seen : service.changedAt.toISOString()
  const missing = missingEnglish(service.draft)
  return (
    <ServiceDeskPage
      service={service}
      standing={standing}
      tabs={tabs}
      actions={standing.public ? <ButtonLink href={`/dienste/${service.slug}`}>{t('services.see')}</ButtonLink> : null}
    >
      {sent === 'publication' ? <Refused refusal={form.refusal} /> : null}
      {missing.length > 0 ? (
        <Alert tone="warning" title={t('services.english.missing', { count: missing.length })}>
          <p>{t('services.english.parts', { parts: missing.map((part) => t(`service.part.${part}`)).join(', ') })}</p>
        </Alert>
      ) : null}
      <Publication {...props} />
      <Form action={servicePath(service.id)} state={state} id="service">
        <input type="hidden" name="seen" value={seen} />
        <ServiceFields units={units} situations={situations} missing={missing} />
        <div>
          <Submit>{t('services.save')}</Submit>
        </div>
      </Form>
      <Past history={props.history} />
    </ServiceDeskPage>
  )
}

const Publication = ({ service, standing, mayPublish, form, sent, today }: ServiceTextsPageProps) => {
  const path = servicePath(service.id)
  if (!mayPublish) return null
  const state: FormState = sent === 'publication' ? { ...form, refusalSaid: true } : { input: { validFrom: today }, errors: {} }
  return (
    <Section title={t('services.publication')} sheet>
      <p class="kern-body">{t(service.changed ? 'services.publication.changed' : 'services.publication.same')}</p>
      <Form action={`${path}/veroeffentlichung`} state={state} id="publication">
        <div class="week-fields">
          <Field name="validFrom" type="date" min={today} label={t('services.validFrom')} />
          <Field name="validTo" type="date" min={today} label={t('services.validTo')} hint={t('services.validTo.hint')} optional />
        </div>
        <div>
          <Submit kind={service.changed ? 'primary' : 'secondary'}>
            {t(service.version > 0 ? 'services.publish.again' : 'services.publish')}
          </Submit>
        </div>
      </Form>
      {standing.public || standing.next ? (
        <ConfirmButton
          action={`${path}/ruecknahme`}
          label={t('services.takeBack')}
          icon="visibility-off"
          consequence={t('services.takeBack.consequence')}
          confirm={t('services.takeBack.confirm', { name: service.draft.de.name })}
        />
      ) : null}
      {service.version === 0 ? (
        <ConfirmButton
          action={`${path}/entfernung`}
          label={t('services.remove')}
          consequence={t('services.remove.consequence')}
          confirm={t('services.remove.confirm', { name: service.draft.de.name })}
        />
      ) : null}
    </Section>
  )
}

/** `de.fees` → "Was es kostet (Deutsch)" */
export const fieldName = (field: string): string => {
  const [locale, part] = field.split('.')
  if (part) return t('services.part', { part: t(`service.part.${part}`), language: t(`services.language.${locale}`) })
  return hasText(`services.field.${field}`) ? t(`services.field.${field}`) : field
}

const Past = ({ history: { events, names } }: { history: History }) =>
  events.length === 0 ? null : (
    <Section title={t('services.history')}>
      <Timeline
        label={t('services.history')}
        items={events.map(({ kind, at, actorPersonId, data }) => ({
          title: t(`services.event.${kind.split('.')[1]}`, { version: typeof data.version === 'number' ? data.version : 0 }),
          at,
          text: changedFields(data.fields),
          who: names.get(actorPersonId ?? '') ?? t('services.bySystem'),
        }))}
      />
    </Section>
  )

/** The first few by name, how many more. */
function changedFields(fields: unknown): string | undefined {
  if (!Array.isArray(fields) || fields.length === 0) return undefined
  const named = fields.slice(0, 4).map((field) => fieldName(String(field)))
  return fields.length > 4 ? t('services.history.more', { fields: named.join(', '), count: fields.length - 4 }) : named.join(', ')
}
