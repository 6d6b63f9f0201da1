import { Section } from '#design/content/section.tsx'
import { Submit } from '#design/forms/button.tsx'
import { Checkbox, Checks, Choice } from '#design/forms/choice.tsx'
import { Field } from '#design/forms/field.tsx'
import { FileField } from '#design/forms/file-field.tsx'
import { FilterBar } from '#design/forms/filter-bar.tsx'
import { Form } from '#design/forms/form.tsx'
import type { FormState } from '#design/forms/form-context.ts'
import { SearchField } from '#design/forms/search-field.tsx'
import { Select } from '#design/forms/select.tsx'
import { t } from '#platform/text.ts'

const kinds = () => ['streets', 'lamps', 'waste'].map((value) => ({ value, label: t(`gallery.kind.${value}`) }))

const filled = (): FormState => ({
  input: {
    name: 'Erika Beispiel',
    text: t('gallery.field.text.value'),
    day: '2026-03-05',
    kind: 'lamps',
    place: 'map',
    news: ['mail'],
    number: 'M-2026-00417',
  },
  errors: {},
})

const wrong = (): FormState => ({
  input: { name: '', mail: 'erika@', kind: '' },
  errors: {
    name: t('gallery.error.name'),
    mail: t('gallery.error.mail'),
    photo: t('gallery.error.photo'),
    kind: t('gallery.error.kind'),
    place: t('gallery.error.place'),
    agree: t('gallery.error.agree'),
  },
  refusal: { code: 'gallery' },
})

export const FormSamples = ({ id }: { id: string }) => (
  <>
    <Section id={id} title={t('gallery.form')} sheet>
      <SampleForm id="normal" state={filled()} />
    </Section>
    <Section title={t('gallery.form.wrong')} sheet>
      <SampleForm id="wrong" state={wrong()} />
    </Section>
    <Section title={t('gallery.filter')}>
      <FilterBar action="/design" values={{ district: 'nord' }} active={1} result={t('gallery.filter.result')}>
        <Field name="text" label={t('gallery.filter.text')} type="search" optional />
        <Select
          name="district"
          label={t('gallery.filter.district')}
          empty={t('gallery.filter.all')}
          options={[
            { value: 'nord', label: 'Nordstadt' },
            { value: 'long', label: t('gallery.long') },
          ]}
        />
        <Select name="kind" label={t('gallery.field.kind')} empty={t('gallery.field.choose')} options={kinds()} />
      </FilterBar>
      <SearchField id="gallery-search" label={t('gallery.search')} placeholder={t('gallery.search')} />
    </Section>
  </>
)

const SampleForm = ({ id, state }: { id: string; state: FormState }) => (
  <Form action="/design" id={id} state={state} refusalText={t('gallery.refused')} files>
    <Field name="name" label={t('gallery.field.name')} autocomplete="name" width="medium" />
    <Field
      name="mail"
      type="email"
      label={t('gallery.field.mail')}
      hint={t('gallery.field.mail.hint')}
      optional
      autocomplete="email"
      inputMode="email"
    />
    <Field name="text" label={t('gallery.field.text')} rows={4} maxLength={200} />
    <Field name="day" type="date" label={t('gallery.field.day')} width="short" optional />
    <Field name="number" label={t('gallery.field.locked')} width="medium" readOnly />
    <FileField
      name="photo"
      label={t('gallery.field.photo')}
      hint={t('gallery.field.photo.hint')}
      accept="image/*"
      multiple
      preview
      optional
    />
    <Select name="kind" label={t('gallery.field.kind')} empty={t('gallery.field.choose')} options={kinds()} />
    <Choice
      name="place"
      label={t('gallery.field.place')}
      options={[
        { value: 'map', label: t('gallery.field.place.map') },
        { value: 'address', label: t('gallery.field.place.address'), hint: t('gallery.field.place.address.hint') },
        { value: 'long', label: t('gallery.long') },
      ]}
    />
    <Checks
      name="news"
      label={t('gallery.field.news')}
      optional
      options={[
        { value: 'mail', label: t('gallery.field.news.mail') },
        { value: 'app', label: t('gallery.field.news.app') },
      ]}
    />
    <Checkbox name="agree" label={t('gallery.field.agree')} hint={t('gallery.field.agree.hint')} />
    <Submit icon="send">{t('gallery.button.primary')}</Submit>
  </Form>
)
