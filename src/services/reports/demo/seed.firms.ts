import { createOrganisation, type SeededPeople } from '#core/organisations/index.ts'
import { anonymous, type Ctx } from '#platform/context.ts'
import { type Case, caseById } from '../../cases/index.ts'
import { categoryBy } from '../catalogue.sql.ts'
import { firmStep } from '../contractor/firm.verbs.ts'
import { tellRunOut } from '../contractor/run-out.job.ts'
import { taskPath } from '../contractor/task.link.ts'
import type { TaskVerb } from '../contractor/task.rules.ts'
import { finishWithFirmPhotos, handToFirm } from '../contractor/task.verbs.ts'
import { scenesOf } from './pictures/choice.ts'
import { actorsOf, as } from './seed.actors.ts'
import { seedPhotos } from './seed.life.ts'
import { reportsIn } from './seed.sql.ts'

const HOUR_MS = 3_600_000
/** A report was quiet for so long before it is given to a firm: everything here happened within these hours. */
const HOURS = 60

const firms = [
  {
    name: 'Kurz Straßenbau GmbH',
    email: 'auftrag@kurz-strassenbau.example',
    description: 'Asphalt, Pflaster, Gräben',
  },
  { name: 'Immergrün Garten- und Wegebau', email: 'auftrag@immergruen.example', description: 'Wege und Grün' },
] as const

type Plan = {
  firm: number
  words: string
  days?: number
  steps: readonly { verb: TaskVerb; after: number; text?: string }[]
  approved?: string
}

/** What firms do with the work: nothing yet, all of it, no, let the link run out. */
const plans: readonly Plan[] = [
  { firm: 0, words: 'Bitte bis Monatsende herrichten. Die Straße darf halbseitig gesperrt werden.', steps: [{ verb: 'accept', after: 5 }] },
  {
    firm: 1,
    words: 'Bitte ansehen und herrichten. Material liegt auf dem Bauhof.',
    steps: [
      { verb: 'accept', after: 3 },
      { verb: 'close', after: 30, text: 'Erledigt, zwei Leute, drei Stunden. Die Stelle ist sauber übergeben.' },
    ],
  },
  {
    firm: 0,
    words: 'Bitte in dieser Woche herrichten.',
    steps: [{ verb: 'decline', after: 8, text: 'Unsere Kolonne ist bis Mitte nächsten Monats ausgebucht. Danach gern.' }],
  },
  {
    firm: 1,
    words: 'Bitte herrichten und danach ein Foto senden.',
    steps: [
      { verb: 'accept', after: 2 },
      { verb: 'close', after: 26, text: 'Fertig. Foto liegt bei.' },
    ],
    approved: 'Eine Firma hat die Stelle hergerichtet, wir haben die Arbeit geprüft.',
  },
  { firm: 0, words: 'Bitte ansehen und sagen, was es kostet.', days: 1, steps: [] },
]

/** Firms that the town knows, and what some of them do with reports that were quiet for a while. */
export async function seedFirms(ctx: Ctx, which: 'large' | 'small', people: SeededPeople): Promise<void> {
  const ids = await Promise.all(firms.map((firm) => firmId(ctx, firm)))
  const begins = new Date(ctx.now().getTime() - HOURS * HOUR_MS)
  const quiet = await quietReports(ctx, begins)
  for (const [index, plan] of plans.entries()) {
    const found = quiet[index]
    if (found)
      await handOut(
        ctx,
        found,
        plan,
        ids[plan.firm]!,
        as(ctx, actorsOf(which, people).staff('clerk', found.it.unitId, found.it.number), begins),
      )
  }
  await tellRunOut(ctx)
}

async function firmId(ctx: Ctx, { name, email, description }: (typeof firms)[number]): Promise<string> {
  const made = await createOrganisation(ctx, {
    kind: 'contractor',
    name,
    nameEn: name,
    email,
    phone: undefined,
    parentId: undefined,
    description,
  })
  if (!made.ok) throw new Error(`the demo's firm ${name} is refused: ${made.refusal.code}`)
  return made.value.id
}

type Quiet = { it: Case; scene: string }

/** In work, untouched since then, of a kind that has a picture of the finished work. */
async function quietReports(ctx: Ctx, since: Date): Promise<Quiet[]> {
  const found: Quiet[] = []
  for (const { id } of await reportsIn(ctx, ['inWork', 'accepted', 'planned'], 120)) {
    if (found.length === plans.length) break
    const it = await caseById(ctx, id)
    const scene = it && it.updatedAt < since && scenesOf((await categoryBy(ctx, it.typeId))?.code ?? '')[0]
    if (it && scene) found.push({ it, scene })
  }
  return found
}

async function handOut(ctx: Ctx, { it, scene }: Quiet, plan: Plan, organisationId: string, clerk: Ctx): Promise<void> {
  const given = await handToFirm(clerk, {
    ...{ number: it.number, organisationId, name: '', email: '', locale: 'de' },
    ...{ text: plan.words, days: plan.days ?? 30 },
  })
  if (!given.ok) throw new Error(`the demo's firm cannot have ${it.number}: ${given.refusal.code}`)
  const link = taskPath(ctx.town.id, given.value.id).slice('/auftrag/'.length)
  for (const { verb, after, text = '' } of plan.steps) {
    const firm = as(ctx, anonymous, new Date(clerk.now().getTime() + after * HOUR_MS))
    const photos = verb === 'close' ? await seedPhotos(firm, [{ scene, seed: 1, state: 'after' }]) : []
    const done = await firmStep(firm, verb, { link, text, photos })
    if (!done.ok) throw new Error(`the demo's firm cannot ${verb} ${it.number}: ${done.refusal.code}`)
  }
  if (!plan.approved) return
  const approving = { ...clerk, now: () => new Date(clerk.now().getTime() + 40 * HOUR_MS) }
  const approved = await finishWithFirmPhotos(approving, { number: it.number, text: plan.approved })
  if (!approved.ok) throw new Error(`the work of the demo's firm on ${it.number} is refused: ${approved.refusal.code}`)
}
