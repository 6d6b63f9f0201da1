import { expect, test } from 'vitest'
import { addressOf, cookieOf, isCrossSite, isNobody, localeOf, networkOf } from './request.ts'

test.each([
  ['en', 'de', 'en'],
  [undefined, 'en-GB,en;q=0.9,de;q=0.8', 'en'],
  [undefined, 'fr,de;q=0.5,en;q=0.7', 'en'],
  [undefined, 'fr', 'de'],
  [undefined, undefined, 'de'],
  ['xx', 'en;q=0', 'de'],
])('cookie %s and Accept-Language %s give %s', (cookie, header, locale) => {
  expect(localeOf(cookie, header)).toBe(locale)
})

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
])('the network of %s is %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})

test.each([
  ['10.0.0.1', '203.0.113.5', 0, '10.0.0.1'],
  ['10.0.0.1', '203.0.113.5', 1, '203.0.113.5'],
  ['10.0.0.1', 'forged, 203.0.113.5', 1, '203.0.113.5'],
  ['10.0.0.1', 'forged, 203.0.113.5, 10.0.0.9', 2, '203.0.113.5'],
  ['10.0.0.1', null, 1, '10.0.0.1'],
])('socket %s with X-Forwarded-For %s behind %i proxies is %s', (socket, forwarded, proxies, address) => {
  expect(addressOf(socket, forwarded, proxies)).toBe(address)
})

test.each([
  [{ 'sec-fetch-site': 'same-origin' }, false],
  [{ 'sec-fetch-site': 'none' }, false],
  [{ 'sec-fetch-site': 'same-site' }, true],
  [{ 'sec-fetch-site': 'cross-site' }, true],
  [{ origin: 'http://town.test' }, false],
  [{ origin: 'http://evil.test' }, true],
  [{ origin: 'null' }, true],
  [{ cookie: 'a=b', referer: 'http://evil.test/x' }, true],
  [{ cookie: 'a=b', referer: 'http://town.test/x' }, false],
  [{}, false],
])('%j is cross-site: %s', (headers, expected) => {
  expect(isCrossSite(new Headers(headers as Record<string, string>), 'town.test')).toBe(expected)
})

test('a cookie is found by its whole name', () => {
  expect(cookieOf('xa=1; a=2; b=3', 'a')).toBe('2')
  expect(cookieOf('a', 'a')).toBeUndefined()
  expect(cookieOf(null, 'a')).toBeUndefined()
})

test.each([
  [{}, true],
  [{ cookie: 'sprache=en; farbe=dark' }, true],
  [{ cookie: 'sprache=en; sitzung=x' }, false],
  [{ cookie: 'vorgang=x' }, false],
  [{ authorization: 'Bearer x' }, false],
])('%j may see a kept page: %s', (headers, expected) => {
  expect(isNobody(new Headers(headers as Record<string, string>))).toBe(expected)
})
