import { NotFound, type Tx } from '@klinke/platform'
import { findTenant } from '../tenants/store.ts'
import { moved, type Recording } from './address-history.ts'
import type { SiteAddress } from './site.ts'
import { findSite, type StoredSite, updateSite } from './store.ts'

/** Plans the move of a site, with the notice that its customer's product wants (EMG-06). Throws `NotFound`, `MoveTooSoon` or `TooManyAddresses`. */
export async function planMove(
  tx: Tx,
  siteId: string,
  { address, from }: { readonly address: SiteAddress; readonly from: string },
  recording: Recording,
): Promise<StoredSite> {
  const site = await findSite(tx, siteId, 'for update')
  if (site === undefined) throw new NotFound('site', siteId)
  const notice = (await findTenant(tx, site.tenantId))?.profile.moveNoticeDays
  const addresses = moved(site.addresses, address, from, recording, notice)
  return (await updateSite(tx, site.id, { addresses })) ?? site
}
