import type { Clock } from '@klinke/foundation'
import { NoMediaPorts } from '../../errors.ts'
import type { PortRange } from './port-range.ts'

/** Pairs bound ahead of need, so that an offer can name its port without asking a worker. */
const READY_PAIRS = 32
/** Late packets of an ended call have died out when its ports serve another one. */
export const QUARANTINE_MS = 5000

interface BoundPair {
  readonly port: number
  readonly freeAtMs: number
}

/**
 * The port pairs that one worker has bound for one address family. A pair stays bound from its first use until the
 * worker ends: binding is paid once, and the pair given back longest ago is used next.
 */
export class PortPool {
  readonly #range: PortRange
  readonly #clock: Clock
  /** Asks the worker to bind pairs; it reports each by `bound` or `refused`. */
  readonly #bind: (ports: readonly number[]) => void
  readonly #ready: BoundPair[] = []
  readonly #all = new Set<number>()
  readonly #waiting: { readonly resolve: (port: number) => void; readonly reject: (error: Error) => void }[] = []
  /** Asked of the worker and not yet answered. */
  readonly #binding = new Set<number>()
  #closed = false

  constructor(range: PortRange, clock: Clock, bind: (ports: readonly number[]) => void) {
    this.#range = range
    this.#clock = clock
    this.#bind = bind
    this.#refill()
  }

  /** True when `take` has a pair or hopes for one. */
  get hasPorts(): boolean {
    return this.#binding.size > this.#waiting.length || this.#usable() !== undefined || this.#range.hasPorts
  }

  /** An RTP port for one endpoint. Rejects with `NoMediaPorts` when none is left. */
  take(): Promise<number> {
    const pair = this.#usable()
    if (pair) {
      this.#ready.shift()
      this.#refill()
      return Promise.resolve(pair.port)
    }
    this.#refill()
    if (this.#binding.size <= this.#waiting.length) return Promise.reject(this.#exhausted())
    return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }))
  }

  /** The endpoint is gone; the pair rests for `QUARANTINE_MS`. */
  giveBack(port: number): void {
    if (!this.#closed) this.#ready.push({ port, freeAtMs: this.#clock.nowMs() + QUARANTINE_MS })
  }

  /** The worker has bound the pair. */
  bound(port: number): void {
    if (this.#closed) return
    this.#binding.delete(port)
    this.#all.add(port)
    const waiting = this.#waiting.shift()
    if (waiting) waiting.resolve(port)
    // Fresh pairs go in front of those that rest, which are in the order they came back.
    else this.#ready.unshift({ port, freeAtMs: Number.NEGATIVE_INFINITY })
  }

  /** The worker could not bind the pair: another program has it. */
  refused(port: number): void {
    if (this.#closed) return
    this.#binding.delete(port)
    this.#range.foreign(port, this.#clock.nowMs())
    this.#refill()
    while (this.#waiting.length > this.#binding.size) this.#waiting.pop()?.reject(this.#exhausted())
  }

  /** The worker has ended and its sockets with it: all pairs go back to the range. */
  close(): void {
    this.#closed = true
    for (const port of [...this.#all, ...this.#binding]) this.#range.giveBack(port)
    for (const waiting of this.#waiting.splice(0)) waiting.reject(this.#exhausted())
  }

  #usable(): BoundPair | undefined {
    const first = this.#ready[0]
    return first && first.freeAtMs <= this.#clock.nowMs() ? first : undefined
  }

  #refill(): void {
    const usable = this.#countUsable()
    const missing = READY_PAIRS - usable - this.#binding.size + this.#waiting.length
    // In batches: one message to the worker for many pairs.
    if (this.#closed || missing < READY_PAIRS / 2) return
    const ports = this.#range.take(missing, this.#clock.nowMs())
    if (ports.length === 0) return
    for (const port of ports) this.#binding.add(port)
    this.#bind(ports)
  }

  /** Usable pairs, counted up to the number wanted. */
  #countUsable(): number {
    const nowMs = this.#clock.nowMs()
    let count = 0
    while (count < READY_PAIRS && (this.#ready[count]?.freeAtMs ?? Number.POSITIVE_INFINITY) <= nowMs) count++
    return count
  }

  #exhausted(): NoMediaPorts {
    return new NoMediaPorts(this.#range.from, this.#range.to)
  }
}
