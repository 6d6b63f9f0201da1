import { Live } from '#core/notifications/index.ts'
import { Alert, ButtonLink, Columns, EmptyState, Page, Section, Stat, Stats, Time } from '#design/index.ts'
import { t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import type { ApplicationCounts, ApplicationTab } from '#services/applications/index.ts'
import type { Count, DeskCounts, DeskTab } from '#services/cases/index.ts'
import type { DeskReportRow } from '#services/reports/index.ts'
import { casePath } from './case-path.ts'
import { countText } from './count-text.ts'
import { DueMark } from './due.view.tsx'
import type { EventWords } from './event-words.ts'
import type { News } from './news.sql.ts'
import { StateMark } from './state.view.tsx'

export type Desk = {
  counts: DeskCounts
  /** For those who may see applications. */
  applications: ApplicationCounts | undefined
  /** Proposals to look for a cause, for those who decide. */
  causes: number
  /** Of my tasks those that are due. */
  tasks: Count
  nextTab: DeskTab
  next: readonly DeskReportRow[]
  news: readonly News[]
  words: ReadonlyMap<string, EventWords>
  may: { work: boolean; route: boolean; moderate: boolean; memory: boolean; texts: boolean }
  name: string
}

const list = (tab: DeskTab) => `/amt/meldungen?ansicht=${tab}`

export const HomePage = ({ desk }: { desk: Desk }) => (
  <Page
    title={t('desk.home.title')}
    lead={t('desk.home.lead', { name: desk.name })}
    width="wide"
    noindex
    actions={
      <>
        <ButtonLink href="/amt/meldungen" icon="list">
          {t('desk.list.title')}
        </ButtonLink>
        {desk.may.memory ? (
          <ButtonLink href="/amt/gedaechtnis" icon="search" kind="tertiary">
            {t('desk.memory.title')}
          </ButtonLink>
        ) : null}
        {desk.may.texts ? (
          <ButtonLink href="/amt/textbausteine" icon="draft" kind="tertiary">
            {t('textBlocks.title')}
          </ButtonLink>
        ) : null}
        {desk.may.work ? (
          <ButtonLink href="/meldungen/neu?kanal=phone" icon="phone" kind="tertiary">
            {t('desk.home.onBehalf')}
          </ButtonLink>
        ) : null}
      </>
    }
  >
    <Live topics={['desk']} />
    {desk.causes > 0 ? (
      <Alert tone="info" title={t('rootCause.home', { count: desk.causes })}>
        <p>
          <a href={href('/amt/ursachen')}>{t('rootCause.home.link')}</a>
        </p>
      </Alert>
    ) : null}
    <Figures desk={desk} />
    {desk.applications ? <Applications counts={desk.applications} /> : null}
    <Columns side={<NewsList desk={desk} />}>
      <Section title={t(`desk.home.next.${desk.nextTab}`)} action={<a href={href(list(desk.nextTab))}>{t('desk.home.all')}</a>}>
        {desk.next.length === 0 ? (
          <EmptyState icon="success" title={t('desk.home.next.none')} text={t('desk.home.next.noneText')} />
        ) : (
          <ul class="desk-rows" data-controller="keyboard-list">
            {desk.next.map((row) => (
              <NextRow key={row.id} row={row} />
            ))}
          </ul>
        )}
      </Section>
    </Columns>
  </Page>
)

const Figures = ({ desk: { counts, tasks, may } }: { desk: Desk }) => {
  const figure = (tab: DeskTab, tone?: 'warning' | 'danger') => (
    <Stat
      label={t(`desk.tab.${tab}`)}
      value={countText(counts[tab])}
      note={t(`desk.tab.${tab}.note`)}
      href={list(tab)}
      {...(tone && counts[tab].count > 0 ? { tone } : {})}
    />
  )
  return (
    <Stats>
      {figure('mine')}
      {figure('team')}
      <Stat
        label={t('tasks.title')}
        value={countText(tasks)}
        note={t('desk.home.tasks.note')}
        href="/amt/aufgaben"
        {...(tasks.count > 0 ? { tone: 'warning' } : {})}
      />
      {may.route ? figure('unassigned', 'warning') : null}
      {figure('overdue', 'danger')}
      {figure('waiting')}
      {may.moderate ? figure('unpublished', 'warning') : null}
    </Stats>
  )
}

const waiting: readonly ApplicationTab[] = ['mine', 'acceptance', 'opinion', 'approval', 'letter', 'overdue']

/** What waits among the applications. */
const Applications = ({ counts }: { counts: ApplicationCounts }) => (
  <Section title={t('deskApplications.home.title')} action={<a href={href('/amt/antraege')}>{t('desk.home.all')}</a>}>
    <Stats>
      {waiting.map((tab) => (
        <Stat
          key={tab}
          label={t(`deskApplications.tab.${tab}`)}
          value={countText(counts[tab])}
          note={t(`deskApplications.home.${tab}`)}
          href={`/amt/antraege?ansicht=${tab}`}
          {...(tab !== 'mine' && counts[tab].count > 0 ? { tone: tab === 'overdue' ? 'danger' : 'warning' } : {})}
        />
      ))}
    </Stats>
  </Section>
)

const NextRow = ({ row }: { row: DeskReportRow }) => (
  <li class="desk-row" data-list-item="">
    <div class="desk-row__words">
      <a class="desk-row__title" href={href(`/amt/meldungen/${row.number}`)}>
        {row.title}
      </a>
      <p class="desk-row__place">
        {row.placeLabel} · {row.number}
      </p>
    </div>
    <div class="desk-row__marks">
      <StateMark state={row.state} stage={row.stage} />
      <DueMark dueAt={row.dueAt} closedAt={row.closedAt} />
    </div>
  </li>
)

const NewsList = ({ desk: { news, words } }: { desk: Desk }) => (
  <Section title={t('desk.home.news')}>
    {news.length === 0 ? (
      <p class="kern-body kern-body--muted">{t('desk.home.news.none')}</p>
    ) : (
      <ul class="desk-news">
        {news.map((event) => {
          const said = words.get(event.id)
          return (
            <li key={event.id} class="desk-news__item">
              <p>{said ? t(said.key, said.params) : event.kind}</p>
              <p class="desk-news__meta">
                <a href={href(casePath(event.number))}>{event.title}</a> · {event.placeLabel || event.number} · <Time at={event.at} />
              </p>
            </li>
          )
        })}
      </ul>
    )}
  </Section>
)
