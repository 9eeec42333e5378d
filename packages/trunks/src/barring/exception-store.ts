import { randomUUIDv7 } from 'node:crypto'
import { type Tx, violatedConstraint } from '@klinke/platform'
import type { Selectable } from 'kysely'
import type { Effect, Target } from './level-rules.ts'
import { ExceptionTaken } from './rules.ts'
import { assertRoom, deleted, type NamedOwner, type OutboundTables, type Part } from './tables.ts'

export interface StoredException extends NamedOwner {
  readonly id: string
  readonly effect: Effect
  readonly target: Target
  readonly note: string | null
}

/** Throws `ExceptionTaken` or `TooManyOutboundRules`. */
export async function insertException(
  tx: Tx,
  exception: Omit<StoredException, 'id' | 'extensionNumber' | 'siteName'>,
): Promise<StoredException> {
  const tables = tx.tables<OutboundTables>()
  await assertRoom(tx, 'outbound_exception', exception.tenantId)
  const { tenantId: tenant_id, extensionId: extension_id, siteId: site_id, effect, target, note } = exception
  const row = { id: randomUUIDv7(), tenant_id, extension_id, site_id, effect, target, note }
  try {
    await tables.insertInto('outbound_exception').values(row).execute()
  } catch (error) {
    throw violatedConstraint(error) === 'outbound_exception_target' ? new ExceptionTaken(target) : error
  }
  return fromRow(await all(tx).where('own.id', '=', row.id).executeTakeFirstOrThrow())
}

export async function findException(tx: Tx, id: string): Promise<StoredException | undefined> {
  const row = await all(tx).where('own.id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

/** By id; all, or `limit` at most after the id `after`, of one extension where that is named. */
export async function listExceptions(tx: Tx, { limit, after, extensionId }: Part = {}): Promise<readonly StoredException[]> {
  let query = all(tx).orderBy('own.id')
  if (limit !== undefined) query = query.limit(limit)
  if (after !== undefined) query = query.where('own.id', '>', after)
  if (extensionId !== undefined) query = query.where('own.extension_id', '=', extensionId)
  return (await query.execute()).map(fromRow)
}

function all(tx: Tx) {
  return tx
    .tables<OutboundTables>()
    .selectFrom('outbound_exception as own')
    .leftJoin('extension', 'extension.id', 'own.extension_id')
    .leftJoin('site', 'site.id', 'own.site_id')
    .selectAll('own')
    .select(['extension.number', 'site.name as site_name'])
}

export function deleteException(tx: Tx, id: string): Promise<boolean> {
  return deleted(tx, 'outbound_exception', id)
}

function fromRow(
  row: Selectable<OutboundTables['outbound_exception']> & { readonly number: string | null; readonly site_name: string | null },
): StoredException {
  const { id, tenant_id: tenantId, extension_id: extensionId, number: extensionNumber, effect, target, note } = row
  return { id, tenantId, extensionId, extensionNumber, siteId: row.site_id, siteName: row.site_name, effect, target, note }
}
