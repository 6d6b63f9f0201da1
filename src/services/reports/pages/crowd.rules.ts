import type { TimelineEntry } from '../../cases/index.ts'

const joined = ({ kind }: TimelineEntry): boolean => kind === 'report.joined'
const countOf = ({ title }: TimelineEntry): number => Number(title.params.count ?? 0)

/** One line for all who joined between two steps, with the highest count, so that the steps are not lost among them. */
export function withoutCrowd(entries: readonly TimelineEntry[]): TimelineEntry[] {
  const lines: TimelineEntry[] = []
  for (const entry of entries) {
    const before = lines.at(-1)
    if (before && joined(before) && joined(entry)) {
      lines[lines.length - 1] = { ...entry, title: countOf(entry) > countOf(before) ? entry.title : before.title }
    } else lines.push(entry)
  }
  return lines
}

/** Where the report stands: the last entry that is a step and not somebody joining. */
export const standsAt = (entries: readonly TimelineEntry[]): number => {
  const step = entries.findLastIndex((entry) => !joined(entry))
  return step < 0 ? entries.length - 1 : step
}
