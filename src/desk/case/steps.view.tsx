import { Field, type FormState, type IconName, Select } from '#design/index.ts'
import { t } from '#platform/text.ts'
import { textBlockSteps } from '#services/cases/index.ts'
import { noPhotoReasons, type ReportVerb, ToWhom } from '#services/reports/index.ts'
import { BlockChoice } from '../textblocks/index.ts'
import type { CaseSheet } from './case.read.ts'
import { DeskForm, Folded, PhotoField, ReasonField, WordsField } from './form-parts.view.tsx'
import { isPlain, offered, stepForms } from './step.rules.ts'

const icons: Partial<Record<ReportVerb, IconName>> = {
  accept: 'check',
  finish: 'success',
  start: 'tool',
  plan: 'calendar-today',
  reportBack: 'undo',
  stopWaiting: 'arrow-forward',
  route: 'send',
  ask: 'chat',
  handOut: 'building',
  handOn: 'share',
  reopen: 'autorenew',
  turnDown: 'close',
  end: 'flag',
}
const keys: Partial<Record<ReportVerb, string>> = { accept: 'a', finish: 'e' }

export type StepsProps = { sheet: CaseSheet; open?: ReportVerb | undefined; without?: ReportVerb | undefined }

/** What can be done now, straight from the state table: one press, or a button that opens its little form. */
export const Steps = ({ sheet, open, without }: StepsProps) => {
  const verbs = offered(sheet.report.verbs, sheet.report.state).filter((verb) => verb !== without)
  if (verbs.length === 0) return <p class="kern-body kern-body--muted">{t('desk.steps.none')}</p>
  return (
    <div class="desk-steps">
      {verbs.map((verb, i) =>
        isPlain(verb) ? (
          <StepForm key={verb} sheet={sheet} verb={verb} id={`step-${verb}`} primary={i === 0} />
        ) : (
          <Folded
            key={verb}
            id={`schritt-${verb}`}
            label={t(`report.verb.${verb}`)}
            icon={icons[verb] ?? 'check'}
            open={open === verb}
            primary={i === 0}
            danger={stepForms[verb]?.danger ?? false}
            shortcut={keys[verb]}
          >
            <StepForm sheet={sheet} verb={verb} id={`step-${verb}`} />
          </Folded>
        ),
      )}
    </div>
  )
}

type StepFormProps = { sheet: CaseSheet; verb: ReportVerb; id: string; state?: FormState | undefined; primary?: boolean }

export const StepForm = ({ sheet, verb, id, state, primary = true }: StepFormProps) => {
  const { asks, reasons = [], danger } = stepForms[verb] ?? { asks: [] }
  const plain = isPlain(verb)
  const blockStep = textBlockSteps.find((step) => step === verb)
  return (
    <DeskForm
      sheet={sheet}
      kind="schritt"
      id={id}
      state={state}
      submit={t(plain ? `report.verb.${verb}` : `desk.verb.${verb}.do`)}
      primary={primary}
      danger={danger ?? false}
      files={asks.includes('photos')}
      shortcut={plain ? keys[verb] : undefined}
      {...(plain && icons[verb] ? { icon: icons[verb] } : {})}
    >
      <input type="hidden" name="verb" value={verb} />
      {asks.includes('photos') ? <Proof sheet={sheet} state={state} /> : null}
      {asks.includes('date') ? (
        <Field name="date" type="date" label={t('desk.field.date')} hint={t('desk.field.date.hint')} width="medium" />
      ) : null}
      {asks.includes('unit') ? <UnitField sheet={sheet} /> : null}
      {asks.includes('reason') ? <ReasonField verb={verb} reasons={reasons} /> : null}
      {asks.includes('to') ? <ToWhom incident={sheet.report.incident} /> : null}
      {asks.includes('text') || asks.includes('optionalText') ? (
        <WordsField label={t(`desk.verb.${verb}.text`)} hint={t(`desk.verb.${verb}.hint`)} optional={asks.includes('optionalText')} />
      ) : null}
      {blockStep && asks.some((ask) => ask === 'text' || ask === 'optionalText') ? (
        <BlockChoice blocks={sheet.blocks} step={blockStep} kind="schritt" action={`/amt/meldungen/${sheet.report.case.number}/baustein`} />
      ) : null}
    </DeskForm>
  )
}

/** The photo afterwards, or why there is none; categories that need only the word of the unit ask for neither. */
const Proof = ({ sheet, state }: { sheet: CaseSheet; state: FormState | undefined }) => {
  const needed = sheet.report.category.proof === 'photo'
  return (
    <>
      <PhotoField state={state} hint={t(needed ? 'desk.proof.needed' : 'desk.proof.free')} optional={!needed} />
      {needed ? (
        <Select
          name="noPhotoReason"
          label={t('desk.proof.none')}
          empty={t('desk.proof.hasPhoto')}
          options={noPhotoReasons.map((reason) => ({ value: reason, label: t(`report.noPhotoReason.${reason}`) }))}
        />
      ) : null}
    </>
  )
}

const UnitField = ({ sheet: { units, report } }: { sheet: CaseSheet }) => (
  <Select
    name="unitId"
    label={t('desk.field.unit')}
    empty={t('desk.choose')}
    options={units.map(({ id, name, kind, parentId }) => ({
      value: id,
      label: kind === 'team' ? `${units.find((unit) => unit.id === parentId)?.name ?? ''} – ${name}` : name,
      disabled: id === report.case.unitId && report.state === 'assigned',
    }))}
  />
)
