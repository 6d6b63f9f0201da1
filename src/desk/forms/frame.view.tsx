import type { ComponentChildren } from 'preact'
import { type FormState, Page, Refused } from '#design/index.ts'
import { currentLocale, t } from '#platform/text.ts'
import type { FormAtWork } from '#services/builder/index.ts'
import type { Finding } from '#services/forms/index.ts'
import { SERVICES_PATH, ServiceDeskPage, type ServiceFrame } from '../services/index.ts'
import { formPath } from './paths.ts'

/** A service with the form that is written for it. */
export type AtWork = ServiceFrame & { work: FormAtWork; names: ReadonlyMap<string, string> }

export const said = (words: { de: string; en: string } | undefined): string => (words ? words[currentLocale()] || words.de || words.en : '')

/** A page of the form as a whole, under the tab of the service. */
export const FormFrame = ({ at, form, children }: { at: AtWork; form?: FormState | undefined; children: ComponentChildren }) => (
  <ServiceDeskPage service={at.service} standing={at.standing} tabs={at.tabs}>
    <Refused refusal={form?.refusal} />
    {children}
  </ServiceDeskPage>
)

/** A page of one thing of the form, with the way back to the outline. */
export const PartFrame = ({ at, title, children }: { at: AtWork; title: string; children: ComponentChildren }) => (
  <Page
    title={title}
    preline={t('builder.part.of', { service: at.service.draft.de.name })}
    width="wide"
    noindex
    breadcrumbs={[
      { href: '/verwaltung', label: t('administration.title') },
      { href: SERVICES_PATH, label: t('services.title') },
      { href: formPath(at.service.id), label: t('builder.tab', {}) },
    ]}
  >
    {children}
  </Page>
)

/** What the form was made from: a change of an older draft is refused. */
export const Revision = ({ at }: { at: AtWork }) => <input type="hidden" name="revision" value={String(at.work.definition.revision)} />

/** The page where something found can be mended. */
export function placeOf(id: string, { place }: Finding): string {
  const key = place.path?.split('.').at(-1)
  if (place.exit !== undefined) return `${formPath(id)}/ausstiege/${place.exit}`
  if (key !== undefined) return `${formPath(id)}/felder/${key}`
  if (place.page !== undefined) return `${formPath(id)}/seiten/${place.page}`
  return `${formPath(id)}/einstellungen`
}
