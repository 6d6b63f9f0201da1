import { Form, type FormState, Icon, Section, Submit, Time } from '#design/index.ts'
import { t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import type { CaseTask, Named } from '#services/cases/index.ts'
import { casePath } from '../home/index.ts'
import type { TaskChoices } from './choices.ts'
import { DayMark } from './day.view.tsx'
import { TaskForm } from './task-form.view.tsx'

type Props = {
  number: string
  tasks: readonly Named<CaseTask>[]
  /** Undefined for those who may not work on the case. */
  choices: TaskChoices | undefined
  state?: FormState
  /** The form stands open, after a failed attempt. */
  open?: boolean
}

/** What is still to be done about a case, with a way to add something. */
export const CaseTasks = ({ number, tasks, choices, state = { input: {}, errors: {} }, open = false }: Props) => {
  const still = tasks.filter(({ doneAt }) => !doneAt)
  const done = tasks.filter(({ doneAt }) => doneAt)
  return (
    <Section title={t('tasks.title')} id="aufgaben">
      {still.length === 0 ? <p class="kern-body kern-body--muted">{t('tasks.none')}</p> : null}
      {still.length > 0 ? (
        <ul class="desk-rows">
          {still.map((task) => (
            <TaskRow key={task.id} task={task} back={casePath(number)} tick={choices !== undefined} />
          ))}
        </ul>
      ) : null}
      {done.length > 0 ? (
        <details class="folded">
          <summary class="text-block__summary">{t('tasks.done', { count: done.length })}</summary>
          <ul class="folded__form">
            {done.map((task) => (
              <li key={task.id}>
                <a href={href(`/amt/aufgaben/${task.id}`)}>{task.title}</a> · {task.doneByName ?? task.who} ·{' '}
                {task.doneAt ? <Time at={task.doneAt} /> : null}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {choices ? (
        <details class="folded" open={open}>
          <summary class="kern-btn kern-btn--secondary folded__button">
            <Icon name="add" />
            <span class="kern-label">{t('tasks.add')}</span>
          </summary>
          <div class="folded__form">
            <TaskForm action={`${casePath(number)}/aufgaben`} id="task" choices={choices} state={state} submit={t('tasks.add.do')} days />
          </div>
        </details>
      ) : null}
    </Section>
  )
}

type RowProps = { task: Named<CaseTask>; back: string; tick: boolean; about?: { href: string; words: string } }

/** One open task: what, who, until when, and the button that ticks it off (`e` in a list). */
export const TaskRow = ({ task, back, tick, about }: RowProps) => (
  <li class="desk-row" data-list-item="">
    <div class="desk-row__words">
      <a class="desk-row__title" href={href(`/amt/aufgaben/${task.id}`)}>
        {task.title}
      </a>
      <p class="desk-row__place">
        {task.who}
        {about ? (
          <>
            {' · '}
            <a href={href(about.href)}>{about.words}</a>
          </>
        ) : null}
      </p>
    </div>
    <div class="desk-row__marks">
      <DayMark day={task.dueOn} />
      {tick ? <Tick task={task} back={back} /> : null}
    </div>
  </li>
)

export const Tick = ({ task, back }: { task: CaseTask; back: string }) => (
  <Form action={`/amt/aufgaben/${task.id}/${task.doneAt ? 'offen' : 'erledigt'}`} id={`tick-${task.id}`} class="row-form">
    <input type="hidden" name="zurueck" value={back} />
    <Submit kind="secondary" small icon={task.doneAt ? 'undo' : 'check'} data={{ 'data-key': 'e' }}>
      {t(task.doneAt ? 'tasks.tick.open' : 'tasks.tick')}
      <span class="kern-sr-only">: {task.title}</span>
    </Submit>
  </Form>
)
