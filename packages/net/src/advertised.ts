import { isIP } from 'node:net'
import type { Flow, SocketAddress } from '@klinke/sip'
import type { LocalAddresses } from './address/local-addresses.ts'
import { familyOf } from './address/plain-address.ts'

/** The address to write into Via and Contact for messages on `flow`; `port` is what we listen on with its protocol. */
export function advertisedAddress(flow: Flow, port: number, publicAddress: string | undefined, local: LocalAddresses): SocketAddress {
  if (publicAddress === undefined || local.isNear(flow.remote.address)) return { address: flow.local.address, port }
  const fits = isIP(publicAddress) === 0 || familyOf(publicAddress) === familyOf(flow.remote.address)
  return { address: fits ? publicAddress : flow.local.address, port }
}
