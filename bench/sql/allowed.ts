import type { Allowed } from './plan.rules.ts'

/** Statements that may read a large table from front to back, each with its reason. */
export const allowedScans: readonly Allowed[] = []
