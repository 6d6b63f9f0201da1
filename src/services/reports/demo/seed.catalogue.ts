import { demoPeople, departmentIn, type SeededPeople } from '#core/organisations/index.ts'
import type { Ctx } from '#platform/context.ts'
import { putGroup } from '../catalogue.sql.ts'
import { saveCategory } from '../catalogue.verbs.ts'
import { CategoryInput } from '../category.rules.ts'
import { decideDraft } from '../routing/draft.verbs.ts'
import { saveRoutingRule } from '../routing.verbs.ts'
import { demoCategories, demoGroups } from './categories.ts'

const publishing = { immediate: 'atOnce', checked: 'afterCheck', private: 'never' } as const

/** What can be reported in a demo town, and who gets it. */
export async function seedCatalogue(ctx: Ctx, which: 'large' | 'small', { organisations }: SeededPeople): Promise<void> {
  const unitId = (department: string) => organisations.get(departmentIn(which, department))
  for (const [position, { code, name, icon }] of demoGroups.entries()) await putGroup(ctx, { code, name, icon, position })
  for (const category of demoCategories) {
    const { group, department, publish, radius, keywords, ...same } = category
    const input = CategoryInput.parse({
      ...same,
      groupCode: group,
      keywords: [...keywords.de, ...keywords.en],
      radiusM: radius,
      publish: publishing[publish],
      unitId: unitId(department),
    })
    const saved = await saveCategory(ctx, input)
    if (!saved.ok) throw new Error(`the demo's category ${category.code} is refused: ${saved.refusal.code}`)
  }
  // In force before the first report of the year was sent.
  const longAgo = new Date(ctx.now().getTime() - 400 * 86_400_000)
  await seedRules({ ...ctx, now: () => longAgo }, which, unitId)
}

/** A few rules beside the categories' own units, so that the trace has something to tell. */
async function seedRules(ctx: Ctx, which: 'large' | 'small', unitId: (department: string) => string | undefined): Promise<void> {
  const [first] = demoPeople(which).departments
  const roads = unitId(demoCategories.find(({ code }) => code === 'pothole')?.department ?? first?.code ?? '')
  const lights = unitId(demoCategories.find(({ group }) => group === 'light')?.department ?? '')
  if (roads) {
    const publicNote = {
      de: 'Landesstraße: Zuständig ist der Landesbetrieb. Das Tiefbauamt gibt Ihre Meldung weiter.',
      en: 'State road: the state’s road office is responsible. The roads department passes your report on.',
    }
    await saveRoutingRule(ctx, { owner: 'state', groupCode: 'street', unitId: roads, publicNote })
  }
  if (lights) {
    const publicNote = {
      de: 'Straßenlaternen betreut die Beleuchtung der Stadtwerke.',
      en: 'Street lamps are looked after by the municipal utility.',
    }
    await saveRoutingRule(ctx, { assetKind: 'lamp', unitId: lights, publicNote })
  }
  await decideDraft(ctx, { withoutReplay: true })
}
