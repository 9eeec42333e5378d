import type { Tx } from '@klinke/platform'
import type { z } from 'zod'
import { corrected, type Recording } from './address-history.ts'
import { assertNumberOfSite, numbersOutside } from './at-site.ts'
import { AreaCodeInUse, type siteChange } from './rules.ts'
import { makeMainSite, type StoredSite, updateSite } from './store.ts'

/** Throws `SiteNameTaken`, `AreaCodeInUse`, `NotNumberOfSite` or `TooManyAddresses`. */
export async function changeSite(
  tx: Tx,
  before: StoredSite,
  change: z.infer<typeof siteChange>,
  recording: Recording,
): Promise<StoredSite> {
  const { name, main, areaCode = before.areaCode, address, emergencyNumber, networks } = change
  if (main === true && !before.isMain) await makeMainSite(tx, before)
  const site = { ...before, isMain: before.isMain || main === true }
  if (areaCode !== before.areaCode) await assertAreaCode(tx, site, areaCode)
  if (emergencyNumber !== undefined && emergencyNumber !== null) await assertNumberOfSite(tx, site, emergencyNumber, areaCode)
  const addresses = address && corrected(before.addresses, address, recording)
  const changed = await updateSite(tx, site.id, {
    areaCode,
    ...(name === undefined ? {} : { name }),
    ...(addresses === undefined ? {} : { addresses }),
    ...(emergencyNumber === undefined ? {} : { emergencyNumber }),
    ...(networks === undefined ? {} : { networks }),
  })
  return changed ?? site
}

/** Geographic numbers stay in their Ortsnetz (NUM-02). Throws `AreaCodeInUse`. */
async function assertAreaCode(tx: Tx, site: StoredSite, areaCode: string): Promise<void> {
  const stranded = await numbersOutside(tx, site, areaCode)
  if (stranded.length > 0) throw new AreaCodeInUse(stranded)
}
