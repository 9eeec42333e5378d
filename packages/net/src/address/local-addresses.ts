import { BlockList } from 'node:net'
import { networkInterfaces } from 'node:os'
import type { Clock } from '@klinke/foundation'
import { type AddressFamily, familyOf } from './plain-address.ts'

/** How long a look at the interfaces counts. */
const FRESH_MS = 30_000

interface Interface {
  readonly address: string
  readonly family: AddressFamily
  readonly internal: boolean
  readonly network: BlockList
}

/** This machine's own addresses, for sockets that are bound to all of them. */
export class LocalAddresses {
  readonly #clock: Clock
  #interfaces: readonly Interface[] = []
  #readMs = Number.NEGATIVE_INFINITY

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** The address that packets to `remote` most likely leave from: the one in its network, else the first outward one. */
  towards(remote: string): string {
    const family = familyOf(remote)
    const own = this.#all().filter((candidate) => candidate.family === family)
    const best = own.find(({ network }) => contains(network, remote)) ?? own.find(({ internal }) => !internal) ?? own[0]
    return best?.address ?? (family === 'IPv6' ? '::1' : '127.0.0.1')
  }

  /** True when `remote` is this machine or in a network it is directly connected to. */
  isNear(remote: string): boolean {
    return this.#all().some(({ network }) => contains(network, remote))
  }

  #all(): readonly Interface[] {
    const nowMs = this.#clock.nowMs()
    if (nowMs - this.#readMs > FRESH_MS) {
      this.#readMs = nowMs
      this.#interfaces = readInterfaces()
    }
    return this.#interfaces
  }
}

function contains(network: BlockList, address: string): boolean {
  return network.check(address, familyOf(address) === 'IPv6' ? 'ipv6' : 'ipv4')
}

function readInterfaces(): readonly Interface[] {
  return Object.values(networkInterfaces()).flatMap((addresses) =>
    (addresses ?? []).map(({ address, family, internal, cidr }) => {
      const network = new BlockList()
      const prefix = Number(cidr?.split('/')[1] ?? (family === 'IPv6' ? 128 : 32))
      network.addSubnet(address, prefix, family === 'IPv6' ? 'ipv6' : 'ipv4')
      return { address, family, internal, network }
    }),
  )
}
