import { PlaceField, type PlaceHit, type PlaceInput } from '#core/places/index.ts'
import { Alert, Form } from '#design/index.ts'
import type { Again } from '#platform/http/route.ts'
import { t } from '#platform/text.ts'
import { stepPath } from './draft.rules.ts'
import { FormPage, FormSteps } from './report-form.parts.view.tsx'

/** Where it is. What was refused about the place stands at its field, not above the form. */
export const PlacePage = ({
  draftId,
  form,
  candidates = [],
  fromPhoto,
}: {
  draftId: string
  form: Again<PlaceInput>
  candidates?: readonly PlaceHit[]
  fromPhoto?: string | undefined
}) => {
  const { refusal, ...rest } = form
  const error = refusal ? t(`refusal.${refusal.code}`, refusal.facts) : form.errors.placeText
  return (
    <FormPage part="place" title={t('reportForm.place.title')} lead={t('reportForm.place.lead')}>
      {fromPhoto ? (
        <Alert tone="success" title={t('reportForm.place.fromPhoto', { place: fromPhoto })}>
          <p>{t('reportForm.place.fromPhoto.text')}</p>
        </Alert>
      ) : null}
      <Form action={stepPath(draftId, 'place')} state={{ ...rest, errors: error ? { ...rest.errors, placeText: error } : rest.errors }}>
        <PlaceField candidates={candidates} />
        <FormSteps back={stepPath(draftId, 'what')} />
      </Form>
    </FormPage>
  )
}
