import type { ComponentChildren } from 'preact'
import { UploadField } from '#core/files/index.ts'
import { Checkbox, Checks, Choice, Field as Line, Select } from '#design/index.ts'
import { currentLocale, t } from '#platform/text.ts'
import { today } from '#platform/view.ts'
import { hasParts } from '../answer/parts.rules.ts'
import type { DayRef } from '../condition.rules.ts'
import { moveDay } from '../day.rules.ts'
import type { Field } from '../field.rules.ts'
import { LINE_LENGTH, LONG_LENGTH } from '../kinds.rules.ts'
import { answerWords, inWords } from './answer-words.rules.ts'
import type { Filling } from './filling.ts'
import { fieldName } from './names.rules.ts'
import { AskedPlace, Parts } from './parts.view.tsx'
import { answerAt, chosenKeys, fileIds, shownText } from './shown.rules.ts'

export type AskedProps = { field: Field; path: string; filling: Filling }

/** So many options stand below each other; more are a list to open. */
const MOST_OPTIONS = 7

/** One field of a form by its kind. */
export function AskedField({ field, path, filling }: AskedProps) {
  const locale = currentLocale()
  const state = filling.evaluation.fields.get(path)
  const answer = answerAt(filling.answers, path)
  const name = fieldName(path)
  const common = {
    name,
    label: labelOf(field),
    hint: inWords(field.help, locale) || undefined,
    optional: state ? !state.required : !!field.optional,
    error: filling.errors?.[name],
    value: shownText(field, answer, locale),
  }
  if (field.readOnly || field.kind === 'calculated' || field.kind === 'info')
    return <Told field={field} path={path} value={state?.value === undefined ? undefined : answerWords(field, state.value, locale)} />
  if (hasParts(field.kind)) return <Parts field={field} path={path} filling={filling} />
  switch (field.kind) {
    case 'longText':
      return <Line {...common} rows={5} maxLength={field.checks?.maxLength ?? LONG_LENGTH} />
    case 'number':
      return <Line {...common} inputMode={field.decimals ? 'decimal' : 'numeric'} width="short" autocomplete="off" maxLength={20} />
    case 'money':
      return (
        <Line
          {...common}
          hint={hints(common.hint, t('fillIn.money'))}
          inputMode="decimal"
          width="short"
          autocomplete="off"
          maxLength={20}
        />
      )
    case 'date':
      return <Line {...common} type="date" width="short" {...daysOf(field)} />
    case 'time':
      return (
        <Line {...common} hint={hints(common.hint, t('fillIn.time'))} inputMode="text" width="short" autocomplete="off" maxLength={10} />
      )
    case 'choice':
      return <OneOf field={field} common={common} offered={state?.offered} />
    case 'multiChoice':
      return <Checks {...common} value={chosenKeys(answer)} options={optionsOf(field, state?.offered)} />
    case 'yesNo':
      return (
        <Choice
          {...common}
          horizontal
          options={[
            { value: 'yes', label: t('fillIn.yes') },
            { value: 'no', label: t('fillIn.no') },
          ]}
        />
      )
    case 'declaration':
      return <Checkbox name={name} label={common.label} hint={common.hint} error={common.error} value="yes" checked={isYes(answer)} />
    case 'upload':
      return (
        <UploadField
          {...common}
          kinds={['image', 'pdf']}
          max={field.checks?.maxFiles ?? 10}
          kept={fileIds(answer).flatMap((id) => filling.files?.get(id) ?? [])}
        />
      )
    case 'place':
      return <AskedPlace field={field} path={path} filling={filling} />
    case 'email':
      return <Line {...common} type="email" autocomplete="email" maxLength={254} />
    case 'phone':
      return <Line {...common} type="tel" autocomplete="tel" maxLength={40} width="medium" />
    case 'iban':
      return <Line {...common} autocomplete="off" width="medium" maxLength={60} />
    case 'plate':
      return <Line {...common} autocomplete="off" width="short" maxLength={20} />
    default:
      return <Line {...common} maxLength={field.checks?.maxLength ?? LINE_LENGTH} />
  }
}

type Common = { name: string; label: string; hint: ComponentChildren; optional: boolean; error: string | undefined; value: string }

const OneOf = ({ field, common, offered }: { field: Field; common: Common; offered: readonly string[] | undefined }) => {
  const options = optionsOf(field, offered)
  return options.length > MOST_OPTIONS ? (
    <Select {...common} empty={t('fillIn.choose')} options={options.map(({ value, label }) => ({ value, label }))} />
  ) : (
    <Choice {...common} options={options} />
  )
}

/** What the town says: a text, something it calculates, or an answer that it knows already. */
const Told = ({ field, path, value }: { field: Field; path: string; value: string | undefined }) =>
  field.kind === 'info' ? (
    <div class="told">
      <p>{inWords(field.label, currentLocale())}</p>
      {field.help ? <p class="kern-hint">{inWords(field.help, currentLocale())}</p> : null}
    </div>
  ) : (
    <div class="told told--value">
      <p class="kern-label">{inWords(field.label, currentLocale())}</p>
      <output class="told__value" data-fill-in-target={field.kind === 'calculated' ? 'calculated' : undefined} data-path={path}>
        {value ?? t('fillIn.notYet')}
      </output>
      {field.help ? <p class="kern-hint">{inWords(field.help, currentLocale())}</p> : null}
    </div>
  )

const labelOf = ({ label, unit }: Field): string => {
  const words = inWords(label, currentLocale())
  return unit ? `${words} (${inWords(unit, currentLocale())})` : words
}

const hints = (own: ComponentChildren, more: string) =>
  own ? (
    <>
      {own} {more}
    </>
  ) : (
    more
  )

const optionsOf = ({ options = [] }: Field, offered: readonly string[] | undefined) =>
  options
    .filter(({ key }) => !offered || offered.includes(key))
    .map(({ key, label, help }) => ({
      value: key,
      label: inWords(label, currentLocale()),
      hint: help ? inWords(help, currentLocale()) : undefined,
    }))

const isYes = (answer: unknown) => answer === true || answer === 'yes' || answer === 'on'

/** A help for the calendar of the browser; the server says what is wrong. */
function daysOf({ checks }: Field): { min?: string; max?: string } {
  const [min, max] = [dayOf(checks?.earliest), dayOf(checks?.latest)]
  return { ...(min && { min }), ...(max && { max }) }
}

const dayOf = (ref: DayRef | undefined): string | undefined =>
  ref && 'today' in ref ? moveDay(today(), ref) : ref && 'day' in ref ? ref.day : undefined
