import { BY_USE, chargedDaysOf, type DataKind, DEFAULT_CALL_LIST_DAYS, DEFAULT_TIME_ZONE, type Due, freeCallDays } from '@klinke/accounts'
import type { Tx } from '@klinke/platform'
import { sql } from 'kysely'
import { shareRating } from './rating-job.ts'

/** In one transaction: whoever rates waits for no longer. */
const AT_A_TIME = 2_000

/**
 * Rated calls as a kind of personal data (PRI-01): those that are free go after the days of the product; what stands on an invoice goes so long after that
 * invoice was dispatched, and what a bundle gave, or somebody else bills, with its month. What was put aside goes as if an invoice had been dispatched at the end of
 * the month after it. What is still to be billed stays, unless its customer is deleted.
 */
export const ratedCallKind: DataKind = {
  name: 'rated-calls',
  words: { de: 'Gespräche mit ihren Preisen', en: 'Calls with their prices' },
  goes: 'by-night',
  about: {
    purpose: { de: 'Abrechnung und Einzelverbindungsnachweis (§§ 10, 11 TDDDG)', en: 'Billing and itemised bill (§§ 10, 11 TDDDG)' },
    recipients: { de: 'Niemand außerhalb', en: 'Nobody outside' },
    source: BY_USE,
  },
  tables: [{ name: 'rated_call', extension: ['extension_id'], number: ['called'] }],
  rule: ({ callListDays = DEFAULT_CALL_LIST_DAYS, ...kept }) => ({
    de: `Kostenlose: ${freeCallDays(callListDays).de}. Kostenpflichtige: ${chargedDaysOf(kept)} Tage nach Versand der Rechnung, auf der sie stehen; solche ohne Preis ebenso lange. Länger nur bei einer offenen Einwendung (§§ 9, 10 TDDDG).`,
    en: `Free ones: ${freeCallDays(callListDays).en}. Charged ones: ${chargedDaysOf(kept)} days after the dispatch of the invoice that they stand on; those without a price as long. Longer only in a dispute (§§ 9, 10 TDDDG).`,
  }),
  remove: async (tx, due) => {
    const before = limitsOf(due)
    // What is free now might be rated anew meanwhile.
    await shareRating(tx)
    const count = await removeCalls(tx, due, before)
    return count === 0 ? undefined : { count, olderThan: dayBegins(latest(before)) }
  },
}

/** First days that are not due. */
interface Limits {
  readonly free: Temporal.PlainDate
  /** Of charged calls that stand on no invoice of ours and never will. */
  readonly charged: Temporal.PlainDate
  /** Of what was put aside: § 10 (3) TDDDG knows no longer time, whoever might still find a price for it. */
  readonly putAside: Temporal.PlainDate
  /** Of the dispatch of invoices. */
  readonly dispatched: Temporal.PlainDate
}

/** With one day, calls go on the day after. */
function limitsOf({ nowMs, profile, chargedBefore }: Due): Limits {
  const { callListDays = DEFAULT_CALL_LIST_DAYS } = profile
  const chargedCallDays = chargedDaysOf(profile)
  const today = Temporal.Instant.fromEpochMilliseconds(Math.floor(nowMs)).toZonedDateTimeISO(DEFAULT_TIME_ZONE).toPlainDate()
  return {
    free: today.subtract({ days: callListDays - 1 }),
    charged: chargedBefore,
    putAside: today.subtract({ days: chargedCallDays }).with({ day: 1 }).subtract({ months: 1 }),
    dispatched: today.subtract({ days: chargedCallDays - 1 }),
  }
}

function latest({ free, charged, putAside, dispatched }: Limits): Temporal.PlainDate {
  return [charged, putAside, dispatched].reduce((one, other) => (Temporal.PlainDate.compare(one, other) >= 0 ? one : other), free)
}

function dayBegins(day: Temporal.PlainDate): Date {
  return new Date(day.toZonedDateTime(DEFAULT_TIME_ZONE).epochMilliseconds)
}

async function removeCalls(tx: Tx, { tenantId, holds, isDeleted }: Due, before: Limits): Promise<number> {
  const [free, charged, putAside] = [dayBegins(before.free), dayBegins(before.charged), dayBegins(before.putAside)]
  const last = latest(before)
  const { rows } = await sql<{ readonly count: number }>`
    WITH
      due AS MATERIALIZED (
        SELECT call.usage_id
        FROM call_with_invoice AS call
        CROSS JOIN LATERAL (SELECT coalesce(call.answered_at, call.ended_at) AS at) AS begun
        LEFT JOIN invoice ON invoice.id = call.invoice_id
        WHERE call.tenant_id = ${tenantId} AND call.month <= ${last.toString()}::date AND begun.at < ${dayBegins(last)}
          AND CASE
            WHEN call.outcome = 'free' THEN begun.at < ${free}
            WHEN call.outcome = 'put-aside' THEN begun.at < ${putAside}
            WHEN call.invoice_id IS NOT NULL THEN coalesce(invoice.received_on, invoice.issued_on) < ${before.dispatched.toString()}::date
            ELSE (${isDeleted} OR call.amount_sixtieths = 0 OR call.is_separate) AND begun.at < ${charged} END
          AND NOT EXISTS (
            SELECT 1 FROM json_to_recordset(${JSON.stringify(holds)}::json) AS hold("from" date, until date)
            WHERE (begun.at AT TIME ZONE ${DEFAULT_TIME_ZONE})::date BETWEEN hold."from" AND hold.until)
        ORDER BY call.month LIMIT ${AT_A_TIME}),
      gone AS (DELETE FROM rated_call USING due WHERE rated_call.usage_id = due.usage_id RETURNING 1)
    SELECT count(*)::integer AS count FROM gone`.execute(tx.tables())
  return rows[0]?.count ?? 0
}
