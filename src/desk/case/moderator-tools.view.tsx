import { photoOf } from '#core/files/index.ts'
import { Badge, ButtonLink, exactTime, type FormState, Picture, Select } from '#design/index.ts'
import { t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import { differences, findingsAt, moderationReasons, withoutFindings } from '#services/reports/index.ts'
import type { CaseSheet } from './case.read.ts'

export const Reason = ({ state }: { state: FormState | undefined }) => (
  <Select
    name="reason"
    label={t('desk.hide.reason')}
    value={typeof state?.input.reason === 'string' ? state.input.reason : 'personalData'}
    options={moderationReasons.map((reason) => ({ value: reason, label: t(`report.moderationReason.${reason}`) }))}
  />
)

/** The text with the words marked that seem to be personal, and a button that replaces them in the field below. */
export const FoundWords = ({ text }: { text: string }) => {
  const found = findingsAt(text)
  if (found.length === 0) return null
  return (
    <div class="desk-found">
      <p class="kern-label">{t('desk.found.title')}</p>
      <p class="desk-words">
        {found.map(({ finding, from, to }, i) => (
          <>
            {text.slice(found[i - 1]?.to ?? 0, from)}
            <mark title={t(`report.finding.${finding}`)}>{text.slice(from, to)}</mark>
          </>
        ))}
        {text.slice(found.at(-1)?.to ?? 0)}
      </p>
      <p>
        <button
          class="kern-btn kern-btn--secondary"
          type="button"
          data-controller="replace-text"
          data-action="replace-text#replace"
          data-replace-text-field-value="publicText"
          data-replace-text-with-value={withoutFindings(text)}
          hidden
        >
          <span class="kern-label">{t('desk.found.replace')}</span>
        </button>
      </p>
    </div>
  )
}

/** What moderators have beside the forms: the next one to check, photos, the sender, earlier texts. */
export const ModeratorTools = ({ sheet: { report, publicTexts } }: { sheet: CaseSheet }) => {
  if (!report.may.moderate) return null
  const number = report.case.number
  return (
    <div class="desk-moderator">
      <p class="kern-btn-wrapper">
        <ButtonLink href={`/amt/pruefen?nach=${number}`} kind="tertiary" icon="arrow-forward" data={{ 'data-shortcut': 'p' }}>
          {t('desk.moderation.next')}
        </ButtonLink>
        <ButtonLink href={`/amt/meldungen/${number}/sperre`} kind="tertiary" icon="person">
          {t('desk.moderation.block')}
        </ButtonLink>
      </p>
      {report.photos.length > 0 ? (
        <ul class="desk-moderated">
          {report.photos.map(({ fileId, file, audience }, i) => (
            <li key={fileId}>
              <a href={href(`/amt/meldungen/${number}/fotos/${fileId}`)}>
                <Picture photo={photoOf(file, '')} sizes="10rem" />
                <span>{t('desk.moderation.photo', { n: i + 1 })}</span>
              </a>
              {audience === 'public' ? null : <Badge icon="visibility-off">{t('desk.moderation.photoHidden')}</Badge>}
            </li>
          ))}
        </ul>
      ) : null}
      {publicTexts.length > 0 ? <Versions original={report.originalText} versions={publicTexts} /> : null}
    </div>
  )
}

/** Each version of the public text against the one before it; the first against the original. */
const Versions = ({ original, versions }: { original: string; versions: CaseSheet['publicTexts'] }) => (
  <details>
    <summary>{t('desk.versions.title', { count: versions.length })}</summary>
    <ol reversed class="block-list">
      {versions.map(({ version, text, reason, by, at }, i) => (
        <li key={version} class="sheet block-line">
          <p class="kern-body kern-body--small kern-body--muted">
            {[exactTime(at), by, reason ? t(`report.moderationReason.${reason}`) : undefined].filter(Boolean).join(' · ')}
          </p>
          <p class="desk-words">
            {differences(versions[i + 1]?.text ?? original, text).map(({ kind, text: piece }, n) =>
              kind === 'same' ? piece : kind === 'gone' ? <del key={n}>{piece}</del> : <ins key={n}>{piece}</ins>,
            )}
          </p>
        </li>
      ))}
    </ol>
  </details>
)
