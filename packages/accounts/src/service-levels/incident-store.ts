import { randomUUIDv7 } from 'node:crypto'
import { NotFound, type Text, type Tx } from '@klinke/platform'
import type { ColumnType } from 'kysely'
import type { Component } from './component.ts'

interface IncidentTables {
  readonly service_incident: {
    readonly id: string
    readonly title_de: string
    readonly title_en: string
    readonly components: ColumnType<readonly Component[], string[], string[]>
    readonly began_at: Date
    readonly ended_at: ColumnType<Date | null, Date | null | undefined, Date | null>
    readonly made_by: string
  }
  readonly service_incident_news: {
    readonly id: string
    readonly incident_id: string
    readonly text_de: string
    readonly text_en: string
    readonly at: Date
  }
}

/** What the operator says of a fault. */
export interface Incident {
  readonly id: string
  readonly title: Text
  readonly components: readonly Component[]
  readonly beganAt: Date
  readonly endedAt: Date | null
  /** The newest first. */
  readonly news: readonly { readonly text: Text; readonly at: Date }[]
}

export async function insertIncident(
  tx: Tx,
  { title, components, beganAt, madeBy }: Pick<Incident, 'title' | 'components' | 'beganAt'> & { readonly madeBy: string },
): Promise<string> {
  const row = {
    id: randomUUIDv7(),
    title_de: title.de,
    title_en: title.en,
    components: [...components],
    began_at: beganAt,
    made_by: madeBy,
  }
  await tx.tables<IncidentTables>().insertInto('service_incident').values(row).execute()
  return row.id
}

/** Throws `NotFound`. */
export async function addNews(tx: Tx, incidentId: string, text: Text, at: Date, isOver: boolean): Promise<void> {
  await findIncident(tx, incidentId)
  const tables = tx.tables<IncidentTables>()
  const row = { id: randomUUIDv7(), incident_id: incidentId, text_de: text.de, text_en: text.en, at }
  await tables.insertInto('service_incident_news').values(row).execute()
  if (isOver)
    await tables.updateTable('service_incident').set({ ended_at: at }).where('id', '=', incidentId).where('ended_at', 'is', null).execute()
}

/** Throws `NotFound`. */
export async function findIncident(tx: Tx, id: string): Promise<Incident> {
  const rows = await tx.tables<IncidentTables>().selectFrom('service_incident').selectAll().where('id', '=', id).execute()
  const [found] = await withNews(tx, rows)
  if (found === undefined) throw new NotFound('incident', id)
  return found
}

/** Those that last, and those that ended after a moment; the newest first. */
export async function listIncidents(
  tx: Tx,
  { limit, before, endedAfter }: { readonly limit: number; readonly before?: string | undefined; readonly endedAfter?: Date },
): Promise<readonly Incident[]> {
  let query = tx.tables<IncidentTables>().selectFrom('service_incident').selectAll()
  if (before !== undefined) query = query.where('id', '<', before)
  if (endedAfter !== undefined)
    query = query.where((where) => where.or([where('ended_at', 'is', null), where('ended_at', '>', endedAfter)]))
  return withNews(tx, await query.orderBy('id', 'desc').limit(limit).execute())
}

interface IncidentRow {
  readonly id: string
  readonly title_de: string
  readonly title_en: string
  readonly components: readonly Component[]
  readonly began_at: Date
  readonly ended_at: Date | null
}

async function withNews(tx: Tx, rows: readonly IncidentRow[]): Promise<readonly Incident[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const query = tx.tables<IncidentTables>().selectFrom('service_incident_news').selectAll().where('incident_id', 'in', ids)
  const news = Map.groupBy(await query.orderBy('id', 'desc').execute(), ({ incident_id: id }) => id)
  return rows.map((row) => ({
    ...{
      id: row.id,
      title: { de: row.title_de, en: row.title_en },
      components: row.components,
      beganAt: row.began_at,
      endedAt: row.ended_at,
    },
    news: (news.get(row.id) ?? []).map(({ text_de: de, text_en: en, at }) => ({ text: { de, en }, at })),
  }))
}
