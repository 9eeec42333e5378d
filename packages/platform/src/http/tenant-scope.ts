import type { Database } from '../database/database.ts'
import type { Principal, Tx } from '../database/tx.ts'
import type { Text } from '../i18n/language.ts'
import { InvalidRequest, NotFound } from './errors.ts'

/**
 * The tenant whose things a request may see: a tenant's own, or the one that an operator or reseller asks for; undefined, for the operator only, means all.
 * Throws `NotFound` when somebody asks for a tenant that is not his, existing or not, and `InvalidRequest` when a reseller names none.
 */
export function seenTenant(principal: Principal, wanted: string | undefined): string | undefined {
  if (principal.kind === 'operator') return wanted
  // Of a reseller, `tenantId` is the one that the request names, and is the reseller's own (`addAuthentication`).
  if (wanted !== undefined && wanted !== principal.tenantId) throw new NotFound('tenant', wanted)
  if (principal.tenantId === undefined) throw tenantMissing({ en: 'A reseller', de: 'Ein Wiederverkäufer' })
  return principal.tenantId
}

/** For things that are not in the database and are named by their id: the tenants whose things somebody may know of; undefined: all. */
export function seenTenants(principal: Principal): ReadonlySet<string> | undefined {
  if (principal.kind === 'operator') return undefined
  if (principal.tenantId !== undefined) return new Set([principal.tenantId])
  return principal.kind === 'reseller' ? (principal.customers ?? new Set()) : new Set()
}

/** Runs `work` for whom the request may see. Throws as `seenTenant` does; a reseller who names no tenant sees all of his own. */
export function inScope<T>(database: Database, principal: Principal, wanted: string | undefined, work: (tx: Tx) => Promise<T>): Promise<T> {
  if (principal.kind === 'reseller' && principal.tenantId === undefined && wanted === undefined)
    return database.withReseller(principal.resellerId, work)
  const tenantId = seenTenant(principal, wanted)
  return tenantId === undefined ? database.withOperator(work) : database.withTenant(tenantId, work)
}

/** The tenant that something new belongs to: a tenant's own, or the one that an operator or reseller names. */
export function owningTenant(principal: Principal, wanted: string | undefined): string {
  const tenantId = seenTenant(principal, wanted)
  if (tenantId !== undefined) return tenantId
  throw tenantMissing({ en: 'An operator', de: 'Der Betreiber' })
}

function tenantMissing(who: Text): InvalidRequest {
  return new InvalidRequest(
    {
      en: `${who.en} must say which tenant it is for: tenantId in the body of a POST that creates something, in the query of all else.`,
      de: `${who.de} muss sagen, für welchen Kunden es ist: tenantId im Inhalt eines POST, der etwas anlegt, sonst im Suchteil der Adresse.`,
    },
    [{ pointer: '/tenantId', detail: { en: 'required with an operator key', de: 'Bitte mit einem Schlüssel des Betreibers angeben' } }],
  )
}
