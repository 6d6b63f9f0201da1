import type { Deadline, Opinion, Words, Workflow, WorkflowState, WorkflowStep } from '../../workflows/workflow.rules.ts'
import { freeKey } from '../key.rules.ts'

type Outcome = Workflow['outcomes'][number]
/** Everything of a workflow that has a key and stands in a list. */
export type WorkflowLists = { states: WorkflowState; steps: WorkflowStep; opinions: Opinion; deadlines: Deadline; outcomes: Outcome }
export type WorkflowList = keyof WorkflowLists

/** One change of a draft, as one form or one button asks for it. */
export type WorkflowEdit =
  | { do: 'settings'; start: string; normDays: number }
  | { [L in WorkflowList]: { do: 'put'; list: L; key: string | undefined; it: Omit<WorkflowLists[L], 'key'> } }[WorkflowList]
  | { do: 'remove'; list: WorkflowList; key: string }
  | { do: 'move'; list: WorkflowList; key: string; by: -1 | 1 }

type Keyed = { key: string; words: Words }

/** The workflow after the change, and the key of what was put; undefined where there is no such thing. */
export function editedWorkflow(workflow: Workflow, edit: WorkflowEdit): { workflow: Workflow; key?: string } | undefined {
  if (edit.do === 'settings') return { workflow: { ...workflow, start: edit.start, normDays: edit.normDays } }
  const list: readonly Keyed[] = workflow[edit.list]
  const at = list.findIndex(({ key }) => key === edit.key)
  if (edit.do === 'put') {
    if (edit.key !== undefined && at < 0) return undefined
    const key = edit.key ?? freeKey(edit.it.words.de, edit.list.slice(0, -1), new Set(list.map((one) => one.key)))
    const it = { ...edit.it, key }
    return { workflow: { ...workflow, [edit.list]: at < 0 ? [...list, it] : list.with(at, it) }, key }
  }
  if (at < 0) return undefined
  if (edit.do === 'remove') return { workflow: { ...workflow, [edit.list]: list.toSpliced(at, 1) } }
  const to = at + edit.by
  if (to < 0 || to >= list.length) return { workflow }
  return { workflow: { ...workflow, [edit.list]: list.toSpliced(at, 1).toSpliced(to, 0, list[at]!) } }
}
