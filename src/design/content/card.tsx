import type { ComponentChildren } from 'preact'
import { href } from '#platform/view.ts'
import { type Photo, Picture } from './picture.tsx'

export type CardProps = {
  title: ComponentChildren
  /** Makes the whole card lead there. */
  href?: string
  preline?: ComponentChildren
  subline?: ComponentChildren
  photo?: Photo | undefined
  /** Stands where the photo would be when there is none. */
  cover?: ComponentChildren
  /** Badges beside the title. */
  badge?: ComponentChildren
  /** Small facts at the bottom. */
  footer?: ComponentChildren
  /** Heading level; default 3. */
  level?: 2 | 3 | 4
  id?: string
  children?: ComponentChildren
}

export function Card({ title, href: to, preline, subline, photo, cover, badge, footer, level = 3, id, children }: CardProps) {
  const Heading = `h${level}` as const
  return (
    <article class={`kern-card card${to ? ' kern-card--interactive' : ''}`} id={id} data-list-item={to ? '' : undefined}>
      {photo ? <Picture photo={photo} class="card__photo" sizes="(min-width: 62em) 22rem, (min-width: 36em) 50vw, 100vw" /> : cover}
      <div class="kern-card__container">
        <header class="kern-card__header card__header">
          {preline ? <p class="kern-preline kern-preline--small">{preline}</p> : null}
          <Heading class="kern-title kern-title--small card__title">
            {to ? (
              <a class="kern-link--stretched" href={href(to)}>
                {title}
              </a>
            ) : (
              title
            )}
          </Heading>
          {subline ? <p class="card__subline">{subline}</p> : null}
        </header>
        {badge ? <div class="card__badges">{badge}</div> : null}
        {children ? <div class="kern-card__body card__body">{children}</div> : null}
        {footer ? <footer class="card__footer">{footer}</footer> : null}
      </div>
    </article>
  )
}

export type CardListProps = {
  children: ComponentChildren
  /** How wide a card is at least; they share the row. */
  size?: 'small' | 'medium' | 'large'
  label?: string
  /** Keys j, k and Enter move along the cards. */
  keys?: boolean
}

/** Cards side by side, as many as have room. */
export const CardList = ({ children, size = 'medium', label, keys }: CardListProps) => (
  <ul class={`card-list card-list--${size}`} aria-label={label} {...(keys ? { 'data-controller': 'keyboard-list' } : {})}>
    {[children].flat(2).map((card, i) => (card ? <li key={i}>{card}</li> : null))}
  </ul>
)
