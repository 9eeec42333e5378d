import { attributeValues } from './attributes.ts'
import type { MediaDescription } from './session-description.ts'

/** Hash functions of a=fingerprint (RFC 8122 §5) that are believed here, by their name on the wire; SHA-1 and MD5 are not. */
export type FingerprintHash = 'sha-256' | 'sha-384' | 'sha-512'

/** The hash of the certificate that the other side will show (RFC 8122). */
export interface Fingerprint {
  readonly hash: FingerprintHash
  /** Pairs of upper case hexadecimal digits with colons between them. */
  readonly value: string
}

const OCTETS: Readonly<Record<FingerprintHash, number>> = { 'sha-256': 32, 'sha-384': 48, 'sha-512': 64 }

/** All that can be read; others are left out. A certificate must match one of them (RFC 8122 §5). */
export function fingerprintsOf(media: MediaDescription): Fingerprint[] {
  return attributeValues(media, 'fingerprint').flatMap((value) => parseFingerprint(value) ?? [])
}

export function parseFingerprint(text: string): Fingerprint | undefined {
  const [name = '', digits = '', ...more] = text.trim().split(/ +/)
  const hash = name.toLowerCase()
  if (more.length > 0 || !isKnown(hash) || !/^[0-9a-f]{2}(?::[0-9a-f]{2})*$/i.test(digits)) return undefined
  return digits.length === 3 * OCTETS[hash] - 1 ? { hash, value: digits.toUpperCase() } : undefined
}

export function printFingerprint({ hash, value }: Fingerprint): string {
  return `${hash} ${value}`
}

function isKnown(hash: string): hash is FingerprintHash {
  return hash in OCTETS
}
