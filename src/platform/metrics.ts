import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

const registry = new Registry()
collectDefaultMetrics({ register: registry })

const requests = new Histogram({
  name: 'http_request_seconds',
  help: 'Time to answer, by method and status',
  labelNames: ['method', 'status'],
  buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
  registers: [registry],
})
const jobs = new Counter({
  name: 'jobs_total',
  help: 'Background tasks, by name and result',
  labelNames: ['task', 'result'],
  registers: [registry],
})
const statements = new Counter({ name: 'database_statements_total', help: 'Statements sent to the database', registers: [registry] })
const streams = new Gauge({ name: 'live_streams', help: 'Open streams of live changes', registers: [registry] })

export const countRequest = (method: string, status: number, seconds: number): void =>
  requests.labels(method, String(status)).observe(seconds)
export const countJob = (task: string, result: 'done' | 'failed'): void => jobs.labels(task, result).inc()
export const countStatement = (): void => statements.inc()
export const countStreams = (open: number): void => streams.set(open)

export const metricsText = async (): Promise<{ body: string; type: string }> => ({
  body: await registry.metrics(),
  type: registry.contentType,
})
