import type { CallParty } from '@klinke/calls'
import type { Clock } from '@klinke/foundation'
import type { Place } from './waiting-line.ts'

/** One who asked to be called back and keeps its place, as it outlives a restart. */
export interface PromisedCallback {
  readonly id: string
  readonly tenantId: string
  readonly queueId: string
  readonly caller: CallParty
  readonly priority: number
  /** When the caller came into the queue. */
  readonly sinceMs: number
  /** Calls to the caller so far. */
  readonly attempts: number
}

/** Where promises outlive a restart. */
export interface CallbackStore {
  /** Of all tenants. */
  load(): Promise<readonly PromisedCallback[]>
  save(callback: PromisedCallback): Promise<void>
  remove(callback: PromisedCallback): Promise<void>
}

/** Its place in the line; the clock of before a restart began elsewhere. */
export function placeOf({ id, caller, priority, sinceMs }: PromisedCallback, clock: Clock): Place {
  return { id, kind: 'callback', caller, priority, sinceMs: clock.nowMs() - (clock.epochMs() - sinceMs) }
}
