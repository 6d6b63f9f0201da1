import { expect, it } from 'vitest'
import { standInFor } from './stand-in.rules.ts'

const form = { path: '/meldungen/ohne-netz', insteadOf: ['/meldungen/neu', '/meldungen/neu/:draft'] }
const crew = { path: '/amt/unterwegs/ohne-netz', insteadOf: ['/amt/unterwegs', '/amt/meldungen/:number'] }

it.each([
  ['/meldungen/ohne-netz', form],
  ['/meldungen/neu', form],
  ['/meldungen/neu/abc', form],
  ['/meldungen/neu/abc/ort', undefined],
  ['/meldungen/neu/', undefined],
  ['/amt/meldungen/M-2222-3333', crew],
  ['/amt', undefined],
  ['/', undefined],
])('%s', (path, page) => expect(standInFor([form, crew], path)).toBe(page))
