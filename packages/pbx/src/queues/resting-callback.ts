import type { CallParty } from '@klinke/calls'
import type { LiveQueue } from './live-queue.ts'
import type { PromisedCallback } from './promised-callback.ts'
import { canBeCalled, type Place } from './waiting-line.ts'

/** A promise and its place in line. */
export interface KeptPromise {
  readonly promised: PromisedCallback
  readonly place: Place
}

/** A promise whose caller waits in the queue again: as long as it waits nobody is called back for it. */
export interface RestingCallback {
  /** What the caller goes on with. */
  readonly place: Place
  /** The caller has gone without having been served: what was promised holds. */
  goesOn(): void
  /** An agent has it on the line now. */
  kept(): void
}

/**
 * That caller's promise in the queue, unless it is being called back just now. Outside only a number that the network vouches for counts:
 * anybody can say that it calls from somewhere, and would take the place and the callback of who really does.
 */
export function promiseTo(caller: CallParty, queueId: string, queue: LiveQueue, promises: Iterable<KeptPromise>): KeptPromise | undefined {
  for (const kept of promises) {
    const { promised, place } = kept
    const isIts = promised.queueId === queueId && canBeCalled(place) && isSame(promised.caller, caller)
    if (isIts && queue.line.positionOf(place) > 0 && !queue.line.isEngaged(place)) return kept
  }
  return undefined
}

function isSame(promised: CallParty, caller: CallParty): boolean {
  if (promised.extensionId !== undefined) return promised.extensionId === caller.extensionId
  return promised.number === caller.number && caller.isAsserted === true
}
