import type { Module } from '#platform/module.ts'
import { MANAGE_TEXT_BLOCKS, WRITE_TEXT_BLOCKS } from '#services/cases/index.ts'
import { textBlockRoutes } from './text-blocks.routes.tsx'
import { textBlockTexts } from './texts.ts'

export const deskTextBlocks: Module = {
  name: 'desk-textblocks',
  texts: textBlockTexts,
  routes: textBlockRoutes,
  permissions: {
    [MANAGE_TEXT_BLOCKS]: ['dispatcher', 'editor', 'admin'],
    [WRITE_TEXT_BLOCKS]: ['clerk', 'lead', 'dispatcher', 'editor', 'admin'],
  },
  nav: [{ area: 'desk', path: '/amt/textbausteine', text: 'textBlocks.title', may: WRITE_TEXT_BLOCKS, order: 60 }],
}
