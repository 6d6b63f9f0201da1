import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { launchBrowser } from '../setup/chromium.ts'
import { axeFindings, shapeFindings } from '../setup/look.ts'
import { sendReport } from './pages/reports.ts'

const url = inject('demoUrl')
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

async function signedIn(who: string, { script = true, width = 1280 } = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, javaScriptEnabled: script, locale: 'de-DE' })
  context.setDefaultTimeout(20_000)
  const page = await context.newPage()
  await page.goto(`${url}/anmelden`)
  await page.getByRole('button', { name: new RegExp(who) }).click()
  await page.waitForURL((address) => !address.pathname.startsWith('/anmelden'))
  return page
}

const ROUTING = '/verwaltung/zustaendigkeit'

/** Begins again with what is in force, whatever stands there from before. */
async function freshDraft(page: Page): Promise<void> {
  await page.goto(`${url}${ROUTING}/entwurf`)
  const discard = page.locator('details.confirm > summary', { hasText: 'Entwurf verwerfen' })
  if (await discard.count()) {
    await discard.click()
    await page.getByRole('button', { name: 'Entwurf verwerfen' }).click()
    await page.getByText('Der Entwurf ist verworfen.').waitFor()
  }
  await page.goto(`${url}${ROUTING}/entwurf`)
  await page.getByRole('button', { name: 'Entwurf anlegen' }).click()
  await page.getByText('Der Entwurf enthält alle bisherigen Regeln.').waitFor()
}

it.each([true, false])(
  'a rule is drafted, replayed over the year and takes effect; the next report goes by it (with script: %s)',
  async (script) => {
    const page = await signedIn('Wiebke Thalmayr', { script, width: script ? 1280 : 360 })
    await freshDraft(page)
    const unit = script ? 'Ordnungsamt' : 'Verkehrsbehörde'
    await page.getByRole('link', { name: 'Regel anlegen' }).click()
    await page.getByLabel('Gegenstand').selectOption({ label: 'Brunnen' })
    await page.getByLabel('Kategorie').selectOption({ label: 'Schlagloch in der Fahrbahn' })
    await page.getByRole('button', { name: 'Speichern' }).click()
    // A rule needs a unit: what was chosen is kept.
    await page.locator('.error-summary').waitFor()
    expect(await page.getByLabel('Gegenstand').inputValue()).toBe('fountain')
    await page.getByLabel('Gegenstand').selectOption('')
    await page.getByLabel('Bekommt').selectOption({ label: unit })
    await page.getByRole('button', { name: 'Speichern' }).click()
    await page
      .getByText(`Neu: Schlagloch in der Fahrbahn bekommt ${unit}.`)
      .or(page.getByText('Schlagloch in der Fahrbahn: bekommt'))
      .first()
      .waitFor()

    // Without a replay it takes effect only if that is said.
    await page.getByRole('button', { name: 'In Kraft setzen' }).click()
    await page.getByText('noch nicht durchgerechnet').first().waitFor()
    await page.getByRole('button', { name: 'Durchrechnen' }).click()
    for (let tries = 0; tries < 50 && !(await page.getByRole('button', { name: 'Noch einmal durchrechnen' }).count()); tries++) {
      await page.waitForTimeout(300)
      if (!script) await page.goto(`${url}${ROUTING}/entwurf`)
    }
    const sum = (await page.locator('.replay-sum').textContent()) ?? ''
    expect(sum).toMatch(/Meldungen würden wechseln, keine hätte niemanden\./)
    const moved = Number(/^\d+/.exec(sum)?.[0])
    expect(moved).toBeGreaterThan(3)
    const counted = await page
      .locator('tr', { hasText: 'Schlagloch in der Fahrbahn' })
      .locator('td[data-label="Meldungen"]')
      .allTextContents()
    expect(counted.reduce((all, text) => all + Number(text), 0)).toBe(moved)
    if (script) {
      expect(await axeFindings(page)).toEqual([])
      expect(await shapeFindings(page, 'de')).toEqual([])
      // axe has opened what can be opened. The next press closes it, and reaches its button all the same.
      expect(await page.locator('details.confirm[open]').count()).toBeGreaterThan(3)
    }

    await page.getByRole('button', { name: 'In Kraft setzen' }).click()
    await page.getByText('Die neue Fassung gilt.').waitFor()
    await page.getByRole('heading', { name: /Es gilt Fassung \d+/ }).waitFor()
    const { number } = await sendReport(url)
    const desk = await signedIn('Petra Uhlenbrock')
    await desk.goto(`${url}/amt/meldungen/${number}`)
    const routing = desk.locator('section', { hasText: 'Verteilung' }).last()
    expect(await routing.textContent()).toContain(unit)
    await routing.locator('summary').click()
    await desk.getByText(/Nach Fassung \d+ der Regeln\./).waitFor()

    // Back to how it was, from the version before: others look at this town too.
    const version = /Fassung (\d+)/.exec((await page.getByRole('heading', { name: /Es gilt Fassung/ }).textContent()) ?? '')?.[1]
    await page.goto(`${url}${ROUTING}/fassungen/1`)
    await page.locator('details.confirm > summary').click()
    await page.getByRole('button', { name: 'Entwurf aus Fassung 1 anlegen' }).click()
    await page
      .getByText(`Entwurf, Fassung ${Number(version) + 1}`)
      .first()
      .waitFor()
    await page.getByLabel('Auch ohne Probe in Kraft setzen').check()
    await page.getByRole('button', { name: 'In Kraft setzen' }).click()
    await page.getByText('Die neue Fassung gilt.').waitFor()
    // The demo has a draft to look at, for other tests as well.
    await freshDraft(page)
  },
)

it('who covers for somebody finds her reports and acts with both names; what waits too long says why', async () => {
  const page = await signedIn('Anja Wendehorst')
  await page.goto(`${url}/amt/meldungen?ansicht=cover`)
  await page.getByRole('link', { name: /In Vertretung für Goran Petrić/ }).waitFor()
  await page.locator('tbody a.desk-subject').first().click()
  await page.getByText(/In Vertretung: Anja Wendehorst/).waitFor()
  await page.locator('#wort > summary').click()
  await page.locator('#wort textarea').fill('Wir haben die Stelle gesichert.')
  await page.locator('#wort button[type=submit]').last().click()
  await page.getByText('Anja Wendehorst in Vertretung für Goran Petrić').first().waitFor()

  await page.goto(`${url}/amt/meldungen?ansicht=escalated`)
  await page.locator('tbody a.desk-subject').first().click()
  await page
    .getByText(/Nächste Stufe|bei der Amtsleitung/)
    .first()
    .waitFor()
  expect(await axeFindings(page)).toEqual([])
  expect(await shapeFindings(page, 'de')).toEqual([])
})
