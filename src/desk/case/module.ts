import type { Module } from '#platform/module.ts'
import { caseRoutes } from './case.routes.tsx'
import { deskCaseTexts } from './texts.ts'

export const deskCase: Module = { name: 'desk-case', texts: deskCaseTexts, routes: caseRoutes }
