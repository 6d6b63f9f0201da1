import type { LoggedEvent, LoggedRead } from '#core/memory/index.ts'
import type { Person } from '#core/organisations/index.ts'
import {
  ButtonLink,
  type Column,
  EmptyState,
  exactTime,
  Field,
  FilterBar,
  Pager,
  Section,
  Select,
  Table,
  Tabs,
  withQuery,
} from '#design/index.ts'
import { hasText, t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import { AdminPage } from '../admin-page.tsx'
import { eventName } from '../history.view.tsx'
import { purposeWords, roleWords, subjectWords, unitWords } from './log.lines.ts'
import type { LogQuery } from './log.rules.ts'

const PATH = '/verwaltung/protokoll'
type Names = ReadonlyMap<string, string>

type LogPageProps = {
  query: LogQuery
  events: readonly LoggedEvent[]
  reads: readonly LoggedRead[]
  more: boolean
  names: Names
  candidates: readonly Person[]
  words: readonly string[]
}

const addressOf = (path: string, { ansicht, ...query }: LogQuery): string =>
  withQuery(path, { ansicht, ...Object.fromEntries(Object.entries(query).filter(([, value]) => value)) })

export function LogPage({ query, events, reads, more, names, candidates, words }: LogPageProps) {
  const reading = query.ansicht === 'zugriffe'
  const here = addressOf(PATH, query)
  const last = (reading ? reads : events).at(-1)
  return (
    <AdminPage
      title={t('administration.log')}
      lead={t('administration.log.lead')}
      actions={
        <ButtonLink href={addressOf(`${PATH}.csv`, { ...query, name: '', vor: undefined })} icon="download" download>
          {t('administration.log.csv')}
        </ButtonLink>
      }
    >
      <Tabs
        label={t('administration.log')}
        items={[
          { href: `${PATH}?ansicht=ereignisse`, label: t('administration.log.events'), current: !reading },
          { href: `${PATH}?ansicht=zugriffe`, label: t('administration.log.reads'), current: reading },
        ]}
      />
      <FilterBar
        action={PATH}
        values={query}
        active={[query.art, query.name, query.wer, query.wen, query.von, query.bis].filter(Boolean).length}
      >
        <input type="hidden" name="ansicht" value={query.ansicht} />
        {query.wer ? <input type="hidden" name="wer" value={query.wer} /> : null}
        {query.wen ? <input type="hidden" name="wen" value={query.wen} /> : null}
        {reading ? null : (
          <Select
            name="art"
            label={t('administration.log.area')}
            empty={t('administration.log.all')}
            options={words.map((word) => ({ value: word, label: hasText(`subject.${word}`) ? t(`subject.${word}`) : word }))}
          />
        )}
        <Field name="name" type="search" label={t('administration.log.person')} optional />
        <Field name="von" type="date" label={t('administration.log.from')} optional />
        <Field name="bis" type="date" label={t('administration.log.until')} optional />
      </FilterBar>
      {query.name ? <Candidates here={here} candidates={candidates} reading={reading} /> : null}
      <Narrowed query={query} names={names} />
      {reading ? <Reads reads={reads} names={names} /> : <Events events={events} names={names} />}
      <Pager
        next={more && last ? withQuery(here, { vor: last.id }) : undefined}
        previous={query.vor ? withQuery(here, { vor: undefined }) : undefined}
      />
    </AdminPage>
  )
}

/** Several may have the name: one of them is chosen. */
const Candidates = ({ here, candidates, reading }: { here: string; candidates: readonly Person[]; reading: boolean }) => (
  <Section title={t('administration.log.whom')}>
    {candidates.length === 0 ? <p>{t('administration.people.noneLike')}</p> : null}
    <ul class="plain-list">
      {candidates.map(({ id, name }) => (
        <li key={id}>
          {name}:{' '}
          <a class="kern-link" href={href(withQuery(here, { wer: id, name: undefined, vor: undefined }))}>
            {t(reading ? 'administration.log.asReader' : 'administration.log.asActor')}
          </a>
          {reading ? (
            <>
              {' · '}
              <a class="kern-link" href={href(withQuery(here, { wen: id, name: undefined, vor: undefined }))}>
                {t('administration.log.asRead')}
              </a>
            </>
          ) : null}
        </li>
      ))}
    </ul>
  </Section>
)

const Narrowed = ({ query: { wer, wen }, names }: { query: LogQuery; names: Names }) =>
  wer || wen ? (
    <p class="kern-body">
      {wer ? t('administration.log.by', { name: names.get(wer) ?? wer }) : null}{' '}
      {wen ? t('administration.log.of', { name: names.get(wen) ?? wen }) : null}
    </p>
  ) : null

const Events = ({ events, names }: { events: readonly LoggedEvent[]; names: Names }) => {
  const columns: Column<LoggedEvent>[] = [
    { key: 'at', label: t('administration.log.at'), show: ({ at }) => <time dateTime={at.toISOString()}>{exactTime(at)}</time> },
    { key: 'what', label: t('administration.log.what'), names: true, show: ({ kind }) => eventName(kind) },
    {
      key: 'who',
      label: t('administration.log.who'),
      show: ({ actorPersonId, actorRole }) => (actorPersonId && names.get(actorPersonId)) || roleWords(actorRole),
    },
    {
      key: 'about',
      label: t('administration.log.about'),
      show: ({ about }) => (
        <ul class="bare-list">
          {about.map((one) => (
            <li key={one.id}>{subjectWords(one, names)}</li>
          ))}
        </ul>
      ),
      minor: true,
    },
  ]
  return (
    <Table
      caption={t('administration.log.events')}
      hideCaption
      keys
      columns={columns}
      rows={events}
      rowKey={({ id }) => id}
      empty={<EmptyState icon="clock" title={t('administration.log.none')} />}
    />
  )
}

const Reads = ({ reads, names }: { reads: readonly LoggedRead[]; names: Names }) => {
  const columns: Column<LoggedRead>[] = [
    { key: 'at', label: t('administration.log.at'), show: ({ at }) => <time dateTime={at.toISOString()}>{exactTime(at)}</time> },
    { key: 'who', label: t('administration.log.reader'), names: true, show: ({ readerId }) => names.get(readerId) ?? readerId },
    { key: 'role', label: t('administration.log.role'), show: ({ roles }) => unitWords(roles) || '–' },
    {
      key: 'whose',
      label: t('administration.log.whose'),
      show: ({ personId, subject }) => (personId && names.get(personId)) || subjectWords(subject, names),
    },
    { key: 'why', label: t('administration.log.why'), show: ({ purpose }) => purposeWords(purpose) },
  ]
  return (
    <Table
      caption={t('administration.log.reads')}
      hideCaption
      keys
      columns={columns}
      rows={reads}
      rowKey={({ id }) => id}
      empty={<EmptyState icon="visibility" title={t('administration.log.none')} />}
    />
  )
}
