import { dayIn } from '#platform/calendar/day.ts'
import type { Ctx } from '#platform/context.ts'
import { registerExperience } from '../../catalogue/index.ts'
import { FormDefinition } from '../../forms/index.ts'
import { onlineForms } from '../online.sql.ts'
import { FEWEST, monthsBefore, type StoppedAt } from './figures.rules.ts'
import { type FiguresAsked, figuresBy, stoppedAt } from './figures.sql.ts'

/** Figures of services: for those who answer for them. They say nothing about a case. */
export const SEE_FIGURES = 'application.figures'

const MONTHS = 12

/** This month and the eleven before it. */
export function lastYear(ctx: Ctx): { from: string; until: string } {
  const today = dayIn(ctx.now(), ctx.town.timeZone)
  return { from: monthsBefore(today, MONTHS - 1), until: monthsBefore(today, 0) }
}

// "Half of them are done in 12 working days": what the page of a service tells before somebody applies.
registerExperience(async (ctx, serviceIds) => {
  const found = await Promise.all(
    serviceIds.map((serviceId) => figuresBy(ctx, { ...lastYear(ctx), serviceId }, { service: true, month: false })),
  )
  return new Map(
    found
      .flat()
      .flatMap(({ serviceId, done, half, most }) =>
        serviceId !== undefined && done >= FEWEST && half !== undefined && most !== undefined
          ? [[serviceId, { half, most, count: done }]]
          : [],
      ),
  )
})

export type Stopped = StoppedAt & { title: { de: string; en: string } | undefined }

/** In the order of the form as it is now; pages that it has no more stand last, by their key. */
export async function stoppedPages(ctx: Ctx, asked: FiguresAsked & { serviceId: string }): Promise<Stopped[]> {
  const found = await stoppedAt(ctx, asked)
  const form = (await onlineForms(ctx)).find(({ serviceId }) => serviceId === asked.serviceId)
  const pages = form ? FormDefinition.parse(form.content).pages : []
  const place = (page: string) => {
    const at = pages.findIndex(({ key }) => key === page)
    return page === '' ? -1 : at === -1 ? pages.length : at
  }
  return found
    .map((one) => ({ ...one, title: pages.find(({ key }) => key === one.page)?.title }))
    .sort((a, b) => place(a.page) - place(b.page))
}
