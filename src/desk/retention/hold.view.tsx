import { Alert, ConfirmButton, exactDay, Field, Form, type FormState, Page, Refused, Section, Submit } from '#design/index.ts'
import { t } from '#platform/text.ts'
import type { LegalHold } from '#services/cases/index.ts'
import { casePath } from '../home/index.ts'

/** Holds one case, or lifts the hold. */
export const HoldPage = ({ number, hold, form }: { number: string; hold: LegalHold | undefined; form: FormState }) => {
  const path = `${casePath(number)}/aufbewahrung`
  return (
    <Page
      title={t('retention.hold.title')}
      preline={number}
      lead={t('retention.hold.lead')}
      breadcrumbs={[
        { href: '/amt', label: t('desk.home.title') },
        { href: casePath(number), label: number },
      ]}
      noindex
    >
      {hold ? (
        <>
          <Refused refusal={form.refusal} />
          <Alert tone="warning" title={t('retention.hold.held', { day: exactDay(new Date(hold.untilOn)) })}>
            <p>{hold.reason}</p>
          </Alert>
          <ConfirmButton
            action={`${path}/ende`}
            label={t('retention.hold.lift')}
            consequence={t('retention.hold.lift.consequence')}
            confirm={t('retention.hold.lift.confirm', { number })}
          />
        </>
      ) : (
        <Section title={t('retention.hold.new')} sheet>
          <Form action={path} state={form}>
            <Field name="reason" rows={3} maxLength={500} label={t('retention.hold.reason')} hint={t('retention.hold.reason.hint')} />
            <Field name="untilOn" type="date" label={t('retention.hold.untilOn')} width="short" />
            <Submit>{t('retention.hold.do')}</Submit>
          </Form>
        </Section>
      )}
    </Page>
  )
}
