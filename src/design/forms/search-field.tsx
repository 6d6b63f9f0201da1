import { Icon } from '#design/icons.tsx'
import { t } from '#platform/text.ts'
import { href } from '#platform/view.ts'

export type SearchFieldProps = {
  action?: string
  name?: string
  value?: string | undefined
  label?: string
  placeholder?: string
  id?: string
  /** `/` on the keyboard leads here; one per page. */
  shortcut?: boolean
}

/** A search of its own: field and button in one line. */
export const SearchField = ({ action = '/suche', name = 'q', value, label, placeholder, id = 'search', shortcut }: SearchFieldProps) => (
  <search>
    <form class="search-field" method="get" action={href(action)}>
      <label class="kern-sr-only" for={id}>
        {label ?? t('design.search.label')}
      </label>
      <input
        class="search-field__input"
        id={id}
        type="search"
        name={name}
        value={value}
        placeholder={placeholder ?? t('design.search.placeholder')}
        autocomplete="off"
        enterkeyhint="search"
        maxLength={200}
        {...(shortcut ? { 'data-shortcut': '/' } : {})}
      />
      <button class="search-field__button" type="submit">
        <Icon name="search" />
        <span class="kern-sr-only">{t('design.search.button')}</span>
      </button>
    </form>
  </search>
)
