import { randomUUID } from 'node:crypto'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { launchBrowser } from '../setup/chromium.ts'
import { complaintsOf } from '../setup/look.ts'

const url = inject('demoUrl')
const PASSWORD = 'Sieben kleine Laternen'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

const nextAddress = (): string => `neu.${randomUUID().slice(0, 8)}@post.example`

async function newPage(script = true): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'de-DE', javaScriptEnabled: script })
  return context.newPage()
}

/** Opens the newest mail to this address in the demo's mailbox; a job writes it, so it may take a moment. */
async function openMail(page: Page, address: string, subject: RegExp): Promise<void> {
  const mail = page.getByRole('link', { name: subject }).first()
  await expect
    .poll(
      async () => {
        await page.goto(`${url}/demo/postfach?an=${encodeURIComponent(address)}`)
        return mail.count()
      },
      { timeout: 30_000 },
    )
    .toBeGreaterThan(0)
  await mail.click()
  await page.getByRole('heading', { level: 1, name: subject }).waitFor()
}

async function signUp(page: Page, email: string): Promise<void> {
  await page.goto(`${url}/registrieren`)
  await page.getByLabel('Name').fill('Thea Neumann')
  await page.getByLabel('E-Mail-Adresse').fill(email)
  await page.getByLabel('Passwort').fill(PASSWORD)
  await page.getByRole('button', { name: 'Weiter' }).click()
  await page.waitForURL('**/registrieren/bestaetigen')
}

async function signIn(page: Page, email: string): Promise<void> {
  await page.goto(`${url}/anmelden`)
  await page.getByLabel('E-Mail-Adresse').fill(email)
  await page.getByLabel('Passwort').fill(PASSWORD)
  await page.getByRole('button', { name: 'Anmelden', exact: true }).click()
}

describe.each([true, false])('with script: %s', (script) => {
  it('an account from sign-up to deletion', async () => {
    const page = await newPage(script)
    const email = nextAddress()
    await signUp(page, email)

    // The mail is read elsewhere; its link alone does nothing, the button behind it does.
    await openMail(page, email, /bestätigen/)
    await page.locator('.mail-text a[href*="/registrieren/link"]').click()
    await page.getByRole('button', { name: 'Konto anlegen' }).click()
    await page.getByText('Willkommen! Ihr Konto ist angelegt.').waitFor()

    await page.goto(`${url}/mein/konto`)
    await page.getByLabel('Name').fill('Thea Neumann-Ott')
    await page.getByRole('button', { name: 'Speichern' }).click()
    await page.getByText('Gespeichert.').waitFor()

    await page.context().clearCookies()
    await signIn(page, email)
    await page.waitForURL((address) => !address.pathname.startsWith('/anmelden'))
    await page.goto(`${url}/mein/konto`)
    expect(await page.getByLabel('Name').inputValue()).toBe('Thea Neumann-Ott')

    await page.goto(`${url}/mein/konto/daten`)
    await page.getByRole('link', { name: 'Konto löschen …' }).click()
    // Not without saying so.
    await page.getByRole('button', { name: 'Konto endgültig löschen' }).click()
    await expect.poll(() => page.locator('.kern-error, [aria-invalid=true]').count()).toBeGreaterThan(0)
    await page.getByLabel('Ja, ich möchte mein Konto löschen.').check()
    await page.getByRole('button', { name: 'Konto endgültig löschen' }).click()
    await page.getByText('Ihr Konto ist gelöscht.').waitFor()

    await signIn(page, email)
    await page.getByText('E-Mail-Adresse oder Passwort stimmen nicht.').first().waitFor()
    const answer = await page.goto(`${url}/mein/konto`)
    expect(new URL(answer?.url() ?? '').pathname).toBe('/anmelden')
    await page.context().close()
  })
})

it('a passkey: added, signed out, signed in with it and nothing else', async () => {
  const page = await newPage()
  const complaints = complaintsOf(page)
  const devices = await page.context().newCDPSession(page)
  await devices.send('WebAuthn.enable')
  const { authenticatorId } = await devices.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  const email = nextAddress()
  await signUp(page, email)
  await openMail(page, email, /bestätigen/)
  const [, code = ''] = /^\s*(\d{3} \d{3})$/m.exec((await page.locator('.mail-text').textContent()) ?? '') ?? []
  await page.goto(`${url}/registrieren/bestaetigen`)
  await page.getByLabel('Code').fill(code)
  await page.getByRole('button', { name: 'Konto anlegen' }).click()
  await page.getByText('Willkommen! Ihr Konto ist angelegt.').waitFor()

  await page.goto(`${url}/mein/konto/sicherheit`)
  await page.getByLabel('Name des Passkeys').fill('Mein Telefon')
  await page.getByRole('button', { name: 'Passkey hinzufügen' }).click()
  await page.getByText('Der Passkey ist hinzugefügt.').waitFor()
  expect((await devices.send('WebAuthn.getCredentials', { authenticatorId })).credentials).toHaveLength(1)

  await page.context().clearCookies()
  await page.goto(`${url}/anmelden?weiter=/mein/konto`)
  await page.getByRole('button', { name: 'Mit Passkey anmelden' }).click()
  await page.waitForURL('**/mein/konto')
  expect(await page.getByLabel('Name').inputValue()).toBe('Thea Neumann')

  // A passkey that the account no longer knows opens nothing.
  await page.goto(`${url}/mein/konto/sicherheit`)
  await page.locator('details.confirm > summary', { hasText: 'Entfernen' }).first().click()
  await page.locator('details.confirm button[type=submit]', { hasText: 'Mein Telefon' }).click()
  await page.getByText('Der Passkey ist entfernt.').waitFor()
  expect(complaints).toEqual([])
  await page.context().clearCookies()
  await page.goto(`${url}/anmelden`)
  await page.getByRole('button', { name: 'Mit Passkey anmelden' }).click()
  await expect.poll(() => page.url(), { timeout: 20_000 }).toContain('/anmelden')
  await page
    .getByText(/Passkey.*nicht/)
    .first()
    .waitFor()
  await page.context().close()
})
