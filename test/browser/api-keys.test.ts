import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { launchBrowser } from '../setup/chromium.ts'

const url = inject('demoUrl')

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

async function administrator(javaScriptEnabled: boolean): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'de-DE', javaScriptEnabled })).newPage()
  await page.goto(`${url}/anmelden`)
  await page.getByRole('button', { name: /Wiebke Thalmayr/ }).click()
  await page.waitForURL((address) => !address.pathname.startsWith('/anmelden'))
  return page
}

/** Whether a program gets in with it: without a service the call is refused for that reason alone. */
const opens = async (key: string): Promise<boolean> => {
  const answer = await fetch(`${url}/open311/v2/requests.json`, { method: 'POST', body: new URLSearchParams({ api_key: key }) })
  return answer.status === 400 && ((await answer.json()) as { code: number }[])[0]?.code === 40002
}

it.each([
  ['with a script', true],
  ['without a script', false],
])('a key for a program is issued, shown once, renamed and revoked, %s', async (_, javaScriptEnabled) => {
  const page = await administrator(javaScriptEnabled)
  const name = `Mängel-App ${javaScriptEnabled ? 'A' : 'B'}`
  await page.goto(`${url}/verwaltung`)
  await page.getByRole('link', { name: 'Zugangsschlüssel' }).first().click()
  await page.getByRole('link', { name: 'Neuer Schlüssel' }).click()

  // What is missing is said, and what was typed is kept.
  await page.getByLabel('Name').fill(name)
  await page.getByRole('button', { name: 'Schlüssel ausstellen' }).click()
  await page.locator('.kern-error, .error-summary').first().waitFor()
  expect(await page.getByLabel('Name').inputValue()).toBe(name)
  await page.getByLabel('Meldungen senden').check()
  await page.getByRole('button', { name: 'Schlüssel ausstellen' }).click()
  await page.getByText('Der Schlüssel ist ausgestellt').waitFor()
  const key = await page.getByLabel('Schlüssel', { exact: true }).inputValue()
  expect(key).toMatch(/^stadtplatz_[\w-]{43}$/)
  expect(await opens(key)).toBe(true)

  // Somebody else who looks sees the four letters, and when it was used.
  const address = page.url()
  const other = await administrator(javaScriptEnabled)
  await other.goto(address)
  expect(await other.content()).not.toContain(key)
  expect(await other.locator('main').innerText()).toContain(key.replace('stadtplatz_', '').slice(0, 4))
  await expect
    .poll(async () => {
      await other.goto(`${url}/verwaltung/schluessel`)
      return await other.locator('tr', { hasText: name }).innerText()
    })
    .not.toContain('nie')

  await other.goto(address)
  await other.getByLabel('Name').fill(`${name} neu`)
  await other.getByRole('button', { name: 'Umbenennen' }).click()
  await other.getByRole('heading', { level: 1, name: `${name} neu` }).waitFor()
  await other.getByText('Widerrufen …').click()
  await other.getByRole('button', { name: 'Schlüssel endgültig widerrufen' }).click()
  await other.getByText(`Der Schlüssel „${name} neu“ gilt nicht mehr.`).waitFor()
  expect(await opens(key)).toBe(false)
  await other.goto(address)
  expect(await other.getByRole('button', { name: 'Umbenennen' }).count()).toBe(0)
  expect(await other.locator('main').innerText()).toContain('Zugangsschlüssel widerrufen')
  for (const each of [page, other]) await each.context().close()
})
