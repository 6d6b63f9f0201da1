import type { ComponentChildren } from 'preact'
import type { Condition } from '../condition.rules.ts'
import type { Item } from '../form.rules.ts'
import { AskedField } from './field.view.tsx'
import { type Filling, groupsSeen } from './filling.ts'
import { AskedGroup } from './group.view.tsx'

type Props = { items: readonly Item[]; filling: Filling; base?: string }

/**
 * The fields of a page, or of one of a group. What a condition hides is there and switched off, so that a browser can show it by itself
 * (fill-in.browser.ts); without scripts it comes with the next answer of the server.
 */
export const FormFields = ({ items, filling, base = '' }: Props) => {
  const groups = groupsSeen(filling.evaluation)
  return (
    <>
      {items.map((item) => {
        const path = base + item.key
        const isGroup = item.kind === 'group'
        return (
          <Asked key={path} path={path} when={item.visibleIf} seen={isGroup ? groups.has(path) : filling.evaluation.fields.has(path)}>
            {isGroup ? (
              <AskedGroup group={item} path={path} filling={filling}>
                {(entry) => <FormFields items={item.items} filling={filling} base={entry} />}
              </AskedGroup>
            ) : (
              <AskedField field={item} path={path} filling={filling} />
            )}
          </Asked>
        )
      })}
    </>
  )
}

const Asked = ({
  path,
  when,
  seen,
  children,
}: {
  path: string
  when: Condition | undefined
  seen: boolean
  children: ComponentChildren
}) =>
  when ? (
    <fieldset class="asked" role="presentation" hidden={!seen} disabled={!seen} data-fill-in-target="asked" data-path={path}>
      {children}
    </fieldset>
  ) : (
    children
  )
