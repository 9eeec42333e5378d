import type { Clock, Logger } from '@klinke/foundation'
import type { Database } from '@klinke/platform'
import type { CustomerTrunk } from './customer-trunk.ts'
import { beginOutage, endOutage, trunksAway } from './outage-store.ts'

export interface OutageParts {
  readonly database: Database
  readonly clock: Pick<Clock, 'epochMs'>
  readonly logger: Logger
}

/** What waits for the database; more is dropped and logged. A PBX that comes and goes is of no more use than one that is away. */
const MAX_WAITING = 1_000

/** When customers' PBXs were unreachable, kept in the database, one after the other. Calls never wait for it. */
export class TrunkOutages {
  readonly #parts: OutageParts
  /** Trunks that were unreachable when the exchange last ran. */
  readonly #awayBefore: ReadonlySet<string>
  #waiting = 0
  #last: Promise<void> = Promise.resolve()

  static async open(parts: OutageParts): Promise<TrunkOutages> {
    return new TrunkOutages(parts, await parts.database.withOperator(trunksAway))
  }

  private constructor(parts: OutageParts, awayBefore: ReadonlySet<string>) {
    this.#parts = parts
    this.#awayBefore = awayBefore
  }

  /** Whether the PBX was unreachable when the exchange last ran: then it is news that it is back. */
  wasAway(trunkId: string): boolean {
    return this.#awayBefore.has(trunkId)
  }

  told({ id, tenantId, name }: Pick<CustomerTrunk, 'id' | 'tenantId' | 'name'>, isReachable: boolean): void {
    const { database, clock, logger } = this.#parts
    if (this.#waiting >= MAX_WAITING) {
      logger.warn('an outage of a PBX was not noted: too many wait', { tenant: tenantId, trunk: name })
      return
    }
    this.#waiting++
    const at = new Date(clock.epochMs())
    const note = isReachable ? endOutage : beginOutage
    this.#last = this.#last
      .then(() => database.withTenant(tenantId, (tx) => note(tx, tenantId, id, at)))
      .catch((error: unknown) => logger.warn('an outage of a PBX was not noted', { tenant: tenantId, error: String(error) }))
      .finally(() => this.#waiting--)
  }

  /** Waits for what is under way. */
  close(): Promise<void> {
    return this.#last
  }
}
