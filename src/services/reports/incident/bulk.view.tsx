import { ButtonLink, ButtonRow, Choice, EmptyState, exactDay, Form, Page, Sheet, Submit } from '#design/index.ts'
import type { Again } from '#platform/http/route.ts'
import { t } from '#platform/text.ts'
import type { Case } from '../../cases/index.ts'
import { crumbs } from './desk.view.tsx'

type JoinProps = { reports: readonly Case[]; liste: string; form: Again; best: string | undefined }

/** Several reports chosen in the work list become one damage: which of them goes on? */
export const JoinPage = ({ reports, liste, form, best }: JoinProps) => {
  const back = `/amt/meldungen${liste ? `?${liste}` : ''}`
  if (reports.length < 2)
    return (
      <Page title={t('incident.title')} breadcrumbs={crumbs()} noindex>
        <EmptyState icon="people" title={t('incident.bulk.few')} text={t('incident.bulk.fewText')}>
          <ButtonLink href={back}>{t('desk.bulk.back')}</ButtonLink>
        </EmptyState>
      </Page>
    )
  return (
    <Page title={t('incident.bulk.title', { count: reports.length })} lead={t('incident.desk.lead')} breadcrumbs={crumbs()} noindex>
      <Sheet>
        <Form action="/amt/verbinden" state={form} id="verbinden">
          <input type="hidden" name="liste" value={liste} />
          {reports.map(({ number }) => (
            <input key={number} type="hidden" name="n" value={number} />
          ))}
          <Choice
            name="into"
            label={t('incident.bulk.into')}
            hint={t('incident.bulk.intoHint')}
            {...(form.input.into ? {} : { value: best })}
            options={reports.map(({ number, title, placeLabel, state, receivedAt, supportCount }) => ({
              value: number,
              label: t('incident.bulk.option', { title, place: placeLabel, number }),
              hint: t('incident.bulk.hint', { state: t(`report.state.${state}`), day: exactDay(receivedAt), support: supportCount }),
            }))}
          />
          <ButtonRow>
            <Submit icon="people">{t('incident.bulk.do')}</Submit>
            <ButtonLink href={back} kind="tertiary">
              {t('desk.cancel')}
            </ButtonLink>
          </ButtonRow>
        </Form>
      </Sheet>
    </Page>
  )
}
