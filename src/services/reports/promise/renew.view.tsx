import { ButtonLink, Field, Form, Page, Select, Submit } from '#design/index.ts'
import type { Again } from '#platform/http/route.ts'
import { t } from '#platform/text.ts'
import { brokenReasons } from './promise.rules.ts'
import type { KeptPromise } from './promise.sql.ts'
import { PromiseView } from './promise.view.tsx'

type Props = { number: string; promise: KeptPromise | undefined; form: Again<{ reason: string; day: string }> }

/** Why the promise was broken, and until when it is done now. */
export const RenewPage = ({ number, promise, form }: Props) => (
  <Page
    title={t('promise.renew.title')}
    preline={number}
    lead={t(promise?.outcome === 'broken' ? 'promise.renew.lead' : 'promise.renew.none')}
    width="reading"
    noindex
  >
    {promise ? <PromiseView promise={promise} doneAt={undefined} /> : null}
    <Form action={`/amt/meldungen/${number}/zusage`} state={form}>
      <Select
        name="reason"
        label={t('promise.renew.reason')}
        options={brokenReasons.map((value) => ({ value, label: t(`promise.reason.${value}`) }))}
      />
      <Field name="day" type="date" label={t('promise.renew.day')} hint={t('promise.renew.day.hint')} width="medium" />
      <Submit icon="check">{t('promise.renew.send')}</Submit>
    </Form>
    <ButtonLink href={`/amt/meldungen/${number}`} kind="tertiary">
      {t('promise.renew.back')}
    </ButtonLink>
  </Page>
)
