import type { Clock, Logger } from '@klinke/foundation'
import { type ChangedRows, type Database, type SnapshotSource, Snapshots, type Tx } from '@klinke/platform'
import type { CustomerTrunk, CustomerTrunks, TrunkLogin } from './customer-trunk.ts'
import { listTrunks, sipDomains } from './store.ts'

export interface StoredCustomerTrunksOptions {
  readonly database: Database
  readonly clock: Clock
  readonly logger: Logger
  /** The trunks of a tenant have changed: what goes by them, such as registrations and health checks, follows. */
  readonly replaced?: (tenantId: string, now: readonly CustomerTrunk[], before: readonly CustomerTrunk[]) => void
}

/** The trunks of one tenant, with the realm of their logins. */
interface TenantTrunks {
  readonly domain: string
  readonly trunks: readonly CustomerTrunk[]
}

const TABLES = ['customer_trunk', 'customer_trunk_login', 'customer_trunk_place']
const NONE: readonly CustomerTrunk[] = []

/** The trunks that calls read, kept equal to the database. */
export class StoredCustomerTrunks implements CustomerTrunks, AsyncDisposable {
  readonly #snapshots: Snapshots<TenantTrunks>
  readonly #byId = new Map<string, CustomerTrunk>()
  /** Keys are `loginKey`s. */
  readonly #byLogin = new Map<string, { readonly trunk: CustomerTrunk; readonly login: TrunkLogin }>()

  /** Loads all tenants' trunks and follows their changes. */
  static async open(options: StoredCustomerTrunksOptions): Promise<StoredCustomerTrunks> {
    const trunks = new StoredCustomerTrunks(options)
    await trunks.#snapshots.start()
    return trunks
  }

  private constructor({ database, clock, logger, replaced }: StoredCustomerTrunksOptions) {
    this.#snapshots = new Snapshots({
      ...{ source: trunkSource(database), channel: 'klinke_tenant', clock, logger },
      listen: (channel, listening) => database.listen(channel, listening),
      replaced: (tenantId, now, before) => {
        if (now === before) return
        this.#index(now, before)
        replaced?.(tenantId, now?.trunks ?? NONE, before?.trunks ?? NONE)
      },
    })
  }

  trunk(id: string): CustomerTrunk | undefined {
    return this.#byId.get(id)
  }

  trunks(): Iterable<CustomerTrunk> {
    return this.#byId.values()
  }

  ofTenant(tenantId: string): readonly CustomerTrunk[] {
    return this.#snapshots.get(tenantId)?.trunks ?? NONE
  }

  /** Also of a trunk that is not active: who asks says what becomes of it. */
  byLogin(username: string, domain: string): { readonly trunk: CustomerTrunk; readonly login: TrunkLogin } | undefined {
    return this.#byLogin.get(loginKey(username, domain))
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#snapshots.close()
  }

  #index(now: TenantTrunks | undefined, before: TenantTrunks | undefined): void {
    for (const trunk of before?.trunks ?? NONE) {
      this.#byId.delete(trunk.id)
      for (const { username } of loginsOf(trunk)) this.#byLogin.delete(loginKey(username, before?.domain ?? ''))
    }
    for (const trunk of now?.trunks ?? NONE) {
      this.#byId.set(trunk.id, trunk)
      for (const login of loginsOf(trunk)) this.#byLogin.set(loginKey(login.username, now?.domain ?? ''), { trunk, login })
    }
  }
}

function loginsOf({ access }: CustomerTrunk): readonly TrunkLogin[] {
  return access.kind === 'registration' ? access.logins : []
}

/** A space stands in neither. */
function loginKey(username: string, domain: string): string {
  return `${username} ${domain}`
}

/** The channel tells of all that changes of a tenant: what is not about these tables leaves its trunks as they are. */
function trunkSource(database: Database): SnapshotSource<TenantTrunks> {
  return {
    loadAll: () => database.withOperator(loadTrunks),
    load: async (tenantId, changed, before) => {
      if (changed !== undefined && !concerns(changed)) return before
      return (await database.withTenant(tenantId, loadTrunks)).get(tenantId)
    },
  }
}

function concerns(changed: ChangedRows): boolean {
  return TABLES.some((table) => changed.has(table))
}

/** Of all tenants that the transaction sees and that have trunks. */
async function loadTrunks(tx: Tx): Promise<ReadonlyMap<string, TenantTrunks>> {
  const byTenant = Map.groupBy(await listTrunks(tx), ({ tenantId }) => tenantId)
  if (byTenant.size === 0) return new Map()
  const domains = await sipDomains(tx)
  return new Map([...byTenant].map(([id, trunks]) => [id, { domain: domains.get(id) ?? '', trunks }]))
}
