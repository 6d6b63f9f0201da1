import { personNames } from '#core/organisations/index.ts'
import type { Ctx } from '#platform/context.ts'
import { formAtWork, peopleAhead } from '#services/builder/index.ts'
import { deskService, type ServiceFrame, serviceTabs } from '../services/index.ts'
import type { AtWork } from './frame.view.tsx'

/** The service around its form, with its tabs; `tab` is the one that is open. */
export async function serviceFrame(ctx: Ctx, id: string, tab = 'form'): Promise<ServiceFrame | undefined> {
  const found = await deskService(ctx, id)
  return found && { service: found.service, standing: found.standing, tabs: serviceTabs(ctx, found.service, tab) }
}

/** The form of a service as its pages show it; undefined where there is no such service or no form yet. */
export async function atWork(ctx: Ctx, id: string): Promise<AtWork | undefined> {
  const frame = await serviceFrame(ctx, id)
  const work = frame && (await formAtWork(ctx, frame.service))
  if (!frame || !work) return undefined
  const { changedBy, review } = work.definition
  const published = work.versions.map(({ publishedBy }) => publishedBy)
  const people = [changedBy, review.asked?.by, review.returned?.by, ...published, ...peopleAhead(work.ahead)]
  return {
    ...frame,
    work,
    names: await personNames(
      ctx,
      people.filter((one) => one !== undefined),
    ),
  }
}
