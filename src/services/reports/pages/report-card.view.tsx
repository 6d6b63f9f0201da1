import { photoOf } from '#core/files/index.ts'
import { Card, Icon, type Photo, Picture, StageBadge, Time } from '#design/index.ts'
import type { Stage } from '#platform/process.ts'
import { t } from '#platform/text.ts'
import type { ReportCard } from '../report.view.rules.ts'
import { CategoryIcon } from './category-icon.view.tsx'
import { beginning, inWords } from './words.ts'

/** Where a report stands, for readers who are not its reporter: "your turn" is not theirs. */
export const PublicStage = ({ stage }: { stage: Stage }) => (
  <StageBadge stage={stage} label={stage === 'yourTurn' ? t('reports.stage.question') : undefined} />
)

/** A report in a list: picture, place, stage, age; the whole card leads to it. */
export function ReportCardView({ report, level = 3 }: { report: ReportCard; level?: 2 | 3 }) {
  const { category, photo, placeLabel, publicText, supportCount } = report
  const name = inWords(category.name)
  const alt = t('reports.photo.alt', { what: name, where: placeLabel })
  return (
    <Card
      title={name}
      level={level}
      href={`/meldungen/${report.number}`}
      subline={placeLabel}
      photo={photo && photoOf(photo, alt)}
      cover={photo ? undefined : <NoPhoto group={category.groupCode} />}
      badge={<PublicStage stage={report.stage} />}
      footer={
        <>
          <Time at={report.receivedAt} />
          {supportCount > 0 ? (
            <span>
              <Icon name="people" size="small" /> {t('reports.support', { count: supportCount })}
            </span>
          ) : null}
        </>
      }
    >
      {publicText ? <p>{beginning(publicText, 140)}</p> : null}
    </Card>
  )
}

const NoPhoto = ({ group }: { group: string }) => (
  <div class="no-photo">
    <CategoryIcon group={group} large />
  </div>
)

/** A report that was settled, with its picture from before and after. */
export function SettledCardView({ report, level = 3 }: { report: ReportCard; level?: 2 | 3 }) {
  const { category, photo, afterPhoto, placeLabel } = report
  const what = inWords(category.name)
  const alt = (role: 'before' | 'after') => t(`reports.photo.${role}.alt`, { what, where: placeLabel })
  return (
    <Card
      title={what}
      level={level}
      href={`/meldungen/${report.number}`}
      subline={placeLabel}
      cover={
        <div class="before-after">
          {photo ? <Half photo={photoOf(photo, alt('before'))} mark={t('reports.photo.before')} /> : null}
          {afterPhoto ? <Half photo={photoOf(afterPhoto, alt('after'))} mark={t('reports.photo.after')} /> : null}
        </div>
      }
      badge={<PublicStage stage={report.stage} />}
      footer={report.closedAt ? <Time at={report.closedAt} /> : undefined}
    />
  )
}

const Half = ({ photo, mark }: { photo: Photo; mark: string }) => (
  <div class="before-after__half">
    <Picture photo={photo} sizes="(min-width: 62em) 12rem, 50vw" />
    <span class="figure__mark">{mark}</span>
  </div>
)
