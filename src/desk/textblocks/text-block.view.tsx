import type { LoggedEvent } from '#core/memory/index.ts'
import { Alert, Field, Form, type FormState, Page, Section, Select, Submit, Time } from '#design/index.ts'
import { currentLocale, type Locale, t } from '#platform/text.ts'
import { fillIn, type TextBlock, textBlockSteps, type Values, variables } from '#services/cases/index.ts'
import type { Category } from '#services/reports/index.ts'
import type { StaffUnit } from '../home/index.ts'
import { PATH } from './text-blocks.view.tsx'

type BlockProps = {
  block: TextBlock | undefined
  form: FormState
  units: readonly StaffUnit[]
  /** May write for the whole town. */
  wholeTown: boolean
  mayChange: boolean
  categories: readonly Category[]
  history: readonly LoggedEvent[]
  names: ReadonlyMap<string, string>
}

export const TextBlockPage = (props: BlockProps) => {
  const { block, mayChange } = props
  return (
    <Page
      title={block?.name ?? t('textBlocks.new')}
      noindex
      breadcrumbs={[
        { href: '/amt', label: t('desk.home.title') },
        { href: PATH, label: t('textBlocks.title') },
      ]}
    >
      {mayChange ? <BlockForm {...props} /> : <Alert tone="info" title={t('textBlocks.readOnly')} />}
      {block ? (
        <>
          <Preview block={block} />
          {mayChange ? <InChoice block={block} /> : null}
          <History {...props} />
        </>
      ) : null}
    </Page>
  )
}

const BlockForm = ({ block, form, units, wholeTown, categories }: BlockProps) => (
  <Form action={block ? `${PATH}/${block.id}` : PATH} state={form} id="block">
    <Section title={t('textBlocks.words')} sheet>
      <div class="form">
        <Field name="name" label={t('textBlocks.name')} hint={t('textBlocks.name.hint')} maxLength={80} />
        <Field
          name="de"
          label={t('textBlocks.text.de')}
          hint={t('textBlocks.variables', { names: variables.map((name) => `{${name}}`).join(', ') })}
          rows={5}
          maxLength={2000}
        />
        <Field name="en" label={t('textBlocks.text.en')} hint={t('textBlocks.text.en.hint')} rows={5} maxLength={2000} optional />
      </div>
    </Section>
    <Section title={t('textBlocks.where')} sheet>
      <div class="form">
        <Select
          name="step"
          label={t('textBlocks.step')}
          empty={t('textBlocks.step.any')}
          optional
          options={textBlockSteps.map((step) => ({ value: step, label: t(`textBlocks.step.${step}`) }))}
        />
        <Select
          name="categoryId"
          label={t('textBlocks.category')}
          empty={t('textBlocks.category.any')}
          optional
          options={categories.map(({ id, name }) => ({ value: id, label: name[currentLocale()] }))}
        />
        <Select
          name="unitId"
          label={t('textBlocks.unit')}
          {...(wholeTown ? { empty: t('textBlocks.unit.any'), optional: true } : {})}
          options={units.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </div>
    </Section>
    <div>
      <Submit>{t('textBlocks.save')}</Submit>
    </div>
  </Form>
)

const example = (locale: Locale): Values => ({
  nummer: 'M-7K4P-29QX',
  art: t('textBlocks.example.art'),
  ort: t('textBlocks.example.ort'),
  stelle: t('textBlocks.example.stelle'),
  stand: t('textBlocks.example.stand'),
  frist: locale === 'de' ? '4. März 2026' : '4 March 2026',
  heute: locale === 'de' ? '25. Februar 2026' : '25 February 2026',
})

const Preview = ({ block }: { block: TextBlock }) => (
  <Section title={t('textBlocks.preview')} lead={t('textBlocks.preview.lead')} sheet>
    <p class="desk-words" lang="de">
      {fillIn(block.text.de, example('de'))}
    </p>
    {block.text.en ? (
      <p class="desk-words" lang="en">
        {fillIn(block.text.en, example('en'))}
      </p>
    ) : null}
  </Section>
)

const InChoice = ({ block }: { block: TextBlock }) => (
  <Section title={t('textBlocks.choice')} sheet>
    <Form action={`${PATH}/${block.id}/auswahl`} id="choice">
      <p>{t(block.closedAt ? 'textBlocks.choice.out' : 'textBlocks.choice.in')}</p>
      {block.closedAt ? <input type="hidden" name="offen" value="ja" /> : null}
      <div>
        <Submit kind="secondary">{t(block.closedAt ? 'textBlocks.open' : 'textBlocks.close')}</Submit>
      </div>
    </Form>
  </Section>
)

const History = ({ history, names }: BlockProps) => (
  <Section title={t('textBlocks.history')} sheet>
    <ul class="desk-news">
      {history.map(({ id, kind, at, actorPersonId }) => (
        <li key={id} class="desk-news__item">
          <p>{t(`textBlocks.event.${kind.split('.')[1]}`)}</p>
          <p class="desk-news__meta">
            {names.get(actorPersonId ?? '') ?? t('textBlocks.bySystem')} · <Time at={at} />
          </p>
        </li>
      ))}
    </ul>
  </Section>
)
