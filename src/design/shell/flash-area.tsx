import { Icon } from '#design/icons.tsx'
import { t } from '#platform/text.ts'
import { frame } from '#platform/view.ts'

/** What came of the last step. Always there, so that screen readers hear what is added later. */
export const FlashArea = () => (
  <div class="flash-area" id="flash" role="status">
    {frame().flash.map(({ kind, text }, i) => (
      <div key={i} class={`flash flash--${kind}`} data-controller="flash">
        <Icon name={kind} />
        <p class="flash__text">{text}</p>
        <button class="flash__close" type="button" data-action="flash#dismiss" data-flash-target="close" hidden>
          <Icon name="close" />
          <span class="kern-sr-only">{t('design.flash.close')}</span>
        </button>
      </div>
    ))}
  </div>
)
