import { Stat, Stats } from '#design/charts/stat.tsx'
import { StageBadge } from '#design/content/badge.tsx'
import { Card, CardList } from '#design/content/card.tsx'
import { Doors } from '#design/content/doors.tsx'
import { Section } from '#design/content/section.tsx'
import { Time } from '#design/content/time.tsx'
import { t } from '#platform/text.ts'
import { frame } from '#platform/view.ts'
import { holeInTheRoad, mendedRoad } from './drawings.ts'

const hours = (n: number) => new Date(frame().now.getTime() - n * 3_600_000)

export const CardSamples = ({ id }: { id: string }) => (
  <Section id={id} title={t('gallery.cards')}>
    <div class="gallery-stack">
      <Doors
        label={t('gallery.doors')}
        doors={[
          { href: '/meldungen', icon: 'camera', title: t('gallery.button.link'), text: t('gallery.card.text') },
          { href: '/platz', icon: 'chat', title: t('gallery.card.title') },
          { href: '/markt', icon: 'tag', title: t('gallery.long'), text: t('gallery.card.place') },
        ]}
      />
      <Stats>
        <Stat label={t('gallery.stat.open')} value="42" note={t('gallery.stat.note')} href="/design" />
        <Stat label={t('gallery.stat.done')} value="137" tone="success" />
        <Stat label={t('gallery.stat.overdue')} value="3" tone="danger" />
        <Stat label={t('gallery.long')} value="0" />
      </Stats>
      <CardList keys>
        <Card
          title={t('gallery.card.title')}
          href="/design"
          preline={t('gallery.card.preline')}
          subline={t('gallery.card.place')}
          photo={holeInTheRoad(t('gallery.card.photo'))}
          badge={<StageBadge stage="inProgress" />}
          footer={
            <>
              <Time at={hours(3)} />
              <span>{t('gallery.card.support')}</span>
            </>
          }
        >
          <p>{t('gallery.card.text')}</p>
        </Card>
        <Card
          title={t('gallery.long')}
          href="/design"
          subline={t('gallery.card.place')}
          photo={mendedRoad(t('gallery.photo.after'))}
          badge={<StageBadge stage="done" />}
          footer={<Time at={hours(70)} />}
        />
        <Card title={t('gallery.card.title')} badge={<StageBadge stage="received" />}>
          <p>{t('gallery.card.text')}</p>
        </Card>
      </CardList>
    </div>
  </Section>
)
