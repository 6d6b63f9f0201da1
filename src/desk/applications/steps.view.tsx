import { ButtonLink, Choice, Field, type FormState, type IconName, Select } from '#design/index.ts'
import { currentLocale, t } from '#platform/text.ts'
import type { OfferedStep } from '#services/applications/index.ts'
import type { TextBlockStep } from '#services/cases/index.ts'
import { guardInWords, outcomesOf, whoInWords } from '#services/workflows/index.ts'
import { Folded } from '../case/index.ts'
import { BlockChoice } from '../textblocks/index.ts'
import type { ApplicationSheet } from './application.read.ts'
import { ApplicationForm } from './form.view.tsx'
import { PATH } from './list-query.rules.ts'

type Step = OfferedStep['step']
const inWords = (words: { de: string; en: string }): string => words[currentLocale()] || words.de

const icons: Partial<Record<Step['event'], IconName>> = {
  accepted: 'check',
  started: 'tool',
  asked: 'chat',
  questionExpired: 'arrow-forward',
  replied: 'send',
  admitted: 'check',
  opinionsRequested: 'people',
  drafted: 'edit',
  returned: 'undo',
  approved: 'success',
  delivered: 'mail',
  closed: 'success',
  ended: 'flag',
  transferred: 'share',
  reopened: 'autorenew',
}
/** Which text blocks fit the words of a step. */
const blockSteps: Partial<Record<Step['event'], TextBlockStep>> = {
  asked: 'ask',
  ended: 'end',
  reopened: 'reopen',
  transferred: 'handOn',
  drafted: 'decide',
  replied: 'answer',
}
const dangerous: readonly Step['event'][] = ['ended', 'transferred']

const isPlain = ({ needs }: Step): boolean => needs.length === 0

/** What leads to an end stands last; what can be taken now stands before what waits for something. */
const inOrder = (steps: readonly OfferedStep[]): OfferedStep[] => [...steps].sort((a, b) => weight(a) - weight(b))
const weight = ({ step, unmet }: OfferedStep): number => (unmet.length > 0 ? 2 : 0) + (dangerous.includes(step.event) ? 1 : 0)

/** The template of a letter that this step is taken with, where the town has it. */
const templateOf = (sheet: ApplicationSheet, { needs, letter }: Step) =>
  needs.includes('letter') ? sheet.templates.find(({ key }) => key === letter) : undefined

export type StepsProps = { sheet: ApplicationSheet; open?: string | undefined; without?: string | undefined }

/** Everything that the workflow offers from here to the one who looks: one press, or a button that opens its form. */
export const Steps = ({ sheet, open, without }: StepsProps) => {
  const mine = inOrder(sheet.application.steps.filter(({ mine, unmet, step }) => mine && unmet.length === 0 && step.key !== without))
  if (mine.length === 0) return <p class="kern-body kern-body--muted">{t('deskApplications.steps.none')}</p>
  return (
    <div class="desk-steps">
      {mine.map(({ step }, i) => {
        const template = templateOf(sheet, step)
        if (template && !isDelivered(sheet, template.key))
          return (
            <ButtonLink
              key={step.key}
              href={`${PATH}/${sheet.application.case.number}/briefe/neu?vorlage=${template.key}`}
              icon="mail"
              kind={i === 0 ? 'primary' : 'secondary'}
            >
              {t('deskApplications.steps.letter', { step: inWords(step.words) })}
            </ButtonLink>
          )
        return isPlain(step) || template ? (
          <StepForm key={step.key} sheet={sheet} step={step} id={`step-${step.key}`} primary={i === 0} />
        ) : (
          <Folded
            key={step.key}
            id={`schritt-${step.key}`}
            label={inWords(step.words)}
            icon={icons[step.event] ?? 'arrow-forward'}
            open={open === step.key}
            primary={i === 0 && !dangerous.includes(step.event)}
            danger={dangerous.includes(step.event)}
          >
            <StepForm sheet={sheet} step={step} id={`step-${step.key}`} />
          </Folded>
        )
      })}
    </div>
  )
}

const isDelivered = ({ application }: ApplicationSheet, key: string): boolean =>
  application.letters.some(
    ({ template, handedOverAt }) =>
      template.key === key && handedOverAt !== undefined && handedOverAt >= application.application.stateSince,
  )

type StepFormProps = { sheet: ApplicationSheet; step: Step; id: string; state?: FormState | undefined; primary?: boolean }

/** A step with what it needs. */
export const StepForm = ({ sheet, step, id, state, primary = true }: StepFormProps) => {
  const { workflow } = sheet.application
  const block = blockSteps[step.event]
  const reads = step.event === 'drafted' ? 'reasons' : step.audience
  return (
    <ApplicationForm
      sheet={sheet}
      kind="schritt"
      id={id}
      state={state}
      submit={inWords(step.words)}
      primary={primary}
      danger={dangerous.includes(step.event)}
      {...(isPlain(step) && icons[step.event] ? { icon: icons[step.event]! } : {})}
    >
      <input type="hidden" name="step" value={step.key} />
      {step.needs.includes('decision') ? (
        <Choice
          name="outcome"
          label={t('deskApplications.field.outcome')}
          options={outcomesOf(workflow, step).map(({ key, words }) => ({ value: key, label: inWords(words) }))}
        />
      ) : null}
      {step.needs.includes('reason') ? (
        <Select
          name="reason"
          label={t('desk.field.reason')}
          empty={t('desk.choose')}
          options={step.reasons.map(({ key, words }) => ({ value: key, label: inWords(words) }))}
        />
      ) : null}
      {step.needs.includes('letter') && !templateOf(sheet, step) ? (
        <Field name="day" type="date" width="medium" label={t('deskApplications.field.day')} hint={t('deskApplications.field.day.hint')} />
      ) : null}
      {step.needs.includes('text') ? (
        <Field
          name="text"
          label={t(`deskApplications.field.text.${reads}`)}
          hint={t(`deskApplications.field.text.${reads}.hint`)}
          rows={step.event === 'drafted' ? 8 : 4}
          maxLength={10_000}
        />
      ) : null}
      {block && step.needs.includes('text') ? (
        <BlockChoice blocks={sheet.blocks} step={block} kind="schritt" action={`${PATH}/${sheet.application.case.number}/baustein`} />
      ) : null}
    </ApplicationForm>
  )
}

/** What the way from here still wants, and from whom: each step with its conditions, met or not. */
export const Checklist = ({ sheet: { application, units } }: { sheet: ApplicationSheet }) => {
  const names = new Map(units.map(({ code, name }) => [code, name]))
  const others = application.steps.filter(({ step, mine, unmet }) => unmet.length > 0 || !mine || step.guards.length > 0)
  if (others.length === 0) return null
  return (
    <ul class="checklist">
      {others.map(({ step, unmet, mine }) => (
        <li key={step.key}>
          <p class="checklist__step">
            {inWords(step.words)}
            {mine ? null : <span class="desk-hint"> · {whoInWords(step.who, names)}</span>}
          </p>
          {step.guards.length > 0 ? (
            <ul class="checklist__guards">
              {step.guards.map((guard) => {
                const open = unmet.some((one) => one === guard)
                return (
                  <li key={guard.kind} class={open ? 'checklist__open' : 'checklist__met'}>
                    <span aria-hidden="true">{open ? '○' : '✓'}</span> {guardInWords(application.workflow, guard)}
                    <span class="kern-sr-only"> ({t(open ? 'deskApplications.guard.open' : 'deskApplications.guard.met')})</span>
                  </li>
                )
              })}
            </ul>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
