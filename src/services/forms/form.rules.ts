import { z } from 'zod'
import { Condition } from './condition.rules.ts'
import { Field, Key, TrustLevel, Words } from './field.rules.ts'
import { MAX_FIELDS, MAX_GROUP_DEPTH, MAX_ITEMS, MAX_NESTING } from './kinds.rules.ts'

/** Fields that are asked `min` to `max` times; its answers are a list, also where there is one at most. */
export type FieldGroup = {
  kind: 'group'
  key: string
  label: Words
  help?: Words | undefined
  /** "Kind {n}": what one of them is called; `{n}` is its number. */
  itemLabel: Words
  min: number
  max: number
  visibleIf?: Condition | undefined
  items: Item[]
  xdfRef?: string | undefined
}
export type Item = Field | FieldGroup

export const FieldGroup: z.ZodType<FieldGroup> = z.lazy(() =>
  z.object({
    kind: z.literal('group'),
    key: Key,
    label: Words,
    help: Words.optional(),
    itemLabel: Words,
    min: z.int().min(0).max(MAX_ITEMS),
    max: z.int().min(0).max(MAX_ITEMS),
    visibleIf: Condition.optional(),
    items: z.array(Item).max(60),
    xdfRef: z.string().max(60).optional(),
  }),
)
const Item: z.ZodType<Item> = z.lazy(() => z.union([Field, FieldGroup]))

/** One thing at a time: the fields that are asked together. */
export const Page = z.object({
  key: Key,
  title: Words,
  help: Words.optional(),
  visibleIf: Condition.optional(),
  items: z.array(Item).max(60),
})
export type Page = z.output<typeof Page>

/** Ends a way that leads nowhere, after the page `after`, before more is asked: why, and what to do instead. */
export const ExitPage = z.object({
  key: Key,
  after: z.string().max(60),
  when: Condition,
  title: Words,
  reason: Words,
  nextStep: Words,
  link: z
    .url({ protocol: /^https?$/ })
    .or(z.string().regex(/^\/[^/\\]/))
    .optional(),
})
export type ExitPage = z.output<typeof ExitPage>

/** A rule of an import that a person must translate into a condition first. */
export const OpenRule = z.object({ ref: z.string().max(60), place: z.string().max(200), text: z.string().max(5_000) })
export type OpenRule = z.output<typeof OpenRule>

/**
 * A second person who signs what was written before it counts as sent: a field of a person says who and by which address she is reached,
 * `declares` what she confirms with her name. Asked where that person is named and `when` holds.
 */
export const Cosigner = z.object({ person: z.string().max(60), declares: Words, when: Condition.optional() })
export type Cosigner = z.output<typeof Cosigner>

const Shape = z.object({
  key: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/),
  title: Words,
  intro: Words.optional(),
  /** The languages in which it must be complete. */
  languages: z
    .array(z.enum(['de', 'en']))
    .min(1)
    .max(2)
    .default(['de', 'en']),
  trustLevel: TrustLevel.default('none'),
  /** Hold for each personal field that names none of its own. */
  purpose: Words.optional(),
  legalBasis: z.string().max(300).optional(),
  pages: z.array(Page).max(60),
  exits: z.array(ExitPage).max(30).default([]),
  openRules: z.array(OpenRule).max(500).default([]),
  cosigners: z.array(Cosigner).max(3).default([]),
})

const nesting = (value: unknown): number => {
  let deepest = 0
  const waiting: [unknown, number][] = [[value, 0]]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [one, depth] = next
    deepest = Math.max(deepest, depth)
    if (one && typeof one === 'object') for (const inner of Object.values(one)) waiting.push([inner, depth + 1])
  }
  return deepest
}
/** Levels of JSON from the form to the innermost thing of a condition in a field in a group in a group. */
const MAX_LEVELS = 12 + 2 * MAX_NESTING

const groupDepth = (items: readonly Item[]): number =>
  Math.max(0, ...items.map((item) => (item.kind === 'group' ? 1 + groupDepth(item.items) : 0)))
const countOf = (items: readonly Item[]): number => items.reduce((n, item) => n + (item.kind === 'group' ? 1 + countOf(item.items) : 1), 0)

/**
 * A form as data. This says what can be kept as a draft; whether it can be published says `proveForm`.
 * What is nested too deeply is refused before it is read, so that no reader of it runs out of stack.
 */
export const FormDefinition = z
  .unknown()
  .refine((value) => nesting(value) <= MAX_LEVELS, { message: 'error.tooDeep' })
  .pipe(Shape)
  .refine(({ pages }) => pages.every(({ items }) => groupDepth(items) <= MAX_GROUP_DEPTH), { path: ['pages'], message: 'error.tooDeep' })
  .refine(({ pages }) => pages.reduce((n, { items }) => n + countOf(items), 0) <= MAX_FIELDS, {
    path: ['pages'],
    message: 'error.tooManyFields',
  })
export type FormDefinition = z.output<typeof FormDefinition>
