import type { ComponentChildren } from 'preact'
import type { FormState } from '#design/index.ts'
import { t } from '#platform/text.ts'

/**
 * Where a form stands again, on top of the page. What was refused says so in a summary that the eye begins at; where nothing was (a text
 * was put in) it begins at the form.
 */
export const AttemptSection = ({ state, children }: { state: FormState; children: ComponentChildren }) => {
  const told = state.refusal !== undefined || Object.keys(state.errors).length > 0
  return (
    <section
      class="sheet desk-attempt"
      aria-label={t('desk.attempt.title')}
      tabIndex={-1}
      {...(told ? {} : { 'data-controller': 'error-summary' })}
    >
      {children}
    </section>
  )
}
