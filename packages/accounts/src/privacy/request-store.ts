import { randomUUIDv7 } from 'node:crypto'
import { NotFound, type Tx } from '@klinke/platform'
import type { ColumnType, Selectable } from 'kysely'
import type { Subject } from './subject.ts'

export const REQUEST_KINDS = ['access', 'rectification', 'deletion'] as const
export type RequestKind = (typeof REQUEST_KINDS)[number]
export const REQUEST_STATES = ['waiting', 'ready', 'done', 'refused', 'failed'] as const
export type RequestState = (typeof REQUEST_STATES)[number]

interface RequestTable {
  readonly id: string
  readonly tenant_id: string
  readonly kind: RequestKind
  readonly subject: ColumnType<Subject, string, never>
  readonly about: string
  readonly asked_by: string
  readonly extension_id: string | null
  readonly asked_at: Date
  readonly state: RequestState
  readonly blob_key: string | null
  readonly octets: number | null
  readonly expires_at: Date | null
  readonly outcome: string
  readonly decided_by: string | null
  readonly decided_at: Date | null
}

interface RequestTables {
  readonly privacy_request: RequestTable
}
export type PrivacyRequest = Readonly<Selectable<RequestTable>>

export interface NewRequest {
  readonly tenantId: string
  readonly kind: RequestKind
  readonly subject: Subject
  readonly about: string
  readonly askedBy: string
  /** Of a user who asks about itself. */
  readonly extensionId: string | null
  readonly askedAt: Date
}

export async function insertRequest(
  tx: Tx,
  { tenantId, subject, askedBy, extensionId, askedAt, ...request }: NewRequest,
): Promise<PrivacyRequest> {
  const row = { id: randomUUIDv7(), tenant_id: tenantId, subject: JSON.stringify(subject), asked_by: askedBy, asked_at: askedAt }
  const values = { ...row, ...request, extension_id: extensionId, state: 'waiting' as const, outcome: '' }
  return tx.tables<RequestTables>().insertInto('privacy_request').values(values).returningAll().executeTakeFirstOrThrow()
}

/** Throws `NotFound`, also for another's when `extensionId` says who asks. */
export async function findRequest(tx: Tx, id: string, extensionId?: string): Promise<PrivacyRequest> {
  let query = tx.tables<RequestTables>().selectFrom('privacy_request').selectAll().where('id', '=', id)
  if (extensionId !== undefined) query = query.where('extension_id', '=', extensionId)
  const row = await query.executeTakeFirst()
  if (row === undefined) throw new NotFound('privacy request', id)
  return row
}

/** The newest first. */
export function listRequests(
  tx: Tx,
  {
    limit,
    before,
    extensionId,
  }: { readonly limit: number; readonly before?: string | undefined; readonly extensionId?: string | undefined },
): Promise<readonly PrivacyRequest[]> {
  let query = tx.tables<RequestTables>().selectFrom('privacy_request').selectAll().orderBy('id', 'desc').limit(limit)
  if (before !== undefined) query = query.where('id', '<', before)
  if (extensionId !== undefined) query = query.where('extension_id', '=', extensionId)
  return query.execute()
}

/** The oldest report that waits, and is nobody else's meanwhile. */
export function takeWaitingReport(tx: Tx): Promise<PrivacyRequest | undefined> {
  const query = tx
    .tables<RequestTables>()
    .selectFrom('privacy_request')
    .selectAll()
    .where('kind', '=', 'access')
    .where('state', '=', 'waiting')
  return query.orderBy('id').limit(1).forUpdate().skipLocked().executeTakeFirst()
}

export interface Outcome {
  readonly state: Exclude<RequestState, 'waiting'>
  readonly outcome: string
  readonly by: string
  readonly at: Date
  /** Of a report. */
  readonly file?: { readonly key: string; readonly octets: number; readonly expiresAt: Date }
}

/** Says what became of a request that waits. Undefined: there is none, or it is answered. */
export function answerRequest(tx: Tx, id: string, { state, outcome, by, at, file }: Outcome): Promise<PrivacyRequest | undefined> {
  const stored = file === undefined ? {} : { blob_key: file.key, octets: file.octets, expires_at: file.expiresAt }
  const set = { state, outcome, decided_by: by, decided_at: at, ...stored }
  const query = tx.tables<RequestTables>().updateTable('privacy_request').set(set).where('id', '=', id).where('state', '=', 'waiting')
  return query.returningAll().executeTakeFirst()
}
