import type { TenantSnapshot } from './snapshot.ts'

/** The tenants this node serves, as the path of a call finds them: plain memory, never a database read. */
export interface Directory {
  tenant(id: string): TenantSnapshot | undefined
  /** By the host of a SIP URI, compared without case. */
  tenantByDomain(sipDomain: string): TenantSnapshot | undefined
  /** The tenant that a number is assigned to; `e164` with `+`. */
  tenantByNumber(e164: string): TenantSnapshot | undefined
  tenants(): Iterable<TenantSnapshot>
  /** Customers that are suspended, too, whom nothing else finds: for calls to 110 and 112 alone (EMG-01). Absent: nobody is suspended. */
  readonly forHelp?: Pick<Directory, 'tenant' | 'tenantByDomain' | 'tenantByNumber'>
}
