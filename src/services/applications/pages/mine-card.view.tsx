import { Card, StageBadge, Time } from '#design/index.ts'
import { currentLocale, t } from '#platform/text.ts'
import { inWords } from '../../forms/index.ts'
import type { MyApplication, MyDraft } from './mine.read.ts'
import { draftPath } from './paths.ts'

export const DraftCard = ({ draft: { id, name, savedAt, expiresAt, replacesCase, cosigners } }: { draft: MyDraft }) => (
  <Card
    title={inWords(name, currentLocale()) || t('apply.mine.draft')}
    href={draftPath(id)}
    badge={<StageBadge stage="draft" />}
    footer={
      <>
        <span>
          {t('apply.mine.saved')} <Time at={savedAt} />
        </span>
        <span>
          {t('apply.mine.until')} <Time at={expiresAt} show="day" />
        </span>
      </>
    }
  >
    {replacesCase ? <p>{t('apply.mine.changes')}</p> : null}
    {cosigners.length > 0 ? <p>{waitsFor(cosigners)}</p> : null}
  </Card>
)

const waitsFor = (cosigners: MyDraft['cosigners']): string => {
  const declined = cosigners.filter(({ state }) => state === 'declined')
  const names = (declined.length > 0 ? declined : cosigners).map(({ name }) => name).join(', ')
  return t(declined.length > 0 ? 'cosign.mine.declined' : 'cosign.mine', { names })
}

export const ApplicationCard = ({ application: { number, title, stage, receivedAt } }: { application: MyApplication }) => (
  <Card
    title={title}
    href={`/status/${number}`}
    badge={<StageBadge stage={stage} />}
    footer={
      <>
        <span>{number}</span>
        <Time at={receivedAt} />
      </>
    }
  />
)
