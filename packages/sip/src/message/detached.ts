import { Buffer } from 'node:buffer'

/**
 * A copy of text read from a message that does not keep the message in memory: a slice of a string holds on to all of it.
 * For what outlives the call, such as the contacts of a registrar.
 */
export function detached(text: string): string {
  return Buffer.from(text).toString()
}
