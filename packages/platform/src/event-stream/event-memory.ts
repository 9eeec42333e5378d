import { Buffer } from 'node:buffer'
import type { EventScope, KeptEvent } from './event.ts'

/** A character of a JavaScript string takes three octets of UTF-8 at most. */
const MAX_OCTETS_PER_CHARACTER = 3

/**
 * The last events, in octets that the garbage collector does not look at: at a thousand calls a second each of them would else live just long enough
 * to be moved among what is old, from where it is costly to remove.
 */
export class EventMemory {
  readonly #limit: number
  readonly #octets: Buffer
  /** Where the event of a sequence number stands, at that number modulo the limit. */
  readonly #starts: Uint32Array
  readonly #lengths: Uint32Array
  #next = 1
  #oldest = 1
  /** Where the next one is written. */
  #end = 0

  /** @param limit of events @param bytes of all together */
  constructor(limit: number, bytes: number) {
    this.#limit = limit
    // Not a part of Node's pool; memory that no event has reached yet costs nothing.
    this.#octets = Buffer.allocUnsafeSlow(bytes)
    this.#starts = new Uint32Array(limit)
    this.#lengths = new Uint32Array(limit)
  }

  /** The sequence number of the oldest event that is known. */
  get oldest(): number {
    return this.#oldest
  }

  /** Keeps the event with that number, which is the next; what stood in its room is forgotten. */
  keep(sequence: number, { topic, tenantId, area, users, text }: KeptEvent): void {
    if (sequence !== this.#next) this.forgetUntil(sequence)
    this.#next = sequence + 1
    const scope: EventScope = { topic, tenantId, area, users }
    const record = `${JSON.stringify(scope)}\n${text}`
    const room = record.length * MAX_OCTETS_PER_CHARACTER
    if (room > this.#octets.length) {
      this.forgetUntil(this.#next)
      return
    }
    if (this.#end + room > this.#octets.length) this.#beginAnew(sequence)
    while (this.#oldest < sequence && this.#isIn(this.#oldest, this.#end, this.#end + room)) this.#oldest++
    this.#oldest = Math.max(this.#oldest, sequence - this.#limit + 1)
    const length = this.#octets.write(record, this.#end)
    this.#starts[sequence % this.#limit] = this.#end
    this.#lengths[sequence % this.#limit] = length
    this.#end += length
  }

  /** All events before that number are forgotten. */
  forgetUntil(sequence: number): void {
    this.#next = sequence
    this.#oldest = sequence
  }

  /** From that number on, which is not below `oldest`. */
  from(sequence: number): readonly KeptEvent[] {
    return Array.from({ length: Math.max(0, this.#next - sequence) }, (_, index) => this.#read(sequence + index))
  }

  #read(sequence: number): KeptEvent {
    const start = this.#startOf(sequence)
    const record = this.#octets.toString('utf8', start, start + (this.#lengths[sequence % this.#limit] ?? 0))
    const at = record.indexOf('\n')
    const scope = JSON.parse(record.slice(0, at)) as EventScope
    return { ...scope, text: record.slice(at + 1) }
  }

  /** At the first octet again; what stands behind the end is the oldest, and forgotten. */
  #beginAnew(sequence: number): void {
    while (this.#oldest < sequence && this.#startOf(this.#oldest) >= this.#end) this.#oldest++
    this.#end = 0
  }

  #isIn(sequence: number, from: number, to: number): boolean {
    const start = this.#startOf(sequence)
    return start < to && start + (this.#lengths[sequence % this.#limit] ?? 0) > from
  }

  #startOf(sequence: number): number {
    return this.#starts[sequence % this.#limit] ?? 0
  }
}
