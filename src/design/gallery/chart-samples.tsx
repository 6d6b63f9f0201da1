import { BarChart } from '#design/charts/bar-chart.tsx'
import { LineChart } from '#design/charts/line-chart.tsx'
import { StackedBar } from '#design/charts/stacked-bar.tsx'
import { Section } from '#design/content/section.tsx'
import { t } from '#platform/text.ts'

const weeks = [12, 18, 15, 22, 30, 27, 19, 24]
const closed = [8, 14, 16, 17, 25, 28, 22, 21]

export const ChartSamples = ({ id }: { id: string }) => (
  <Section id={id} title={t('gallery.charts')}>
    <div class="gallery-grid">
      <BarChart
        title={t('gallery.chart.kinds')}
        unit={t('gallery.chart.unit')}
        bars={[
          { label: t('gallery.kind.streets'), value: 64, href: '/design' },
          { label: t('gallery.kind.lamps'), value: 41 },
          { label: t('gallery.long'), value: 12 },
          { label: t('gallery.kind.waste'), value: 0 },
        ]}
      />
      <LineChart
        title={t('gallery.chart.weeks')}
        unit={t('gallery.chart.unit')}
        labels={weeks.map((_, i) => t('gallery.chart.week', { week: i + 4 }))}
        lines={[
          { label: t('gallery.chart.new'), values: weeks },
          { label: t('gallery.chart.closed'), values: closed },
        ]}
      />
      <StackedBar
        title={t('gallery.chart.parts')}
        unit={t('gallery.chart.unit')}
        parts={[
          { label: t('stage.received'), value: 9 },
          { label: t('stage.inProgress'), value: 21 },
          { label: t('stage.yourTurn'), value: 4 },
          { label: t('stage.done'), value: 137 },
        ]}
      />
      <LineChart title={t('gallery.chart.none')} labels={['1', '2']} lines={[{ label: t('gallery.chart.new'), values: [0, 0] }]} />
    </div>
  </Section>
)
