import { z } from 'zod'
import type { Ctx } from '#platform/context.ts'
import { Reply, redirect } from '#platform/http/reply.ts'
import { get } from '#platform/http/route.ts'
import { type DataSet, dataSets, LICENCE } from '#platform/open-data/data-set.ts'
import { dataFile } from '#platform/open-data/file.ts'
import { dataFormats, fileAddress, formatFacts, formatFor, formatsOf } from '#platform/open-data/format.rules.ts'
import { textIn } from '#platform/text.ts'
import { catalogue, datasetDocument, schemaOrg } from './dcat.rules.ts'
import { exampleRows } from './examples.ts'
import { CataloguePage, DataSetPage } from './open-data.view.tsx'
import { publisherOf } from './publisher.ts'
import { sizesOf } from './size.ts'
import { tableMetadata } from './table.rules.ts'

/** Names of data sets have small letters and hyphens. */
const Name = z.object({ name: z.string().max(60) })
const File = z.object({ file: z.string().max(100) })
/** What a kept page is made of; a minute at most it is older than the data. */
const tags = (town: string) => ['town', 'organisation', 'places', 'figures', 'reportCategory', 'reportGroup'].map((tag) => `${town}:${tag}`)
const common = { may: 'everyone', audience: 'public' } as const
/** A harvester takes each file of a town once. */
const limit = [{ points: 60, seconds: 300, per: 'network' }] as const

export const openDataRoutes = [
  get('/opendata', {
    ...common,
    summary: 'Open data: all data sets of the town',
    cache: tags,
    show: async (ctx) => <CataloguePage sets={await dataSets(ctx)} publisher={await publisherOf(ctx)} town={ctx.town} />,
  }),

  get('/opendata/catalog.jsonld', {
    ...common,
    summary: 'The catalogue of all data sets for data portals (DCAT-AP.de as JSON-LD)',
    limit,
    show: async (ctx) => {
      const described = []
      for (const set of await dataSets(ctx)) described.push({ set, sizes: await sizesOf(ctx, set) })
      return jsonLd(catalogue(ctx.town, await publisherOf(ctx), described))
    },
  }),

  get('/opendata/:name{[a-z-]+}', {
    ...common,
    summary: 'Open data: one data set, with its columns, licence and files',
    params: Name,
    cache: tags,
    show: async (ctx, { params: { name } }) => {
      const set = await dataSetBy(ctx, name)
      if (!set) return undefined
      const described = { set, sizes: await sizesOf(ctx, set) }
      const publisher = await publisherOf(ctx)
      return (
        <DataSetPage
          {...described}
          publisher={publisher}
          town={ctx.town}
          rows={await exampleRows(ctx, set)}
          structured={schemaOrg(ctx.town, publisher, described, ctx.locale, LICENCE)}
        />
      )
    },
  }),

  get('/opendata/:name{[a-z-]+}/daten', {
    ...common,
    summary: 'Open data: leads to the file in the format that Accept asks for (text/csv, application/json, application/geo+json)',
    params: Name,
    limit,
    show: async (ctx, { params: { name }, headers }) => {
      const set = await dataSetBy(ctx, name)
      if (!set) return undefined
      const format = formatFor(headers.get('accept'), formatsOf(set))
      if (!format) return refusal(ctx, 406, set)
      const to = redirect(fileAddress(set, format))
      return new Reply(null, 303, { ...to.headers, vary: 'Accept' })
    },
  }),

  get('/opendata/:file{[a-z-]+\\.[a-z.-]+}', {
    ...common,
    summary:
      'Open data: a data set as .csv, .json or .geojson, written while it is sent; its metadata as .jsonld (DCAT-AP.de) and .csv-metadata.json',
    params: File,
    limit,
    show: async (ctx, { params: { file }, headers, open }) => {
      const [name = '', ...ending] = file.split('.')
      const set = await dataSetBy(ctx, name)
      if (!set) return undefined
      const wanted = ending.join('.')
      if (wanted === 'jsonld') return jsonLd(datasetDocument(ctx.town, await publisherOf(ctx), { set, sizes: await sizesOf(ctx, set) }))
      if (wanted === 'csv-metadata.json')
        return new Reply(JSON.stringify(tableMetadata(ctx.town, set), null, 2), 200, { ...kept, 'content-type': 'application/csvm+json' })
      const format = dataFormats.find((one) => one === wanted)
      if (!format || !formatsOf(set).includes(format)) return refusal(ctx, 404, set)
      return dataFile(ctx, set, format, { headers, open })
    },
  }),
]

const dataSetBy = async (ctx: Ctx, name: string): Promise<DataSet | undefined> => (await dataSets(ctx)).find((set) => set.name === name)

const kept = { 'cache-control': 'public, max-age=300', 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' }

const jsonLd = (document: Record<string, unknown>): Reply =>
  new Reply(JSON.stringify(document, null, 2), 200, { ...kept, 'content-type': 'application/ld+json', link: `<${LICENCE}>; rel="license"` })

/** Says which formats there are (RFC 9457). */
function refusal(ctx: Ctx, status: 404 | 406, set: DataSet): Reply {
  const formats = formatsOf(set)
  const problem = {
    type: 'urn:stadtplatz:problem:noSuchFormat',
    title: textIn(ctx.locale, 'openData.noFormat'),
    status,
    detail: textIn(ctx.locale, 'openData.noFormat.text', { formats: formats.map((format) => format.toUpperCase()).join(', ') }),
    formats: formats.map((format) => ({
      mediaType: formatFacts[format].media,
      address: ctx.town.origin + ctx.town.base + fileAddress(set, format),
    })),
    reference: ctx.requestId,
  }
  return new Reply(JSON.stringify(problem), status, {
    'content-type': 'application/problem+json; charset=utf-8',
    'cache-control': 'no-store',
    vary: 'Accept',
  })
}
