import type { Flow, TransportTarget } from '@klinke/sip'
import { beginningWith, placesOf } from './beginning-with.ts'
import { carrierTargets } from './carrier-address.ts'
import type { CarrierLine, CarrierWay, LineParts } from './carrier-line.ts'
import type { CarrierState, CarrierStatus } from './carrier-status.ts'
import { refreshAfterMs } from './granted-expiry.ts'
import { type RegisterOutcome, RegisterSeries, type RegistrationAccount } from './register-series.ts'
import { type FailureKind, retryDelayMs } from './retry-delay.ts'
import { Rounds } from './rounds.ts'
import { within } from './within.ts'

/** How long one registrar may take before the next place is tried; challenge and answer included. */
const ATTEMPT_MS = 10_000
/** How long saying goodbye may hold up the end. */
export const FAREWELL_MS = 2_000
/** Longest interval that a 423 can make us ask for. */
const MAX_EXPIRES_SECONDS = 86_400
/** RFC 5626 §4.4.1. */
const KEEP_ALIVE = Buffer.from('\r\n\r\n')

/** What the registrar has confirmed. */
interface Binding {
  readonly flow: Flow
  readonly target: TransportTarget
  readonly route: readonly string[]
  /** On the clock's monotonic axis. */
  readonly validUntilMs: number
  readonly expiresAtMs: number
}

/** A failed round, with what is to be said of it. */
interface Failure {
  readonly kind: FailureKind
  readonly detail: string
  readonly retryAfterSeconds?: number | undefined
}

/** A line that is kept registered at its carrier (RFC 3261 §10.2): calls come in over the flow it registered on. */
export class RegisteredLine implements CarrierLine {
  readonly #account: RegistrationAccount
  readonly #parts: LineParts
  readonly #changed: () => void
  readonly #series: RegisterSeries
  readonly #rounds: Rounds
  #expiresSeconds: number
  #targets: readonly TransportTarget[] = []
  #binding: Binding | undefined
  #state: CarrierState = 'registering'
  #sinceMs: number
  #failures = 0
  #lastError: string | undefined
  /** The flow of the last try: what the carrier may hold a binding for. */
  #tried: Flow | undefined
  /** By what the carrier was known when `changed` was called last. */
  #told: ReadonlySet<string> = new Set()

  /**
   * @param changed called when `flowId` has another answer, or `way` leads to other places, in whatever order.
   * @param after what has to be over before the first REGISTER.
   */
  constructor(account: RegistrationAccount, parts: LineParts, changed: () => void, after?: Promise<void>) {
    this.#account = account
    this.#parts = parts
    this.#changed = changed
    this.#series = new RegisterSeries(account, parts)
    this.#expiresSeconds = account.authentication.expiresSeconds
    this.#sinceMs = parts.clock.epochMs()
    const { clock, logger } = parts
    this.#rounds = new Rounds({ clock, logger, round: (signal) => this.#round(signal), watch: () => this.#keepAlive() })
    this.#rounds.start(after)
  }

  status(): CarrierStatus {
    const { id } = this.#account
    const binding = this.#valid()
    const lastError = this.#lastError
    if (this.#state !== 'registered' || binding !== undefined) {
      return { carrierId: id, state: this.#state, sinceMs: this.#sinceMs, expiresAtMs: binding?.expiresAtMs, lastError }
    }
    return { carrierId: id, state: 'failed', sinceMs: this.#binding?.expiresAtMs ?? this.#sinceMs, expiresAtMs: undefined, lastError }
  }

  flowId(): string | undefined {
    return this.#binding?.flow.id
  }

  way(): CarrierWay | undefined {
    return this.#targets.length === 0 ? undefined : { targets: this.#targets, route: this.#binding?.route ?? [] }
  }

  suspect(): void {
    if (this.#state === 'registered') this.#rounds.hurry()
  }

  async close(): Promise<void> {
    await this.#rounds.close()
    const flow = this.#tried
    if (flow === undefined || this.#state === 'failed') return
    this.#binding = undefined
    await within(this.#parts.clock, FAREWELL_MS, undefined, (signal) => this.#series.send(flow, 0, signal))
  }

  async #round(signal: AbortSignal): Promise<number> {
    this.#targets = this.#stickingTo(await carrierTargets(this.#account, this.#parts.resolver))
    this.#tell()
    let failure: Failure = { kind: 'outage', detail: `${this.#account.host} has no address` }
    for (const target of this.#targets) {
      if (signal.aborted) break
      const outcome = await this.#tryAt(target, signal)
      if (typeof outcome === 'number') return outcome
      failure = outcome
      if (failure.kind === 'refusal') break
    }
    return signal.aborted ? 0 : this.#failed(failure)
  }

  /** Registers at one place. The milliseconds until the refresh, or why not. */
  async #tryAt(target: TransportTarget, signal: AbortSignal): Promise<number | Failure> {
    const flow = await this.#open(target, signal)
    if (typeof flow === 'string') return { kind: 'outage', detail: flow }
    this.#tried = flow
    let outcome = await this.#register(flow, signal)
    if (outcome.kind === 'interval-too-brief' && outcome.minExpiresSeconds > this.#expiresSeconds) {
      this.#expiresSeconds = Math.min(outcome.minExpiresSeconds, MAX_EXPIRES_SECONDS)
      outcome = await this.#register(flow, signal)
    }
    switch (outcome.kind) {
      case 'registered':
        return this.#registered(outcome, flow, target)
      case 'interval-too-brief':
        return { kind: 'refusal', detail: `423: at least ${outcome.minExpiresSeconds} s wanted` }
      case 'refused': {
        const { status, reason, retryAfterSeconds } = outcome
        return { kind: isOutage(status) ? 'outage' : 'refusal', detail: `${status} ${reason}`, retryAfterSeconds }
      }
      case 'silent':
        return { kind: 'outage', detail: outcome.detail }
    }
  }

  async #open(target: TransportTarget, signal: AbortSignal): Promise<Flow | string> {
    try {
      return await within(this.#parts.clock, ATTEMPT_MS, signal, (limited) => this.#parts.transport.open(target, limited))
    } catch (error) {
      return error instanceof Error ? error.message : 'no connection'
    }
  }

  #register(flow: Flow, signal: AbortSignal): Promise<RegisterOutcome> {
    return within(this.#parts.clock, ATTEMPT_MS, signal, (limited) => this.#series.send(flow, this.#expiresSeconds, limited))
  }

  #registered(outcome: Extract<RegisterOutcome, { kind: 'registered' }>, flow: Flow, target: TransportTarget): number {
    const { clock, logger } = this.#parts
    const { expiresSeconds, route } = outcome
    const validMs = expiresSeconds * 1000
    this.#binding = { flow, target, route, validUntilMs: clock.nowMs() + validMs, expiresAtMs: clock.epochMs() + validMs }
    this.#targets = this.#stickingTo(this.#targets)
    this.#failures = 0
    this.#lastError = undefined
    if (this.#enter('registered')) logger.info('registered at a carrier', { carrier: this.#account.name, flow: flow.id, expiresSeconds })
    this.#tell()
    return Math.max(refreshAfterMs(expiresSeconds), MIN_REFRESH_MS)
  }

  /** A refresh that found nobody leaves the binding as it is until it runs out; a refusal ends it. */
  #failed({ kind, detail, retryAfterSeconds }: Failure): number {
    this.#failures++
    this.#lastError = detail
    if (kind === 'refusal' || this.#valid() === undefined) {
      this.#binding = undefined
      if (this.#enter('failed')) this.#parts.logger.warn('a carrier does not register us', { carrier: this.#account.name, error: detail })
      this.#tell()
    }
    return retryDelayMs(kind, this.#failures, this.#parts.random, retryAfterSeconds)
  }

  /** A refresh that changes nothing is no news: who sends from where is not looked up anew for each. */
  #tell(): void {
    const sources = new Set([this.flowId() ?? '', ...placesOf(this.#targets)])
    if (this.#told.symmetricDifference(sources).size === 0) return
    this.#told = sources
    this.#changed()
  }

  /** True when the state is a new one. */
  #enter(state: CarrierState): boolean {
    if (this.#state === state) return false
    this.#state = state
    this.#sinceMs = this.#parts.clock.epochMs()
    return true
  }

  #valid(): Binding | undefined {
    const binding = this.#binding
    return binding !== undefined && binding.validUntilMs > this.#parts.clock.nowMs() ? binding : undefined
  }

  /** The place we are registered at comes first: it knows us, and calls leave over the same flow (RFC 5626 §5.3). */
  #stickingTo(targets: readonly TransportTarget[]): readonly TransportTarget[] {
    return beginningWith(this.#binding?.target, targets)
  }

  /** Keeps routers from forgetting the flow. False when the connection is gone: calls in would not find us until the next refresh. */
  #keepAlive(): boolean {
    const flow = this.#binding?.flow
    if (flow === undefined) return true
    if (this.#parts.transport.flow(flow.id) === undefined) return false
    this.#parts.transport.send(flow, KEEP_ALIVE)
    return true
  }
}

/** A registrar that grants next to nothing is not asked more often than this. */
const MIN_REFRESH_MS = 5_000

/** The server failed, not the account: another place, or the same one soon, may take us. */
function isOutage(status: number): boolean {
  return (status >= 500 && status < 600) || status === 408 || status === 430
}
