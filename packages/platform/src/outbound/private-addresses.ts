import { BlockList, isIPv6 } from 'node:net'

/** Networks that are not the public Internet's (RFC 6890 and the IANA special-purpose registries). */
const NETWORKS = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24', '192.168.0.0/16'],
  ...['198.18.0.0/15', '224.0.0.0/4', '240.0.0.0/4'],
  ...['192.0.2.0/24', '192.88.99.0/24', '198.51.100.0/24', '203.0.113.0/24'],
  ...['::/96', '::ffff:0:0:0/96', '64:ff9b::/96', '64:ff9b:1::/48', '100::/64', '2001::/23', '2001:db8::/32', '2002::/16'],
  ...['3fff::/20', '5f00::/16', 'fc00::/7', 'fe80::/10', 'fec0::/10', 'ff00::/8'],
]

/**
 * Tells addresses that a customer's lookup must not reach: our own networks are behind them. An IPv4 address in the clothes of IPv6 (`::ffff:a.b.c.d`) is
 * looked at as IPv4, by `BlockList` itself: `::ffff:0:0/96` must not be in the list, for it would hold all IPv4 addresses.
 */
export function privateAddresses(): (address: string) => boolean {
  const list = new BlockList()
  for (const network of NETWORKS) {
    const [address = '', bits = ''] = network.split('/')
    list.addSubnet(address, Number(bits), isIPv6(address) ? 'ipv6' : 'ipv4')
  }
  return (address) => list.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')
}
