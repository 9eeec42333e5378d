import { randomUUIDv7 } from 'node:crypto'
import type { CallParty } from '@klinke/calls'
import type { Clock, Logger, Resource } from '@klinke/foundation'
import { extensionById } from '../calls/extension-targets.ts'
import type { CallWork } from '../slices/slice.ts'
import type { PbxSnapshot } from '../snapshot.ts'
import { freeAgents } from './agents.ts'
import { callBack } from './callback-call.ts'
import type { LiveQueues } from './live-queue.ts'
import { type CallbackStore, type PromisedCallback, placeOf } from './promised-callback.ts'
import { type KeptPromise, promiseTo, type RestingCallback } from './resting-callback.ts'
import type { Waiting } from './waiting.ts'
import type { Place } from './waiting-line.ts'

/** How often one who asked to be called back is called. */
export const MAX_CALLBACK_ATTEMPTS = 2
/** After that nobody expects to be called back any more. */
const MAX_CALLBACK_MS = 8 * 3_600_000

export interface CallbacksParts {
  readonly queues: LiveQueues
  readonly store: CallbackStore
  readonly clock: Pick<Clock, 'epochMs'>
  readonly logger: Logger
}

/** Those who are to be called back: each keeps its place in the line of its queue, and leads itself until it is reached. */
export class Callbacks {
  readonly #parts: CallbacksParts
  /** By id; as many as have a place in line. */
  readonly #promises = new Map<string, KeptPromise>()
  #isClosed = false
  /** The last write to the store: one at a time, so that none overtakes another. */
  #written: Promise<void> = Promise.resolve()

  constructor(parts: CallbacksParts) {
    this.#parts = parts
  }

  /** The caller's place is one to be called back from now on. Settles when that outlives a restart; false when the place was lost. */
  async promise({ place, queue, team, context, resting }: Waiting): Promise<boolean> {
    // Whoever says so again and again, nobody is called back twice at a number.
    if (resting === undefined && this.#hasPromised(place.caller, team.id)) return queue.line.positionOf(place) > 0
    const { exchange, pbx, tenant } = context
    const waitedMs = exchange.clock.nowMs() - place.sinceMs
    const promised: PromisedCallback = {
      ...{ id: randomUUIDv7(), tenantId: tenant.id, queueId: team.id, caller: place.caller, priority: place.priority },
      ...{ sinceMs: exchange.clock.epochMs() - waitedMs, attempts: 0 },
    }
    const later: Place = { ...place, id: promised.id, kind: 'callback' }
    if (!queue.line.replace(place, later)) return false
    this.#promises.set(promised.id, { promised, place: later })
    const stored = this.#write((store) => store.save(promised))
    void this.#serve(promised, later, { exchange, pbx })
    await stored
    return true
  }

  #hasPromised({ number }: CallParty, queueId: string): boolean {
    return [...this.#promises.values()].some(({ promised }) => promised.queueId === queueId && promised.caller.number === number)
  }

  /** Who waits again in a queue that has promised to call it back waits in the place that it has kept. Undefined for all others. */
  rest(caller: CallParty, queueId: string): RestingCallback | undefined {
    const queue = this.#parts.queues.of(queueId)
    const found = promiseTo(caller, queueId, queue, this.#promises.values())
    if (found === undefined) return undefined
    const { place, promised } = found
    queue.line.leave(place)
    return {
      place,
      goesOn: () => {
        if (!this.#promises.has(promised.id)) return
        queue.line.join(place)
        queue.changed()
      },
      kept: () => void this.withdraw(queueId, promised.id),
    }
  }

  /** Nobody is called back for it any more; settles when that outlives a restart. False when the queue has no such promise. */
  async withdraw(queueId: string, id: string): Promise<boolean> {
    const found = this.#promises.get(id)
    if (found?.promised.queueId !== queueId) return false
    this.#promises.delete(id)
    const queue = this.#parts.queues.of(queueId)
    queue.line.leave(found.place)
    queue.changed()
    await this.#write((store) => store.remove(found.promised))
    return true
  }

  /** Takes up what a restart has left; until it is closed, when what is promised stays promised. */
  begin(work: CallWork): Resource {
    void this.#restore(work).catch((error: unknown) => {
      this.#parts.logger.error('the callbacks of queues of before the restart could not be read', { error: asError(error) })
    })
    return {
      close: async () => {
        this.#isClosed = true
        await this.#written
      },
    }
  }

  async #restore(work: CallWork): Promise<void> {
    const { store, queues } = this.#parts
    for (const promised of await store.load()) {
      const place = placeOf(promised, work.exchange.clock)
      queues.of(promised.queueId).line.join(place)
      this.#promises.set(promised.id, { promised, place })
      void this.#serve(promised, place, work)
    }
  }

  async #serve(promised: PromisedCallback, place: Place, work: CallWork): Promise<void> {
    const queue = this.#parts.queues.of(promised.queueId)
    const done = (): void => {
      this.#promises.delete(promised.id)
      queue.line.leave(place)
      queue.changed()
    }
    try {
      await this.#callWhenDue(promised, place, work, done)
    } catch (error) {
      this.#parts.logger.error('a callback failed', { callback: promised.id, error: asError(error) })
    } finally {
      done()
    }
    if (!this.#isClosed) await this.#write((store) => store.remove(promised))
  }

  /** Nobody has withdrawn it, and it may be kept still. */
  #holds({ id, sinceMs }: PromisedCallback): boolean {
    return !this.#isClosed && this.#promises.has(id) && this.#parts.clock.epochMs() - sinceMs < MAX_CALLBACK_MS
  }

  /** Until the caller is reached, or nobody expects it any more. `reached`: they talk. */
  async #callWhenDue(promised: PromisedCallback, place: Place, { exchange, pbx }: CallWork, reached: () => void): Promise<void> {
    const { queues } = this.#parts
    const queue = queues.of(promised.queueId)
    let { attempts } = promised
    while (attempts < MAX_CALLBACK_ATTEMPTS && this.#holds(promised)) {
      const tenant = pbx.directory.tenant(promised.tenantId)
      const team = tenant?.queues.get(promised.queueId)
      if (tenant === undefined || team === undefined || isGone(promised.caller, tenant)) return
      const context = { tenant, from: place.caller, internal: true, forwards: [], exchange, pbx }
      const [agent] = queue.line.next === place ? freeAgents(team, queue, queues.turns, context) : []
      if (agent === undefined) {
        await queue.change()
        continue
      }
      const end = await callBack(place, agent, { team, queue, queues, context, reached: () => this.#reached(promised, reached) })
      if (end === 'reached') return
      if (end === 'no-agent') continue
      attempts++
      void this.#write((store) => store.save({ ...promised, attempts }))
    }
  }

  /** A restart during the talk is no reason to call again. */
  #reached(promised: PromisedCallback, reached: () => void): void {
    reached()
    void this.#write((store) => store.remove(promised))
  }

  /** A store that is away does not keep anybody from being called back. */
  #write(change: (store: CallbackStore) => Promise<void>): Promise<void> {
    this.#written = this.#written
      .then(() => change(this.#parts.store))
      .catch((error: unknown) => this.#parts.logger.warn('a callback of a queue could not be stored', { error: asError(error) }))
    return this.#written
  }
}

/** An extension that was deleted meanwhile. */
function isGone({ extensionId }: CallParty, tenant: PbxSnapshot): boolean {
  return extensionId !== undefined && extensionById(tenant, extensionId) === undefined
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}
