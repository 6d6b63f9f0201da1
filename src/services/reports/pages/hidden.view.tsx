import { Alert, Page, Time } from '#design/index.ts'
import { t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import type { HiddenTrace } from '../moderation/trace.ts'

/** A report that was public is not simply gone: everybody may know that the town took it away, when, and for what kind of reason. */
export const HiddenPage = ({ trace }: { trace: HiddenTrace }) => (
  <Page
    title={t('hidden.title')}
    preline={trace.number}
    width="reading"
    noindex
    breadcrumbs={[
      { href: '/', label: t('reports.home') },
      { href: '/meldungen', label: t('reports.title') },
    ]}
  >
    <Alert tone="info" title={t('hidden.what')}>
      <p>
        <Time at={trace.at} show="exact" /> · {t('hidden.why')} {t(`report.moderationReason.${trace.reason}`)}
      </p>
    </Alert>
    <p class="hidden-more">{t('hidden.more')}</p>
    <p>
      <a href={href('/status')}>{t('hidden.status')}</a>
    </p>
  </Page>
)
