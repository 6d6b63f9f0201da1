import { z } from 'zod'
import { Condition, DayRef, FieldRef } from './condition.rules.ts'
import { type Rounding, roundings } from './kinds.rules.ts'

/**
 * How a field is calculated. Money is counted in cents. In sums what is empty counts as nothing; a product, difference or quotient with
 * an empty part, and a division by zero, are empty. Yes counts 1, no 0.
 */
export type Expression =
  | { op: 'value'; value: number }
  | { op: 'field'; field: string; part?: string | undefined }
  | { op: 'sum' | 'product' | 'smallest' | 'largest'; of: Expression[] }
  | { op: 'difference' | 'quotient'; left: Expression; right: Expression }
  | { op: 'if'; when: Condition; so: Expression; otherwise: Expression }
  /** How many there are of a group, or of those for which a condition holds in their own scope. */
  | { op: 'count'; group: string; where?: Condition | undefined }
  | { op: 'sumOver'; group: string; of: Expression; where?: Condition | undefined }
  /** A value for each option that may be chosen; of several choices their sum. */
  | { op: 'lookup'; field: string; table: Record<string, number>; otherwise?: number | undefined }
  /** Days from one to the other; both counted when `inclusive`. */
  | { op: 'days'; from: DayRef; to: DayRef; inclusive?: boolean | undefined }
  /** To so many decimals; −2 rounds cents to whole euros. Half goes away from zero, up and down go along the number line. */
  | { op: 'round'; of: Expression; decimals: number; way: Rounding }

const amount = z.number().min(-1e12).max(1e12)

export const Expression: z.ZodType<Expression> = z.lazy(() =>
  z.discriminatedUnion('op', [
    z.object({ op: z.literal('value'), value: amount }),
    z.object({ op: z.literal('field'), ...FieldRef.shape }),
    z.object({ op: z.enum(['sum', 'product', 'smallest', 'largest']), of: z.array(Expression).min(1).max(30) }),
    z.object({ op: z.enum(['difference', 'quotient']), left: Expression, right: Expression }),
    z.object({ op: z.literal('if'), when: Condition, so: Expression, otherwise: Expression }),
    z.object({ op: z.literal('count'), group: z.string().min(1).max(60), where: Condition.optional() }),
    z.object({ op: z.literal('sumOver'), group: z.string().min(1).max(60), of: Expression, where: Condition.optional() }),
    z.object({
      op: z.literal('lookup'),
      field: z.string().min(1).max(60),
      table: z.record(z.string().max(60), amount),
      otherwise: amount.optional(),
    }),
    z.object({ op: z.literal('days'), from: DayRef, to: DayRef, inclusive: z.boolean().optional() }),
    z.object({ op: z.literal('round'), of: Expression, decimals: z.int().min(-6).max(6), way: z.enum(roundings) }),
  ]),
)
