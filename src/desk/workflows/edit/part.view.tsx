import { ButtonRow, Checkbox, Checks, ConfirmButton, Field, Form, type FormState, Page, Section, Select, Submit } from '#design/index.ts'
import { stages } from '#platform/process.ts'
import { currentLocale, t } from '#platform/text.ts'
import type { WorkflowAtWork, WorkflowList } from '#services/builder/index.ts'
import { stepEvents } from '#services/workflows/index.ts'
import { draftPath, listPaths, PATH } from '../paths.ts'
import { needs, simpleGuards, spans } from './parts.rules.ts'

export const said = (words: { de: string; en: string }): string => words[currentLocale()] || words.de

type Props = { work: WorkflowAtWork; list: WorkflowList; itKey: string | undefined; form: FormState; roles: readonly string[] }

/** One state, step, opinion, deadline or outcome in a form. */
export const PartPage = ({ work, list, itKey, form, roles }: Props) => {
  const { definition, workflow } = work
  const it = workflow[list].find(({ key }) => key === itKey)
  const path = `${draftPath(definition.key)}/${listPaths[list]}`
  const title = it ? said(it.words) || it.key : t(`workflows.edit.new.${list}`)
  return (
    <Page
      title={title}
      preline={said(definition.name)}
      width="wide"
      noindex
      breadcrumbs={[
        { href: '/verwaltung', label: t('administration.title') },
        { href: PATH, label: t('workflows.title') },
        { href: draftPath(definition.key), label: said(definition.name) },
      ]}
    >
      <Form action={it ? `${path}/${it.key}` : path} state={form} id="teil">
        <input type="hidden" name="revision" value={String(definition.revision)} />
        <Section title={t(`workflows.edit.of.${list}`)} lead={t(`workflows.edit.lead.${list}`)} sheet>
          <div class="builder-pair">
            <Field name="wordsDe" label={t('workflows.edit.wordsDe')} maxLength={300} />
            <Field name="wordsEn" label={t('workflows.edit.wordsEn')} maxLength={300} optional />
          </div>
          <Fields work={work} list={list} roles={roles} />
        </Section>
        <ButtonRow>
          <Submit>{t('workflows.edit.save')}</Submit>
        </ButtonRow>
      </Form>
      {it ? (
        <ConfirmButton
          action={`${path}/${it.key}/weg`}
          label={t('workflows.edit.remove')}
          consequence={t('workflows.edit.remove.consequence')}
          confirm={t('workflows.edit.remove.confirm', { name: title })}
          fields={{ revision: String(definition.revision) }}
        />
      ) : null}
    </Page>
  )
}

type FieldsProps = { work: WorkflowAtWork; roles: readonly string[] }

const Fields = ({ work, list, roles }: FieldsProps & { list: WorkflowList }) => {
  switch (list) {
    case 'states':
      return <StateFields work={work} roles={roles} />
    case 'steps':
      return <StepFields work={work} roles={roles} />
    case 'opinions':
      return <OpinionFields work={work} />
    case 'deadlines':
      return <DeadlineFields work={work} />
    default:
      return null
  }
}

const named = (all: readonly { key: string; words: { de: string; en: string } }[]) =>
  all.map(({ key, words }) => ({ value: key, label: said(words) || key }))
const unitOptions = ({ units }: WorkflowAtWork) => [...units].map(([value, label]) => ({ value, label }))

const WhoFields = ({ work, roles, label, free }: FieldsProps & { label: string; free?: boolean }) => (
  <>
    <Select
      name="by"
      label={label}
      optional={free ?? false}
      empty={t('workflows.edit.nobody')}
      options={(['unit', 'role', 'party', 'system'] as const).map((by) => ({ value: by, label: t(`workflows.edit.by.${by}`) }))}
    />
    <div class="builder-pair">
      <Select
        name="unit"
        label={t('workflows.edit.unit')}
        hint={t('workflows.edit.unit.hint')}
        empty={t('workflow.who.unit')}
        optional
        options={unitOptions(work)}
      />
      <Select
        name="role"
        label={t('workflows.edit.role')}
        empty={t('workflows.edit.role.any')}
        optional
        options={roles.map((role) => ({ value: role, label: t(`role.${role}`) }))}
      />
    </div>
  </>
)

const StateFields = ({ work, roles }: FieldsProps) => (
  <div class="form">
    <Select
      name="stage"
      label={t('workflow.stage')}
      hint={t('workflows.edit.stage.hint')}
      options={stages.filter((stage) => stage !== 'draft').map((stage) => ({ value: stage, label: t(`case.stage.${stage}`) }))}
    />
    <div class="builder-pair">
      <Field name="hintDe" label={t('workflows.edit.hintDe')} rows={2} maxLength={300} optional />
      <Field name="hintEn" label={t('workflows.edit.hintEn')} rows={2} maxLength={300} optional />
    </div>
    <WhoFields work={work} roles={roles} label={t('workflow.responsible')} free />
    <div class="builder-pair">
      <Select
        name="timeStep"
        label={t('workflows.edit.timeStep')}
        empty={t('workflows.edit.timeStep.none')}
        optional
        options={named(work.workflow.steps.filter(({ who }) => who.by === 'system'))}
      />
      <Field name="timeDays" label={t('workflows.edit.timeDays')} inputMode="numeric" width="short" optional />
    </div>
    <Checkbox name="timeWorking" label={t('workflows.edit.timeWorking')} />
    <Field name="tasks" label={t('workflows.edit.tasks')} hint={t('workflows.edit.tasks.hint')} rows={3} optional />
    {work.workflow.opinions.length > 0 ? (
      <Checks name="opinions" label={t('workflows.edit.opinions')} optional options={named(work.workflow.opinions)} />
    ) : null}
  </div>
)

const StepFields = ({ work, roles }: FieldsProps) => {
  const { workflow, letters } = work
  const targets = [...named(workflow.states), ...(['same', 'before'] as const).map((to) => ({ value: to, label: t(`workflow.to.${to}`) }))]
  return (
    <div class="form">
      <Checks name="from" label={t('workflows.edit.from')} horizontal options={named(workflow.states)} />
      <Select name="to" label={t('workflow.to')} options={targets} />
      <WhoFields work={work} roles={roles} label={t('workflow.who')} />
      <Checks
        name="guards"
        label={t('workflow.conditions')}
        optional
        options={simpleGuards.map((kind) => ({ value: kind, label: t(`workflow.guard.${kind}`) }))}
      />
      <Select
        name="fourEyes"
        label={t('workflows.edit.fourEyes')}
        hint={t('workflows.edit.fourEyes.hint')}
        empty={t('workflows.edit.none')}
        optional
        options={named(workflow.steps)}
      />
      {workflow.deadlines.length > 0 ? (
        <Select
          name="deadline"
          label={t('workflows.edit.deadline')}
          empty={t('workflows.edit.none')}
          optional
          options={named(workflow.deadlines)}
        />
      ) : null}
      <Checks
        name="needs"
        label={t('workflows.edit.needs')}
        optional
        horizontal
        options={needs.map((need) => ({ value: need, label: t(`workflow.need.${need}`) }))}
      />
      <Field name="reasons" label={t('workflows.edit.reasons')} hint={t('workflows.edit.lines')} rows={4} optional />
      <Select
        name="letter"
        label={t('workflows.edit.letter')}
        empty={t('workflows.edit.none')}
        optional
        options={letters.map(({ key, name }) => ({ value: key, label: name }))}
      />
      <Select
        name="event"
        label={t('workflows.edit.event')}
        hint={t('workflows.edit.event.hint')}
        options={stepEvents.map((event) => ({ value: event, label: t(`event.application.${event}`) }))}
      />
      <Select
        name="audience"
        label={t('workflow.audience')}
        options={(['parties', 'internal'] as const).map((audience) => ({ value: audience, label: t(`workflow.audience.${audience}`) }))}
      />
    </div>
  )
}

const OpinionFields = ({ work }: { work: WorkflowAtWork }) => (
  <div class="form">
    <Select name="unit" label={t('workflows.unit')} empty={t('workflows.edit.none')} options={unitOptions(work)} />
    <Field name="days" label={t('workflows.days')} inputMode="numeric" width="short" />
    <Checkbox name="required" label={t('workflows.edit.required')} />
  </div>
)

const DeadlineFields = ({ work: { workflow } }: { work: WorkflowAtWork }) => (
  <div class="form">
    <Field name="law" label={t('workflows.law')} maxLength={200} />
    <div class="builder-pair">
      <Field name="count" label={t('workflows.length')} inputMode="numeric" width="short" />
      <Select
        name="in"
        label={t('workflows.edit.in')}
        options={spans.map((span) => ({ value: span, label: t(`workflows.edit.in.${span}`) }))}
      />
    </div>
    <Select name="from" label={t('workflows.edit.begins')} options={named(workflow.states)} />
    <Checks name="until" label={t('workflows.edit.ends')} horizontal options={named(workflow.states)} />
  </div>
)
