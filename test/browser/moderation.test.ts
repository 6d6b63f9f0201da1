import type { Browser, Page } from 'playwright'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { launchBrowser } from '../setup/chromium.ts'
import { demoMail, signedInDemo } from '../setup/demo-visitor.ts'
import { axeFindings, complaintsOf, shapeFindings } from '../setup/look.ts'
import type { Visitor } from '../setup/visitor.ts'
import { withPhoto } from './pages/moderation.ts'
import { sendReport, writing } from './pages/reports.ts'

const url = inject('demoUrl')
const MODERATOR = 'Malte Griesebach'

let browser: Browser
let moderator: Visitor
beforeAll(async () => {
  browser = await launchBrowser()
  moderator = await signedInDemo(url, MODERATOR)
})
afterAll(() => browser?.close())

async function atTheDesk(): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'de-DE' })
  const page = await context.newPage()
  await page.goto(`${url}/anmelden`)
  await page.getByRole('button', { name: new RegExp(MODERATOR) }).click()
  await page.waitForURL((address) => !address.pathname.startsWith('/anmelden'))
  return page
}

/** How bright a picture of the town is at points given in percent. */
async function brightness(path: string, points: readonly (readonly [number, number])[]): Promise<number[]> {
  const answer = await fetch(new URL(path, url))
  expect(answer.status, path).toBe(200)
  const { data, info } = await sharp(await answer.arrayBuffer())
    .raw()
    .toBuffer({ resolveWithObject: true })
  return points.map(
    ([x, y]) => data[(Math.floor((y / 100) * info.height) * info.width + Math.floor((x / 100) * info.width)) * info.channels]!,
  )
}

it('a box by mouse and one by keyboard are black in every size for everybody, the old address opens nothing, all of it can be undone', async () => {
  const { number, photo, file } = await withPhoto(url, moderator)
  const page = await atTheDesk()
  const complaints = complaintsOf(page)
  await page.goto(`${url}/amt/meldungen/${number}`)
  await page.getByRole('link', { name: 'Foto 1 schwärzen oder ausblenden' }).click()
  await page.waitForURL(`**${photo}`)

  // With a script a row of numbers comes with its box.
  await page.locator('.blackout__rows').waitFor({ state: 'hidden' })

  // By mouse: from a tenth to three tenths of the picture.
  await page.locator('.blackout__stage').scrollIntoViewIfNeeded()
  const stage = (await page.locator('.blackout__stage').boundingBox())!
  await page.mouse.move(stage.x + stage.width * 0.1, stage.y + stage.height * 0.1)
  await page.mouse.down()
  await page.mouse.move(stage.x + stage.width * 0.2, stage.y + stage.height * 0.2)
  await page.mouse.move(stage.x + stage.width * 0.3, stage.y + stage.height * 0.3)
  await page.mouse.up()
  await expect.poll(() => page.locator('.blackout__box').count()).toBe(1)

  // By keyboard: in the middle, eleven to the right, five wider.
  await page.getByRole('button', { name: 'Kasten hinzufügen' }).focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => page.locator('.blackout__box:focus').count()).toBe(1)
  for (let i = 0; i < 11; i += 1) await page.keyboard.press('ArrowRight')
  for (let i = 0; i < 5; i += 1) await page.keyboard.press('Shift+ArrowRight')
  expect(await page.getByLabel('Kasten 2: von links').inputValue()).toBe('51')
  expect(await page.getByLabel('Kasten 2: Breite').inputValue()).toBe('25')
  expect(await page.locator('.blackout__row:visible').count()).toBe(2)

  // More boxes than the page had rows for: each is named by its number and can be taken away again.
  for (const n of [3, 4, 5]) {
    await page.getByRole('button', { name: 'Kasten hinzufügen' }).click()
    await page.getByLabel(`Kasten ${n}: von links`).waitFor()
  }
  for (const n of [5, 4, 3]) await page.getByRole('button', { name: `Kasten ${n} entfernen` }).click()
  expect(await page.locator('.blackout__row:visible').count()).toBe(2)
  expect(await axeFindings(page)).toEqual([])
  await page.getByRole('button', { name: 'Geschwärztes Bild speichern' }).click()
  await page.getByText('Gespeichert. So ist das Bild jetzt zu sehen.').waitFor()
  expect(await page.locator('.blackout__box').count()).toBe(2)

  const everybody = await (await browser.newContext({ locale: 'de-DE' })).newPage()
  await everybody.goto(`${url}/meldungen/${number}`)
  const shown = /\/dateien\/([0-9a-f-]{36})\//.exec(
    (await everybody.locator('main img[src*="/dateien/"]').first().getAttribute('src')) ?? '',
  )?.[1]
  expect(shown).toBeDefined()
  expect(shown).not.toBe(file)
  await everybody.getByText('Die Moderation hat Stellen auf einem Foto geschwärzt.').first().waitFor()
  for (const size of ['small', 'medium', 'large']) {
    const [mouse, keys, left, below] = await brightness(`/dateien/${shown}/${size}`, [
      [20, 20],
      [70, 50],
      [45, 50],
      [20, 45],
    ])
    expect([mouse! < 12, keys! < 12, left! > 240, below! > 240], size).toEqual([true, true, true, true])
    expect((await fetch(`${url}/dateien/${file}/${size}`)).status).toBe(404)
  }

  // Without boxes the original is there again, and the black one is gone.
  for (const box of [2, 1]) await page.getByRole('button', { name: `Kasten ${box} entfernen` }).click()
  await page.getByRole('button', { name: 'Geschwärztes Bild speichern' }).click()
  await page.waitForURL(`**/fotos/${file}`)
  expect(await brightness(`/dateien/${file}/large`, [[20, 20]])).toEqual([expect.toSatisfy((value: number) => value > 240)])
  expect((await fetch(`${url}/dateien/${shown}/large`)).status).toBe(404)
  expect(complaints).toEqual([])
  await everybody.context().close()
  await page.context().close()
})

it('hidden with a reason everybody reads that and why, not what it said; shown again it is as before', async () => {
  const words = `Loch vor dem Haus ${Date.now().toString(36)}`
  const { number, visitor, link } = await sendReport(url, { text: words })
  const page = await atTheDesk()
  await page.goto(`${url}/amt/meldungen/${number}`)
  await page.locator('#ausblenden > summary').click()
  await page.locator('#hide').getByLabel('Warum?').selectOption('insult')
  await page.locator('#hide textarea').fill('Bitte ohne Schimpfwörter.')
  await page.getByRole('button', { name: 'Nicht mehr öffentlich zeigen' }).click()
  await page.locator('#veroeffentlichung > summary').waitFor()

  const everybody = await (await browser.newContext({ viewport: { width: 360, height: 800 }, locale: 'de-DE' })).newPage()
  await everybody.goto(`${url}/meldungen/${number}`)
  await everybody.getByText('Die Moderation der Stadt hat diese Meldung ausgeblendet.').waitFor()
  expect(await everybody.locator('main').textContent()).toContain('Beleidigung')
  expect(await everybody.content()).not.toContain(words)
  expect(await axeFindings(everybody)).toEqual([])
  expect(await shapeFindings(everybody, 'de')).toEqual([])
  const own = await visitor.follow(await visitor.get(link))
  expect(own.body).toContain('Bitte ohne Schimpfwörter.')

  await page.locator('#veroeffentlichung > summary').click()
  await page.getByRole('button', { name: 'Für alle zeigen' }).click()
  await page.locator('#ausblenden > summary').waitFor()
  await everybody.reload()
  await everybody.getByText(words).first().waitFor()
  await everybody.context().close()
  await page.context().close()
})

it('with a blocked address one is told until when, not why, and keeps the words; lifted, the same is taken', async () => {
  const email = `stoerer.${Date.now().toString(36)}@post.example`
  const { number, visitor } = await sendReport(url, { email })
  const confirm = (await demoMail(url, email)).links.find((path) => path.startsWith('/meldungen/bestaetigen/')) ?? ''
  await visitor.fill(confirm, confirm)
  const page = await atTheDesk()
  await page.goto(`${url}/amt/meldungen/${number}`)
  await page.getByRole('link', { name: 'Absender sperren' }).click()
  await page.waitForURL('**/sperre')
  await page.getByRole('checkbox', { name: 'Browser' }).uncheck()
  await page.getByRole('checkbox', { name: 'Konto' }).uncheck()
  await page.getByLabel('Wie lange').selectOption('1')
  await page.getByRole('button', { name: 'Sperren', exact: true }).click()
  await page.getByText('Wegen dieser Meldung gesperrt').waitFor()
  expect(await axeFindings(page)).toEqual([])

  const blocked = await (await browser.newContext({ locale: 'de-DE' })).newPage()
  const draft = await finished(blocked)
  const send = async () => {
    await blocked.locator('input[name=email]').fill(email)
    await blocked.getByRole('button', { name: 'Meldung absenden' }).click()
  }
  await send()
  await blocked
    .getByText(/Mit dieser E-Mail-Adresse nehmen wir bis .* nichts an/)
    .first()
    .waitFor()
  expect(await blocked.locator('main').textContent()).not.toContain('Beleidigung')
  expect(blocked.url()).toContain(draft)
  expect(await blocked.locator('input[name=email]').inputValue()).toBe(email)
  expect(await axeFindings(blocked)).toEqual([])

  await page.getByRole('button', { name: 'Sperre aufheben' }).click()
  await page.getByText('Die Sperre ist aufgehoben.').waitFor()
  await send()
  await blocked.waitForURL('**/meldungen/gesendet/**')
  await blocked.context().close()
  await page.context().close()
})

/** A report that is written up to its last page, with the cookies of this browser. */
async function finished(page: Page): Promise<string> {
  const { visitor, draft } = await writing(url)
  await page.context().addCookies([...visitor.cookies].map(([name, value]) => ({ name, value, url })))
  await page.goto(`${url}/meldungen/neu/${draft}/absenden`)
  return draft
}
