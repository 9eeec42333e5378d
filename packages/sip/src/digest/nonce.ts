import { Buffer } from 'node:buffer'
import { timingSafeEqual } from 'node:crypto'
import { type Random, token } from '@klinke/foundation'
import { TextMac } from './text-mac.ts'

const RANDOM_CHARACTERS = 12
const MAC_CHARACTERS = 22

/**
 * Makes and recognises nonces without remembering them: `<issue time>.<random><mac>`. The MAC covers the realm, so that the
 * nonce of one tenant is none of another's (RFC 7616 §5.4, §5.5).
 */
export class NonceMint {
  readonly #mac: TextMac
  readonly #random: Random

  /** `secret`: at least 16 random bytes; whoever knows them can make nonces. */
  constructor(secret: Uint8Array, random: Random) {
    this.#mac = new TextMac(secret)
    this.#random = random
  }

  issue(realm: string, nowMs: number): string {
    const body = `${Math.floor(nowMs).toString(36)}.${token(this.#random, RANDOM_CHARACTERS)}`
    return body + this.#macOf(body, realm)
  }

  /** When a nonce of ours was issued; `undefined` for any other text. */
  issuedAtMs(nonce: string, realm: string): number | undefined {
    const body = nonce.slice(0, -MAC_CHARACTERS)
    const [time, random] = body.split('.')
    if (!time || random?.length !== RANDOM_CHARACTERS) return undefined
    return sameText(nonce.slice(-MAC_CHARACTERS), this.#macOf(body, realm)) ? Number.parseInt(time, 36) : undefined
  }

  #macOf(body: string, realm: string): string {
    return this.#mac.of(`${body}:${realm}`).slice(0, MAC_CHARACTERS)
  }
}

/** Compares in a time that does not tell where two texts of the same length differ. */
export function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}
