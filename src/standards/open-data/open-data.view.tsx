import {
  Badge,
  ButtonLink,
  ButtonRow,
  Card,
  CardList,
  CopyField,
  DefinitionList,
  EmptyState,
  figureText,
  Page,
  Section,
  Table,
  Time,
} from '#design/index.ts'
import type { Town } from '#platform/context.ts'
import { type DataColumn, type DataSet, LICENCE } from '#platform/open-data/data-set.ts'
import { type DataFormat, fileAddress, formatsOf } from '#platform/open-data/format.rules.ts'
import { t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import type { Publisher } from './dcat.rules.ts'
import type { ExampleRow } from './examples.ts'

type Whose = { town: Town; publisher: Publisher }

export const CataloguePage = ({ sets, town, publisher }: Whose & { sets: readonly DataSet[] }) => (
  <Page
    title={t('openData.title')}
    lead={t('openData.lead', { town: town.name })}
    description={t('openData.lead', { town: town.name })}
    head={<link rel="alternate" type="application/ld+json" href={href('/opendata/catalog.jsonld')} title={t('openData.catalogue')} />}
  >
    {sets.length === 0 ? (
      <EmptyState icon="chart" title={t('openData.none')} text={t('openData.none.text')} />
    ) : (
      <CardList label={t('openData.title')}>
        {sets.map((set) => (
          <Card
            key={set.name}
            title={t(`${set.text}.title`)}
            level={2}
            href={`/opendata/${set.name}`}
            badge={<Formats set={set} />}
            footer={<Freshness set={set} />}
          >
            <p>{t(`${set.text}.text`)}</p>
          </Card>
        ))}
      </CardList>
    )}
    <Section title={t('openData.use')} sheet>
      <p class="kern-body">{t('openData.use.text')}</p>
      <Licence publisher={publisher} />
      <p class="kern-body">{t('openData.personal')}</p>
      <p class="kern-body">
        {t('openData.portals')} <a href={href('/opendata/catalog.jsonld')}>{t('openData.catalogue')}</a>
      </p>
      <p class="kern-body">
        <a href={href('/open311')}>{t('openData.open311')}</a>
      </p>
      <p class="kern-body">
        {t('openData.question')} <a href={href('/kontakt')}>{t('openData.contact')}</a>
      </p>
    </Section>
  </Page>
)

const Formats = ({ set }: { set: DataSet }) => (
  <>
    {formatsOf(set).map((format) => (
      <Badge key={format}>{nameOf[format]}</Badge>
    ))}
  </>
)

const nameOf: Record<DataFormat, string> = { csv: 'CSV', json: 'JSON', geojson: 'GeoJSON' }

const Freshness = ({ set: { count, changedAt } }: { set: DataSet }) => (
  <>
    <span>{t('openData.count', { count })}</span>
    {changedAt ? (
      <span>
        {t('openData.changed')} <Time at={changedAt} />
      </span>
    ) : null}
  </>
)

const Licence = ({ publisher }: { publisher: Publisher }) => (
  <p class="kern-body">
    {t('openData.licence')}:{' '}
    <a href={LICENCE} rel="license">
      {t('openData.licence.name')}
    </a>
    {'. '}
    {t('openData.attribution', { name: publisher.name })}
  </p>
)

type DataSetPageProps = Whose & {
  set: DataSet
  sizes: Partial<Record<DataFormat, number>>
  rows: readonly ExampleRow[]
  /** For search engines. */
  structured: Record<string, unknown>
}

export const DataSetPage = ({ set, sizes, rows, town, publisher, structured }: DataSetPageProps) => (
  <Page
    title={t(`${set.text}.title`)}
    lead={t(`${set.text}.text`)}
    description={t(`${set.text}.text`)}
    breadcrumbs={[{ href: '/opendata', label: t('openData.title') }]}
    head={
      <>
        <link rel="alternate" type="application/ld+json" href={href(`/opendata/${set.name}.jsonld`)} />
        {/* Data, not a program: no sign in it may end the element. */}
        <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: JSON.stringify(structured).replaceAll('<', '\\u003c') }} />
      </>
    }
  >
    <Section title={t('openData.files')}>
      <ButtonRow>
        {formatsOf(set).map((format, i) => (
          <ButtonLink key={format} href={fileAddress(set, format)} kind={i === 0 ? 'primary' : 'secondary'} icon="download" download>
            {t('openData.file', { format: nameOf[format], size: sizeText(sizes[format] ?? 0) })}
          </ButtonLink>
        ))}
      </ButtonRow>
      <p class="kern-body">{t('openData.files.text')}</p>
    </Section>
    <Section title={t('openData.facts')} sheet>
      <DefinitionList
        items={[
          { term: t('openData.fact.count'), value: figureText(set.count) },
          {
            term: t('openData.fact.changed'),
            value: set.changedAt ? <Time at={set.changedAt} show="exact" /> : t('openData.fact.unknown'),
          },
          { term: t('openData.fact.frequency'), value: t(`openData.frequency.${set.frequency}`) },
          { term: t('openData.fact.covers'), value: set.covers ? <Covers covers={set.covers} /> : undefined },
          { term: t('openData.fact.publisher'), value: publisher.name },
          {
            term: t('openData.licence'),
            value: (
              <a href={LICENCE} rel="license">
                {t('openData.licence.name')}
              </a>
            ),
          },
        ]}
      />
    </Section>
    <Section title={t('openData.columns')}>
      <Table<DataColumn>
        caption={t('openData.columns')}
        hideCaption
        columns={[
          { key: 'name', label: t('openData.column'), show: ({ name }) => <code>{name}</code>, names: true },
          { key: 'type', label: t('openData.column.type'), show: ({ type }) => t(`openData.type.${type}`) },
          { key: 'text', label: t('openData.column.text'), show: ({ text }) => t(text) },
        ]}
        rows={set.columns}
        rowKey={({ name }) => name}
      />
    </Section>
    {rows.length > 0 ? (
      <Section title={t('openData.examples')}>
        {rows.map((row, i) => (
          <details key={i} class="data-example" open={i === 0}>
            <summary>{t('openData.example', { nth: i + 1 })}</summary>
            <pre class="data-code">
              <code>{JSON.stringify(row, null, 2)}</code>
            </pre>
          </details>
        ))}
      </Section>
    ) : null}
    <Section title={t('openData.programs')} sheet>
      <CopyField
        label={t('openData.programs.curl')}
        name="curl"
        value={`curl --compressed -O ${town.origin}${town.base}${fileAddress(set, 'csv')}`}
      />
      <p class="kern-body">{t('openData.programs.text')}</p>
      <ul class="kern-list">
        <li>
          <a href={href(`/opendata/${set.name}.jsonld`)}>{t('openData.programs.dcat')}</a>
        </li>
        <li>
          <a href={href(`/opendata/${set.name}.csv-metadata.json`)}>{t('openData.programs.table')}</a>
        </li>
        {set.csv ? (
          <li>
            {t('openData.programs.also')} <code>{set.csv}</code>
          </li>
        ) : null}
      </ul>
    </Section>
  </Page>
)

const Covers = ({ covers: { from, to } }: { covers: { from: string; to?: string } }) => (
  <>
    {to ? (
      <>
        <Time at={noon(from)} show="day" /> – <Time at={noon(to)} show="day" />
      </>
    ) : (
      <>
        {t('openData.since')} <Time at={noon(from)} show="day" />
      </>
    )}
  </>
)

/** A day as a moment that is on this day everywhere in Europe. */
const noon = (day: string): Date => new Date(`${day}T12:00:00Z`)

function sizeText(bytes: number): string {
  if (bytes < 1_000_000) return t('openData.size.kb', { size: figureText(Math.max(1, Math.round(bytes / 1_000))) })
  return t('openData.size.mb', { size: figureText(bytes / 1_000_000) })
}
