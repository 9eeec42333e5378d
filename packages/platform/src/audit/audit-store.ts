import { type ColumnType, type Generated, sql } from 'kysely'
import type { Tx } from '../database/tx.ts'
import { matching } from '../http/search.ts'

interface AuditTables {
  readonly audit_log: {
    readonly id: Generated<number>
    readonly at: Generated<Date>
    readonly tenant_id: string | null
    readonly actor_kind: string
    readonly actor_id: string
    readonly actor_name: string
    readonly address: string
    readonly request_id: string | null
    readonly route: string | null
    readonly action: string
    readonly subject: string
    readonly subject_id: string | null
    readonly before: ColumnType<unknown, string | null, never>
    readonly after: ColumnType<unknown, string | null, never>
  }
}

/** Something that was done, beside the changes of rows, which the database notes itself. */
export interface Deed {
  readonly tenantId: string | null
  readonly actor: { readonly kind: string; readonly id: string; readonly name: string; readonly address: string }
  readonly requestId?: string
  readonly route?: string
  readonly action: string
  readonly subject: string
  readonly subjectId: string | null
  /** What there is to know about it. */
  readonly after?: Readonly<Record<string, unknown>>
}

export async function noteDeed(tx: Tx, deed: Deed): Promise<void> {
  const { tenantId, actor, requestId, route, action, subject, subjectId, after } = deed
  await tx
    .tables<AuditTables>()
    .insertInto('audit_log')
    .values({
      ...{ tenant_id: tenantId, actor_kind: actor.kind, actor_id: actor.id, actor_name: actor.name, address: actor.address },
      ...{ request_id: requestId ?? null, route: route ?? null, action, subject, subject_id: subjectId },
      ...(after === undefined ? {} : { after: JSON.stringify(after) }),
    })
    .execute()
}

/** Who changed something, and when. */
export interface LastChange {
  readonly by: string
  readonly at: Date
}

/** The last change of what has that id, as far as `tx` sees it. */
export async function lastChangeOf(tx: Tx, subjectId: string): Promise<LastChange | undefined> {
  const query = tx.tables<AuditTables>().selectFrom('audit_log').select(['actor_name', 'at']).where('subject_id', '=', subjectId)
  const row = await query.orderBy('id', 'desc').limit(1).executeTakeFirst()
  return row && { by: row.actor_name, at: row.at }
}

export interface AuditFilter {
  readonly from?: Date | undefined
  readonly to?: Date | undefined
  readonly actorId?: string | undefined
  readonly action?: string | undefined
  readonly subject?: string | undefined
  readonly subjectId?: string | undefined
  /** As `searchQuery` says: in who, what, and what was before and after. */
  readonly q?: string | undefined
  /** The list goes on after this entry. */
  readonly after?: number | undefined
  readonly limit: number
}

/** The newest first. */
export function listAudit(tx: Tx, filter: AuditFilter) {
  const { from, to, actorId, action, subject, subjectId, q, after, limit } = filter
  let query = tx.tables<AuditTables>().selectFrom('audit_log').selectAll().orderBy('id', 'desc').limit(limit)
  if (from) query = query.where('at', '>=', from)
  if (to) query = query.where('at', '<', to)
  if (actorId !== undefined) query = query.where('actor_id', '=', actorId)
  if (action !== undefined) query = query.where('action', '=', action)
  if (subject !== undefined) query = query.where('subject', '=', subject)
  if (subjectId !== undefined) query = query.where('subject_id', '=', subjectId)
  if (q) query = query.where(matching(q, sql`actor_name`, sql`action`, sql`subject`, sql`address`, sql`before::text`, sql`after::text`))
  if (after !== undefined) query = query.where('id', '<', after)
  return query.execute()
}
