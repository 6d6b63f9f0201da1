import { Alert, ButtonLink, ButtonRow, ConfirmButton, CopyField, Field, Form, Page, PrintButton, Submit, Time } from '#design/index.ts'
import type { Again } from '#platform/http/route.ts'
import { currentLocale, t } from '#platform/text.ts'
import { showCode } from '../../cases/index.ts'
import { inWords } from '../../forms/index.ts'
import type { Writing } from './draft-cookie.ts'
import { crumbs } from './page.view.tsx'
import { draftPath } from './paths.ts'

/** What to take along to go on at another time or on another device. */
export const LaterPage = ({ writing, address, inAccount }: { writing: Writing; address: string; inAccount: boolean }) => {
  const { draft, form, code } = writing
  return (
    <Page
      title={t('apply.later.title')}
      preline={inWords(form.title, currentLocale())}
      lead={t('apply.later.lead')}
      width="reading"
      noindex
      breadcrumbs={crumbs()}
    >
      {code ? (
        <div class="sheet receipt__slip">
          <dl class="receipt__facts">
            <div>
              <dt>{t('apply.later.code')}</dt>
              <dd class="receipt__code">{showCode(code)}</dd>
            </div>
          </dl>
          <CopyField name="resume" label={t('apply.later.address')} value={address} />
          <PrintButton label={t('apply.later.print')} />
        </div>
      ) : null}
      {inAccount ? (
        <Alert tone="info" title={t('apply.later.account')}>
          <p>{t('apply.later.account.text')}</p>
        </Alert>
      ) : null}
      <p>
        {t('apply.later.until')} <Time at={draft.expiresAt} show="day" />. {t('apply.isDraft')}
      </p>
      <ButtonRow>
        <ButtonLink href={draftPath(draft.id)} kind="primary" icon="arrow-forward">
          {t('apply.later.goOn')}
        </ButtonLink>
      </ButtonRow>
      <ConfirmButton
        action={`${draftPath(draft.id)}/verwerfen`}
        label={t('apply.drop')}
        consequence={<p>{t('apply.drop.text')}</p>}
        confirm={t('apply.drop.confirm')}
      />
    </Page>
  )
}

export const ResumePage = ({ form }: { form: Again<{ code: string }> }) => (
  <Page title={t('apply.resume.title')} lead={t('apply.resume.lead')} width="reading" noindex breadcrumbs={crumbs()}>
    <Form action="/antraege/fortsetzen" state={form}>
      <Field name="code" label={t('apply.later.code')} hint={t('apply.resume.hint')} autocomplete="off" width="medium" maxLength={40} />
      <Submit icon="arrow-forward">{t('apply.resume.open')}</Submit>
    </Form>
  </Page>
)
