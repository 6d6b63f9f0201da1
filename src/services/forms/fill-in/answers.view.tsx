import { DefinitionList, Icon } from '#design/index.ts'
import { t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import type { AnsweredPage, AnswerRow } from './answer-words.rules.ts'

type Props = {
  pages: readonly AnsweredPage[]
  /** Where a page can be changed; without it nothing can. */
  change?: (page: string) => string
  /** Where a document opens for who reads this; without it only its name is told. */
  file?: (id: string) => string | undefined
}

/** Answers with their labels, page by page, to be read. */
export const AnswerList = ({ pages, change, file }: Props) => (
  <div class="answers">
    {pages.map(({ key, title, parts }) => (
      <section key={key} class="sheet answers__page" aria-label={title}>
        <div class="answers__head">
          <h2 class="answers__title">{title}</h2>
          {change ? (
            <a class="summary__edit" href={href(change(key))}>
              {t('fillIn.change')}
              <span class="kern-sr-only">: {title}</span>
            </a>
          ) : null}
        </div>
        {parts.map((part, n) => (
          <div key={n} class="answers__part">
            {part.title ? <h3 class="answers__entry">{part.title}</h3> : null}
            <DefinitionList items={part.rows.map((row) => ({ term: row.label, value: <AnswerText row={row} file={file} /> }))} />
          </div>
        ))}
      </section>
    ))}
  </div>
)

const AnswerText = ({ row, file }: { row: AnswerRow; file: Props['file'] }) =>
  row.files.length > 0 ? (
    <ul class="answers__files">
      {row.files.map(({ id, name }) => {
        const address = file?.(id)
        return (
          <li key={id}>
            <Icon name="draft" size="small" /> {address ? <a href={href(address)}>{name || id}</a> : name || id}
          </li>
        )
      })}
    </ul>
  ) : (
    <span class="words">{row.text}</span>
  )
