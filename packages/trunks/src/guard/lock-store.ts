import { randomUUIDv7 } from 'node:crypto'
import type { Tx } from '@klinke/platform'
import type { Lock, LockCause, LockService } from './lock.ts'
import { guardTables } from './tables.ts'

export interface StoredLock {
  readonly id: string
  readonly tenantId: string
  readonly cause: LockCause
  readonly services: LockService
  readonly reason: string
  readonly announcedAt: Date
  readonly outgoingFrom: Date
  readonly fullFrom: Date | null
  readonly liftedAt: Date | null
  readonly lockedBy: string
  readonly liftedBy: string | null
}

/** The newest first. */
export async function listLocks(tx: Tx, limit: number, before?: string): Promise<readonly StoredLock[]> {
  const query = guardTables(tx).selectFrom('guard_lock').selectAll().orderBy('id', 'desc').limit(limit)
  const rows = await (before === undefined ? query : query.where('id', '<', before)).execute()
  return rows.map(fromRow)
}

/** Those that hold, or will. */
export async function listOpenLocks(tx: Tx): Promise<readonly StoredLock[]> {
  return (await guardTables(tx).selectFrom('guard_lock').selectAll().where('lifted_at', 'is', null).orderBy('id').execute()).map(fromRow)
}

/** Those that have become full ones since then, and hold. */
export async function listFullLocks(tx: Tx, since: Date, now: Date): Promise<readonly StoredLock[]> {
  const open = guardTables(tx).selectFrom('guard_lock').selectAll().where('lifted_at', 'is', null)
  return (await open.where('full_from', '>', since).where('full_from', '<=', now).orderBy('full_from').execute()).map(fromRow)
}

export async function findLock(tx: Tx, id: string): Promise<StoredLock | undefined> {
  const row = await guardTables(tx).selectFrom('guard_lock').selectAll().where('id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

export async function insertLock(tx: Tx, lock: Omit<StoredLock, 'id' | 'liftedAt' | 'liftedBy'>): Promise<StoredLock> {
  const row = {
    ...{ id: randomUUIDv7(), tenant_id: lock.tenantId, cause: lock.cause, services: lock.services, reason: lock.reason },
    ...{ announced_at: lock.announcedAt, outgoing_from: lock.outgoingFrom, full_from: lock.fullFrom },
    ...{ lifted_at: null, locked_by: lock.lockedBy, lifted_by: null },
  }
  await guardTables(tx).insertInto('guard_lock').values(row).execute()
  return fromRow(row)
}

/** The next stage, or the end. */
export async function changeLock(
  tx: Tx,
  id: string,
  change: { readonly fullFrom: Date | null } | { readonly liftedAt: Date; readonly liftedBy: string },
): Promise<StoredLock | undefined> {
  const set = 'fullFrom' in change ? { full_from: change.fullFrom } : { lifted_at: change.liftedAt, lifted_by: change.liftedBy }
  const row = await guardTables(tx).updateTable('guard_lock').set(set).where('id', '=', id).returningAll().executeTakeFirst()
  return row && fromRow(row)
}

/** As calls read it. */
export function lockFrom({ id, cause, services, outgoingFrom, fullFrom, liftedAt }: Omit<StoredLock, 'tenantId'>): Lock {
  const times = { outgoingFromMs: outgoingFrom.getTime(), fullFromMs: fullFrom?.getTime(), liftedAtMs: liftedAt?.getTime() }
  return { id, cause, services, ...times }
}

function fromRow(row: {
  readonly id: string
  readonly tenant_id: string
  readonly cause: LockCause
  readonly services: LockService
  readonly reason: string
  readonly announced_at: Date
  readonly outgoing_from: Date
  readonly full_from: Date | null
  readonly lifted_at: Date | null
  readonly locked_by: string
  readonly lifted_by: string | null
}): StoredLock {
  return {
    ...{ id: row.id, tenantId: row.tenant_id, cause: row.cause, services: row.services, reason: row.reason },
    ...{ announcedAt: row.announced_at, outgoingFrom: row.outgoing_from, fullFrom: row.full_from },
    ...{ liftedAt: row.lifted_at, lockedBy: row.locked_by, liftedBy: row.lifted_by },
  }
}
