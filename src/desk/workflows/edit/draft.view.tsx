import type { ComponentChildren } from 'preact'
import {
  Alert,
  Badge,
  ButtonLink,
  ButtonRow,
  ConfirmButton,
  Field,
  Form,
  type FormState,
  Page,
  Refused,
  Section,
  Select,
  Submit,
  Time,
} from '#design/index.ts'
import { t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import type { WorkflowAtWork, WorkflowList } from '#services/builder/index.ts'
import { findingWords, WorkflowPicture } from '#services/workflows/index.ts'
import { type Publication, PublicationState, PublicationSteps, ScheduledVersions } from '../../publication/index.ts'
import { draftPath, listPaths, PATH } from '../paths.ts'
import { said } from './part.view.tsx'

type Props = { work: WorkflowAtWork; form: FormState; names: ReadonlyMap<string, string>; publication: Publication }

/** The draft of a workflow: whether it is sound, its picture, and everything it is made of, to be changed. */
export const DraftPage = (props: Props) => {
  const { work, form } = props
  const { definition } = work
  return (
    <Page
      title={said(definition.name)}
      preline={t('workflows.version.draft')}
      width="wide"
      noindex
      breadcrumbs={[
        { href: '/verwaltung', label: t('administration.title') },
        { href: PATH, label: t('workflows.title') },
      ]}
      actions={work.inForce ? <ButtonLink href={`${PATH}/${definition.key}`}>{t('workflows.edit.inForce')}</ButtonLink> : null}
    >
      <Refused refusal={form.refusal} />
      <State {...props} />
      <div class="builder-space">
        <Proof work={work} />
      </div>
      <Section title={t('workflows.picture')}>
        <WorkflowPicture workflow={work.workflow} />
      </Section>
      {(['states', 'steps', 'opinions', 'deadlines', 'outcomes'] as const).map((list) => (
        <PartList key={list} work={work} list={list} />
      ))}
      <Settings work={work} form={form} />
      <Versions {...props} />
    </Page>
  )
}

const Revision = ({ work }: { work: WorkflowAtWork }) => <input type="hidden" name="revision" value={String(work.definition.revision)} />

const State = ({ work, names, publication }: Props) => {
  const { definition, inForce, same } = work
  const path = draftPath(definition.key)
  return (
    <Section title={t('workflows.edit.publication')} sheet>
      <p class="kern-body">
        {inForce ? t('workflows.edit.inForce.number', { number: inForce.number }) : t('workflows.edit.never')}{' '}
        {same ? t('workflows.edit.same') : null}
      </p>
      <p class="builder-muted">
        {t('workflows.edit.lastChange', { who: names.get(definition.changedBy ?? '') ?? t('workflows.edit.bySystem') })}{' '}
        <Time at={definition.changedAt} />
      </p>
      <PublicationState it={publication} />
      <PublicationSteps it={publication} />
      <ButtonRow>
        {definition.undoable ? (
          <Form action={`${path}/zurueck`} id="zurueck" class="builder-inline">
            <Revision work={work} />
            <Submit kind="tertiary" icon="undo">
              {t('workflows.edit.undo')}
            </Submit>
          </Form>
        ) : null}
        {publication.mayPublish && inForce ? (
          <ConfirmButton
            action={`${path}/ruecknahme`}
            label={t('workflows.edit.retire')}
            consequence={t('workflows.edit.retire.consequence')}
            confirm={t('workflows.edit.retire.confirm', { number: inForce.number })}
            icon="visibility-off"
          />
        ) : null}
      </ButtonRow>
    </Section>
  )
}

/** What keeps it from being published; each leads to where it is mended. */
const Proof = ({ work: { workflow, findings, definition } }: { work: WorkflowAtWork }) =>
  findings.length === 0 ? (
    <Alert tone="success" title={t('workflows.sound')}>
      <p>{t('workflows.sound.text')}</p>
    </Alert>
  ) : (
    <Alert tone="warning" title={t('workflows.edit.faults', { count: findings.length })}>
      <ul class="builder-findings">
        {findings.slice(0, 40).map((finding, n) => {
          const [list = '', key] = finding.at.split('.')
          const place = list in listPaths && key ? `${draftPath(definition.key)}/${listPaths[list as WorkflowList]}/${key}` : undefined
          const words = findingWords(workflow, finding)
          return (
            <li key={n}>
              {place ? (
                <a class="kern-link" href={href(place)}>
                  {words}
                </a>
              ) : (
                words
              )}
            </li>
          )
        })}
      </ul>
    </Alert>
  )

const PartList = ({ work, list }: { work: WorkflowAtWork; list: WorkflowList }) => {
  const { workflow, definition } = work
  const path = `${draftPath(definition.key)}/${listPaths[list]}`
  const all = workflow[list]
  return (
    <Section title={t(`workflows.edit.list.${list}`)} lead={t(`workflows.edit.lead.${list}`)} sheet>
      <ol class="builder-items">
        {all.map(({ key, words }, n) => (
          <li key={key} class="builder-item">
            <div class="builder-item__line">
              <div class="builder-item__words">
                <a class="kern-link builder-item__name" href={href(`${path}/${key}`)}>
                  {said(words) || key}
                </a>
                <span class="builder-item__facts">{factsOf(work, list, key)}</span>
              </div>
              {all.length > 1 ? (
                <Form action={`${path}/${key}/${n > 0 ? 'hoch' : 'runter'}`} id={`${list}-${key}`} class="builder-moves">
                  <Revision work={work} />
                  {n > 0 ? <Move path={`${path}/${key}/hoch`} up name={said(words)} /> : null}
                  {n < all.length - 1 ? <Move path={`${path}/${key}/runter`} name={said(words)} /> : <span class="builder-move" />}
                </Form>
              ) : null}
            </div>
          </li>
        ))}
      </ol>
      <div>
        <ButtonLink href={`${path}/neu`} kind="secondary">
          {t(`workflows.edit.new.${list}`)}
        </ButtonLink>
      </div>
    </Section>
  )
}

/** The few words beside a name: where a step leads, what the public reads about a state, who is asked. */
function factsOf({ workflow, units }: WorkflowAtWork, list: WorkflowList, key: string): ComponentChildren {
  const nameOf = (state: string) => {
    const found = workflow.states.find((one) => one.key === state)
    return found ? said(found.words) : state === 'same' || state === 'before' ? t(`workflow.to.${state}`) : state
  }
  if (list === 'states') {
    const state = workflow.states.find((one) => one.key === key)
    return state ? t(`case.stage.${state.stage}`) : ''
  }
  if (list === 'steps') {
    const step = workflow.steps.find((one) => one.key === key)
    return step ? `${step.from.map(nameOf).join(', ')} → ${nameOf(step.to)}` : ''
  }
  const opinion = list === 'opinions' ? workflow.opinions.find((one) => one.key === key) : undefined
  return opinion ? (units.get(opinion.unit) ?? opinion.unit) : ''
}

const Move = ({ path, up, name }: { path: string; up?: boolean; name: string }) => (
  <button
    class="kern-btn kern-btn--tertiary builder-move"
    type="submit"
    formAction={href(path)}
    title={t(up ? 'workflows.edit.up' : 'workflows.edit.down', { name })}
  >
    <span aria-hidden="true">{up ? '↑' : '↓'}</span>
    <span class="kern-sr-only">{t(up ? 'workflows.edit.up' : 'workflows.edit.down', { name })}</span>
  </button>
)

const Settings = ({ work, form }: Pick<Props, 'work' | 'form'>) => {
  const { workflow, definition } = work
  const state = { input: { start: workflow.start, normDays: workflow.normDays, ...form.input }, errors: form.errors }
  return (
    <Section title={t('workflows.edit.settings')} sheet>
      <Form action={`${draftPath(definition.key)}/einstellungen`} id="einstellungen" state={state}>
        <Revision work={work} />
        <Select
          name="start"
          label={t('workflows.edit.start')}
          options={workflow.states.map(({ key, words }) => ({ value: key, label: said(words) || key }))}
        />
        <Field name="normDays" label={t('workflows.edit.normDays')} inputMode="numeric" width="short" />
        <div>
          <Submit kind="secondary">{t('workflows.edit.save')}</Submit>
        </div>
      </Form>
    </Section>
  )
}

const Versions = ({ work, names, publication }: Props) =>
  work.versions.length === 0 && !work.ahead.waiting && work.ahead.ended.length === 0 ? null : (
    <Section title={t('workflows.versions')} lead={t('workflows.versions.text')} sheet>
      <ol class="builder-versions">
        <ScheduledVersions it={publication} differs={(content) => !work.isDraft(content)} />
        {work.versions.map(({ number, publishedAt, publishedBy, retiredAt }) => (
          <li key={number}>
            <p>
              <a class="kern-link" href={href(`${PATH}/${work.definition.key}?fassung=${number}`)}>
                {t('workflows.edit.version', { number })}
              </a>{' '}
              {retiredAt ? null : <Badge tone="success">{t('workflows.version')}</Badge>}
            </p>
            <p class="builder-muted">
              <Time at={publishedAt} />, {names.get(publishedBy ?? '') ?? t('workflows.edit.bySystem')}
            </p>
            <Form action={`${draftPath(work.definition.key)}/fassungen/${number}`} id={`f${number}`} class="builder-inline">
              <Revision work={work} />
              <Submit kind="tertiary" icon="undo">
                {t('workflows.edit.restore', { number })}
              </Submit>
            </Form>
          </li>
        ))}
      </ol>
    </Section>
  )
