import { type Component, noteProbe, noteRest, type Probe } from '@klinke/accounts'
import type { Clock, Logger, Resource, Timer } from '@klinke/foundation'
import type { Database } from '@klinke/platform'
import type { Fault, SipProbe } from './sip-probe.ts'

export interface ProbeParts {
  readonly database: Pick<Database, 'withOperator' | 'isReady'>
  readonly clock: Clock
  readonly logger: Logger
  readonly sip: Pick<SipProbe, 'register' | 'call'>
  /** What is wrong with the web server. */
  readonly web: () => Promise<Fault>
  /** What is wrong with the carriers; null: there is none to ask. */
  readonly upstream: () => Fault | null
  readonly everyMs: number
}

/** Findings that wait for a database that is away: more than a day of them. */
const MAX_WAITING = 5_000

interface Finding {
  readonly component: Component
  /** Null: there is nothing to probe. */
  readonly probe: Probe | null
  readonly atMs: number
}

/** Probes everything now and then, until it is closed. What is found while the database is away is kept in memory and written once it is back. */
export class ProbeRounds implements Resource {
  readonly #parts: ProbeParts
  readonly #waiting: Finding[] = []
  #closed = false
  #running: Promise<void> = Promise.resolve()
  #timer: Timer | undefined

  constructor(parts: ProbeParts) {
    this.#parts = parts
  }

  /** The first round at once, the next ones by the clock. */
  begin(): this {
    this.#timer = this.#parts.clock.after(0, () => this.#next())
    return this
  }

  close(): Promise<void> {
    this.#closed = true
    this.#timer?.cancel()
    return this.#running
  }

  /** One round. Never rejects. */
  async round(): Promise<void> {
    const { clock, logger } = this.#parts
    try {
      for (const [component, fault] of await this.#look()) {
        if (typeof fault === 'string') logger.warn('a probe of the exchange has failed', { component, fault })
        const atMs = clock.epochMs()
        this.#waiting.push({ component, atMs, probe: fault === null ? null : { atMs, good: fault === undefined, detail: fault ?? '' } })
      }
      this.#waiting.splice(0, this.#waiting.length - MAX_WAITING)
      await this.#write()
    } catch (error) {
      logger.warn('what probes have found could not be written down yet', { waiting: this.#waiting.length, error: String(error) })
    }
  }

  #next(): void {
    this.#running = this.round().then(() => {
      if (!this.#closed) this.#timer = this.#parts.clock.after(this.#parts.everyMs, () => this.#next())
    })
  }

  async #look(): Promise<readonly (readonly [Component, Fault | null])[]> {
    const { sip, upstream } = this.#parts
    const signalling = await twice(() => sip.register())
    const called = await sip.call().catch(failed)
    // One lost packet is no outage: what fails is asked once more.
    const { calls, media } = called.calls === undefined && called.media === undefined ? called : await sip.call().catch(failed)
    return [
      ['signalling', signalling],
      ['calls', calls],
      ['media', media],
      ['portal', await twice(() => this.#portal())],
      ['upstream', upstream()],
    ]
  }

  async #portal(): Promise<Fault> {
    const { database, web } = this.#parts
    return (await database.isReady()) ? web() : 'the database does not answer'
  }

  async #write(): Promise<void> {
    const { database } = this.#parts
    for (let next = this.#waiting[0]; next !== undefined; next = this.#waiting[0]) {
      const { component, probe, atMs } = next
      await database.withOperator((tx) => (probe === null ? noteRest(tx, component, atMs) : noteProbe(tx, component, probe)))
      this.#waiting.shift()
    }
  }
}

async function twice(ask: () => Promise<Fault>): Promise<Fault> {
  const once = async (): Promise<Fault> => ask().catch((error: unknown) => String(error))
  return (await once()) === undefined ? undefined : once()
}

function failed(error: unknown): { readonly calls: Fault; readonly media: Fault } {
  return { calls: String(error), media: 'no call' }
}
