import { randomBytes } from 'node:crypto'
import type { Clock, Timer } from '@klinke/foundation'

/** Not more often than this, and only while messages come: what is idle has no queue. */
const EVERY_MS = 50
/** A datagram of ours that is not back after this time was thrown away, because the socket's queue was full. */
const LOST_MS = 1_000
/** What was measured says nothing any more. */
const STALE_MS = 1_000
/** Some firewalls let no host talk to itself: then nothing is measured. */
const TRIES_WITHOUT_ANSWER = 3
const PROBE_BYTES = 16

/**
 * Measures how long a message waits before anybody looks at it. Under load messages queue up in the kernel, where no event loop
 * statistics see them; so the socket sends itself a datagram, which takes its place at the end of the same queue.
 */
export class QueueProbe {
  readonly #clock: Clock
  readonly #send: (probe: Uint8Array) => void
  #outstanding: Uint8Array | undefined
  #sentAtMs = Number.NEGATIVE_INFINITY
  #lost: Timer | undefined
  #delayMs = 0
  #measuredAtMs = Number.NEGATIVE_INFINITY
  /** Probes lost while none has ever come back. */
  #unanswered = 0
  #answers = false

  /** @param send sends a datagram from the socket to itself. */
  constructor(clock: Clock, send: (probe: Uint8Array) => void) {
    this.#clock = clock
    this.#send = send
  }

  /** Milliseconds that a message waits at present, 0 when not much has come lately. */
  delayMs(): number {
    if (!this.#answers) return 0
    const nowMs = this.#clock.nowMs()
    const measured = nowMs - this.#measuredAtMs < STALE_MS ? this.#delayMs : 0
    return this.#outstanding ? Math.max(measured, nowMs - this.#sentAtMs) : measured
  }

  /** A message has come: time for a probe, maybe. */
  messageCame(): void {
    if (this.#outstanding || this.#unanswered >= TRIES_WITHOUT_ANSWER) return
    const nowMs = this.#clock.nowMs()
    if (nowMs - this.#sentAtMs < EVERY_MS) return
    this.#outstanding = randomBytes(PROBE_BYTES).fill(0, 0, 1)
    this.#sentAtMs = nowMs
    this.#lost = this.#clock.after(LOST_MS, () => this.#gone())
    this.#send(this.#outstanding)
  }

  /** True when a datagram is the probe that has been on its way. Nobody else knows its bytes. */
  isBack(datagram: Buffer): boolean {
    if (!this.#outstanding || !datagram.equals(this.#outstanding)) return false
    this.#answers = true
    this.#measured(this.#clock.nowMs() - this.#sentAtMs)
    return true
  }

  close(): void {
    this.#lost?.cancel()
  }

  #gone(): void {
    if (!this.#answers) this.#unanswered++
    this.#measured(LOST_MS)
  }

  #measured(delayMs: number): void {
    this.#lost?.cancel()
    this.#outstanding = undefined
    this.#delayMs = delayMs
    this.#measuredAtMs = this.#clock.nowMs()
  }
}
