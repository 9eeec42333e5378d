import type { MediaSession } from '@klinke/rtp'
import type { Leg } from '../leg/leg.ts'

/** Gives a leg's media back and keeps its counters in `leg.counters`, once. Never rejects. */
export function countMedia(media: MediaSession, leg: Leg): Promise<void> {
  leg.counted ??= count(media, leg)
  return leg.counted
}

/** The counters so far of a leg whose media goes on, for a record that ends before it. Never rejects. */
export async function countSoFar(media: MediaSession, leg: Leg): Promise<void> {
  await leg.arrival
  try {
    const soFar = await media.statistics(leg.endpoint)
    if (leg.counted === undefined) leg.counters = soFar
  } catch {
    // It ended meanwhile: its own call counts it.
  }
}

/** An engine in trouble has said so by the media's events; a port less to give back harms no one here. */
async function count(media: MediaSession, leg: Leg): Promise<void> {
  try {
    leg.counters = await media.remove(leg.endpoint)
  } catch {
    leg.counters = undefined
  }
}
