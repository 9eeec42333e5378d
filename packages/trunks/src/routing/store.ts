import { randomUUIDv7 } from 'node:crypto'
import { type Tx, violatedConstraint } from '@klinke/platform'
import { type Generated, type JSONColumnType, type Selectable, sql } from 'kysely'
import { MAX_RULES, type NewRule, type RateFields, RulePrefixTaken, TooManyCarrierRules, UnknownCarrier } from './rules.ts'

interface RoutingTables {
  readonly carrier: { readonly id: string }
  readonly carrier_price_list: {
    readonly carrier_id: string
    readonly rates: JSONColumnType<RateFields[]>
    readonly updated_at: Generated<Date>
  }
  readonly carrier_rule: {
    readonly id: string
    readonly prefix: string
    readonly effect: NewRule['effect']
    readonly carrier_ids: string[]
    readonly note: string | null
    readonly created_at: Generated<Date>
    readonly updated_at: Generated<Date>
  }
}

export interface StoredRule extends NewRule {
  readonly id: string
  readonly createdAt: Date
}

export async function putPrices(tx: Tx, carrierId: string, rates: readonly RateFields[]): Promise<void> {
  const values = { carrier_id: carrierId, rates: JSON.stringify(rates), updated_at: sql<Date>`now()` }
  await tx
    .tables<RoutingTables>()
    .insertInto('carrier_price_list')
    .values(values)
    .onConflict((conflict) => conflict.column('carrier_id').doUpdateSet({ rates: values.rates, updated_at: values.updated_at }))
    .execute()
}

/** Nobody else changes the price list until `tx` is through. */
export async function keepPrices(tx: Tx, carrierId: string): Promise<void> {
  await tx.tables<RoutingTables>().selectFrom('carrier').select('id').where('id', '=', carrierId).forUpdate().execute()
}

/** Undefined: it has no price list. */
export async function findPrices(tx: Tx, carrierId: string): Promise<readonly RateFields[] | undefined> {
  const query = tx.tables<RoutingTables>().selectFrom('carrier_price_list').select('rates').where('carrier_id', '=', carrierId)
  return (await query.executeTakeFirst())?.rates
}

/** By carrier. */
export async function listPrices(tx: Tx): Promise<ReadonlyMap<string, readonly RateFields[]>> {
  const rows = await tx.tables<RoutingTables>().selectFrom('carrier_price_list').select(['carrier_id', 'rates']).execute()
  return new Map(rows.map(({ carrier_id, rates }) => [carrier_id, rates]))
}

/** Throws `RulePrefixTaken`, `UnknownCarrier` or `TooManyCarrierRules`. */
export async function insertRule(tx: Tx, rule: NewRule): Promise<StoredRule> {
  await assertCarriers(tx, rule.carrierIds)
  const tables = tx.tables<RoutingTables>()
  const { count } = await tables
    .selectFrom('carrier_rule')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  if (Number(count) >= MAX_RULES) throw new TooManyCarrierRules()
  const row = { id: randomUUIDv7(), ...toColumns(rule) }
  return fromRow(await inWords(tables.insertInto('carrier_rule').values(row).returningAll().executeTakeFirstOrThrow(), rule))
}

/** Undefined when there is none. Throws as `insertRule`. */
export async function replaceRule(tx: Tx, id: string, rule: NewRule): Promise<StoredRule | undefined> {
  await assertCarriers(tx, rule.carrierIds)
  const set = { ...toColumns(rule), updated_at: sql<Date>`now()` }
  const query = tx.tables<RoutingTables>().updateTable('carrier_rule').set(set).where('id', '=', id).returningAll()
  const row = await inWords(query.executeTakeFirst(), rule)
  return row && fromRow(row)
}

export async function findRule(tx: Tx, id: string): Promise<StoredRule | undefined> {
  const row = await tx.tables<RoutingTables>().selectFrom('carrier_rule').selectAll().where('id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

/** By prefix; all, or `limit` at most after a prefix. */
export async function listRules(tx: Tx, limit?: number, after?: string): Promise<readonly StoredRule[]> {
  let query = tx.tables<RoutingTables>().selectFrom('carrier_rule').selectAll().orderBy('prefix')
  if (limit !== undefined) query = query.limit(limit)
  if (after !== undefined) query = query.where('prefix', '>', after)
  return (await query.execute()).map(fromRow)
}

export async function deleteRule(tx: Tx, id: string): Promise<boolean> {
  const result = await tx.tables<RoutingTables>().deleteFrom('carrier_rule').where('id', '=', id).executeTakeFirst()
  return result.numDeletedRows > 0n
}

/** Prefixes of the rules that name a carrier. */
export async function prefixesWith(tx: Tx, carrierId: string): Promise<readonly string[]> {
  const query = tx.tables<RoutingTables>().selectFrom('carrier_rule').select('prefix').where(sql<boolean>`${carrierId} = ANY (carrier_ids)`)
  return (await query.orderBy('prefix').execute()).map(({ prefix }) => prefix)
}

async function assertCarriers(tx: Tx, ids: readonly string[]): Promise<void> {
  const rows = await tx
    .tables<RoutingTables>()
    .selectFrom('carrier')
    .select('id')
    .where('id', 'in', [...ids])
    .execute()
  const unknown = ids.find((id) => !rows.some((row) => row.id === id))
  if (unknown !== undefined) throw new UnknownCarrier(unknown)
}

function toColumns({ prefix, effect, carrierIds, note }: NewRule) {
  return { prefix, effect, carrier_ids: [...carrierIds], note }
}

function fromRow(row: Selectable<RoutingTables['carrier_rule']>): StoredRule {
  const { id, prefix, effect, carrier_ids: carrierIds, note, created_at: createdAt } = row
  return { id, prefix, effect, carrierIds, note, createdAt }
}

async function inWords<T>(query: Promise<T>, { prefix }: NewRule): Promise<T> {
  try {
    return await query
  } catch (error) {
    throw violatedConstraint(error) === 'carrier_rule_prefix' ? new RulePrefixTaken(prefix) : error
  }
}
