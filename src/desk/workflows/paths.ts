import type { WorkflowList } from '#services/builder/index.ts'

export const PATH = '/verwaltung/ablaeufe'
/** Where the draft of a workflow is changed; what is in force is read one level above. */
export const draftPath = (key: string): string => `${PATH}/${key}/entwurf`
export const listPaths: Record<WorkflowList, string> = {
  states: 'zustaende',
  steps: 'schritte',
  opinions: 'stellungnahmen',
  deadlines: 'fristen',
  outcomes: 'ergebnisse',
}
