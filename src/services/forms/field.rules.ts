import { z } from 'zod'
import { Condition, DayRef } from './condition.rules.ts'
import { Expression } from './expression.rules.ts'
import { dataClasses, fieldKinds, prefillSources, trustLevels } from './kinds.rules.ts'

/** Words of a form. A draft may lack a language; a form cannot be published so. */
export const Words = z.object({ de: z.string().max(5_000).default(''), en: z.string().max(5_000).default('') })
export type Words = z.output<typeof Words>

export const Key = z.string().regex(/^[a-z][a-zA-Z0-9]{0,39}$/)

export const TrustLevel = z.enum(trustLevels)

export const Option = z.object({
  key: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,59}$/),
  label: Words,
  help: Words.optional(),
  /** Offered only then. */
  onlyIf: Condition.optional(),
})
export type Option = z.output<typeof Option>

/** Numbers in the unit of the field: money in cents. `earliest` and `latest` are for days. `chosen` and `files` count. */
export const Checks = z.object({
  minLength: z.int().min(0).max(20_000).optional(),
  maxLength: z.int().min(0).max(20_000).optional(),
  min: z.number().min(-1e12).max(1e12).optional(),
  max: z.number().min(-1e12).max(1e12).optional(),
  earliest: DayRef.optional(),
  latest: DayRef.optional(),
  /** The whole answer must fit (pattern.rules.ts says what is understood). */
  pattern: z.object({ regex: z.string().min(1).max(300), message: Words }).optional(),
  minChosen: z.int().min(0).max(200).optional(),
  maxChosen: z.int().min(0).max(200).optional(),
  minFiles: z.int().min(0).max(20).optional(),
  maxFiles: z.int().min(0).max(20).optional(),
  /** What must be so besides, such as an end after its beginning. */
  must: z
    .array(z.object({ that: Condition, message: Words }))
    .max(10)
    .optional(),
})
export type Checks = z.output<typeof Checks>

/** One shape for all kinds: what does not belong to the kind is left out. */
export const Field = z.object({
  key: Key,
  kind: z.enum(fieldKinds),
  label: Words,
  help: Words.optional(),
  visibleIf: Condition.optional(),
  /** A field is required unless it is optional; an optional one is required where `requiredIf` holds. */
  optional: z.boolean().optional(),
  requiredIf: Condition.optional(),
  checks: Checks.optional(),
  /** Of choice and multiChoice. */
  options: z.array(Option).max(200).optional(),
  /** Of number (0 to 6), and of a calculated number. */
  decimals: z.int().min(0).max(6).optional(),
  unit: Words.optional(),
  /** Of person, organisation and address. */
  parts: z.array(z.string().max(40)).max(12).optional(),
  /** An address need not lie in the town. */
  anywhere: z.boolean().optional(),
  /** Of calculated. */
  expression: Expression.optional(),
  result: z.enum(['number', 'money']).optional(),
  /** What is to be paid; only of calculated money. */
  fee: z.boolean().optional(),
  /** The person sees it and cannot change it. */
  readOnly: z.boolean().optional(),
  /** Proposed, shown and never silently sent. */
  prefill: z.object({ source: z.enum(prefillSources), attribute: z.string().min(1).max(60) }).optional(),
  /** Under this name the answer may be offered again in another form. */
  onceOnly: z.string().min(1).max(60).optional(),
  dataClass: z.enum(dataClasses).optional(),
  purpose: Words.optional(),
  legalBasis: z.string().max(300).optional(),
  trustLevel: TrustLevel.optional(),
  /** Id and version in the federal store of data fields. */
  xdfRef: z.string().max(60).optional(),
})
export type Field = z.output<typeof Field>
