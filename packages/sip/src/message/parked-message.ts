import { Buffer } from 'node:buffer'

/**
 * A printed message that waits, maybe for nothing, to be sent once more. It is a string because that is one small object: a
 * Buffer of some hundred bytes keeps the pool alive that it was cut from, with all the messages printed around it.
 */
export type ParkedMessage = string

export function park(bytes: Uint8Array): ParkedMessage {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}

/** The bytes as they were. */
export function unpark(parked: ParkedMessage): Uint8Array {
  return Buffer.from(parked, 'latin1')
}
