import { type Site, siteOf } from '@klinke/accounts'
import type { OutboundCall } from './outbound-call.ts'

/** What of a call says from where it leaves. */
type Leaving = Pick<OutboundCall, 'tenant' | 'extension' | 'siteId'>

/** The site from which a call leaves: its extension's, that of the PBX or of the number that leads it outside; else the main one. */
export function siteOfCall({ tenant, extension, siteId }: Leaving): Site | undefined {
  const at = extension === undefined ? siteId : extension.siteId
  return siteOf(tenant, at === undefined ? {} : { siteId: at })
}

/** The area code, without leading 0, of that site; the customer's, where there are no sites (NUM-04). */
export function areaCodeOfCall(leaving: Leaving): string | undefined {
  return siteOfCall(leaving)?.areaCode ?? leaving.tenant.areaCode
}
