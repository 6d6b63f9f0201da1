import { z } from 'zod'
import { stages } from '#platform/process.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { freeKey, type WorkflowEdit, type WorkflowList } from '#services/builder/index.ts'
import { type Guard, stepEvents, type Who, type Workflow, type WorkflowState, type WorkflowStep } from '#services/workflows/index.ts'

const Revision = { revision: z.coerce.number().int().min(0) }
const line = z.string().trim().max(300).default('')
const name = z.string().trim().min(1).max(300)
const key = z.string().max(40).default('')
const lines = z.string().max(20_000).default('')
const number = z.string().trim().max(4).default('')
const words = { wordsDe: name, wordsEn: line }
const bys = ['unit', 'role', 'party', 'system'] as const
const who = { by: z.enum(bys).or(z.literal('')).default(''), unit: z.string().max(60).default(''), role: key }

export const simpleGuards = ['questionAnswered', 'opinionsIn', 'documentsComplete', 'feeSettled', 'letterHandedOver'] as const
export const needs = ['text', 'reason', 'letter', 'decision'] as const
export const spans = ['workingDays', 'days', 'months'] as const

export const StateForm = z.object({
  ...Revision,
  ...words,
  hintDe: line,
  hintEn: line,
  stage: z.enum(stages),
  ...who,
  timeDays: number,
  timeWorking: z.literal('on').optional(),
  timeStep: key,
  tasks: lines,
  opinions: z.array(z.string().max(40)).max(20).default([]),
})
export const StepForm = z.object({
  ...Revision,
  ...words,
  from: z.array(z.string().max(40)).min(1).max(40),
  to: z.string().min(1).max(40),
  ...who,
  guards: z.array(z.enum(simpleGuards)).max(5).default([]),
  fourEyes: key,
  deadline: key,
  needs: z.array(z.enum(needs)).max(4).default([]),
  reasons: lines,
  letter: z.string().max(60).default(''),
  event: z.enum(stepEvents),
  audience: z.enum(['parties', 'internal']),
})
export const OpinionForm = z.object({
  ...Revision,
  ...words,
  unit: z.string().min(1).max(60),
  days: z.coerce.number().int().min(1).max(730),
  required: z.literal('on').optional(),
})
export const DeadlineForm = z.object({
  ...Revision,
  ...words,
  law: z.string().trim().min(1).max(200),
  count: z.coerce.number().int().min(1).max(365),
  in: z.enum(spans),
  from: z.string().min(1).max(40),
  until: z.array(z.string().max(40)).min(1).max(40),
})
export const OutcomeForm = z.object({ ...Revision, ...words })
export const SettingsForm = z.object({ ...Revision, start: z.string().min(1).max(40), normDays: z.coerce.number().int().min(1).max(365) })

type Sent = { by: (typeof bys)[number] | ''; unit: string; role: string }
function whoFrom({ by, unit, role }: Sent): Who | undefined {
  if (by === 'unit') return { by, ...(unit && { unit }), ...(role && { role }) }
  if (by === 'role') return role ? { by, role } : undefined
  return by === '' ? undefined : { by }
}

const whoInput = (who: Who | undefined) => ({
  by: who?.by ?? '',
  unit: who?.by === 'unit' ? who.unit : '',
  role: who?.by === 'unit' || who?.by === 'role' ? who.role : '',
})

type Choice = { key: string; words: { de: string; en: string } }
/** Lines "Deutsch | English | key". */
function choicesFrom(known: readonly Choice[], text: string, otherwise: string): Choice[] {
  const keys = new Set<string>()
  return rowsOf(text).map(([de = '', en = '', given = '']) => {
    const same = known.find((one) => (given ? one.key === given : one.words.de === de) && !keys.has(one.key))
    const key = same?.key ?? freeKey(given || de, otherwise, new Set([...keys, ...known.map((one) => one.key)]))
    keys.add(key)
    return { key, words: { de, en } }
  })
}
const rowsOf = (text: string): string[][] =>
  text
    .split('\n')
    .filter((row) => row.trim())
    .slice(0, 30)
    .map((row) => row.split('|').map((part) => part.trim().slice(0, 300)))
const choicesText = (choices: readonly Choice[]) => choices.map(({ key, words: { de, en } }) => `${de} | ${en} | ${key}`).join('\n')

/** Tasks as lines "Deutsch | English | days"; who does them stays, new ones are the clerk's. */
function tasksFrom(known: WorkflowState['tasks'], text: string): WorkflowState['tasks'] | undefined {
  const keys = new Set<string>()
  const tasks = rowsOf(text).map(([de = '', en = '', days = '3']) => {
    const same = known.find((one) => one.words.de === de && !keys.has(one.key))
    const key = same?.key ?? freeKey(de, 'task', new Set([...keys, ...known.map((one) => one.key)]))
    keys.add(key)
    return {
      key,
      words: { de, en },
      days: /^\d{1,3}$/.test(days) ? Number(days) : -1,
      who: same?.who ?? ({ by: 'unit', role: 'clerk' } as const),
    }
  })
  return tasks.every(({ days }) => days >= 0 && days <= 250) ? tasks : undefined
}

export function stateEdit(workflow: Workflow, key: string | undefined, input: z.output<typeof StateForm>): Result<WorkflowEdit> {
  const known = workflow.states.find((state) => state.key === key)
  const tasks = tasksFrom(known?.tasks ?? [], input.tasks)
  if (!tasks) return refuse('notANumber', { field: 'tasks' })
  if (input.stage === 'draft') return refuse('notPossibleHere', { field: 'stage' })
  const days = Number(input.timeDays)
  if (input.timeStep && !(Number.isInteger(days) && days >= 1 && days <= 730)) return refuse('notANumber', { field: 'timeDays' })
  const responsible = whoFrom(input)
  const it: Omit<WorkflowState, 'key'> = {
    stage: input.stage,
    words: { de: input.wordsDe, en: input.wordsEn },
    ...((input.hintDe || input.hintEn) && { hint: { de: input.hintDe, en: input.hintEn } }),
    ...(responsible && { responsible }),
    ...(input.timeStep && { timeOut: { days, working: input.timeWorking === 'on', step: input.timeStep } }),
    tasks,
    opinions: input.opinions,
  }
  return ok({ do: 'put', list: 'states', key, it })
}

export function stepEdit(workflow: Workflow, key: string | undefined, input: z.output<typeof StepForm>): Result<WorkflowEdit> {
  const known = workflow.steps.find((step) => step.key === key)
  const taker = whoFrom(input)
  if (!taker) return refuse('whoMissing', { field: input.by === 'role' ? 'role' : 'by' })
  const guards: Guard[] = [
    ...input.guards.map((kind) => ({ kind })),
    ...(input.fourEyes ? [{ kind: 'fourEyes' as const, of: input.fourEyes }] : []),
    ...(input.deadline ? [{ kind: 'deadlineOver' as const, deadline: input.deadline }] : []),
  ]
  const it: Omit<WorkflowStep, 'key'> = {
    words: { de: input.wordsDe, en: input.wordsEn },
    from: input.from,
    to: input.to,
    who: taker,
    guards,
    needs: input.needs,
    reasons: choicesFrom(known?.reasons ?? [], input.reasons, 'reason'),
    ...(input.letter && { letter: input.letter }),
    ...(known?.outcomes && { outcomes: known.outcomes }),
    event: input.event,
    audience: input.audience,
  }
  return ok({ do: 'put', list: 'steps', key, it })
}

export const opinionEdit = (
  _: Workflow,
  key: string | undefined,
  { wordsDe, wordsEn, unit, days, required }: z.output<typeof OpinionForm>,
): Result<WorkflowEdit> =>
  ok({ do: 'put', list: 'opinions', key, it: { words: { de: wordsDe, en: wordsEn }, unit, days, required: required === 'on' } })

export const deadlineEdit = (_: Workflow, key: string | undefined, input: z.output<typeof DeadlineForm>): Result<WorkflowEdit> => {
  const { wordsDe, wordsEn, law, count, from, until } = input
  return ok({
    do: 'put',
    list: 'deadlines',
    key,
    it: { words: { de: wordsDe, en: wordsEn }, law, length: { count, in: input.in }, from, until },
  })
}

export const outcomeEdit = (
  _: Workflow,
  key: string | undefined,
  { wordsDe, wordsEn }: z.output<typeof OutcomeForm>,
): Result<WorkflowEdit> => ok({ do: 'put', list: 'outcomes', key, it: { words: { de: wordsDe, en: wordsEn } } })

/** What is there, as the fields of its page; undefined where there is no such thing. */
export function partInput(workflow: Workflow, list: WorkflowList, key: string): Record<string, unknown> | undefined {
  const it = workflow[list].find((one) => one.key === key)
  if (!it) return undefined
  const common = { wordsDe: it.words.de, wordsEn: it.words.en }
  switch (list) {
    case 'states':
      return { ...common, ...stateInput(it as WorkflowState) }
    case 'steps':
      return { ...common, ...stepInput(it as WorkflowStep) }
    case 'opinions': {
      const { unit, days, required } = it as Workflow['opinions'][number]
      return { ...common, unit, days, required: required ? 'on' : '' }
    }
    case 'deadlines': {
      const { law, length, from, until } = it as Workflow['deadlines'][number]
      return { ...common, law, count: length.count, in: length.in, from, until }
    }
    default:
      return common
  }
}

const stateInput = ({ hint, stage, responsible, timeOut, tasks, opinions }: WorkflowState) => ({
  hintDe: hint?.de,
  hintEn: hint?.en,
  stage,
  ...whoInput(responsible),
  timeDays: timeOut?.days,
  timeWorking: timeOut?.working ? 'on' : '',
  timeStep: timeOut?.step,
  tasks: tasks.map(({ words: { de, en }, days }) => `${de} | ${en} | ${days}`).join('\n'),
  opinions,
})

const stepInput = ({ from, to, who: taker, guards, needs: wanted, reasons, letter, event, audience }: WorkflowStep) => ({
  from,
  to,
  ...whoInput(taker),
  guards: guards.map(({ kind }) => kind),
  fourEyes: guards.flatMap((guard) => (guard.kind === 'fourEyes' ? [guard.of] : []))[0],
  deadline: guards.flatMap((guard) => (guard.kind === 'deadlineOver' ? [guard.deadline] : []))[0],
  needs: wanted,
  reasons: choicesText(reasons),
  letter,
  event,
  audience,
})
