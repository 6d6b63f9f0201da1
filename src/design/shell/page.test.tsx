import { renderToString } from 'preact-render-to-string'
import { beforeAll, expect, it } from 'vitest'
import { sampleFrame } from '#design/gallery/sample-frame.ts'
import { designTexts } from '#design/texts.ts'
import { registerTexts } from '#platform/text.ts'
import { type Frame, inFrame } from '#platform/view.ts'
import { Page } from './page.tsx'

beforeAll(() => registerTexts(designTexts))

const page = (changes: Partial<Frame> = {}) => inFrame(sampleFrame(changes), () => renderToString(<Page title="Meldungen">Inhalt</Page>))

it('has no inline style and no inline script, which the security policy would refuse', () => {
  const html = page()
  expect(html).not.toMatch(/ style=|<style|<script(?![^>]* src=)| on\w+=/)
})

it('takes the colour of the town only if it is one', () => {
  expect(page({ town: { name: 'A', slug: 'a', colour: '#123456' } })).toContain('fill="#123456"')
  expect(page({ town: { name: 'A', slug: 'a', colour: 'url(https://evil.example)' } })).not.toContain('evil.example')
})

it('leads to the same page in the other language, query included', () => {
  expect(page({ path: '/meldungen?ort=Nord&x=1', base: '/t/b' })).toContain(
    'href="/t/b/sprache?zu=en&amp;weiter=%2Fmeldungen%3Fort%3DNord%26x%3D1"',
  )
  expect(page({ locale: 'en' })).toContain('lang="de"')
})

it('gives way to the device unless a theme was chosen', () => {
  expect(page({ theme: 'auto' })).not.toContain('data-kern-theme')
  expect(page({ theme: 'dark' })).toContain('<html lang="de" data-kern-theme="dark">')
})

it('has one heading of the first level and names each landmark', () => {
  const html = page()
  expect(html.match(/<h1/g)).toHaveLength(1)
  for (const nav of html.match(/<nav[^>]*>/g) ?? []) expect(nav).toContain('aria-label')
})

it('offers to sign in to those who are not, and carries no form key for them, so that the page can be kept for all', () => {
  let keys = 0
  const html = page({ person: undefined, formKey: () => `k${keys++}` })
  expect(html).toContain('href="/anmelden?weiter=%2Fdesign"')
  expect(keys).toBe(0)
})

it('asks nobody to sign in where it does not know who reads, such as on error pages', () => {
  expect(page({ person: undefined, readerUnknown: true })).not.toContain('/anmelden?weiter')
})

it('says whose the device is only where it was asked who reads', () => {
  const owner = (changes: Partial<Frame>) => /data-offline-owner-value[^\s>]*/.exec(page(changes))?.[0]
  expect(owner({ person: { name: 'Toni', mark: 'abc' } })).toBe('data-offline-owner-value="abc"')
  expect(owner({ person: undefined })).toBe('data-offline-owner-value')
  expect(owner({ person: undefined, readerUnknown: true })).toBeUndefined()
})
