import { randomUUIDv7 } from 'node:crypto'
import { NotFound, type Tx, violatedConstraint } from '@klinke/platform'
import { type ExpressionBuilder, sql } from 'kysely'
import { TariffNameTaken, TariffVersionTaken } from './problems.ts'
import { type RatingTables, ratingTables } from './tables.ts'
import type { TariffDocument } from './tariff-file.ts'

export interface StoredTariff {
  readonly id: string
  readonly name: string
  readonly createdAt: Date
}

export interface StoredVersion {
  readonly id: string
  readonly tariffId: string
  /** Days, ISO 8601. */
  readonly validFrom: string
  readonly validUntil: string | null
  readonly currency: string
  readonly uploadedBy: string
  readonly uploadedAt: Date
}

/** Throws `TariffNameTaken`. */
export async function insertTariff(tx: Tx, name: string): Promise<StoredTariff> {
  try {
    const row = await ratingTables(tx).insertInto('tariff').values({ id: randomUUIDv7(), name }).returningAll().executeTakeFirstOrThrow()
    return { id: row.id, name: row.name, createdAt: row.created_at }
  } catch (error) {
    throw violatedConstraint(error) === 'tariff_name' ? new TariffNameTaken(name) : error
  }
}

/** By name. */
export async function listTariffs(tx: Tx, limit: number, after?: string): Promise<readonly StoredTariff[]> {
  let query = ratingTables(tx).selectFrom('tariff').selectAll().orderBy('name').limit(limit)
  if (after !== undefined) query = query.where('name', '>', after)
  return (await query.execute()).map((row) => ({ id: row.id, name: row.name, createdAt: row.created_at }))
}

/** Throws `NotFound`. `lock`: nobody else adds a version meanwhile. */
export async function findTariff(tx: Tx, id: string, lock?: 'for update'): Promise<StoredTariff> {
  const query = ratingTables(tx).selectFrom('tariff').selectAll().where('id', '=', id)
  const row = await (lock === undefined ? query : query.forUpdate()).executeTakeFirst()
  if (row === undefined) throw new NotFound('tariff', id)
  return { id: row.id, name: row.name, createdAt: row.created_at }
}

/** Throws `TariffVersionTaken`. */
export async function insertVersion(tx: Tx, tariffId: string, document: TariffDocument, uploadedBy: string): Promise<StoredVersion> {
  const { validFrom, validUntil = null, currency } = document
  const row = {
    ...{ id: randomUUIDv7(), tariff_id: tariffId, valid_from: validFrom, valid_until: validUntil, currency },
    ...{ document: JSON.stringify(document), uploaded_by: uploadedBy },
  }
  try {
    const { uploaded_at: uploadedAt } = await ratingTables(tx)
      .insertInto('tariff_version')
      .values(row)
      .returning('uploaded_at')
      .executeTakeFirstOrThrow()
    return { id: row.id, tariffId, validFrom, validUntil, currency, uploadedBy, uploadedAt }
  } catch (error) {
    throw violatedConstraint(error) === 'tariff_version_begin' ? new TariffVersionTaken(validFrom) : error
  }
}

/** The first one first, of these tariffs. */
export async function listVersions(tx: Tx, tariffIds: readonly string[]): Promise<readonly StoredVersion[]> {
  if (tariffIds.length === 0) return []
  const query = ratingTables(tx)
    .selectFrom('tariff_version')
    .select(['id', 'tariff_id', 'currency', 'uploaded_by', 'uploaded_at'])
    .select((row) => [dayOf(row, 'valid_from').as('from'), dayOf(row, 'valid_until').as('until')])
    .where('tariff_id', 'in', [...tariffIds])
    .orderBy('valid_from')
  return (await query.execute()).map((row) => ({
    ...{ id: row.id, tariffId: row.tariff_id, validFrom: row.from ?? '', validUntil: row.until, currency: row.currency },
    ...{ uploadedBy: row.uploaded_by, uploadedAt: row.uploaded_at },
  }))
}

/** How people call a version: by its tariff and its first day. */
export interface VersionName {
  readonly tariff: string
  /** ISO 8601. */
  readonly validFrom: string
}

/** Those of the versions that are there, by their ids. */
export async function namesOfVersions(tx: Tx, versionIds: readonly string[]): Promise<ReadonlyMap<string, VersionName>> {
  if (versionIds.length === 0) return new Map()
  const { rows } = await sql<VersionName & { readonly id: string }>`
    SELECT tariff_version.id, tariff.name AS tariff, to_char(valid_from, 'YYYY-MM-DD') AS "validFrom"
    FROM tariff_version JOIN tariff ON tariff.id = tariff_id WHERE tariff_version.id = ANY (${[...versionIds]}::uuid[])`.execute(
    tx.tables(),
  )
  return new Map(rows.map(({ id, tariff, validFrom }) => [id, { tariff, validFrom }]))
}

export async function findDocument(tx: Tx, versionId: string): Promise<TariffDocument | undefined> {
  const query = ratingTables(tx).selectFrom('tariff_version').select('document').where('id', '=', versionId)
  return (await query.executeTakeFirst())?.document
}

/** Of one that has not begun; the database refuses others. */
export async function deleteVersion(tx: Tx, id: string): Promise<void> {
  await ratingTables(tx).deleteFrom('tariff_version').where('id', '=', id).execute()
}

function dayOf(row: ExpressionBuilder<RatingTables, 'tariff_version'>, column: 'valid_from' | 'valid_until') {
  return sql<string | null>`to_char(${row.ref(column)}, 'YYYY-MM-DD')`
}
