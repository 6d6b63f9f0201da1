import { Page, Refused } from '#design/index.ts'
import type { Again } from '#platform/http/route.ts'
import { t } from '#platform/text.ts'

/** For a whole report in one request: there is no form to show again, only what is wrong with which field. */
export const RefusedReportPage = ({ form }: { form: Again }) => (
  <Page title={t('problem.422.title')} width="reading" noindex>
    <Refused refusal={form.refusal} />
    <ul>
      {Object.entries(form.errors).map(([field, error]) => (
        <li key={field}>{`${field}: ${error}`}</li>
      ))}
    </ul>
  </Page>
)
