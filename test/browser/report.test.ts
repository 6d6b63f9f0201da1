import type { Browser, BrowserContextOptions, Page } from 'playwright'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { launchBrowser } from '../setup/chromium.ts'
import { signedInDemo } from '../setup/demo-visitor.ts'
import { axeFindings, complaintsOf, shapeFindings } from '../setup/look.ts'

const url = inject('demoUrl')
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

const phone: BrowserContextOptions = { viewport: { width: 360, height: 740 }, hasTouch: true, locale: 'de-DE' }

async function visitor(options: BrowserContextOptions = phone): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage()
  page.setDefaultTimeout(30_000)
  return page
}

/** Degrees as EXIF writes them: degrees, minutes, seconds. */
const exif = (degrees: number): string => {
  const minutes = (degrees % 1) * 60
  return `${Math.floor(degrees)}/1 ${Math.floor(minutes)}/1 ${Math.round((minutes % 1) * 60_000)}/1000`
}

/** A photo that knows where it was taken: at the market of the demo town. */
const photoAt = (lat: number, lon: number): Promise<Buffer> =>
  sharp({ create: { width: 1200, height: 900, channels: 3, background: '#7d7a70' } })
    .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: exif(lat), GPSLongitudeRef: 'E', GPSLongitude: exif(lon) } })
    .jpeg()
    .toBuffer()

/** What axe finds once the page is there: while Turbo fetches the next one it says so at the root. */
async function findings(page: Page): Promise<string[]> {
  await page.waitForFunction(() => !document.documentElement.hasAttribute('aria-busy'))
  return await axeFindings(page)
}

const onward = (page: Page) => page.getByRole('button', { name: 'Weiter', exact: true }).click()
const at = (page: Page, step: string) => page.waitForURL(new RegExp(`/${step}$`))

/** The number and the code of the receipt that the page shows. */
async function receipt(page: Page): Promise<{ number: string; code: string }> {
  await page.waitForURL(/\/meldungen\/gesendet\//)
  const [number, code] = [await page.locator('.receipt__number').textContent(), await page.locator('.receipt__code').textContent()]
  return { number: number ?? '', code: code ?? '' }
}

/** After the place: kind and questions of a pothole, and past what is similar. */
async function finish(page: Page): Promise<{ number: string; code: string }> {
  await page.waitForURL(/\/(art|fragen)$/)
  if (page.url().endsWith('/art')) {
    await page.getByRole('radio', { name: 'Schlagloch in der Fahrbahn' }).check()
    await onward(page)
  }
  await at(page, 'fragen')
  await page.getByLabel('wie ein Teller').check()
  await onward(page)
  await page.waitForURL(/\/(aehnlich|absenden)$/)
  if (page.url().endsWith('/aehnlich')) await page.getByRole('button', { name: 'Nein, meins ist neu' }).click()
  await at(page, 'absenden')
  await page.getByRole('button', { name: 'Meldung absenden' }).click()
  return await receipt(page)
}

describe('a stranger reports a pothole', () => {
  it('on a phone, by photo: the place comes with it, the kind from the words', async () => {
    const page = await visitor()
    const complaints = complaintsOf(page)
    await page.goto(url)
    await page.getByRole('link', { name: /Schaden melden/ }).click()
    await page.waitForURL(/\/meldungen\/neu$/)
    await page.locator('.upload__buttons').waitFor()
    await page
      .locator('input[type=file]:not([capture])')
      .setInputFiles({ name: 'loch.jpg', mimeType: 'image/jpeg', buffer: await photoAt(51.7415, 9.6113) })
    await page.getByText('Hochgeladen', { exact: true }).waitFor()
    await page.getByLabel('In Ihren Worten').fill('Tiefes Schlagloch vor dem Rathaus')
    await page.getByRole('radio', { name: 'Schlagloch in der Fahrbahn' }).check()
    expect(await findings(page)).toEqual([])
    await onward(page)
    await at(page, 'ort')
    await page.getByText(/Ihr Foto wurde hier aufgenommen/).waitFor()
    expect(await page.getByLabel('Wo ist es?').inputValue()).not.toBe('')
    expect(await findings(page)).toEqual([])
    await onward(page)
    await at(page, 'fragen')
    expect(await findings(page)).toEqual([])
    const { number, code } = await finish(page)
    expect(number).toMatch(/^M-\w{4}-\w{4}$/)
    expect(code).toMatch(/^\w{4}-\w{4}-\w{4}$/)
    expect(await shapeFindings(page, 'de')).toEqual([])
    expect(await findings(page)).toEqual([])

    await page.getByRole('link', { name: 'Stand ansehen' }).click()
    await page.waitForURL(new RegExp(`/status/${number}`))
    await page.getByText('Die Meldung ist eingegangen').waitFor()
    expect(await findings(page)).toEqual([])
    expect(complaints).toEqual([])
    await page.context().close()
  })

  it('without a script, with an error on the way and nothing lost', async () => {
    const page = await visitor({ ...phone, javaScriptEnabled: false })
    await page.goto(`${url}/meldungen/neu`)
    await onward(page)
    await page.getByText('Bitte machen Sie ein Foto, oder schreiben Sie kurz, was kaputt ist.').first().waitFor()
    await page.getByLabel('In Ihren Worten').fill('Schlagloch in der Kurve')
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'kurve.jpg', mimeType: 'image/jpeg', buffer: await photoAt(51.7432, 9.6051) })
    await onward(page)
    await at(page, 'ort')
    await page.getByLabel('Wo ist es?').fill('Gibtsnichtgasse 3')
    await onward(page)
    await page
      .getByText(/haben wir in Lindenfurt nicht gefunden/)
      .first()
      .waitFor()
    await page.getByLabel('Wo ist es?').fill('Markt 4')
    await onward(page)
    await page.waitForURL(/\/art$/)
    // Back, the page's way and the browser's: everything is still there.
    await page.getByRole('link', { name: 'Zurück' }).click()
    await at(page, 'ort')
    expect(await page.getByLabel('Wo ist es?').inputValue()).toContain('Markt 4')
    await page.getByRole('link', { name: 'Zurück' }).click()
    await page.waitForURL(/neu\/[^/]+$/)
    expect(await page.getByLabel('In Ihren Worten').inputValue()).toBe('Schlagloch in der Kurve')
    expect(await page.locator('input[name=photos][type=checkbox]').count()).toBe(1)
    await onward(page)
    await page.waitForURL(/\/art$/)
    await page.goBack()
    expect(await page.getByLabel('In Ihren Worten').inputValue()).toBe('Schlagloch in der Kurve')
    await onward(page)
    const { number, code } = await finish(page)

    // On another device, with number and code alone.
    const elsewhere = await visitor({ ...phone, javaScriptEnabled: false })
    await elsewhere.goto(`${url}/status`)
    await elsewhere.getByLabel('Nummer').fill(number.toLowerCase())
    await elsewhere.getByLabel('Code', { exact: true }).fill(code.replaceAll('-', ' '))
    await elsewhere.getByRole('button', { name: 'Stand zeigen' }).click()
    await elsewhere.getByText('Was Sie gemeldet haben').waitFor()
    for (const each of [page, elsewhere]) await each.context().close()
  })

  it('with the keyboard alone', async () => {
    const page = await visitor({ viewport: { width: 1280, height: 900 }, locale: 'de-DE' })
    /** Presses Tab until the focus is on something with these words. */
    const tabTo = async (words: RegExp) => {
      for (let presses = 0; presses < 80; presses += 1) {
        await page.keyboard.press('Tab')
        const focused = await page.evaluate(() => {
          const element = document.activeElement
          if (!(element instanceof HTMLElement)) return ''
          const label =
            element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element.labels?.[0]?.textContent : ''
          return `${label ?? ''} ${element.textContent ?? ''}`
        })
        if (words.test(focused)) return
      }
      throw new Error(`the keyboard does not reach ${words}`)
    }
    await page.goto(`${url}/meldungen/neu`)
    await tabTo(/In Ihren Worten/)
    await page.keyboard.type('Schlagloch am Bahnhof')
    await tabTo(/^\s*Weiter/)
    await page.keyboard.press('Enter')
    await at(page, 'ort')
    await tabTo(/Wo ist es/)
    await page.keyboard.type('Marktstraße 5')
    await page.getByRole('option').first().waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByText(/Gewählt: Marktstraße 5/).waitFor()
    await tabTo(/^\s*Weiter/)
    await page.keyboard.press('Enter')
    await at(page, 'art')
    await tabTo(/Schlagloch in der Fahrbahn/)
    await tabTo(/^\s*Weiter/)
    await page.keyboard.press('Enter')
    await at(page, 'fragen')
    await tabTo(/wie eine Hand/)
    await page.keyboard.press('Space')
    await tabTo(/^\s*Weiter/)
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/(aehnlich|absenden)$/)
    if (page.url().endsWith('/aehnlich')) {
      await tabTo(/Nein, meins ist neu/)
      await page.keyboard.press('Enter')
      await at(page, 'absenden')
    }
    await tabTo(/Meldung absenden/)
    await page.keyboard.press('Enter')
    expect((await receipt(page)).number).toMatch(/^M-/)
    await page.context().close()
  })
})

it('a neighbour says "me too" instead of reporting again', async () => {
  const first = await visitor()
  const words = 'Riesiges Schlagloch neben dem Brunnen, ganz neu'
  const write = async (page: Page) => {
    await page.goto(`${url}/meldungen/neu?art=pothole`)
    await page.getByLabel('In Ihren Worten').fill(words)
    await onward(page)
    await at(page, 'ort')
    await page.getByLabel('Wo ist es?').fill('Marktstraße 9')
    await onward(page)
  }
  await write(first)
  const { number } = await finish(first)

  const neighbour = await visitor()
  await write(neighbour)
  await at(neighbour, 'fragen')
  await neighbour.getByLabel('wie ein Teller').check()
  await onward(neighbour)
  await at(neighbour, 'aehnlich')
  expect(await findings(neighbour)).toEqual([])
  await neighbour
    .getByRole('article')
    .filter({ hasText: words })
    .getByRole('link', { name: /betrifft mich auch/ })
    .first()
    .click()
  await neighbour.waitForURL(/\/auch/)
  expect(await findings(neighbour)).toEqual([])
  await neighbour.getByRole('button', { name: 'Ja, betrifft mich auch' }).click()
  expect((await receipt(neighbour)).number).toBe(number)
  await neighbour.goto(`${url}/meldungen/${number}`)
  await neighbour.getByText('1 weitere Person betrifft das auch').waitFor()
  expect(await findings(neighbour)).toEqual([])
  for (const page of [first, neighbour]) await page.context().close()
})

it('the town asks back; the reporter, known by a code alone, answers with a photo', async () => {
  const reporter = await visitor()
  await reporter.goto(`${url}/meldungen/neu?art=pothole`)
  await reporter.getByLabel('In Ihren Worten').fill('Schlagloch, mein Rad hat jetzt eine Acht')
  await onward(reporter)
  await at(reporter, 'ort')
  await reporter.getByLabel('Wo ist es?').fill('Marktstraße 14')
  await onward(reporter)
  const { number, code } = await finish(reporter)
  await reporter.context().close()

  const clerk = await signedInDemo(url, 'Anja Wendehorst')
  const page = `/amt/meldungen/${number}`
  const step = async (verb: string, text = '') => {
    expect((await clerk.fill(page, `${page}/schritt`, { verb, text })).status).toBe(303)
  }
  await step('accept')
  await step('ask', 'In welcher Fahrtrichtung liegt es?')

  const later = await visitor()
  await later.goto(`${url}/status`)
  await later.getByLabel('Nummer').fill(number)
  await later.getByLabel('Code', { exact: true }).fill(code)
  await later.getByRole('button', { name: 'Stand zeigen' }).click()
  await later.getByText('In welcher Fahrtrichtung liegt es?').first().waitFor()
  // A live page may be showing itself anew at this very moment.
  await expect.poll(() => findings(later), { timeout: 20_000 }).toEqual([])
  const answer = later.locator('#frage')
  await answer
    .locator('input[type=file]:not([capture])')
    .setInputFiles({ name: 'richtung.jpg', mimeType: 'image/jpeg', buffer: await photoAt(51.742, 9.6137) })
  await answer.getByText('Hochgeladen', { exact: true }).waitFor()
  await answer.getByLabel('Ihre Antwort').fill('Stadtauswärts, rechte Seite.')
  await answer.getByRole('button', { name: 'Antwort senden' }).click()
  await later.getByText('Danke! Ihre Antwort ist angekommen.').waitFor()
  expect((await clerk.get(page)).body).toContain('Stadtauswärts, rechte Seite.')

  const neighbour = await visitor()
  await neighbour.goto(`${url}/meldungen/${number}`)
  expect(await neighbour.content()).not.toContain('Stadtauswärts')
  for (const each of [later, neighbour]) await each.context().close()
})

it('every kind can be chosen, also where the words say nothing', async () => {
  const page = await visitor()
  await page.goto(`${url}/meldungen/neu`)
  await page.getByLabel('In Ihren Worten').fill('Hm.')
  await onward(page)
  await at(page, 'ort')
  await page.getByLabel('Wo ist es?').fill('Marktstraße 4')
  await onward(page)
  await at(page, 'art')
  expect(await findings(page)).toEqual([])
  const radios = page.locator('input[name=category]')
  const ids = await radios.evaluateAll((all) => all.map(({ id }) => id))
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.length).toBeGreaterThan(20)
  await page.getByRole('radio', { name: 'Bank oder Tisch kaputt' }).check()
  expect(await page.locator('input[name=category]:checked').inputValue()).toBe('bench')
  await page.context().close()
})

it('danger leads to the emergency number, large enough to hit', async () => {
  const page = await visitor()
  await page.goto(`${url}/meldungen/neu?art=emergency`)
  await page.getByLabel('In Ihren Worten').fill('Es brennt')
  await onward(page)
  await at(page, 'ort')
  await page.getByLabel('Wo ist es?').fill('Marktstraße 2')
  await onward(page)
  await at(page, 'notfall')
  const call = page.locator('.danger-call__number')
  expect(await call.getAttribute('href')).toBe('tel:112')
  expect((await call.boundingBox())?.height).toBeGreaterThan(44)
  expect(await findings(page)).toEqual([])
  await page.context().close()
})

it('the second town knows nothing of it', async () => {
  const page = await visitor()
  await page.goto(`${url}/meldungen`)
  const link = await page.locator('.card a[href^="/meldungen/M-"]').first().getAttribute('href')
  expect((await page.goto(`${url}${link}`))?.status()).toBe(200)
  expect((await page.goto(`${url}/t/eulenrode${link}`))?.status()).toBe(404)
  await page.goto(`${url}/t/eulenrode/meldungen`)
  expect(await page.content()).not.toContain(link?.split('/').pop())
  await page.context().close()
})
