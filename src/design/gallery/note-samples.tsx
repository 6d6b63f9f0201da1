import { Alert } from '#design/content/alert.tsx'
import { Badge, StageBadge } from '#design/content/badge.tsx'
import { Section } from '#design/content/section.tsx'
import { stages } from '#platform/process.ts'
import { t } from '#platform/text.ts'

export const NoteSamples = ({ id }: { id: string }) => (
  <Section id={id} title={t('gallery.notes')}>
    <div class="gallery-stack">
      {(['info', 'success', 'warning', 'danger'] as const).map((tone) => (
        <Alert key={tone} tone={tone} title={t(`gallery.alert.${tone}`)}>
          <p>{t('gallery.alert.text')}</p>
        </Alert>
      ))}
      <Alert tone="info" title={t('gallery.long')} />
      <div class="badges">
        {stages.map((stage) => (
          <StageBadge key={stage} stage={stage} />
        ))}
      </div>
      <div class="badges">
        <Badge>{t('gallery.badge')}</Badge>
        <Badge tone="danger" icon="clock">
          {t('gallery.badge.overdue')}
        </Badge>
        <Badge tone="accent" icon="people">
          {t('gallery.card.support')}
        </Badge>
        <Badge tone="info">{t('gallery.long')}</Badge>
      </div>
    </div>
  </Section>
)
