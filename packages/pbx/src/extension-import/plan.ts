import { findNumbers, findTenant, listSites, type StoredSite, type TenantProfile } from '@klinke/accounts'
import type { ReadRow, RowProblem, Tx } from '@klinke/platform'
import { listTargets } from '../internal-numbers/store.ts'
import { teamsByName } from '../teams/store.ts'
import { PROBLEMS, type Problem } from './problems.ts'
import type { ReadExtension } from './read-extension.ts'

/** An extension that can be created, with the groups it goes to. */
export interface PlannedExtension extends ReadExtension {
  readonly teamIds: readonly string[]
  /** Null: the main site. */
  readonly siteId: string | null
}

/** What an import would do. */
export interface ImportPlan {
  readonly created: readonly ReadRow<PlannedExtension>[]
  /** There already, by number and name, so that a mended file can be sent again. */
  readonly skipped: number
  readonly problems: readonly RowProblem[]
}

/** Holds what was read against what the tenant has. */
export async function planImport(tx: Tx, tenantId: string, rows: readonly ReadRow<ReadExtension>[]): Promise<ImportPlan> {
  const { taken, own, teams, sites, packages } = await whatThereIs(tx, tenantId, rows)
  const created: ReadRow<PlannedExtension>[] = []
  const problems: RowProblem[] = []
  const seen = new Set<string>()
  let skipped = 0
  for (const { row, value } of rows) {
    const { number, name, groups } = value
    const other = taken.get(number)
    if (other?.kind === 'extension' && other.name === name) {
      skipped++
      continue
    }
    const wrong = wrongWith(value, { isTaken: other !== undefined, isTwice: seen.has(number), own, teams, sites, packages })
    seen.add(number)
    problems.push(...wrong.map(([problem, text]) => ({ ...problem, row, value: text })))
    const teamIds = [...new Set(groups.flatMap((group) => teams.get(group.toLowerCase()) ?? []))]
    const siteId = sites.get(value.site?.toLowerCase() ?? '') ?? null
    const userPackage = packages.get(value.userPackage?.toLowerCase() ?? '') ?? null
    if (wrong.length === 0) created.push({ row, value: { ...value, teamIds, siteId, userPackage } })
  }
  return { created, skipped, problems }
}

interface Circumstances {
  readonly isTaken: boolean
  readonly isTwice: boolean
  readonly own: ReadonlySet<string>
  readonly teams: ReadonlyMap<string, string>
  /** Ids by name in small letters; that of the main site is null. */
  readonly sites: ReadonlyMap<string, string | null>
  /** Ids by name or id in small letters. */
  readonly packages: ReadonlyMap<string, string>
}

function wrongWith(
  { number, outgoingNumber, site, groups, userPackage }: ReadExtension,
  { isTaken, isTwice, own, teams, sites, packages }: Circumstances,
): readonly (readonly [problem: Problem, value: string])[] {
  const wrong: (readonly [problem: Problem, value: string])[] = []
  if (isTaken) wrong.push([PROBLEMS.numberTaken, number])
  if (isTwice) wrong.push([PROBLEMS.numberTwice, number])
  if (outgoingNumber !== null && !own.has(outgoingNumber)) wrong.push([PROBLEMS.notOwnNumber, outgoingNumber])
  const unknown = groups.find((group) => !teams.has(group.toLowerCase()))
  if (unknown !== undefined) wrong.push([PROBLEMS.noSuchGroup, unknown])
  if (site !== null && !sites.has(site.toLowerCase())) wrong.push([PROBLEMS.noSuchSite, site])
  if (userPackage !== null && !packages.has(userPackage.toLowerCase())) wrong.push([PROBLEMS.noSuchPackage, userPackage])
  return wrong
}

async function whatThereIs(tx: Tx, tenantId: string, rows: readonly ReadRow<ReadExtension>[]) {
  const taken = new Map((await listTargets(tx, tenantId)).map((target) => [target.number, target]))
  const wanted = [...new Set(rows.flatMap(({ value }) => value.outgoingNumber ?? []))]
  const numbers = wanted.length === 0 ? [] : await findNumbers(tx, wanted)
  const own = new Set(numbers.filter((number) => number.tenantId === tenantId).map(({ e164 }) => e164))
  const packages = packagesByName((await findTenant(tx, tenantId))?.profile)
  return { taken, own, teams: await teamsByName(tx, tenantId), sites: sitesByName(await listSites(tx)), packages }
}

function packagesByName({ userPackages = [] }: Pick<TenantProfile, 'userPackages'> = {}): ReadonlyMap<string, string> {
  return new Map(userPackages.flatMap(({ id, title }) => [id, title.de, title.en].map((name) => [name.toLowerCase(), id] as const)))
}

/** Where an extension stands that says nothing is the main site, so its name means the same. */
function sitesByName(sites: readonly Pick<StoredSite, 'id' | 'name' | 'isMain'>[]): ReadonlyMap<string, string | null> {
  return new Map(sites.map(({ id, name, isMain }) => [name.toLowerCase(), isMain ? null : id]))
}
