import { notify } from '#core/notifications/index.ts'
import type { Ctx } from '#platform/context.ts'
import type { Happened, Listener } from '#platform/module.ts'
import type { TextParams } from '#platform/text.ts'
import { type Definition, type DefinitionKind, definitionKinds, noonOf } from '../../definitions/definition.rules.ts'
import { definitionById } from '../../definitions/definition.sql.ts'
import { serviceOfForm } from '../form/form.sql.ts'
import { reviewersOf } from './publication.read.ts'

/** Of these, who made it and who decided it hear; of what is handed in, who may review it. */
const told = ['published', 'scheduled', 'moved', 'calledBack', 'sentBack', 'failed'] as const
/** As much of a reason as one sentence holds; all of it stands on the page. */
const REASON = 300

/** Who waits hears of it: a draft to review, and what became of one's own. Who did it herself does not. */
export const publicationNews: Listener = {
  name: 'definition.news',
  kinds: definitionKinds.flatMap((kind) => ['handedIn', ...told].map((what) => `${kind}.${what}`)),
  react: async (ctx, event) => {
    const [kind, what] = event.kind.split('.') as [DefinitionKind, string]
    const id = event.about.find(({ type }) => type === kind)?.id
    const definition = id === undefined ? undefined : await definitionById(ctx, kind, id)
    if (!definition) return
    const path = await pathOf(ctx, kind, definition)
    const params = paramsOf(kind, definition, event)
    const tell = (personId: string, notice: string) =>
      notify(ctx, { personId, kind: notice, text: `publication.tell.${what}`, params, path })
    if (what === 'handedIn') {
      // Decided or changed since: it is no longer to be reviewed like this.
      if (!definition.review.asked) return
      for (const { id: personId } of await reviewersOf(ctx, definition))
        if (personId !== event.actor.personId) await tell(personId, 'definition.review')
      return
    }
    for (const personId of Array.isArray(event.data.tell) ? (event.data.tell as string[]) : [])
      if (personId !== event.actor.personId) await tell(personId, 'definition.news')
  },
}

async function pathOf(ctx: Ctx, kind: DefinitionKind, { id, key }: Definition): Promise<string> {
  if (kind === 'workflow') return `/verwaltung/ablaeufe/${key}/entwurf`
  const serviceId = await serviceOfForm(ctx, id)
  return serviceId ? `/verwaltung/dienste/${serviceId}/formular/pruefung` : `/verwaltung/formulare/${key}`
}

function paramsOf(kind: DefinitionKind, { name, review }: Definition, { data }: Happened): TextParams {
  return {
    kind,
    de: name.de,
    en: name.en || name.de,
    version: typeof data.version === 'number' ? data.version : 0,
    day: typeof data.day === 'string' ? noonOf(data.day) : 0,
    faults: Array.isArray(data.faults) ? data.faults.length : 0,
    reason: review.returned?.reason.slice(0, REASON) ?? '',
  }
}
