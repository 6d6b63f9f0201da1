import { inject } from 'vitest'
import { everyPage } from './pages/every-page.ts'
import { fourCombinations, twoLooks } from './pages/matrix.ts'

everyPage(async () => inject('demoUrl'), { pages: fourCombinations, forms: twoLooks })
