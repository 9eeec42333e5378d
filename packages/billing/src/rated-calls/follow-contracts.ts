import type { Clock, Logger, Resource } from '@klinke/foundation'
import type { Database, Tx } from '@klinke/platform'
import { sql } from 'kysely'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { contractOf } from '../contracts/fold.ts'
import { versionsIn } from '../contracts/route-parts.ts'
import { listHistories } from '../contracts/store.ts'
import { type ContractTariff, contractTariffs } from './contract-tariffs.ts'
import { noteFollowed } from './followed-contracts.ts'
import { keepProfileTariff } from './profile-tariffs.ts'
import { wantReratings } from './reratings.ts'

export interface FollowParts {
  readonly database: Pick<Database, 'withOperator'>
  readonly catalogue: Catalogue
  readonly clock: Clock
}

/** Brings a customer's tariffs in line with its contracts, and has calls rated anew from the first day on which they change. Done again it changes nothing. */
export async function followContractsOf({ database, catalogue }: Omit<FollowParts, 'clock'>, tenantId: string): Promise<void> {
  const histories = await database.withOperator((tx) => listHistories(tx, { tenantId }))
  const fileOf = await catalogue.versions(histories.flatMap(versionsIn))
  const tariffs = contractTariffs(
    histories.flatMap((history) => contractOf(history) ?? []),
    fileOf,
  )
  const versions = [...new Set(tariffs.map(({ versionId }) => versionId))]
  const profiles = await Promise.all(versions.map((id) => catalogue.version(id)))
  await database.withOperator(async (tx) => {
    for (const version of profiles) await keepProfileTariff(tx, version)
    const changedFrom = await putContractTariffs(tx, tenantId, tariffs)
    await noteFollowed(tx, tenantId, histories)
    if (changedFrom !== undefined) await wantReratings(tx, tenantId, changedFrom)
  })
}

/**
 * In place of what contracts said before. What somebody has said by hand for a day stays, and what is the same is not touched. Gives the first day (ISO 8601) that is
 * other than before; undefined: none is.
 */
async function putContractTariffs(tx: Tx, tenantId: string, tariffs: readonly ContractTariff[]): Promise<string | undefined> {
  const rows = tariffs.map(({ contractId, from, versionId, extensions, bundles }) => ({
    ...{ tenant_id: tenantId, contract_id: contractId, valid_from: from.toString(), tariff_id: versionId, extensions, bundles },
  }))
  const wanted = sql`json_populate_recordset(NULL::customer_tariff, ${JSON.stringify(rows)}::json)`
  const gone =
    await sql<Changed>`DELETE FROM customer_tariff AS old WHERE tenant_id = ${tenantId} AND contract_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM ${wanted} AS new WHERE new.valid_from = old.valid_from AND new.tariff_id = old.tariff_id AND new.bundles = old.bundles
      AND new.extensions = old.extensions AND new.contract_id = old.contract_id) RETURNING valid_from::text AS day`.execute(tx.tables())
  const come = await sql<Changed>`
    INSERT INTO customer_tariff (id, tenant_id, valid_from, tariff_id, extensions, bundles, assigned_by, contract_id)
    SELECT gen_random_uuid(), tenant_id, valid_from, tariff_id, extensions, bundles, 'contract', contract_id FROM ${wanted} AS new
    WHERE EXISTS (SELECT FROM tenant WHERE id = ${tenantId})
    ON CONFLICT ON CONSTRAINT customer_tariff_begin DO NOTHING RETURNING valid_from::text AS day`.execute(tx.tables())
  return [...gone.rows, ...come.rows].map(({ day }) => day).toSorted()[0]
}

interface Changed {
  readonly day: string
}

/** Customers of whose contracts something was recorded since; undefined: all that have one. */
export async function customersChanged(tx: Tx, since: Date | undefined): Promise<readonly string[]> {
  const after = since === undefined ? sql`` : sql`WHERE recorded_at >= ${since}`
  const { rows } = await sql<{ tenant_id: string }>`
    SELECT DISTINCT tenant_id FROM contract_event ${after} ORDER BY tenant_id`.execute(tx.tables())
  return rows.map(({ tenant_id: tenantId }) => tenantId)
}

const EVERY_MS = 5_000
/** What was recorded may be committed later than it says, and clocks differ. */
const OVERLAP_MS = 300_000

/** Customers of whom the log tells in one go: with the database away it is all of them. */
const MAX_TOLD = 20

/**
 * Follows contracts: all of them at the start, then those that change, within seconds, until it is closed. A customer's fault keeps no other one waiting: it is
 * told once, and tried again with every look.
 */
export function contractFollower(parts: FollowParts & { readonly logger: Logger }): Resource {
  const { database, clock, logger } = parts
  let closed = false
  let since: Date | undefined
  let behind: ReadonlySet<string> = new Set()
  let working = Promise.resolve()
  const follow = async (tenantIds: Iterable<string>): Promise<void> => {
    const faults = new Map<string, unknown>()
    for (const tenantId of tenantIds) {
      if (closed) return
      await followContractsOf(parts, tenantId).catch((error: unknown) => faults.set(tenantId, error))
    }
    const fresh = [...faults].filter(([tenantId]) => !behind.has(tenantId))
    for (const [tenant, error] of fresh.slice(0, MAX_TOLD))
      logger.warn('tariffs of a customer do not follow its contracts yet; it is tried again', { tenant, error: error as Error })
    behind = new Set(faults.keys())
  }
  const look = async (): Promise<void> => {
    try {
      const next = new Date(clock.epochMs() - OVERLAP_MS)
      const changed = await database.withOperator((tx) => customersChanged(tx, since))
      await follow(new Set([...changed, ...behind]))
      since = next
    } catch (error) {
      logger.warn('tariffs do not follow contracts yet; it is tried again', { error: error as Error })
    }
    if (!closed) timer = clock.after(EVERY_MS, again)
  }
  const again = (): void => {
    working = look()
  }
  let timer = clock.after(0, again)
  return {
    close: async () => {
      closed = true
      timer.cancel()
      await working
    },
  }
}
