import type { Tx } from '@klinke/platform'
import type { ColumnType, Generated, Selectable } from 'kysely'
import type { FlowGraph } from '../blocks.ts'
import { MAX_VERSIONS } from '../rules.ts'
import type { FlowTables, StoredFlow } from '../store.ts'

interface VersionTables extends FlowTables {
  readonly call_flow_version: {
    readonly flow_id: string
    readonly tenant_id: string
    readonly version: number
    readonly graph: ColumnType<FlowGraph, string, never>
    readonly note: string | null
    readonly published_at: Generated<Date>
  }
}

/** A flow as it was published once. */
export interface FlowVersion {
  readonly version: number
  readonly graph: FlowGraph
  /** What was changed, in the words of who did. */
  readonly note: string | null
  readonly publishedAt: Date
}

/** The draft becomes what calls go through, and is kept as a version. `flow` is locked by the caller. */
export async function storeVersion(tx: Tx, { id, tenantId, version, draft }: StoredFlow, note: string | null): Promise<FlowVersion> {
  const tables = tx.tables<VersionTables>()
  const graph = JSON.stringify(draft)
  const next = (version ?? 0) + 1
  await tables.updateTable('call_flow').set({ published: graph, version: next }).where('id', '=', id).execute()
  const row = { flow_id: id, tenant_id: tenantId, version: next, graph, note }
  const stored = await tables.insertInto('call_flow_version').values(row).returningAll().executeTakeFirstOrThrow()
  await tables
    .deleteFrom('call_flow_version')
    .where('flow_id', '=', id)
    .where('version', '<=', next - MAX_VERSIONS)
    .execute()
  return fromRow(stored)
}

export async function findVersion(tx: Tx, flowId: string, version: number): Promise<FlowVersion | undefined> {
  const query = tx.tables<VersionTables>().selectFrom('call_flow_version').selectAll()
  const row = await query.where('flow_id', '=', flowId).where('version', '=', version).executeTakeFirst()
  return row && fromRow(row)
}

/** The newest first. */
export async function listVersions(tx: Tx, flowId: string): Promise<readonly FlowVersion[]> {
  const query = tx.tables<VersionTables>().selectFrom('call_flow_version').selectAll().where('flow_id', '=', flowId)
  return (await query.orderBy('version', 'desc').limit(MAX_VERSIONS).execute()).map(fromRow)
}

function fromRow({ version, graph, note, published_at }: Selectable<VersionTables['call_flow_version']>): FlowVersion {
  return { version, graph, note, publishedAt: published_at }
}
