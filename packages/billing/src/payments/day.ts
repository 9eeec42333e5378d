import { type RawBuilder, sql } from 'kysely'

/** A civil date of the database as ISO 8601, and not as midnight somewhere. */
export function dayOf(column: string): RawBuilder<string> {
  return sql<string>`to_char(${sql.ref(column)}, 'YYYY-MM-DD')`
}

/** Where banks and the operator are. */
export const BANK_ZONE = 'Europe/Berlin'

/** Which day it is there. */
export function bankDay(epochMs: number): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(epochMs)).toZonedDateTimeISO(BANK_ZONE).toPlainDate()
}
