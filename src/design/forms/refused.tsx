import { Alert } from '#design/content/alert.tsx'
import { t } from '#platform/text.ts'
import { type FormState, refusalWords } from './form-context.ts'

/** Why something could not be done: `text`, or the catalogue's `refusal.<code>` with the refusal's facts. Nothing without a refusal. */
export const Refused = ({ refusal, text }: { refusal: FormState['refusal']; text?: string | undefined }) =>
  refusal ? (
    <Alert tone="danger" title={t('design.refused')} live>
      <p>{text ?? refusalWords(refusal)}</p>
    </Alert>
  ) : null
