import { AssertionError } from 'node:assert'
import type { VirtualClock } from './virtual-clock.ts'

/** What tidies up by itself: finished transactions that absorb repetitions, for 64·T1 (RFC 3261) and, as they go by generations, up to a quarter more. */
const LINGERING_MS = 1.25 * 64 * 500 + 5000

/** Anything with a count that has to be 0 at the end, by the name for the failure message. */
export type Counts = Readonly<Record<string, () => number>>

/**
 * Asserts that a simulation leaves nothing behind: lets the last protocol timers run out, then no timer is
 * set and every count is 0.
 */
export async function assertNothingLeft(clock: VirtualClock, counts: Counts = {}, lingeringMs = LINGERING_MS): Promise<void> {
  await clock.advance(lingeringMs)
  const left = Object.entries({ timers: () => clock.pending, ...counts })
    .map(([name, count]) => ({ name, count: count() }))
    .filter(({ count }) => count !== 0)
  if (left.length === 0) return
  throw new AssertionError({ message: `Left behind: ${left.map(({ name, count }) => `${count} ${name}`).join(', ')}.` })
}
