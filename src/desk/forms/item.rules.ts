import { z } from 'zod'
import { ok, type Result, refuse } from '#platform/result.ts'
import {
  type Calculation,
  calculationOf,
  calculationWays,
  dayRefFrom,
  dayRefText,
  expressionFrom,
  freeKey,
} from '#services/builder/index.ts'
import {
  allItems,
  type Field,
  type FieldGroup,
  type FormDefinition,
  fieldOf,
  type Item,
  isGroup,
  type Option,
  partsOf,
} from '#services/forms/index.ts'
import { amountFrom, amountText } from './amount.rules.ts'
import { conditionSent, rowFields, rowsInput } from './rows.rules.ts'

const line = z.string().trim().max(300).default('')
const text = z.string().trim().max(5000).default('')
const number = z.string().trim().max(20).default('')
export const Revision = { revision: z.coerce.number().int().min(0) }

/** What the page of a field or group sends; what a kind does not know is not looked at. */
export const ItemForm = z.object({
  ...Revision,
  labelDe: text,
  labelEn: text,
  helpDe: text,
  helpEn: text,
  need: z.enum(['yes', 'no', 'when']).default('yes'),
  ...rowFields('visible'),
  ...rowFields('needed'),
  minLength: number,
  maxLength: number,
  pattern: line,
  patternDe: line,
  patternEn: line,
  min: number,
  max: number,
  decimals: number,
  unitDe: line,
  unitEn: line,
  earliest: line,
  latest: line,
  options: z.string().max(60_000).default(''),
  minChosen: number,
  maxChosen: number,
  minFiles: number,
  maxFiles: number,
  parts: z.array(z.string().max(40)).max(12).default([]),
  anywhere: z.literal('on').optional(),
  way: z.enum(calculationWays).default('none'),
  amount: number,
  ofFields: z.array(z.string().max(60)).max(30).default([]),
  ofField: line,
  ofGroup: line,
  ofChoice: line,
  table: z.string().max(20_000).default(''),
  result: z.enum(['number', 'money']).default('money'),
  fee: z.literal('on').optional(),
  itemLabelDe: line,
  itemLabelEn: line,
  prefillSource: z.enum(['account', 'earlier', 'link', 'register', 'identity', '']).default(''),
  prefillAttribute: z.string().trim().max(60).default(''),
  readOnly: z.literal('on').optional(),
  onceOnly: z.string().trim().max(60).default(''),
  dataClass: z.enum(['none', 'personal', 'special', '']).default(''),
  purposeDe: line,
  purposeEn: line,
  legalBasis: line,
  trustLevel: z.enum(['none', 'basis', 'substanziell', 'hoch', '']).default(''),
})
export type ItemForm = z.output<typeof ItemForm>

const words = (de: string, en: string) => (de || en ? { de, en } : undefined)
const whole = (given: string) => (/^\d{1,6}$/.test(given) ? Number(given) : undefined)

/** The field or group as its page says it; the first thing that cannot be read is refused where it stands. */
export function itemFrom(form: FormDefinition, known: Item, input: ItemForm): Result<Item> {
  const visible = conditionSent(form, 'visible', input, known.visibleIf)
  if (!visible.ok) return visible
  const help = words(input.helpDe, input.helpEn)
  const common = { label: { de: input.labelDe, en: input.labelEn }, help, visibleIf: visible.value }
  if (!isGroup(known)) return fieldFrom(form, { ...known, ...common }, input)
  const [min, max] = [whole(input.min), whole(input.max)]
  if (min === undefined || min > 100) return refuse('notANumber', { field: 'min' })
  if (max === undefined || max > 100) return refuse('notANumber', { field: 'max' })
  return ok({ ...known, ...common, min, max, itemLabel: { de: input.itemLabelDe, en: input.itemLabelEn } } satisfies FieldGroup)
}

function fieldFrom(form: FormDefinition, known: Field, input: ItemForm): Result<Field> {
  const needed = input.need === 'when' ? conditionSent(form, 'needed', input, known.requiredIf) : ok(undefined)
  if (!needed.ok) return needed
  const checks = checksFrom(known, input)
  if (!checks.ok) return checks
  const calculated = known.kind === 'calculated' ? calculationFrom(form, known, input) : ok(undefined)
  if (!calculated.ok) return calculated
  const prefill =
    input.prefillSource && input.prefillAttribute ? { source: input.prefillSource, attribute: input.prefillAttribute } : undefined
  const chooses = known.kind === 'choice' || known.kind === 'multiChoice'
  return ok({
    ...known,
    optional: input.need === 'yes' ? undefined : true,
    requiredIf: needed.value,
    checks: checks.value,
    ...(chooses && { options: optionsFrom(known.options ?? [], input.options) }),
    ...(known.kind === 'number' && { decimals: whole(input.decimals) ?? 0, unit: words(input.unitDe, input.unitEn) }),
    ...(partsIn(known).length > 0 && { parts: input.parts.filter((part) => partsIn(known).includes(part)) }),
    ...(known.kind === 'address' && { anywhere: input.anywhere === 'on' || undefined }),
    ...(known.kind === 'calculated' && {
      expression: expressionFrom(calculated.value ?? { way: 'none' }, known.expression),
      result: input.result,
      fee: (input.fee === 'on' && input.result === 'money') || undefined,
    }),
    prefill,
    readOnly: input.readOnly === 'on' || undefined,
    onceOnly: input.onceOnly || undefined,
    dataClass: input.dataClass || undefined,
    purpose: words(input.purposeDe, input.purposeEn),
    legalBasis: input.legalBasis || undefined,
    trustLevel: input.trustLevel || undefined,
  })
}

export const partsIn = ({ kind }: Field): readonly string[] => (kind in partsOf ? partsOf[kind as keyof typeof partsOf] : [])

function checksFrom({ kind, checks: known }: Field, input: ItemForm): Result<Field['checks']> {
  const checks: NonNullable<Field['checks']> = { ...(known?.must && { must: known.must }) }
  const counts =
    kind === 'text' || kind === 'longText'
      ? (['minLength', 'maxLength'] as const)
      : kind === 'multiChoice'
        ? (['minChosen', 'maxChosen'] as const)
        : kind === 'upload'
          ? (['minFiles', 'maxFiles'] as const)
          : []
  const most = kind === 'upload' ? 20 : kind === 'multiChoice' ? 200 : 20_000
  for (const name of counts) {
    if (!input[name]) continue
    const count = whole(input[name])
    if (count === undefined || count > most) return refuse('notANumber', { field: name })
    checks[name] = count
  }
  if (kind === 'number' || kind === 'money')
    for (const name of ['min', 'max'] as const) {
      if (!input[name]) continue
      const amount = amountFrom(input[name], kind === 'money')
      if (amount === undefined) return refuse('notANumber', { field: name })
      checks[name] = amount
    }
  if (kind === 'date')
    for (const name of ['earliest', 'latest'] as const) {
      if (!input[name]) continue
      const day = dayRefFrom(input[name])
      if (!day) return refuse('dayNotRead', { field: name })
      checks[name] = day
    }
  if (kind === 'text' && input.pattern) checks.pattern = { regex: input.pattern, message: { de: input.patternDe, en: input.patternEn } }
  return ok(Object.keys(checks).length > 0 ? checks : undefined)
}

/** Lines "Deutsch | English | key"; an option that keeps its words or its key keeps all else. */
export function optionsFrom(known: readonly Option[], sent: string): Option[] {
  const lines = sent
    .split('\n')
    .filter((one) => one.trim())
    .slice(0, 200)
  const keys = new Set<string>()
  return lines.map((one) => {
    const [de = '', en = '', given = ''] = one.split('|').map((part) => part.trim().slice(0, 300))
    const same = known.find(({ key, label }) => (given ? key === given : label.de === de) && !keys.has(key))
    const fits = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,59}$/.test(given) && !keys.has(given)
    const key = same?.key ?? (fits ? given : freeKey(de || en, 'option', new Set([...keys, ...known.map((option) => option.key)])))
    keys.add(key)
    return { ...same, key, label: { de, en } }
  })
}

const optionsText = (options: readonly Option[] = []) => options.map(({ key, label }) => `${label.de} | ${label.en} | ${key}`).join('\n')

function calculationFrom(form: FormDefinition, known: Field, input: ItemForm): Result<Calculation> {
  const isMoney = input.result === 'money'
  const amount = amountFrom(input.amount || '0', isMoney)
  if (amount === undefined) return refuse('notANumber', { field: 'amount' })
  switch (input.way) {
    case 'fixed':
      return ok({ way: 'fixed', amount })
    case 'sum':
      return ok({ way: 'sum', fields: input.ofFields })
    case 'times':
      return input.ofField ? ok({ way: 'times', field: input.ofField, amount }) : refuse('fieldMissing', { field: 'ofField' })
    case 'count':
      return input.ofGroup ? ok({ way: 'count', group: input.ofGroup, amount }) : refuse('fieldMissing', { field: 'ofGroup' })
    case 'table':
      return tableFrom(form, input, isMoney)
    case 'own':
      return ok(calculationOf(known.expression).way === 'own' ? { way: 'own' } : { way: 'none' })
    default:
      return ok({ way: 'none' })
  }
}

/** Lines "Großer Hund = 120,00". */
function tableFrom(form: FormDefinition, { ofChoice, table: lines }: ItemForm, isMoney: boolean): Result<Calculation> {
  const field = fieldOf(form, ofChoice)?.item
  if (!field) return refuse('fieldMissing', { field: 'ofChoice' })
  const table: Record<string, number> = {}
  for (const one of lines.split('\n').filter((row) => row.trim())) {
    const at = one.lastIndexOf('=')
    const name = one.slice(0, Math.max(at, 0)).trim()
    const option = field.options?.find(({ key, label }) => key === name || label.de === name || label.en === name)
    const amount = at < 0 ? undefined : amountFrom(one.slice(at + 1), isMoney)
    if (!option || amount === undefined) return refuse('tableNotRead', { field: 'table', facts: { line: one.trim().slice(0, 80) } })
    table[option.key] = amount
  }
  return ok({ way: 'table', field: field.key, table })
}

/** A field or group as the fields of its page. */
export function itemInput(form: FormDefinition, item: Item): Record<string, unknown> {
  const common = {
    labelDe: item.label.de,
    labelEn: item.label.en,
    helpDe: item.help?.de,
    helpEn: item.help?.en,
    ...rowsInput(form, 'visible', item.visibleIf),
  }
  if (isGroup(item))
    return { ...common, min: String(item.min), max: String(item.max), itemLabelDe: item.itemLabel.de, itemLabelEn: item.itemLabel.en }
  const { checks = {}, kind } = item
  const isMoney = kind === 'money' || (kind === 'calculated' && item.result === 'money')
  return {
    ...common,
    need: item.requiredIf ? 'when' : item.optional ? 'no' : 'yes',
    ...rowsInput(form, 'needed', item.requiredIf),
    minLength: checks.minLength,
    maxLength: checks.maxLength,
    pattern: checks.pattern?.regex,
    patternDe: checks.pattern?.message.de,
    patternEn: checks.pattern?.message.en,
    min: amountText(checks.min, isMoney),
    max: amountText(checks.max, isMoney),
    decimals: item.decimals ?? 0,
    unitDe: item.unit?.de,
    unitEn: item.unit?.en,
    earliest: dayRefText(checks.earliest),
    latest: dayRefText(checks.latest),
    options: optionsText(item.options),
    minChosen: checks.minChosen,
    maxChosen: checks.maxChosen,
    minFiles: checks.minFiles,
    maxFiles: checks.maxFiles,
    parts: item.parts ?? [],
    anywhere: item.anywhere ? 'on' : '',
    ...calculationInput(form, item),
    result: item.result ?? 'money',
    fee: item.fee ? 'on' : '',
    prefillSource: item.prefill?.source,
    prefillAttribute: item.prefill?.attribute,
    readOnly: item.readOnly ? 'on' : '',
    onceOnly: item.onceOnly,
    dataClass: item.dataClass,
    purposeDe: item.purpose?.de,
    purposeEn: item.purpose?.en,
    legalBasis: item.legalBasis,
    trustLevel: item.trustLevel,
  }
}

function calculationInput(form: FormDefinition, item: Field): Record<string, unknown> {
  const known = calculationOf(item.expression)
  const isMoney = item.result !== 'number'
  switch (known.way) {
    case 'fixed':
      return { way: known.way, amount: amountText(known.amount, isMoney) }
    case 'sum':
      return { way: known.way, ofFields: known.fields }
    case 'times':
      return { way: known.way, ofField: known.field, amount: amountText(known.amount, isMoney) }
    case 'count':
      return { way: known.way, ofGroup: known.group, amount: amountText(known.amount, isMoney) }
    case 'table': {
      const options = fieldOf(form, known.field)?.item.options ?? []
      const lines = options.map(({ key, label }) => `${label.de || key} = ${amountText(known.table[key] ?? 0, isMoney)}`)
      return { way: known.way, ofChoice: known.field, table: lines.join('\n') }
    }
    default:
      return { way: known.way }
  }
}

/** Places where something can be put: pages, and the groups on them. */
export function homes(
  form: FormDefinition,
): { value: string; page: string; group: string | undefined; depth: number; label: { de: string; en: string } }[] {
  const groups = [...allItems(form)].filter(({ item }) => isGroup(item))
  return form.pages.flatMap((page) => [
    { value: page.key, page: page.key, group: undefined, depth: 0, label: page.title },
    ...groups
      .filter((placed) => placed.page === page)
      .map(({ item, groups: around }) => ({
        value: `${page.key}/${item.key}`,
        page: page.key,
        group: item.key,
        depth: 1 + around.length,
        label: item.label,
      })),
  ])
}

/** `page` or `page/group`. */
export const spotFrom = (home: string): { page: string; group: string | undefined } => {
  const [page = '', group] = home.split('/')
  return { page, group }
}
