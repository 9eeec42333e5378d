import { NotFound, type Tx } from '@klinke/platform'
import { findRange } from '../numbers/range-store.ts'
import { germanDay } from '../sites/address-history.ts'
import { addressOn } from '../sites/site.ts'
import { sitesOf } from '../sites/store.ts'
import { findTenant } from '../tenants/store.ts'
import type { EntryForm } from './entry.ts'
import { NumberNotListable } from './problems.ts'
import { insertEntry, type StoredEntry } from './store.ts'
import type { DirectoryTerms } from './terms.ts'

/**
 * What an entry of the number would usually say: the company at the address of the number's site, in all directories, without inverse search until somebody wants it;
 * of a block the extension that the profile has for its standard entry (ORD-04). Throws `NumberNotListable` or `NotFound`.
 */
export async function proposedEntry(tx: Tx, tenantId: string, number: string, terms: DirectoryTerms, epochMs: number): Promise<EntryForm> {
  const range = await findRange(tx, number)
  if (range?.tenantId !== tenantId) throw new NumberNotListable(number)
  const tenant = await findTenant(tx, tenantId)
  if (tenant === undefined) throw new NotFound('tenant', tenantId)
  const today = germanDay(epochMs)
  const sites = await sitesOf(tx, tenantId)
  const site = sites.find(({ id }) => id === range.siteId) ?? sites.find(({ isMain }) => isMain)
  const address = site && addressOn(site.addresses, today)
  const { street = '', houseNumber = '', postalCode = '', city = '' } = address ?? {}
  return {
    ...{ subscriberNumber: number, extension: range.size > 1 && terms.standard === 'head-number-with-0' ? '0' : null },
    ...{ use: 'phone', kind: 'company', name: tenant.name, firstName: '', title: '', historicName: '', searchWord: '', profession: '' },
    ...{ address: { street, houseNumber, postalCode, city }, correspondence: null },
    ...{ printed: 'yes', electronic: true, inquiry: 'full', inverseSearch: false, validFrom: today, validUntil: null },
  }
}

/** Makes the usual entry of a number, as its customer has ordered it. Throws as `proposedEntry` and `insertEntry` do. */
export async function listNumber(tx: Tx, tenantId: string, number: string, terms: DirectoryTerms, epochMs: number): Promise<StoredEntry> {
  return insertEntry(tx, tenantId, await proposedEntry(tx, tenantId, number, terms, epochMs))
}
