import type { Browser, BrowserContextOptions, Page } from 'playwright'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { launchBrowser } from '../setup/chromium.ts'
import { signedInDemo } from '../setup/demo-visitor.ts'
import { axeFindings, complaintsOf, shapeFindings } from '../setup/look.ts'

const url = inject('demoUrl')
// Each with a browser of its own: a worker of pages that does not come up must not hold up the others, nor a second try.
let browser: Browser
beforeEach(async () => {
  browser = await launchBrowser()
})
afterEach(() => browser?.close())

const phone: BrowserContextOptions = { viewport: { width: 360, height: 740 }, hasTouch: true, locale: 'de-DE' }
const LATE = '/meldungen/ohne-netz'

const photo = (background: string): Promise<Buffer> =>
  sharp({ create: { width: 900, height: 700, channels: 3, background, noise: { type: 'gaussian', mean: 128, sigma: 30 } } })
    .jpeg()
    .toBuffer()

/** Somebody who has looked at a page of the town once, so that the program is on the phone. */
async function visitor(base = '', options = phone): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage()
  page.setDefaultTimeout(30_000)
  await page.goto(`${url}${base}/impressum`)
  await ready(page)
  return page
}

const ready = (page: Page) => page.waitForFunction(() => navigator.serviceWorker.controller)

/** Fills in a whole report with two photos. `words` tell it from all others. */
async function write(page: Page, words: string, where = 'Marktstraße 4') {
  await page.locator('.late form').waitFor()
  await page.locator('input[type=file][multiple]').setInputFiles([
    { name: 'eins.jpg', mimeType: 'image/jpeg', buffer: await photo('#7d7a70') },
    { name: 'zwei.jpg', mimeType: 'image/jpeg', buffer: await photo('#604020') },
  ])
  await page.locator('.upload__item').nth(1).waitFor()
  await page.getByLabel('In Ihren Worten').fill(words)
  await page.getByLabel('Was für ein Schaden ist es?').selectOption({ label: 'Schlagloch in der Fahrbahn' })
  await page.getByLabel('wie ein Teller').check()
  await page.getByLabel('Wo ist es?').fill(where)
}

const finish = (page: Page) => page.getByRole('button', { name: 'Fertig, senden sobald es geht' }).click()
const item = (page: Page, state: string) => page.locator(`.waiting__item[data-state="${state}"]`)

/** How many reports with these words the town hall has, and how many photos the newest of them has. */
async function atTheDesk(words: string): Promise<{ reports: number; photos: number }> {
  const desk = await signedInDemo(url, 'Petra Uhlenbrock')
  const { body } = await desk.get(`/amt/meldungen?ansicht=all&q=${encodeURIComponent(words)}`)
  const numbers = new Set([...body.matchAll(/href="\/amt\/meldungen\/(M-\w{4}-\w{4})/g)].map(([, number]) => number))
  const [number] = numbers
  const report = number ? (await desk.get(`/amt/meldungen/${number}`)).body : ''
  const strip = /class="photo-strip"[\s\S]*?<\/ul>/.exec(report)?.[0] ?? ''
  return { reports: numbers.size, photos: strip.split('<img').length - 1 }
}

describe('a report without network', () => {
  it('is kept with two photos, and sent once when the network is back', async () => {
    const page = await visitor()
    const complaints = complaintsOf(page)
    const words = `Loch im Funkloch ${Date.now()}`
    await page.context().setOffline(true)
    // Also an address that there is no page for: the form stands in for the form with network.
    await page.goto(`${url}/meldungen/neu`)
    await write(page, words)
    expect(await shapeFindings(page, 'de')).toEqual([])
    await finish(page)
    await page.waitForURL(`${url}/ohne-netz`)
    await item(page, 'waiting').getByText('Noch nicht gesendet').waitFor()
    expect(await axeFindings(page)).toEqual([])
    await page.goto(`${url}/status`)
    await page.locator('[data-offline-target=unsent]').waitFor()
    expect(await page.locator('[data-offline-target=count]').textContent()).toBe('1')
    expect(await atTheDesk(words)).toEqual({ reports: 0, photos: 0 })

    complaints.length = 0
    await page.context().setOffline(false)
    await page.goto(`${url}/ohne-netz`)
    await item(page, 'sent').waitFor()
    expect(await item(page, 'sent').locator('.receipt__number').textContent()).toMatch(/^M-\w{4}-\w{4}$/)
    expect(await item(page, 'sent').locator('.receipt__code').textContent()).toMatch(/^\w{4}-\w{4}-\w{4}$/)
    expect(await axeFindings(page)).toEqual([])
    expect(await atTheDesk(words)).toEqual({ reports: 1, photos: 2 })
    expect(await kept(page)).toEqual({ words: false, photos: 0 })

    await item(page, 'sent').getByRole('link', { name: 'Stand ansehen' }).click()
    await page.getByText('Die Meldung ist eingegangen').waitFor()
    expect(complaints).toEqual([])
    await page.context().close()
  })

  it('is one report when the server got it and the answer was lost', async () => {
    const page = await visitor()
    const words = `Loch mit verlorener Antwort ${Date.now()}`
    let lost = 0
    await page.context().route('**/meldungen/ohne-netz', async (route) => {
      if (route.request().method() !== 'POST' || lost > 0) return await route.continue()
      lost += 1
      await route.fetch()
      await route.abort('connectionreset')
    })
    await page.goto(url + LATE)
    await write(page, words)
    await finish(page)
    await page.waitForURL(`${url}/ohne-netz`)
    expect(lost).toBe(1)
    const before = await atTheDesk(words)
    await page.goto(`${url}/ohne-netz`)
    await page.getByRole('button', { name: 'Jetzt senden' }).or(item(page, 'sent')).first().waitFor()
    if (await page.getByRole('button', { name: 'Jetzt senden' }).isVisible())
      await page.getByRole('button', { name: 'Jetzt senden' }).click()
    await item(page, 'sent').waitFor()
    expect([before, await atTheDesk(words)]).toEqual([
      { reports: 1, photos: 2 },
      { reports: 1, photos: 2 },
    ])
    await page.context().close()
  })

  it('stays as it is while it is written, and goes on by hand: place later, then sent', async () => {
    const page = await visitor()
    const words = `Loch ohne Ort ${Date.now()}`
    await page.context().setOffline(true)
    await page.goto(url + LATE)
    await write(page, words, '')
    await finish(page)
    await page.getByRole('link', { name: /Bitte sagen Sie, wo es ist/ }).waitFor()
    await page.getByRole('button', { name: 'Später weiterschreiben' }).click()
    await item(page, 'draft').getByText('Noch nicht fertig').waitFor()
    await page.context().setOffline(false)
    await item(page, 'draft').getByRole('link', { name: 'Bearbeiten' }).click()
    await page.locator('.upload__item').nth(1).waitFor()
    expect(await page.getByLabel('In Ihren Worten').inputValue()).toBe(words)
    expect(await page.getByLabel('wie ein Teller').isChecked()).toBe(true)
    await page.getByLabel('Wo ist es?').fill('Gibtsnichtgasse 77')
    await finish(page)
    await item(page, 'refused')
      .getByText(/Gibtsnichtgasse/)
      .waitFor()
    await item(page, 'refused').getByRole('link', { name: 'Bearbeiten' }).click()
    await page.locator('.upload__item').nth(1).waitFor()
    await page.getByLabel('Wo ist es?').fill('Marktstraße 4')
    await finish(page)
    await item(page, 'sent').waitFor()
    expect(await atTheDesk(words)).toEqual({ reports: 1, photos: 2 })
    await page.context().close()
  })

  it('of a danger names the number and is not kept to be sent', async () => {
    const page = await visitor()
    await page.context().setOffline(true)
    await page.goto(url + LATE)
    await page.locator('.late form').waitFor()
    const kinds = await page.locator('.late').evaluate((it) => JSON.parse(it.getAttribute('data-late-report-kinds-value') ?? '{}'))
    const dangerous = Object.entries(kinds as Record<string, { danger?: string; dangers?: object }>).find(([, kind]) => kind.danger)?.[0]
    await page.getByLabel('Was für ein Schaden ist es?').selectOption(dangerous ?? '')
    await page.locator('.late__danger:not([hidden]) a[href^="tel:"]').waitFor()
    expect(await page.getByRole('button', { name: 'Fertig, senden sobald es geht' }).isDisabled()).toBe(true)
    expect(await axeFindings(page)).toEqual([])
    await page.context().close()
  })

  it('at the own position, in a town below a path, in English', async () => {
    const page = await visitor('/t/eulenrode', {
      ...phone,
      locale: 'en-GB',
      geolocation: { latitude: 0, longitude: 0 },
      permissions: ['geolocation'],
    })
    const hits = (await (await fetch(`${url}/t/eulenrode/orte/suche.json?q=kirche`)).json()) as { hits: { lat: number; lon: number }[] }
    const [at] = hits.hits
    await page.context().setGeolocation({ latitude: at?.lat ?? 0, longitude: at?.lon ?? 0, accuracy: 12 })
    await page.context().setOffline(true)
    await page.goto(`${url}/t/eulenrode${LATE}`)
    await page.getByLabel('In your words').fill('A hole far out')
    await page.getByLabel('What kind of damage is it?').selectOption({ label: 'Pothole in the road' })
    await page.locator('.late__questions input[type=radio]').first().check()
    await page.getByRole('button', { name: 'I am here' }).or(page.locator('[data-place-field-target=locate]')).first().click()
    await page.getByText('Position taken').waitFor()
    await page.getByRole('button', { name: 'Done, send as soon as possible' }).click()
    await item(page, 'waiting').waitFor()
    await page.context().setOffline(false)
    await page.goto(`${url}/t/eulenrode/ohne-netz`)
    await item(page, 'sent').waitFor()
    await item(page, 'sent').getByRole('link', { name: 'See the status' }).click()
    await page.waitForURL(/\/t\/eulenrode\/status\/M-/)
    await page.context().close()
  })
})

/** A table of the device's store. */
const table = (page: Page, name: 'entry' | 'file' | 'owner') =>
  page.evaluate(async (of) => {
    const database = await new Promise<IDBDatabase>((done, fail) => {
      const asked = indexedDB.open('stadtplatz-unsent')
      asked.onsuccess = () => done(asked.result)
      asked.onerror = () => fail(asked.error)
      asked.onblocked = () => fail(new Error('another page holds the store'))
    })
    const rows = await new Promise<object[]>((done, fail) => {
      const asked = database.transaction(of).objectStore(of).getAll()
      asked.onsuccess = () => done(asked.result)
      asked.onerror = () => fail(asked.error)
    })
    database.close()
    return JSON.parse(JSON.stringify(rows)) as Record<string, unknown>[]
  }, name)

/** What still lies on the device of what was written. */
const kept = async (page: Page) => ({
  words: JSON.stringify(await table(page, 'entry')).includes('Loch '),
  photos: (await table(page, 'file')).length,
})

const ownerOn = async (page: Page) => (await table(page, 'owner'))[0]?.owner

describe('who is signed in', () => {
  it('leaves nothing behind on the device: asked first, then wiped', async () => {
    const page = await visitor()
    await page.goto(`${url}/anmelden`)
    await page.getByRole('button', { name: /Amira Haddad/ }).click()
    await page.waitForURL((address) => !address.pathname.startsWith('/anmelden'))
    // The device now knows whose it is.
    await expect.poll(() => ownerOn(page), { timeout: 15_000 }).toMatch(/^[\w-]{22}$/)
    await page.context().setOffline(true)
    await page.goto(url + LATE)
    await write(page, 'Loch von Amira')
    await page.getByLabel('Mit meinem Konto').waitFor()
    await finish(page)
    await item(page, 'waiting').waitFor()
    expect(await kept(page)).toEqual({ words: true, photos: 2 })

    // What it was asked before it is sent: nothing of it may go yet.
    await page.context().route('**/dateien', (route) => route.abort())
    await page.context().setOffline(false)
    await page.goto(`${url}/mein`)
    const asked: string[] = []
    page.once('dialog', (dialog) => {
      asked.push(dialog.message())
      void dialog.dismiss()
    })
    const signOut = async () => {
      if (!(await page.getByRole('button', { name: 'Abmelden' }).isVisible())) {
        await page.getByRole('button', { name: 'Menü' }).click()
        await page.locator('.account__button').click()
      }
      await page.getByRole('button', { name: 'Abmelden' }).click()
    }
    await signOut()
    await expect.poll(() => asked, { timeout: 15_000 }).toEqual([expect.stringContaining('Noch nicht gesendet: 1')])
    expect(await kept(page)).toEqual({ words: true, photos: 2 })

    page.once('dialog', (dialog) => void dialog.accept())
    await signOut()
    await page.getByText('Sie sind abgemeldet').first().waitFor()
    expect(await kept(page)).toEqual({ words: false, photos: 0 })
    await page.context().close()
  })

  it('opens what is written to nobody else, and asks before it deletes a stranger’s', async () => {
    const page = await visitor()
    const cookiesOf = async (name: RegExp) => {
      const other = await (await browser.newContext(phone)).newPage()
      await other.goto(`${url}/anmelden`)
      await other.getByRole('button', { name }).click()
      await other.waitForURL((address) => !address.pathname.startsWith('/anmelden'))
      const cookies = await other.context().cookies()
      await other.context().close()
      return cookies
    }
    const [amira, petra] = [await cookiesOf(/Amira Haddad/), await cookiesOf(/Petra Uhlenbrock/)]
    await page.context().addCookies(amira)
    await page.goto(`${url}/mein`)
    await expect.poll(() => ownerOn(page), { timeout: 15_000 }).toMatch(/^[\w-]{22}$/)
    const mark = await ownerOn(page)
    await page.goto(url + LATE)
    await write(page, 'Loch von Amira')
    await page.getByRole('button', { name: 'Später weiterschreiben' }).click()
    await item(page, 'draft').waitFor()
    const address = `${url}${LATE}?eintrag=${await item(page, 'draft').getAttribute('data-entry')}`

    // Somebody else, straight from the history: no other page has said so yet.
    await page.context().addCookies(petra)
    await page.goto(address)
    await page.locator('.late form').waitFor()
    expect([await page.getByLabel('In Ihren Worten').inputValue(), await page.locator('.upload__item').count()]).toEqual(['', 0])
    await page.goto(`${url}/ohne-netz`)
    await page.getByText(/Von einem anderen Konto liegt hier noch Ungesendetes \(1\)/).waitFor()
    expect(await ownerOn(page)).not.toBe(mark)
    const remove = page.locator('.waiting__others').getByRole('button', { name: 'Vom Gerät löschen' })
    const asked: string[] = []
    page.once('dialog', (dialog) => {
      asked.push(dialog.message())
      void dialog.dismiss()
    })
    await remove.click()
    await expect.poll(() => asked.length).toBe(1)
    expect(await kept(page)).toEqual({ words: true, photos: 2 })

    await page.context().addCookies(amira)
    await page.goto(address)
    await page.locator('.upload__item').nth(1).waitFor()
    expect(await page.getByLabel('In Ihren Worten').inputValue()).toBe('Loch von Amira')

    await page.context().addCookies(petra)
    await page.goto(`${url}/ohne-netz`)
    page.once('dialog', (dialog) => void dialog.accept())
    await remove.click()
    await expect.poll(() => kept(page)).toEqual({ words: false, photos: 0 })
    await page.context().close()
  })

  it('signs in from the list, and what waited for that is sent', async () => {
    const page = await visitor()
    const signIn = async () => {
      await page.getByRole('button', { name: /Amira Haddad/ }).click()
      await page.waitForURL((address) => !address.pathname.startsWith('/anmelden'))
    }
    await page.goto(`${url}/anmelden`)
    await signIn()
    await expect.poll(() => ownerOn(page), { timeout: 15_000 }).toMatch(/^[\w-]{22}$/)
    await page.context().setOffline(true)
    await page.goto(url + LATE)
    await write(page, `Loch vor der Anmeldung ${Date.now()}`)
    await finish(page)
    await item(page, 'waiting').waitFor()
    // The session ran out meanwhile.
    await page.context().clearCookies()
    await page.context().setOffline(false)
    await page.goto(`${url}/ohne-netz`)
    await item(page, 'waiting').getByRole('link', { name: 'Anmelden' }).click()
    await page.waitForURL(/\/anmelden/)
    await signIn()
    await item(page, 'sent').waitFor()
    expect(await page.locator('.waiting__others').isVisible()).toBe(false)
    await page.context().close()
  })

  it('is not told by a page that does not know', async () => {
    const page = await visitor()
    await page.goto(`${url}/anmelden`)
    await page.getByRole('button', { name: /Amira Haddad/ }).click()
    await page.waitForURL((address) => !address.pathname.startsWith('/anmelden'))
    await expect.poll(() => ownerOn(page), { timeout: 15_000 }).toMatch(/^[\w-]{22}$/)
    const mark = await ownerOn(page)
    expect((await page.goto(`${url}/gibt-es-nicht`))?.status()).toBe(404)
    await page.waitForTimeout(1_000)
    expect(await ownerOn(page)).toBe(mark)
    // A page that does know: nobody.
    await page.context().clearCookies()
    await page.goto(`${url}/impressum`)
    await expect.poll(() => ownerOn(page)).toBe('')
    await page.context().close()
  })

  it('is found in nothing that the worker keeps', async () => {
    const page = await visitor()
    await page.goto(`${url}/anmelden`)
    await page.getByRole('button', { name: /Amira Haddad/ }).click()
    await page.waitForURL((address) => !address.pathname.startsWith('/anmelden'))
    for (const path of ['/mein', '/mein/konto', LATE, '/ohne-netz']) await page.goto(url + path)
    const texts = await page.evaluate(async () => {
      const found: string[] = []
      for (const name of await caches.keys()) {
        const cache = await caches.open(name)
        for (const request of await cache.keys()) {
          const response = await cache.match(request)
          found.push(`${new URL(request.url).pathname} ${(await response?.text()) ?? ''}`)
        }
      }
      return found
    })
    expect(
      texts
        .map((text) => text.split(' ')[0])
        .filter((path) => !path?.startsWith('/assets/'))
        .sort(),
    ).toEqual([LATE, '/ohne-netz'])
    expect(texts.filter((text) => text.includes('Amira'))).toEqual([])
    await page.context().close()
  })
})
