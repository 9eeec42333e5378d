import { Buffer } from 'node:buffer'
import { attributeValues } from './attributes.ts'
import { decimal } from './decimal.ts'
import type { MediaDescription } from './session-description.ts'

/** SRTP protection the exchange speaks (RFC 4568 §6.2): the names on the wire. */
export type CryptoSuite = 'AES_CM_128_HMAC_SHA1_80' | 'AES_CM_128_HMAC_SHA1_32'

/** Master key (16 octets) and salt (14 octets), one after the other, as `inline:` carries them. */
export const MASTER_KEY_AND_SALT_LENGTH = 30

/** a=crypto with one inline key (RFC 4568 §9.1), of a suite spoken here. */
export interface CryptoAttribute {
  readonly tag: number
  readonly suite: CryptoSuite
  /** Master key and salt in base64, 40 characters. */
  readonly inlineKey: string
  /** Packets the key may protect; undefined when not limited. */
  readonly lifetimePackets: number | undefined
  /** Master key identifier carried in each packet; undefined for none. */
  readonly mki: { readonly value: number; readonly length: number } | undefined
  readonly sessionParameters: readonly string[]
}

/** The master key and salt as octets. */
export function keyAndSalt(attribute: CryptoAttribute): Buffer {
  return Buffer.from(attribute.inlineKey, 'base64')
}

/** All a=crypto lines of a media line that can be read; others (unknown suite, several keys, damage) are left out. */
export function cryptoAttributesOf(media: MediaDescription): CryptoAttribute[] {
  const found: CryptoAttribute[] = []
  for (const value of attributeValues(media, 'crypto')) {
    const attribute = parseCryptoAttribute(value)
    if (attribute) found.push(attribute)
  }
  return found
}

/** Reads the value of one a=crypto line, such as `1 AES_CM_128_HMAC_SHA1_80 inline:…|2^20|1:4`. */
export function parseCryptoAttribute(value: string): CryptoAttribute | undefined {
  const [tagText, suite, keyParameters = '', ...sessionParameters] = value.trim().split(/ +/)
  const tag = decimal(tagText, 999_999_999)
  if (tag === undefined || (suite !== 'AES_CM_128_HMAC_SHA1_80' && suite !== 'AES_CM_128_HMAC_SHA1_32')) return undefined
  if (!/^inline:[^;]+$/i.test(keyParameters)) return undefined
  const [inlineKey = '', ...limits] = keyParameters.slice(7).split('|')
  if (!/^[A-Za-z0-9+/]{40}$/.test(inlineKey)) return undefined
  const options = readLimits(limits)
  return options && { tag, suite, inlineKey, sessionParameters, ...options }
}

export function printCryptoAttribute(attribute: CryptoAttribute): string {
  const { tag, suite, inlineKey, lifetimePackets, mki, sessionParameters } = attribute
  const lifetime = lifetimePackets === undefined ? '' : `|${lifetimePackets}`
  const identifier = mki ? `|${mki.value}:${mki.length}` : ''
  return [`${tag} ${suite} inline:${inlineKey}${lifetime}${identifier}`, ...sessionParameters].join(' ')
}

/** `|lifetime` and `|MKI:length`, each optional; the colon tells them apart (RFC 4568 §6.1). */
function readLimits(limits: readonly string[]): Pick<CryptoAttribute, 'lifetimePackets' | 'mki'> | undefined {
  let lifetimePackets: number | undefined
  let mki: CryptoAttribute['mki']
  for (const limit of limits) {
    const [first, second] = limit.split(':')
    if (second !== undefined) {
      const value = decimal(first, Number.MAX_SAFE_INTEGER)
      const length = decimal(second, 128)
      if (value === undefined || !length || mki) return undefined
      mki = { value, length }
    } else {
      const power = /^2\^(\d{1,2})$/.exec(limit)
      const packets = power ? 2 ** Number(power[1]) : decimal(limit, Number.MAX_SAFE_INTEGER)
      if (packets === undefined || packets === 0 || packets > 2 ** 48 || lifetimePackets !== undefined || mki) return undefined
      lifetimePackets = packets
    }
  }
  return { lifetimePackets, mki }
}
