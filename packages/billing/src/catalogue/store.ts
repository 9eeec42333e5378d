import { randomUUIDv7 } from 'node:crypto'
import type { Tx } from '@klinke/platform'
import { type ExpressionBuilder, sql } from 'kysely'
import type { ReadProfile } from './read-profile.ts'
import type { CatalogueTables } from './tables.ts'

/** A version of a profile as it is kept. */
export interface StoredVersion {
  readonly id: string
  readonly profile: string
  /** Of the profile, from 1. */
  readonly number: number
  readonly validFrom: Temporal.PlainDate
  readonly createdBy: string
  readonly createdAt: Date
  /** It was taken back before it held, and never does. */
  readonly isWithdrawn: boolean
}

/** With what it says. */
export interface WholeVersion extends StoredVersion {
  readonly source: string
  readonly document: Readonly<Record<string, unknown>>
}

type Versions = ExpressionBuilder<CatalogueTables, 'product_profile_version'>

const NAMES = ['id', 'profile', 'number', 'created_by as createdBy', 'created_at as createdAt'] as const
const validFrom = (_versions: Versions) => sql<string>`valid_from::text`.as('validFrom')
const IS_WITHDRAWN = sql<boolean>`EXISTS (SELECT FROM withdrawn_profile_version WHERE version_id = product_profile_version.id)`
const isWithdrawn = (_versions: Versions) => IS_WITHDRAWN.as('isWithdrawn')

interface Row {
  readonly validFrom: string
}

function fromRow<R extends Row>(row: R): Omit<R, 'validFrom'> & { readonly validFrom: Temporal.PlainDate } {
  return { ...row, validFrom: Temporal.PlainDate.from(row.validFrom) }
}

/** Adds a version after those that there are; the same file as the last one is that one. Two at a time come one after the other. */
export async function insertVersion(
  tx: Tx,
  { profile, document }: ReadProfile,
  source: string,
  made: { readonly by: string; readonly at: Date },
): Promise<string> {
  await sql`SELECT pg_advisory_xact_lock(hashtext(${`product profile ${profile.profile}`}))`.execute(tx.tables())
  const last = (await listVersions(tx, profile.profile))[0]
  if (last !== undefined && !last.isWithdrawn && (await findVersion(tx, last.id))?.source === source) return last.id
  const id = randomUUIDv7()
  const values = {
    ...{ id, profile: profile.profile, number: (last?.number ?? 0) + 1, valid_from: profile.validFrom, source },
    ...{ document: JSON.stringify(document), created_by: made.by, created_at: made.at },
  }
  await tx.tables<CatalogueTables>().insertInto('product_profile_version').values(values).execute()
  return id
}

/** All versions of a profile, or of all profiles; the newest first. */
export async function listVersions(tx: Tx, profile?: string): Promise<readonly StoredVersion[]> {
  let query = tx.tables<CatalogueTables>().selectFrom('product_profile_version').select(NAMES).select([validFrom, isWithdrawn])
  if (profile !== undefined) query = query.where('profile', '=', profile)
  return (await query.orderBy('profile').orderBy('number', 'desc').execute()).map(fromRow)
}

export async function findVersion(tx: Tx, id: string): Promise<WholeVersion | undefined> {
  const query = tx
    .tables<CatalogueTables>()
    .selectFrom('product_profile_version')
    .select(NAMES)
    .select(['source', 'document'])
    .select([validFrom, isWithdrawn])
  const row = await query.where('id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

/** The version that is valid on a day, but for those that were withdrawn; undefined: none is yet. */
export async function versionAt(tx: Tx, profile: string, day: Temporal.PlainDate): Promise<string | undefined> {
  const query = tx.tables<CatalogueTables>().selectFrom('product_profile_version').select('id').where('profile', '=', profile)
  const valid = query.where(sql<boolean>`valid_from <= ${day.toString()} AND NOT ${IS_WITHDRAWN}`)
  return (await valid.orderBy('valid_from', 'desc').orderBy('number', 'desc').limit(1).executeTakeFirst())?.id
}
