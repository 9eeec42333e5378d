import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { errorCode } from '../database/errors.ts'

const TENANT_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Whether something of that name can be a tenant's, and nobody else's. */
export function isTenantId(name: string): boolean {
  return TENANT_ID.test(name)
}

/** Throws `RangeError`: whoever removes all that a tenant has must name a tenant, never a path. */
export function assertTenantId(name: string): void {
  if (!isTenantId(name)) throw new RangeError(`"${name}" is not a tenant id.`)
}

/** Tenants that have a folder in this one, named as it is; what has another name, or is no folder, is nobody's. */
export async function tenantFolders(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    return entries.filter((entry) => entry.isDirectory() && isTenantId(entry.name)).map(({ name }) => name)
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return []
    throw error
  }
}

/** Removes a tenant's folder with all that is in it; nothing happens when it is gone already. Rejects with `RangeError` for what is no tenant id. */
export async function removeTenantFolder(folder: string, tenantId: string): Promise<void> {
  assertTenantId(tenantId)
  await rm(join(folder, tenantId), { recursive: true, force: true })
}
