import type { Tx } from '@klinke/platform'
import { endRanges } from '../numbers/give-back.ts'
import { listRanges, type StoredRange, updateRange } from '../numbers/range-store.ts'
import type { BlockSize } from '../numbers/rules.ts'
import { assignNumbers } from '../numbers/store.ts'
import { updateTenant } from '../tenants/store.ts'
import { ortsnetzOf } from './emergency-line.ts'
import { type StoredSite, updateSite } from './store.ts'

/** Of one customer at a time. */
const MAX_RANGES = 10_000

/** Numbers and blocks of a site that cannot go along into another Ortsnetz (NUM-02); those on their way to another carrier go on by themselves. */
export async function rangesLeftBehind(tx: Tx, site: StoredSite, areaCode: string): Promise<readonly StoredRange[]> {
  const ranges = await listRanges(tx, { limit: MAX_RANGES, tenantId: site.tenantId })
  return ranges.filter(({ e164, siteId, state }) => {
    const isHere = siteId === null ? site.isMain : siteId === site.id
    const ends = state !== 'porting-out' && state !== 'quarantined'
    return isHere && ends && ![undefined, areaCode].includes(ortsnetzOf(e164))
  })
}

/** Keeps a number or block of another Ortsnetz for a site that will move there: it is the customer's as `ordered`, known before the day, and no call reaches it. Throws as `assignNumbers` does. */
export async function reserveBlock(
  tx: Tx,
  { id: siteId, tenantId }: StoredSite,
  block: { readonly first: string; readonly size: BlockSize; readonly upstreamCarrier: string | null },
): Promise<string> {
  await assignNumbers(tx, { ...block, tenantId, siteId, state: 'ordered' })
  return block.first
}

/** What has become of the numbers of a site. */
export interface ChangedOrtsnetz {
  /** No call reaches them any more. */
  readonly ended: readonly StoredRange[]
  /** Calls reach them from now on. */
  readonly gained: readonly StoredRange[]
}

/**
 * The site is in another Ortsnetz from now on (NUM-02): what it had of the old one rests, as numbers of an ended contract do, and what was reserved for it is in use.
 * `firsts`: of reserved numbers and blocks.
 */
export async function changeOrtsnetz(
  tx: Tx,
  site: StoredSite,
  { areaCode, firsts, today }: { readonly areaCode: string; readonly firsts: readonly string[]; readonly today: Temporal.PlainDate },
): Promise<ChangedOrtsnetz> {
  const ended = (await rangesLeftBehind(tx, site, areaCode)).filter(({ e164 }) => !firsts.includes(e164))
  const keepsEmergencyNumber = site.emergencyNumber === null || [undefined, areaCode].includes(ortsnetzOf(site.emergencyNumber))
  await updateSite(tx, site.id, { areaCode, ...(keepsEmergencyNumber ? {} : { emergencyNumber: null }) })
  if (site.isMain) await updateTenant(tx, site.tenantId, { areaCode })
  const gained: StoredRange[] = []
  for (const first of firsts) {
    const range = await updateRange(tx, first, { state: 'active', siteId: site.id })
    if (range !== undefined) gained.push(range)
  }
  await endRanges(tx, ended, today)
  return { ended, gained }
}
