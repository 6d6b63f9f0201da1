import { currentLocale } from '#platform/text.ts'
import { AttemptSection, NotNow } from '../case/index.ts'
import type { ApplicationSheet } from './application.read.ts'
import type { Attempt } from './attempt.ts'
import type { SheetForm } from './form.view.tsx'
import { AskForm, OpinionForm } from './opinions.view.tsx'
import { AssignForm, HandOnForm } from './side.view.tsx'
import { StepForm } from './steps.view.tsx'
import { MessageForm, NoteForm } from './talk.view.tsx'

/**
 * A form that was refused, on top of the page, with everything that was typed. If somebody else changed the application meanwhile, the
 * form already belongs to the new state; where it is not possible there any more, the words are kept to be copied.
 */
export const AttemptSheet = ({ sheet, attempt }: { sheet: ApplicationSheet; attempt: Attempt }) => (
  <AttemptSection state={attempt.state}>
    <FormAgain sheet={sheet} attempt={attempt} />
  </AttemptSection>
)

const FormAgain = ({ sheet, attempt: { kind, which, state } }: { sheet: ApplicationSheet; attempt: Attempt }) => {
  const form: SheetForm = { sheet, id: 'again', state }
  const { application } = sheet
  switch (kind) {
    case 'schritt': {
      const offered = application.steps.find(({ step, mine }) => mine && step.key === which)
      const known = application.workflow.steps.find(({ key }) => key === which)
      return (
        <>
          {known ? <h2>{known.words[currentLocale()] || known.words.de}</h2> : null}
          {offered ? <StepForm {...form} step={offered.step} /> : <NotNow state={state} />}
        </>
      )
    }
    case 'stellungnahme': {
      const opinion = application.opinions.find(({ mine, key }) => mine && key === which)
      return opinion ? <OpinionForm {...form} opinion={opinion} /> : <NotNow state={state} />
    }
    case 'anfrage':
      return <AskForm {...form} />
    case 'zuteilung':
      return <AssignForm {...form} />
    case 'abgabe':
      return <HandOnForm {...form} />
    case 'notiz':
      return <NoteForm {...form} />
    case 'nachricht':
      return <MessageForm {...form} />
  }
}
