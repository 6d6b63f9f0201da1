import { nameIn, type Organisation } from '#core/organisations/index.ts'
import {
  Alert,
  ConfirmButton,
  CopyField,
  DefinitionList,
  Field,
  Form,
  type FormState,
  Page,
  QrCode,
  Refused,
  Section,
  Select,
  Submit,
  Time,
} from '#design/index.ts'
import { currentLocale, locales, t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import type { Case } from '../../cases/index.ts'
import { isExpired, isOpen, LINK_DAYS, type Task } from './task.rules.ts'
import type { Firms } from './task.verbs.ts'

type FirmForm = 'give' | 'tell' | 'renew' | 'finish'
/** The form that was refused, and the task it was about. */
export type Tried = { form: FirmForm; taskId?: string }

type Props = Firms & {
  now: Date
  firms: readonly Organisation[]
  /** Of the open tasks, by their ids. */
  links: ReadonlyMap<string, string>
  form: FormState
  tried: Tried | undefined
}

const blank: FormState = { input: {}, errors: {} }
const pathOf = ({ number }: Case) => `/amt/meldungen/${number}/firma`
const notYet = ['new', 'triage', 'assigned', 'reopened']
const givable = ['accepted', 'planned', 'inWork', 'forwarded']

/** Which firms have, or had, the work on a report, and giving it to one. */
export const FirmsPage = ({ it, tasks, from, goesOn, work, approvable, now, firms, links, form, tried }: Props) => {
  const open = tasks.filter(isOpen)
  const stateOf = (one: FirmForm, taskId?: string): FormState =>
    tried?.form === one && tried.taskId === taskId ? { ...form, refusalSaid: true } : blank
  const mayGive = work && open.every((task) => isExpired(task, now)) && givable.includes(it.state)
  return (
    <Page
      title={t('contractor.desk.title')}
      preline={it.number}
      lead={`${it.title}, ${it.placeLabel}`}
      width="reading"
      noindex
      breadcrumbs={[{ href: `/amt/meldungen/${it.number}`, label: it.number }]}
    >
      <Refused refusal={form.refusal} />
      {goesOn ? (
        <Alert tone="info" title={t('contractor.desk.resting')}>
          <p>
            <a href={href(pathOf(goesOn))}>{t('contractor.desk.resting.go', { number: goesOn.number })}</a>
          </p>
        </Alert>
      ) : null}
      {open.map((task) => {
        const link = links.get(task.id)
        return link ? (
          <Open
            key={task.id}
            {...{ it, task, link, from: from.get(task.id), expired: isExpired(task, now) }}
            stateOf={(one) => stateOf(one, task.id)}
          />
        ) : null
      })}
      {work && approvable ? <Finish it={it} firm={approvable.name} state={stateOf('finish')} /> : null}
      {mayGive ? <Give it={it} firms={firms} form={stateOf('give')} /> : null}
      {work && !goesOn && notYet.includes(it.state) ? <p class="kern-body">{t('contractor.desk.notYet')}</p> : null}
      <Section title={t('contractor.desk.all')}>
        {tasks.length === 0 ? <p class="kern-body">{t('contractor.desk.none')}</p> : null}
        <div class="firm-order">
          {tasks.map((task) => (
            <DefinitionList
              key={task.id}
              items={[
                { term: t('contractor.desk.firm'), value: `${task.name} (${task.email})` },
                { term: t('contractor.desk.from'), value: from.get(task.id) },
                {
                  term: t('contractor.desk.state'),
                  value: t(`contractor.state.${isOpen(task) && isExpired(task, now) ? 'ranOut' : task.state}`),
                },
                { term: t('contractor.desk.since'), value: <Time at={task.sentAt} show="exact" /> },
                { term: t('contractor.work'), value: task.words },
                { term: t('contractor.desk.end'), value: task.endedAt ? <Time at={task.endedAt} show="exact" /> : undefined },
              ]}
            />
          ))}
        </div>
      </Section>
    </Page>
  )
}

type OpenProps = {
  it: Case
  task: Task
  link: string
  /** Number of the report it came with, where that is another one. */
  from: string | undefined
  expired: boolean
  stateOf: (one: FirmForm) => FormState
}

const Open = ({ it, task, link, from, expired, stateOf }: OpenProps) => (
  <Section title={task.name} sheet>
    <div class="firm-order">
      {from ? <p class="kern-body">{t('contractor.desk.cameWith', { number: from })}</p> : null}
      {expired ? (
        <>
          <Alert tone="warning" title={t('contractor.desk.expired')}>
            <p>
              {t('contractor.desk.ranOut')} <Time at={task.expiresAt} show="exact" />. {t('contractor.desk.expired.text')}
            </p>
          </Alert>
          <Renew it={it} task={task} state={stateOf('renew')} />
        </>
      ) : (
        <>
          <p class="kern-body">
            {t(`contractor.state.${task.state}`)} · {t('contractor.until')}: <Time at={task.expiresAt} show="day" />
          </p>
          <QrCode address={link} label={t('contractor.desk.qr', { number: from ?? it.number })} size={132} />
          <Form action={`${pathOf(it)}/${task.id}/antwort`} id={`tell-${task.id}`} state={stateOf('tell')}>
            <Field name="text" label={t('contractor.desk.tell')} rows={3} maxLength={4000} />
            <div>
              <Submit kind="secondary">{t('contractor.desk.tell.do')}</Submit>
            </div>
          </Form>
          <details open={stateOf('renew') !== blank}>
            <summary>{t('contractor.desk.renew.more')}</summary>
            <Renew it={it} task={task} state={stateOf('renew')} />
          </details>
        </>
      )}
      <CopyField name="link" label={t('contractor.desk.link')} value={link} />
      <ConfirmButton
        action={`${pathOf(it)}/${task.id}/zurueck`}
        label={t('contractor.desk.takeBack')}
        consequence={t('contractor.desk.takeBack.consequence')}
        confirm={t('contractor.desk.takeBack.do')}
        icon="undo"
      />
    </div>
  </Section>
)

/** The link works for so many days from today. */
const Renew = ({ it, task, state }: { it: Case; task: Task; state: FormState }) => (
  <Form action={`${pathOf(it)}/${task.id}/verlaengern`} id={`renew-${task.id}`} state={state}>
    <Days label={t('contractor.desk.renew')} form={state} />
    <div>
      <Submit kind="secondary" icon="check">
        {t('contractor.desk.renew.do')}
      </Submit>
    </div>
  </Form>
)

const Finish = ({ it, firm, state }: { it: Case; firm: string; state: FormState }) => (
  <Section title={t('contractor.desk.finish')} lead={t('contractor.desk.finish.lead', { firm })} sheet>
    <Form action={`${pathOf(it)}/abschluss`} id="finish" state={state}>
      <Field name="text" label={t('contractor.desk.finish.text')} rows={3} maxLength={4000} optional />
      <div>
        <Submit icon="success">{t('contractor.desk.finish.do')}</Submit>
      </div>
    </Form>
  </Section>
)

const Days = ({ label, form }: { label: string; form: FormState }) => (
  <Field
    name="days"
    type="number"
    label={label}
    min={1}
    max={LINK_DAYS.most}
    width="short"
    {...(form.input.days === undefined ? { value: LINK_DAYS.usual } : {})}
  />
)

const Give = ({ it, firms, form }: { it: Case; firms: readonly Organisation[]; form: FormState }) => (
  <Section title={t('contractor.desk.give')} lead={t('contractor.desk.give.lead')} sheet>
    <Form action={pathOf(it)} id="give" state={form}>
      <Select
        name="organisationId"
        label={t('contractor.desk.firm')}
        empty={t('contractor.desk.other')}
        optional
        options={firms.map((firm) => ({ value: firm.id, label: nameIn(firm, currentLocale()) }))}
      />
      <Field name="name" label={t('contractor.desk.name')} maxLength={200} optional />
      <Field name="email" type="email" label={t('contractor.desk.email')} hint={t('contractor.desk.email.hint')} maxLength={320} optional />
      <Field name="text" label={t('contractor.desk.words')} hint={t('contractor.desk.words.hint')} rows={4} maxLength={4000} />
      <Select
        name="locale"
        label={t('contractor.desk.locale')}
        options={locales.map((value) => ({ value, label: t(`contractor.desk.locale.${value}`) }))}
      />
      <Days label={t('contractor.desk.days')} form={form} />
      <div>
        <Submit icon="send">{t('contractor.desk.give.do')}</Submit>
      </div>
    </Form>
  </Section>
)
