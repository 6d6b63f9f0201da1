import { departmentIn, organisationsOf } from '#core/organisations/index.ts'
import type { Ctx } from '#platform/context.ts'
import type { Result } from '#platform/result.ts'
import { ServiceContent } from '../service.rules.ts'
import { publishService, saveService } from '../service.verbs.ts'
import { SituationInput } from '../situation.rules.ts'
import { saveSituation } from '../situation.verbs.ts'
import type { DemoService } from './demo-service.ts'
import { familyServices } from './family.ts'
import { furtherServices } from './further.ts'
import { residenceServices } from './residence.ts'
import { demoSituations } from './situations.ts'
import { townServices } from './town.ts'

export const demoServices: readonly DemoService[] = [...residenceServices, ...familyServices, ...townServices, ...furtherServices]

const done = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`the catalogue of the demo: ${result.refusal.code}`)
  return result.value
}

/** What a service of the demo says, as its editors would enter it. */
export const contentOf = (
  { de, en, law, trust, normDays, leikaKey, asked }: DemoService,
  unitId: string | undefined,
  situations: string[],
): ServiceContent =>
  ServiceContent.parse({ de, en, unitId, trust, normDays, leikaKey, situations, legalBasis: law.join('\n'), asked: asked === true })

/** The catalogue of a demo town, written and published by the verbs that the editors use. */
export async function seedServices(ctx: Ctx, which: 'large' | 'small'): Promise<void> {
  const units = new Map((await organisationsOf(ctx, ['department'])).map(({ code, id }) => [code, id]))
  const situations = new Map<string, string>()
  for (const { code, ...situation } of demoSituations)
    situations.set(code, done(await saveSituation(ctx, SituationInput.parse(situation))).id)
  for (const service of demoServices) {
    if (which === 'small' && service.largeOnly) continue
    const unitId = units.get(departmentIn(which, service.unit))
    const belongs = service.situations.flatMap((code) => situations.get(code) ?? [])
    const { id } = done(await saveService(ctx, contentOf(service, unitId, belongs)))
    done(await publishService(ctx, { id }))
  }
}
