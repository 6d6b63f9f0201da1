import { Icon } from '#design/icons.tsx'
import { t } from '#platform/text.ts'
import { href } from '#platform/view.ts'

/**
 * What was written on this device and is not with the town yet, and that there is no network: both are seen only while it is so
 * (core/offline/offline.browser.ts).
 */
export const UnsentBar = () => (
  <>
    <a class="unsent-bar" href={href('/ohne-netz')} data-offline-target="unsent" data-turbo="false" hidden>
      <Icon name="clock" size="small" />
      <span>
        {t('design.unsent')} <strong data-offline-target="count" />
      </span>
      <span class="unsent-bar__more">{t('design.unsent.see')}</span>
    </a>
    <a class="unsent-bar unsent-bar--lost" href={href('/ohne-netz')} data-offline-target="lost" data-turbo="false" hidden>
      <Icon name="info" size="small" />
      <span>{t('design.lost')}</span>
      <span class="unsent-bar__more">{t('design.lost.see')}</span>
    </a>
  </>
)
