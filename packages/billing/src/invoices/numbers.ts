import type { Tx } from '@klinke/platform'
import { sql } from 'kysely'

interface NumberTables {
  readonly invoice_number_range: { readonly prefix: string; readonly year: number; readonly last: number }
}

const DIGITS = 6

/**
 * The next numbers of a range in the year of `day`, such as `RE-2026-000042`. The range stays locked until the transaction ends, so that numbers have
 * neither gaps nor doubles: a transaction that is taken back, or whose process is killed, has used none (§ 14 Abs. 4 Nr. 4 UStG).
 */
export async function takeNumbers(tx: Tx, prefix: string, day: string, count: number): Promise<readonly string[]> {
  const year = Temporal.PlainDate.from(day).year
  const { last } = await tx
    .tables<NumberTables>()
    .insertInto('invoice_number_range')
    .values({ prefix, year, last: count })
    .onConflict((conflict) =>
      conflict.columns(['prefix', 'year']).doUpdateSet({ last: sql<number>`invoice_number_range.last + excluded.last` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return Array.from({ length: count }, (_, index) => `${prefix}${year}-${String(last - count + index + 1).padStart(DIGITS, '0')}`)
}

/** Lets nobody else take numbers of it until the transaction ends. Nothing is held where the year has none yet. */
export async function holdNumbers(tx: Tx, prefix: string, day: string): Promise<void> {
  const { year } = Temporal.PlainDate.from(day)
  const range = tx.tables<NumberTables>().selectFrom('invoice_number_range').select('last').where('prefix', '=', prefix)
  await range.where('year', '=', year).forUpdate().execute()
}
