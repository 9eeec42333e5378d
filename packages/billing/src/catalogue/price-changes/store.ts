import { randomUUIDv7 } from 'node:crypto'
import type { Language, SignInTables, Tx } from '@klinke/platform'
import { sql } from 'kysely'
import type { CatalogueTables } from '../tables.ts'

/** Changed prices of a profile, of which its customers are told. */
export interface StoredPriceChange {
  readonly id: string
  readonly profile: string
  readonly versionId: string
  /** Name of the profile's rule of notice. */
  readonly rule: string
  readonly wantedFrom: Temporal.PlainDate
  readonly createdBy: string
  readonly createdAt: Date
  /** When the version was taken back; null: it was not. */
  readonly withdrawnAt: Date | null
}

/** How far telling has come, in contracts. */
export interface Telling {
  readonly told: number
  readonly notNeeded: number
  readonly nobodyToTell: number
  readonly waiting: number
}

export async function insertPriceChange(tx: Tx, change: Omit<StoredPriceChange, 'id' | 'withdrawnAt'>): Promise<StoredPriceChange> {
  const id = randomUUIDv7()
  const { profile, versionId, rule, wantedFrom, createdBy, createdAt } = change
  const values = {
    id,
    profile,
    version_id: versionId,
    rule,
    wanted_from: wantedFrom.toString(),
    created_by: createdBy,
    created_at: createdAt,
  }
  await tx.tables<CatalogueTables>().insertInto('price_change').values(values).execute()
  return { id, ...change, withdrawnAt: null }
}

/** Of one profile, or of all; the newest first. */
export async function listPriceChanges(tx: Tx, profile?: string): Promise<readonly StoredPriceChange[]> {
  let query = tx
    .tables<CatalogueTables>()
    .selectFrom('price_change')
    .select([
      'id',
      'profile',
      'version_id as versionId',
      'rule',
      'created_by as createdBy',
      'created_at as createdAt',
      'withdrawn_at as withdrawnAt',
    ])
    .select(sql<string>`wanted_from::text`.as('wantedFrom'))
  if (profile !== undefined) query = query.where('profile', '=', profile)
  const rows = await query.orderBy('id', 'desc').execute()
  return rows.map((row) => ({ ...row, wantedFrom: Temporal.PlainDate.from(row.wantedFrom) }))
}

/** One notice for each contract of the profile, also for those that have come since. */
export async function insertNotices(tx: Tx, { id, profile }: Pick<StoredPriceChange, 'id' | 'profile'>): Promise<void> {
  await sql`INSERT INTO price_change_notice (id, change_id, tenant_id, contract_id)
    SELECT gen_random_uuid(), ${id}, tenant_id, id FROM contract
    WHERE profile = ${profile} AND NOT EXISTS (SELECT FROM price_change_notice WHERE change_id = ${id} AND contract_id = contract.id)`.execute(
    tx.tables(),
  )
}

/** Notices that nobody has got yet; at most so many. */
export function openNotices(tx: Tx, changeId: string, limit: number, after: string | undefined) {
  let query = tx
    .tables<CatalogueTables>()
    .selectFrom('price_change_notice')
    .select(['id', 'tenant_id as tenantId', 'contract_id as contractId'])
  query = query.where('change_id', '=', changeId).where('told_at', 'is', null).where(sql<boolean>`problem IS DISTINCT FROM 'not-needed'`)
  if (after !== undefined) query = query.where('id', '>', after)
  return query.orderBy('id').limit(limit).execute()
}

/** Takes a notice, if it is still open and the change was not withdrawn; nobody else has it, and nobody withdraws the change, until the transaction ends. */
export async function takeNotice(tx: Tx, id: string, changeId: string): Promise<boolean> {
  const change = tx.tables<CatalogueTables>().selectFrom('price_change').select('id').where('id', '=', changeId)
  if ((await change.where('withdrawn_at', 'is', null).forShare().executeTakeFirst()) === undefined) return false
  const query = tx
    .tables<CatalogueTables>()
    .selectFrom('price_change_notice')
    .select('id')
    .where('id', '=', id)
    .where('told_at', 'is', null)
  return (await query.forUpdate().skipLocked().executeTakeFirst()) !== undefined
}

export async function markTold(
  tx: Tx,
  id: string,
  told: { readonly at: Date; readonly to: readonly string[]; readonly holdsFrom: string },
): Promise<void> {
  const values = { told_at: told.at, told_to: [...told.to], holds_from: told.holdsFrom, problem: null }
  await tx.tables<CatalogueTables>().updateTable('price_change_notice').set(values).where('id', '=', id).execute()
}

export async function markProblem(tx: Tx, id: string, problem: 'nobody-to-tell' | 'not-needed'): Promise<void> {
  await tx.tables<CatalogueTables>().updateTable('price_change_notice').set({ problem }).where('id', '=', id).execute()
}

export async function tellingOf(tx: Tx, changeId: string): Promise<Telling> {
  const count = (condition: string) => sql<number>`count(*) FILTER (WHERE ${sql.raw(condition)})`
  const query = tx.tables<CatalogueTables>().selectFrom('price_change_notice').where('change_id', '=', changeId)
  return query
    .select([count('told_at IS NOT NULL').as('told'), count("problem = 'not-needed'").as('notNeeded')])
    .select([count("problem = 'nobody-to-tell'").as('nobodyToTell'), count('told_at IS NULL AND problem IS NULL').as('waiting')])
    .executeTakeFirstOrThrow()
}

/** Who administers a customer and gets its mail. */
export function administrators(tx: Tx, tenantId: string): Promise<readonly { readonly email: string; readonly language: Language }[]> {
  const query = tx.tables<Pick<SignInTables, 'login'>>().selectFrom('login').select(['email', 'language']).where('tenant_id', '=', tenantId)
  return query.where('kind', '=', 'tenant').where('disabled_at', 'is', null).execute()
}
