import { CopyField } from '#design/content/copy-field.tsx'
import { DefinitionList } from '#design/content/definition-list.tsx'
import { EmptyState } from '#design/content/empty-state.tsx'
import { Progress } from '#design/content/progress.tsx'
import { Columns, Section, Sheet } from '#design/content/section.tsx'
import { Steps } from '#design/content/steps.tsx'
import { Time } from '#design/content/time.tsx'
import { Timeline, type TimelineItem } from '#design/content/timeline.tsx'
import { ButtonLink } from '#design/forms/button.tsx'
import { t } from '#platform/text.ts'
import { frame } from '#platform/view.ts'
import { holeInTheRoad, mendedRoad } from './drawings.ts'

const inHours = (n: number) => new Date(frame().now.getTime() + n * 3_600_000)

const items = (): TimelineItem[] => [
  {
    title: t('gallery.timeline.received'),
    at: inHours(-52),
    who: t('gallery.timeline.citizen'),
    icon: 'inbox',
    photos: [
      { ...holeInTheRoad(t('gallery.card.photo')), mark: t('gallery.before') },
      { ...mendedRoad(t('gallery.photo.after')), mark: t('gallery.after') },
    ],
  },
  { title: t('gallery.timeline.accepted'), at: inHours(-30), who: t('gallery.fact.department.value') },
  { title: t('gallery.timeline.internal'), at: inHours(-29), text: <p>{t('gallery.timeline.note')}</p>, icon: 'edit', internal: true },
  {
    title: t('gallery.timeline.working'),
    at: inHours(-2),
    who: t('gallery.timeline.role'),
    text: <p>{t('gallery.timeline.text')}</p>,
    icon: 'tool',
    state: 'current',
  },
  { title: t('gallery.timeline.next'), at: inHours(72), state: 'next' },
]

export const StateSamples = ({ id }: { id: string }) => (
  <Section id={id} title={t('gallery.states')}>
    <Columns
      side={
        <div class="gallery-stack">
          <Sheet>
            <DefinitionList
              stacked
              items={[
                { term: t('gallery.fact.department'), value: t('gallery.fact.department.value') },
                { term: t('gallery.fact.until'), value: <Time at={inHours(72)} show="day" /> },
                { term: t('gallery.table.what'), value: t('gallery.long') },
              ]}
            />
          </Sheet>
          <CopyField name="number" label={t('gallery.copy')} value="M-2026-00417" />
          <Progress label={t('gallery.progress')} value={40} />
        </div>
      }
    >
      <Timeline label={t('gallery.timeline')} items={items()} />
    </Columns>
    <div class="gallery-stack">
      <Steps at={2} titles={[t('gallery.step.place'), t('gallery.step.what'), t('gallery.step.send')]} />
      <EmptyState title={t('gallery.empty.title')} text={t('gallery.empty.text')}>
        <ButtonLink href="/design" kind="primary" icon="add">
          {t('gallery.button.link')}
        </ButtonLink>
      </EmptyState>
      <DefinitionList
        items={[
          { term: t('gallery.fact.department'), value: t('gallery.fact.department.value') },
          { term: t('gallery.table.what'), value: t('gallery.long') },
        ]}
      />
    </div>
  </Section>
)
