import type { Browser, Page } from 'playwright'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { launchBrowser } from '../setup/chromium.ts'
import { signedInDemo } from '../setup/demo-visitor.ts'
import { sendReport } from './pages/reports.ts'

const url = inject('demoUrl')

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

type As = { who: string; width?: number; script?: boolean }

/** Somebody of the demo's town hall, signed in by the button with her name. */
async function signedIn({ who, width = 1280, script = true }: As): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    javaScriptEnabled: script,
    locale: 'de-DE',
  })
  const page = await context.newPage()
  await page.goto(`${url}/anmelden`)
  await page.getByRole('button', { name: new RegExp(who) }).click()
  await page.waitForURL((address) => !address.pathname.startsWith('/anmelden'))
  return page
}

/** Theirs that cannot be finished without a photo. */
const needsPhoto = 'ansicht=team&stand=accepted&q=Schlagloch'

/** The first report of a list in a state. */
async function openFirst(page: Page, query: string): Promise<string> {
  await page.goto(`${url}/amt/meldungen?${query}`)
  const link = page.locator('tbody a.desk-subject').first()
  const number = /M-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec((await link.getAttribute('href')) ?? '')?.[0] ?? ''
  expect(number, `a report for ${query}`).not.toBe('')
  await link.click()
  await page.waitForURL(`**/amt/meldungen/${number}*`)
  return number
}

const grey = sharp({ create: { width: 800, height: 600, channels: 3, background: '#7a7a72' } })
const photo = { name: 'nachher.jpg', mimeType: 'image/jpeg', buffer: await grey.jpeg().toBuffer() }

describe.each([true, false])('with script: %s', (script) => {
  it('a clerk accepts, asks back, goes on and settles with a photo', async () => {
    await sendReport(url, { text: 'Loch vor der Post' })
    const page = await signedIn({ who: 'Anja Wendehorst', script })
    await openFirst(page, 'ansicht=team&stand=assigned')

    await page.getByRole('button', { name: 'Annehmen', exact: true }).click()
    await page.getByText('Angenommen').first().waitFor()

    await page.locator('#schritt-ask > summary').click()
    await page.locator('#step-ask textarea').fill('Auf welcher Straßenseite ist es?')
    await page.getByRole('button', { name: 'Rückfrage senden' }).click()
    await page.getByText('Eine Rückfrage wartet auf Antwort').waitFor()

    await page.locator('#notiz > summary').click()
    await page.locator('#note textarea').fill('Anwohner gefragt')
    await page.getByRole('button', { name: 'Notiz speichern' }).click()
    await page.locator('.timeline').getByText('Anwohner gefragt').waitFor()
    expect(await page.locator('#note textarea').inputValue()).toBe('')

    await page.getByRole('button', { name: 'Ohne Antwort weiter' }).click()
    await page.locator('#schritt-finish > summary').waitFor()

    await page.locator('#schritt-finish > summary').click()
    await page.locator('#step-finish input[type=file]').setInputFiles(photo)
    await page.locator('#step-finish textarea').fill('Mit Asphalt gefüllt.')
    await page.getByRole('button', { name: 'Als erledigt melden' }).click()
    await page.getByText('Als erledigt gemeldet').waitFor()
    await expect.poll(() => page.getByText('Nachher').count()).toBeGreaterThan(0)
    expect(await page.getByText('Mit Asphalt gefüllt.').count()).toBeGreaterThan(0)
    await page.context().close()
  })

  it('refused, the form stands on top with what was typed', async () => {
    const page = await signedIn({ who: 'Heike Lohmar', script })
    await openFirst(page, needsPhoto)
    await page.locator('#schritt-finish > summary').click()
    await page.locator('#step-finish textarea').fill('Ohne Foto fertig')
    await page.getByRole('button', { name: 'Als erledigt melden' }).click()
    const again = page.locator('#again')
    await again.waitFor()
    expect(await again.locator('textarea').inputValue()).toBe('Ohne Foto fertig')
    await page.context().close()
  })

  it.runIf(script)('refused, the answer is seen although the report changed while the form was on its way', async () => {
    const page = await signedIn({ who: 'Heike Lohmar' })
    const number = await openFirst(page, needsPhoto)
    const colleague = await signedInDemo(url, 'Petra Uhlenbrock')
    await page.route('**/schritt', async (route) => {
      await colleague.post(`/amt/meldungen/${number}/notiz`, { text: 'Ich war gerade dort.' })
      // Long enough for the word of the change to be heard.
      await page.waitForTimeout(1_000)
      await route.continue()
    })
    await page.locator('#schritt-finish > summary').click()
    await page.getByRole('button', { name: 'Als erledigt melden' }).click()
    await page.locator('#again').waitFor()
    await page.context().close()
  })

  it('many at once: choose, see beforehand, do, see the result', async () => {
    const page = await signedIn({ who: 'Petra Uhlenbrock', script })
    await page.goto(`${url}/amt/meldungen?ansicht=open`)
    for (const box of await page
      .locator('tbody input[type=checkbox]')
      .all()
      .then((all) => all.slice(0, 2)))
      await box.check()
    await page.locator('#bulk select').selectOption('write')
    await page.locator('#bulk').getByRole('button', { name: 'Weiter zur Vorschau' }).click()
    await page.waitForURL('**/amt/meldungen/sammel?*')
    expect(await page.locator('tbody tr').count()).toBe(2)
    await page.locator('#bulk textarea[name=text]').fill('Wir kümmern uns diese Woche darum.')
    await page.getByRole('button', { name: 'Vorschau ansehen' }).click()
    await page.locator('#vorschau').waitFor()
    await page.getByRole('button', { name: /2 Meldungen schreiben/ }).click()
    await page.getByText('Bei 2 Meldungen hat es geklappt').waitFor()
    await page.context().close()
  })
})

it('a crew settles on the phone: open, photo, send', async () => {
  const page = await signedIn({ who: 'Goran Petrić', width: 360 })
  await openFirst(page, 'ansicht=team&stand=inWork')
  await page.locator('#schritt-finish > summary').click()
  await page.locator('#step-finish input[type=file]').setInputFiles(photo)
  await page.getByRole('button', { name: 'Als erledigt melden' }).click()
  await page.getByText('Als erledigt gemeldet').waitFor()
  await page.context().close()
})

it('the list works by keyboard: down, open, search, help', async () => {
  const page = await signedIn({ who: 'Anja Wendehorst' })
  await page.goto(`${url}/amt/meldungen?ansicht=all`)
  await page.locator('table[data-controller~="keyboard-list"]').waitFor()
  await page.waitForLoadState('networkidle')
  // Until the script is there a press does nothing.
  const help = page.locator('.key-hints')
  await expect
    .poll(async () => {
      if ((await help.getAttribute('open')) === null) await page.keyboard.press('?')
      return await help.getAttribute('open')
    })
    .not.toBeNull()
  await page.keyboard.press('/')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('filter-q')
  await page.locator('h1').click()
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  const second = await page.locator('tbody tr').nth(1).locator('a.desk-subject').getAttribute('href')
  expect(await page.locator('tr[data-current] a.desk-subject').getAttribute('href')).toBe(second)
  await page.keyboard.press('o')
  await page.waitForURL(/\/amt\/meldungen\/M-/)
  await page.context().close()
})

it('an open list shows what somebody else did', async () => {
  const [watching, working] = [await signedIn({ who: 'Petra Uhlenbrock' }), await signedIn({ who: 'Heike Lohmar' })]
  const number = await openFirst(working, 'ansicht=open&stand=assigned')
  await watching.goto(`${url}/amt/meldungen?ansicht=open&q=${number}`)
  await watching.locator('tbody').getByText('Angeboten', { exact: true }).waitFor()
  await watching.waitForTimeout(500)
  await working.getByRole('button', { name: 'Annehmen', exact: true }).click()
  await watching.locator('tbody').getByText('Angenommen', { exact: true }).waitFor({ timeout: 15_000 })
  await watching.context().close()
  await working.context().close()
})

it('what is ticked while a newer list is on its way stays ticked, and the newer list is shown', async () => {
  const page = await signedIn({ who: 'Anja Wendehorst' })
  await page.goto(`${url}/amt/meldungen?ansicht=open&sort=received`)
  await page.waitForLoadState('networkidle')
  const boxes = page.locator('tbody input[name="n"]')
  const chosen = await boxes.nth(1).inputValue()

  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  const asked = page.waitForRequest('**/amt/meldungen?*')
  await page.route('**/amt/meldungen?*', async (route) => {
    const answer = await route.fetch()
    await held
    await route.fulfill({ response: answer })
  })
  const { number } = await sendReport(url, { text: 'Der Deckel vom Gully klappert' })
  await asked
  await page.locator(`input[name="n"][value="${chosen}"]`).check()
  release()
  await page.locator(`input[name="n"][value="${number}"]`).waitFor()
  expect(await page.locator('input[name="n"]:checked').evaluateAll((ticked) => ticked.map((box) => box.getAttribute('value')))).toEqual([
    chosen,
  ])
  expect(await page.locator('thead input[type="checkbox"]').isVisible()).toBe(true)
  await page.context().close()
})
