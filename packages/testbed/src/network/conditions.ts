import { type Random, uniform } from '@klinke/foundation'

/** What a path does to datagrams. Probabilities are 0–1 per datagram, each drawn by itself. */
export interface LinkConditions {
  /** One-way delay. */
  readonly delayMs: number
  /** Added on top, uniform between 0 and this. */
  readonly jitterMs: number
  readonly loss: number
  /** A second copy arrives with a delay of its own. */
  readonly duplicate: number
  /** Held back by three times delay and jitter, so that later datagrams overtake it. */
  readonly reorder: number
}

/** Loses nothing and takes 1 ms. */
export const PERFECT_LINK: LinkConditions = { delayMs: 1, jitterMs: 0, loss: 0, duplicate: 0, reorder: 0 }

/** A bad day on a shared access line. */
export const LOSSY_LINK: LinkConditions = { delayMs: 20, jitterMs: 15, loss: 0.1, duplicate: 0.03, reorder: 0.05 }

/** After how long a stream repeats a lost segment; the usual minimum of TCP's retransmission timer. */
const STREAM_RETRANSMIT_MS = 200

/** One-way delays of the copies of one datagram that arrive; empty when it is lost. */
export function fateOfDatagram(random: Random, link: LinkConditions): readonly number[] {
  if (happens(random, link.loss)) return []
  const delays = [delayOf(random, link)]
  if (happens(random, link.duplicate)) delays.push(delayOf(random, link))
  return delays
}

/** One-way delay of one stream segment: a lost one is repeated until it arrives. */
export function delayOfSegment(random: Random, link: LinkConditions): number {
  let delayMs = link.delayMs + uniform(random) * link.jitterMs
  while (happens(random, Math.min(link.loss, 0.9))) delayMs += STREAM_RETRANSMIT_MS
  return delayMs
}

function delayOf(random: Random, link: LinkConditions): number {
  const held = happens(random, link.reorder) ? 3 * (link.delayMs + link.jitterMs) : 0
  return link.delayMs + uniform(random) * link.jitterMs + held
}

function happens(random: Random, probability: number): boolean {
  return probability > 0 && uniform(random) < probability
}
