import { dayIn } from '#platform/calendar/day.ts'
import type { Ctx } from '#platform/context.ts'
import {
  channelsOf,
  figuresBy,
  lastYear,
  type ServiceFigures,
  type Stopped,
  servicesApplied,
  stoppedPages,
} from '#services/applications/index.ts'
import { type FiguresQuery, periodOf, yearsUntil } from './figures.rules.ts'

type Service = { id: string; name: { de: string; en: string } }

export type FiguresSheet = {
  query: FiguresQuery
  years: readonly string[]
  services: readonly Service[]
  /** The one that is looked at; undefined for all of them. */
  service: Service | undefined
  /** For all services together or the one. */
  whole: ServiceFigures | undefined
  /** One row for each service, or for each month of the one. */
  rows: readonly ServiceFigures[]
  channels: readonly { channel: string; count: number }[]
  stopped: readonly Stopped[]
}

export async function figuresSheet(ctx: Ctx, query: FiguresQuery): Promise<FiguresSheet> {
  const services = await servicesApplied(ctx)
  const service = services.find(({ id }) => id === query.leistung)
  const asked = { ...periodOf(query, lastYear(ctx)), serviceId: service?.id }
  const rows = await figuresBy(ctx, asked, service ? { service: false, month: true } : { service: true, month: false })
  const names = new Map(services.map(({ id, name }) => [id, name.de]))
  return {
    query,
    years: yearsUntil(dayIn(ctx.now(), ctx.town.timeZone)),
    services,
    service,
    whole: service ? (await figuresBy(ctx, asked, { service: true, month: false }))[0] : undefined,
    rows: service
      ? rows
      : [...rows].sort((a, b) => (names.get(a.serviceId ?? '') ?? '').localeCompare(names.get(b.serviceId ?? '') ?? '', 'de')),
    channels: await channelsOf(ctx, asked),
    stopped: service ? await stoppedPages(ctx, { ...asked, serviceId: service.id }) : [],
  }
}

/** Every service and month of a period, for the table. */
export const figureRows = (ctx: Ctx, query: FiguresQuery) =>
  figuresBy(ctx, { ...periodOf(query, lastYear(ctx)), serviceId: query.leistung }, { service: true, month: true })
