import type { Clock, Logger } from '@klinke/foundation'
import { type Database, type SnapshotSource, Snapshots, type Tx } from '@klinke/platform'
import type { TenantChannels } from './call-admission.ts'
import { type LimitedPlace, listLimits } from './limit-store.ts'

export interface StoredChannelsOptions {
  readonly database: Database
  readonly clock: Clock
  readonly logger: Logger
}

/** The channels of data links and devices that calls read, by tenant, kept equal to the database. */
export class StoredChannels implements AsyncDisposable {
  readonly #snapshots: Snapshots<TenantChannels>

  /** Loads those of all tenants and follows their changes. */
  static async open(options: StoredChannelsOptions): Promise<StoredChannels> {
    const channels = new StoredChannels(options)
    await channels.#snapshots.start()
    return channels
  }

  private constructor({ database, clock, logger }: StoredChannelsOptions) {
    this.#snapshots = new Snapshots({
      ...{ source: channelSource(database), channel: 'klinke_tenant', clock, logger },
      listen: (channel, listening) => database.listen(channel, listening),
    })
  }

  /** Undefined: nothing is limited. */
  channelsOf(tenantId: string): TenantChannels | undefined {
    return this.#snapshots.get(tenantId)
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#snapshots.close()
  }
}

function channelSource(database: Database): SnapshotSource<TenantChannels> {
  return {
    loadAll: () => database.withOperator(loadChannels),
    load: async (tenantId, changed, before) => {
      if (changed !== undefined && !changed.has('channel_limit')) return before
      return (await database.withTenant(tenantId, loadChannels)).get(tenantId)
    },
  }
}

async function loadChannels(tx: Tx): Promise<ReadonlyMap<string, TenantChannels>> {
  const byTenant = Map.groupBy(await listLimits(tx), ({ tenantId }) => tenantId)
  return new Map([...byTenant].map(([tenantId, places]) => [tenantId, { links: byId(places, 'link'), devices: byId(places, 'device') }]))
}

function byId(places: readonly LimitedPlace[], wanted: LimitedPlace['scope']): TenantChannels['links'] {
  return new Map(places.filter(({ scope }) => scope === wanted).map(({ id, limits }) => [id, limits]))
}
