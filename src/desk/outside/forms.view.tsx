import type { ComponentChildren } from 'preact'
import { Form, type FormState, Select, Submit } from '#design/index.ts'
import { t } from '#platform/text.ts'
import { frame, href } from '#platform/view.ts'
import { noPhotoReasons, type ReportVerb } from '#services/reports/index.ts'
import { PhotoField, ReasonField, stepForms, WordsField } from '../case/index.ts'
import { OUTSIDE } from './paths.ts'

/** What a form is about; on the device the script fills it in. */
export type FormOf = { number: string; version: number | undefined; way: string; next: string; needsProof: boolean }
export const nobodysForm: FormOf = { number: '', version: undefined, way: '', next: '', needsProof: true }

type FrameProps = {
  of: FormOf
  to: 'schritt' | 'notiz'
  id: string
  title: string
  needs: string
  state: FormState | undefined
  submit: ComponentChildren
  danger?: boolean
  files?: boolean
  children?: ComponentChildren
}

/** Without network the script keeps what was written on the device; with network it is an ordinary form. */
const OutsideForm = ({ of, to, id, title, needs, state, submit, danger, files, children }: FrameProps) => (
  <Form
    action={`${OUTSIDE}/${of.number || '-'}/${to}`}
    id={id}
    {...(state ? { state } : {})}
    {...(files ? { files } : {})}
    class="form desk-form"
    data={{
      'data-controller': 'outside-form',
      'data-action': 'submit->outside-form#send turbo:submit-end->outside-form#ended',
      'data-outside-form-base-value': frame().base,
      'data-outside-form-number-value': of.number,
      'data-outside-form-to-value': to,
      'data-outside-form-verb-value': needs,
      'data-outside-form-title-value': title,
      'data-outside-form-proof-value': String(of.needsProof),
      'data-outside-form-waiting-value': href('/ohne-netz'),
      'data-outside-form-texts-value': JSON.stringify({
        kept: t('outside.kept'),
        sent: t('outside.sent'),
        refused: t('outside.refused'),
        tooMany: t('outside.tooMany'),
        full: t('outside.along.full'),
        reason: t('outside.lack.reason'),
        text: t('outside.lack.text'),
        proof: t('outside.lack.proof'),
        photos: t('outside.lack.photos'),
      }),
    }}
  >
    {of.version ? <input type="hidden" name="version" value={of.version} /> : null}
    <input type="hidden" name="way" value={of.way} />
    <input type="hidden" name="next" value={of.next} />
    {children}
    <p class="outside-said" role="status" tabIndex={-1} data-outside-form-target="said" />
    <div>
      <Submit kind="primary" {...(danger ? { danger } : {})}>
        {submit}
      </Submit>
    </div>
  </Form>
)

type StepProps = { of: FormOf; verb: ReportVerb; id: string; state?: FormState | undefined }

export const OutsideStepForm = ({ of, verb, id, state }: StepProps) => {
  const { asks, reasons = [], danger } = stepForms[verb] ?? { asks: [] }
  const plain = asks.length === 0
  const words = asks.includes('text') || asks.includes('optionalText')
  return (
    <OutsideForm
      of={of}
      to="schritt"
      id={id}
      title={t(`report.verb.${verb}`)}
      needs={verb}
      state={state}
      submit={t(plain ? `report.verb.${verb}` : `desk.verb.${verb}.do`)}
      danger={danger ?? false}
      files={asks.includes('photos')}
    >
      <input type="hidden" name="verb" value={verb} />
      {asks.includes('photos') ? (
        <>
          <PhotoField state={state} hint={t(of.needsProof ? 'desk.proof.needed' : 'desk.proof.free')} optional={!of.needsProof} />
          {of.needsProof ? (
            <Select
              name="noPhotoReason"
              label={t('desk.proof.none')}
              empty={t('desk.proof.hasPhoto')}
              options={noPhotoReasons.map((reason) => ({ value: reason, label: t(`report.noPhotoReason.${reason}`) }))}
            />
          ) : null}
        </>
      ) : null}
      {asks.includes('reason') ? <ReasonField verb={verb} reasons={reasons} /> : null}
      {words ? (
        <WordsField label={t(`desk.verb.${verb}.text`)} hint={t(`desk.verb.${verb}.hint`)} optional={asks.includes('optionalText')} />
      ) : null}
    </OutsideForm>
  )
}

export const OutsideNoteForm = ({ of, id, state }: { of: FormOf; id: string; state?: FormState | undefined }) => (
  <OutsideForm of={of} to="notiz" id={id} title={t('desk.note.title')} needs="note" state={state} submit={t('desk.note.do')} files>
    <WordsField label={t('desk.note.text')} hint={t('desk.note.hint')} />
    <PhotoField state={state} hint={t('outside.note.photos')} optional />
  </OutsideForm>
)
