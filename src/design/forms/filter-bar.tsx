import type { ComponentChildren } from 'preact'
import { Icon } from '#design/icons.tsx'
import { t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import { Submit } from './button.tsx'
import { FormScopeContext } from './form-context.ts'

export type FilterBarProps = {
  action: string
  /** The filters as they stand, by field name. */
  values: Readonly<Record<string, unknown>>
  /** How many filters are set; then there is a way back to all. */
  active?: number
  /** "137 Meldungen" */
  result?: ComponentChildren
  children: ComponentChildren
}

/** Filters above a list. Sends itself when something changes; without a script there is a button. */
export const FilterBar = ({ action, values, active = 0, result, children }: FilterBarProps) => (
  <form
    class="filter-bar"
    method="get"
    action={href(action)}
    aria-label={t('design.filter.label')}
    data-controller="autosubmit"
    data-action="change->autosubmit#send"
  >
    <div class="filter-bar__fields">
      <FormScopeContext.Provider value={{ input: values, errors: {}, idPrefix: 'filter', free: true }}>
        {children}
      </FormScopeContext.Provider>
      <div class="filter-bar__send" data-autosubmit-target="button">
        <Submit kind="secondary" icon="filter">
          {t('design.filter.apply')}
        </Submit>
      </div>
    </div>
    {result || active > 0 ? (
      <div class="filter-bar__result">
        {result ? <p class="kern-body kern-body--bold">{result}</p> : null}
        {active > 0 ? (
          <a class="kern-link kern-link--no-visited-state" href={href(action)}>
            <Icon name="close" size="small" />
            {t('design.filter.reset')}
          </a>
        ) : null}
      </div>
    ) : null}
  </form>
)
