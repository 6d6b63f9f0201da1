import { record } from '#core/memory/index.ts'
import { organisationById } from '#core/organisations/index.ts'
import { plain } from '#core/search/index.ts'
import { dayIn } from '#platform/calendar/day.ts'
import { type Ctx, may } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { versionBy } from './public.sql.ts'
import { phrasesOf } from './search.rules.ts'
import { ServicePublished, ServiceRemoved, ServiceRestored, ServiceSaved, ServiceTakenBack } from './service.events.ts'
import { differences, MOST_SERVICES, type Service, type ServiceContent, slugFrom } from './service.rules.ts'
import {
  countServices,
  deleteService,
  endVersions,
  forgetPhrases,
  insertService,
  insertVersion,
  lockService,
  slugsLike,
  updateService,
} from './service.sql.ts'
import { situations } from './situation.sql.ts'
import { WRITE_SERVICES } from './situation.verbs.ts'

/** The right to show services to everybody, and to take them back. */
export const PUBLISH_SERVICES = 'service.publish'

type Refused = 'notAllowed' | 'unknown'
const about = ({ id }: Pick<Service, 'id'>) => [{ type: 'service', id }]

type Saving = ServiceContent & {
  id?: string | undefined
  /** When the draft that was looked at had last changed: another's work in between is not written over. */
  seen?: string | undefined
}

/**
 * Creates (without id) or changes the draft of a service; what everybody reads stays until it is published. Refuses: `notAllowed`,
 * `unknown`, `serviceChanged` when somebody else saved meanwhile, `unitUnknown`, `situationUnknown`, `tooManyServices`.
 */
export async function saveService(
  ctx: Ctx,
  { id, seen, ...content }: Saving,
): Promise<Result<Service, Refused | 'serviceChanged' | 'unitUnknown' | 'situationUnknown' | 'tooManyServices'>> {
  if (!may(ctx, WRITE_SERVICES)) return refuse('notAllowed')
  const known = id ? await lockService(ctx, id) : undefined
  if (id && !known) return refuse('unknown')
  if (known && seen !== undefined && seen !== known.changedAt.toISOString()) return refuse('serviceChanged')
  if (content.unitId && content.unitId !== known?.draft.unitId) {
    const unit = await organisationById(ctx, content.unitId)
    if (!unit || unit.closedAt || !['authority', 'department', 'team'].includes(unit.kind))
      return refuse('unitUnknown', { field: 'unitId' })
  }
  const there = new Set((await situations(ctx)).map((each) => each.id))
  if (content.situations.some((each) => !there.has(each))) return refuse('situationUnknown', { field: 'situations' })
  const fields = differences(known?.draft, content)
  if (known && fields.length === 0) return ok(known)
  if (!known && (await countServices(ctx)) >= MOST_SERVICES) return refuse('tooManyServices')

  const saved: Service = {
    id: known?.id ?? newId(ctx.now().getTime()),
    slug: known?.slug ?? (await freeSlug(ctx, content.de.name)),
    draft: content,
    version: known?.version ?? 0,
    changed: true,
    changedAt: ctx.now(),
    changedBy: ctx.actor.personId,
  }
  await (known ? updateService(ctx, saved) : insertService(ctx, saved))
  await record(ctx, ServiceSaved, { about: about(saved), data: { slug: saved.slug, fields } })
  return ok(saved)
}

/** Addresses of pages that are no services. */
const reserved = new Set(['lage', 'suche'])

async function freeSlug(ctx: Ctx, name: string): Promise<string> {
  const slug = slugFrom(plain(name))
  const taken = await slugsLike(ctx, slug)
  if (!taken.has(slug) && !reserved.has(slug)) return slug
  let n = 2
  while (taken.has(`${slug}-${n}`)) n += 1
  return `${slug}-${n}`
}

export type Publishing = { id: string; validFrom?: string | undefined; validTo?: string | undefined }

/**
 * Makes the draft a version that everybody reads from a day on (today unless said), until a day or until the next one. Refuses:
 * `notAllowed`, `unknown`, `serviceWithoutUnit`, `validFromPast`, `endBeforeStart`.
 */
export async function publishService(
  ctx: Ctx,
  { id, validFrom, validTo }: Publishing,
): Promise<Result<Service, Refused | 'serviceWithoutUnit' | 'validFromPast' | 'endBeforeStart'>> {
  if (!may(ctx, PUBLISH_SERVICES)) return refuse('notAllowed')
  const found = await lockService(ctx, id)
  if (!found) return refuse('unknown')
  const today = dayIn(ctx.now(), ctx.town.timeZone)
  const from = validFrom ?? today
  if (from < today) return refuse('validFromPast', { field: 'validFrom' })
  if (validTo && validTo < from) return refuse('endBeforeStart', { field: 'validTo' })
  // Without somebody who is responsible nobody could be asked.
  if (!found.draft.unitId) return refuse('serviceWithoutUnit')

  const published: Service = { ...found, version: found.version + 1, changed: false }
  await updateService(ctx, published)
  await insertVersion(ctx, id, { number: published.version, content: found.draft, from, to: validTo, phrases: phrasesOf(found.draft) })
  await forgetPhrases(ctx, today)
  await record(ctx, ServicePublished, {
    about: about(found),
    data: { slug: found.slug, version: published.version, validFrom: from, ...(validTo ? { validTo } : {}) },
  })
  return ok(published)
}

/** Nobody reads it any more, from now on; the draft stays and can be published again. Refuses: `notAllowed`, `unknown`, `notPublic`. */
export async function takeServiceBack(ctx: Ctx, { id }: { id: string }): Promise<Result<Service, Refused | 'notPublic'>> {
  if (!may(ctx, PUBLISH_SERVICES)) return refuse('notAllowed')
  const found = await lockService(ctx, id)
  if (!found) return refuse('unknown')
  const today = dayIn(ctx.now(), ctx.town.timeZone)
  if ((await endVersions(ctx, id, today)) === 0) return refuse('notPublic')
  await forgetPhrases(ctx, today)
  await record(ctx, ServiceTakenBack, { about: about(found), data: { slug: found.slug, version: found.version } })
  return ok(found)
}

/** Makes the words of an earlier version the draft again. Refuses: `notAllowed`, `unknown`. */
export async function restoreService(ctx: Ctx, { id, number }: { id: string; number: number }): Promise<Result<Service, Refused>> {
  if (!may(ctx, WRITE_SERVICES)) return refuse('notAllowed')
  const found = await lockService(ctx, id)
  const version = found && (await versionBy(ctx, id, number))
  if (!version) return refuse('unknown')
  const there = new Set((await situations(ctx)).map((each) => each.id))
  const draft = { ...version.content, situations: version.content.situations.filter((each) => there.has(each)) }
  const restored: Service = {
    ...found,
    draft,
    changed: number !== found.version || differences(version.content, draft).length > 0,
    changedAt: ctx.now(),
    changedBy: ctx.actor.personId,
  }
  await updateService(ctx, restored)
  await record(ctx, ServiceRestored, { about: about(found), data: { slug: found.slug, version: number } })
  return ok(restored)
}

/** Removes a draft that nobody has ever read. Refuses: `notAllowed`, `unknown`, `wasPublic`. */
export async function removeService(ctx: Ctx, { id }: { id: string }): Promise<Result<Service, Refused | 'wasPublic'>> {
  if (!may(ctx, WRITE_SERVICES)) return refuse('notAllowed')
  const found = await lockService(ctx, id)
  if (!found) return refuse('unknown')
  if (found.version > 0) return refuse('wasPublic')
  await deleteService(ctx, id)
  await record(ctx, ServiceRemoved, { about: about(found), data: { slug: found.slug } })
  return ok(found)
}
