import { randomUUIDv7 } from 'node:crypto'
import { type Tx, violatedConstraint } from '@klinke/platform'
import type { Selectable } from 'kysely'
import type { Effect, Target } from './level-rules.ts'
import { ExceptionTaken } from './rules.ts'
import { assertRoom, deleted, type OutboundTables, type Part, type RuleOwner } from './tables.ts'

export interface StoredException extends RuleOwner {
  readonly id: string
  readonly effect: Effect
  readonly target: Target
  readonly note: string | null
}

/** Throws `ExceptionTaken` or `TooManyOutboundRules`. */
export async function insertException(tx: Tx, exception: Omit<StoredException, 'id'>): Promise<StoredException> {
  const tables = tx.tables<OutboundTables>()
  await assertRoom(tx, 'outbound_exception', exception.tenantId)
  const { tenantId: tenant_id, extensionId: extension_id, effect, target, note } = exception
  const row = { id: randomUUIDv7(), tenant_id, extension_id, effect, target, note }
  try {
    return exceptionFrom(await tables.insertInto('outbound_exception').values(row).returningAll().executeTakeFirstOrThrow())
  } catch (error) {
    throw violatedConstraint(error) === 'outbound_exception_target' ? new ExceptionTaken(target) : error
  }
}

export async function findException(tx: Tx, id: string): Promise<StoredException | undefined> {
  const row = await tx.tables<OutboundTables>().selectFrom('outbound_exception').selectAll().where('id', '=', id).executeTakeFirst()
  return row && exceptionFrom(row)
}

/** By id; all, or `limit` at most after the id `after`, of one extension where that is named. */
export async function listExceptions(tx: Tx, part: Part = {}): Promise<readonly StoredException[]> {
  let query = tx.tables<OutboundTables>().selectFrom('outbound_exception').selectAll().orderBy('id')
  if (part.limit !== undefined) query = query.limit(part.limit)
  if (part.after !== undefined) query = query.where('id', '>', part.after)
  if (part.extensionId !== undefined) query = query.where('extension_id', '=', part.extensionId)
  return (await query.execute()).map(exceptionFrom)
}

export function deleteException(tx: Tx, id: string): Promise<boolean> {
  return deleted(tx, 'outbound_exception', id)
}

function exceptionFrom(row: Selectable<OutboundTables['outbound_exception']>): StoredException {
  const { id, tenant_id: tenantId, extension_id: extensionId, effect, target, note } = row
  return { id, tenantId, extensionId, effect, target, note }
}
