import type { Database, Tx } from '@klinke/platform'
import type { Completion, CompletionKind, CompletionStore } from './completion.ts'

interface CompletionTables {
  readonly call_completion: {
    readonly id: string
    readonly tenant_id: string
    readonly extension_id: string
    readonly kind: CompletionKind
    readonly dialled: string
    readonly number: string
    readonly callee_id: string | null
    readonly is_hidden: boolean
    readonly seen_active: boolean
    readonly attempts: number
    readonly unanswered: number
    readonly requested_at: Date
    readonly not_before: Date
    readonly expires_at: Date
  }
}

export function storedCompletions(database: Database): CompletionStore {
  return {
    load: () => database.withOperator(listCompletions),
    save: (completion) => database.withTenant(completion.tenantId, (tx) => saveCompletion(tx, completion)),
    remove: ({ tenantId, id }) => database.withTenant(tenantId, (tx) => deleteCompletion(tx, id)),
  }
}

/** All that `tx` sees, the oldest first. */
export async function listCompletions(tx: Tx): Promise<readonly Completion[]> {
  const rows = await tx.tables<CompletionTables>().selectFrom('call_completion').selectAll().orderBy('requested_at').orderBy('id').execute()
  return rows.map((row) => ({
    ...{ id: row.id, tenantId: row.tenant_id, extensionId: row.extension_id, kind: row.kind, dialled: row.dialled, number: row.number },
    ...{ calleeId: row.callee_id, isHidden: row.is_hidden, seenActive: row.seen_active },
    ...{ attempts: row.attempts, unanswered: row.unanswered },
    requestedAtMs: row.requested_at.getTime(),
    notBeforeMs: row.not_before.getTime(),
    expiresAtMs: row.expires_at.getTime(),
  }))
}

/** Stores it anew, or what has changed of it. */
async function saveCompletion(tx: Tx, completion: Completion): Promise<void> {
  const { kind, seenActive, attempts, unanswered } = completion
  const changing = { kind, seen_active: seenActive, attempts, unanswered, not_before: new Date(completion.notBeforeMs) }
  await tx
    .tables<CompletionTables>()
    .insertInto('call_completion')
    .values({
      ...{ id: completion.id, tenant_id: completion.tenantId, extension_id: completion.extensionId, callee_id: completion.calleeId },
      ...{ dialled: completion.dialled, number: completion.number, is_hidden: completion.isHidden },
      ...{ requested_at: new Date(completion.requestedAtMs), expires_at: new Date(completion.expiresAtMs), ...changing },
    })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(changing))
    .execute()
}

async function deleteCompletion(tx: Tx, id: string): Promise<void> {
  await tx.tables<CompletionTables>().deleteFrom('call_completion').where('id', '=', id).execute()
}
