import type { Tx } from '@klinke/platform'
import { sql } from 'kysely'
import type { Range } from './range.ts'
import { callsIn, partsOf } from './sources.ts'

const HOUR_MS = 3_600_000

/** True when each hour of the range's clock is one of UTC, by which sums are kept: everywhere but where clocks stand at half hours. */
export function isInWholeHours({ from, to, zone }: Range): boolean {
  let at: Temporal.ZonedDateTime | null = Temporal.Instant.fromEpochMilliseconds(from.getTime()).toZonedDateTimeISO(zone)
  while (at !== null && at.epochMilliseconds < to.getTime()) {
    if ((at.offsetNanoseconds / 1e6) % HOUR_MS !== 0) return false
    at = at.getTimeZoneTransition('next')
  }
  return true
}

/** Hours that are summed together. */
const HOURS_AT_A_TIME = 48
/** Whoever asks for a report waits so long for sums at most; the rest of them is made when it is asked for again. */
const PATIENCE_MS = 2_000

interface Stale {
  readonly hour: Date
  readonly changes: number
}

/**
 * Makes the sums of the range hold: those of hours of which calls have changed since are made anew. What is written meanwhile is counted as a change after
 * those that are read here first, so that its hour is made anew next time; whoever writes is not held up, because `call_hour` is only read here. False:
 * there are too many to make now, and some do not hold.
 */
export async function sumHours(tx: Tx, range: Range): Promise<boolean> {
  const db = tx.tables()
  // One at a time for a tenant: two would write the same sums.
  await sql`SELECT pg_advisory_xact_lock(hashtext('klinke.call_hour'), hashtext(klinke.current_tenant()::text))`.execute(db)
  const { rows: stale } = await sql<Stale>`
    SELECT hour, call_hour.changes FROM call_hour LEFT JOIN call_hour_summed AS summed USING (tenant_id, hour)
    WHERE hour >= ${range.from} AND hour < ${range.to} AND summed.changes IS DISTINCT FROM call_hour.changes ORDER BY hour`.execute(db)
  const begunMs = performance.now()
  for (let at = 0; at < stale.length; at += HOURS_AT_A_TIME) {
    if (performance.now() - begunMs > PATIENCE_MS) return false
    await sumSome(tx, range, stale.slice(at, at + HOURS_AT_A_TIME))
  }
  return true
}

async function sumSome(tx: Tx, range: Range, stale: readonly Stale[]): Promise<void> {
  const [first, last] = [stale[0], stale.at(-1)]
  if (first === undefined || last === undefined) return
  const db = tx.tables()
  const hours = stale.map(({ hour }) => hour)
  const those = sql`hour = ANY(${hours}::timestamptz[])`
  await sql`DELETE FROM call_hour_sum WHERE ${those}`.execute(db)
  await sql`DELETE FROM call_hour_extension WHERE ${those}`.execute(db)
  const stretch = { ...range, from: first.hour, to: new Date(last.hour.getTime() + HOUR_MS) }
  const calls = sql`SELECT * FROM (SELECT *, date_trunc('hour', started_at, 'UTC') AS hour FROM (${callsIn(stretch)}) AS calls) AS calls WHERE ${those}`
  await sql`INSERT INTO call_hour_sum (tenant_id, hour, direction, calls, answered, talk)
    SELECT klinke.current_tenant(), hour, direction, count(*), count(answered_at), coalesce(sum(talk), 0)
    FROM (${calls}) AS calls GROUP BY hour, direction`.execute(db)
  await sql`INSERT INTO call_hour_extension (tenant_id, hour, extension, made, made_answered, answered, missed, talk)
    WITH calls AS MATERIALIZED (${calls})
    SELECT klinke.current_tenant(), hour, extension, count(*) FILTER (WHERE part = 'made'), count(*) FILTER (WHERE part = 'made' AND talked),
      count(*) FILTER (WHERE part = 'answered'), count(*) FILTER (WHERE part = 'missed'), coalesce(sum(talk), 0)
    FROM (${partsOf(sql`calls`)}) AS parts GROUP BY hour, extension`.execute(db)
  const changes = stale.map((each) => each.changes)
  await sql`INSERT INTO call_hour_summed (tenant_id, hour, changes)
    SELECT klinke.current_tenant(), hour, changes FROM unnest(${hours}::timestamptz[], ${changes}::bigint[]) AS made (hour, changes)
    ON CONFLICT (tenant_id, hour) DO UPDATE SET changes = excluded.changes`.execute(db)
}
