import { Alert } from '#design/index.ts'
import { t } from '#platform/text.ts'
import { type Service, type ServiceShown, ServiceWords } from '#services/catalogue/index.ts'
import { ServiceDeskPage, type Standing } from './frame.view.tsx'
import type { ShownTab } from './tabs.ts'

type PreviewPageProps = { service: Service; standing: Standing; shown: ServiceShown; tabs: readonly ShownTab[] }

/** The draft as everybody would read it; in the other language with the switch at the top. */
export const PreviewPage = ({ service, standing, shown, tabs }: PreviewPageProps) => (
  <ServiceDeskPage service={service} standing={standing} tabs={tabs}>
    <Alert tone="info" title={t('services.preview.title')}>
      <p>{t('services.preview.text')}</p>
    </Alert>
    <ServiceWords service={shown} />
  </ServiceDeskPage>
)
