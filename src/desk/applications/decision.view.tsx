import { Badge, Section, Time } from '#design/index.ts'
import { currentLocale, t } from '#platform/text.ts'
import type { ApplicationSheet } from './application.read.ts'

type Decision = ApplicationSheet['application']['decisions'][number]

const standing = ({ approvedAt, returnedAt }: Decision) => (approvedAt ? 'approved' : returnedAt ? 'returned' : 'drafted')
const tones = { approved: 'success', returned: 'warning', drafted: 'info' } as const

/** What is decided and why: the draft that counts, and earlier ones that came back. */
export const Decisions = ({ sheet: { application } }: { sheet: ApplicationSheet }) => {
  const [newest, ...earlier] = application.decisions
  if (!newest) return null
  return (
    <Section title={t('deskApplications.decision.title')} id="entscheidung">
      <DecisionSheet decision={newest} />
      {earlier.length > 0 ? (
        <details class="folded">
          <summary class="text-block__summary">{t('deskApplications.decision.earlier', { count: earlier.length })}</summary>
          <div class="folded__form">
            {earlier.map((decision) => (
              <DecisionSheet key={decision.id} decision={decision} />
            ))}
          </div>
        </details>
      ) : null}
    </Section>
  )
}

const DecisionSheet = ({ decision }: { decision: Decision }) => {
  const state = standing(decision)
  const words = decision.outcomeWords
  return (
    <div class="sheet desk-told">
      <p class="desk-marks">
        <strong>{words ? words[currentLocale()] || words.de : decision.outcome}</strong>
        <Badge tone={tones[state]}>{t(`deskApplications.decision.${state}`)}</Badge>
      </p>
      <p class="desk-words">{decision.reasons}</p>
      <p class="desk-hint">
        {t('deskApplications.decision.by', { name: decision.draftedByName ?? '–' })}, <Time at={decision.draftedAt} />
        {decision.approvedAt ? (
          <>
            {' · '}
            {t('deskApplications.decision.approvedBy', { name: decision.approvedByName ?? '–' })}, <Time at={decision.approvedAt} />
          </>
        ) : null}
      </p>
    </div>
  )
}
