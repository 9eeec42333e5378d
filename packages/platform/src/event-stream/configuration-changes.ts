import type { Clock, Resource, Timer } from '@klinke/foundation'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import type { Subscription } from '../database/notification-listener.ts'
import type { Area } from '../http/rights.ts'
import type { EventHub } from './event-hub.ts'

/** Channel of the trigger function `tell_change`. */
const CHANNEL = 'klinke_change'
/** Changes of this time are told together. */
const GATHER_MS = 10
/** More rows of one table and tenant at a time are told as one event without id. */
const MAX_TOLD_APART = 50
/** More than this at a time are not told one by one: clients look at the whole again. */
const MAX_GATHERED = 20_000

const changed = z.object({
  table: z.string(),
  operation: z.enum(['insert', 'update', 'delete']),
  tenantId: z.string(),
  id: z.string().nullable(),
  extensionId: z.string().nullable(),
  transaction: z.string(),
})
type Changed = z.infer<typeof changed>

export interface ConfigurationChangesOptions {
  readonly database: Pick<Database, 'listen'>
  readonly clock: Clock
  readonly hub: Pick<EventHub, 'tell' | 'lost'>
  /** Whose business a table is. */
  readonly areaOf: (table: string) => Area
}

/** Tells the event stream which rows of tenants' configuration have changed, by whatever server or program. */
export class ConfigurationChanges implements Resource {
  readonly #options: ConfigurationChangesOptions
  readonly #subscription: Subscription
  #gathered: Changed[] = []
  #timer: Timer | undefined
  #connected = false

  constructor(options: ConfigurationChangesOptions) {
    this.#options = options
    this.#subscription = options.database.listen(CHANNEL, {
      notified: (payload) => this.#notified(payload),
      connected: () => this.#begun(),
      current: () => Promise.resolve(),
    })
  }

  close(): void {
    this.#subscription.close()
    this.#timer?.cancel()
  }

  /** After a lost connection nobody knows what has changed meanwhile. */
  #begun(): void {
    if (this.#connected) this.#options.hub.lost()
    this.#connected = true
  }

  #notified(payload: string): void {
    if (this.#gathered.length < MAX_GATHERED) this.#gathered.push(changed.parse(JSON.parse(payload)))
    this.#timer ??= this.#options.clock.after(GATHER_MS, () => this.#tell())
  }

  #tell(): void {
    this.#timer = undefined
    const gathered = this.#gathered
    this.#gathered = []
    if (gathered.length === MAX_GATHERED) this.#options.hub.lost()
    else
      for (const rows of Map.groupBy(gathered, ({ tenantId, table }) => `${tenantId} ${table}`).values()) {
        const [first] = rows
        if (rows.length <= MAX_TOLD_APART) for (const row of rows) this.#tellOne(row)
        else if (first !== undefined) this.#tellOne({ ...first, id: null, extensionId: null })
      }
  }

  #tellOne({ table, operation, tenantId, id, extensionId, transaction }: Changed): void {
    this.#options.hub.tell({
      ...{ topic: 'configuration', type: 'configuration.changed', tenantId, area: this.#options.areaOf(table) },
      sharedId: [transaction, table, operation, id].join(' '),
      users: extensionId === null ? [] : [extensionId],
      data: { table, operation, id, extensionId },
    })
  }
}
