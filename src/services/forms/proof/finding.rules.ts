import type { Words } from '../field.rules.ts'

/** What a proof can find. A fault keeps a form from being published, a hint does not. Texts: `form.finding.KIND`. */
export const findingKinds = {
  // What is there
  noPages: 'fault',
  emptyPage: 'fault',
  emptyGroup: 'fault',
  doubledKey: 'fault',
  doubledOption: 'fault',
  noOptions: 'fault',
  oneOption: 'hint',
  noExpression: 'fault',
  feeNotMoney: 'fault',
  unknownPart: 'fault',
  unusedSetting: 'hint',
  cosignerUnreachable: 'fault',
  cosignerAnonymous: 'fault',
  // References
  unknownField: 'fault',
  unknownGroup: 'fault',
  outOfScope: 'fault',
  forward: 'fault',
  circle: 'fault',
  unknownPage: 'fault',
  wrongValue: 'fault',
  noOption: 'fault',
  priceMissing: 'hint',
  // Ways
  unreachablePage: 'fault',
  unreachableItem: 'fault',
  unreachableOption: 'fault',
  unreachableExit: 'fault',
  requiredNever: 'fault',
  unanswerable: 'fault',
  deadEnd: 'fault',
  cosignerNever: 'fault',
  notDecided: 'hint',
  notToday: 'hint',
  // Limits
  minOverMax: 'fault',
  chosenOverOptions: 'fault',
  patternUnknown: 'fault',
  patternLength: 'fault',
  // Words
  wordsMissing: 'fault',
  languageMissing: 'fault',
  noNextStep: 'fault',
  // Data
  noPurpose: 'fault',
  noLegalBasis: 'fault',
  trustTooLow: 'hint',
  alreadyKnown: 'hint',
  askedTwice: 'hint',
  openRule: 'fault',
} as const satisfies Record<string, 'fault' | 'hint'>
export type FindingKind = keyof typeof findingKinds

/** Where: `path` is that of a field or group (`group.field`). */
export type Place = { page?: string; path?: string; exit?: string; option?: string }

export type Finding = { kind: FindingKind; grade: 'fault' | 'hint'; place: Place; params: Record<string, string | number | Words> }

export const found = (kind: FindingKind, place: Place, params: Finding['params'] = {}): Finding => ({
  kind,
  grade: findingKinds[kind],
  place,
  params,
})
