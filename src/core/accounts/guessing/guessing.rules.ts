/** At most `points` attempts in `seconds`. */
export type Allowance = { points: number; seconds: number }

/**
 * Guesses at one account. A device on which the owner signed in before has an allowance of its own, so that strangers who
 * use up theirs do not lock her out. For strangers, one network has few attempts, and all of them together have a hundred an
 * hour by all ways: passwords, and five answers to the code in each mail.
 */
export const allowances = {
  knownDevice: { points: 10, seconds: 900 },
  network: { points: 10, seconds: 3600 },
  strangers: { points: 40, seconds: 3600 },
  mailsByNetwork: { points: 5, seconds: 3600 },
  mails: { points: 12, seconds: 3600 },
} as const satisfies Record<string, Allowance>
