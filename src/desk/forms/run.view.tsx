import { Alert, Button, ButtonLink, ButtonRow, Checkbox, Checks, Choice, Field, Form, Section, Select } from '#design/index.ts'
import { currentLocale, t } from '#platform/text.ts'
import { type Evaluation, errorWords, type FieldState, feeOf, type NodeState, type PageState, partsAsked } from '#services/forms/index.ts'
import { type AtWork, FormFrame, said } from './frame.view.tsx'
import { formPath } from './paths.ts'

type Props = { at: AtWork; evaluation: Evaluation; sent: Readonly<Record<string, string | string[]>>; tried: boolean }

/** The draft as on a telephone, to be filled in: what is asked, what is refused, and what would be sent. Nothing is kept. */
export const RunPage = ({ at, evaluation, sent, tried }: Props) => {
  const path = formPath(at.service.id)
  return (
    <FormFrame at={at}>
      <p class="kern-body">{t('builder.run.lead')}</p>
      <div class="builder-run">
        <Form
          action={`${path}/probe`}
          method="get"
          id="probe"
          class="builder-phone"
          state={{ input: sent, errors: tried ? errorsOf(evaluation) : {} }}
        >
          <input type="hidden" name="los" value="1" />
          <h2 class="builder-phone__title">{said(at.work.form.title)}</h2>
          {at.work.form.intro ? <p>{said(at.work.form.intro)}</p> : null}
          {evaluation.pages.map((page) => (
            <PagePreview key={page.key} page={page} />
          ))}
          <ButtonRow>
            <Button type="submit" kind="primary">
              {t('builder.run.do')}
            </Button>
            <ButtonLink href={`${path}/probe`} kind="tertiary">
              {t('builder.run.again')}
            </ButtonLink>
          </ButtonRow>
        </Form>
        <Outcome evaluation={evaluation} tried={tried} />
      </div>
    </FormFrame>
  )
}

const errorsOf = ({ errors }: Evaluation): Record<string, string> =>
  Object.fromEntries(errors.map((error) => [nameOf(error.path), errorWords(error, currentLocale())]))

/** Names of fields in the form of the run: every answer by its path. */
const nameOf = (path: string): string => `a.${path}`

const PagePreview = ({ page }: { page: PageState }) => (
  <fieldset class="builder-phone__page">
    <legend>{said(page.page.title) || page.key}</legend>
    {page.page.help ? <p>{said(page.page.help)}</p> : null}
    {page.nodes.map((node) => (
      <Node key={node.path} node={node} />
    ))}
  </fieldset>
)

const Node = ({ node }: { node: NodeState }) => {
  if (node.kind === 'field') return <FieldPreview state={node} />
  const { group, entries, path } = node
  return (
    <fieldset class="builder-phone__group">
      <legend>{said(group.label) || group.key}</legend>
      {entries.map((entry, n) => (
        <div key={entry.path} class="builder-phone__entry">
          <p>{said(group.itemLabel).replace('{n}', String(n + 1))}</p>
          {entry.nodes.map((inner) => (
            <Node key={inner.path} node={inner} />
          ))}
        </div>
      ))}
      {entries.length < group.max ? <Checkbox name={`mehr.${path}`} label={t('builder.run.more', { name: said(group.label) })} /> : null}
    </fieldset>
  )
}

const FieldPreview = ({ state: { field, path, required, value, offered } }: { state: FieldState }) => {
  const common = {
    name: nameOf(path),
    label: said(field.label) || field.key,
    optional: !required,
    ...(field.help && { hint: said(field.help) }),
  }
  const options = (field.options ?? [])
    .filter(({ key }) => offered.includes(key))
    .map(({ key, label }) => ({ value: key, label: said(label) || key }))
  switch (field.kind) {
    case 'info':
      return <p class="builder-phone__info">{said(field.label)}</p>
    case 'calculated':
      return (
        <p class="builder-phone__info">
          {said(field.label)}: <strong>{typeof value === 'number' ? amountWords(value, field.result === 'money') : '–'}</strong>
        </p>
      )
    case 'longText':
      return <Field {...common} rows={3} />
    case 'yesNo':
      return (
        <Choice
          {...common}
          horizontal
          options={[
            { value: 'ja', label: t('services.yes') },
            { value: 'nein', label: t('services.no') },
          ]}
        />
      )
    case 'declaration':
      return <Checkbox name={common.name} label={common.label} value="ja" />
    case 'choice':
      return options.length <= 7 ? (
        <Choice {...common} options={options} />
      ) : (
        <Select {...common} empty={t('builder.row.none')} options={options} />
      )
    case 'multiChoice':
      return <Checks {...common} options={options} />
    case 'person':
    case 'organisation':
    case 'address':
      return (
        <fieldset class="builder-phone__group">
          <legend>{common.label}</legend>
          {partsAsked(field).map((part) => (
            <Field key={part} name={nameOf(`${path}.${part}`)} label={t(`form.part.${part}`)} optional={!required} />
          ))}
        </fieldset>
      )
    case 'place':
      return <Field {...common} hint={t('builder.run.place')} />
    case 'upload':
      return <Field {...common} hint={t('builder.run.upload')} />
    default:
      return <Field {...common} {...(field.kind === 'date' && { placeholder: '3.5.2026' })} />
  }
}

const amountWords = (value: number, isMoney: boolean): string =>
  new Intl.NumberFormat(currentLocale() === 'de' ? 'de-DE' : 'en-GB', isMoney ? { style: 'currency', currency: 'EUR' } : {}).format(
    isMoney ? value / 100 : value,
  )

const Outcome = ({ evaluation, tried }: { evaluation: Evaluation; tried: boolean }) => {
  const { exit, ready, errors, values } = evaluation
  const fee = feeOf(evaluation)
  return (
    <Section title={t('builder.run.outcome')} sheet>
      {!tried ? <p class="kern-body">{t('builder.run.untried')}</p> : null}
      {tried && exit ? (
        <Alert tone="warning" title={said(exit.title)}>
          <p>{said(exit.reason)}</p>
          <p>{said(exit.nextStep)}</p>
        </Alert>
      ) : null}
      {tried && ready ? <Alert tone="success" title={t('builder.run.ready')} /> : null}
      {tried && !exit && errors.length > 0 ? <Alert tone="info" title={t('builder.run.missing', { count: errors.length })} /> : null}
      {fee === undefined ? null : <p class="kern-body">{t('builder.run.fee', { amount: amountWords(fee, true) })}</p>}
      <p class="kern-body">{t('builder.run.sent')}</p>
      <pre class="builder-json">{JSON.stringify(values, undefined, 2)}</pre>
    </Section>
  )
}
