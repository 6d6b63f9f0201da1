import { organisationsOf } from '#core/organisations/index.ts'
import type { Ctx } from '#platform/context.ts'
import { inquiryWorkflow } from '../inquiry.ts'
import { OBJECTIONS, objectionWorkflow } from '../objection.ts'
import { standardWorkflow } from '../standard.ts'
import type { Workflow } from '../workflow.rules.ts'
import { publishWorkflow, saveWorkflow } from '../workflow.verbs.ts'

/** Who is asked before an event on public ground is allowed, as far as the town has such a department. */
const asked = [
  { key: 'traffic', unit: 'traffic', words: { de: 'Verkehr und Rettungswege', en: 'Traffic and rescue routes' }, days: 14 },
  { key: 'parks', unit: 'green', words: { de: 'Bäume und Rasen', en: 'Trees and lawn' }, days: 14 },
  { key: 'cleaning', unit: 'cleaning', words: { de: 'Müll und Reinigung', en: 'Waste and cleaning' }, days: 10 },
  { key: 'yard', unit: 'yard', words: { de: 'Absperrung und Reinigung', en: 'Barriers and cleaning' }, days: 10 },
]

/** The workflows that the demo's services go by. */
export async function seedWorkflows(ctx: Ctx): Promise<void> {
  const codes = new Set((await organisationsOf(ctx, ['department'])).map(({ code }) => code))
  const opinions = asked.filter(({ unit }) => codes.has(unit))
  await put(ctx, 'standard', { de: 'Antrag mit Bescheid', en: 'Application with a decision' }, standardWorkflow())
  await put(
    ctx,
    'opinions',
    { de: 'Antrag mit Stellungnahmen anderer Ämter', en: 'Application with opinions of other departments' },
    standardWorkflow({ opinions, normDays: 30 }),
  )
  await put(
    ctx,
    'deemed',
    { de: 'Genehmigung, die nach Fristablauf als erteilt gilt', en: 'Permission that counts as given when time is over' },
    standardWorkflow({ deemed: { law: '§ 42a VwVfG', months: 3 }, normDays: 40 }),
  )
  await put(ctx, 'inquiry', { de: 'Anfrage oder Beschwerde', en: 'Inquiry or complaint' }, inquiryWorkflow())
  await put(ctx, OBJECTIONS, { de: 'Widerspruch gegen einen Bescheid', en: 'Objection to a decision' }, objectionWorkflow())
}

async function put(ctx: Ctx, key: string, name: { de: string; en: string }, draft: Workflow): Promise<void> {
  const saved = await saveWorkflow(ctx, { key, name, draft })
  const published = saved.ok ? await publishWorkflow(ctx, { key, revision: saved.value.revision }) : saved
  if (!published.ok) throw new Error(`${key}: ${published.refusal.code}`)
}
