import type { Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { launchBrowser } from '../setup/chromium.ts'
import { demoMail } from '../setup/demo-visitor.ts'
import { axeFindings, shapeFindings } from '../setup/look.ts'

const url = inject('demoUrl')
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

describe('subscriptions', () => {
  it('somebody without account subscribes on a phone without script, confirms by the mail and ends it', async () => {
    const page = await (
      await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'de-DE', javaScriptEnabled: false })
    ).newPage()
    const email = `abo.${Date.now().toString(36)}@post.example`
    await page.goto(`${url}/meldungen`)
    await page.getByRole('link', { name: 'Abonnieren' }).click()
    await page.getByLabel('E-Mail-Adresse').fill(email)
    await page.getByLabel('einmal am Tag, gesammelt').check()
    await page.getByRole('button', { name: 'Abonnieren' }).click()
    await page.getByText('Bitte bestätigen Sie das Abo').waitFor()

    const link = (await demoMail(url, email)).links.find((path) => path.startsWith('/abos/')) ?? ''
    await page.goto(url + link)
    await page.getByRole('button', { name: 'Ja, bestätigen' }).click()
    await page.getByText('Das Abo läuft').waitFor()

    await page.goto(url + link.replace(/\/bestaetigen$/, ''))
    expect(await shapeFindings(page, 'de')).toEqual([])
    await page.getByRole('button', { name: 'Beenden' }).click()
    await page.getByText('Das Abo ist beendet').first().waitFor()
  })

  it('form and page of a thing look right and axe finds nothing', async () => {
    for (const width of [360, 1280])
      for (const colorScheme of ['light', 'dark'] as const) {
        const page = await (await browser.newContext({ viewport: { width, height: 800 }, locale: 'de-DE', colorScheme })).newPage()
        for (const [name, path] of [
          ['form', '/meldungen/abo'],
          ['thing', '/objekte/L-10001'],
        ] as const) {
          await page.goto(url + path)
          expect(await shapeFindings(page, 'de')).toEqual([])
          if (process.env.PICTURES)
            await page.screenshot({ path: `${process.env.PICTURES}/${name}-${width}-${colorScheme}.png`, fullPage: true })
          expect(await axeFindings(page)).toEqual([])
        }
      }
  })
})
