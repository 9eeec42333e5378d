import { type Extension, siteOf } from '@klinke/accounts'
import type { DialContext } from '@klinke/numbering'
import type { PbxSnapshot } from '../snapshot.ts'

/** What dialled digits are read by: a number without an area code is one of the Ortsnetz where the extension stands (NUM-04). */
export function dialContext(tenant: PbxSnapshot, extension: Pick<Extension, 'siteId'>): DialContext {
  const { echoNumber, outsideLinePrefix } = tenant.profile
  return {
    areaCode: areaCodeAt(tenant, extension),
    outsideLinePrefix: outsideLinePrefix ?? undefined,
    isExtension: (digits) => tenant.internalNumbers.byNumber.has(digits) || digits === echoNumber,
  }
}

/** The area code, without leading 0, of the extension's site; the tenant's, where there are no sites. */
export function areaCodeAt(tenant: PbxSnapshot, extension: Pick<Extension, 'siteId'>): string | undefined {
  return siteOf(tenant, extension)?.areaCode ?? tenant.areaCode
}
