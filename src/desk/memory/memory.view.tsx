import { Alert, ButtonLink, EmptyState, Page, Pager, SearchField, Section, Time, Timeline } from '#design/index.ts'
import { hasText, t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import { casePath, StateMark } from '../home/index.ts'
import type { Remembered } from './memory.read.ts'
import { type Hit, type Kind, kinds } from './memory.rules.ts'

const crumbs = [{ href: '/amt', label: 'desk.home.title' }]

/** One search over everything that the town remembers. */
export const MemoryPage = ({ words, hits }: { words: string; hits: readonly Hit[] }) => (
  <Page
    title={t('desk.memory.title')}
    lead={t('desk.memory.lead')}
    noindex
    breadcrumbs={crumbs.map(({ href: to, label }) => ({ href: to, label: t(label) }))}
  >
    <SearchField
      action="/amt/gedaechtnis"
      value={words}
      label={t('desk.memory.search')}
      placeholder={t('desk.memory.placeholder')}
      id="memory-search"
      shortcut
    />
    <div class="desk-below memory-hits">
      {words === '' ? (
        <EmptyState icon="search" title={t('desk.memory.start')} text={t('desk.memory.startText')} />
      ) : hits.length === 0 ? (
        <EmptyState icon="search" title={t('desk.memory.none')} text={t('desk.memory.noneText')} />
      ) : (
        (Object.keys(kinds) as Kind[]).map((kind) => <Hits key={kind} kind={kind} hits={hits.filter((hit) => hit.kind === kind)} />)
      )}
    </div>
  </Page>
)

const Hits = ({ kind, hits }: { kind: Kind; hits: readonly Hit[] }) =>
  hits.length === 0 ? null : (
    <Section title={t(`desk.memory.kind.${kind}`)}>
      <ul class="desk-rows">
        {hits.map((hit) => (
          <li key={hit.id} class="desk-row">
            <div class="desk-row__words">
              <a class="desk-row__title" href={href(`/amt/gedaechtnis/${kind}/${hit.id}`)}>
                {hit.title}
              </a>
              <p class="desk-row__place">{[hit.detail, hit.number].filter(Boolean).join(' · ')}</p>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )

export const RememberedPage = ({ found }: { found: Remembered }) => (
  <Page
    title={found.title}
    preline={t(`desk.memory.one.${found.kind}`)}
    lead={found.detail}
    noindex
    breadcrumbs={[...crumbs, { href: '/amt/gedaechtnis', label: 'desk.memory.title' }].map(({ href: to, label }) => ({
      href: to,
      label: t(label),
    }))}
    actions={found.number ? <ButtonLink href={casePath(found.number)}>{t('desk.memory.open')}</ButtonLink> : undefined}
  >
    {found.kind === 'person' ? <Alert tone="info" title={t('desk.memory.logged')} /> : null}
    {found.reports.length > 0 ? <Reports found={found} /> : null}
    <Section title={t('desk.case.timeline')}>
      {found.events.length === 0 ? (
        <EmptyState icon="clock" title={t('desk.memory.nothing')} text={t('desk.memory.nothingText')} />
      ) : (
        <Timeline
          items={found.events.map((event) => {
            const said = found.words.get(event.id)
            const number = typeof event.data.number === 'string' ? event.data.number : undefined
            return {
              title: said ? t(said.key, said.params) : event.kind,
              at: event.at,
              who: said?.who ?? (hasText(`case.role.${event.actor.role}`) ? t(`case.role.${event.actor.role}`) : undefined),
              text: number && found.kind !== 'vorgang' ? <a href={href(casePath(number))}>{number}</a> : undefined,
              internal: event.audience === 'internal',
            }
          })}
        />
      )}
      <Pager next={found.older ? `/amt/gedaechtnis/${found.kind}/${found.id}?vor=${found.older}` : undefined} />
    </Section>
  </Page>
)

const Reports = ({ found }: { found: Remembered }) => (
  <Section title={t('desk.memory.reportsHere')}>
    <ul class="desk-rows">
      {found.reports.map((row) => (
        <li key={row.id} class="desk-row">
          <div class="desk-row__words">
            <a class="desk-row__title" href={href(`/amt/meldungen/${row.number}`)}>
              {row.title}
            </a>
            <p class="desk-row__place">
              {row.number} · <Time at={row.receivedAt} />
            </p>
          </div>
          <div class="desk-row__marks">
            <StateMark state={row.state} stage={row.stage} />
          </div>
        </li>
      ))}
    </ul>
  </Section>
)
