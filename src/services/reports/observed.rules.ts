/** A phone's clock may be wrong by so much. */
const AHEAD_MS = 5 * 60_000
/** What waited longer than this on a phone is rather a wrong clock. */
const OLD_MS = 30 * 86_400_000

/** Why the time that a device names for what it saw cannot be believed, measured by when it arrived. */
export function clockDoubt(observedAt: Date, receivedAt: Date): 'future' | 'old' | undefined {
  const lateMs = receivedAt.getTime() - observedAt.getTime()
  if (lateMs < -AHEAD_MS) return 'future'
  return lateMs > OLD_MS ? 'old' : undefined
}
