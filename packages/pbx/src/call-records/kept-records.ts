import { BY_USE, chargedDaysOf, type DataKind, DEFAULT_CALL_LIST_DAYS, DEFAULT_TIME_ZONE, type Due, freeCallDays } from '@klinke/accounts'
import type { Tx } from '@klinke/platform'
import { sql } from 'kysely'

/** In one transaction: calls that begin meanwhile wait for nothing. */
const AT_A_TIME = 2_000

/**
 * Records of calls as a kind of personal data (PRI-01): those that nobody is charged for go after the days of the product, charged ones so long after the dispatch of
 * their invoice, unless that is in dispute. Sums of hours, which name no number, stay.
 */
export const callRecordKind: DataKind = {
  name: 'call-records',
  words: { de: 'Verbindungsdaten', en: 'Records of calls' },
  goes: 'by-night',
  about: {
    purpose: {
      de: 'Aufbau der Verbindung, Anruflisten und Abrechnung (§§ 9, 10 TDDDG)',
      en: 'Connection, call lists and billing (§§ 9, 10 TDDDG)',
    },
    recipients: { de: 'Die Netze, über die der Anruf läuft', en: 'The networks that carry the call' },
    source: BY_USE,
  },
  tables: [
    {
      ...{ name: 'call_started', extension: ['caller_extension', 'called_extension'] },
      number: ["caller ->> 'number'", "called ->> 'number'"],
    },
    { name: 'call_answered', extension: ['answered_extension'] },
    { name: 'call_ended' },
    { name: 'queue_visit', extensionNumber: ['agent_extension'] },
    { name: 'queue_work', extensionNumber: ['agent_extension'] },
  ],
  rule: ({ callListDays = DEFAULT_CALL_LIST_DAYS, ...kept }) => ({
    de: `Anrufe, die nichts kosten: ${freeCallDays(callListDays).de}. Kostenpflichtige: ${chargedDaysOf(kept)} Tage nach Versand der Rechnung, länger nur bei einer offenen Einwendung (§§ 9, 10 TDDDG).`,
    en: `Calls that cost nothing: ${freeCallDays(callListDays).en}. Charged ones: ${chargedDaysOf(kept)} days after the dispatch of the invoice, longer only in a dispute (§§ 9, 10 TDDDG).`,
  }),
  remove: async (tx, due) => {
    const [listed, charged] = [dayBegins(listBefore(due)), dayBegins(due.chargedBefore)]
    const count = (await removeCalls(tx, due, { listed, charged })) + (await removeQueueHistory(tx, due.tenantId, listed))
    return count === 0 ? undefined : { count, olderThan: new Date(Math.max(listed.getTime(), charged.getTime())) }
  },
}

/** With one day, calls go on the day after. */
function listBefore({ nowMs, profile }: Due): Temporal.PlainDate {
  const today = Temporal.Instant.fromEpochMilliseconds(Math.floor(nowMs)).toZonedDateTimeISO(DEFAULT_TIME_ZONE).toPlainDate()
  return today.subtract({ days: (profile.callListDays ?? DEFAULT_CALL_LIST_DAYS) - 1 })
}

function dayBegins(day: Temporal.PlainDate): Date {
  return new Date(day.toZonedDateTime(DEFAULT_TIME_ZONE).epochMilliseconds)
}

async function removeCalls(tx: Tx, { tenantId, holds }: Due, before: { readonly listed: Date; readonly charged: Date }): Promise<number> {
  const held = JSON.stringify(holds)
  const { rows } = await sql<{ readonly count: number }>`
    WITH
      due AS MATERIALIZED (
        SELECT started.call_id, started.started_at
        FROM call_record AS started
        CROSS JOIN LATERAL (SELECT coalesce(started.charge ->> 'way' IN ('carrier', 'own-carrier') AND started.answered_at IS NOT NULL, false) AS charged) AS kind
        WHERE started.tenant_id = ${tenantId} AND started.started_at < greatest(${before.listed}::timestamptz, ${before.charged}::timestamptz)
          AND CASE WHEN kind.charged
            THEN started.started_at < ${before.charged} AND NOT EXISTS (
              SELECT 1 FROM json_to_recordset(${held}::json) AS hold("from" date, until date)
              WHERE (started.started_at AT TIME ZONE ${DEFAULT_TIME_ZONE})::date BETWEEN hold."from" AND hold.until)
            ELSE started.started_at < ${before.listed} END
        ORDER BY started.started_at LIMIT ${AT_A_TIME}),
      ended AS (DELETE FROM call_ended USING due WHERE (call_ended.started_at, call_ended.call_id) = (due.started_at, due.call_id)),
      answered AS (DELETE FROM call_answered USING due WHERE (call_answered.started_at, call_answered.call_id) = (due.started_at, due.call_id)),
      started AS (DELETE FROM call_started USING due WHERE (call_started.started_at, call_started.call_id) = (due.started_at, due.call_id) RETURNING 1)
    SELECT count(*)::integer AS count FROM started`.execute(tx.tables())
  return rows[0]?.count ?? 0
}

/** Who waited in queues, and for whom agents worked: as calls that cost nothing. */
async function removeQueueHistory(tx: Tx, tenantId: string, before: Date): Promise<number> {
  const visits = await sql`DELETE FROM queue_visit WHERE tenant_id = ${tenantId} AND joined_at < ${before}`.execute(tx.tables())
  const work = await sql`DELETE FROM queue_work WHERE tenant_id = ${tenantId} AND began_at < ${before}`.execute(tx.tables())
  return Number((visits.numAffectedRows ?? 0n) + (work.numAffectedRows ?? 0n))
}
