import type { z } from 'zod'
import { DefinitionList, exactTime, PhotoStrip, Section } from '#design/index.ts'
import { currentLocale, t } from '#platform/text.ts'
import type { Answers, Question } from '#services/reports/index.ts'
import type { CaseSheet } from './case.read.ts'
import { stripPhoto } from './timeline.view.tsx'

type Asked = z.output<typeof Question>

/** What was reported: pictures, words as they came and as everybody reads them, answers. */
export const Told = ({ sheet: { report } }: { sheet: CaseSheet }) => {
  const photos = report.photos.filter(({ role }) => role !== 'answer')
  const reworded = report.publicText !== '' && report.publicText !== report.originalText
  return (
    <Section title={t('desk.case.told')} id="meldung">
      <div class="sheet desk-told">
        {report.originalText ? (
          <p class="desk-words desk-words--large">{report.originalText}</p>
        ) : (
          <p class="kern-body--muted">{t('desk.case.noText')}</p>
        )}
        {reworded ? (
          <div class="desk-public">
            <p class="kern-label">{t('desk.case.publicText')}</p>
            <p class="desk-words">{report.publicText}</p>
          </div>
        ) : null}
        {photos.length > 0 ? (
          <PhotoStrip
            label={t('desk.case.photos')}
            photos={photos.map((photo, i) =>
              stripPhoto(photo, t('desk.photo.alt', { n: i + 1, role: t(`desk.photo.${photo.role}`) }), t(`desk.photo.${photo.role}`)),
            )}
          />
        ) : null}
        <DefinitionList
          items={[
            ...report.category.questions
              .filter(({ code }) => report.answers[code] !== undefined)
              .map((question) => ({ term: question.label[currentLocale()], value: answerWords(question, report.answers[question.code]) })),
            ...Object.entries(report.extra).map(([code, value]) => ({ term: t('desk.case.extra', { code }), value })),
            { term: t('desk.case.observed'), value: observedWords(report) },
          ]}
        />
      </div>
    </Section>
  )
}

/** What was written without network arrives later; a clock that cannot be right is said to be so. */
function observedWords({ observedAt, clockDoubt }: CaseSheet['report']): string | undefined {
  if (!observedAt) return undefined
  return clockDoubt ? t(`desk.case.observed.${clockDoubt}`, { at: exactTime(observedAt) }) : exactTime(observedAt)
}

function answerWords(question: Asked, answer: Answers[string] | undefined): string {
  const labelOf = (code: string) => question.options?.find((option) => option.code === code)?.label[currentLocale()] ?? code
  if (answer === undefined) return ''
  if (typeof answer === 'boolean') return t(answer ? 'desk.yes' : 'desk.no')
  return Array.isArray(answer) ? answer.map(labelOf).join(', ') : labelOf(String(answer))
}
