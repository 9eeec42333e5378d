import type { Clock, Logger } from '@klinke/foundation'
import { type ChangedRows, type Database, type SnapshotSource, Snapshots, type Tx } from '@klinke/platform'
import { listExceptions, type StoredException } from './exception-store.ts'
import { type LevelRules, NO_LEVEL, type Release, type TenantRules, targetTable } from './level-rules.ts'
import { listReleases, type StoredRelease } from './release-store.ts'
import { findSettings, listSettings, putSettings, type StoredSettings } from './settings-store.ts'
import type { RuleOwner } from './tables.ts'

export interface StoredRulesOptions {
  readonly database: Database
  readonly clock: Clock
  readonly logger: Logger
}

const TABLES = ['outbound_settings', 'outbound_exception', 'outbound_release']

/** The rules that calls read, by tenant, kept equal to the database. */
export class StoredRules implements AsyncDisposable {
  readonly #snapshots: Snapshots<TenantRules>
  readonly #database: Database

  /** Loads all tenants' rules and follows their changes. */
  static async open(options: StoredRulesOptions): Promise<StoredRules> {
    const rules = new StoredRules(options)
    await rules.#snapshots.start()
    return rules
  }

  private constructor({ database, clock, logger }: StoredRulesOptions) {
    this.#database = database
    this.#snapshots = new Snapshots({
      ...{ source: rulesSource(database), channel: 'klinke_tenant', clock, logger },
      listen: (channel, listening) => database.listen(channel, listening),
    })
  }

  /** Undefined: nothing is set. */
  rulesOf(tenantId: string): TenantRules | undefined {
    return this.#snapshots.get(tenantId)
  }

  /** Sets or opens the telephone lock of an extension; calls go by it when this returns. */
  async lock(tenantId: string, extensionId: string, locked: boolean): Promise<void> {
    await this.#database.withTenant(tenantId, async (tx) => {
      const owner = { tenantId, extensionId, siteId: null }
      await putSettings(tx, owner, { ...(await findSettings(tx, owner)), locked })
    })
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#snapshots.close()
  }
}

/** The channel tells of all that changes of a tenant: what is not about these tables leaves its rules as they are. */
function rulesSource(database: Database): SnapshotSource<TenantRules> {
  return {
    loadAll: () => database.withOperator(loadRules),
    load: async (tenantId, changed, before) => {
      if (changed !== undefined && !concerns(changed)) return before
      return (await database.withTenant(tenantId, loadRules)).get(tenantId)
    },
  }
}

function concerns(changed: ChangedRows): boolean {
  return TABLES.some((table) => changed.has(table))
}

/** Of all tenants that the transaction sees and that have rules. */
async function loadRules(tx: Tx): Promise<ReadonlyMap<string, TenantRules>> {
  const settings = Map.groupBy(await listSettings(tx), ({ tenantId }) => tenantId)
  const exceptions = Map.groupBy(await listExceptions(tx), ({ tenantId }) => tenantId)
  const releases = Map.groupBy(await listReleases(tx), ({ tenantId }) => tenantId)
  const ids = new Set([...settings.keys(), ...exceptions.keys(), ...releases.keys()])
  return new Map([...ids].map((id) => [id, rulesFrom(settings.get(id) ?? [], exceptions.get(id) ?? [], releases.get(id) ?? [])]))
}

function rulesFrom(
  settings: readonly StoredSettings[],
  exceptions: readonly StoredException[],
  releases: readonly StoredRelease[],
): TenantRules {
  const levels = (idOf: (own: RuleOwner) => string | null): ReadonlyMap<string, LevelRules> => {
    const settingsOf = new Map(settings.map((own) => [idOf(own), own]))
    const exceptionsOf = Map.groupBy(exceptions, idOf)
    const owners = new Set([...settingsOf.keys(), ...exceptionsOf.keys()])
    return new Map(
      [...owners].flatMap((id) => (id === null ? [] : [[id, levelFrom(settingsOf.get(id), exceptionsOf.get(id) ?? [])] as const])),
    )
  }
  const isWhole = ({ extensionId, siteId }: RuleOwner): boolean => extensionId === null && siteId === null
  return {
    customer:
      levels((own) => (isWhole(own) ? own.tenantId : null))
        .values()
        .next().value ?? NO_LEVEL,
    sites: levels(({ siteId }) => siteId),
    extensions: levels(({ extensionId }) => extensionId),
    releases: targetTable(Map.groupBy(releases.map(releaseFrom), ({ target }) => target)),
  }
}

function levelFrom(settings: StoredSettings | undefined, exceptions: readonly StoredException[]): LevelRules {
  const { timed } = settings ?? {}
  return {
    class: settings?.class ?? undefined,
    timed: timed ? { scheduleId: timed.schedule.targetId, when: timed.when, class: timed.class } : undefined,
    locked: settings?.locked === true,
    exceptions: targetTable(exceptions.map(({ effect, target }) => [target, { effect, target }])),
  }
}

function releaseFrom({ id, target, extensionId, siteId, formReference, validFrom, validUntil }: StoredRelease): Release {
  const times = { validFromMs: validFrom.getTime(), validUntilMs: validUntil?.getTime() }
  return { id, target, extensionId: extensionId ?? undefined, siteId: siteId ?? undefined, formReference, ...times }
}
