import { Live } from '#core/notifications/index.ts'
import {
  DefinitionList,
  EmptyState,
  exactDay,
  FilterBar,
  type FormState,
  KeyHints,
  Page,
  Pager,
  Section,
  Select,
  Sheet,
  Time,
} from '#design/index.ts'
import { t } from '#platform/text.ts'
import { type CaseTask, type ListedTask, type Named, type TaskSheet, urgencies, urgencyOf } from '#services/cases/index.ts'
import { casePath, type StaffUnit } from '../home/index.ts'
import { TaskRow, Tick } from './case-tasks.view.tsx'
import type { TaskChoices } from './choices.ts'
import { TaskForm } from './task-form.view.tsx'

type ListProps = {
  tasks: readonly Named<ListedTask>[]
  next: string | undefined
  today: string
  whose: string
  /** The units whose tasks the person may choose. */
  units: readonly Pick<StaffUnit, 'id' | 'name'>[]
}

export const PATH = '/amt/aufgaben'
/** What a case is about, and where, if it is somewhere. */
export const about = (title: string, place: string): string => [title, place].filter(Boolean).join(', ')

const crumbs = [{ href: '/amt', label: 'desk.home.title' }]

/** What I have to do: overdue, today, later. */
export const TasksPage = ({ tasks, next, today, whose, units }: ListProps) => (
  <Page title={t('tasks.mine')} lead={t('tasks.lead')} noindex breadcrumbs={crumbs.map(({ href, label }) => ({ href, label: t(label) }))}>
    <Live topics={['desk']} />
    <FilterBar action={PATH} values={{ stelle: whose }} active={whose === 'mine' ? 0 : 1}>
      <Select
        name="stelle"
        label={t('tasks.filter')}
        options={[
          { value: 'mine', label: t('tasks.filter.mine') },
          { value: 'own', label: t('tasks.filter.own') },
          ...units.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
    </FilterBar>
    {tasks.length === 0 ? <EmptyState icon="success" title={t('tasks.empty')} text={t('tasks.empty.text')} /> : null}
    <div data-controller="keyboard-list">
      {urgencies.map((urgency) => {
        const these = tasks.filter(({ dueOn }) => urgencyOf(dueOn, today) === urgency)
        return these.length === 0 ? null : (
          <Section key={urgency} title={t(`tasks.urgency.${urgency}`)}>
            <ul class="desk-rows">
              {these.map((task) => (
                <TaskRow
                  key={task.id}
                  task={task}
                  back={`${PATH}?stelle=${whose}`}
                  tick
                  about={{ href: casePath(task.number), words: about(task.caseTitle, task.placeLabel) }}
                />
              ))}
            </ul>
          </Section>
        )
      })}
    </div>
    <Pager next={next ? `${PATH}?${new URLSearchParams({ stelle: whose, nach: next })}` : undefined} />
    <KeyHints
      keys={[
        { key: 'j', does: t('tasks.keys.j') },
        { key: 'k', does: t('tasks.keys.k') },
        { key: 'e', does: t('tasks.keys.e') },
        { key: '?', does: t('desk.keys.help') },
      ]}
    />
  </Page>
)

type TaskProps = { sheet: TaskSheet; choices: TaskChoices; state: FormState | undefined }

const typed = ({ title, note, dueOn, personId, unitId }: CaseTask): FormState => ({
  input: { title, note, dueOn, who: personId ? `person:${personId}` : `unit:${unitId}` },
  errors: {},
})

/** One task: what it says, and for those who may, its form. */
export const TaskPage = ({ sheet: { it, task, change }, choices, state }: TaskProps) => (
  <Page
    title={task.title}
    preline={t('tasks.one')}
    lead={about(it.title, it.placeLabel)}
    width="reading"
    noindex
    breadcrumbs={[
      { href: '/amt', label: t('desk.home.title') },
      { href: casePath(it.number), label: it.number },
    ]}
  >
    <Sheet>
      <DefinitionList
        items={[
          { term: t('tasks.day'), value: exactDay(new Date(`${task.dueOn}T12:00:00Z`)) },
          { term: t('tasks.who'), value: task.who },
          { term: t('tasks.note'), value: task.note || undefined },
          {
            term: t('tasks.doneAt'),
            value: task.doneAt ? (
              <>
                <Time at={task.doneAt} show="exact" />
                {task.doneByName ? `, ${task.doneByName}` : ''}
              </>
            ) : undefined,
          },
        ]}
      />
      {change ? <Tick task={task} back={casePath(it.number)} /> : null}
    </Sheet>
    {change && !task.doneAt ? (
      <Section title={t('tasks.change')}>
        <TaskForm
          action={`${PATH}/${task.id}`}
          id="task"
          choices={choices}
          state={state ?? typed(task)}
          submit={t('tasks.change.do')}
          version={task.version}
        />
      </Section>
    ) : null}
  </Page>
)
