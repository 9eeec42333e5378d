import type { Random } from '@klinke/foundation'
import { parseSip, type Resolver, type TransportProtocol, type TransportTarget } from '@klinke/sip'
import type { AddressFamily } from '../address/plain-address.ts'
import type { DnsLookups } from './dns-lookups.ts'
import { locate } from './locate.ts'

export interface DnsResolverOptions {
  readonly dns: DnsLookups
  readonly random: Random
  /**
   * Families to use, the preferred one first. Default IPv4, then IPv6: over UDP an address that is unreachable costs 32 s
   * before the next one is tried.
   */
  readonly families?: readonly AddressFamily[]
}

/** RFC 3263 over DNS. */
export class DnsResolver implements Resolver {
  readonly #options: DnsResolverOptions

  constructor(options: DnsResolverOptions) {
    this.#options = options
  }

  async resolve(uri: string, transportHint?: TransportProtocol): Promise<readonly TransportTarget[]> {
    const parsed = parseSip(uri)
    if (!parsed) return []
    const { dns, random, families = ['IPv4', 'IPv6'] } = this.#options
    return locate(parsed, transportHint, { dns, random, families })
  }
}
