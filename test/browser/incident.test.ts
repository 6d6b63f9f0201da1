import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { launchBrowser } from '../setup/chromium.ts'
import { demoMail, demoVisitor, signedInDemo } from '../setup/demo-visitor.ts'
import { axeFindings, shapeFindings } from '../setup/look.ts'
import { type SentReport, sendReport } from './pages/reports.ts'

const url = inject('demoUrl')
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

async function opened(width: number, script = true): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'de-DE', javaScriptEnabled: script })
  return await context.newPage()
}

async function clerk(width = 1280, script = true): Promise<Page> {
  const page = await opened(width, script)
  await page.goto(`${url}/anmelden`)
  await page.getByRole('button', { name: /Anja Wendehorst/ }).click()
  await page.waitForURL((address) => !address.pathname.startsWith('/anmelden'))
  return page
}

/** Everything that the page of a party says, opened by the link of the receipt, on a phone. */
async function statusOf({ link, number }: SentReport): Promise<string> {
  const page = await opened(360)
  await page.goto(`${url}${link}`)
  await page.waitForURL(`**/status/${number}`)
  const words = (await page.locator('main').textContent()) ?? ''
  await page.context().close()
  return words
}

const look = async (page: Page, name: string) => {
  // A page that is on its way says so at its root.
  await page.locator('html:not([aria-busy])').waitFor({ state: 'attached' })
  expect(await axeFindings(page), name).toEqual([])
  expect(await shapeFindings(page, 'de'), name).toEqual([])
  if (!process.env.INCIDENT_PICTURES) return
  const size = page.viewportSize()
  for (const width of [360, 1280])
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height: 900 })
      await page.emulateMedia({ colorScheme })
      await page.screenshot({ path: `${process.env.INCIDENT_PICTURES}/${name}-${width}-${colorScheme}.png`, fullPage: true })
    }
  await page.emulateMedia({ colorScheme: 'light' })
  if (size) await page.setViewportSize(size)
}

it('three reporters, one damage: a step reaches each, one is taken out and back, and everybody keeps what is private', async () => {
  const email = `drei.${Date.now().toString(36)}@post.example`
  const anonymous = await sendReport(url, { text: 'Loch am Markt, mein Rad hat einen Platten.' })
  const byMail = await sendReport(url, { text: 'Schlagloch am Markt, ganz schön tief.', email })
  const confirm = (await demoMail(url, email)).links.find((link) => link.startsWith('/meldungen/bestaetigen/'))!
  await byMail.visitor.fill(confirm, confirm)
  const account = await sendReport(url, { text: 'Am Markt ist der Belag gebrochen.' }, await signedInDemo(url, 'Amira Haddad'))
  const sent = [anonymous, byMail, account]

  const desk = await clerk()
  await desk.goto(`${url}/amt/meldungen/${anonymous.number}`)
  await desk.getByRole('link', { name: 'Derselbe Schaden?' }).click()
  await desk.getByRole('heading', { level: 1, name: 'Mehrere Meldungen, ein Schaden' }).waitFor()
  await look(desk, 'alone')
  await desk.locator(`#dazu input[value="${byMail.number}"]`).check()
  await desk.locator('#dazu input[name="numbers"]').fill(account.number)
  await desk.getByRole('button', { name: 'Hier zusammenführen' }).click()
  await desk.getByText('2 Meldungen gehören jetzt dazu.').waitFor()
  await look(desk, 'together')

  await desk.goto(`${url}/amt/meldungen/${byMail.number}`)
  await desk.getByText('Gehört zu einem Schaden mit 3 Meldungen').waitFor()
  expect(await desk.getByRole('button', { name: 'Annehmen', exact: true }).count()).toBe(0)
  await look(desk, 'member')
  await desk.goto(`${url}/amt/meldungen/${anonymous.number}`)
  await desk.getByRole('button', { name: 'Annehmen', exact: true }).click()
  await desk.getByRole('button', { name: 'Beginnen', exact: true }).waitFor()
  await desk.goto(`${url}/amt/meldungen/${anonymous.number}`)
  await look(desk, 'head')
  for (const each of sent) {
    const words = await statusOf(each)
    expect(words).toContain('Die zuständige Stelle hat die Meldung angenommen.')
    expect(words).toContain('Denselben Schaden haben auch andere gemeldet (3 Meldungen).')
  }
  const told = (await demoMail(url, email, 'Angenommen')).links.find((link) => link.startsWith('/s/'))!
  expect(await statusOf({ ...byMail, link: told })).toContain('ganz schön tief')

  // Number and code of the receipt open the own report; what is written there nobody else reads.
  const phone = await opened(360, false)
  await phone.goto(`${url}/status`)
  await phone.locator('input[name="number"]').fill(anonymous.number)
  await phone.locator('input[name="code"]').fill(anonymous.code)
  await phone.locator('main form button[type="submit"]').first().click()
  await phone.waitForURL(`**/status/${anonymous.number}`)
  await phone.locator('#schreiben > summary').click()
  await phone.locator('#schreiben textarea').fill('Bitte nicht klingeln, Nachtschicht.')
  await phone.locator('#schreiben button[type="submit"]').click()
  await phone.getByText('Bitte nicht klingeln').first().waitFor()
  expect(await statusOf(anonymous)).toContain('Nachtschicht')
  for (const each of [byMail, account]) expect(await statusOf(each)).not.toContain('Nachtschicht')

  const anybody = await opened(360)
  await anybody.goto(`${url}/meldungen/${byMail.number}`)
  await anybody.getByText('Diese Meldung gehört zu einem Schaden mit 3 Meldungen').waitFor()
  expect(await anybody.locator('main').textContent()).not.toContain('Nachtschicht')
  await look(anybody, 'public-member')
  await anybody.getByRole('link', { name: `Weiter geht es bei ${anonymous.number}` }).click()
  await anybody.getByRole('heading', { name: '3 Meldungen zu diesem Schaden' }).waitFor()
  await look(anybody, 'public-head')
  await anybody.goto(`${url}${byMail.link}`)
  await look(anybody, 'party')

  await desk.goto(`${url}/amt/meldungen/${anonymous.number}/schaden`)
  await desk.locator(`input[form="split"][value="${byMail.number}"]`).check()
  await desk.getByRole('button', { name: 'Ausgewählte herauslösen' }).click()
  await desk.getByText('Eine Meldung geht wieder für sich weiter.').waitFor()
  const alone = await statusOf(byMail)
  expect(alone).toContain('Die Meldung geht wieder für sich weiter')
  expect(alone).not.toContain('Denselben Schaden haben auch andere gemeldet')
  expect(await statusOf(account)).toContain('(2 Meldungen)')

  await desk.getByRole('button', { name: 'Rückgängig' }).click()
  await desk.getByText('Zurückgenommen.').waitFor()
  for (const each of sent) expect(await statusOf(each)).toContain('(3 Meldungen)')
  for (const page of [desk, phone, anybody]) await page.context().close()
})

it.each([true, false])('chosen in the work list: one goes on, with script: %s', async (script) => {
  const [one, two] = [await sendReport(url, { text: 'Loch bei der Apotheke' }), await sendReport(url, { text: 'Loch an der Apotheke' })]
  const desk = await clerk(script ? 1280 : 360, script)
  await desk.goto(`${url}/amt/meldungen?ansicht=open&sort=received`)
  for (const { number } of [one, two]) await desk.locator(`input[name="n"][value="${number}"]`).check()
  await desk.getByRole('button', { name: 'Zusammenführen', exact: true }).click()
  await desk.getByRole('heading', { level: 1, name: '2 Meldungen zu einem Schaden zusammenführen' }).waitFor()
  if (script) await look(desk, 'choose')
  await desk.locator(`input[name="into"][value="${two.number}"]`).check()
  await desk.locator('#verbinden button[type="submit"]').first().click()
  await desk.waitForURL(`**/amt/meldungen/${two.number}/schaden`)
  await desk.getByText('Eine Meldung gehört jetzt dazu.').waitFor()
  const visitor = demoVisitor(url)
  expect((await visitor.get(`/meldungen/${one.number}`)).body).toContain(`Weiter geht es bei ${two.number}`)
  await desk.context().close()
})
