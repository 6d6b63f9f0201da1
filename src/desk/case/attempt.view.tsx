import { t } from '#platform/text.ts'
import type { Attempt, FormKind } from './attempt.ts'
import { AttemptSection } from './attempt-section.view.tsx'
import type { CaseSheet } from './case.read.ts'
import { NotNow } from './common-parts.view.tsx'
import { CategoryForm, HideForm, PlaceForm, PublishForm, RewordForm } from './moderation.view.tsx'
import { AssignForm, PriorityForm } from './side.view.tsx'
import { StepForm } from './steps.view.tsx'
import { MessageForm, NoteForm, WordForm } from './talk.view.tsx'

type FormOf = (props: { sheet: CaseSheet; id: string; state: Attempt['state'] }) => ReturnType<typeof NoteForm>

const forms: Record<Exclude<FormKind, 'schritt'>, FormOf> = {
  zuteilung: AssignForm,
  dringlichkeit: PriorityForm,
  notiz: NoteForm,
  wort: WordForm,
  nachricht: MessageForm,
  veroeffentlichung: PublishForm,
  ausblenden: HideForm,
  wortlaut: RewordForm,
  art: CategoryForm,
  ort: PlaceForm,
}

/**
 * A form that was refused, on top of the page, with everything that was typed. If somebody else changed the report meanwhile, the
 * form already belongs to the new state: who still wants the step sends it again.
 */
export const AttemptSheet = ({ sheet, attempt: { kind, verb, state } }: { sheet: CaseSheet; attempt: Attempt }) => {
  if (kind !== 'schritt') {
    const FormAgain = forms[kind]
    return (
      <AttemptSection state={state}>
        <FormAgain sheet={sheet} id="again" state={state} />
      </AttemptSection>
    )
  }
  const possible = verb !== undefined && sheet.report.verbs.includes(verb)
  return (
    <AttemptSection state={state}>
      {verb ? <h2>{t(`report.verb.${verb}`)}</h2> : null}
      {possible ? <StepForm sheet={sheet} verb={verb} id="again" state={state} /> : <NotNow state={state} />}
    </AttemptSection>
  )
}
