/** What people can cause is returned, never thrown. */
export type Result<T, R extends string = string> = { ok: true; value: T } | { ok: false; refusal: Refusal<R> }

/** `code` names the reason (its text is `refusal.<code>` in the catalogues), `field` the input it belongs to. */
export type Refusal<R extends string = string> = {
  code: R
  field?: string
  facts?: Record<string, string | number>
  /** What the verb wrote stays although it refused: counted attempts. */
  keep?: boolean
}

export const ok = <T>(value: T) => ({ ok: true, value }) as const

export const refuse = <R extends string>(code: R, more: Omit<Refusal<R>, 'code'> = {}) =>
  ({ ok: false, refusal: { code, ...more } }) as const
