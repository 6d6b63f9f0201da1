import { photoOf } from '#core/files/index.ts'
import { ButtonLink, Form, Picture, StageBadge, Submit, Time } from '#design/index.ts'
import { stages } from '#platform/process.ts'
import { t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import { JOIN_FROM, type Similar } from '../similarity.rules.ts'
import { stepPath } from './draft.rules.ts'
import { FormPage } from './report-form.parts.view.tsx'
import { beginning } from './words.ts'

/** What is open near by: joining helps the town more than reporting the same damage again. */
export const SimilarPage = ({ draftId, similar }: { draftId: string; similar: readonly Similar[] }) => (
  <FormPage part="send" title={t('reportForm.similar.title', { count: similar.length })} lead={t('reportForm.similar.lead')}>
    <ul class="similar-list">
      {similar.map((report) => (
        <li key={report.number}>
          <SimilarReport report={report} draftId={draftId} />
        </li>
      ))}
    </ul>
    <Form action={stepPath(draftId, 'similar')}>
      <div class="kern-btn-wrapper button-row">
        <Submit kind={similar.some(({ score }) => score >= JOIN_FROM) ? 'secondary' : 'primary'} icon="arrow-forward">
          {t('reportForm.similar.new')}
        </Submit>
        <ButtonLink href={stepPath(draftId, 'kind')} kind="tertiary" icon="arrow-back">
          {t('reportForm.back')}
        </ButtonLink>
      </div>
    </Form>
  </FormPage>
)

const SimilarReport = ({ report, draftId }: { report: Similar; draftId: string }) => {
  const stage = stages.find((each) => each === report.stage)
  return (
    <article class="similar sheet">
      {report.photo ? (
        <Picture
          photo={photoOf(report.photo, t('reports.photo.alt', { what: report.title, where: report.placeLabel }))}
          class="similar__photo"
          sizes="10rem"
        />
      ) : null}
      <div class="similar__words">
        <h2 class="similar__title">
          <a href={href(`/meldungen/${report.number}`)}>{report.title}</a>
        </h2>
        <p class="similar__facts">
          {t('reportForm.similar.distance', { metres: Math.max(1, Math.round(report.distanceM)) })} · {report.placeLabel} ·{' '}
          <Time at={report.receivedAt} />
        </p>
        {stage ? <StageBadge stage={stage} label={stage === 'yourTurn' ? t('reports.stage.question') : undefined} /> : null}
        {report.publicText ? <p>{beginning(report.publicText, 160)}</p> : null}
        <ButtonLink
          href={`/meldungen/${report.number}/auch?entwurf=${draftId}`}
          kind={report.score >= JOIN_FROM ? 'primary' : 'secondary'}
          icon="people"
        >
          {t('reportForm.similar.join')}
        </ButtonLink>
      </div>
    </article>
  )
}
