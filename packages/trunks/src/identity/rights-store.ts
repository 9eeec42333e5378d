import { randomUUIDv7 } from 'node:crypto'
import { NotFound, type Tx, violatedConstraint } from '@klinke/platform'
import type { Generated, Selectable } from 'kysely'
import { MAX_RIGHTS, NumberRightTaken, type ProofKind, type RightState, TooManyRights } from './rights-rules.ts'

interface RightTable {
  readonly id: string
  readonly tenant_id: string
  readonly number: string
  readonly owner: string
  readonly proof: ProofKind
  readonly state: RightState
  readonly requested_by: string
  readonly requested_at: Generated<Date>
  readonly decided_by: string | null
  readonly decided_at: Date | null
  readonly reason: string | null
  readonly valid_until: Date | null
  readonly warned_at: Date | null
}

interface RightTables {
  readonly number_right: RightTable
}

/** A line of the ledger: a number, whose it is, what proves the right to show it, and who has decided about it. */
export interface StoredRight {
  readonly id: string
  readonly tenantId: string
  readonly number: string
  readonly owner: string
  readonly proof: ProofKind
  readonly state: RightState
  readonly requestedBy: string
  readonly requestedAt: Date
  readonly decidedBy: string | null
  readonly decidedAt: Date | null
  readonly reason: string | null
  readonly validUntil: Date | null
}

export interface RightFilter {
  readonly state?: RightState | undefined
  readonly limit?: number | undefined
  /** Id behind which the list goes on. */
  readonly after?: string | undefined
}

export interface RightDecision {
  readonly state: 'approved' | 'refused'
  readonly by: string
  readonly at: Date
  readonly reason: string | null
  readonly validUntil: Date | null
}

/** Throws `NumberRightTaken` or `TooManyRights`. */
export async function insertRight(
  tx: Tx,
  right: Pick<StoredRight, 'tenantId' | 'number' | 'owner' | 'proof' | 'requestedBy'>,
): Promise<StoredRight> {
  const { tenantId, number, owner, proof, requestedBy } = right
  const tables = tx.tables<RightTables>()
  const counting = tables.selectFrom('number_right').select(({ fn }) => fn.countAll<string>().as('count'))
  if (Number((await counting.where('tenant_id', '=', tenantId).executeTakeFirstOrThrow()).count) >= MAX_RIGHTS) throw new TooManyRights()
  const row = { id: randomUUIDv7(), tenant_id: tenantId, number, owner, proof, requested_by: requestedBy, state: 'requested' } as const
  try {
    return fromRow(await tables.insertInto('number_right').values(row).returningAll().executeTakeFirstOrThrow())
  } catch (error) {
    throw violatedConstraint(error) === 'number_right_number' ? new NumberRightTaken(number) : error
  }
}

/** By id. */
export async function listRights(tx: Tx, { state, limit, after }: RightFilter = {}): Promise<readonly StoredRight[]> {
  let query = tx.tables<RightTables>().selectFrom('number_right').selectAll().orderBy('id')
  if (state !== undefined) query = query.where('state', '=', state)
  if (limit !== undefined) query = query.limit(limit)
  if (after !== undefined) query = query.where('id', '>', after)
  return (await query.execute()).map(fromRow)
}

/** `for update`: nobody else decides about it until the transaction ends. Throws `NotFound`. */
export async function findRight(tx: Tx, id: string, lock?: 'for update'): Promise<StoredRight> {
  const query = tx.tables<RightTables>().selectFrom('number_right').selectAll().where('id', '=', id)
  const row = await (lock === undefined ? query : query.forUpdate()).executeTakeFirst()
  if (row === undefined) throw new NotFound('number right', id)
  return fromRow(row)
}

export async function decideRight(tx: Tx, id: string, { state, by, at, reason, validUntil }: RightDecision): Promise<StoredRight> {
  const set = { state, decided_by: by, decided_at: at, reason, valid_until: validUntil, warned_at: null }
  const query = tx.tables<RightTables>().updateTable('number_right').set(set).where('id', '=', id)
  const row = await query.returningAll().executeTakeFirst()
  if (row === undefined) throw new NotFound('number right', id)
  return fromRow(row)
}

export async function deleteRight(tx: Tx, id: string): Promise<void> {
  const result = await tx.tables<RightTables>().deleteFrom('number_right').where('id', '=', id).executeTakeFirst()
  if (result.numDeletedRows === 0n) throw new NotFound('number right', id)
}

/** Rights that run out before `end` and whose customers have not been told; they are told now. */
export async function takeUnwarned(tx: Tx, now: Date, end: Date, limit: number): Promise<readonly StoredRight[]> {
  const tables = tx.tables<RightTables>()
  const due = tables
    .selectFrom('number_right')
    .select('id')
    .where('state', '=', 'approved')
    .where('warned_at', 'is', null)
    .where('valid_until', '>', now)
    .where('valid_until', '<=', end)
    .orderBy('id')
    .limit(limit)
  const rows = await tables.updateTable('number_right').set({ warned_at: now }).where('id', 'in', due).returningAll().execute()
  return rows.map(fromRow)
}

function fromRow(row: Selectable<RightTable>): StoredRight {
  return {
    ...{ id: row.id, tenantId: row.tenant_id, number: row.number, owner: row.owner, proof: row.proof, state: row.state },
    ...{ requestedBy: row.requested_by, requestedAt: row.requested_at, decidedBy: row.decided_by, decidedAt: row.decided_at },
    ...{ reason: row.reason, validUntil: row.valid_until },
  }
}
