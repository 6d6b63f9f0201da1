import type { Ctx } from './context.ts'

const answers = new WeakMap<Ctx, Map<string, Promise<unknown>>>()

/**
 * What several parts of one page ask is read once for all of them. `key` says what was asked, with everything that the answer depends on
 * beside town and actor. While something may be written each asks for itself. The value is shared: nobody changes it.
 */
export function once<T>(ctx: Ctx, key: string, read: () => Promise<T>): Promise<T> {
  if (!ctx.readOnly) return read()
  const known = answers.get(ctx) ?? new Map<string, Promise<unknown>>()
  answers.set(ctx, known)
  const answer = (known.get(key) as Promise<T> | undefined) ?? read()
  known.set(key, answer)
  return answer
}
