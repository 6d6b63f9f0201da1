import type { Browser, Page } from 'playwright'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { launchBrowser } from '../setup/chromium.ts'
import { demoVisitor, signedInDemo } from '../setup/demo-visitor.ts'
import { axeFindings, shapeFindings } from '../setup/look.ts'
import { finished, type SentReport, sendReport } from './pages/reports.ts'

const url = inject('demoUrl')
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const grey = sharp({ create: { width: 800, height: 600, channels: 3, background: '#7a7a72' } })
const photo = { name: 'noch-da.jpg', mimeType: 'image/jpeg', buffer: await grey.jpeg().toBuffer() }

async function opened(width: number, script = true): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'de-DE', javaScriptEnabled: script })
  return await context.newPage()
}

async function lead(): Promise<Page> {
  const page = await opened(1280)
  await page.goto(`${url}/anmelden`)
  await page.getByRole('button', { name: /Heike Lohmar/ }).click()
  await page.waitForURL((address) => !address.pathname.startsWith('/anmelden'))
  return page
}

const look = async (page: Page, name: string) => {
  // A live page that is on its way says so at its root, where axe wants nothing said: looked at once it has come to rest.
  await expect.poll(() => axeFindings(page), { timeout: 15_000, message: name }).toEqual([])
  expect(await shapeFindings(page, 'de'), name).toEqual([])
  if (!process.env.OBJECTION_PICTURES) return
  const size = page.viewportSize()
  for (const width of [360, 1280])
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height: 900 })
      await page.emulateMedia({ colorScheme })
      await page.screenshot({ path: `${process.env.OBJECTION_PICTURES}/${name}-${width}-${colorScheme}.png`, fullPage: true })
    }
  await page.emulateMedia({ colorScheme: 'light' })
  if (size) await page.setViewportSize(size)
}

/** What everybody reads on the report's public page. */
const inPublic = async (number: string): Promise<string> => (await demoVisitor(url).get(`/meldungen/${number}`)).body

/** The reporter's page on a phone: by the link of the receipt, or by number and code. */
async function statusOf({ number, link, code }: SentReport, way: 'link' | 'code', script = true): Promise<Page> {
  const page = await opened(360, script)
  if (way === 'link') await page.goto(`${url}${link}`)
  else {
    await page.goto(`${url}/status`)
    await page.locator('input[name="number"]').fill(number)
    await page.locator('input[name="code"]').fill(code)
    await page.locator('main form button[type="submit"]').first().click()
  }
  await page.waitForURL(`**/status/${number}`)
  return page
}

it.each(['link', 'code'] as const)('who reported without a name objects with a photo, by %s: open again without staff', async (way) => {
  const sent = await finished(url, await signedInDemo(url, 'Heike Lohmar'))
  const page = await statusOf(sent, way, way === 'link')
  await page.getByRole('heading', { name: 'Die Stadt sagt: erledigt' }).waitFor()
  if (way === 'link') await look(page, 'form')

  // Neither a sentence nor a photo: said at the field, and nothing happened.
  await page.getByRole('button', { name: 'Widersprechen' }).click()
  await page.getByText('Bitte schreiben Sie einen Satz oder wählen Sie ein Foto.').first().waitFor()
  if (way === 'link') await look(page, 'empty')
  expect(await inPublic(sent.number)).not.toContain('Wieder geöffnet')

  await page.locator('#widersprechen input[type=file]:not([capture])').first().setInputFiles(photo)
  await page.getByRole('button', { name: 'Widersprechen' }).click()
  await page.waitForURL(`**/status/${sent.number}`)
  await page.getByText('Danke. Die Meldung ist wieder offen.').first().waitFor()
  if (way === 'link') await look(page, 'reopened')
  const seen = await inPublic(sent.number)
  expect(seen).toContain('Widerspruch: Der Schaden ist noch da.')
  expect(seen).toContain('Wieder geöffnet: der Schaden ist noch da.')
  await page.context().close()
})

it('three neighbours who said “me too” weigh as much; the first two do not open it', async () => {
  const sent = await sendReport(url)
  const neighbours = await Promise.all(
    [1, 2, 3].map(async () => {
      const visitor = demoVisitor(url)
      const joined = await visitor.fill(`/meldungen/${sent.number}/auch`, `/meldungen/${sent.number}/auch`)
      expect(joined.status).toBe(303)
      // The link of the receipt is the way back, as after an own report.
      const { body } = await visitor.follow(joined)
      await visitor.get(/value="https?:\/\/[^/"]+(\/s\/[^"]+)"/.exec(body)?.[1] ?? '')
      return visitor
    }),
  )
  const staff = await signedInDemo(url, 'Heike Lohmar')
  const step = (fields: Record<string, string>) => staff.post(`/amt/meldungen/${sent.number}/schritt`, fields)
  await step({ verb: 'accept' })
  expect((await step({ verb: 'finish', noPhotoReason: 'unsafe' })).status).toBe(303)
  for (const [nth, neighbour] of neighbours.entries()) {
    const page = `/status/${sent.number}`
    const objected = await neighbour.fill(page, `${page}/widerspruch`, { text: `Noch da, sagt Nachbarin ${nth + 1}.` })
    expect(objected.status).toBe(303)
    expect((await inPublic(sent.number)).includes('Wieder geöffnet')).toBe(nth === 2)
  }
  expect(await inPublic(sent.number)).not.toContain('Nachbarin 1')
})

it('the third time the lead decides: turned down with a reason that everybody reads, and it stays decided', async () => {
  const sent = await finished(url, await signedInDemo(url, 'Heike Lohmar'), 3)
  const reporter = await statusOf(sent, 'link')
  await reporter.getByText('Jetzt entscheidet die Leitung der zuständigen Stelle.').first().waitFor()
  await look(reporter, 'given')

  const clerk = await signedInDemo(url, 'Anja Wendehorst')
  const path = `/amt/meldungen/${sent.number}`
  expect((await clerk.get(path)).body).not.toContain('Widerspruch ablehnen')

  const desk = await lead()
  await desk.goto(url + path)
  await desk.getByText('Bitte entscheiden Sie: zum dritten Mal Widerspruch').waitFor()
  await look(desk, 'desk')
  await desk.goto(url + path)
  await desk.getByRole('link', { name: 'Widerspruch ablehnen' }).click()
  const form = desk.locator('#step-turnDown')
  await form.locator('textarea').waitFor({ state: 'visible' })
  await look(desk, 'desk-form')
  await form.locator('textarea').fill('Am Montag gemessen: eben, ohne Kante.')
  await form.getByRole('button', { name: 'Ablehnen' }).click()
  await desk.getByText('Widerspruch abgelehnt').first().waitFor()
  await desk.getByText('Bitte entscheiden Sie').waitFor({ state: 'detached' })
  await look(desk, 'desk-decided')

  const anybody = await opened(360)
  await anybody.goto(`${url}/meldungen/${sent.number}`)
  await anybody.getByText('Am Montag gemessen: eben, ohne Kante.').waitFor()
  await anybody.getByText('Der Widerspruch ist abgelehnt.').waitFor()
  await look(anybody, 'public')

  await reporter.goto(`${url}/status/${sent.number}`)
  await reporter.getByText('Die Leitung hat den Widerspruch abgelehnt.').waitFor()
  expect(await reporter.locator('#widersprechen').count()).toBe(0)
  await look(reporter, 'turned-down')
  expect((await sent.visitor.post(`/status/${sent.number}/widerspruch`, { text: 'Und doch!' })).status).toBe(422)
  for (const page of [reporter, desk, anybody]) await page.context().close()
})

it('the lead follows it instead: open again, and the reporter reads why', async () => {
  const sent = await finished(url, await signedInDemo(url, 'Heike Lohmar'), 3)
  const desk = await lead()
  await desk.goto(`${url}/amt/meldungen/${sent.number}`)
  await desk.getByRole('link', { name: 'Widerspruch folgen: wieder öffnen' }).click()
  const form = desk.locator('#step-reopen')
  await form.locator('select[name="reason"]').selectOption('notFixed')
  await form.locator('textarea').fill('Sie haben recht, wir fangen noch einmal an.')
  await form.getByRole('button', { name: 'Wieder öffnen' }).click()
  await desk.getByRole('button', { name: 'Beginnen', exact: true }).waitFor()
  expect((await sent.visitor.get(`/status/${sent.number}`)).body).toContain('Sie haben recht, wir fangen noch einmal an.')
  await desk.context().close()
})
