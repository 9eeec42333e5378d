import { uniform } from '@klinke/foundation'
import type { HeaderField, RequestOutcome, TransportTarget } from '@klinke/sip'
import { beginningWith } from '../../lines/beginning-with.ts'
import { type CarrierPlace, carrierTargets, carrierUri } from '../../lines/carrier-address.ts'
import type { LineParts } from '../../lines/carrier-line.ts'
import { Rounds } from '../../lines/rounds.ts'
import { within } from '../../lines/within.ts'
import type { PlaceState } from './place-state.ts'

const UP_INTERVAL_MS = 30_000
const DOWN_INTERVAL_MS = 10_000
/** How often the name of a place is resolved again that is not asked. */
const RESOLVE_INTERVAL_MS = 60_000
/** How long each address of a place may take to answer. */
const PATIENCE_MS = 5_000
/** Addresses of a place that are asked in one round, and that a call is tried at. */
export const ADDRESSES_PER_PLACE = 3
/** One lost answer is no outage. */
const FAILURES_UNTIL_DOWN = 2
/** After a call that failed there, calls go elsewhere first for so long; where nobody may ask, only a call shows that it is back. */
const AVOIDED_MS = 30_000

/** What OPTIONS to a place say; undefined: it is not asked (SIP-DDI trunks spare the PBX OPTIONS, TRK-07). */
export interface Ping {
  readonly from: string
  readonly headers: readonly HeaderField[]
}

/** One fixed address of a customer's PBX: a name that is followed, and asked by OPTIONS whether somebody is there (RFC 3261 §11). */
export class WatchedPlace {
  readonly #place: CarrierPlace
  readonly #ping: Ping | undefined
  readonly #parts: LineParts
  readonly #changed: () => void
  readonly #rounds: Rounds
  #targets: readonly TransportTarget[] = []
  #state: PlaceState['state'] = 'probing'
  #sinceMs: number
  #failures = 0
  #failed: { readonly untilMs: number; readonly sinceMs: number } | undefined
  #lastError: string | undefined

  /** @param changed called when its addresses are others, or it is up or down. */
  constructor(place: CarrierPlace, ping: Ping | undefined, parts: LineParts, changed: () => void) {
    this.#place = place
    this.#ping = ping
    this.#parts = parts
    this.#changed = changed
    this.#sinceMs = parts.clock.epochMs()
    this.#rounds = new Rounds({ clock: parts.clock, logger: parts.logger, round: (signal) => this.#round(signal) })
    this.#rounds.start()
  }

  get place(): CarrierPlace {
    return this.#place
  }

  /** Its addresses in the order in which they are to be tried; empty until its name has been resolved. */
  get targets(): readonly TransportTarget[] {
    return this.#targets
  }

  /** False while it is known to be out of service. */
  get isUp(): boolean {
    return this.#state !== 'down' && this.#avoided === undefined
  }

  state(): PlaceState {
    const { host, port } = this.#place
    const avoided = this.#avoided
    if (avoided !== undefined) return { host, port, state: 'down', sinceMs: avoided.sinceMs, lastError: 'a call found nobody there' }
    return { host, port, state: this.#state, sinceMs: this.#sinceMs, lastError: this.#lastError }
  }

  /** A call found nobody there. */
  suspect(): void {
    const { clock } = this.#parts
    if (this.#ping !== undefined) this.#rounds.hurry()
    else {
      this.#failed = { untilMs: clock.nowMs() + AVOIDED_MS, sinceMs: this.#avoided?.sinceMs ?? clock.epochMs() }
      this.#changed()
    }
  }

  /** A call was answered there. */
  answered(): void {
    if (this.#failed === undefined) return
    this.#failed = undefined
    this.#changed()
  }

  close(): Promise<void> {
    return this.#rounds.close()
  }

  get #avoided(): { readonly sinceMs: number } | undefined {
    return this.#failed !== undefined && this.#parts.clock.nowMs() < this.#failed.untilMs ? this.#failed : undefined
  }

  async #round(signal: AbortSignal): Promise<number> {
    const targets = await carrierTargets(this.#place, this.#parts.resolver)
    if (signal.aborted) return 0
    this.#order(this.#targets[0], targets)
    if (this.#ping === undefined) return this.#notAsked(targets)
    const fault = await this.#lookAt(targets, this.#ping, signal)
    if (signal.aborted) return 0
    this.#failures = fault === undefined ? 0 : this.#failures + 1
    this.#lastError = fault
    if (fault === undefined) this.#enter('up')
    else if (this.#failures >= FAILURES_UNTIL_DOWN) this.#enter('down')
    return this.#soon(fault === undefined ? UP_INTERVAL_MS : DOWN_INTERVAL_MS)
  }

  #notAsked(targets: readonly TransportTarget[]): number {
    this.#lastError = targets.length === 0 ? `${this.#place.host} has no address` : undefined
    this.#enter(targets.length === 0 ? 'down' : 'unasked')
    return this.#soon(targets.length === 0 ? DOWN_INTERVAL_MS : RESOLVE_INTERVAL_MS)
  }

  #soon(intervalMs: number): number {
    return intervalMs * (0.9 + uniform(this.#parts.random) / 10)
  }

  /** What is wrong with the last address that was asked; undefined as soon as one answers. */
  async #lookAt(targets: readonly TransportTarget[], ping: Ping, signal: AbortSignal): Promise<string | undefined> {
    let fault = `${this.#place.host} has no address`
    for (const target of targets.slice(0, ADDRESSES_PER_PLACE)) {
      const found = faultIn(await this.#ask(target, ping, signal))
      if (signal.aborted) break
      if (found === undefined) {
        this.#order(target, targets)
        return undefined
      }
      fault = found
    }
    return fault
  }

  #ask(target: TransportTarget, { from, headers }: Ping, signal: AbortSignal): Promise<RequestOutcome> {
    const uri = carrierUri(this.#place)
    const destination = { targets: [target] }
    return within(this.#parts.clock, PATIENCE_MS, signal, (limited) =>
      this.#parts.userAgent.request({ method: 'OPTIONS', uri, from, to: `<${uri}>`, headers, destination }, limited),
    )
  }

  #order(first: TransportTarget | undefined, targets: readonly TransportTarget[]): void {
    const before = this.#targets
    this.#targets = beginningWith(first, targets)
    if (JSON.stringify(before.map(nameOf)) !== JSON.stringify(this.#targets.map(nameOf))) this.#changed()
  }

  #enter(state: PlaceState['state']): void {
    if (this.#state === state) return
    this.#state = state
    this.#sinceMs = this.#parts.clock.epochMs()
    this.#changed()
  }
}

function nameOf({ protocol, remote }: TransportTarget): string {
  return `${protocol} ${remote.address} ${remote.port}`
}

/** Any answer shows life, a refusal too; only 503 and 408 say that calls would fail. */
function faultIn(outcome: RequestOutcome): string | undefined {
  if (outcome.kind === 'timeout') return 'no answer'
  if (outcome.kind === 'transport-error') return outcome.detail
  const { status, reason } = outcome.response
  return status === 503 || status === 408 ? `${status} ${reason}` : undefined
}
