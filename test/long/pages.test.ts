import { afterAll } from 'vitest'
import { everyPage } from '../browser/pages/every-page.ts'
import { everyCombination } from '../browser/pages/matrix.ts'
import { startDemo } from '../setup/demo-server.ts'

let stop = async (): Promise<void> => {}
afterAll(() => stop())

/** Every page of the registry in every combination of language, width and theme. */
everyPage(
  async () => {
    const demo = await startDemo()
    stop = demo.stop
    return demo.url
  },
  { pages: everyCombination, forms: everyCombination },
)
