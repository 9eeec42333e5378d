import { Buffer } from 'node:buffer'
import type { Random } from '@klinke/foundation'

/** User name fragment and password of one side, told in the signalling (RFC 8445 §5.3). */
export interface IceCredentials {
  readonly usernameFragment: string
  readonly password: string
}

/** At least 24 bits of the fragment and 128 of the password must be random; base64 carries six to the character. */
const FRAGMENT_OCTETS = 6
const PASSWORD_OCTETS = 18

/** New ones, for a session or a restart of ICE. */
export function newIceCredentials(random: Random): IceCredentials {
  return { usernameFragment: randomText(random, FRAGMENT_OCTETS), password: randomText(random, PASSWORD_OCTETS) }
}

export function sameCredentials(a: IceCredentials, b: IceCredentials): boolean {
  return a.usernameFragment === b.usernameFragment && a.password === b.password
}

/** The characters of `ice-char` (RFC 8839 §5.4) are those of base64. */
function randomText(random: Random, octets: number): string {
  const bytes = Buffer.alloc(4 * Math.ceil(octets / 4))
  for (let at = 0; at < bytes.length; at += 4) bytes.writeUInt32BE(random.uint32(), at)
  return bytes.toString('base64', 0, octets)
}
