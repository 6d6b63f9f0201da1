import { permissionsOfRole, type SeededPeople } from '#core/organisations/index.ts'
import { addDays } from '#platform/calendar/day.ts'
import type { Ctx } from '#platform/context.ts'
import { ok, type Result } from '#platform/result.ts'
import { serviceBySlug } from '../catalogue/index.ts'
import { todayOf } from '../definitions/definition.verbs.ts'
import type { FormEdit } from './form/edit.rules.ts'
import { formOfService } from './form/form.read.ts'
import { changeForm } from './form/form.verbs.ts'
import { publicationOf } from './publication/publication.verbs.ts'

const done = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`a changed form of the demo: ${result.refusal.code}`)
  return result.value
}

/** One form that the editor has changed and handed in for review, and one that a second person has given a day. A small town has no editor. */
export async function seedChangedForms(ctx: Ctx, { people }: SeededPeople): Promise<void> {
  const as = (code: string, role: string): Ctx | undefined => {
    const personId = people.get(code)
    const permissions = new Set(['everyone', 'signedIn', ...permissionsOfRole(role)])
    return personId === undefined ? undefined : { ...ctx, actor: { kind: 'person', permissions, trust: 'basic', personId, unitIds: [] } }
  }
  const [editor, admin] = [as('samira.belhadi', 'editor'), as('dr.wiebke.thalmayr', 'admin')]
  if (!editor || !admin) return
  const forms = publicationOf('form')
  const cellar = await withQuestion(editor, 'sperrmuell-abholung', 0, {
    de: 'Steht etwas davon im Keller?',
    en: 'Is any of it in the cellar?',
  })
  if (cellar) done(await forms.handIn(editor, cellar))
  const electric = await withQuestion(editor, 'bewohnerparkausweis', 1, { de: 'Fährt das Auto elektrisch?', en: 'Is it an electric car?' })
  if (electric) done(await forms.publish(admin, { ...electric, day: firstOfMonthAfter(addDays(todayOf(ctx), 14)) }))
}

/** A yes-or-no question more on one page of a form. */
async function withQuestion(editor: Ctx, slug: string, page: number, label: { de: string; en: string }) {
  const service = await serviceBySlug(editor, slug)
  const known = service && (await formOfService(editor, service))
  if (!service || !known) return undefined
  const { definition } = done(
    await changeForm(editor, { id: service.id, revision: known.revision }, (form) =>
      ok<FormEdit>({ do: 'addItem', at: { page: form.pages[page]?.key ?? '' }, kind: 'yesNo', label }),
    ),
  )
  return { key: definition.key, revision: definition.revision }
}

const firstOfMonthAfter = (day: string): string => `${addDays(`${day.slice(0, 7)}-01`, 31).slice(0, 7)}-01`
