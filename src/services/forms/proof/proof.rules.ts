import type { FormDefinition } from '../form.rules.ts'
import { proveCosigners } from './cosigner.rules.ts'
import { proveData } from './data.rules.ts'
import type { Finding } from './finding.rules.ts'
import { proveLimits } from './limit.rules.ts'
import { proveWays } from './reach.rules.ts'
import { proveReferences } from './reference.rules.ts'
import { proveStructure } from './structure.rules.ts'
import { proveValues } from './value.rules.ts'
import { proveWords } from './words.rules.ts'

/** What the town knows: the day it is, and which attributes of people it has already (names as in `onceOnly`). */
export type Known = { today: string; attributes?: readonly string[] }

/** What an account tells of who applies (services/applications/pages/prefill.ts fills it in). */
export const accountAttributes: readonly string[] = ['name', 'email']

/**
 * Everything that is wrong with a form or should be looked at, faults first. Finding a fault means that it is one: what could not be
 * decided is a hint.
 */
export function proveForm(form: FormDefinition, { today, attributes = [] }: Known): Finding[] {
  const findings = [
    ...proveStructure(form),
    ...proveWords(form),
    ...proveReferences(form),
    ...proveCosigners(form),
    ...proveValues(form),
    ...proveLimits(form, today),
    ...proveData(form, attributes),
    ...proveWays(form, today),
  ]
  return [...findings.filter(({ grade }) => grade === 'fault'), ...findings.filter(({ grade }) => grade === 'hint')]
}

export const canPublish = (findings: readonly Finding[]): boolean => findings.every(({ grade }) => grade === 'hint')
