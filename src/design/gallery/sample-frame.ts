import type { Frame } from '#platform/view.ts'

/** A frame as the server makes it, for looking at pages without a server. */
export const sampleFrame = (changes: Partial<Frame> = {}): Frame => ({
  locale: 'de',
  theme: 'light',
  path: '/design',
  base: '',
  town: { name: 'Lindenfurt', slug: 'lindenfurt', colour: '#1f6f54' },
  person: { name: 'Erika Beispiel', mark: 'mark' },
  nav: [
    { href: '/', label: 'Start', current: false },
    { href: '/meldungen', label: 'Meldungen', current: true },
    { href: '/status', label: 'Status', current: false },
    { href: '/platz', label: 'Platz', current: false },
    { href: '/markt', label: 'Markt', current: false },
    { href: '/amt', label: 'Amt', current: false },
  ],
  unread: 3,
  demo: true,
  flash: [{ kind: 'success', text: 'Ihre Meldung M-2026-00417 ist angekommen.' }],
  assets: { css: ['/assets/main.css'], js: ['/assets/main.js'] },
  formKey: () => 'sample-key',
  now: new Date('2026-03-08T12:00:00Z'),
  ...changes,
})
