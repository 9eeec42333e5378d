import { Buffer } from 'node:buffer'
import { hash } from 'node:crypto'

const BLOCK_BYTES = 64
const DIGEST_BYTES = 32
/** Longer texts are hashed in a buffer of their own. */
const USUAL_BYTES = 512

/**
 * HMAC-SHA-256 (RFC 2104) of texts under one key. Each call of a phone takes two. `createHmac` costs twice as much as two one-shot
 * hashes over buffers that begin with the padded key, and leaves the garbage collector an object with native memory.
 */
export class TextMac {
  readonly #inner = Buffer.alloc(BLOCK_BYTES + USUAL_BYTES)
  readonly #outer = Buffer.alloc(BLOCK_BYTES + DIGEST_BYTES)

  constructor(secret: Uint8Array) {
    const key = secret.length > BLOCK_BYTES ? hash('sha256', secret, 'buffer') : secret
    for (let i = 0; i < BLOCK_BYTES; i++) {
      this.#inner[i] = (key[i] ?? 0) ^ 0x36
      this.#outer[i] = (key[i] ?? 0) ^ 0x5c
    }
  }

  /** In base64url without padding. */
  of(text: string): string {
    this.#outer.write(hash('sha256', this.#padded(text), 'binary'), BLOCK_BYTES, 'latin1')
    return hash('sha256', this.#outer, 'base64url')
  }

  #padded(text: string): Buffer {
    // A character takes three bytes of UTF-8 at most.
    if (text.length * 3 > USUAL_BYTES) return Buffer.concat([this.#inner.subarray(0, BLOCK_BYTES), Buffer.from(text)])
    return this.#inner.subarray(0, BLOCK_BYTES + this.#inner.write(text, BLOCK_BYTES))
  }
}
