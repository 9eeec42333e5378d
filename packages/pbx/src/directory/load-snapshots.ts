import {
  findTenant,
  listNumbersInUse,
  listSites,
  listSparseBlocks,
  listTenants,
  type StoredSite,
  type Tenant,
  type TenantSnapshot,
} from '@klinke/accounts'
import type { ChangedRows, Database, SnapshotSource, Tx } from '@klinke/platform'
import { listExtensions, type StoredExtension } from '../extensions/store.ts'
import { followParts, loadParts } from '../slices/parts.ts'
import type { PbxSnapshot } from '../snapshot.ts'
import { extensionsByNumber, followExtensions, followNumbers, ownedNumbers, readNumbers, sitesById } from './follow-rows.ts'

/** Reads tenants with their numbers, their extensions and the parts of every feature, as calls want them. */
export function pbxSnapshotSource(database: Database): SnapshotSource<PbxSnapshot> {
  return {
    loadAll: () => database.withOperator(async (tx) => load(tx, await listTenants(tx))),
    load: (id, changed, before) =>
      database.withTenant(id, async (tx) => {
        if (changed !== undefined && before !== undefined && !changed.has('tenant')) return followed(tx, before, changed)
        const tenant = await findTenant(tx, id)
        return tenant && (await load(tx, [tenant])).get(id)
      }),
  }
}

/** A fixed number of queries for any number of tenants: each reads what `tx` sees. */
async function load(tx: Tx, tenants: readonly Tenant[]): Promise<ReadonlyMap<string, PbxSnapshot>> {
  const numbersOf = Map.groupBy(await listNumbersInUse(tx), (number) => number.tenantId)
  const extensionsOf = Map.groupBy(await listExtensions(tx), (extension) => extension.tenantId)
  const blocksOf = await listSparseBlocks(tx)
  const sitesOf = Map.groupBy(await listSites(tx), (site) => site.tenantId)
  const partsOf = await loadParts(tx)
  const picture = (tenant: Tenant): PbxSnapshot => ({
    ...tenantSnapshot(
      tenant,
      ownedNumbers(numbersOf.get(tenant.id) ?? [], blocksOf.get(tenant.id)),
      extensionsOf.get(tenant.id) ?? [],
      sitesOf.get(tenant.id) ?? [],
    ),
    ...partsOf(tenant.id),
  })
  return new Map(tenants.map((tenant) => [tenant.id, picture(tenant)]))
}

/** The picture after a change of these rows. Reads as little as they need: a tenant may have 10,000 extensions, and who has changed one waits for this. */
async function followed(tx: Tx, before: PbxSnapshot, changed: ChangedRows): Promise<PbxSnapshot> {
  const extensions = changed.has('extension') ? { extensions: await followExtensions(tx, before, changed.get('extension')) } : {}
  const numbers = await numbersAfter(tx, before, changed)
  const sites = changed.has('site') ? { sites: sitesById(await listSites(tx)) } : {}
  return { ...before, ...extensions, ...numbers, ...sites, ...(await followParts(tx, before.id, before, changed)) }
}

async function numbersAfter(tx: Tx, before: PbxSnapshot, changed: ChangedRows): Promise<Partial<Pick<PbxSnapshot, 'numbers'>>> {
  // State and site of a block are those of all its numbers.
  if (changed.has('number_range')) return { numbers: await readNumbers(tx, before.id) }
  return changed.has('phone_number') ? { numbers: await followNumbers(tx, before, changed.get('phone_number')) } : {}
}

function tenantSnapshot(
  tenant: Tenant,
  numbers: TenantSnapshot['numbers'],
  extensions: readonly StoredExtension[],
  sites: readonly StoredSite[],
): TenantSnapshot {
  return {
    id: tenant.id,
    name: tenant.name,
    sipDomain: tenant.sipDomain,
    areaCode: tenant.areaCode ?? undefined,
    profile: tenant.profile,
    extensions: extensionsByNumber(extensions),
    numbers,
    sites: sitesById(sites),
    ...(tenant.suspended && { suspended: true }),
  }
}
