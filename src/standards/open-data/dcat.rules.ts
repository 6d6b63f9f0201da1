import type { Town } from '#platform/context.ts'
import { type DataSet, LICENCE_CODE } from '#platform/open-data/data-set.ts'
import { type DataFormat, fileAddress, formatFacts, formatsOf } from '#platform/open-data/format.rules.ts'
import { type Locale, textIn } from '#platform/text.ts'

export type Publisher = { name: string; email: string | undefined; phone: string | undefined }
export type Described = { set: DataSet; sizes: Partial<Record<DataFormat, number>> }

const authority = (list: string, code: string): string => `http://publications.europa.eu/resource/authority/${list}/${code}`

const context = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dcatap: 'http://data.europa.eu/r5r/',
  dcatde: 'http://dcat-ap.de/def/dcatde/',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  geo: 'http://www.opengis.net/ont/geosparql#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
}

/** Specifications that the files keep to. */
const standards: Record<DataFormat, string> = {
  csv: 'https://www.w3.org/TR/tabular-metadata/',
  json: 'https://www.rfc-editor.org/rfc/rfc8259',
  geojson: 'https://www.rfc-editor.org/rfc/rfc7946',
}
const languages: Record<Locale, string> = { de: authority('language', 'DEU'), en: authority('language', 'ENG') }

const ref = (id: string) => ({ '@id': id })
const integer = (value: number) => ({ '@value': String(value), '@type': 'xsd:nonNegativeInteger' })
const moment = (at: Date) => ({ '@value': at.toISOString(), '@type': 'xsd:dateTime' })
const day = (value: string) => ({ '@value': value, '@type': 'xsd:date' })
const homeOf = ({ origin, base }: Town): string => origin + base
const said = ({ locales }: Town, key: string, params?: Record<string, string>) =>
  locales.map((locale) => ({ '@value': textIn(locale, key, params), '@language': locale }))

/** The town's catalogue with all its data sets (DCAT-AP.de 3.0, as JSON-LD). */
export function catalogue(town: Town, publisher: Publisher, described: readonly Described[]): Record<string, unknown> {
  const home = homeOf(town)
  const changed = described.flatMap(({ set }) => (set.changedAt ? [set.changedAt.getTime()] : []))
  return {
    '@context': context,
    '@id': `${home}/opendata#catalog`,
    '@type': 'dcat:Catalog',
    'dct:title': said(town, 'openData.catalogue.title', { town: town.name }),
    'dct:description': said(town, 'openData.catalogue.text', { town: town.name }),
    'dct:publisher': agent(town, publisher),
    'dct:language': town.locales.map((locale) => ref(languages[locale])),
    'dct:license': ref(LICENCE_CODE),
    'dct:spatial': spatial(town),
    'foaf:homepage': ref(`${home}/opendata`),
    'dcat:themeTaxonomy': ref('http://publications.europa.eu/resource/authority/data-theme'),
    ...(changed.length > 0 ? { 'dct:modified': moment(new Date(Math.max(...changed))) } : {}),
    'dcat:dataset': described.map((one) => dataset(town, publisher, one)),
  }
}

/** One data set alone. */
export const datasetDocument = (town: Town, publisher: Publisher, described: Described): Record<string, unknown> => ({
  '@context': context,
  ...dataset(town, publisher, described),
})

function dataset(town: Town, publisher: Publisher, { set, sizes }: Described): Record<string, unknown> {
  const page = `${homeOf(town)}/opendata/${set.name}`
  return {
    '@id': page,
    '@type': 'dcat:Dataset',
    'dct:title': said(town, `${set.text}.title`),
    'dct:description': said(town, `${set.text}.text`),
    'dct:identifier': page,
    'dcat:landingPage': ref(page),
    'dct:publisher': agent(town, publisher),
    'dcat:contactPoint': contact(town, publisher),
    'dcat:theme': set.themes.map((theme) => ref(authority('data-theme', theme))),
    'dcat:keyword': town.locales.flatMap((locale) =>
      textIn(locale, `${set.text}.keywords`)
        .split(',')
        .map((word) => ({ '@value': word.trim(), '@language': locale })),
    ),
    'dct:accrualPeriodicity': ref(authority('frequency', set.frequency)),
    'dct:accessRights': ref(authority('access-right', 'PUBLIC')),
    'dct:language': ref(languages[town.locales[0] ?? 'de']),
    'dct:spatial': spatial(town),
    'dcatde:politicalGeocodingLevelURI': ref('http://dcat-ap.de/def/politicalGeocoding/Level/municipality'),
    'dcatde:geocodingDescription': said(town, 'openData.spatial', { town: town.name }),
    ...(set.covers
      ? {
          'dct:temporal': {
            '@type': 'dct:PeriodOfTime',
            'dcat:startDate': day(set.covers.from),
            ...(set.covers.to ? { 'dcat:endDate': day(set.covers.to) } : {}),
          },
        }
      : {}),
    ...(set.changedAt ? { 'dct:modified': moment(set.changedAt) } : {}),
    'dcat:distribution': formatsOf(set).map((format) => distribution(town, publisher, set, format, sizes[format])),
  }
}

function distribution(
  town: Town,
  publisher: Publisher,
  set: DataSet,
  format: DataFormat,
  size: number | undefined,
): Record<string, unknown> {
  const home = homeOf(town)
  const file = home + fileAddress(set, format)
  return {
    '@id': `${file}#distribution`,
    '@type': 'dcat:Distribution',
    'dct:title': said(town, 'openData.distribution', { format: format.toUpperCase() }),
    'dcat:accessURL': ref(`${home}/opendata/${set.name}`),
    'dcat:downloadURL': ref(file),
    'dcat:mediaType': ref(`http://www.iana.org/assignments/media-types/${formatFacts[format].media}`),
    'dct:format': ref(authority('file-type', format.toUpperCase())),
    'dct:conformsTo': { '@id': standards[format], '@type': 'dct:Standard' },
    'dct:license': ref(LICENCE_CODE),
    'dcatde:licenseAttributionByText': publisher.name,
    'dcatap:availability': ref(authority('planned-availability', 'AVAILABLE')),
    'dct:language': ref(languages[town.locales[0] ?? 'de']),
    ...(size === undefined ? {} : { 'dcat:byteSize': integer(size) }),
    ...(set.changedAt ? { 'dct:modified': moment(set.changedAt) } : {}),
  }
}

const agent = (town: Town, { name }: Publisher) => ({
  '@id': `${homeOf(town)}/#publisher`,
  '@type': 'foaf:Agent',
  'foaf:name': name,
  'foaf:homepage': ref(`${homeOf(town)}/`),
  'dct:type': ref('http://purl.org/adms/publishertype/LocalAuthority'),
})

const contact = (town: Town, { name, email, phone }: Publisher) => ({
  '@id': `${homeOf(town)}/#contact`,
  '@type': 'vcard:Organization',
  'vcard:fn': name,
  'vcard:hasURL': ref(`${homeOf(town)}/kontakt`),
  ...(email ? { 'vcard:hasEmail': ref(`mailto:${email}`) } : {}),
  ...(phone ? { 'vcard:hasTelephone': ref(`tel:${phone.replace(/[^+\d]/g, '')}`) } : {}),
})

/** The town as a place: its name, and the box around it where it is known. */
const spatial = (town: Town) => ({
  '@id': `${homeOf(town)}/#place`,
  '@type': 'dct:Location',
  'http://www.w3.org/2000/01/rdf-schema#label': town.name,
  ...(town.bounds ? { 'dcat:bbox': { '@value': boxText(town.bounds), '@type': 'geo:wktLiteral' } } : {}),
})

const boxText = ([west, south, east, north]: readonly [number, number, number, number]): string =>
  `POLYGON((${west} ${south},${east} ${south},${east} ${north},${west} ${north},${west} ${south}))`

/** The same for search engines (schema.org), in the language of the page. */
export function schemaOrg(
  town: Town,
  publisher: Publisher,
  { set, sizes }: Described,
  locale: Locale,
  licence: string,
): Record<string, unknown> {
  const home = homeOf(town)
  const box = town.bounds && { '@type': 'GeoShape', box: `${town.bounds[1]} ${town.bounds[0]} ${town.bounds[3]} ${town.bounds[2]}` }
  return {
    '@context': 'https://schema.org/',
    '@type': 'Dataset',
    '@id': `${home}/opendata/${set.name}`,
    name: textIn(locale, `${set.text}.title`),
    description: textIn(locale, `${set.text}.text`),
    url: `${home}/opendata/${set.name}`,
    keywords: textIn(locale, `${set.text}.keywords`).split(','),
    license: licence,
    isAccessibleForFree: true,
    creator: { '@type': 'GovernmentOrganization', name: publisher.name, url: `${home}/` },
    spatialCoverage: { '@type': 'Place', name: town.name, ...(box ? { geo: box } : {}) },
    ...(set.covers ? { temporalCoverage: `${set.covers.from}/${set.covers.to ?? '..'}` } : {}),
    ...(set.changedAt ? { dateModified: set.changedAt.toISOString() } : {}),
    variableMeasured: set.columns.map(({ name }) => name),
    distribution: formatsOf(set).map((format) => ({
      '@type': 'DataDownload',
      encodingFormat: formatFacts[format].media,
      contentUrl: home + fileAddress(set, format),
      ...(sizes[format] === undefined ? {} : { contentSize: `${sizes[format]}` }),
    })),
  }
}
