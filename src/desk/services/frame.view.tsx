import type { ComponentChildren } from 'preact'
import { Badge, Page, Tabs } from '#design/index.ts'
import { t } from '#platform/text.ts'
import type { Service } from '#services/catalogue/index.ts'
import { SERVICES_PATH } from './paths.ts'
import type { ShownTab } from './tabs.ts'

export type Standing = { public: boolean; next: string | undefined }

/** A service with how it stands and the pages that it has. */
export type ServiceFrame = { service: Service; standing: Standing; tabs: readonly ShownTab[] }

type ServiceDeskPageProps = ServiceFrame & {
  actions?: ComponentChildren
  children: ComponentChildren
}

/** The frame around everything that is done with one service: its name, how it stands, and its pages. */
export const ServiceDeskPage = ({ service, standing, tabs, actions, children }: ServiceDeskPageProps) => (
  <Page
    title={service.draft.de.name}
    preline={<ServiceState service={service} standing={standing} />}
    width="wide"
    noindex
    breadcrumbs={[
      { href: '/verwaltung', label: t('administration.title') },
      { href: SERVICES_PATH, label: t('services.title') },
    ]}
    actions={actions}
  >
    <Tabs label={t('services.tabs')} items={tabs} />
    {children}
  </Page>
)

/** Whether everybody reads it, and whether something new waits. */
export const ServiceState = ({ service, standing }: { service: Pick<Service, 'changed' | 'version'>; standing: Standing }) => (
  <span class="service-state">
    {standing.public ? (
      <Badge tone="success" icon="visibility">
        {t('services.state.public')}
      </Badge>
    ) : standing.next ? (
      <Badge tone="info" icon="clock">
        {t('services.state.next', { day: standing.next })}
      </Badge>
    ) : (
      <Badge icon={service.version > 0 ? 'visibility-off' : 'draft'}>
        {t(service.version > 0 ? 'services.state.back' : 'services.state.draft')}
      </Badge>
    )}
    {service.changed && service.version > 0 ? (
      <Badge tone="warning" icon="edit">
        {t('services.state.changed')}
      </Badge>
    ) : null}
  </span>
)
