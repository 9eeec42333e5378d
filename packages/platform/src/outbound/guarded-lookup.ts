import { type LookupAddress, type LookupOptions, lookup as resolve } from 'node:dns'
import type { LookupFunction } from 'node:net'

/** A name leads into a private network. */
export class PrivateAddress extends Error {}

/**
 * Resolves like Node does, and refuses names that lead into private networks. The address is checked where the connection is made, so that a name
 * that changes between check and use gains nothing.
 */
export function guardedLookup(refuses: (address: string) => boolean): LookupFunction {
  return (hostname, options: LookupOptions, done) => {
    resolve(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
      if (error) return done(error, '', 4)
      const [first] = addresses
      if (first === undefined || addresses.some(({ address }) => refuses(address))) return done(new PrivateAddress(), '', 4)
      return options.all === true ? done(null, addresses) : done(null, first.address, first.family)
    })
  }
}
