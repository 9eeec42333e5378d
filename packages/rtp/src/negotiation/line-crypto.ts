import { Buffer } from 'node:buffer'
import type { Random } from '@klinke/foundation'
import {
  type CryptoAttribute,
  type CryptoSuite,
  cryptoAttributesOf,
  MASTER_KEY_AND_SALT_LENGTH,
  printCryptoAttribute,
} from '../sdp/crypto-attribute.ts'
import type { Attribute, MediaDescription } from '../sdp/session-description.ts'

/** Offered in this order: the longer tag first (RFC 4568 §6.2). */
const SUITES: readonly CryptoSuite[] = ['AES_CM_128_HMAC_SHA1_80', 'AES_CM_128_HMAC_SHA1_32']

/** A crypto line we can honour: no MKI in the packets, and no session parameter that changes the protection (RFC 4568 §6.3). WSH is a hint. */
export function isUsableCrypto(attribute: CryptoAttribute): boolean {
  return attribute.mki === undefined && attribute.sessionParameters.every((parameter) => parameter.startsWith('WSH='))
}

/** The offerer's most preferred line that we can honour (RFC 4568 §5.1.2). */
export function chooseCrypto(offered: MediaDescription): CryptoAttribute | undefined {
  return cryptoAttributesOf(offered).find(isUsableCrypto)
}

/** Crypto lines of an offer: one of each suite. A key once told for a suite on this line is kept, so that a re-offer does not re-key. */
export function offeredCrypto(previous: MediaDescription | undefined, random: Random): Attribute[] {
  return SUITES.map((suite, index) => cryptoLine(index + 1, suite, previous, random))
}

/** Crypto line of an answer: tag and suite of the chosen line, our own key. */
export function answeredCrypto(chosen: CryptoAttribute, previous: MediaDescription | undefined, random: Random): Attribute {
  return cryptoLine(chosen.tag, chosen.suite, previous, random)
}

/** The offered and the answered crypto line that belong together by their tag (RFC 4568 §5.1.3); undefined when the answer fits no offer. */
export function matchCrypto(
  offered: MediaDescription,
  answered: MediaDescription,
): { readonly offer: CryptoAttribute; readonly answer: CryptoAttribute } | undefined {
  const [answer] = cryptoAttributesOf(answered)
  if (!answer || !isUsableCrypto(answer)) return undefined
  const offer = cryptoAttributesOf(offered).find(({ tag, suite }) => tag === answer.tag && suite === answer.suite)
  return offer && { offer, answer }
}

function cryptoLine(tag: number, suite: CryptoSuite, previous: MediaDescription | undefined, random: Random): Attribute {
  const known = previous && cryptoAttributesOf(previous).find((attribute) => attribute.suite === suite)
  const inlineKey = known?.inlineKey ?? newInlineKey(random)
  const attribute = { tag, suite, inlineKey, lifetimePackets: undefined, mki: undefined, sessionParameters: [] }
  return { name: 'crypto', value: printCryptoAttribute(attribute) }
}

function newInlineKey(random: Random): string {
  const octets = Buffer.alloc(MASTER_KEY_AND_SALT_LENGTH + 2)
  for (let at = 0; at < octets.length; at += 4) octets.writeUInt32BE(random.uint32(), at)
  return octets.toString('base64', 0, MASTER_KEY_AND_SALT_LENGTH)
}
