import type { Pool } from 'pg'
import { setListeners } from '#core/memory/index.ts'
import type { Actor, Ctx, Town } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { registerTexts } from '#platform/text.ts'
import { platformTexts } from '#platform/texts.ts'
import { caseTexts } from '#services/cases/texts.ts'
import { reportEscalation } from '#services/reports/escalation/module.ts'
import { CategoryInput, type ReportInput, type Sent, saveCategory, saveGroup, sendReport } from '#services/reports/index.ts'
import { reports } from '#services/reports/module.ts'
import { reportRouting } from '#services/reports/routing/module.ts'
import { type Doing, doing, makeTown } from './town.ts'

registerTexts(platformTexts)
registerTexts(caseTexts)
registerTexts(reports.texts)
registerTexts(reportRouting.texts)
registerTexts(reportEscalation.texts)
setListeners([])

/** A town with two departments, somebody of each role, and three categories. */
export type ReportTown = {
  town: Town
  roads: string
  upkeep: string
  green: string
  centre: string
  clerk: Actor
  gardener: Actor
  crew: Actor
  lead: Actor
  dispatcher: Actor
  moderator: Actor
  citizen: Actor
  neighbour: Actor
  /** Runs work in a transaction of the town. */
  as: <T>(actor: Actor | undefined, work: (ctx: Ctx) => Promise<T>, more?: Omit<Doing, 'town' | 'actor'>) => Promise<T>
  /** A report that was accepted as sent. */
  send: (input?: Partial<ReportInput>, actor?: Actor) => Promise<Sent>
}

export const place = { lat: 49.05, lon: 11.05, way: 'map', label: 'Lindenstraße 12' } as const

const rights = reports.permissions ?? {}
const permissionsOf = (role: string) => Object.entries(rights).flatMap(([permission, roles]) => (roles.includes(role) ? [permission] : []))

export async function reportTown(pool: Pool, slug: string): Promise<ReportTown> {
  const town = await makeTown(pool, slug)
  const as: ReportTown['as'] = (actor, work, more = {}) => doing(pool, { town, ...(actor ? { actor } : {}), ...more }, work)
  const [roads, upkeep, green, centre] = [newId(), newId(), newId(), newId()]
  const actor = (name: string, role: string, ...unitIds: string[]) => makeActor(as, name, role, unitIds)
  await as(undefined, async (ctx) => {
    const unit = (id: string, code: string, name: string, kind: string, parent: string | null) => ({
      tenant_id: town.id,
      id,
      kind,
      code,
      name,
      parent_id: parent,
      created_at: ctx.now(),
    })
    await ctx.db
      .insertInto('core.organisation')
      .values([
        unit(roads, 'roads', 'Tiefbauamt', 'department', null),
        unit(upkeep, 'upkeep', 'Straßenunterhalt', 'team', roads),
        unit(green, 'green', 'Grünflächenamt', 'department', null),
        unit(centre, 'centre', 'Leitstelle', 'department', null),
      ])
      .execute()
    await saveGroup(ctx, { code: 'street', name: { de: 'Straße', en: 'Street' }, icon: 'road' })
    const category = (input: Partial<CategoryInput> & { code: string }) =>
      saveCategory(ctx, CategoryInput.parse({ groupCode: 'street', name: { de: input.code, en: input.code }, ...input }))
    await category({ code: 'pothole', unitId: roads, publish: 'atOnce', keywords: ['schlagloch'] })
    await category({ code: 'tree', unitId: green, publish: 'afterCheck', proof: 'signoff' })
    await category({ code: 'odd', publish: 'never', anonymous: false, confirmEmail: true })
  })
  return {
    town,
    roads,
    upkeep,
    green,
    centre,
    clerk: await actor('Klara Kern', 'clerk', roads),
    gardener: await actor('Gero Grün', 'clerk', green),
    crew: await actor('Cem Kraft', 'crew', upkeep),
    lead: await actor('Lena Leit', 'lead', roads),
    dispatcher: await actor('Dora Dienst', 'dispatcher', centre),
    moderator: await actor('Mo Moder', 'moderator', centre),
    citizen: await actor('Berta Bürger', 'member'),
    neighbour: await actor('Nora Nachbar', 'member'),
    as,
    send: async (input = {}, who) => {
      const sent = await as(who ?? anybody, (ctx) =>
        sendReport(ctx, { category: 'pothole', place, text: 'Ein tiefes Loch in der Fahrbahn', ...input }),
      )
      if (!sent.ok) throw new Error(sent.refusal.code)
      return sent.value
    },
  }
}

export const anybody: Actor = { kind: 'anonymous', permissions: new Set(['everyone']), trust: 'none', unitIds: [] }

async function makeActor(as: ReportTown['as'], name: string, role: string, unitIds: string[]): Promise<Actor> {
  const personId = newId()
  await as(undefined, async (ctx) => {
    const email = `${role}-${personId.slice(-6)}@example.org`
    await ctx.db.insertInto('core.person').values({ tenant_id: ctx.town.id, id: personId, name, email, created_at: ctx.now() }).execute()
    for (const organisation_id of unitIds)
      await ctx.db
        .insertInto('core.membership')
        .values({ tenant_id: ctx.town.id, id: newId(), person_id: personId, organisation_id, role, since: ctx.now() })
        .execute()
  })
  return { kind: 'person', permissions: new Set(['everyone', 'signedIn', ...permissionsOf(role)]), trust: 'basic', personId, name, unitIds }
}
