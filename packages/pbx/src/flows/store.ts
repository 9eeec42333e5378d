import { randomUUIDv7 } from 'node:crypto'
import { NoSuchTenant } from '@klinke/accounts'
import { type Tx, violatedConstraint } from '@klinke/platform'
import { type ColumnType, type Generated, type Selectable, sql } from 'kysely'
import { assertUnused, checkDestinationsNow, internalNumberTaken } from '../destinations/store.ts'
import type { FlowGraph } from './blocks.ts'
import type { Flow } from './interpreter/machine.ts'
import type { FlowLayout } from './layout.ts'
import { FlowNameTaken } from './rules.ts'
import type { FlowExample } from './simulator/examples.ts'

export interface FlowTables {
  readonly call_flow: {
    readonly id: string
    readonly tenant_id: string
    readonly name: string
    readonly number: string | null
    readonly draft: ColumnType<FlowGraph, string, string>
    readonly published: ColumnType<FlowGraph | null, never, string>
    readonly version: ColumnType<number | null, never, number>
    readonly examples: ColumnType<readonly FlowExample[], string, string>
    readonly layout: ColumnType<FlowLayout, string, string>
    readonly revision: Generated<number>
    readonly created_at: Generated<Date>
  }
}

export interface StoredFlow {
  readonly id: string
  readonly tenantId: string
  readonly name: string
  readonly number: string | null
  readonly draft: FlowGraph
  /** What calls go through; null: nothing yet. */
  readonly published: FlowGraph | null
  readonly version: number | null
  readonly examples: readonly FlowExample[]
  /** Of the draft. */
  readonly layout: FlowLayout
  /** Rises with each change of the draft and what belongs to it. */
  readonly revision: number
}

export type FlowFields = Pick<StoredFlow, 'name' | 'number' | 'draft' | 'examples' | 'layout'>

/** Throws `FlowNameTaken`, `InternalNumberTaken` or `NoSuchTenant`. */
export async function insertFlow(tx: Tx, tenantId: string, fields: FlowFields): Promise<StoredFlow> {
  const row = { id: randomUUIDv7(), tenant_id: tenantId, ...columns(fields) }
  try {
    return fromRow(await tx.tables<FlowTables>().insertInto('call_flow').values(row).returningAll().executeTakeFirstOrThrow())
  } catch (error) {
    throw inWords(error, fields, tenantId)
  }
}

export async function findFlow(tx: Tx, id: string): Promise<StoredFlow | undefined> {
  const row = await tx.tables<FlowTables>().selectFrom('call_flow').selectAll().where('id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

/** The same, and nobody else changes it until the end of `tx`. */
export async function lockFlow(tx: Tx, id: string): Promise<StoredFlow | undefined> {
  const row = await tx.tables<FlowTables>().selectFrom('call_flow').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row && fromRow(row)
}

/** By id, `limit` at most, after the id `after`. */
export async function listFlows(tx: Tx, limit?: number, after?: string): Promise<readonly StoredFlow[]> {
  let query = tx.tables<FlowTables>().selectFrom('call_flow').selectAll().orderBy('id')
  if (limit !== undefined) query = query.limit(limit)
  if (after !== undefined) query = query.where('id', '>', after)
  return (await query.execute()).map(fromRow)
}

/** Throws `FlowNameTaken` or `InternalNumberTaken`. */
export async function updateFlow(tx: Tx, id: string, fields: FlowFields): Promise<StoredFlow> {
  try {
    const query = tx
      .tables<FlowTables>()
      .updateTable('call_flow')
      .set({ ...columns(fields), revision: sql`revision + 1` })
      .where('id', '=', id)
    return fromRow(await query.returningAll().executeTakeFirstOrThrow())
  } catch (error) {
    throw inWords(error, fields, '')
  }
}

/** Throws `TargetInUse` while something leads to it; false when there is none. */
export async function deleteFlow(tx: Tx, id: string): Promise<boolean> {
  await assertUnused(tx, 'flow', id)
  const result = await tx.tables<FlowTables>().deleteFrom('call_flow').where('id', '=', id).executeTakeFirst()
  await checkDestinationsNow(tx)
  return result.numDeletedRows > 0n
}

/** The published flows, by tenant id and flow id. */
export async function loadFlows(tx: Tx): Promise<ReadonlyMap<string, ReadonlyMap<string, Flow>>> {
  const byTenant = Map.groupBy(await listFlows(tx), ({ tenantId }) => tenantId)
  return new Map([...byTenant].map(([tenantId, own]) => [tenantId, publishedFlows(own)]))
}

/** What calls go through, by flow id. */
export function publishedFlows(flows: readonly StoredFlow[]): ReadonlyMap<string, Flow> {
  return new Map(flows.flatMap(({ id, name, published }) => (published === null ? [] : [[id, { id, name, graph: published }] as const])))
}

function columns({ name, number, draft, examples, layout }: FlowFields) {
  return { name, number, draft: JSON.stringify(draft), examples: JSON.stringify(examples), layout: JSON.stringify(layout) }
}

function fromRow(row: Selectable<FlowTables['call_flow']>): StoredFlow {
  const { id, name, number, draft, published, version, examples, layout, revision } = row
  return { id, tenantId: row.tenant_id, name, number, draft, published, version, examples, layout, revision }
}

function inWords(error: unknown, { name, number }: FlowFields, tenantId: string): unknown {
  switch (violatedConstraint(error)) {
    case 'call_flow_name':
      return new FlowNameTaken(name)
    case 'call_flow_tenant_id_fkey':
      return new NoSuchTenant(tenantId)
    default:
      return internalNumberTaken(error, number) ?? error
  }
}
