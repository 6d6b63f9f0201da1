import { may } from '#platform/context.ts'
import type { Module } from '#platform/module.ts'
import { replayJob } from './replay.jobs.ts'
import { replayChangedSince } from './replay.sql.ts'
import { routingTexts } from './texts.ts'

/** Versions of the table of responsibilities, and their replay over the last year. */
export const reportRouting: Module = {
  name: 'reportRouting',
  texts: routingTexts,
  jobs: [replayJob],
  topics: [
    {
      kind: 'routing',
      allowed: async (ctx, id) => id === '' && may(ctx, 'report.configure'),
      // A replay goes on without events: what counts is when it wrote last.
      changedSince: (ctx, _, since) => replayChangedSince(ctx, new Date(Number.parseInt(since.replaceAll('-', '').slice(0, 12), 16))),
    },
  ],
}
