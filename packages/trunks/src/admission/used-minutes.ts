import type { TenantSnapshot } from '@klinke/accounts'
import type { Clock, Logger, Timer } from '@klinke/foundation'
import type { Database, Tx } from '@klinke/platform'
import { sql } from 'kysely'

/** The records are summed up so often, for customers whose rate depends on it. */
const EVERY_MS = 3_600_000

export interface UsedMinutesParts {
  readonly database: Database
  readonly clock: Clock
  readonly logger: Logger
  /** All customers as calls see them. */
  readonly tenants: () => Iterable<Pick<TenantSnapshot, 'id' | 'profile'>>
}

/** Minutes that customers have talked to and from outside in the last thirty days, for each of their channels (TRK-04 [C]), from the call records. */
export class UsedMinutes {
  readonly #parts: UsedMinutesParts
  #minutes: ReadonlyMap<string, number> = new Map()
  #timer: Timer | undefined
  #isClosed = false

  constructor(parts: UsedMinutesParts) {
    this.#parts = parts
    this.#timer = parts.clock.after(0, () => void this.#again())
  }

  /** Undefined: not known, or without channels. */
  perChannel(tenantId: string): number | undefined {
    return this.#minutes.get(tenantId)
  }

  /** Sums up the records of the customers concerned. */
  async refresh(): Promise<void> {
    const { database, tenants } = this.#parts
    const minutes = new Map<string, number>()
    for (const { id, profile } of tenants()) {
      const { callRate, channels } = profile.admission ?? {}
      const count = channels?.both ?? channels?.out
      if (callRate?.rule !== 'per-channel' || count === undefined) continue
      minutes.set(id, (await database.withTenant(id, talkedMinutes)) / count)
    }
    this.#minutes = minutes
  }

  close(): void {
    this.#isClosed = true
    this.#timer?.cancel()
  }

  async #again(): Promise<void> {
    try {
      await this.refresh()
    } catch (error) {
      this.#parts.logger.warn('minutes of customers could not be summed up', { error: String(error) })
    }
    if (!this.#isClosed) this.#timer = this.#parts.clock.after(EVERY_MS, () => void this.#again())
  }
}

interface RecordTables {
  /** Of the PBX, read only. */
  readonly call_record: {
    readonly direction: string
    readonly started_at: Date
    readonly answered_at: Date | null
    readonly ended_at: Date | null
  }
}

async function talkedMinutes(tx: Tx): Promise<number> {
  const row = await tx
    .tables<RecordTables>()
    .selectFrom('call_record')
    .select(sql<number>`coalesce(sum(extract(epoch from ended_at - answered_at)), 0)::float8 / 60`.as('minutes'))
    .where('direction', 'in', ['inbound', 'outbound'])
    .where('started_at', '>', sql<Date>`now() - interval '30 days'`)
    .where('ended_at', 'is not', null)
    .where('answered_at', 'is not', null)
    .executeTakeFirst()
  return row?.minutes ?? 0
}
