import { ButtonLink, ButtonRow, CardList, EmptyState, Page, Pager, Section, withQuery } from '#design/index.ts'
import { t } from '#platform/text.ts'
import type { PageOf } from '../../cases/index.ts'
import type { MyApplication, MyDraft } from './mine.read.ts'
import { ApplicationCard, DraftCard } from './mine-card.view.tsx'

const path = '/antraege'
const home = () => [{ href: '/', label: t('apply.home') }]

/** What was begun stands apart from what was sent: a draft never looks like an application. */
export const MinePage = ({ drafts, sent, isFirst }: { drafts: readonly MyDraft[]; sent: PageOf<MyApplication>; isFirst: boolean }) => (
  <Page title={t('apply.mine.title')} breadcrumbs={home()} noindex>
    {isFirst && drafts.length > 0 ? (
      <Section title={t('apply.mine.drafts')} lead={t('apply.mine.drafts.lead')}>
        <CardList label={t('apply.mine.drafts')}>
          {drafts.map((draft) => (
            <DraftCard key={draft.id} draft={draft} />
          ))}
        </CardList>
      </Section>
    ) : null}
    <Section title={t('apply.mine.sent')}>
      {sent.items.length > 0 ? (
        <CardList keys label={t('apply.mine.sent')}>
          {sent.items.map((application) => (
            <ApplicationCard key={application.id} application={application} />
          ))}
        </CardList>
      ) : (
        <EmptyState icon="draft" title={t('apply.mine.none')} text={t('apply.mine.none.text')}>
          <ButtonLink href="/dienste" kind="primary">
            {t('apply.mine.services')}
          </ButtonLink>
        </EmptyState>
      )}
      <Pager previous={sent.previous && withQuery(path, { vor: sent.previous })} next={sent.next && withQuery(path, { nach: sent.next })} />
    </Section>
    <ButtonRow>
      <ButtonLink href="/antraege/fortsetzen">{t('apply.resume.title')}</ButtonLink>
      <ButtonLink href="/antraege/uebernommen" kind="tertiary">
        {t('reuse.list.title')}
      </ButtonLink>
    </ButtonRow>
  </Page>
)

/** Who has no account, or is not signed in, finds the ways that need none. */
export const NobodyPage = () => (
  <Page title={t('apply.mine.title')} lead={t('apply.mine.lead')} breadcrumbs={home()} width="reading">
    <ButtonRow>
      <ButtonLink href="/anmelden?weiter=/antraege" kind="primary">
        {t('apply.mine.signIn')}
      </ButtonLink>
      <ButtonLink href="/status">{t('apply.mine.status')}</ButtonLink>
      <ButtonLink href="/antraege/fortsetzen">{t('apply.resume.title')}</ButtonLink>
      <ButtonLink href="/dienste" kind="tertiary">
        {t('apply.mine.services')}
      </ButtonLink>
    </ButtonRow>
  </Page>
)
