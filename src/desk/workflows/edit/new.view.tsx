import { Checkbox, Field, Form, type FormState, Page, Section, Select, Submit } from '#design/index.ts'
import { t } from '#platform/text.ts'
import type { LetterChoice } from '#services/builder/index.ts'
import { PATH } from '../paths.ts'
import { MOST_ASKED } from './new.rules.ts'

type Props = { form: FormState; units: ReadonlyMap<string, string>; letters: readonly LetterChoice[]; dienst: string | undefined }

/** A workflow from the standard one: what most services have, with a few choices. */
export const NewWorkflowPage = ({ form, units, letters, dienst }: Props) => (
  <Page
    title={t('workflows.edit.make')}
    lead={t('workflows.edit.make.lead')}
    noindex
    breadcrumbs={[
      { href: '/verwaltung', label: t('administration.title') },
      { href: PATH, label: t('workflows.title') },
    ]}
  >
    <Form action={PATH} state={form} id="ablauf">
      {dienst ? <input type="hidden" name="dienst" value={dienst} /> : null}
      <Section title={t('workflows.edit.basics')} sheet>
        <div class="form">
          <div class="builder-pair">
            <Field name="nameDe" label={t('workflows.edit.nameDe')} maxLength={120} />
            <Field name="nameEn" label={t('workflows.edit.nameEn')} maxLength={120} optional />
          </div>
          <Select
            name="kind"
            label={t('workflows.edit.kind')}
            options={(['decision', 'inquiry'] as const).map((kind) => ({ value: kind, label: t(`workflows.edit.kind.${kind}`) }))}
          />
          <Field name="normDays" label={t('workflows.edit.normDays')} inputMode="numeric" width="short" />
          <Checkbox name="fourEyes" label={t('workflows.edit.make.fourEyes')} hint={t('workflows.edit.make.fourEyes.hint')} />
          <Select
            name="letter"
            label={t('workflows.edit.make.letter')}
            empty={t('workflows.edit.make.letter.standard')}
            optional
            options={letters.map(({ key, name }) => ({ value: key, label: name }))}
          />
        </div>
      </Section>
      <Section title={t('workflows.edit.make.asked')} lead={t('workflows.edit.make.asked.lead')} sheet>
        <ol class="builder-rows">
          {Array.from({ length: MOST_ASKED }, (_, at) => (
            <li key={at} class="builder-row">
              <Select
                name={`askUnit[${at}]`}
                label={t('workflows.edit.ask.unit', { number: at + 1 })}
                empty={t('workflows.edit.none')}
                optional
                options={[...units].map(([value, label]) => ({ value, label }))}
              />
              <Field name={`askDe[${at}]`} label={t('workflows.edit.ask.de', { number: at + 1 })} maxLength={300} optional />
              <Field name={`askEn[${at}]`} label={t('workflows.edit.ask.en', { number: at + 1 })} maxLength={300} optional />
              <Field
                name={`askDays[${at}]`}
                label={t('workflows.edit.ask.days', { number: at + 1 })}
                inputMode="numeric"
                width="short"
                optional
              />
            </li>
          ))}
        </ol>
      </Section>
      <Section title={t('workflows.edit.make.deemed')} lead={t('workflows.edit.make.deemed.lead')} sheet>
        <div class="builder-pair">
          <Field name="law" label={t('workflows.law')} maxLength={200} optional placeholder="§ 42a VwVfG" />
          <Field name="months" label={t('workflows.edit.months')} inputMode="numeric" width="short" optional />
        </div>
      </Section>
      <div>
        <Submit>{t('workflows.edit.make.do')}</Submit>
      </div>
    </Form>
  </Page>
)
