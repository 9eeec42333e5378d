import type { Carrier } from '../carrier.ts'

/** A provider that a customer has by itself (bring your own carrier, TRK-12). */
export interface OwnCarrier extends Carrier {
  readonly tenantId: string
  /** Where its line ends: the address that the provider knows, and tells 110 and 112. */
  readonly siteId: string
  /** Sites whose calls go over it beside that one. A site belongs to one carrier at most. */
  readonly alsoServes: readonly string[]
}

/** The customers' own carriers as calls find them: plain memory. */
export interface OwnCarriers {
  carrier(id: string): OwnCarrier | undefined
  ofTenant(tenantId: string): readonly OwnCarrier[]
}

/** The carrier to which a site belongs; undefined: its calls go over the operator's. */
export function carrierOfSite(carriers: OwnCarriers, tenantId: string, siteId: string | undefined): OwnCarrier | undefined {
  if (siteId === undefined) return undefined
  return carriers.ofTenant(tenantId).find((carrier) => carrier.siteId === siteId || carrier.alsoServes.includes(siteId))
}

/**
 * Whether a call that came from this carrier may be for a number of the tenant. A customer's own carrier brings calls for that customer alone; where several
 * customers are at the same provider its address is the same, so that only the number tells for whom it is.
 */
export function mayBring(carrier: Carrier, tenantId: string, carriers: OwnCarriers | undefined): boolean {
  if (carrier.tenantId === undefined || carrier.tenantId === tenantId) return true
  return carriers?.ofTenant(tenantId).some(({ host, port }) => host === carrier.host && port === carrier.port) === true
}
