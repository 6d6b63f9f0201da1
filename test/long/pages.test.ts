import { afterAll } from 'vitest'
import { everyPage } from '../browser/pages/every-page.ts'
import { everyCombination } from '../browser/pages/matrix.ts'
import { startDemo } from '../setup/demo-server.ts'

let stop = async (): Promise<void> => {}
afterAll(() => stop())

/** What test/browser/pages.test.ts does with each page in one of four combinations of language, width and theme, with all in all eight. */
everyPage(
  async () => {
    const demo = await startDemo()
    stop = demo.stop
    return demo.url
  },
  { pages: everyCombination, forms: everyCombination },
)
