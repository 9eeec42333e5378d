import type { Clock, Logger } from '@klinke/foundation'
import { type Database, type SecretBox, type SnapshotSource, Snapshots } from '@klinke/platform'
import type { Carrier } from '../carrier.ts'
import type { CarrierDirectory } from '../carrier-directory.ts'
import { findCarrier, listCarriers, type StoredCarrier, unsealCarrier } from './store.ts'

export interface StoredCarriersOptions {
  readonly database: Database
  readonly secrets: SecretBox
  readonly clock: Clock
  readonly logger: Logger
  /** A carrier was added, changed or removed: registrations with it follow. */
  readonly replaced?: (now: Carrier | undefined, before: Carrier | undefined) => void
}

/** The carriers that calls read, kept equal to the database. */
export class StoredCarriers implements CarrierDirectory, AsyncDisposable {
  readonly #snapshots: Snapshots<Carrier>
  /** In order of priority. */
  #ordered: readonly Carrier[] = []

  /** Loads all carriers and follows their changes. */
  static async open(options: StoredCarriersOptions): Promise<StoredCarriers> {
    const carriers = new StoredCarriers(options)
    await carriers.#snapshots.start()
    return carriers
  }

  private constructor({ database, secrets, clock, logger, replaced }: StoredCarriersOptions) {
    this.#snapshots = new Snapshots({
      source: carrierSource(database, secrets, logger),
      channel: 'klinke_carrier',
      listen: (channel, listening) => database.listen(channel, listening),
      clock,
      logger,
      replaced: (_id, now, before) => {
        this.#ordered = [...this.#snapshots.all().values()].sort((a, b) => a.priority - b.priority || (a.id < b.id ? -1 : 1))
        replaced?.(now, before)
      },
    })
  }

  carrier(id: string): Carrier | undefined {
    return this.#snapshots.get(id)
  }

  carriers(): readonly Carrier[] {
    return this.#ordered
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#snapshots.close()
  }
}

/** A carrier whose password cannot be read is left out and said so: the others go on. */
function carrierSource(database: Database, secrets: SecretBox, logger: Logger): SnapshotSource<Carrier> {
  const readable = (stored: StoredCarrier): Carrier | undefined => {
    try {
      return unsealCarrier(stored, secrets)
    } catch (error) {
      logger.error('a carrier is out of use because its password cannot be read', { carrier: stored.id, error: error as Error })
      return undefined
    }
  }
  return {
    loadAll: async () => {
      const carriers = (await database.withOperator((tx) => listCarriers(tx))).map(readable)
      return new Map(carriers.filter((carrier) => carrier !== undefined).map((carrier) => [carrier.id, carrier]))
    },
    load: async (id) => {
      const stored = await database.withOperator((tx) => findCarrier(tx, id))
      return stored && readable(stored)
    },
  }
}
