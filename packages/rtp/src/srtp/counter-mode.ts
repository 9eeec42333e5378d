import { Buffer } from 'node:buffer'
import { type Cipheriv, createCipheriv } from 'node:crypto'

const BLOCK = 16
/** Blocks made in one call: 1.5 KiB, an Ethernet frame. Longer packets take several calls. */
const BLOCKS_PER_CALL = 96

/**
 * AES in counter mode for SRTP (RFC 3711 §4.1.1), encrypting and decrypting alike.
 *
 * A fresh `aes-128-ctr` cipher costs 1.5 µs per packet; one long-lived `aes-128-ecb` cipher that encrypts the packet's
 * counter blocks in one call costs 0.6 µs and gives the same key stream (bench/srtp.ts).
 *
 * ```
 *   0        4          8                  14        16
 *   +--------+----------+------------------+---------+
 *   |        salt (14 octets)              | counter |   XOR
 *   |        |   SSRC   |  packet index    |         |   = one counter block
 *   +--------+----------+------------------+---------+
 * ```
 */
export class CounterMode {
  readonly #cipher: Cipheriv
  readonly #salt: Buffer
  readonly #blocks = Buffer.alloc(BLOCK * BLOCKS_PER_CALL)

  constructor(key: Buffer, salt: Buffer) {
    this.#cipher = createCipheriv('aes-128-ecb', key, null)
    this.#cipher.setAutoPadding(false)
    this.#salt = salt
    for (let at = 0; at < this.#blocks.length; at += BLOCK) salt.copy(this.#blocks, at, 0, 4)
  }

  /** XORs `packet[start…end)` with the key stream of that SSRC and packet index (48 bits for RTP, 31 for RTCP). */
  apply(packet: Uint8Array, start: number, end: number, ssrc: number, index: number): void {
    let counter = 0
    for (let at = start; at < end; at += BLOCK * BLOCKS_PER_CALL) {
      const stop = Math.min(end, at + BLOCK * BLOCKS_PER_CALL)
      const keyStream = this.#keyStream(Math.ceil((stop - at) / BLOCK), ssrc, index, counter)
      for (let i = at; i < stop; i++) packet[i] = (packet[i] ?? 0) ^ (keyStream[i - at] ?? 0)
      counter += BLOCKS_PER_CALL
    }
  }

  #keyStream(blockCount: number, ssrc: number, index: number, firstCounter: number): Buffer {
    const blocks = this.#blocks
    const salt = this.#salt
    const high = Math.floor(index / 0x1_0000_0000)
    const ssrcWord = salt.readUInt32BE(4) ^ ssrc
    const indexHigh = salt.readUInt16BE(8) ^ high
    const indexLow = salt.readUInt32BE(10) ^ index
    for (let block = 0; block < blockCount; block++) {
      const at = block * BLOCK
      const counter = firstCounter + block
      writeWord(blocks, at + 4, ssrcWord)
      blocks[at + 8] = indexHigh >>> 8
      blocks[at + 9] = indexHigh
      writeWord(blocks, at + 10, indexLow)
      blocks[at + 14] = counter >>> 8
      blocks[at + 15] = counter
    }
    return this.#cipher.update(blocks.subarray(0, blockCount * BLOCK))
  }
}

function writeWord(octets: Uint8Array, at: number, word: number): void {
  octets[at] = word >>> 24
  octets[at + 1] = word >>> 16
  octets[at + 2] = word >>> 8
  octets[at + 3] = word
}
