import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from '#design/icons.tsx'
import { t } from '#platform/text.ts'
import { PhotoStrip, type StripPhoto } from './picture.tsx'
import { Time } from './time.tsx'

export type TimelineItem = {
  title: ComponentChildren
  /** When it happened; for what is still to come, until when it is planned. */
  at?: Date | undefined
  text?: ComponentChildren
  /** Who did it: a role, not a name, where the public reads. */
  who?: ComponentChildren
  photos?: readonly StripPhoto[] | undefined
  icon?: IconName
  /** `done` (default), the `current` one, or one that comes `next`. */
  state?: 'done' | 'current' | 'next'
  /** Only the staff reads this. */
  internal?: boolean
}

/** What happened, who did it, what is next. */
export const Timeline = ({ items, label }: { items: readonly TimelineItem[]; label?: string }) => (
  <ol class="timeline" aria-label={label ?? t('design.timeline.label')}>
    {items.map((item, i) => (
      <li
        key={i}
        class={`timeline__item timeline__item--${item.state ?? 'done'}${item.internal ? ' timeline__item--internal' : ''}`}
        aria-current={item.state === 'current' ? 'step' : undefined}
      >
        <span class="timeline__dot">
          <Icon name={item.icon ?? (item.state === 'next' ? 'clock' : 'check')} size="small" />
        </span>
        <div class="timeline__body">
          <p class="timeline__title">
            {item.state === 'next' ? <span class="kern-sr-only">{t('design.timeline.next')} </span> : null}
            {item.title}
            {item.internal ? (
              <span class="timeline__internal">
                <Icon name="lock" size="small" /> {t('design.timeline.internal')}
              </span>
            ) : null}
          </p>
          {item.at || item.who ? (
            <p class="timeline__meta">
              {item.at ? (
                item.state === 'next' ? (
                  <>
                    {t('design.timeline.until')} <Time at={item.at} show="day" />
                  </>
                ) : (
                  <Time at={item.at} />
                )
              ) : null}
              {item.at && item.who ? ' · ' : null}
              {item.who}
            </p>
          ) : null}
          {item.text ? <div class="timeline__text">{item.text}</div> : null}
          {item.photos?.length ? <PhotoStrip photos={item.photos} label={t('design.timeline.photos')} /> : null}
        </div>
      </li>
    ))}
  </ol>
)
