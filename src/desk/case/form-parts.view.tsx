import type { ComponentChildren } from 'preact'
import { filePath } from '#core/files/index.ts'
import { Alert, Field, FileField, type FormState, Icon, type IconName, Picture, Select } from '#design/index.ts'
import { t } from '#platform/text.ts'
import type { ReportVerb } from '#services/reports/index.ts'
import { reasonKey } from '../home/index.ts'
import type { FormKind } from './attempt.ts'
import type { CaseSheet } from './case.read.ts'
import { CaseForm, type CaseFormProps } from './case-form.view.tsx'

export type DeskFormProps = Omit<CaseFormProps, 'path' | 'version' | 'liste' | 'kind'> & { sheet: CaseSheet; kind: FormKind }

/** A form about this report. */
export const DeskForm = ({ sheet: { report, liste }, ...form }: DeskFormProps) => (
  <CaseForm path={`/amt/meldungen/${report.case.number}`} version={report.case.version} liste={liste} {...form} />
)

/** A form that opens below its button; `open` where the address or a failed attempt asks for it. */
export const Folded = ({
  label,
  icon,
  open,
  id,
  shortcut,
  primary,
  danger,
  children,
}: {
  label: ComponentChildren
  icon: IconName
  open?: boolean
  id?: string
  shortcut?: string | undefined
  primary?: boolean
  danger?: boolean
  children: ComponentChildren
}) => (
  <details class="folded" open={open} id={id}>
    <summary
      class={`kern-btn kern-btn--${primary ? 'primary' : 'secondary'} folded__button${danger ? ' btn--danger' : ''}`}
      {...(shortcut ? { 'data-shortcut': shortcut } : {})}
    >
      <Icon name={icon} />
      <span class="kern-label">{label}</span>
    </summary>
    <div class="folded__form">{children}</div>
  </details>
)

const ids = (value: unknown): string[] =>
  [value ?? []].flat().filter((id): id is string => typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id))

/** Photos to take or to choose; those of a failed attempt are kept. */
export const PhotoField = ({ state, hint, optional }: { state: FormState | undefined; hint: string; optional?: boolean }) => {
  const kept = ids(state?.input.photos)
  return (
    <>
      {kept.length > 0 ? (
        <div class="desk-kept">
          {kept.map((id, i) => (
            <div key={id}>
              <input type="hidden" name="photos" value={id} />
              <Picture photo={{ src: filePath(id, 'small'), alt: t('desk.photo.kept', { n: i + 1 }), width: 160, height: 120 }} />
            </div>
          ))}
        </div>
      ) : null}
      <FileField
        name="photos"
        label={t('desk.field.photos')}
        hint={hint}
        accept="image/*"
        multiple
        camera
        preview
        {...(optional ? { optional } : {})}
      />
    </>
  )
}

export const ReasonField = ({ verb, reasons }: { verb: ReportVerb; reasons: readonly string[] }) => (
  <Select
    name="reason"
    label={t('desk.field.reason')}
    empty={t('desk.choose')}
    options={reasons.map((reason) => ({ value: reason, label: t(reasonKey(verb, reason)) }))}
  />
)

export const WordsField = ({ label, hint, optional, value }: { label: string; hint: string; optional?: boolean; value?: string }) => (
  <Field
    name="text"
    label={label}
    hint={hint}
    rows={4}
    maxLength={4000}
    {...(optional ? { optional } : {})}
    {...(value ? { value } : {})}
  />
)

/** What was typed cannot be sent any more; it is not lost either. */
export const TypedText = ({ text }: { text: string }) => (
  <Alert tone="info" title={t('desk.attempt.typed')}>
    <p class="desk-words">{text}</p>
  </Alert>
)
