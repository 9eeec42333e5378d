import type { Tx, UsedBy } from '@klinke/platform'
import { sql } from 'kysely'
import { germanDay } from './address-history.ts'
import { ortsnetzOf } from './emergency-line.ts'
import { MainSite, NoSuchSite, NotNumberOfSite, type SiteFlaw, SiteInUse, SiteNotValid, WrongOrtsnetz } from './rules.ts'
import { addressOn } from './site.ts'
import { findSite, listSites, type StoredSite } from './store.ts'

interface NumberTables {
  readonly phone_number: { readonly e164: string; readonly tenant_id: string; readonly site_id: string | null }
}

/** Numbers that stand at the site: those that are said to, and at the main one those that are said to be nowhere else. */
function numbersAt(tx: Tx, { id, tenantId, isMain }: StoredSite) {
  const query = tx.tables<NumberTables>().selectFrom('phone_number').select('e164').where('tenant_id', '=', tenantId).orderBy('e164')
  return query.where((row) => (isMain ? row.or([row('site_id', '=', id), row('site_id', 'is', null)]) : row('site_id', '=', id)))
}

/** The geographic number that stands for each site when none is chosen, by the site's id: its first one. */
export async function firstNumbers(tx: Tx): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; e164: string }>`
    SELECT site.id, min(number.e164) AS e164 FROM site JOIN phone_number AS number
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
  const found = await numbersAt(tx, site).where('e164', '=', e164).executeTakeFirst()
  if (found === undefined || ortsnetzOf(e164) !== areaCode) throw new NotNumberOfSite(e164, site.name, areaCode)
}

/** Geographic numbers at the site that are not of that Ortsnetz. */
export async function numbersOutside(tx: Tx, site: StoredSite, areaCode: string): Promise<readonly string[]> {
  const here = (await numbersAt(tx, site).execute()).map(({ e164 }) => e164)
  return here.filter((e164) => ![undefined, areaCode].includes(ortsnetzOf(e164)))
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
  const numbers = (await numbersAt(tx, site).execute()).map(({ e164 }): UsedBy => ({ kind: 'number', id: e164, name: e164 }))
  const uses = [...(await users(tx, site)), ...numbers]
  if (uses.length > 0) throw new SiteInUse(site.name, uses)
}
