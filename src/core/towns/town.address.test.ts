import { expect, test } from 'vitest'
import { publicAddress } from './town.address.ts'

const asked = { slug: 'neustadt', origin: 'http://evil.example', base: '/t/neustadt' }
const job = { slug: 'neustadt', origin: '', base: '' }
const port = 3000

test.each([
  ['the installation is the town', ['stadt.example'], 'https://stadt.example', 'https://stadt.example'],
  ['the town has a host of its own', ['neustadt.example'], 'https://staedte.example', 'https://neustadt.example'],
  ['the port is kept', ['neustadt.example'], 'http://staedte.example:8080', 'http://neustadt.example:8080'],
  ['there is no DNS', ['127.0.0.1', 'localhost'], 'https://staedte.example', 'https://staedte.example/t/neustadt'],
])('%s', (_, hosts, publicUrl, address) => {
  for (const town of [asked, job]) expect(publicAddress(town, hosts, { publicUrl, port })).toBe(address)
})

test('the demo writes the address that was used, and in jobs its own', () => {
  const town = { slug: 'neustadt', origin: 'http://localhost:4000', base: '/t/neustadt' }
  expect(publicAddress(town, [], { publicUrl: undefined, port })).toBe('http://localhost:4000/t/neustadt')
  expect(publicAddress(job, [], { publicUrl: undefined, port })).toBe('http://localhost:3000/t/neustadt')
  expect(publicAddress(job, ['localhost'], { publicUrl: undefined, port })).toBe('http://localhost:3000')
})
