import { filePath } from '#core/files/index.ts'
import { Badge, DefinitionList, exactTime, Section } from '#design/index.ts'
import { t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import type { SentShown } from '#services/applications/index.ts'
import type { ApplicationSheet } from './application.read.ts'

/** What was sent, with the labels of its form, the version that counts first; earlier ones can be opened. */
export const Told = ({ sheet: { application } }: { sheet: ApplicationSheet }) => {
  const [newest, ...earlier] = application.sent
  const known: ReadonlySet<string> = new Set(application.files.map(({ id }) => id))
  if (!newest) return null
  return (
    <Section title={t('deskApplications.told')} id="angaben">
      <div class="sheet desk-told">
        <p class="desk-hint">{sentLine(newest)}</p>
        <Answers sent={newest} known={known} />
      </div>
      {earlier.length > 0 ? (
        <details class="folded">
          <summary class="text-block__summary">{t('deskApplications.told.earlier', { count: earlier.length })}</summary>
          <div class="folded__form">
            {earlier.map((sent) => (
              <div key={sent.id} class="sheet desk-told">
                <p class="desk-hint">{sentLine(sent)}</p>
                <Answers sent={sent} known={known} />
              </div>
            ))}
          </div>
        </details>
      ) : null}
    </Section>
  )
}

const sentLine = ({ receiptNumber, sentAt, trust, channel }: SentShown): string =>
  [
    t('deskApplications.told.sent', { at: exactTime(sentAt), receipt: receiptNumber }),
    t(`deskApplications.trust.${trust}`),
    t(`deskApplications.channel.${channel}`),
  ].join(' · ')

type Row = SentShown['answers'][number]['parts'][number]['rows'][number]

const Answers = ({ sent, known }: { sent: SentShown; known: ReadonlySet<string> }) => (
  <>
    {sent.answers.map(({ key, title, parts }) => (
      <div key={key}>
        <h3>{title}</h3>
        {parts.map((part, i) => (
          <div key={i}>
            {part.title ? <h4>{part.title}</h4> : null}
            <DefinitionList items={part.rows.map((row) => ({ term: row.label, value: <Value row={row} known={known} /> }))} />
          </div>
        ))}
      </div>
    ))}
    {sent.signed.length > 0 ? (
      <div>
        <h3>{t('cosign.signatures')}</h3>
        <DefinitionList items={sent.signed.map(({ label, value }) => ({ term: label, value }))} />
      </div>
    ) : null}
  </>
)

const Value = ({ row: { text, files }, known }: { row: Row; known: ReadonlySet<string> }) =>
  files.length === 0 ? (
    <span class="desk-words">{text}</span>
  ) : (
    <ul class="plain-list">
      {files.map(({ id, name }) => (
        <li key={id}>
          {known.has(id) ? (
            <a href={href(filePath(id, 'original'))}>{name}</a>
          ) : (
            <>
              {name} <Badge tone="warning">{t('deskApplications.file.missing')}</Badge>
            </>
          )}
        </li>
      ))}
    </ul>
  )
