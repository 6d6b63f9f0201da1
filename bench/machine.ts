import { cpus, loadavg, totalmem } from 'node:os'

/** What the figures were measured on. `loopMs`: a fixed piece of arithmetic, because a rented machine is not equally fast each hour. */
export const machineNow = () => ({
  cpu: cpus()[0]?.model,
  cores: cpus().length,
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  node: process.version,
  /** Of the last minute, before anything is measured: what else the machine has to do. */
  loadAverage: Math.round((loadavg()[0] ?? 0) * 10) / 10,
  at: new Date().toISOString(),
  loopMs: loopMs(),
})

/** The middle of five runs. */
function loopMs(): number {
  const times = Array.from({ length: 5 }, () => {
    const begin = performance.now()
    let sum = 0
    for (let i = 0; i < 50_000_000; i++) sum += i % 7
    return sum > 0 ? performance.now() - begin : 0
  })
  return Math.round(times.sort((a, b) => a - b)[2]!)
}
