import type { ComponentChildren } from 'preact'
import { t } from '#platform/text.ts'
import { frame, href } from '#platform/view.ts'
import { type Breadcrumb, Breadcrumbs } from './breadcrumbs.tsx'
import { townColour } from './coat-of-arms.tsx'
import { DemoBanner } from './demo-banner.tsx'
import { FlashArea } from './flash-area.tsx'
import { Footer } from './footer.tsx'
import { Header } from './header.tsx'
import { SideNavigation } from './side-navigation.tsx'
import { UnsentBar } from './unsent-bar.tsx'

export type PageProps = {
  title: string
  /** One or two sentences below the title. */
  lead?: ComponentChildren
  /** Small line above the title. */
  preline?: ComponentChildren
  /** Beside the title: badges, buttons. */
  actions?: ComponentChildren
  /** From the home page down to the parent; the page itself is added. */
  breadcrumbs?: readonly Breadcrumb[]
  /** `reading` (forms and texts), `page` (default), `wide` (work lists). */
  width?: 'reading' | 'page' | 'wide'
  /** The page draws its own title (home page). */
  ownTitle?: boolean
  noindex?: boolean
  description?: string
  /** Further elements for the head: alternate feeds, social pictures. */
  head?: ComponentChildren
  children: ComponentChildren
}

/** The whole document of a page. */
export function Page(props: PageProps) {
  const { locale, theme, town, assets, base, person, readerUnknown } = frame()
  const { title, width = 'page', breadcrumbs = [] } = props
  return (
    <html lang={locale} data-kern-theme={theme === 'auto' ? undefined : theme}>
      <head>
        <meta charset="utf-8" />
        <title>{town && title !== town.name ? `${title} · ${town.name}` : title}</title>
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={theme === 'auto' ? 'light dark' : theme} />
        <meta name="turbo-refresh-method" content="morph" />
        <meta name="turbo-refresh-scroll" content="preserve" />
        {props.description ? <meta name="description" content={props.description} /> : null}
        {props.noindex ? <meta name="robots" content="noindex" /> : null}
        {assets.css.map((address) => (
          <link key={address} rel="stylesheet" href={address} data-turbo-track="reload" />
        ))}
        {assets.js.map((address) => (
          <script key={address} type="module" src={address} data-turbo-track="reload" />
        ))}
        {town?.slug ? <App /> : null}
        {props.head}
      </head>
      <body
        data-controller={town?.slug ? 'page offline' : 'page'}
        data-offline-base-value={base}
        data-offline-owner-value={readerUnknown ? undefined : (person?.mark ?? '')}
        data-offline-leave-value={person ? t('design.unsent.leave', { count: '#' }) : undefined}
      >
        <a class="skip-link" href="#main">
          {t('design.skip')}
        </a>
        <DemoBanner />
        <Header />
        <main class={`main main--${width}`} id="main" tabIndex={-1}>
          {breadcrumbs.length > 0 ? <Breadcrumbs items={breadcrumbs} current={title} /> : null}
          <UnsentBar />
          <FlashArea />
          <SideNavigation>
            {props.ownTitle ? null : <PageTitle {...props} />}
            {props.children}
          </SideNavigation>
        </main>
        <Footer />
      </body>
    </html>
  )
}

/** What lets a phone keep the town as an app. */
const App = () => (
  <>
    <link rel="manifest" href={href('/manifest.webmanifest')} />
    <link rel="apple-touch-icon" href={href('/symbol/180.png')} />
    <meta name="theme-color" content={townColour()} />
  </>
)

const PageTitle = ({ title, lead, preline, actions }: PageProps) => (
  <div class="page-title">
    <div class="page-title__words">
      {preline ? <p class="page-title__preline">{preline}</p> : null}
      <h1 class="page-title__heading">{title}</h1>
      {lead ? <div class="page-title__lead">{lead}</div> : null}
    </div>
    {actions ? <div class="page-title__actions">{actions}</div> : null}
  </div>
)
