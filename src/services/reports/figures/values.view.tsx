import { figureText } from '#design/index.ts'
import { t } from '#platform/text.ts'

/** "5 Tage", or that it is hidden. */
export const daysWords = (days: number | null) => (days === null ? <Hidden /> : t('figures.days', { days }))

/** The bare figure for a table whose head says what it is. */
export const numberWords = (value: number | null) => (value === null ? <Hidden /> : figureText(value))

export const percentWords = (percent: number | null) => (percent === null ? <Hidden /> : `${figureText(percent)} %`)

export const partOf = (text: string, part: number, whole: number): string => t(text, { part, whole })

/** A figure that is not shown because it would rest on too few. */
const Hidden = () => (
  <span class="figures__hidden">
    <span aria-hidden="true">–</span>
    <span class="kern-sr-only">{t('figures.tooFew')}</span>
  </span>
)
