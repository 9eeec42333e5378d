import type { Database, Tx } from '@klinke/platform'
import type { CallbackStore, PromisedCallback } from './promised-callback.ts'

interface CallbackTables {
  readonly queue_callback: {
    readonly id: string
    readonly tenant_id: string
    readonly queue_id: string
    readonly caller_number: string
    readonly caller_name: string | null
    readonly caller_extension_id: string | null
    readonly priority: number
    readonly since: Date
    readonly attempts: number
  }
}

export function storedCallbacks(database: Database): CallbackStore {
  return {
    load: () => database.withOperator(listCallbacks),
    save: (callback) => database.withTenant(callback.tenantId, (tx) => saveCallback(tx, callback)),
    remove: ({ tenantId, id }) => database.withTenant(tenantId, (tx) => deleteCallback(tx, id)),
  }
}

/** All that `tx` sees, who came first first. */
async function listCallbacks(tx: Tx): Promise<readonly PromisedCallback[]> {
  const rows = await tx.tables<CallbackTables>().selectFrom('queue_callback').selectAll().orderBy('since').orderBy('id').execute()
  return rows.map((row) => ({
    ...{ id: row.id, tenantId: row.tenant_id, queueId: row.queue_id, priority: row.priority, attempts: row.attempts },
    sinceMs: row.since.getTime(),
    caller: {
      tenantId: row.caller_extension_id === null ? undefined : row.tenant_id,
      extensionId: row.caller_extension_id ?? undefined,
      ...{ number: row.caller_number, displayName: row.caller_name ?? undefined },
    },
  }))
}

/** Stores it anew, or how often the caller has been called. */
async function saveCallback(tx: Tx, { id, tenantId, queueId, caller, priority, sinceMs, attempts }: PromisedCallback): Promise<void> {
  const row = {
    ...{ id, tenant_id: tenantId, queue_id: queueId, priority, attempts, since: new Date(sinceMs) },
    ...{ caller_number: caller.number, caller_name: caller.displayName ?? null, caller_extension_id: caller.extensionId ?? null },
  }
  await tx
    .tables<CallbackTables>()
    .insertInto('queue_callback')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ attempts }))
    .execute()
}

async function deleteCallback(tx: Tx, id: string): Promise<void> {
  await tx.tables<CallbackTables>().deleteFrom('queue_callback').where('id', '=', id).execute()
}
