import { inject } from 'vitest'
import { everyPage } from './pages/every-page.ts'
import { fourCombinations, twoLooks } from './pages/matrix.ts'

// Each page once, in one of the two languages and in two of the four looks; `npm run test:long -- pages` looks at all in all eight.
everyPage(async () => inject('demoUrl'), { pages: fourCombinations, forms: twoLooks, shared: true })
