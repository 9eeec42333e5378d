import type { Clock, Logger } from '@klinke/foundation'
import { type Database, type SnapshotSource, Snapshots, type Tx } from '@klinke/platform'
import { type GuardRules, NO_SETTINGS } from './guard-rules.ts'
import { listOpenLocks, lockFrom } from './lock-store.ts'
import { listCountries, listGuardSettings, listLifts } from './settings-store.ts'

export interface StoredGuardOptions {
  readonly database: Database
  readonly clock: Clock
  readonly logger: Logger
  /** Told of each tenant whose rules are others now. */
  readonly replaced: (tenantId: string) => void
}

const TABLES = ['guard_settings', 'guard_country', 'guard_lock', 'guard_lift']

/** The guard's rules of all tenants as calls read them, kept equal to the database. */
export class StoredGuard implements AsyncDisposable {
  readonly #snapshots: Snapshots<GuardRules>

  /** Loads all tenants' rules and follows their changes. */
  static async open(options: StoredGuardOptions): Promise<StoredGuard> {
    const guard = new StoredGuard(options)
    await guard.#snapshots.start()
    return guard
  }

  private constructor({ database, clock, logger, replaced }: StoredGuardOptions) {
    this.#snapshots = new Snapshots({
      ...{ source: rulesSource(database), channel: 'klinke_tenant', clock, logger, replaced },
      listen: (channel, listening) => database.listen(channel, listening),
    })
  }

  /** Undefined: nothing is set. */
  rulesOf(tenantId: string): GuardRules | undefined {
    return this.#snapshots.get(tenantId)
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#snapshots.close()
  }
}

function rulesSource(database: Database): SnapshotSource<GuardRules> {
  return {
    loadAll: () => database.withOperator(loadRules),
    load: async (tenantId, changed, before) => {
      if (changed !== undefined && !TABLES.some((table) => changed.has(table))) return before
      return (await database.withTenant(tenantId, loadRules)).get(tenantId)
    },
  }
}

/** Of all tenants that the transaction sees and that have rules. */
async function loadRules(tx: Tx): Promise<ReadonlyMap<string, GuardRules>> {
  const settings = new Map((await listGuardSettings(tx)).map(({ tenantId, ...own }) => [tenantId, own]))
  const countries = Map.groupBy(await listCountries(tx), ({ tenantId }) => tenantId)
  const locks = Map.groupBy(await listOpenLocks(tx), ({ tenantId }) => tenantId)
  const lifts = Map.groupBy(await listLifts(tx), ({ tenantId }) => tenantId)
  const ids = new Set([...settings.keys(), ...countries.keys(), ...locks.keys(), ...lifts.keys()])
  return new Map(
    [...ids].map((id) => [
      id,
      {
        settings: settings.get(id) ?? NO_SETTINGS,
        countries: new Map((countries.get(id) ?? []).map(({ country, state }) => [country, state])),
        locks: (locks.get(id) ?? []).map(lockFrom),
        lifted: new Set((lifts.get(id) ?? []).map(({ date }) => date)),
      },
    ]),
  )
}
