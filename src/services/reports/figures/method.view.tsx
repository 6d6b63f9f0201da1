import { DefinitionList, Section, Time } from '#design/index.ts'
import { LICENCE } from '#platform/open-data/data-set.ts'
import { t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import { openDataColumns } from './open-data.columns.ts'
import { type FiguresQuery, figuresAddress } from './query.ts'
import type { Shown } from './shown.ts'

const measured = [
  'which',
  'received',
  'duplicates',
  'open',
  'done',
  'ended',
  'days',
  'half',
  'promises',
  'targets',
  'objected',
  'few',
] as const

/** How each figure is computed, and all that is needed to compute it again. */
export const MethodSection = ({ home, query, shown }: { home: string; query: FiguresQuery; shown: Shown }) => (
  <Section title={t('figures.method')} lead={t('figures.method.lead')} id="rechnung">
    <div class="sheet">
      <DefinitionList
        stacked
        items={measured.map((name) => ({ term: t(`figures.method.${name}`), value: t(`figures.method.${name}.text`) }))}
      />
      <h3 id="daten">{t('figures.data')}</h3>
      <p class="kern-body">
        <a href={href('/meldungen.csv')} download>
          {t('figures.data.all')}
        </a>{' '}
        {t('figures.data.text')}
      </p>
      {shown.changedAt ? (
        <p class="kern-body">
          {t('figures.data.changed')} <Time at={shown.changedAt} show="exact" />
        </p>
      ) : null}
      <p class="kern-body">
        {t('figures.data.licence')}{' '}
        <a href={LICENCE} rel="license">
          {t('figures.data.licence.name')}
        </a>
      </p>
      <p class="kern-body">
        <a href={href(figuresAddress('/meldungen/zahlen.json', query))}>{t('figures.data.json')}</a>
      </p>
      <p class="kern-body">
        <a href={href('/opendata')}>{t('figures.data.more')}</a>
      </p>
      <h3>{t('figures.recompute')}</h3>
      <p class="kern-body">
        {t('figures.recompute.text')}{' '}
        <a href={href('/meldungen/zahlen/report-figures.mjs')} download>
          report-figures.mjs
        </a>
      </p>
      <pre class="figures__command">
        <code>{commandOf(home, query, shown)}</code>
      </pre>
      <details>
        <summary>{t('figures.columns')}</summary>
        <DefinitionList stacked items={openDataColumns.map(({ name, text }) => ({ term: <code>{name}</code>, value: t(text) }))} />
      </details>
    </div>
  </Section>
)

/** What to type for the figures of this page. */
function commandOf(home: string, query: FiguresQuery, { overview: { period } }: Shown): string {
  const group = /^gruppe:(.+)$/.exec(query.art ?? '')?.[1]
  const options = [
    ['from', period.from],
    ['to', period.to],
    ['group', group],
    ['category', group ? undefined : query.art],
    ['district', query.ortsteil],
    ['unit', query.amt],
  ].filter((option): option is [string, string] => Boolean(option[1]))
  return [`node report-figures.mjs ${home}/meldungen.csv`, ...options.map(([name, value]) => `--${name} ${shellWord(value)}`)].join(' ')
}

/** Words from the address go into a command only as they are harmless. */
const shellWord = (value: string): string => `'${value.replaceAll("'", '')}'`
