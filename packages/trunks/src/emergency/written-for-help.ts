import type { TenantSnapshot } from '@klinke/accounts'
import { type EmergencyNumber, emergencyNumber } from '@klinke/numbering'

/** What the ways of writing depend on. */
type Dialler = Pick<TenantSnapshot, 'areaCode' | 'profile'>

/**
 * Whether a dial string may be 110 or 112 to the phones of a tenant, or of nobody known: what is asked before anything is known of who
 * calls. It says yes too often rather than too seldom: codes of the tenant are not known here, so whatever looks like one counts.
 */
export function mayBeEmergency(tenant: Dialler | undefined, dialled: string): boolean {
  return emergencyNumberFor(tenant, dialled) !== undefined || /^[*#].{0,40}11[02]#?$/s.test(dialled)
}

/** The emergency number that a dial string is to the phones of a tenant; codes before it are another's matter. */
export function emergencyNumberFor(tenant: Dialler | undefined, dialled: string): EmergencyNumber | undefined {
  return emergencyNumber(dialled, { areaCode: tenant?.areaCode, outsideLinePrefix: tenant?.profile.outsideLinePrefix ?? undefined })
}
