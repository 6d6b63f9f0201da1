import type { ComponentChildren } from 'preact'

/** Facts as pairs; pairs without a value are left out. `stacked` puts the value below its name, for narrow columns. */
export const DefinitionList = ({
  items,
  stacked,
}: {
  items: readonly { term: ComponentChildren; value: ComponentChildren }[]
  stacked?: boolean
}) => (
  <dl class={`kern-description-list${stacked ? ' kern-description-list--col' : ''} definition-list`}>
    {items
      .filter(({ value }) => value !== undefined && value !== null && value !== '' && value !== false)
      .map(({ term, value }, i) => (
        <div key={i} class="kern-description-list-item">
          <dt class="kern-description-list-item__key">{term}</dt>
          <dd class="kern-description-list-item__value">{value}</dd>
        </div>
      ))}
  </dl>
)
