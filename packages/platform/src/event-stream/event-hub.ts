import { type Clock, type Random, token } from '@klinke/foundation'
import type { Subscription } from '../database/notification-listener.ts'
import type { ApiEvent, KeptEvent, StampedEvent } from './event.ts'
import { EventMemory } from './event-memory.ts'

/** Events that can be had again: at 100 calls a second about twenty seconds, else hours. */
export const MAX_KEPT_EVENTS = 10_000
/** Of all of them; an event takes some 700 octets. */
const MAX_KEPT_BYTES = 10_485_760
const RUN_LENGTH = 8

export interface EventListener {
  /** Must not throw. */
  happened(event: StampedEvent): void
  /** Events were lost on their way here: the whole must be looked at again. */
  lost?(): void
}

/**
 * All events of this server in one order. The last ones are kept, so that a client that lost its connection goes on where it was; ids name the run of
 * the server too, so that after a restart nobody takes an old place for a new one.
 */
export class EventHub {
  readonly #clock: Clock
  readonly #run: string
  readonly #kept: EventMemory
  readonly #listeners = new Set<EventListener>()
  #sequence = 0

  constructor(clock: Clock, random: Random, limit = MAX_KEPT_EVENTS, bytes = MAX_KEPT_BYTES) {
    this.#clock = clock
    this.#run = token(random, RUN_LENGTH)
    this.#kept = new EventMemory(limit, bytes)
  }

  /** The id of the last event. */
  get lastId(): string {
    return this.#idOf(this.#sequence)
  }

  tell(event: ApiEvent): void {
    const sequence = ++this.#sequence
    const id = this.#idOf(sequence)
    const at = new Date(this.#clock.epochMs()).toISOString()
    const { topic, type, tenantId, area, users, data } = event
    const text = JSON.stringify({ kind: 'event', id, at, topic, type, tenantId, data })
    this.#kept.keep(sequence, { topic, tenantId, area, users, text })
    const stamped: StampedEvent = { ...event, id, sequence, at, text }
    for (const listener of [...this.#listeners]) listener.happened(stamped)
  }

  /** A source has missed something, and nobody knows what. Nobody can resume from before that. */
  lost(): void {
    this.#kept.forgetUntil(++this.#sequence + 1)
    for (const listener of [...this.#listeners]) listener.lost?.()
  }

  /** From now on, in order. */
  open(listener: EventListener): Subscription {
    this.#listeners.add(listener)
    return { close: () => void this.#listeners.delete(listener) }
  }

  /** What has happened after the event with that id; undefined when that is not known (any more): the client must look at the whole again. */
  after(id: string): readonly KeptEvent[] | undefined {
    // The run's name may have hyphens of its own.
    const at = id.lastIndexOf('-')
    const [run, digits] = [id.slice(0, at), id.slice(at + 1)]
    if (run !== this.#run || !/^\d{1,15}$/.test(digits)) return undefined
    const from = Number(digits) + 1
    return from > this.#sequence + 1 || from < this.#kept.oldest ? undefined : this.#kept.from(from)
  }

  #idOf(sequence: number): string {
    return `${this.#run}-${sequence}`
  }
}
