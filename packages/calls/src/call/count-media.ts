import type { MediaSession } from '@klinke/rtp'
import type { Leg } from '../leg/leg.ts'

/** Gives a leg's media back and keeps its counters in `leg.counters`, once. Never rejects. */
export function countMedia(media: MediaSession, leg: Leg): Promise<void> {
  leg.counted ??= count(media, leg)
  return leg.counted
}

/** An engine in trouble has said so by the media's events; a port less to give back harms no one here. */
async function count(media: MediaSession, leg: Leg): Promise<void> {
  try {
    leg.counters = await media.remove(leg.endpoint)
  } catch {
    leg.counters = undefined
  }
}
