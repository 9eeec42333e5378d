import type { Clock, Logger } from '@klinke/foundation'
import { type ChangedRows, type Database, type SecretBox, Snapshots, type Tx } from '@klinke/platform'
import type { OwnCarrier, OwnCarriers } from './own-carrier.ts'
import { listOwnCarriers, type StoredOwnCarrier, unsealOwnCarrier } from './store.ts'

export interface StoredOwnCarriersOptions {
  readonly database: Database
  readonly secrets: SecretBox
  readonly clock: Clock
  readonly logger: Logger
  /** Carriers of a customer were added, changed or removed: their lines follow. */
  readonly replaced?: () => void
}

const TABLES = ['own_carrier', 'own_carrier_site']
const NONE: readonly OwnCarrier[] = []

/** The customers' own carriers that calls read, kept equal to the database. */
export class StoredOwnCarriers implements OwnCarriers, AsyncDisposable {
  readonly #snapshots: Snapshots<readonly OwnCarrier[]>
  readonly #byId = new Map<string, OwnCarrier>()

  /** Loads all customers' carriers and follows their changes. */
  static async open(options: StoredOwnCarriersOptions): Promise<StoredOwnCarriers> {
    const carriers = new StoredOwnCarriers(options)
    await carriers.#snapshots.start()
    return carriers
  }

  private constructor(options: StoredOwnCarriersOptions) {
    const { database, clock, logger, replaced } = options
    this.#snapshots = new Snapshots<readonly OwnCarrier[]>({
      ...{ channel: 'klinke_tenant', clock, logger },
      listen: (channel, listening) => database.listen(channel, listening),
      source: {
        loadAll: () => database.withOperator((tx) => load(tx, options)),
        load: async (tenantId, changed, before) => {
          if (changed !== undefined && !concerns(changed)) return before
          return (await database.withTenant(tenantId, (tx) => load(tx, options))).get(tenantId)
        },
      },
      replaced: (_tenantId, now, before) => {
        if (now === before) return
        for (const { id } of before ?? NONE) this.#byId.delete(id)
        for (const carrier of now ?? NONE) this.#byId.set(carrier.id, carrier)
        replaced?.()
      },
    })
  }

  carrier(id: string): OwnCarrier | undefined {
    return this.#byId.get(id)
  }

  carriers(): Iterable<OwnCarrier> {
    return this.#byId.values()
  }

  ofTenant(tenantId: string): readonly OwnCarrier[] {
    return this.#snapshots.get(tenantId) ?? NONE
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#snapshots.close()
  }
}

function concerns(changed: ChangedRows): boolean {
  return TABLES.some((table) => changed.has(table))
}

/** By tenant, as far as the transaction sees. One whose password cannot be read is left out and said so. */
async function load(tx: Tx, { secrets, logger }: StoredOwnCarriersOptions): Promise<ReadonlyMap<string, readonly OwnCarrier[]>> {
  const readable = (stored: StoredOwnCarrier): readonly OwnCarrier[] => {
    try {
      return [unsealOwnCarrier(stored, secrets)]
    } catch (error) {
      logger.error('a provider of a customer is out of use because its password cannot be read', {
        carrier: stored.id,
        error: error as Error,
      })
      return []
    }
  }
  return Map.groupBy((await listOwnCarriers(tx)).flatMap(readable), ({ tenantId }) => tenantId)
}
