import type { Clock, Timer } from '@klinke/foundation'
import { understands } from '../header/option-tags.ts'
import { MinSE, SessionExpires } from '../header/session-expires.ts'
import type { Headers } from '../message/message.ts'
import type { HeaderField } from './user-agent.ts'

/** RFC 4028 §4: no shorter interval may be asked for. */
export const SHORTEST_SESSION_SECONDS = 90

/** What both sides agreed on for the session (RFC 4028). */
export interface SessionInterval {
  readonly seconds: number
  readonly refresher: 'uac' | 'uas'
}

export type SessionTimerAnswer =
  | { readonly kind: 'none' }
  /** 422 with this Min-SE. */
  | { readonly kind: 'too-small'; readonly minSeconds: number }
  | { readonly kind: 'agreed'; readonly interval: SessionInterval; readonly headers: readonly HeaderField[] }

/**
 * What a server makes of the session timer of an INVITE or UPDATE (RFC 4028 §9).
 *
 * @param wantedSeconds an interval of our own, put in when the client knows timers and asks for none.
 */
export function answerSessionTimer(request: Headers, minSeconds: number, wantedSeconds?: number): SessionTimerAnswer {
  const clientKnowsTimers = understands(request, 'timer')
  const asked = request.read(SessionExpires)
  if (asked === undefined && (wantedSeconds === undefined || !clientKnowsTimers)) return { kind: 'none' }
  // A client without timers could do nothing with a 422: a proxy has put the header in (§8.1).
  if (asked !== undefined && asked.seconds < minSeconds && clientKnowsTimers) return { kind: 'too-small', minSeconds }
  const seconds = Math.max(asked?.seconds ?? wantedSeconds ?? minSeconds, minSeconds, request.read(MinSE) ?? 0)
  const refresher = clientKnowsTimers ? (asked?.refresher ?? 'uac') : 'uas'
  const headers: HeaderField[] = [['Session-Expires', SessionExpires.print({ seconds, refresher, params: [] })]]
  if (refresher === 'uac') headers.push(['Require', 'timer'])
  return { kind: 'agreed', interval: { seconds, refresher }, headers }
}

/** What the 2xx to our INVITE or UPDATE agreed on; `undefined` when the peer wants no timer (RFC 4028 §7.2). */
export function agreedSessionInterval(response: Headers): SessionInterval | undefined {
  const answer = response.read(SessionExpires)
  return answer === undefined ? undefined : { seconds: answer.seconds, refresher: answer.refresher ?? 'uac' }
}

/** The interval to ask for after a 422, from its Min-SE (RFC 4028 §7.3); `undefined` when the response names none that is longer. */
export function raisedSessionSeconds(response: Headers, askedSeconds: number): number | undefined {
  const minSeconds = response.read(MinSE)
  return minSeconds !== undefined && minSeconds > askedSeconds ? minSeconds : undefined
}

/** Headers of a request that asks for a session timer. */
export function sessionTimerFields(seconds: number, refresher: 'uac' | 'uas' | undefined): readonly HeaderField[] {
  const fields: HeaderField[] = [['Session-Expires', SessionExpires.print({ seconds, refresher, params: [] })]]
  if (seconds > SHORTEST_SESSION_SECONDS) fields.push(['Min-SE', String(SHORTEST_SESSION_SECONDS)])
  return fields
}

export interface SessionTimerOwner {
  /** Half of the interval is over and it is on us to refresh. */
  refreshSession(): void
  /** Nobody has refreshed in time. */
  sessionExpired(): void
}

/** Watches over one session's interval (RFC 4028 §10). */
export class SessionTimer {
  readonly #clock: Clock
  readonly #owner: SessionTimerOwner
  #refresh: Timer | undefined
  #expiry: Timer | undefined
  #seconds: number | undefined
  #refreshesHere = false

  constructor(clock: Clock, owner: SessionTimerOwner) {
    this.#clock = clock
    this.#owner = owner
  }

  /** The interval in force; `undefined` without a timer. */
  get seconds(): number | undefined {
    return this.#seconds
  }

  /** True when the refresh is ours. */
  get refreshesHere(): boolean {
    return this.#refreshesHere
  }

  /** Begins the interval anew. */
  start(seconds: number, refreshesHere: boolean): void {
    this.stop()
    this.#seconds = seconds
    this.#refreshesHere = refreshesHere
    const totalMs = seconds * 1000
    if (refreshesHere) this.#refresh = this.#clock.after(totalMs / 2, () => this.#owner.refreshSession())
    // §10: the side that waits sends its BYE a little before the end, so that the peer still knows the session.
    const marginMs = Math.min(32_000, totalMs / 3)
    this.#expiry = this.#clock.after(totalMs - marginMs, () => this.#owner.sessionExpired())
  }

  stop(): void {
    this.#refresh?.cancel()
    this.#expiry?.cancel()
    this.#refresh = undefined
    this.#expiry = undefined
    this.#seconds = undefined
  }
}
