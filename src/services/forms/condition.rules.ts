import { z } from 'zod'
import { type Comparison, comparisons } from './kinds.rules.ts'

/** Names a field by its key, and within a person, organisation or address one of its parts. */
export const FieldRef = z.object({ field: z.string().min(1).max(60), part: z.string().min(1).max(40).optional() })
export type FieldRef = z.output<typeof FieldRef>

/** A day: fixed, so many days or years from today, or the answer to another field. */
export const DayRef = z.union([
  z.object({ day: z.iso.date() }),
  z.object({ today: z.literal(true), days: z.int().min(-73_000).max(73_000).optional(), years: z.int().min(-200).max(200).optional() }),
  FieldRef,
])
export type DayRef = z.output<typeof DayRef>

const Fixed = z.union([z.string().max(300), z.number(), z.boolean()])
/** What a comparison compares with: a fixed value as answers are kept (money in cents, days as YYYY-MM-DD), or another field, or a day. */
const Operand = z.union([z.object({ value: Fixed }), DayRef])
export type Operand = z.output<typeof Operand>

/**
 * When something is shown, required or ends. What is not answered, hidden or not readable is empty. With an empty field each comparison
 * is false but `ne`, which is always the opposite of `eq`. Of several choices `eq` and `in` mean that it is among the chosen.
 */
export type Condition =
  | { op: 'and' | 'or'; of: Condition[] }
  | { op: 'not'; of: Condition }
  | { op: Comparison; left: FieldRef; right: Operand }
  | { op: 'in'; left: FieldRef; values: (string | number | boolean)[] }
  | { op: 'isEmpty'; left: FieldRef }
  /** A place or address lies in an area of the town. */
  | { op: 'inArea'; left: FieldRef; area: string }
  /** Whole years from the day in `left` to the day `on`, by §§ 187, 188 BGB, compared with `years`. */
  | { op: 'ageOn'; left: FieldRef; on: DayRef; is: 'lt' | 'le' | 'gt' | 'ge'; years: number }

export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.discriminatedUnion('op', [
    z.object({ op: z.enum(['and', 'or']), of: z.array(Condition).min(1).max(20) }),
    z.object({ op: z.literal('not'), of: Condition }),
    z.object({ op: z.enum(comparisons), left: FieldRef, right: Operand }),
    z.object({ op: z.literal('in'), left: FieldRef, values: z.array(Fixed).min(1).max(200) }),
    z.object({ op: z.literal('isEmpty'), left: FieldRef }),
    z.object({ op: z.literal('inArea'), left: FieldRef, area: z.string().min(1).max(60) }),
    z.object({
      op: z.literal('ageOn'),
      left: FieldRef,
      on: DayRef,
      is: z.enum(['lt', 'le', 'gt', 'ge']),
      years: z.int().min(0).max(150),
    }),
  ]),
)
