import { Alert, Badge, EmptyState, FileField, Form, type FormState, Page, Section, Select, Submit, Table, Time } from '#design/index.ts'
import { currentLocale, t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import type { ListedForm, LooseForm } from '#services/builder/index.ts'
import type { DeskLine } from '#services/catalogue/index.ts'
import { findingWords, type Item, isGroup } from '#services/forms/index.ts'
import { dayWords } from '../publication/index.ts'
import { said } from './frame.view.tsx'
import { FORMS, formPath } from './paths.ts'

type Fault = { text: string; line: number | undefined; column: number | undefined }

/** All forms, and the way in for files of data fields. */
export const FormsPage = ({ forms, fault }: { forms: readonly ListedForm[]; fault: Fault | undefined }) => (
  <Page
    title={t('builder.forms')}
    lead={t('builder.forms.lead')}
    width="wide"
    noindex
    breadcrumbs={[{ href: '/verwaltung', label: t('administration.title') }]}
  >
    {fault ? (
      <Alert tone="danger" title={t('builder.import.refused')} live>
        <p>
          {fault.text} {fault.line === undefined ? '' : t('builder.import.at', { line: fault.line, column: fault.column ?? 0 })}
        </p>
      </Alert>
    ) : null}
    <Table
      caption={t('builder.forms')}
      hideCaption
      rows={forms}
      rowKey={({ key }) => key}
      empty={<EmptyState icon="list" title={t('builder.forms.none')} text={t('builder.none.text')} />}
      columns={[
        {
          key: 'name',
          label: t('builder.tab'),
          names: true,
          show: ({ key, name, serviceId }) => <a href={href(serviceId ? formPath(serviceId) : `${FORMS}/${key}`)}>{said(name)}</a>,
        },
        {
          key: 'number',
          label: t('builder.state'),
          show: ({ number, day }) => (
            <span>
              {number === undefined ? t('builder.forms.draft') : t('builder.inForce', { number })}{' '}
              {day === undefined ? null : <Badge tone="info">{t('publication.ahead', { day: dayWords(day) })}</Badge>}
            </span>
          ),
        },
        {
          key: 'service',
          label: t('builder.forms.service'),
          show: ({ serviceId }) => (serviceId ? t('builder.forms.has') : <Badge tone="warning">{t('builder.forms.waits')}</Badge>),
        },
        { key: 'changed', label: t('builder.forms.changed'), minor: true, show: ({ changedAt }) => <Time at={changedAt} /> },
      ]}
    />
    <Section title={t('builder.import')} lead={t('builder.import.lead')} sheet>
      <Form action={`${FORMS}/xdatenfelder`} id="einlesen" files>
        <FileField name="datei" label={t('builder.import.file')} accept=".xml,application/xml,text/xml" />
        <div>
          <Submit>{t('builder.import.do')}</Submit>
        </div>
      </Form>
    </Section>
  </Page>
)

type Props = { found: LooseForm; services: readonly DeskLine[]; form: FormState }

/** A form that came in: what it holds, what is still open, and to which service it goes. */
export const LooseFormPage = ({ found: { definition, form, findings }, services, form: state }: Props) => {
  const faults = findings.filter(({ grade }) => grade === 'fault')
  return (
    <Page
      title={said(definition.name)}
      width="wide"
      noindex
      breadcrumbs={[
        { href: '/verwaltung', label: t('administration.title') },
        { href: FORMS, label: t('builder.forms') },
      ]}
    >
      <Section title={t('builder.loose.give')} lead={t('builder.loose.give.lead')} sheet>
        <Form action={`${FORMS}/${definition.key}/dienst`} state={state} id="dienst">
          <Select
            name="serviceId"
            label={t('builder.forms.service')}
            empty={t('builder.row.none')}
            options={services.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <div>
            <Submit>{t('builder.loose.do')}</Submit>
          </div>
        </Form>
      </Section>
      {form.openRules.length > 0 ? (
        <Section title={t('builder.rules')} lead={t('builder.rules.lead')} sheet>
          <ul class="builder-rules">
            {form.openRules.map(({ ref, place, text }, n) => (
              <li key={n}>
                <p>
                  <strong>{ref}</strong> · {place}
                </p>
                <p class="desk-words">{text}</p>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <Section title={t('builder.outline')} sheet>
        {form.pages.map((page) => (
          <div key={page.key}>
            <h3>{said(page.title) || page.key}</h3>
            <ItemList items={page.items} />
          </div>
        ))}
      </Section>
      {faults.length > 0 ? (
        <Section title={t('builder.faults.here', { count: faults.length })} lead={t('builder.loose.faults')} sheet>
          <ul class="builder-findings">
            {faults.slice(0, 40).map((finding, n) => {
              const { where, what } = findingWords(form, finding, currentLocale())
              return (
                <li key={n}>
                  {where}: {what}
                </li>
              )
            })}
            {faults.length > 40 ? <li>{t('builder.more', { count: faults.length - 40 })}</li> : null}
          </ul>
        </Section>
      ) : null}
    </Page>
  )
}

const ItemList = ({ items }: { items: readonly Item[] }) => (
  <ul class="builder-findings">
    {items.map((item) => (
      <li key={item.key}>
        {said(item.label) || item.key}{' '}
        <span class="builder-muted">{isGroup(item) ? t('builder.kind.group') : t(`builder.kind.${item.kind}`)}</span>
        {isGroup(item) ? <ItemList items={item.items} /> : null}
      </li>
    ))}
  </ul>
)
