import type { Tx, UsedBy } from '@klinke/platform'
import { sql } from 'kysely'
import { IN_USE } from '../numbers/states.ts'
import { findNumber, holdNumbers } from '../numbers/store.ts'
import { germanDay } from './address-history.ts'
import { ortsnetzOf } from './emergency-line.ts'
import { MainSite, NoSuchSite, NotNumberOfSite, type SiteFlaw, SiteInUse, SiteNotValid, WrongOrtsnetz } from './rules.ts'
import { addressOn } from './site.ts'
import { findSite, listSites, type StoredSite } from './store.ts'

/** All numbers that calls reach, with the site that is said of them, their own or their block's: of a large block also its first one. */
const NUMBERS = sql`(
  SELECT number.tenant_id, number.e164, coalesce(number.site_id, range.site_id) AS site_id
    FROM phone_number AS number JOIN number_range AS range ON range.e164 = number.range_e164
    WHERE range.state IN ('temporary', 'active', 'porting-out')
  UNION SELECT tenant_id, e164, site_id FROM number_range WHERE size >= 1000 AND state IN ('temporary', 'active', 'porting-out'))`

/** Numbers that stand at the site, whatever state they are in: those that are said to, and at the main one those that are said to be nowhere else. */
async function numbersAt(tx: Tx, { id, tenantId, isMain }: StoredSite): Promise<readonly string[]> {
  const { rows } = await sql<{ e164: string }>`
    SELECT number.e164 FROM phone_number AS number JOIN number_range AS range ON range.e164 = number.range_e164
      WHERE number.tenant_id = ${tenantId} AND coalesce(number.site_id, range.site_id) IS NOT DISTINCT FROM ${id}
         OR number.tenant_id = ${tenantId} AND ${isMain} AND coalesce(number.site_id, range.site_id) IS NULL
    UNION SELECT e164 FROM number_range
      WHERE tenant_id = ${tenantId} AND size >= 1000 AND (site_id = ${id} OR ${isMain} AND site_id IS NULL)
    ORDER BY e164`.execute(tx.tables())
  return rows.map((row) => row.e164)
}

/** The geographic number that stands for each site when none is chosen, by the site's id: its first one. */
export async function firstNumbers(tx: Tx): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; e164: string }>`
    SELECT site.id, min(number.e164) AS e164 FROM site JOIN ${NUMBERS} AS number
      ON number.tenant_id = site.tenant_id AND (number.site_id = site.id OR number.site_id IS NULL AND site.is_main)
      AND number.e164 LIKE '+49' || site.area_code || '%'
    GROUP BY site.id`.execute(tx.tables())
  return new Map(rows.map(({ id, e164 }) => [id, e164]))
}

/** What keeps help from finding the site. `first`: its first geographic number, if it has one. */
export function flawsOf({ addresses }: Pick<StoredSite, 'addresses'>, first: string | undefined, epochMs: number): readonly SiteFlaw[] {
  const isSomewhere = addressOn(addresses, germanDay(epochMs)) !== undefined
  return [...(isSomewhere ? [] : (['address-missing'] as const)), ...(first === undefined ? (['geographic-number-missing'] as const) : [])]
}

/** Before extensions are put at sites; null is the main site, which there need not be. Throws `NoSuchSite`. */
export async function assertSites(tx: Tx, tenantId: string, siteIds: Iterable<string | null>): Promise<void> {
  for (const siteId of new Set(siteIds))
    if (siteId !== null && (await findSite(tx, siteId))?.tenantId !== tenantId) throw new NoSuchSite(siteId)
}

/** Before extensions are made: help must find them (EMG-01, NUM-07). Null is the main site. Throws `SiteNotValid` or `NoSuchSite`. */
export async function assertValidSites(tx: Tx, tenantId: string, siteIds: Iterable<string | null>): Promise<void> {
  const sites = (await listSites(tx)).filter((site) => site.tenantId === tenantId)
  const [first, epochMs] = [await firstNumbers(tx), await timeOf(tx)]
  for (const siteId of new Set(siteIds)) {
    const site = sites.find(({ id, isMain }) => (siteId === null ? isMain : id === siteId))
    if (site === undefined) throw siteId === null ? new SiteNotValid(undefined) : new NoSuchSite(siteId)
    const flaws = flawsOf(site, first.get(site.id), epochMs)
    if (flaws.length > 0) throw new SiteNotValid({ name: site.name, flaws })
  }
}

async function timeOf(tx: Tx): Promise<number> {
  const { rows } = await sql<{ now: Date }>`SELECT now()`.execute(tx.tables())
  return rows[0]?.now.getTime() ?? 0
}

/** Before it is chosen to be shown to 110 and 112. Throws `NotNumberOfSite`. */
export async function assertNumberOfSite(tx: Tx, site: StoredSite, e164: string, areaCode: string): Promise<void> {
  const number = await findNumber(tx, e164)
  const isHere = number?.tenantId === site.tenantId && (number.siteId === null ? site.isMain : number.siteId === site.id)
  if (!isHere || !IN_USE.has(number.state) || ortsnetzOf(e164) !== areaCode) throw new NotNumberOfSite(e164, site.name, areaCode)
  await holdNumbers(tx, site.tenantId, [e164])
}

/** Geographic numbers at the site that are not of that Ortsnetz. */
export async function numbersOutside(tx: Tx, site: StoredSite, areaCode: string): Promise<readonly string[]> {
  return (await numbersAt(tx, site)).filter((e164) => ![undefined, areaCode].includes(ortsnetzOf(e164)))
}

/** Before a number is put at a site. Throws `NoSuchSite` or `WrongOrtsnetz` (NUM-02). */
export async function assertMayStandAt(tx: Tx, tenantId: string, siteId: string, e164: string): Promise<void> {
  const site = await findSite(tx, siteId)
  if (site === undefined || site.tenantId !== tenantId) throw new NoSuchSite(siteId)
  if (![undefined, site.areaCode].includes(ortsnetzOf(e164))) throw new WrongOrtsnetz(e164, site.name, site.areaCode)
}

/** Who stands at a site beside its numbers: extensions, which are pbx's. */
export type SiteUsers = (tx: Tx, site: Pick<StoredSite, 'id' | 'tenantId' | 'isMain'>) => Promise<readonly UsedBy[]>

/** Throws `MainSite` for the main one of several, and `SiteInUse`. */
export async function assertUnusedSite(tx: Tx, site: StoredSite, users: SiteUsers): Promise<void> {
  const others = (await listSites(tx)).filter(({ tenantId, id }) => tenantId === site.tenantId && id !== site.id)
  if (site.isMain && others.length > 0) throw new MainSite(site.name)
  const numbers = (await numbersAt(tx, site)).map((e164): UsedBy => ({ kind: 'number', id: e164, name: e164 }))
  const uses = [...(await users(tx, site)), ...numbers]
  if (uses.length > 0) throw new SiteInUse(site.name, uses)
}
