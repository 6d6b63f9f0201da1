import type { Module } from '#platform/module.ts'
import { memoryRoutes } from './memory.routes.tsx'
import { deskMemoryTexts } from './texts.ts'

export const deskMemory: Module = {
  name: 'desk-memory',
  texts: deskMemoryTexts,
  routes: memoryRoutes,
  permissions: { 'memory.see': ['clerk', 'lead', 'auditor'] },
  nav: [{ area: 'desk', path: '/amt/gedaechtnis', text: 'desk.memory.title', may: 'memory.see', order: 30 }],
}
