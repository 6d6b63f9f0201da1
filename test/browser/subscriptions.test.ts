import type { Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { launchBrowser } from '../setup/chromium.ts'
import { demoMail } from '../setup/demo-visitor.ts'
import { shapeFindings } from '../setup/look.ts'

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
})
