import { hasParts, partsAsked } from './answer/parts.rules.ts'
import type { Condition } from './condition.rules.ts'
import type { Field } from './field.rules.ts'
import type { FieldGroup, FormDefinition, Item } from './form.rules.ts'
import { isGroup } from './form-index.rules.ts'
import { freeParts, LINE_LENGTH, LONG_LENGTH, MAX_ITEMS } from './kinds.rules.ts'
import { knowsPattern } from './pattern/pattern.rules.ts'

export type JsonSchema = { [key: string]: unknown }

/**
 * The answers that are submitted with a form as JSON Schema (draft 2020-12). It says less than the form: conditions that look at the day, at
 * an area, at parts, at other fields or out of a group stand as a comment, and what they decide is allowed to be there or not.
 */
export function jsonSchemaOf(form: FormDefinition, locale: 'de' | 'en' = 'de'): JsonSchema {
  const pages = form.pages.flatMap((page) => page.items.map((item) => ({ item, also: page.visibleIf })))
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: form.title[locale] || form.title.de || form.key,
    ...described(form.intro?.[locale]),
    ...objectOf(pages, locale),
  }
}

type Child = { item: Item; also?: Condition | undefined }

function objectOf(children: readonly Child[], locale: 'de' | 'en'): JsonSchema {
  const asked = children.filter(({ item }) => item.kind !== 'info')
  const inside = new Map(asked.flatMap(({ item }) => (isGroup(item) ? [] : [[item.key, item] as const])))
  const required: string[] = []
  const rules: JsonSchema[] = []
  for (const { item, also } of asked) {
    const seen = [also, item.visibleIf].filter((one) => one !== undefined)
    if (seen.length === 0) {
      if (mustBe(item)) required.push(item.key)
      else if (!isGroup(item) && item.requiredIf) rules.push(...ruleFor(item.requiredIf, inside, { required: [item.key] }))
      continue
    }
    const when: Condition = { op: 'and', of: seen }
    rules.push(...ruleFor(when, inside, mustBe(item) ? { required: [item.key] } : true, { properties: { [item.key]: false } }))
    if (!isGroup(item) && item.optional && item.requiredIf) {
      rules.push(...ruleFor({ op: 'and', of: [...seen, item.requiredIf] }, inside, { required: [item.key] }))
    }
  }
  return {
    type: 'object',
    properties: Object.fromEntries(
      asked.map(({ item }) => [item.key, isGroup(item) ? groupSchema(item, locale) : fieldSchema(item, locale)]),
    ),
    additionalProperties: false,
    ...(required.length && { required }),
    ...(rules.length && { allOf: rules }),
  }
}

const mustBe = (item: Item) =>
  isGroup(item) ? item.min > 0 : !item.optional && !item.readOnly && item.kind !== 'calculated' && item.kind !== 'info'

function ruleFor(when: Condition, inside: ReadonlyMap<string, Field>, then: unknown, otherwise?: unknown): JsonSchema[] {
  const condition = conditionSchema(when, inside)
  if (!condition) return [{ $comment: `If ${JSON.stringify(when)}` }]
  const rule = Object.entries({ if: condition, then, else: otherwise }).filter(([, schema]) => schema !== undefined)
  return [Object.fromEntries(rule)]
}

/** A condition on answers that stand beside each other; undefined where the schema cannot say it. */
function conditionSchema(condition: Condition, inside: ReadonlyMap<string, Field>): JsonSchema | undefined {
  if ('of' in condition) {
    const parts = [condition.of].flat().map((one) => conditionSchema(one, inside))
    if (!parts.every((one) => one !== undefined)) return undefined
    return condition.op === 'not' ? { not: parts[0] } : { [condition.op === 'and' ? 'allOf' : 'anyOf']: parts }
  }
  const { field: key, part } = condition.left
  const field = inside.get(key)
  if (!field || part !== undefined) return undefined
  const has = (value: unknown) => ({ required: [key], properties: { [key]: field.kind === 'multiChoice' ? { contains: value } : value } })
  switch (condition.op) {
    case 'isEmpty':
      return { not: { required: [key] } }
    case 'in':
      return has({ enum: condition.values })
    case 'inArea':
    case 'ageOn':
      return undefined
    default: {
      if (!('value' in condition.right)) return undefined
      const { value } = condition.right
      if (condition.op === 'eq') return has({ const: value })
      if (condition.op === 'ne') return { not: has({ const: value }) }
      const limit = limits[condition.op]
      return typeof value === 'number' && (field.kind === 'number' || field.kind === 'money' || field.kind === 'calculated')
        ? has({ [limit]: value })
        : undefined
    }
  }
}

const limits = { lt: 'exclusiveMaximum', le: 'maximum', gt: 'exclusiveMinimum', ge: 'minimum' } as const
const described = (text: string | undefined) => (text ? { description: text } : {})

function groupSchema({ label, help, min, max, items }: FieldGroup, locale: 'de' | 'en'): JsonSchema {
  return {
    title: label[locale],
    ...described(help?.[locale]),
    type: 'array',
    minItems: Math.max(min, 1),
    maxItems: Math.min(max, MAX_ITEMS),
    items: objectOf(
      items.map((item) => ({ item })),
      locale,
    ),
  }
}

function fieldSchema(field: Field, locale: 'de' | 'en'): JsonSchema {
  return {
    title: field.label[locale],
    ...described(field.help?.[locale]),
    ...valueSchema(field),
    ...(field.readOnly && { readOnly: true }),
  }
}

const string = (more: JsonSchema = {}): JsonSchema => ({ type: 'string', minLength: 1, ...more })
const point = {
  lat: { type: 'number', minimum: -90, maximum: 90 },
  lon: { type: 'number', minimum: -180, maximum: 180 },
}

function valueSchema(field: Field): JsonSchema {
  const { kind, checks = {}, options = [], decimals = 0 } = field
  switch (kind) {
    case 'text':
    case 'longText':
      return string({
        minLength: Math.max(checks.minLength ?? 1, 1),
        maxLength: checks.maxLength ?? (kind === 'text' ? LINE_LENGTH : LONG_LENGTH),
        ...(checks.pattern && knowsPattern(checks.pattern.regex) && { pattern: whole(checks.pattern.regex) }),
      })
    case 'number':
      return { type: decimals === 0 ? 'integer' : 'number', ...range(checks) }
    case 'money':
      return { type: 'integer', ...range(checks), $comment: 'cents' }
    case 'calculated':
      return { type: field.result === 'money' ? 'integer' : 'number', readOnly: true }
    case 'date':
      return string({ format: 'date' })
    case 'time':
      return string({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' })
    case 'choice':
      return { enum: options.map(({ key }) => key) }
    case 'multiChoice':
      return {
        type: 'array',
        items: { enum: options.map(({ key }) => key) },
        uniqueItems: true,
        minItems: Math.max(checks.minChosen ?? 1, 1),
        ...(checks.maxChosen !== undefined && { maxItems: checks.maxChosen }),
      }
    case 'yesNo':
      return { type: 'boolean' }
    case 'declaration':
      return { const: true }
    case 'email':
      return string({ format: 'email' })
    case 'iban':
      return string({ pattern: '^[A-Z]{2}\\d{2}[A-Z0-9]{1,30}$' })
    case 'phone':
      return string({ pattern: '^\\+[1-9]\\d{5,14}$' })
    case 'upload': {
      const file = { type: 'object', properties: { id: string(), name: { type: 'string' } }, required: ['id', 'name'] }
      return { type: 'array', items: file, minItems: Math.max(checks.minFiles ?? 1, 1), maxItems: checks.maxFiles ?? 10 }
    }
    case 'place':
      return { type: 'object', properties: { ...point, label: { type: 'string' } }, required: ['lat', 'lon', 'label'] }
    default:
      return hasParts(kind) ? partsSchema(field) : string()
  }
}

/** A pattern must fit the whole answer; what anchors it already is put inside. */
const whole = (regex: string) => `^(?:${regex.replace(/^\^/, '').replace(/(?<!\\)\$$/, '')})$`

const range = ({ min, max }: NonNullable<Field['checks']>) => ({
  ...(min !== undefined && { minimum: min }),
  ...(max !== undefined && { maximum: max }),
})

function partsSchema(field: Field): JsonSchema {
  const asked = partsAsked(field)
  return {
    type: 'object',
    properties: {
      ...Object.fromEntries(asked.map((part) => [part, string(part === 'birthDate' ? { format: 'date' } : { maxLength: LINE_LENGTH })])),
      ...(field.kind === 'address' && point),
    },
    additionalProperties: false,
    required: asked.filter((part) => !freeParts.has(part)),
  }
}
