import { Field, Form, type FormState, Page, Section, Submit, Table } from '#design/index.ts'
import { t } from '#platform/text.ts'
import type { DueCount, RetentionRule, RetentionStep } from '#services/cases/index.ts'
import { kindName, resultName } from './result-name.ts'
import { countText } from './retention.view.tsx'

type Props = {
  rule: RetentionRule
  effect: readonly { step: RetentionStep; before: DueCount; after: DueCount }[]
  tries: boolean
  form: FormState
  manages: boolean
}

const Days = () => (
  <>
    {(['archiveDays', 'anonymiseDays', 'deleteDays'] as const).map((name) => (
      <Field key={name} name={name} type="number" min={0} max={36_500} label={t(`retention.rule.${name}`)} width="short" />
    ))}
    <Field name="reason" rows={2} maxLength={500} label={t('retention.record.reason')} hint={t('retention.rule.reason.hint')} />
  </>
)

/** First shows what a rule would do tonight, then changes it: both with the same fields. */
export const RulePage = ({ rule, effect, tries, form, manages }: Props) => {
  const path = `/verwaltung/aufbewahrung/${rule.kind}/${rule.result}`
  return (
    <Page
      title={t('retention.rule.title', { result: `${t(kindName(rule.kind))}, ${t(resultName(rule))}` })}
      breadcrumbs={[
        { href: '/verwaltung', label: t('administration.title') },
        { href: '/verwaltung/aufbewahrung', label: t('retention.page.title') },
      ]}
      width="wide"
      noindex
    >
      <Section title={t('retention.rule.effect')} lead={t(tries ? 'retention.rule.tried' : 'retention.rule.untried')} sheet>
        <Table
          caption={t('retention.rule.effect')}
          hideCaption
          rows={effect}
          rowKey={({ step }) => step}
          columns={[
            { key: 'step', label: t('retention.record.action'), names: true, show: ({ step }) => t(`retention.step.${step}`) },
            { key: 'before', label: t('retention.rule.before'), show: ({ before }) => countText(before) },
            { key: 'after', label: t('retention.rule.after'), show: ({ after }) => countText(after) },
            { key: 'samples', label: t('retention.rule.samples'), show: ({ after }) => after.samples.join(', ') || '–' },
          ]}
        />
      </Section>
      {manages ? (
        <Section title={t('retention.rule.change')} sheet>
          <Form action={path} state={form}>
            <Days />
            <div class="kern-btn-wrapper">
              {/* Sent, so that what is wrong stands at its field; the answer leads to this page with the draft and changes nothing. */}
              <Submit formAction={`${path}/vorschau`} kind="secondary">
                {t('retention.rule.try')}
              </Submit>
              <Submit>{t('retention.rule.save')}</Submit>
            </div>
          </Form>
        </Section>
      ) : null}
    </Page>
  )
}
