import { KlinkeError } from '@klinke/foundation'
import { type Tx, violatedConstraint } from '@klinke/platform'
import { type Generated, sql } from 'kysely'
import type { BlockSize } from './rules.ts'

interface StockTables {
  readonly number_stock: {
    readonly e164: string
    readonly size: number
    readonly area_code: string
    readonly upstream_carrier: string | null
    readonly created_at: Generated<Date>
  }
}

/** A range that the operator serves orders from. */
export interface StockRange {
  readonly first: string
  readonly size: number
  /** Of the Ortsnetz, without the leading zero. */
  readonly areaCode: string
  readonly upstreamCarrier: string | null
}

/** Throws `StockTaken`. */
export async function insertStock(tx: Tx, { first, size, areaCode, upstreamCarrier }: StockRange): Promise<void> {
  const row = { e164: first, size, area_code: areaCode, upstream_carrier: upstreamCarrier }
  try {
    await tx.tables<StockTables>().insertInto('number_stock').values(row).execute()
  } catch (error) {
    throw violatedConstraint(error) === 'number_stock_pkey' ? new StockTaken(first) : error
  }
}

/** In order of area codes and digits. */
export async function listStock(tx: Tx): Promise<readonly StockRange[]> {
  const rows = await tx.tables<StockTables>().selectFrom('number_stock').selectAll().orderBy('area_code').orderBy('e164').execute()
  return rows.map(({ e164: first, size, area_code: areaCode, upstream_carrier: upstreamCarrier }) => ({
    first,
    size,
    areaCode,
    upstreamCarrier,
  }))
}

/** False when there is none. What was assigned from it stays assigned. */
export async function deleteStock(tx: Tx, first: string): Promise<boolean> {
  const result = await tx.tables<StockTables>().deleteFrom('number_stock').where('e164', '=', first).executeTakeFirst()
  return result.numDeletedRows > 0n
}

/**
 * The first free number or block of that size in an Ortsnetz; two at a time never get the same. Small stocks are used up before large ones are broken into. Throws
 * `StockEmpty`.
 */
export async function takeFromStock(tx: Tx, areaCode: string, size: BlockSize): Promise<StockRange> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`number stock ${areaCode}`}, 0))`.execute(tx.tables())
  const { rows } = await sql<{ readonly first: string; readonly upstream: string | null }>`
    SELECT '+' || candidate AS first, stock.upstream_carrier AS upstream
    FROM number_stock AS stock, LATERAL generate_series(substr(stock.e164, 2)::bigint, substr(stock.e164, 2)::bigint + stock.size - ${size}::integer, ${size}::integer) AS candidate
    WHERE stock.area_code = ${areaCode} AND stock.size >= ${size}::integer
      AND NOT EXISTS (SELECT 1 FROM number_range WHERE digits && int8range(candidate, candidate + ${size}::integer))
    ORDER BY stock.size, candidate LIMIT 1`.execute(tx.tables())
  const [found] = rows
  if (found === undefined) throw new StockEmpty(areaCode, size)
  return { first: found.first, size, areaCode, upstreamCarrier: found.upstream }
}

export class StockTaken extends KlinkeError {
  constructor(first: string) {
    super('number-stock-taken', `The stock has a range that begins with ${first} already.`, {
      german: `Im Vorrat gibt es schon einen Bereich, der mit ${first} beginnt.`,
    })
  }
}

export class StockEmpty extends KlinkeError {
  constructor(areaCode: string, size: number) {
    const what = size === 1 ? 'single number' : `block of ${size}`
    const was = size === 1 ? 'einzelne Rufnummer' : `Block von ${size} Rufnummern`
    super('number-stock-empty', `The stock has no free ${what} in the Ortsnetz 0${areaCode}. Add a range: POST /number-stock.`, {
      german: `Im Vorrat ist kein freier Bereich (${was}) im Ortsnetz 0${areaCode}. Nehmen Sie einen Bereich in den Vorrat auf.`,
    })
  }
}
