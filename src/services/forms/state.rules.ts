import type { Answer, ErrorCode } from './answer/answer.rules.ts'
import type { Field, Words } from './field.rules.ts'
import type { FieldGroup, Page } from './form.rules.ts'

/** One fault of one answer. `path` is `field`, `group.0.field` or `person.birthDate`. Own words of the form go before the text of `code`. */
export type FieldError = { path: string; page: string; code: ErrorCode; params?: Record<string, string | number>; message?: Words }

/** A field that is to be seen now. `offered` are the options that may be chosen now. */
export type FieldState = {
  kind: 'field'
  path: string
  field: Field
  required: boolean
  value: Answer | undefined
  offered: readonly string[]
  errors: readonly FieldError[]
}

export type GroupState = {
  kind: 'group'
  path: string
  group: FieldGroup
  /** One for each answered so far; a page shows at least as many as the group wants. */
  entries: readonly { path: string; nodes: readonly NodeState[] }[]
  errors: readonly FieldError[]
}
export type NodeState = FieldState | GroupState

/** A page that is to be seen now, with what is to be seen on it. */
export type PageState = { key: string; page: Page; nodes: readonly NodeState[]; errors: readonly FieldError[] }
