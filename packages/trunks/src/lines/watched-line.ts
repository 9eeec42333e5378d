import { uniform } from '@klinke/foundation'
import type { RequestOutcome, TransportTarget } from '@klinke/sip'
import type { Carrier } from '../carrier.ts'
import { beginningWith, placesOf } from './beginning-with.ts'
import { carrierTargets, carrierUri } from './carrier-address.ts'
import type { CarrierLine, CarrierWay, LineParts } from './carrier-line.ts'
import type { CarrierState, CarrierStatus } from './carrier-status.ts'
import { Rounds } from './rounds.ts'
import { within } from './within.ts'

const UP_INTERVAL_MS = 30_000
const DOWN_INTERVAL_MS = 10_000
/** How long each place of a carrier may take to answer. */
const PATIENCE_MS = 5_000
/** Places of a carrier that are asked in one round; calls try as many (`carrier-places.ts`). */
const PLACES_ASKED = 3
/** One lost answer is no outage. */
const FAILURES_UNTIL_DOWN = 2

/**
 * A carrier with fixed addresses: nothing to register, so OPTIONS shows whether it is there (RFC 3261 §11). The first place that answers, in
 * the order of its name (RFC 3263 §4.2), is where calls go first: a dead one before it costs them no time.
 */
export class WatchedLine implements CarrierLine {
  readonly #carrier: Carrier
  readonly #parts: LineParts
  readonly #changed: () => void
  readonly #rounds: Rounds
  #targets: readonly TransportTarget[] = []
  #state: CarrierState = 'probing'
  #sinceMs: number
  #failures = 0
  #lastError: string | undefined

  /** @param changed called when `way` leads to other places than before, in whatever order. */
  constructor(carrier: Carrier, parts: LineParts, changed: () => void) {
    this.#carrier = carrier
    this.#parts = parts
    this.#changed = changed
    this.#sinceMs = parts.clock.epochMs()
    this.#rounds = new Rounds({ clock: parts.clock, logger: parts.logger, round: (signal) => this.#round(signal) })
    this.#rounds.start()
  }

  status(): CarrierStatus {
    const { id } = this.#carrier
    return { carrierId: id, state: this.#state, sinceMs: this.#sinceMs, expiresAtMs: undefined, lastError: this.#lastError }
  }

  flowId(): undefined {
    return undefined
  }

  way(): CarrierWay | undefined {
    return this.#targets.length === 0 ? undefined : { targets: this.#targets, route: [] }
  }

  suspect(): void {
    this.#rounds.hurry()
  }

  close(): Promise<void> {
    return this.#rounds.close()
  }

  async #round(signal: AbortSignal): Promise<number> {
    const targets = await carrierTargets(this.#carrier, this.#parts.resolver)
    this.#order(this.#targets[0], targets)
    const fault = await this.#lookAt(targets, signal)
    if (signal.aborted) return 0
    this.#failures = fault === undefined ? 0 : this.#failures + 1
    this.#lastError = fault
    if (fault === undefined) this.#enter('up')
    else if (this.#failures >= FAILURES_UNTIL_DOWN) this.#enter('down')
    const intervalMs = fault === undefined ? UP_INTERVAL_MS : DOWN_INTERVAL_MS
    return intervalMs * (0.9 + uniform(this.#parts.random) / 10)
  }

  /** What is wrong with the last place that was asked; undefined as soon as one answers. */
  async #lookAt(targets: readonly TransportTarget[], signal: AbortSignal): Promise<string | undefined> {
    let fault = `${this.#carrier.host} has no address`
    for (const target of targets.slice(0, PLACES_ASKED)) {
      const found = faultIn(await this.#ask(target, signal))
      if (signal.aborted) break
      if (found === undefined) {
        this.#order(target, targets)
        return undefined
      }
      fault = found
    }
    return fault
  }

  #ask(target: TransportTarget, signal: AbortSignal): Promise<RequestOutcome> {
    const uri = carrierUri(this.#carrier)
    const to = `<${uri}>`
    return within(this.#parts.clock, PATIENCE_MS, signal, (limited) =>
      this.#parts.userAgent.request({ method: 'OPTIONS', uri, from: ASKER, to, destination: { targets: [target] } }, limited),
    )
  }

  #order(first: TransportTarget | undefined, targets: readonly TransportTarget[]): void {
    const before = placesOf(this.#targets)
    this.#targets = beginningWith(first, targets)
    if (before.symmetricDifference(placesOf(targets)).size > 0) this.#changed()
  }

  #enter(state: CarrierState): void {
    if (this.#state === state) return
    const { clock, logger } = this.#parts
    const fields = { carrier: this.#carrier.name, error: this.#lastError }
    if (state === 'down') logger.warn('a carrier does not answer', fields)
    else logger.info('a carrier answers', fields)
    this.#state = state
    this.#sinceMs = clock.epochMs()
  }
}

/** Nobody calls back to an OPTIONS. */
const ASKER = '<sip:options@anonymous.invalid>'

/** Any answer shows life, a refusal too; only 503 and 408 say that calls would fail. */
function faultIn(outcome: RequestOutcome): string | undefined {
  if (outcome.kind === 'timeout') return 'no answer'
  if (outcome.kind === 'transport-error') return outcome.detail
  const { status, reason } = outcome.response
  return status === 503 || status === 408 ? `${status} ${reason}` : undefined
}
