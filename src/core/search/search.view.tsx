import { EmptyState, KeyHints, Page, SearchField, Section, Time } from '#design/index.ts'
import type { SearchHit } from '#platform/module.ts'
import { t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import type { Group } from './search.rules.ts'

export function SearchPage({ words, groups }: { words: string; groups: readonly Group[] }) {
  const count = groups.reduce((sum, { hits }) => sum + hits.length, 0)
  return (
    <Page title={t('search.title')} width="reading" noindex>
      <SearchField value={words} id="search-page" />
      {words ? (
        <p class="search-count" role="status">
          {t('search.count', { count, words })}
        </p>
      ) : null}
      {groups.length > 0 ? (
        <div data-controller="keyboard-list">
          {groups.map((group) => (
            <Section key={group.kind} title={t(group.kind)}>
              <ul class="search-hits">
                {group.hits.map((hit) => (
                  <Hit key={hit.path} hit={hit} />
                ))}
              </ul>
            </Section>
          ))}
          <KeyHints
            keys={[
              { key: '/', does: t('search.keys.search') },
              { key: 'j', does: t('search.keys.next') },
              { key: 'k', does: t('search.keys.previous') },
              { key: 'Enter', does: t('search.keys.open') },
            ]}
          />
        </div>
      ) : (
        <EmptyState
          icon="search"
          title={t(words ? 'search.nothing' : 'search.start')}
          text={t(words ? 'search.nothing.text' : 'search.start.text')}
        />
      )}
    </Page>
  )
}

const Hit = ({ hit: { path, title, text, kind, at } }: { hit: SearchHit }) => (
  <li class="search-hit" data-list-item="">
    <a class="search-hit__title" href={href(path)}>
      {title}
    </a>
    <p class="search-hit__kind">
      {t(kind)}
      {at ? (
        <>
          {' · '}
          <Time at={at} />
        </>
      ) : null}
    </p>
    {text ? <p class="search-hit__text">{shortened(text)}</p> : null}
  </li>
)

const shortened = (text: string): string => (text.length > 220 ? `${text.slice(0, text.lastIndexOf(' ', 218))} …` : text)
