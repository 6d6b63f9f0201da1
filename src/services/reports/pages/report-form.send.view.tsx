import type { ComponentChildren } from 'preact'
import { PlaceMap } from '#core/places/index.ts'
import { Alert, Choice, Field, Form, PhotoStrip, Section, type StripPhoto } from '#design/index.ts'
import type { Again } from '#platform/http/route.ts'
import { t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import type { Category } from '../category.rules.ts'
import type { PlaceChoice } from '../place.rules.ts'
import { answerWords } from './answer-words.ts'
import { type Draft, stepPath } from './draft.rules.ts'
import { FormPage, FormSteps } from './report-form.parts.view.tsx'
import { inWords } from './words.ts'

type Props = {
  draftId: string
  draft: Draft & { place: PlaceChoice }
  category: Category
  photos: readonly StripPhoto[]
  form: Again<{ name?: string | undefined; email?: string | undefined; phone?: string | undefined; as?: string | undefined }>
  /** Name of the signed-in person. */
  person: string | undefined
  /** Staff writes for somebody who called. */
  onBehalf: boolean
}

/** Everything once more with a way to change it, and who may be told. */
export const SendPage = (props: Props) => (
  <FormPage part="send" title={t('reportForm.send.title')} lead={t('reportForm.send.lead')}>
    <Summary {...props} />
    <Section title={t(props.onBehalf ? 'reportForm.contact.theirs' : 'reportForm.contact.title')}>
      <Form action={stepPath(props.draftId, 'send')} state={props.form}>
        {props.person ? <WithAccount name={props.person} anonymous={props.category.anonymous} /> : <WithoutAccount {...props} />}
        <p class="kern-body kern-body--muted">
          {t('reportForm.privacy')} <a href={href('/datenschutz')}>{t('reportForm.privacy.link')}</a>
        </p>
        <FormSteps back={stepPath(props.draftId, 'kind')} next={t('reportForm.send')} />
      </Form>
    </Section>
  </FormPage>
)

const Summary = ({ draftId, draft, category, photos }: Props) => (
  <div class="sheet summary">
    <SummaryRow term={t('reportForm.step.what')} edit={stepPath(draftId, 'what')}>
      {photos.length > 0 ? <PhotoStrip photos={photos} label={t('reportForm.photos')} /> : null}
      {draft.text ? <p class="words">{draft.text}</p> : null}
    </SummaryRow>
    <SummaryRow term={t('reportForm.step.place')} edit={stepPath(draftId, 'place')}>
      <p>
        <strong>{draft.place.label}</strong>
        {draft.place.note ? <span> · {draft.place.note}</span> : null}
      </p>
      <PlaceMap places={[draft.place]} label={t('reports.map.of', { place: draft.place.label })} size="small" zoom={16} />
    </SummaryRow>
    <SummaryRow term={t('reportForm.step.kind')} edit={stepPath(draftId, 'kind')}>
      <p>{inWords(category.name)}</p>
    </SummaryRow>
    {category.questions.map((question) => {
      const answer = draft.answers[question.code]
      return answer === undefined ? null : (
        <SummaryRow key={question.code} term={inWords(question.label)} edit={stepPath(draftId, 'questions')}>
          <p>{answerWords(question, answer)}</p>
        </SummaryRow>
      )
    })}
  </div>
)

const SummaryRow = ({ term, edit, children }: { term: string; edit: string; children: ComponentChildren }) => (
  <div class="summary__row">
    <h2 class="summary__term">{term}</h2>
    <a class="summary__edit" href={href(edit)}>
      {t('reportForm.change')}
      <span class="kern-sr-only">: {term}</span>
    </a>
    <div class="summary__value">{children}</div>
  </div>
)

const WithAccount = ({ name, anonymous }: { name: string; anonymous: boolean }) =>
  anonymous ? (
    <Choice
      name="as"
      label={t('reportForm.contact.as')}
      value="person"
      options={[
        { value: 'person', label: t('reportForm.contact.person', { name }), hint: t('reportForm.contact.person.hint') },
        { value: 'nobody', label: t('reportForm.contact.nobody'), hint: t('reportForm.contact.nobody.hint') },
      ]}
    />
  ) : (
    <Alert tone="info" title={t('reportForm.contact.person', { name })}>
      <p>{t('reportForm.contact.person.hint')}</p>
    </Alert>
  )

const WithoutAccount = ({ category, onBehalf }: Props) => {
  const needed = !category.anonymous && !onBehalf
  return (
    <>
      <p>{t(needed ? 'reportForm.contact.needed' : onBehalf ? 'reportForm.contact.behalf' : 'reportForm.contact.lead')}</p>
      <Field
        name="email"
        type="email"
        label={t('reportForm.email')}
        hint={t('reportForm.email.hint')}
        autocomplete="email"
        optional={!needed}
      />
      <Field name="name" label={t('reportForm.name')} autocomplete="name" optional maxLength={200} />
      {onBehalf ? <Field name="phone" type="tel" label={t('reportForm.phone')} optional maxLength={60} /> : null}
    </>
  )
}
