/** Minutes that are kept: an hour. */
const MINUTES = 60
const MINUTE_MS = 60_000

/** What a customer had of calls. */
export interface TenantCalls {
  readonly started: number
  /** Calls that came to nothing though nobody on the phone wanted that. */
  readonly failed: number
}

interface Counted {
  started: number
  failed: number
}

/** The calls of each customer in the last hour, minute by minute, in memory. A minute has as many entries as customers who telephoned in it. */
export class TenantTraffic {
  readonly #minutes = new Map<number, Map<string, Counted>>()

  count(tenantId: string, what: keyof TenantCalls, nowMs: number): void {
    const minute = Math.floor(nowMs / MINUTE_MS)
    let counted = this.#minutes.get(minute)
    if (counted === undefined) {
      counted = new Map()
      this.#minutes.set(minute, counted)
      for (const kept of this.#minutes.keys()) if (kept <= minute - MINUTES) this.#minutes.delete(kept)
    }
    const calls = counted.get(tenantId) ?? { started: 0, failed: 0 }
    calls[what]++
    counted.set(tenantId, calls)
  }

  /** By tenant id; customers without calls are left out. */
  lastHour(nowMs: number): ReadonlyMap<string, TenantCalls> {
    const sums = new Map<string, Counted>()
    const oldest = Math.floor(nowMs / MINUTE_MS) - MINUTES
    for (const [minute, counted] of this.#minutes) {
      if (minute <= oldest) continue
      for (const [tenantId, { started, failed }] of counted) {
        const sum = sums.get(tenantId) ?? { started: 0, failed: 0 }
        sum.started += started
        sum.failed += failed
        sums.set(tenantId, sum)
      }
    }
    return sums
  }
}
