/** The timers of RFC 3261 Table 4 with the names it gives them; L and M are RFC 6026's. */
export type TransactionTimer = 'A' | 'B' | 'D' | 'E' | 'F' | 'G' | 'H' | 'I' | 'J' | 'K' | 'L' | 'M'

/** The three values all transaction timers derive from (RFC 3261 §17.1.1.1), in milliseconds. */
export interface TimerValues {
  /** Round-trip estimate. */
  readonly t1Ms: number
  /** Longest interval between retransmissions of non-INVITE requests and INVITE responses. */
  readonly t2Ms: number
  /** Longest time a message stays in the network. */
  readonly t4Ms: number
}

export const DEFAULT_TIMER_VALUES: TimerValues = { t1Ms: 500, t2Ms: 4_000, t4Ms: 5_000 }

/** RFC 3261 §17.1.1.2: at least 32 s on unreliable transports, whatever T1 is. */
const TIMER_D_MS = 32_000

/** How long a transaction waits for an answer, or an answered one for stragglers: 64·T1. */
export function transactionTimeoutMs(values: TimerValues): number {
  return 64 * values.t1Ms
}

/**
 * Duration of a timer in milliseconds, or `undefined` where the transport makes it unnecessary: a reliable
 * transport retransmits by itself (A, E, G) and leaves no stragglers to absorb (D, I, J, K are 0).
 *
 * @param retransmissions how often A, E or G has fired before; the interval doubles each time, E and G up to T2.
 */
export function timerMs(timer: TransactionTimer, reliable: boolean, values: TimerValues, retransmissions = 0): number | undefined {
  switch (timer) {
    case 'A':
      return reliable ? undefined : values.t1Ms * 2 ** retransmissions
    case 'E':
    case 'G':
      return reliable ? undefined : Math.min(values.t1Ms * 2 ** retransmissions, values.t2Ms)
    case 'D':
      return reliable ? 0 : TIMER_D_MS
    case 'I':
    case 'K':
      return reliable ? 0 : values.t4Ms
    case 'J':
      return reliable ? 0 : transactionTimeoutMs(values)
    case 'B':
    case 'F':
    case 'H':
    case 'L':
    case 'M':
      return transactionTimeoutMs(values)
  }
}

/** True for transports that deliver by themselves (RFC 3261 §17): all but UDP. */
export function isReliable(protocol: string): boolean {
  return protocol !== 'UDP'
}
