import type { Clock, Logger, Resource, Timer } from '@klinke/foundation'
import type { SipRequest } from '@klinke/sip'
import { type CallerTrace, callerTrace } from './traced-call.ts'
import type { TracedCall } from './traced-call-store.ts'

/** An order as the path of a call reads it. */
export interface TraceOrder {
  readonly id: string
  readonly number: string
  readonly fromMs: number
  readonly untilMs: number
  readonly keepDays: number
}

/** A call that comes in. */
export interface TracedArrival {
  readonly tenantId: string
  /** E.164, as it is the customer's. */
  readonly number: string
  /** Behind the number; undefined: something else is. */
  readonly extensionId: string | undefined
  readonly request: SipRequest
  readonly carrier: string
}

/** A call of another customer of this exchange, which no carrier brings. */
export interface InsideArrival {
  readonly tenantId: string
  readonly number: string
  readonly extensionId: string | undefined
  /** As the called party sees it. */
  readonly shown: string
  /** The public number of who calls, hidden or not; undefined: he has none. */
  readonly caller: string | undefined
  readonly sipCallId: string
}

export interface MaliciousCallsParts {
  /** Of a tenant, whether they hold now or not. */
  readonly ordersOf: (tenantId: string) => readonly TraceOrder[]
  readonly write: (calls: readonly TracedCall[]) => Promise<void>
  /** Marks the last call to an extension, where its order allows it; false: there is none. */
  readonly mark: (tenantId: string, extensionId: string, at: Date) => Promise<boolean>
  /** Deletes what is kept no longer. */
  readonly forget: (now: Date) => Promise<void>
  readonly clock: Clock
  readonly logger: Logger
}

/** Calls that wait for the database; a flood of them does not fill the memory. */
const MAX_WAITING = 10_000
const AGAIN_AFTER_MS = 10_000
const FORGET_EVERY_MS = 3_600_000
const DAY_MS = 86_400_000
/** Who is not shown inside. */
const ANONYMOUS = 'anonymous'

/** Keeps who calls a number for which there is an order (CLI-06). No call waits for the database; what cannot be written is tried again. */
export class MaliciousCalls implements Resource {
  readonly #parts: MaliciousCallsParts
  #waiting: TracedCall[] = []
  #writing: Promise<void> = Promise.resolve()
  #again: Timer | undefined
  #forgetting: Timer
  #closed = false

  constructor(parts: MaliciousCallsParts) {
    this.#parts = parts
    this.#forgetting = parts.clock.after(0, () => void this.#forget())
  }

  /** Asked of each call that comes in from outside. */
  arrived({ request, carrier, ...called }: TracedArrival): void {
    this.#keep(called, () => ({ ...callerTrace(request), carrier, sipCallId: request.headers.get('Call-ID') ?? '' }))
  }

  /** Asked of each call between two customers. */
  arrivedInside({ shown, caller, sipCallId, ...called }: InsideArrival): void {
    const trace = { shown, asserted: caller === undefined ? [] : [caller], displayName: null, isHidden: shown === ANONYMOUS }
    this.#keep(called, () => ({ ...trace, carrier: 'on-net', sipCallId }))
  }

  #keep(
    { tenantId, number, extensionId }: Pick<TracedArrival, 'tenantId' | 'number' | 'extensionId'>,
    trace: () => Pick<TracedCall, 'carrier' | 'sipCallId' | keyof CallerTrace>,
  ): void {
    const now = this.#parts.clock.epochMs()
    for (const order of this.#parts.ordersOf(tenantId)) {
      if (order.number !== number || now < order.fromMs || now >= order.untilMs || this.#waiting.length >= MAX_WAITING) continue
      const times = { calledAt: new Date(now), deleteAfter: new Date(now + order.keepDays * DAY_MS) }
      this.#waiting.push({ tenantId, orderId: order.id, extensionId: extensionId ?? null, ...times, ...trace() })
      this.#writing = this.#writing.then(() => this.#write())
    }
  }

  /** The last traced call to an extension is malicious, says who was called (`*39`). */
  async mark(tenantId: string, extensionId: string): Promise<boolean> {
    await this.#writing
    return this.#parts.mark(tenantId, extensionId, new Date(this.#parts.clock.epochMs()))
  }

  /** What has come until now is written, or was tried to be. */
  written(): Promise<void> {
    return this.#writing
  }

  async close(): Promise<void> {
    this.#closed = true
    this.#again?.cancel()
    this.#forgetting.cancel()
    await this.#writing
    await this.#write()
  }

  async #write(): Promise<void> {
    const calls = this.#waiting
    if (calls.length === 0) return
    this.#waiting = []
    try {
      await this.#parts.write(calls)
    } catch (error) {
      this.#waiting = [...calls, ...this.#waiting]
      this.#parts.logger.warn('traced calls could not be written', { error: String(error) })
      if (this.#closed) return
      this.#again?.cancel()
      this.#again = this.#parts.clock.after(AGAIN_AFTER_MS, () => {
        this.#writing = this.#writing.then(() => this.#write())
      })
    }
  }

  async #forget(): Promise<void> {
    const { clock, logger, forget } = this.#parts
    await forget(new Date(clock.epochMs())).catch((error: unknown) =>
      logger.warn('traced calls could not be deleted', { error: String(error) }),
    )
    if (!this.#closed) this.#forgetting = clock.after(FORGET_EVERY_MS, () => void this.#forget())
  }
}
