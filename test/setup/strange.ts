import type { Seeded } from '#platform/seeded.ts'
import type { Pool } from './made-up.ts'

const STRANGE: readonly string[] = [
  ...[
    '',
    ' ',
    '\t',
    '\n',
    '0',
    '-1',
    '1e309',
    'NaN',
    'Infinity',
    '9007199254740993',
    '-9223372036854775809',
    '99999999999999999999',
    '0x10',
    '1.5',
    '1,5',
  ],
  ...[
    'null',
    'undefined',
    'true',
    '[]',
    '{}',
    '[object Object]',
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'hasOwnProperty',
    'valueOf',
  ],
  ...[
    "'",
    '"',
    '`',
    '\\',
    "'; DROP TABLE core.town; --",
    "' OR 1=1 --",
    '%',
    '_',
    '%00',
    '\u0000',
    'a\u0000b',
    '\ud800',
    '\udfff\ud800',
    '\u202eabc',
    '\ufeff',
  ],
  ...['{{7*7}}', '$' + '{7*7}', '<!--', ']]>', '&amp;', '&#x0;', '{name}', '{count, plural, other {#', '*', '**', ':*', '&|!', '()'],
  ...[
    '../../etc/passwd',
    '..%2f',
    '/',
    '//evil.example',
    'https://evil.example/',
    'javascript:alert(1)',
    'data:text/html,x',
    '\r\nSet-Cookie: a=b',
    'file:///etc/passwd',
  ],
  ...['🦔'.repeat(50), 'ß'.repeat(300), 'a\u0301'.repeat(200), 'İ', 'ﬀ', '٣', '１２', '𝟘', 'x'.repeat(10_000), 'ä'.repeat(30_000)],
  ...[
    '00000000-0000-0000-0000-000000000000',
    'ffffffff-ffff-ffff-ffff-ffffffffffff',
    '00000000-0000-0000-0000-00000000000G',
    'M-0000-0000',
    'M-',
    'A'.repeat(43),
    '.'.repeat(43),
  ],
  ...[
    '2026-02-30',
    '0000-00-00',
    '9999-12-31',
    '-0001-01-01',
    '275760-09-13',
    '2026-13-01',
    '24:00',
    '1970-01-01T00:00:00Z',
    '+010000-01-01',
    '90',
    '180.0000001',
    '-91',
    '1e-320',
  ],
]

/** What ends an element that it stands in, and begins another. */
const MARKUP: readonly string[] = [
  '<script>alert(1)</script>',
  '</textarea><script>alert(1)</script>',
  '</p></div><img src=x onerror=alert(1)>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
]

/** Something that nobody types, of any length, shape and alphabet. */
export function strange(chance: Seeded, pool: Pool = []): string {
  const dice = chance.next()
  if (dice < 0.15) return chance.pick(MARKUP)
  if (dice < 0.7) return chance.pick(STRANGE)
  if (dice < 0.8) return chance.pick(STRANGE) + chance.pick(STRANGE)
  if (dice < 0.9 && pool.length > 0) return chance.pick(pool)
  return Array.from({ length: chance.int(1, 40) }, () => String.fromCodePoint(chance.int(0, chance.pick([0x7f, 0xffff, 0x10ffff])))).join(
    '',
  )
}
