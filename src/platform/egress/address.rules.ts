import { BlockList, isIP, isIPv4 } from 'node:net'

/** IANA IPv4 Special-Purpose Address Registry, multicast and reserved ranges: nothing of it is a host of the open internet. */
const closed4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3',
]

/** Of IPv6 only global unicast (2000::/3) is open, without what leads elsewhere: Teredo, documentation, 6to4, which carries an IPv4 address. */
const closed6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20']

const listOf = (type: 'ipv4' | 'ipv6', ranges: readonly string[]): BlockList => {
  const list = new BlockList()
  for (const range of ranges) {
    const [net = '', bits] = range.split('/')
    list.addSubnet(net, Number(bits), type)
  }
  return list
}
const private4 = listOf('ipv4', closed4)
const private6 = listOf('ipv6', closed6)
const global6 = listOf('ipv6', ['2000::/3'])

/** Whether an IP address belongs to a host of the open internet. Anything that is no address does not. */
export function isOpenAddress(address: string): boolean {
  if (isIP(address) === 0) return false
  if (isIPv4(address)) return !private4.check(address, 'ipv4')
  // A zone (`fe80::1%eth0`) exists only for addresses of the own network.
  return !address.includes('%') && global6.check(address, 'ipv6') && !private6.check(address, 'ipv6')
}

/** The host of an address as a socket wants it: IPv6 without brackets. */
export const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[(.*)\]$/, '$1')

export type AddressTrouble = 'noAddress' | 'noHttps' | 'withPassword' | 'badPort' | 'forbiddenAddress'

/** Ports of other services are no place for HTTP. */
const ports = (port: string): boolean => port === '' || port === '443' || Number(port) >= 1024

/** Whether `url` begins with one of the addresses the operator opened: same scheme, host and port, and the path below it. */
export const isOpened = (url: URL, opened: readonly string[]): boolean =>
  opened.some((beginning) => {
    const { origin, pathname } = new URL(beginning)
    const folder = pathname.endsWith('/') ? pathname : `${pathname}/`
    return url.origin === origin && `${url.pathname}/`.startsWith(folder)
  })

/** What can be seen of an address without asking anybody: https, no password, no address of an own network. A name is checked when it is used. */
export function addressTrouble(text: string, opened: readonly string[]): AddressTrouble | undefined {
  if (!URL.canParse(text)) return 'noAddress'
  const url = new URL(text)
  if (!['http:', 'https:'].includes(url.protocol)) return 'noHttps'
  if (url.username || url.password) return 'withPassword'
  if (isOpened(url, opened)) return undefined
  if (url.protocol !== 'https:') return 'noHttps'
  if (!ports(url.port)) return 'badPort'
  const host = hostOf(url)
  if (isIP(host) !== 0 && !isOpenAddress(host)) return 'forbiddenAddress'
  return /(^|\.)(localhost|local|internal|home\.arpa)\.?$/i.test(host) || !/[.:]/.test(host) ? 'forbiddenAddress' : undefined
}
