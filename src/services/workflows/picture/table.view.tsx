import { Table } from '#design/index.ts'
import { currentLocale, t } from '#platform/text.ts'
import type { Guard, Who, Words, Workflow } from '../workflow.rules.ts'

const inWords = (words: Words): string => words[currentLocale()] || words.de

/** Who takes a step or is responsible; `units` gives the names of departments by their codes. */
export function whoInWords(who: Who | undefined, units: ReadonlyMap<string, string>): string {
  if (!who) return '–'
  if (who.by === 'party' || who.by === 'system') return t(`workflow.who.${who.by}`)
  const unit = who.by === 'unit' ? (who.unit ? (units.get(who.unit) ?? who.unit) : t('workflow.who.unit')) : t('workflow.who.anyUnit')
  return who.role ? t('workflow.who.role', { role: t(`role.${who.role}`), unit }) : unit
}

/** What a step waits for. */
export function guardInWords(workflow: Workflow, guard: Guard): string {
  if (guard.kind === 'fourEyes') {
    const step = workflow.steps.find(({ key }) => key === guard.of)
    return t('workflow.guard.fourEyes', { step: step ? inWords(step.words) : guard.of })
  }
  if (guard.kind === 'deadlineOver') {
    const deadline = workflow.deadlines.find(({ key }) => key === guard.deadline)
    return t('workflow.guard.deadlineOver', { deadline: deadline ? `${inWords(deadline.words)} (${deadline.law})` : guard.deadline })
  }
  return t(`workflow.guard.${guard.kind}`)
}

type Props = { workflow: Workflow; units?: ReadonlyMap<string, string> }

/** The same as the picture, in words: every step with its number. */
export function StepTable({ workflow, units = new Map() }: Props) {
  const nameOf = (key: string) => {
    const state = workflow.states.find((one) => one.key === key)
    if (state) return inWords(state.words)
    return key === 'same' || key === 'before' ? t(`workflow.to.${key}`) : key
  }
  return (
    <Table
      caption={t('workflow.steps')}
      hideCaption
      rowKey={({ step }) => step.key}
      rows={workflow.steps.map((step, i) => ({ step, number: i + 1 }))}
      columns={[
        { key: 'number', label: t('workflow.number'), numeric: true, show: ({ number }) => number },
        { key: 'step', label: t('workflow.step'), names: true, show: ({ step }) => inWords(step.words) },
        { key: 'from', label: t('workflow.from'), show: ({ step }) => step.from.map(nameOf).join(', ') },
        { key: 'to', label: t('workflow.to'), show: ({ step }) => nameOf(step.to) },
        { key: 'who', label: t('workflow.who'), show: ({ step }) => whoInWords(step.who, units) },
        {
          key: 'needs',
          label: t('workflow.conditions'),
          show: ({ step }) =>
            [...step.guards.map((guard) => guardInWords(workflow, guard)), ...step.needs.map((need) => t(`workflow.need.${need}`))].join(
              '; ',
            ) || '–',
        },
        { key: 'audience', label: t('workflow.audience'), minor: true, show: ({ step }) => t(`workflow.audience.${step.audience}`) },
      ]}
    />
  )
}

/** Each state with the public's word for it, who has to act, and what happens by time. */
export function StateTable({ workflow, units = new Map() }: Props) {
  return (
    <Table
      caption={t('workflow.states')}
      hideCaption
      rowKey={({ key }) => key}
      rows={workflow.states}
      columns={[
        { key: 'state', label: t('workflow.state'), names: true, show: ({ words }) => inWords(words) },
        { key: 'stage', label: t('workflow.stage'), show: ({ stage }) => t(`case.stage.${stage}`) },
        { key: 'responsible', label: t('workflow.responsible'), show: ({ responsible }) => whoInWords(responsible, units) },
        {
          key: 'timeOut',
          label: t('workflow.timeOut'),
          show: ({ timeOut }) => {
            const step = workflow.steps.find(({ key }) => key === timeOut?.step)
            return timeOut && step ? t('workflow.after', { days: timeOut.days, step: inWords(step.words) }) : '–'
          },
        },
        {
          key: 'tasks',
          label: t('workflow.tasks'),
          minor: true,
          show: ({ tasks, opinions }) =>
            [
              ...tasks.map(({ words }) => inWords(words)),
              ...opinions.flatMap((key) => workflow.opinions.filter((one) => one.key === key).map(({ words }) => inWords(words))),
            ].join(', ') || '–',
        },
      ]}
    />
  )
}
