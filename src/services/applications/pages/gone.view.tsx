import { Alert, ButtonLink, ButtonRow, Page } from '#design/index.ts'
import { currentLocale, t } from '#platform/text.ts'
import { type ExitPage as Exit, inWords } from '../../forms/index.ts'
import type { Writing } from './draft-cookie.ts'
import { crumbs } from './page.view.tsx'
import { pagePath } from './paths.ts'

/** Nothing of a draft is told to who cannot open it, not even that it is there. */
export const GonePage = () => (
  <Page title={t('apply.gone.title')} width="reading" noindex breadcrumbs={crumbs()}>
    <Alert tone="info" title={t('apply.gone.short')}>
      <p>{t('apply.gone.text')}</p>
    </Alert>
    <ButtonRow>
      <ButtonLink href="/antraege/fortsetzen" kind="primary">
        {t('apply.resume.title')}
      </ButtonLink>
      <ButtonLink href="/antraege" kind="tertiary">
        {t('apply.mine.title')}
      </ButtonLink>
    </ButtonRow>
  </Page>
)

/** The way ends here, before more is asked: why, and what to do instead. */
export const ExitPage = ({ writing: { draft, form }, exit, title }: { writing: Writing; exit: Exit; title: string }) => (
  <Page title={title} preline={inWords(form.title, currentLocale())} width="reading" noindex breadcrumbs={crumbs()}>
    <p class="kern-body">{inWords(exit.reason, currentLocale())}</p>
    <Alert tone="info" title={t('apply.exit.next')}>
      <p>{inWords(exit.nextStep, currentLocale())}</p>
    </Alert>
    <ButtonRow>
      {exit.link ? (
        <ButtonLink href={exit.link} kind="primary" icon="arrow-forward">
          {t('apply.exit.link')}
        </ButtonLink>
      ) : null}
      <ButtonLink href={pagePath(draft.id, exit.after)} kind="tertiary" icon="arrow-back">
        {t('apply.exit.back')}
      </ButtonLink>
    </ButtonRow>
  </Page>
)
