import type { Category } from './category.rules.ts'

export type Proposal = { categoryId: string; code: string; score: number }

/** Categories that a text points to, best first, at most `limit`: by keywords, stems and letter triples. No category scores above 1. */
export function proposeCategories(text: string, categories: readonly Category[], limit = 4): Proposal[] {
  throw new Error('not yet')
}
