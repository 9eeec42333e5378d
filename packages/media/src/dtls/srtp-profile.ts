import { Buffer } from 'node:buffer'
import type { CryptoSuite } from '@klinke/rtp'

/** Protection profiles of use_srtp (RFC 5764 §4.1.2), in our order of preference, as OpenSSL names them. */
export const OFFERED_PROFILES = 'SRTP_AES128_CM_SHA1_80'

/** By their numbers on the wire. */
const SUITES: ReadonlyMap<bigint, { readonly suite: CryptoSuite; readonly keyOctets: number; readonly saltOctets: number }> = new Map([
  [0x0001n, { suite: 'AES_CM_128_HMAC_SHA1_80', keyOctets: 16, saltOctets: 14 }],
])

/** The keys of both directions, from our side. */
export interface SrtpKeys {
  readonly suite: CryptoSuite
  /** Master key and salt, one after the other. */
  readonly send: Buffer
  readonly receive: Buffer
}

/** What is exported for a profile: octets of both keys and both salts; 0 for a profile that is not spoken here. */
export function exportedOctets(profile: bigint): number {
  const known = SUITES.get(profile)
  return known ? 2 * (known.keyOctets + known.saltOctets) : 0
}

/** RFC 5764 §4.2: client key, server key, client salt, server salt. */
export function keysFrom(profile: bigint, material: Buffer, role: 'client' | 'server'): SrtpKeys | undefined {
  const known = SUITES.get(profile)
  if (!known) return undefined
  const { suite, keyOctets, saltOctets } = known
  const part = (side: 0 | 1): Buffer => {
    const key = material.subarray(side * keyOctets, (side + 1) * keyOctets)
    const saltAt = 2 * keyOctets + side * saltOctets
    return Buffer.concat([key, material.subarray(saltAt, saltAt + saltOctets)])
  }
  const [client, server] = [part(0), part(1)]
  return role === 'client' ? { suite, send: client, receive: server } : { suite, send: server, receive: client }
}
