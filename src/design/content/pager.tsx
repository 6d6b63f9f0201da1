import type { ComponentChildren } from 'preact'
import { Icon } from '#design/icons.tsx'
import { t } from '#platform/text.ts'
import { href } from '#platform/view.ts'

/** `address` with one query value set, or taken out when it is undefined: for sort, page and filter links. */
export function withQuery(address: string, changes: Readonly<Record<string, string | undefined>>): string {
  const [path = '', query = ''] = address.split('?')
  const params = new URLSearchParams(query)
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) params.delete(name)
    else params.set(name, value)
  }
  return params.size > 0 ? `${path}?${params}` : path
}

/** Steps through a keyset list: where the previous and the next page begin, if there are any. */
export const Pager = ({
  previous,
  next,
  about,
}: {
  previous?: string | undefined
  next?: string | undefined
  about?: ComponentChildren
}) =>
  previous || next ? (
    <nav class="pager" aria-label={t('design.pager.label')}>
      {previous ? (
        <a class="kern-btn kern-btn--secondary" href={href(previous)} rel="prev">
          <Icon name="arrow-back" />
          <span class="kern-label">{t('design.pager.previous')}</span>
        </a>
      ) : (
        <span />
      )}
      {about ? <p class="pager__about">{about}</p> : null}
      {next ? (
        <a class="kern-btn kern-btn--secondary pager__next" href={href(next)} rel="next">
          <span class="kern-label">{t('design.pager.next')}</span>
          <Icon name="arrow-forward" />
        </a>
      ) : (
        <span />
      )}
    </nav>
  ) : null
