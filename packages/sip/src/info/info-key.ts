import { ContentType } from '../header/media-type.ts'
import type { SipRequest } from '../message/message.ts'
import { bodyText } from '../user-agent/body.ts'

/** A key that a phone reports by INFO instead of in its audio. */
export interface InfoKey {
  /** `0`–`9`, `*`, `#`, `A`–`D`. */
  readonly digit: string
  readonly durationMs: number
}

/** When the phone names no duration. */
const USUAL_DURATION_MS = 250
const MAX_DURATION_MS = 5_000

const SIGNAL = /^\s*signal\s*=\s*([\d*#a-d]{1,2})\s*$/im
const DURATION = /^\s*duration\s*=\s*(\d{1,6})\s*$/im
/** What some phones write for `*` and `#`: the event codes of RFC 4733. */
const BY_CODE: ReadonlyMap<string, string> = new Map([
  ['10', '*'],
  ['11', '#'],
  ['12', 'A'],
  ['13', 'B'],
  ['14', 'C'],
  ['15', 'D'],
])

/**
 * The key that an INFO reports; `undefined` when it reports none. Two forms are in use that no RFC describes (RFC 6086 §1 calls
 * them legacy): application/dtmf-relay with `Signal=` and `Duration=` in milliseconds, and application/dtmf with the key alone.
 */
export function infoKeyOf(request: SipRequest): InfoKey | undefined {
  const type = request.method === 'INFO' ? request.headers.read(ContentType) : undefined
  if (type?.type !== 'application') return undefined
  if (type.subtype === 'dtmf') return key(bodyText(request).trim(), USUAL_DURATION_MS)
  if (type.subtype !== 'dtmf-relay') return undefined
  const text = bodyText(request)
  const durationMs = Number(DURATION.exec(text)?.[1] ?? USUAL_DURATION_MS)
  return key(SIGNAL.exec(text)?.[1] ?? '', Math.min(durationMs, MAX_DURATION_MS))
}

function key(signal: string, durationMs: number): InfoKey | undefined {
  const digit = BY_CODE.get(signal) ?? signal.toUpperCase()
  return /^[\d*#A-D]$/.test(digit) ? { digit, durationMs } : undefined
}
