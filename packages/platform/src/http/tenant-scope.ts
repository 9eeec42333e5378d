import type { Database } from '../database/database.ts'
import type { Principal, Tx } from '../database/tx.ts'
import { InvalidRequest, NotFound } from './errors.ts'

/**
 * Runs `work` for whom the request may see: a tenant key its own tenant, an operator key the tenant asked for, or
 * all of them. Throws `NotFound` when a tenant key asks for another tenant, existing or not.
 */
export function inScope<T>(
  database: Database,
  principal: Principal,
  tenantId: string | undefined,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  if (principal.kind === 'tenant') {
    if (tenantId !== undefined && tenantId !== principal.tenantId) throw new NotFound('tenant', tenantId)
    return database.withTenant(principal.tenantId, work)
  }
  return tenantId === undefined ? database.withOperator(work) : database.withTenant(tenantId, work)
}

/**
 * The one tenant whose live data a request may see, or undefined for all of them (operator). Throws `NotFound` when
 * a tenant key asks for another tenant, existing or not.
 */
export function seenTenant(principal: Principal, tenantId: string | undefined): string | undefined {
  if (principal.kind === 'operator') return tenantId
  if (tenantId !== undefined && tenantId !== principal.tenantId) throw new NotFound('tenant', tenantId)
  return principal.tenantId
}

/** The tenant that something new belongs to: a tenant key's own, or the one an operator names. */
export function owningTenant(principal: Principal, tenantId: string | undefined): string {
  if (principal.kind === 'tenant') {
    if (tenantId !== undefined && tenantId !== principal.tenantId) throw new NotFound('tenant', tenantId)
    return principal.tenantId
  }
  if (tenantId !== undefined) return tenantId
  throw new InvalidRequest('An operator key must say which tenant it is for.', [
    { pointer: '/tenantId', detail: 'required with an operator key' },
  ])
}
