import type { Clock, Logger } from '@klinke/foundation'
import { type ChangedRows, type Database, type SnapshotSource, Snapshots, type Tx } from '@klinke/platform'
import { type IdentitySettings, NO_SETTINGS, type NumberRight, type TenantIdentity } from './identity-rules.ts'
import { listRights, type StoredRight } from './rights-store.ts'
import { listIdentitySettings, type StoredIdentitySettings } from './settings-store.ts'

export interface StoredIdentitiesOptions {
  readonly database: Database
  readonly clock: Clock
  readonly logger: Logger
}

const TABLES = ['number_right', 'caller_identity']

/** The rights and settings that calls read, by tenant, kept equal to the database. */
export class StoredIdentities implements AsyncDisposable {
  readonly #snapshots: Snapshots<TenantIdentity>

  /** Loads those of all tenants and follows their changes. */
  static async open(options: StoredIdentitiesOptions): Promise<StoredIdentities> {
    const identities = new StoredIdentities(options)
    await identities.#snapshots.start()
    return identities
  }

  private constructor({ database, clock, logger }: StoredIdentitiesOptions) {
    this.#snapshots = new Snapshots({
      ...{ source: identitySource(database), channel: 'klinke_tenant', clock, logger },
      listen: (channel, listening) => database.listen(channel, listening),
    })
  }

  /** Undefined: nothing is set. */
  identityOf(tenantId: string): TenantIdentity | undefined {
    return this.#snapshots.get(tenantId)
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#snapshots.close()
  }
}

/** The channel tells of all that changes of a tenant: what is not about these tables changes nothing here. */
function identitySource(database: Database): SnapshotSource<TenantIdentity> {
  return {
    loadAll: () => database.withOperator(loadIdentities),
    load: async (tenantId, changed, before) => {
      if (changed !== undefined && !concerns(changed)) return before
      return (await database.withTenant(tenantId, loadIdentities)).get(tenantId)
    },
  }
}

function concerns(changed: ChangedRows): boolean {
  return TABLES.some((table) => changed.has(table))
}

/** Of all tenants that the transaction sees and that have something of their own. */
async function loadIdentities(tx: Tx): Promise<ReadonlyMap<string, TenantIdentity>> {
  const rights = Map.groupBy(await listRights(tx, { state: 'approved' }), ({ tenantId }) => tenantId)
  const settings = Map.groupBy(await listIdentitySettings(tx), ({ tenantId }) => tenantId)
  const ids = new Set([...rights.keys(), ...settings.keys()])
  return new Map([...ids].map((id) => [id, identityFrom(rights.get(id) ?? [], settings.get(id) ?? [])]))
}

function identityFrom(rights: readonly StoredRight[], settings: readonly StoredIdentitySettings[]): TenantIdentity {
  const customer = settings.find(({ extensionId, trunkId }) => extensionId === null && trunkId === null)
  return {
    rights: new Map(rights.map((right) => [right.number, rightFrom(right)])),
    customer: customer === undefined ? NO_SETTINGS : settingsFrom(customer),
    extensions: new Map(settings.flatMap((each) => (each.extensionId === null ? [] : [[each.extensionId, settingsFrom(each)] as const]))),
    trunks: new Map(settings.flatMap((each) => (each.trunkId === null ? [] : [[each.trunkId, settingsFrom(each)] as const]))),
  }
}

function rightFrom({ number, decidedAt, requestedAt, validUntil }: StoredRight): NumberRight {
  return { number, validFromMs: (decidedAt ?? requestedAt).getTime(), validUntilMs: validUntil?.getTime() }
}

function settingsFrom({ shown, pinned, hidesConnected }: StoredIdentitySettings): IdentitySettings {
  return { shown: shown ?? undefined, pinned: pinned ?? undefined, ...(hidesConnected && { hidesConnected }) }
}
