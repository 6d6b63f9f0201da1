import type { Ctx } from '#platform/context.ts'
import type { Locale } from '#platform/text.ts'
import { type ChosenApplication, chosenApplications } from '#services/applications/index.ts'
import {
  emptyVariables,
  fillIn,
  type Holder,
  namesOf,
  type TextBlock,
  textBlocks,
  type Values,
  workersOf,
  workingUnits,
} from '#services/cases/index.ts'
import { type BulkWordsOf, type Reach, reachOf } from '../worklist/index.ts'
import { type BulkDraft, blockedBy, MOST_AT_ONCE, sharedSteps, stepOf } from './bulk.rules.ts'

export type BulkSheet = {
  draft: BulkDraft
  chosen: readonly ChosenApplication[]
  /** How many more were chosen than can be done at once. */
  left: number
  step: ReturnType<typeof stepOf>
  shared: ReturnType<typeof sharedSteps>
  /** By number, why it is left out. */
  blocked: ReadonlyMap<string, string>
  people: readonly Holder[]
  blocks: readonly TextBlock[]
}

export async function bulkSheet(ctx: Ctx, draft: BulkDraft): Promise<BulkSheet> {
  const chosen = await chosenApplications(ctx, draft.n.slice(0, MOST_AT_ONCE))
  const { was } = draft
  const step = was ? stepOf(was, chosen) : undefined
  const blocked = new Map(
    chosen.flatMap((one) => {
      const code = was && was !== 'schritt' ? blockedBy(was, one, step) : undefined
      return code ? [[one.case.number, code] as const] : []
    }),
  )
  const units = [...new Set(chosen.flatMap(({ case: it }) => (blocked.has(it.number) ? [] : (it.unitId ?? []))))]
  return {
    draft,
    chosen,
    left: Math.max(0, draft.n.length - MOST_AT_ONCE),
    step,
    shared: sharedSteps(chosen),
    blocked,
    people: was === 'assign' ? await workersOf(ctx, units) : [],
    blocks: was === 'write' ? await blocksFor(ctx) : [],
  }
}

/** Texts of the town and of the own units for messages; those of one service are for single applications. */
async function blocksFor(ctx: Ctx): Promise<TextBlock[]> {
  const own = await workingUnits(ctx)
  return (await textBlocks(ctx)).filter(
    ({ closedAt, categoryId, unitId, step }) =>
      closedAt === undefined &&
      categoryId === undefined &&
      (unitId === undefined || own.includes(unitId)) &&
      (step === undefined || step === 'message'),
  )
}

const nobody: Reach = { parties: 0, told: 0, locale: 'de' }

/** The text for each with its own facts, in the language of who applied. */
export async function wordsFor(
  ctx: Ctx,
  chosen: readonly ChosenApplication[],
  { text, textEn }: { text: string; textEn: string },
): Promise<Map<string, BulkWordsOf>> {
  const reach = await reachOf(
    ctx,
    chosen.map(({ case: it }) => it.id),
    false,
  )
  const units = await namesOf(
    ctx,
    'core.organisation',
    chosen.flatMap(({ case: it }) => it.unitId ?? []),
  )
  const day = (at: Date, locale: Locale) =>
    new Intl.DateTimeFormat(locale === 'de' ? 'de-DE' : 'en-GB', { dateStyle: 'long', timeZone: ctx.town.timeZone }).format(at)
  return new Map(
    chosen.map(({ case: it, stateWords }) => {
      const read = reach.get(it.id) ?? nobody
      const locale: Locale = textEn === '' ? 'de' : read.locale
      const values: Values = {
        nummer: it.number,
        art: it.title,
        ort: it.placeLabel,
        stelle: units.get(it.unitId ?? '') ?? '',
        stand: stateWords[locale] || stateWords.de,
        // What is closed is due no more: a text that names the day would say something wrong.
        frist: it.closedAt ? '' : day(it.dueAt, locale),
        heute: day(ctx.now(), locale),
      }
      const words = locale === 'en' ? textEn : text
      return [it.number, { text: fillIn(words, values), empty: emptyVariables(words, values), reach: read }]
    }),
  )
}
