import {
  type AssignedNumber,
  type Extension,
  findTenant,
  listNumbers,
  listTenants,
  type PhoneNumber,
  type Tenant,
  type TenantSnapshot,
} from '@klinke/accounts'
import type { Database, SnapshotSource, Tx } from '@klinke/platform'
import { listExtensions, type StoredExtension } from '../extensions/store.ts'
import { loadParts } from '../slices/parts.ts'
import type { PbxSnapshot } from '../snapshot.ts'

/** Reads tenants with their numbers, their extensions and the parts of every feature, as calls want them. */
export function pbxSnapshotSource(database: Database): SnapshotSource<PbxSnapshot> {
  return {
    loadAll: () =>
      database.withOperator(async (tx) =>
        load(
          tx,
          (await listTenants(tx)).filter(({ suspended }) => !suspended),
        ),
      ),
    load: (id) =>
      database.withTenant(id, async (tx) => {
        const tenant = await findTenant(tx, id)
        // A suspended one is to calls as if it were not there.
        return tenant?.suspended === false ? (await load(tx, [tenant])).get(id) : undefined
      }),
  }
}

/** A fixed number of queries for any number of tenants: each reads what `tx` sees. */
async function load(tx: Tx, tenants: readonly Tenant[]): Promise<ReadonlyMap<string, PbxSnapshot>> {
  const numbersOf = Map.groupBy(await listNumbers(tx), (number) => number.tenantId)
  const extensionsOf = Map.groupBy(await listExtensions(tx), (extension) => extension.tenantId)
  const partsOf = await loadParts(tx)
  const picture = (tenant: Tenant): PbxSnapshot => ({
    ...tenantSnapshot(tenant, numbersOf.get(tenant.id) ?? [], extensionsOf.get(tenant.id) ?? []),
    ...partsOf(tenant.id),
  })
  return new Map(tenants.map((tenant) => [tenant.id, picture(tenant)]))
}

function tenantSnapshot(tenant: Tenant, numbers: readonly AssignedNumber[], extensions: readonly StoredExtension[]): TenantSnapshot {
  return {
    id: tenant.id,
    name: tenant.name,
    sipDomain: tenant.sipDomain,
    areaCode: tenant.areaCode ?? undefined,
    profile: tenant.profile,
    extensions: new Map(extensions.map((extension) => [extension.number, extensionOf(extension)])),
    numbers: new Map(numbers.map((number) => [number.e164, numberOf(number)])),
  }
}

function extensionOf({ id, number, name, sipUsername, ha1, outgoingNumber }: StoredExtension): Extension {
  return { id, number, name, sipUsername, ha1, outgoingNumber: outgoingNumber ?? undefined }
}

function numberOf({ e164 }: AssignedNumber): PhoneNumber {
  return { e164 }
}
