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

/** Reads tenants with their numbers and extensions as call control wants them. */
export function tenantSnapshotSource(database: Database): SnapshotSource<TenantSnapshot> {
  return {
    loadAll: () => database.withOperator(loadAll),
    load: (id) => database.withTenant(id, (tx) => loadOne(tx, id)),
  }
}

/** Three queries for any number of tenants. */
async function loadAll(tx: Tx): Promise<ReadonlyMap<string, TenantSnapshot>> {
  const [tenants, numbers, extensions] = [await listTenants(tx), await listNumbers(tx, {}), await listExtensions(tx)]
  const numbersOf = Map.groupBy(numbers, (number) => number.tenantId)
  const extensionsOf = Map.groupBy(extensions, (extension) => extension.tenantId)
  return new Map(tenants.map((tenant) => [tenant.id, snapshot(tenant, numbersOf.get(tenant.id) ?? [], extensionsOf.get(tenant.id) ?? [])]))
}

async function loadOne(tx: Tx, id: string): Promise<TenantSnapshot | undefined> {
  const tenant = await findTenant(tx, id)
  return tenant && snapshot(tenant, await listNumbers(tx, {}), await listExtensions(tx))
}

function snapshot(tenant: Tenant, numbers: readonly AssignedNumber[], extensions: readonly StoredExtension[]): TenantSnapshot {
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

function numberOf({ e164, extensionNumber }: AssignedNumber): PhoneNumber {
  return { e164, extensionNumber: extensionNumber ?? undefined }
}
