import { crc32 } from 'node:zlib'

/**
 * What a line of the journal says: a call Started, was Answered, has become known to be Paid for otherwise, Ended; somebody has waited in a Queue, an agent has Worked for one; a sign of Life of all running calls; a call
 * that is still Open from an earlier segment; the list of those is Complete, with the last sign of life before it.
 */
export type LineKind = 'S' | 'A' | 'P' | 'E' | 'Q' | 'W' | 'L' | 'O' | 'C'

export interface Line {
  readonly kind: LineKind
  readonly json: string
}

const KINDS = new Set<string>(['S', 'A', 'P', 'E', 'Q', 'W', 'L', 'O', 'C'])
const CHECK_LENGTH = 8

/** `kind`, CRC-32 in eight hexadecimal digits, JSON, line feed. The check finds what a power failure tore. */
export function encodeLine(kind: LineKind, json: string): string {
  return `${kind}${check(kind, json)}${json}\n`
}

/** The line without its line feed; undefined when it is torn or not one of ours. */
export function decodeLine(text: string): Line | undefined {
  const kind = text[0] ?? ''
  if (!isKind(kind)) return undefined
  const json = text.slice(1 + CHECK_LENGTH)
  return text.slice(1, 1 + CHECK_LENGTH) === check(kind, json) ? { kind, json } : undefined
}

function isKind(text: string): text is LineKind {
  return KINDS.has(text)
}

function check(kind: LineKind, json: string): string {
  return crc32(json, kind.charCodeAt(0)).toString(16).padStart(CHECK_LENGTH, '0')
}
