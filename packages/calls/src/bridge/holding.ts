import { type Direction, directionOf, parseSdp } from '@klinke/rtp'

/** A party that says this of its sound does not listen; what it sends, if anything, is the music of its phone (RFC 3264 §8.4). */
export function isHolding(direction: Direction): boolean {
  return direction === 'sendonly' || direction === 'inactive'
}

/** Whether an offer puts the other side on hold. What cannot be read holds nobody. */
export function offersHold(sdp: string): boolean {
  const parsed = parseSdp(sdp)
  if (!parsed.ok) return false
  const sound = parsed.value.media.find(({ kind, port }) => kind === 'audio' && port !== 0)
  return sound !== undefined && isHolding(directionOf(parsed.value, sound))
}
