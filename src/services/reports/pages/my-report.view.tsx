import { photoOf } from '#core/files/index.ts'
import { Badge, Card, exactDay, StageBadge, Time } from '#design/index.ts'
import { t } from '#platform/text.ts'
import type { PartyRole } from '../../cases/index.ts'
import type { ReportCard } from '../report.view.rules.ts'
import { PublicStage } from './report-card.view.tsx'
import { beginning, inWords } from './words.ts'

/** As in public lists, but leading to one's own page, where questions are answered. */
export const MyReportView = ({ report, level = 3 }: { report: ReportCard & { role: PartyRole }; level?: 2 | 3 }) => (
  <Card
    level={level}
    title={inWords(report.category.name)}
    href={`/status/${report.number}`}
    subline={report.placeLabel}
    photo={
      report.photo
        ? photoOf(report.photo, t('reports.photo.alt', { what: inWords(report.category.name), where: report.placeLabel }))
        : undefined
    }
    badge={report.role === 'reporter' ? <StageBadge stage={report.stage} /> : <PublicStage stage={report.stage} />}
    footer={
      <>
        <span>{report.number}</span>
        <Time at={report.receivedAt} />
      </>
    }
  >
    {report.deletedFrom ? (
      <p>
        <Badge tone="warning">{t('retention.coming', { day: exactDay(report.deletedFrom) })}</Badge>
      </p>
    ) : null}
    {report.publicText ? <p>{beginning(report.publicText, 120)}</p> : null}
  </Card>
)
