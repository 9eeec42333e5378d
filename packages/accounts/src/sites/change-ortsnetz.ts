import { NotFound, type Tx } from '@klinke/platform'
import { assignByRules } from '../numbers/assignment.ts'
import { endRanges } from '../numbers/give-back.ts'
import { findRange, type StoredRange, updateRange } from '../numbers/range-store.ts'
import { type BlockSize, NoGeographicNumber } from '../numbers/rules.ts'
import { deleteNumbers } from '../numbers/store.ts'
import { updateTenant } from '../tenants/store.ts'
import { ortsnetzOf } from './emergency-line.ts'
import { assertMayLeave, hasMoved, MoveNotInForce, NoNumberThere, type OrderedMove, rangesLeftBehind, withoutOrdered } from './leaving.ts'
import { findSite, type StoredSite, updateSite } from './store.ts'

/** A block that is kept, and where. */
export interface Reservation {
  readonly first: string
  readonly size: BlockSize
  readonly upstreamCarrier: string | null
  /** Ortsnetz that the site will be in. */
  readonly areaCode: string
  /** A document of before that proves the old place only (NUM-02). */
  readonly provenSince: Date
}

/**
 * Keeps a number or block of another Ortsnetz for a site that will move there: it is the customer's as `ordered`, known before the day, and no call reaches it. Throws
 * `NoGeographicNumber`, and as `assignByRules` does.
 */
export async function reserveBlock(tx: Tx, { id: siteId, tenantId }: StoredSite, reservation: Reservation): Promise<string> {
  const { first, size, upstreamCarrier, areaCode, provenSince } = reservation
  if (ortsnetzOf(first) === undefined) throw new NoGeographicNumber(first)
  await assignByRules(tx, { first, size, upstreamCarrier, tenantId, siteId, state: 'ordered' }, { areaCode, provenSince })
  return first
}

/** What has become of the numbers of a site. */
export interface ChangedOrtsnetz {
  /** No call reaches them any more. */
  readonly ended: readonly StoredRange[]
  /** Calls reach them from now on. */
  readonly gained: readonly StoredRange[]
}

/** What a site changes its Ortsnetz by. */
export interface OrtsnetzChange extends OrderedMove {
  readonly areaCode: string
  /** Of reserved numbers and blocks. */
  readonly firsts: readonly string[]
  readonly today: Temporal.PlainDate
}

/**
 * The site is in another Ortsnetz from now on (NUM-02): what it had of the old one rests, as numbers of an ended contract do, and what was reserved for it is in use. Only
 * once its address is the ordered one: 110 and 112 are never shown a number of one town for a phone in another. Throws `MoveNotInForce`, `NoNumberThere`,
 * `NumbersScattered` or `LargeBlockHere`, and then nothing has changed.
 */
export async function changeOrtsnetz(tx: Tx, { id }: Pick<StoredSite, 'id'>, change: OrtsnetzChange): Promise<ChangedOrtsnetz> {
  const { areaCode, firsts, today, from } = change
  const site = await findSite(tx, id, 'for update')
  if (site === undefined) throw new NotFound('site', id)
  if (!hasMoved(site, change, today.toString())) throw new MoveNotInForce(site.name, from)
  await assertMayLeave(tx, site, areaCode)
  await assertReserved(tx, site, areaCode, firsts)
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

async function assertReserved(tx: Tx, site: StoredSite, areaCode: string, firsts: readonly string[]): Promise<void> {
  const ranges = await Promise.all(firsts.map((first) => findRange(tx, first)))
  const isThere = (range: StoredRange | undefined): boolean =>
    range !== undefined &&
    range.tenantId === site.tenantId &&
    (range.state === 'ordered' || range.state === 'active') &&
    ortsnetzOf(range.e164) === areaCode
  if (ranges.length === 0 || !ranges.every(isThere)) throw new NoNumberThere(site.name, areaCode)
}

/** A move that has not taken place is called off: its planned address is taken back, and what was reserved for it is free. Throws `NotFound`. */
export async function callOffMove(
  tx: Tx,
  siteId: string,
  { firsts, today, ...move }: OrderedMove & Pick<OrtsnetzChange, 'firsts' | 'today'>,
): Promise<void> {
  const site = await findSite(tx, siteId, 'for update')
  if (site === undefined) throw new NotFound('site', siteId)
  const addresses = withoutOrdered(site.addresses, move)
  if (addresses.length !== site.addresses.length) await updateSite(tx, siteId, { addresses })
  for (const first of firsts) {
    const range = await findRange(tx, first)
    if (range?.tenantId === site.tenantId && range.state === 'ordered') await deleteNumbers(tx, first, today.toString())
  }
}
