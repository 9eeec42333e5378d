import type { Text, Tx } from '@klinke/platform'
import { sql } from 'kysely'
import { countContracts } from '../catalogue/customers-store.ts'
import { type CatalogueRouteParts, operatorsToday } from '../catalogue/route-parts.ts'
import { listVersions as listProfileVersions, type StoredVersion as ProfileVersion } from '../catalogue/store.ts'
import { ratingTables } from '../rated-calls/tables.ts'
import { listVersions, type StoredVersion } from '../rated-calls/tariff-store.ts'
import { type DraftFacts, listDrafts, type TariffOwner } from './draft-store.ts'
import { type Told, toldByVersion } from './notices/store.ts'

/** Tariffs that are shown at most; each profile is one. */
const MOST_TARIFFS = 1_000

/** Where a version is in time. */
export const VERSION_STATES = ['past', 'current', 'planned', 'withdrawn'] as const
export type VersionState = (typeof VERSION_STATES)[number]

export interface ShownVersion {
  readonly id: string
  /** Of a profile, from 1. */
  readonly number: number | null
  /** Days, ISO 8601. */
  readonly validFrom: string
  /** Last day; null: no other one is planned. */
  readonly validUntil: string | null
  readonly state: VersionState
  readonly by: string
  readonly at: Date
  /** How far telling customers of it is; undefined: nobody is told of it by itself. */
  readonly notices: Told | undefined
}

/** A tariff with its versions in the order of time, and what is being written for it. */
export interface ShownTariff {
  readonly owner: TariffOwner
  readonly name: Text
  readonly versions: readonly ShownVersion[]
  readonly drafts: readonly DraftFacts[]
  /** Contracts that have the profile, or customers that were given the tariff. */
  readonly customers: number
}

type Parts = Pick<CatalogueRouteParts, 'database' | 'catalogue' | 'clock'>

/** Every tariff: those of product profiles first, then those by themselves, each in the order of names. */
export async function tariffOverview({ database, catalogue, clock }: Parts): Promise<readonly ShownTariff[]> {
  const today = operatorsToday(clock)
  const { profiles, own, drafts, told } = await database.withOperator(async (tx) => {
    const byProfile = Map.groupBy(await listProfileVersions(tx), ({ profile }) => profile)
    const counted = []
    for (const [profile, versions] of byProfile) counted.push({ profile, versions, customers: await countContracts(tx, profile, today) })
    return { profiles: counted, own: await ownTariffs(tx), drafts: await listDrafts(tx), told: await toldByVersion(tx) }
  })
  const draftsOf = (owner: TariffOwner) => drafts.filter((draft) => draft.owner.kind === owner.kind && draft.owner.id === owner.id)
  const shown: ShownTariff[] = []
  for (const { profile, versions, customers } of profiles) {
    const files = await Promise.all(versions.map(async (version) => ({ version, file: (await catalogue.version(version.id)).file })))
    const priced = files.filter(({ file }) => file.tariff !== undefined).map(({ version }) => version)
    const owner = { kind: 'profile', id: profile } as const
    const name = files[0]?.file.title ?? { de: profile, en: profile }
    shown.push({ owner, name, versions: ofProfile(priced, today.toString()), drafts: draftsOf(owner), customers })
  }
  for (const { id, name, versions, customers } of own) {
    const owner = { kind: 'tariff', id } as const
    shown.push({
      owner,
      name: { de: name, en: name },
      versions: ofTariff(versions, today.toString(), told),
      drafts: draftsOf(owner),
      customers,
    })
  }
  return shown
}

/** Tariffs that no profile brings along. */
async function ownTariffs(tx: Tx) {
  const tables = ratingTables(tx)
  const isOwn = sql<boolean>`NOT EXISTS (SELECT FROM product_profile_version WHERE id = tariff.id)`
  const rows = await tables.selectFrom('tariff').select(['id', 'name']).where(isOwn).orderBy('name').limit(MOST_TARIFFS).execute()
  const ids = rows.map(({ id }) => id)
  const versions = Map.groupBy(await listVersions(tx, ids), ({ tariffId }) => tariffId)
  const given =
    ids.length === 0
      ? []
      : await tables
          .selectFrom('customer_tariff')
          .select(['tariff_id', sql<number>`count(DISTINCT tenant_id)::int`.as('customers')])
          .where('tariff_id', 'in', ids)
          .groupBy('tariff_id')
          .execute()
  const customers = new Map(given.map((row) => [row.tariff_id, row.customers]))
  return rows.map(({ id, name }) => ({ id, name, versions: versions.get(id) ?? [], customers: customers.get(id) ?? 0 }))
}

/** Of several versions of one day the one that was taken last holds. */
function ofProfile(versions: readonly ProfileVersion[], today: string): readonly ShownVersion[] {
  const held = versions
    .filter(({ isWithdrawn }) => !isWithdrawn)
    .toSorted((one, other) => Temporal.PlainDate.compare(one.validFrom, other.validFrom) || one.number - other.number)
  const shown = versions.map(({ id, number, validFrom, createdBy, createdAt, isWithdrawn }) => {
    const next = held.slice(held.findIndex((each) => each.id === id) + 1)[0]?.validFrom
    const from = validFrom.toString()
    const until = isWithdrawn || next === undefined ? null : next.subtract({ days: 1 }).toString()
    return {
      id,
      number,
      validFrom: from,
      validUntil: until,
      state: isWithdrawn ? 'withdrawn' : stateOf(from, until, today),
      by: createdBy,
      at: createdAt,
      notices: undefined,
    } as const
  })
  return shown.toSorted((one, other) => compareText(one.validFrom, other.validFrom) || one.number - other.number)
}

function ofTariff(versions: readonly StoredVersion[], today: string, told: ReadonlyMap<string, Told>): readonly ShownVersion[] {
  return versions.map(({ id, validFrom, validUntil, uploadedBy, uploadedAt }, index) => {
    const next = versions[index + 1]?.validFrom
    const before = next === undefined ? null : Temporal.PlainDate.from(next).subtract({ days: 1 }).toString()
    const until = validUntil ?? before
    return {
      id,
      number: null,
      validFrom,
      validUntil: until,
      state: stateOf(validFrom, until, today),
      by: uploadedBy,
      at: uploadedAt,
      notices: told.get(id),
    }
  })
}

function stateOf(from: string, until: string | null, today: string): VersionState {
  if (from > today) return 'planned'
  return until === null || until >= today ? 'current' : 'past'
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
