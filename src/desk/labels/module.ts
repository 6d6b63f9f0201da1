import type { Module } from '#platform/module.ts'
import { labelRoutes } from './labels.routes.tsx'
import { PATH } from './labels.view.tsx'
import { labelTexts } from './texts.ts'

/** Labels with QR codes for lamps, trees and playgrounds, to print. */
export const deskLabels: Module = {
  name: 'desk-labels',
  texts: labelTexts,
  routes: labelRoutes,
  nav: [{ area: 'desk', path: PATH, text: 'labels.title', may: 'report.see', order: 58 }],
}
