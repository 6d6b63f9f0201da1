import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addressTrouble, isOpenAddress } from './address.rules.ts'

describe('what is inside', () => {
  test.each([
    ...['0.0.0.0', '10.0.0.1', '10.255.255.255', '100.64.0.1', '127.0.0.1', '127.255.255.254', '169.254.169.254', '172.16.0.1'],
    ...['172.31.255.255', '192.0.0.8', '192.0.2.1', '192.88.99.1', '192.168.1.1', '198.18.0.1', '198.51.100.7', '203.0.113.9'],
    ...['224.0.0.1', '239.255.255.250', '240.0.0.1', '255.255.255.255'],
    ...[
      '::',
      '::1',
      '::ffff:127.0.0.1',
      '::ffff:8.8.8.8',
      '::7f00:1',
      '64:ff9b::7f00:1',
      'fc00::1',
      'fd12:3456::1',
      'fe80::1',
      'fe80::1%eth0',
    ],
    ...['ff02::1', '2001::1', '2001:db8::1', '2002:7f00:1::', '2002:0a00:0001::1', '3fff::1', '4000::1', '100::1'],
    ...['', 'localhost', '8.8.8', '0x7f.1', '1.2.3.4 ', '2606:4700::1111%25eth0'],
  ])('%s', (address) => expect(isOpenAddress(address)).toBe(false))

  test('no private address, however it is written into IPv6', () => {
    const octet = fc.integer({ min: 0, max: 255 })
    fc.assert(
      fc.property(octet, octet, octet, (b, c, d) => {
        for (const a of [10, 127]) {
          const hex = [a, b, c, d].map((part) => part.toString(16).padStart(2, '0'))
          const [high, low] = [hex.slice(0, 2).join(''), hex.slice(2).join('')]
          const ways = [
            `${a}.${b}.${c}.${d}`,
            `::ffff:${high}:${low}`,
            `64:ff9b::${high}:${low}`,
            `2002:${high}:${low}::1`,
            `::${high}:${low}`,
          ]
          for (const way of ways) expect(isOpenAddress(way)).toBe(false)
        }
      }),
    )
  })
})

test.each(['8.8.8.8', '172.15.0.1', '172.32.0.1', '192.167.1.1', '100.128.0.1', '2606:4700:4700::1111', '2a00:1450::1', '2003:e1::1'])(
  '%s is of the open internet',
  (address) => expect(isOpenAddress(address)).toBe(true),
)

describe('addresses that people type', () => {
  test.each([
    ['', 'noAddress'],
    ['town.example/hook', 'noAddress'],
    ['ftp://town.example', 'noHttps'],
    ['file:///etc/passwd', 'noHttps'],
    ['http://town.example/hook', 'noHttps'],
    ['https://user:word@town.example', 'withPassword'],
    ['https://user@town.example', 'withPassword'],
    ['https://town.example:25/', 'badPort'],
    ['https://town.example:80/', 'badPort'],
    ['https://127.0.0.1/', 'forbiddenAddress'],
    ['https://0x7f000001/', 'forbiddenAddress'],
    ['https://2130706433/', 'forbiddenAddress'],
    ['https://0177.1/', 'forbiddenAddress'],
    ['https://127.1/', 'forbiddenAddress'],
    ['https://[::1]/', 'forbiddenAddress'],
    ['https://[::ffff:10.0.0.1]/', 'forbiddenAddress'],
    ['https://169.254.169.254/latest/meta-data', 'forbiddenAddress'],
    ['https://localhost/', 'forbiddenAddress'],
    ['https://localhost./', 'forbiddenAddress'],
    ['https://a.localhost:8443/', 'forbiddenAddress'],
    ['https://printer.local/', 'forbiddenAddress'],
    ['https://metadata.google.internal/', 'forbiddenAddress'],
    ['https://intranet/', 'forbiddenAddress'],
    ['https://town.example/hook?key=1', undefined],
    ['https://town.example:8443/', undefined],
    ['https://8.8.8.8/', undefined],
    ['https://[2606:4700:4700::1111]/', undefined],
  ])('%s → %s', (address, trouble) => expect(addressTrouble(address, [])).toBe(trouble))

  test('what the operator opened is reached, and nothing beside it', () => {
    const opened = ['http://10.0.0.5:8080/hooks', 'https://intranet/']
    for (const address of ['http://10.0.0.5:8080/hooks', 'http://10.0.0.5:8080/hooks/a?b', 'https://intranet/x'])
      expect(addressTrouble(address, opened)).toBeUndefined()
    expect(addressTrouble('http://10.0.0.5:8080/hooksters', opened)).toBe('noHttps')
    expect(addressTrouble('http://10.0.0.5:8080/hooks/../admin', opened)).toBe('noHttps')
    expect(addressTrouble('http://10.0.0.5/hooks', opened)).toBe('noHttps')
    expect(addressTrouble('https://10.0.0.5:8080/hooks', opened)).toBe('forbiddenAddress')
    expect(addressTrouble('https://intranet.example@10.0.0.5/', opened)).toBe('withPassword')
  })
})
