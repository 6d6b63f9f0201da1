import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'

/** A part of a page with its heading; `action` stands at the end of the heading's line. */
export function Section({
  title,
  lead,
  action,
  id,
  sheet,
  children,
}: {
  title: ComponentChildren
  lead?: ComponentChildren
  action?: ComponentChildren
  id?: string
  sheet?: boolean
  children: ComponentChildren
}) {
  const heading = useId()
  return (
    <section class={`section${sheet ? ' sheet' : ''}`} aria-labelledby={heading} id={id}>
      <div class="section__head">
        <h2 id={heading}>{title}</h2>
        {action ? <div class="section__action">{action}</div> : null}
      </div>
      {lead ? <p class="section__lead">{lead}</p> : null}
      {children}
    </section>
  )
}

/** A white sheet for a form or for facts. */
export const Sheet = ({ children }: { children: ComponentChildren }) => <div class="sheet">{children}</div>

/** A main column and a narrower one beside it (below it on a phone). */
export const Columns = ({ children, side }: { children: ComponentChildren; side: ComponentChildren }) => (
  <div class="columns">
    <div class="columns__main">{children}</div>
    <aside class="columns__side">{side}</aside>
  </div>
)
