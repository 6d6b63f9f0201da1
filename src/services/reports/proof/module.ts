import type { Module } from '#platform/module.ts'
import { objectionRoutes } from './objection.routes.tsx'
import { settleSchedule } from './settle.job.ts'
import { proofTexts } from './texts.ts'

/** Proof of repair, objections, and the end of the time for them. */
export const reportProof: Module = { name: 'reportProof', texts: proofTexts, routes: objectionRoutes, schedules: [settleSchedule] }
