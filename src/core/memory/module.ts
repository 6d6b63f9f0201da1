import type { Module } from '#platform/module.ts'
import { reactionJob } from './event.verbs.ts'

export const memory: Module = { name: 'memory', texts: { de: {}, en: {} }, jobs: [reactionJob] }
