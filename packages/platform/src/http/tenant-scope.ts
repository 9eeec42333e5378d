import type { Database } from '../database/database.ts'
import type { Principal, Tx } from '../database/tx.ts'
import { InvalidRequest, NotFound } from './errors.ts'

/**
 * The tenant whose things a request may see: a tenant key's own, or the one an operator asks for; undefined means all.
 * Throws `NotFound` when a tenant key asks for another tenant, existing or not.
 */
export function seenTenant(principal: Principal, wanted: string | undefined): string | undefined {
  if (principal.kind === 'operator') return wanted
  if (wanted !== undefined && wanted !== principal.tenantId) throw new NotFound('tenant', wanted)
  return principal.tenantId
}

/** Runs `work` for whom the request may see. Throws as `seenTenant` does. */
export function inScope<T>(database: Database, principal: Principal, wanted: string | undefined, work: (tx: Tx) => Promise<T>): Promise<T> {
  const tenantId = seenTenant(principal, wanted)
  return tenantId === undefined ? database.withOperator(work) : database.withTenant(tenantId, work)
}

/** The tenant that something new belongs to: a tenant key's own, or the one an operator names. */
export function owningTenant(principal: Principal, wanted: string | undefined): string {
  const tenantId = seenTenant(principal, wanted)
  if (tenantId !== undefined) return tenantId
  throw new InvalidRequest(
    'An operator key must say which tenant it is for: tenantId in the body of a POST that creates something, in the query of all else.',
    [{ pointer: '/tenantId', detail: 'required with an operator key' }],
  )
}
