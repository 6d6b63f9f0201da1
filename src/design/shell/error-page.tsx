import type { ComponentChildren } from 'preact'
import { ButtonLink, ButtonRow } from '#design/forms/button.tsx'
import { t } from '#platform/text.ts'
import { Page } from './page.tsx'

export type ErrorPageProps = {
  status: number
  title: string
  text: ComponentChildren
  /** What to tell the town when asking for help. */
  reference?: string | undefined
  /** Another way on than the home page and the search. */
  children?: ComponentChildren
}

export const ErrorPage = ({ status, title, text, reference, children }: ErrorPageProps) => (
  <Page title={title} width="reading" preline={t('design.error.status', { status: String(status) })} noindex>
    <div class="kern-body error-page">
      <div>{text}</div>
      {reference ? (
        <p>
          {t('design.error.reference')} <code class="reference">{reference}</code>
        </p>
      ) : null}
    </div>
    {children ?? (
      <ButtonRow>
        <ButtonLink href="/" kind="primary" icon="home">
          {t('design.error.home')}
        </ButtonLink>
        <ButtonLink href="/kontakt">{t('design.footer.contact')}</ButtonLink>
      </ButtonRow>
    )}
  </Page>
)
