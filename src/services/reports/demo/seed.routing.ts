import { departmentIn, type SeededPeople } from '#core/organisations/index.ts'
import { districtsOf } from '#core/places/index.ts'
import type { Ctx } from '#platform/context.ts'
import { categoryBy } from '../catalogue.sql.ts'
import { replayPage } from '../routing/replay.jobs.ts'
import { replayOfVersion } from '../routing/replay.sql.ts'
import { startReplay } from '../routing/replay.verbs.ts'
import { saveRoutingRule } from '../routing.verbs.ts'

/** A draft that somebody works on, and what the last year would have been by it. */
export async function seedRoutingDraft(ctx: Ctx, which: 'large' | 'small', { organisations }: SeededPeople): Promise<void> {
  const unit = (department: string) => organisations.get(departmentIn(which, department))
  const [bin, weeds] = [await categoryBy(ctx, 'bin'), await categoryBy(ctx, 'weeds')]
  const [district] = await districtsOf(ctx)
  const [order, cleaning] = [unit('order'), unit('cleaning')]
  if (bin && district && order)
    await saveRoutingRule(ctx, {
      categoryId: bin.id,
      districtId: district.id,
      unitId: order,
      publicNote: {
        de: `Um Papierkörbe im Ortsteil ${district.name} kümmert sich der Außendienst.`,
        en: `Litter bins in ${district.name} are looked after by the patrol.`,
      },
    })
  if (weeds && cleaning) await saveRoutingRule(ctx, { categoryId: weeds.id, unitId: cleaning })
  const started = await startReplay(ctx)
  const replay = started.ok ? await replayOfVersion(ctx, started.value.id) : undefined
  if (replay) while ((await replayPage(ctx, replay.id)) === 'more');
}
