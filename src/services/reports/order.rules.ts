/** The list with one member a place up or down, positions counted anew from 0. Undefined if `id` is not in it. */
export function moved<T extends { position: number }>(list: readonly T[], isIt: (one: T) => boolean, move: 'up' | 'down'): T[] | undefined {
  const at = list.findIndex(isIt)
  if (at < 0) return undefined
  const to = Math.min(list.length - 1, Math.max(0, at + (move === 'up' ? -1 : 1)))
  const order = [...list]
  const [it] = order.splice(at, 1)
  order.splice(to, 0, it!)
  return order.map((one, position) => ({ ...one, position }))
}
