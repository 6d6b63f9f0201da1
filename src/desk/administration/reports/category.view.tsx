import { nameIn, type Organisation } from '#core/organisations/index.ts'
import { Badge, Checkbox, Choice, ConfirmButton, Field, Form, type FormState, Section, Select, Submit } from '#design/index.ts'
import { type Locale, t } from '#platform/text.ts'
import { type Category, type CategoryGroup, proofs, publishModes } from '#services/reports/index.ts'
import { AdminPage } from '../admin-page.tsx'
import type { QuestionFields } from './category-form.rules.ts'
import { inner, QuestionList } from './questions.view.tsx'

const PATH = '/verwaltung/kategorien'

type CategoryPageProps = {
  known: Category | undefined
  state: FormState
  questions: readonly QuestionFields[]
  units: readonly Organisation[]
  groups: readonly CategoryGroup[]
  locale: Locale
}

export const CategoryPage = ({ known, state, questions, units, groups, locale }: CategoryPageProps) => (
  <AdminPage
    title={known ? known.name[locale] : t('administration.category.new')}
    parents={[{ href: PATH, label: t('administration.categories') }]}
    actions={known?.closedAt ? <Badge icon="lock">{t('administration.organisation.isClosed')}</Badge> : null}
  >
    <Form action={known ? `${PATH}/${known.id}` : PATH} state={state} id="category">
      {/* Enter in a field saves, although other buttons come before that one. */}
      <button class="kern-sr-only" type="submit" tabIndex={-1} aria-hidden="true" />
      <Facts {...{ known, state, units, groups, locale }} />
      <QuestionList questions={questions} />
      <Submit>{t('administration.save')}</Submit>
    </Form>
    {known ? <Closing known={known} locale={locale} /> : null}
  </AdminPage>
)

const Facts = ({ known, state, units, groups, locale }: Omit<CategoryPageProps, 'questions'>) => (
  <Section title={t('administration.category.facts')} sheet>
    <div class="form">
      {known ? (
        <input type="hidden" name="code" value={known.code} />
      ) : (
        <Field
          name="code"
          label={t('administration.organisation.code')}
          hint={t('administration.category.code.hint')}
          width="medium"
          maxLength={60}
        />
      )}
      <Field {...inner(state, 'name', 'de')} label={t('administration.category.name.de')} width="medium" maxLength={500} />
      <Field {...inner(state, 'name', 'en')} label={t('administration.category.name.en')} width="medium" maxLength={500} />
      <Select
        name="groupCode"
        label={t('administration.group')}
        options={groups.map((group) => ({ value: group.code, label: group.name[locale] }))}
      />
      <Field {...inner(state, 'hint', 'de')} label={t('administration.category.hint.de')} maxLength={500} optional />
      <Field {...inner(state, 'hint', 'en')} label={t('administration.category.hint.en')} maxLength={500} optional />
      <Field
        name="keywords"
        label={t('administration.category.keywords')}
        hint={t('administration.category.keywords.hint')}
        rows={3}
        optional
      />
      <Field name="icon" label={t('administration.category.icon')} width="short" maxLength={60} optional />
      <div class="bounds">
        <Field
          name="deadlineDays"
          type="number"
          label={t('administration.category.deadlineDays')}
          hint={t('administration.category.deadlineDays.hint')}
          min={1}
          max={365}
          width="short"
          value={state.input.deadlineDays ?? 10}
        />
        <Field
          name="acceptDays"
          type="number"
          label={t('administration.category.acceptDays')}
          hint={t('administration.category.acceptDays.hint')}
          min={1}
          max={30}
          width="short"
          value={state.input.acceptDays ?? 3}
        />
        <Field
          name="radiusM"
          type="number"
          label={t('administration.category.radius')}
          hint={t('administration.category.radius.hint')}
          min={5}
          max={1000}
          width="short"
          value={state.input.radiusM ?? 50}
        />
      </div>
      <Choice
        name="proof"
        label={t('administration.category.proof')}
        value={state.input.proof ?? 'photo'}
        options={proofs.map((proof) => ({ value: proof, label: t(`administration.category.proof.${proof}`) }))}
      />
      <Choice
        name="publish"
        label={t('administration.category.publish')}
        value={state.input.publish ?? 'afterCheck'}
        options={publishModes.map((mode) => ({ value: mode, label: t(`administration.category.publish.${mode}`) }))}
      />
      <Checkbox name="anonymous" label={t('administration.category.anonymous')} />
      <Checkbox name="confirmEmail" label={t('administration.category.confirmEmail')} />
      <Select
        name="danger"
        label={t('administration.category.danger')}
        hint={t('administration.category.danger.hint')}
        empty={t('administration.category.danger.none')}
        options={['110', '112'].map((number) => ({ value: number, label: number }))}
        optional
      />
      <Select
        name="unitId"
        label={t('administration.category.unit')}
        hint={t('administration.category.unit.hint')}
        empty={t('administration.category.unit.none')}
        options={units.map((unit) => ({ value: unit.id, label: nameIn(unit, locale) }))}
        optional
      />
    </div>
  </Section>
)

const Closing = ({ known: { id, name, closedAt }, locale }: { known: Category; locale: Locale }) =>
  closedAt ? (
    <Form action={`${PATH}/${id}/schliessung`} id="opening">
      <input type="hidden" name="open" value="on" />
      <Submit kind="secondary">{t('administration.organisation.open')}</Submit>
    </Form>
  ) : (
    <ConfirmButton
      action={`${PATH}/${id}/schliessung`}
      label={t('administration.organisation.close')}
      icon="lock"
      consequence={t('administration.category.close.consequence')}
      confirm={t('administration.organisation.close.confirm', { name: name[locale] })}
    />
  )
