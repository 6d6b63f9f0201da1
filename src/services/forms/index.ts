/**
 * Forms as data. README.md says how the parts fit together; a browser takes `evaluate.rules.ts` and `way.rules.ts` by themselves.
 * What a form is: `FormDefinition` and its parts, `allItems`, `fieldOf`, `groupOf`.
 * A form with answers: `evaluate`, then `errorsOn`, `nextStep`, `previousPage`, `stepToResume`; `feeOf`, `filesIn`, `neededDocuments`.
 * In words: `errorWords`, `conditionWords`, `findingWords`, `changeWords`.
 * Before it is published: `proveForm`, `canPublish`. From version to version: `diffForms`, `carryOver`, `replayForms`. For others: `jsonSchemaOf`.
 */
export type { Answer, Answers, ErrorCode, FileAnswer, PartsAnswer, PlaceAnswer } from './answer/answer.rules.ts'
export { partsAsked } from './answer/parts.rules.ts'
export { readAnswer } from './answer/read.rules.ts'
export { Condition, type DayRef, type FieldRef } from './condition.rules.ts'
export { errorWords } from './error-words.ts'
export { conditionHolds, type Evaluation, evaluate } from './evaluate.rules.ts'
export { Expression } from './expression.rules.ts'
export type { Facts } from './facts.rules.ts'
export { Checks, Field, Option, Words } from './field.rules.ts'
export { ExitPage, FieldGroup, FormDefinition, type Item, type OpenRule, Page } from './form.rules.ts'
export { allItems, fieldOf, groupOf, isGroup, type Placed } from './form-index.rules.ts'
export { type JsonSchema, jsonSchemaOf } from './json-schema.rules.ts'
export { type FieldKind, fieldKinds, freeParts, MAX_ITEMS, partsOf, type TrustLevel, trustLevels } from './kinds.rules.ts'
export { feeOf, filesIn, fillMinutes, type NeededDocument, neededDocuments } from './outline.rules.ts'
export { fitsPattern, knowsPattern } from './pattern/pattern.rules.ts'
export type { Finding, FindingKind, Place } from './proof/finding.rules.ts'
export { findingWords } from './proof/finding-words.ts'
export { canPublish, proveForm } from './proof/proof.rules.ts'
export type { FieldError, FieldState, GroupState, NodeState, PageState } from './state.rules.ts'
export { type Carried, carryOver, type Dropped } from './versions/carry.rules.ts'
export { changeWords } from './versions/change-words.ts'
export { type Change, diffForms } from './versions/diff.rules.ts'
export { type Difference, type Replay, replayForms, type Sent } from './versions/replay.rules.ts'
export { errorsOn, nextStep, previousPage, type Step, stepToResume } from './way.rules.ts'
export { conditionWords } from './words/condition-words.ts'
