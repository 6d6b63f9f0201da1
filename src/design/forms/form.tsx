import type { ComponentChildren } from 'preact'
import { t } from '#platform/text.ts'
import { frame, href } from '#platform/view.ts'
import { FormScopeContext, type FormState, fieldId } from './form-context.ts'
import { Refused } from './refused.tsx'

export type FormProps = {
  action: string
  /** `get` for searches and filters: no key, no errors. */
  method?: 'post' | 'get'
  /** What was typed and what was wrong; the fields inside take value and error from it by their name. */
  state?: FormState
  /** Text for a refusal; otherwise the catalogue's `refusal.<code>`. */
  refusalText?: string | undefined
  /** With `FileField`s inside. */
  files?: boolean
  id?: string
  class?: string
  data?: Record<`data-${string}`, string>
  children: ComponentChildren
}

const nothing: FormState = { input: {}, errors: {} }

export function Form({ action, method = 'post', state = nothing, refusalText, files, id, class: extra, data, children }: FormProps) {
  const idPrefix = id ?? 'f'
  return (
    <form
      class={extra ?? 'form'}
      id={id}
      method={method}
      action={href(action)}
      encType={files ? 'multipart/form-data' : undefined}
      // The server answers with sentences in the page's language, beside the field and in the summary.
      noValidate={method === 'post'}
      {...data}
    >
      {method === 'post' ? <input type="hidden" name="_key" value={frame().formKey()} /> : null}
      {state.refusalSaid ? null : <Refused refusal={state.refusal} text={refusalText} />}
      <ErrorSummary errors={state.errors} idPrefix={idPrefix} />
      <FormScopeContext.Provider value={{ ...state, idPrefix, refusalText }}>{children}</FormScopeContext.Provider>
    </form>
  )
}

/** All that is wrong in one place, each line leading to its field. */
export function ErrorSummary({ errors, idPrefix = 'f' }: { errors: FormState['errors']; idPrefix?: string }) {
  const wrong = Object.entries(errors).filter((entry): entry is [string, string] => Boolean(entry[1]))
  if (wrong.length === 0) return null
  return (
    <div class="kern-alert kern-alert--danger error-summary" role="alert" tabIndex={-1} data-controller="error-summary">
      <div class="kern-alert__header">
        <span class="kern-icon kern-icon--danger" aria-hidden="true" />
        <h2 class="kern-title">{t('design.form.errors', { count: wrong.length })}</h2>
      </div>
      <div class="kern-alert__body">
        <ul class="error-summary__list">
          {wrong.map(([name, text]) => (
            <li key={name}>
              <a class="kern-link kern-link--no-visited-state" href={`#${fieldId(idPrefix, name)}`}>
                {text}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
