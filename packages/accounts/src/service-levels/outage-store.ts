import { randomUUIDv7 } from 'node:crypto'
import { NotFound, type Tx } from '@klinke/platform'
import { sql } from 'kysely'
import type { Component } from './component.ts'
import type { MeasuredOutage } from './measure-store.ts'
import { OutageLasts, OutageTimesWrong } from './problems.ts'
import type { Span } from './span.ts'

/** Outages that are read at a time. A year has a few; ten thousand would be one an hour. */
const MAX_OUTAGES = 10_000
/** Longer times are a mistake in typing. */
const MAX_CORRECTED_MS = 366 * 86_400_000

/** What people say of an outage, the newest first. */
export interface OutageCorrection {
  readonly at: Date
  readonly by: string
  readonly reason: string
  readonly struck: boolean
  readonly beganAt: Date
  readonly endedAt: Date
}

/** An outage as it was measured, with all that was said of it. */
export interface ListedOutage extends MeasuredOutage {
  readonly id: string
  readonly corrections: readonly OutageCorrection[]
}

interface OutageTables {
  readonly service_outage: {
    readonly id: string
    readonly component: Component
    readonly began_at: Date
    readonly ended_at: Date | null
    readonly cause: MeasuredOutage['cause']
    readonly detail: string
  }
  readonly service_outage_correction: {
    readonly id: string
    readonly outage_id: string
    readonly at: Date
    readonly by: string
    readonly reason: string
    readonly struck: boolean
    readonly began_at: Date
    readonly ended_at: Date
  }
}

/** Outages that touch a time, as they count: without those that were struck, with the times that were corrected; the oldest first. */
export async function outagesIn(tx: Tx, components: readonly Component[], { fromMs, untilMs }: Span): Promise<readonly MeasuredOutage[]> {
  const { rows } = await sql<MeasuredOutage>`
    SELECT component, coalesce(word.began_at, outage.began_at) AS "beganAt", coalesce(word.ended_at, outage.ended_at) AS "endedAt", cause, detail
    FROM service_outage AS outage
      LEFT JOIN LATERAL (SELECT struck, began_at, ended_at FROM service_outage_correction
        WHERE outage_id = outage.id ORDER BY id DESC LIMIT 1) AS word ON true
    WHERE component = ANY (${[...components]}::text[]) AND word.struck IS DISTINCT FROM true
      AND coalesce(word.began_at, outage.began_at) < ${new Date(untilMs)}
      AND coalesce(word.ended_at, outage.ended_at, 'infinity') > ${new Date(fromMs)}
    ORDER BY 2 LIMIT ${MAX_OUTAGES}`.execute(tx.tables())
  return rows
}

/** With what was said of them, the newest first. */
export async function listOutages(
  tx: Tx,
  { limit, before }: { readonly limit: number; readonly before?: string | undefined },
): Promise<readonly ListedOutage[]> {
  let query = tx.tables<OutageTables>().selectFrom('service_outage').selectAll().orderBy('id', 'desc').limit(limit)
  if (before !== undefined) query = query.where('id', '<', before)
  return withCorrections(tx, await query.execute())
}

/** Throws `NotFound`. */
export async function findOutage(tx: Tx, id: string): Promise<ListedOutage> {
  const rows = await tx.tables<OutageTables>().selectFrom('service_outage').selectAll().where('id', '=', id).forUpdate().execute()
  const [found] = await withCorrections(tx, rows)
  if (found === undefined) throw new NotFound('outage', id)
  return found
}

/**
 * Strikes an outage, or says when it really was. What was measured stays; availability, the status page and credits that are not issued yet follow the newest word.
 * Throws `NotFound`, `OutageLasts` or `OutageTimesWrong`.
 */
export async function correctOutage(
  tx: Tx,
  id: string,
  said: Pick<OutageCorrection, 'at' | 'by' | 'reason' | 'struck'> & {
    readonly beganAt?: Date | undefined
    readonly endedAt?: Date | undefined
  },
): Promise<ListedOutage> {
  const outage = await findOutage(tx, id)
  if (outage.endedAt === null) throw new OutageLasts()
  const [last] = outage.corrections
  const beganAt = said.beganAt ?? last?.beganAt ?? outage.beganAt
  const endedAt = said.endedAt ?? last?.endedAt ?? outage.endedAt
  const lengthMs = endedAt.getTime() - beganAt.getTime()
  if (lengthMs <= 0 || lengthMs > MAX_CORRECTED_MS || endedAt > said.at) throw new OutageTimesWrong()
  const { at, by, reason, struck } = said
  const row = { id: randomUUIDv7(), outage_id: id, at, by, reason, struck, began_at: beganAt, ended_at: endedAt }
  await tx.tables<OutageTables>().insertInto('service_outage_correction').values(row).execute()
  return findOutage(tx, id)
}

async function withCorrections(tx: Tx, rows: readonly OutageTables['service_outage'][]): Promise<readonly ListedOutage[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const query = tx.tables<OutageTables>().selectFrom('service_outage_correction').selectAll().where('outage_id', 'in', ids)
  const said = Map.groupBy(await query.orderBy('id', 'desc').execute(), ({ outage_id }) => outage_id)
  return rows.map(({ id, component, began_at: beganAt, ended_at: endedAt, cause, detail }) => ({
    ...{ id, component, beganAt, endedAt, cause, detail },
    corrections: (said.get(id) ?? []).map(({ at, by, reason, struck, began_at, ended_at }) => ({
      ...{ at, by, reason, struck, beganAt: began_at, endedAt: ended_at },
    })),
  }))
}
