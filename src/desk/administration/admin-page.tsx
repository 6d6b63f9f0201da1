import type { ComponentChildren } from 'preact'
import { Page } from '#design/index.ts'
import { t } from '#platform/text.ts'

type AdminPageProps = {
  title: string
  lead?: ComponentChildren
  actions?: ComponentChildren
  /** Between the administration and this page. */
  parents?: readonly { href: string; label: string }[]
  children: ComponentChildren
}

/** A page of the administration; what stands beside it comes from the modules' `nav` (frame). */
export const AdminPage = ({ parents = [], children, ...page }: AdminPageProps) => (
  <Page {...page} breadcrumbs={[{ href: '/verwaltung', label: t('administration.title') }, ...parents]} width="wide" noindex>
    {children}
  </Page>
)
