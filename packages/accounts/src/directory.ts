import type { TenantSnapshot } from './snapshot.ts'

/** The tenants this node serves, as the path of a call finds them: plain memory, never a database read. */
export interface Directory {
  tenant(id: string): TenantSnapshot | undefined
  /** By the host of a SIP URI, compared without case. */
  tenantByDomain(sipDomain: string): TenantSnapshot | undefined
  /** The tenant that a number is assigned to; `e164` with `+`. */
  tenantByNumber(e164: string): TenantSnapshot | undefined
  tenants(): Iterable<TenantSnapshot>
}
