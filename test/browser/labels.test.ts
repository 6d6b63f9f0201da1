import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { launchBrowser } from '../setup/chromium.ts'

const url = inject('demoUrl')
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

it('240 labels are ten sheets of A4, and nothing on a label is wider or higher than its place', async () => {
  const context = await browser.newContext({ viewport: { width: 794, height: 1123 }, javaScriptEnabled: false, locale: 'de-DE' })
  const page = await context.newPage()
  await page.goto(`${url}/anmelden`)
  await page.getByRole('button', { name: /Heike Lohmar/ }).click()
  await page.waitForURL((address) => !address.pathname.startsWith('/anmelden'))
  await page.goto(`${url}/amt/objekte/etiketten?art=lamp`)
  expect(await page.locator('.plate-label').count()).toBe(240)
  await page.emulateMedia({ media: 'print' })
  const wrong = await page.locator('.plate-label').evaluateAll((labels) =>
    labels.flatMap((label) => {
      const box = label.getBoundingClientRect()
      const inside = [...label.querySelectorAll('.qr-code, .plate-label__words, .plate-label__words > *')].every((part) => {
        const { left, right, top, bottom } = part.getBoundingClientRect()
        return left >= box.left && right <= box.right && top >= box.top && bottom <= box.bottom
      })
      const exact = Math.abs(box.width - 264.57) < 1 && Math.abs(box.height - 139.84) < 1
      return inside && exact && label.scrollHeight <= label.clientHeight ? [] : [`${label.textContent} ${box.width}×${box.height}`]
    }),
  )
  expect(wrong).toEqual([])
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1')
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(10)
  expect(pdf).toMatch(/MediaBox \[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]/)
  await context.close()
})
