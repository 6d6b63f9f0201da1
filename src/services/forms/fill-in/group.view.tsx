import type { ComponentChildren } from 'preact'
import { Button } from '#design/index.ts'
import { currentLocale, t } from '#platform/text.ts'
import type { FieldGroup } from '../form.rules.ts'
import { entryTitle, inWords } from './answer-words.rules.ts'
import type { Filling } from './filling.ts'
import { countName, fieldName, joined } from './names.rules.ts'
import { answerAt } from './shown.rules.ts'

type Props = { group: FieldGroup; path: string; filling: Filling; children: (base: string) => ComponentChildren }

/** What is asked several times. Adding and taking out keep all that was typed; they need no script. */
export function AskedGroup({ group, path, filling, children }: Props) {
  const locale = currentLocale()
  const list = answerAt(filling.answers, path)
  const count = Array.isArray(list) ? list.length : 0
  const name = fieldName(path)
  const error = filling.errors?.[name]
  const title = (n: number) => entryTitle(group.itemLabel, n, locale)
  return (
    <section class="entries" id={idOf(name)} aria-label={inWords(group.label, locale)}>
      <h2 class="entries__title">{inWords(group.label, locale)}</h2>
      {group.help ? <p class="kern-hint">{inWords(group.help, locale)}</p> : null}
      {error ? <p class="kern-error">{error}</p> : null}
      <input type="hidden" name={countName(path)} value={count} />
      {Array.from({ length: count }, (_, n) => (
        <fieldset key={n} class="sheet entry" id={idOf(fieldName(`${path}.${n}`))}>
          <legend class="entry__title">{title(n)}</legend>
          {children(`${path}.${n}.`)}
          {count > group.min ? (
            <Button type="submit" name="do" value={`remove:${joined(path)}:${n}`} kind="tertiary" icon="delete">
              {t('fillIn.remove', { what: title(n) })}
            </Button>
          ) : null}
        </fieldset>
      ))}
      {count < group.max ? (
        <Button type="submit" name="do" value={`add:${joined(path)}`} icon="add">
          {t('fillIn.add', { what: title(count) })}
        </Button>
      ) : null}
    </section>
  )
}

/** As the list of mistakes leads to it. */
const idOf = (name: string) => `f-${name.replace(/[^\w-]+/g, '-')}`
