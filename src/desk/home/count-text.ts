import { figureText } from '#design/index.ts'
import { t } from '#platform/text.ts'
import type { Count } from '#services/cases/index.ts'

/** How many there are, or more than how many were counted. */
export const countText = ({ count, more }: Count): string => (more ? t('desk.count.more', { count }) : figureText(count))
