import { t } from '#platform/text.ts'
import { frame, href } from '#platform/view.ts'

/** Says that the town is made up. Only in the demo. */
export const DemoBanner = () =>
  frame().demo ? (
    <aside class="demo-banner" aria-label={t('design.demo.label')}>
      <p class="demo-banner__text">
        {t('design.demo.text')} <a href={href('/anmelden')}>{t('design.demo.roles')}</a>
      </p>
    </aside>
  ) : null
