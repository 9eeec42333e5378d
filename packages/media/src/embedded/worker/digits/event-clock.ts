import { MAX_SEGMENT_DURATION, parseTelephoneEvent, printTelephoneEvent } from '@klinke/rtp'

/** The payload of a key press with its duration in units of another clock: that of Opus runs six times as fast as that of G.711. */
export function inClock(payload: Uint8Array, fromHz: number, toHz: number): Uint8Array {
  if (fromHz === toHz) return payload
  const event = parseTelephoneEvent(payload)
  if (!event) return payload
  return printTelephoneEvent({ ...event, duration: Math.min(MAX_SEGMENT_DURATION, Math.round((event.duration * toHz) / fromHz)) })
}
