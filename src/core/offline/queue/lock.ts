/**
 * Runs `work` while nobody else on this device sends for this town, and waits for them if need be. The browser lets go of the lock when
 * the page or worker is gone, so what that one had begun can go on at once (`alone`). Without locks the leases of the entries keep two apart.
 */
export async function oneAtATime<T>(base: string, work: (alone: boolean) => Promise<T>): Promise<T> {
  if (!navigator.locks) return await work(false)
  return await navigator.locks.request(`stadtplatz-unsent ${base}`, () => work(true))
}
