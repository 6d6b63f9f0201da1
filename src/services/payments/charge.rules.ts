/** What is to be paid for a case. */
export type Charge = {
  id: string
  /** Undefined once the case was deleted: the books are kept longer. */
  caseId: string | undefined
  /** What for. */
  reason: string
  cents: number
  reference: string
  demandedAt: Date
  /** `YYYY-MM-DD` */
  dueOn: string
  paidCents: number
  settledAt: Date | undefined
  waivedAt: Date | undefined
  waivedReason: string | undefined
  remindedAt: Date | undefined
}

/** `overdue`: its day has passed. `partly`: something came, not all. `over`: more than all came. */
export type ChargeState = 'open' | 'partly' | 'overdue' | 'settled' | 'over' | 'waived'

export function stateOf(charge: Charge, today: string): ChargeState {
  const { cents, paidCents, dueOn, waivedAt } = charge
  if (overCents(charge) > 0) return 'over'
  if (waivedAt) return 'waived'
  if (paidCents === cents) return 'settled'
  if (dueOn < today) return 'overdue'
  return paidCents > 0 ? 'partly' : 'open'
}

/** What is owed in all, in cents: nothing where all was waived. Of what was paid in part, `cents` is that part after the rest was waived. */
export const owedCents = ({ cents, settledAt, waivedAt }: Charge): number => (waivedAt && !settledAt ? 0 : cents)

/** What came and is not owed, in cents. */
export const overCents = (charge: Charge): number => Math.max(0, charge.paidCents - owedCents(charge))

/** What is still to come, in cents; nothing where it was waived. */
export const openCents = ({ cents, paidCents, waivedAt }: Charge): number => (waivedAt ? 0 : Math.max(0, cents - paidCents))

/** Days until a fee is due unless the town says otherwise: a month, as notices of fees commonly say. */
export const DUE_DAYS = 30
/** More than any case has. */
export const MOST_CHARGES = 99
