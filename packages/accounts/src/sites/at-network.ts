import { BlockList, isIPv4, isIPv6 } from 'node:net'
import type { Site } from './site.ts'

/** Whether somebody is at a site; `unknown`: nobody has said by which addresses it is known. */
export type Whereabouts = 'here' | 'elsewhere' | 'unknown'

/** Where somebody is who comes from that address, seen from the site where his line stands (EMG-04). */
export function whereabouts(site: Pick<Site, 'networks'> | undefined, address: string): Whereabouts {
  const networks = site?.networks ?? []
  if (networks.length === 0) return 'unknown'
  const list = new BlockList()
  for (const network of networks) add(list, network)
  // IPv4 over a socket for both (RFC 4291 §2.5.5.2).
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  return list.check(plain, isIPv6(plain) ? 'ipv6' : 'ipv4') ? 'here' : 'elsewhere'
}

function add(list: BlockList, network: string): void {
  const [address = '', prefix] = network.split('/', 2)
  const family = isIPv4(address) ? 'ipv4' : 'ipv6'
  if (prefix === undefined) list.addAddress(address, family)
  else list.addSubnet(address, Number(prefix), family)
}
