import { inject } from 'vitest'
import { everyPage } from './pages/every-page.ts'
import { fourCombinations, twoCombinations } from './pages/matrix.ts'

everyPage(async () => inject('demoUrl'), { pages: fourCombinations, forms: twoCombinations })
