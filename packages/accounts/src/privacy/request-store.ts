import { randomUUIDv7 } from 'node:crypto'
import { NotFound, type Tx } from '@klinke/platform'
import { type ColumnType, type Generated, type Selectable, sql } from 'kysely'
import type { Erasure } from './erase-person.ts'
import type { LegalGroundName } from './legal-grounds.ts'
import { ReportThereAlready } from './problems.ts'
import type { Subject } from './subject.ts'

export const REQUEST_KINDS = ['access', 'rectification', 'deletion', 'portability', 'objection'] as const
export type RequestKind = (typeof REQUEST_KINDS)[number]
export const REQUEST_STATES = ['waiting', 'ready', 'done', 'refused', 'failed'] as const
export type RequestState = (typeof REQUEST_STATES)[number]

/** They make a report. */
const WITH_REPORT: readonly RequestKind[] = ['access', 'portability']
export const hasReport = (kind: RequestKind): boolean => WITH_REPORT.includes(kind)

interface RequestTable {
  readonly id: string
  readonly tenant_id: string
  readonly kind: RequestKind
  readonly subject: ColumnType<Subject, string, never>
  readonly about: string
  readonly asked_by: string
  readonly extension_id: string | null
  readonly login_id: string | null
  readonly reply_to: string | null
  readonly asked_at: Date
  readonly state: RequestState
  readonly blob_key: string | null
  readonly octets: number | null
  readonly expires_at: Date | null
  readonly outcome: string
  readonly decided_by: string | null
  readonly decided_at: Date | null
  readonly extended_months: Generated<number>
  readonly extended_at: Date | null
  readonly extension_reason: Generated<string>
  readonly legal_ground: LegalGroundName | null
  readonly erased: ColumnType<readonly Erasure[] | null, string | null, string | null>
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
  /** Of somebody who asks about itself in the portal. */
  readonly loginId: string | null
  /** Where the answer goes; null: another way. */
  readonly replyTo: string | null
  readonly askedAt: Date
}

/** Throws `ReportThereAlready` for a report that whoever asks has asked for about the same already, and which is not made or not over yet. */
export async function insertRequest(tx: Tx, request: NewRequest): Promise<PrivacyRequest> {
  if (hasReport(request.kind)) await assertNoReport(tx, request)
  const { tenantId, subject, askedBy, extensionId, loginId, replyTo, askedAt, kind, about } = request
  const values = {
    ...{ id: randomUUIDv7(), tenant_id: tenantId, kind, subject: JSON.stringify(subject), about, asked_by: askedBy, asked_at: askedAt },
    ...{ extension_id: extensionId, login_id: loginId, reply_to: replyTo, state: 'waiting' as const, outcome: '' },
  }
  return tx.tables<RequestTables>().insertInto('privacy_request').values(values).returningAll().executeTakeFirstOrThrow()
}

/** By who asks, too: a report that an administrator has asked for is none that the person can read, and keeps nobody from asking (Art. 15 GDPR). */
async function assertNoReport(
  tx: Tx,
  { tenantId, kind, subject, extensionId, loginId, askedAt }: Omit<NewRequest, 'about'>,
): Promise<void> {
  const about = JSON.stringify(subject)
  // Held to the end of the transaction: two that ask at once are told one after the other.
  const key = [tenantId, kind, about, extensionId, loginId].join(' ')
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`privacy report ${key}`}, 0))`.execute(tx.tables())
  const { rows } = await sql`
    SELECT 1 FROM privacy_request WHERE tenant_id = ${tenantId} AND kind = ${kind} AND subject = ${about}::jsonb
      AND extension_id IS NOT DISTINCT FROM ${extensionId}::uuid AND login_id IS NOT DISTINCT FROM ${loginId}::uuid
      AND (state IN ('waiting', 'failed') OR blob_key IS NOT NULL AND expires_at > ${askedAt}) LIMIT 1`.execute(tx.tables())
  if (rows.length > 0) throw new ReportThereAlready()
}

/** Whose requests: those of a user's extension, or those that somebody has made about itself. */
export interface Asker {
  readonly extensionId?: string | undefined
  readonly loginId?: string | undefined
}

function requests(tx: Tx, { extensionId, loginId }: Asker) {
  let query = tx.tables<RequestTables>().selectFrom('privacy_request').selectAll()
  if (extensionId !== undefined) query = query.where('extension_id', '=', extensionId)
  if (loginId !== undefined) query = query.where('login_id', '=', loginId)
  return query
}

/** Throws `NotFound`, also for another's when `asker` says who asks. */
export async function findRequest(tx: Tx, id: string, asker: Asker = {}): Promise<PrivacyRequest> {
  const row = await requests(tx, asker).where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new NotFound('privacy request', id)
  return row
}

/** Nobody else answers or extends it meanwhile. Throws `NotFound`. */
export async function lockedRequest(tx: Tx, id: string): Promise<PrivacyRequest> {
  const row = await requests(tx, {}).where('id', '=', id).forUpdate().executeTakeFirst()
  if (row === undefined) throw new NotFound('privacy request', id)
  return row
}

export interface RequestPart {
  readonly limit: number
  readonly before?: string | undefined
  /** Only those that wait for an answer. */
  readonly open?: boolean | undefined
  readonly asker?: Asker
}

/** The newest first. */
export function listRequests(tx: Tx, { limit, before, open, asker = {} }: RequestPart): Promise<readonly PrivacyRequest[]> {
  let query = requests(tx, asker).orderBy('id', 'desc').limit(limit)
  if (before !== undefined) query = query.where('id', '<', before)
  if (open === true)
    query = query.where((is) =>
      is.or([
        is('state', 'in', ['waiting', 'failed']),
        is.and([is('state', '=', 'ready'), is('extension_id', 'is', null), is('login_id', 'is', null)]),
      ]),
    )
  return query.execute()
}

/** True while somebody has to answer it: a report that a person has asked for itself answers by being there. */
export function isOpen({ state, extension_id, login_id }: Pick<PrivacyRequest, 'state' | 'extension_id' | 'login_id'>): boolean {
  return state === 'waiting' || state === 'failed' || (state === 'ready' && extension_id === null && login_id === null)
}

/** The oldest report that waits, or failed before `failedBefore`, and is nobody else's meanwhile. */
export function takeWaitingReport(tx: Tx, failedBefore: Date): Promise<PrivacyRequest | undefined> {
  const query = requests(tx, {})
    .where('kind', 'in', ['access', 'portability'])
    .where('state', 'in', ['waiting', 'failed'])
    .where((is) => is.or([is('state', '=', 'waiting'), is.and([is('state', '=', 'failed'), is('decided_at', '<=', failedBefore)])]))
  return query.orderBy('id').limit(1).forUpdate().skipLocked().executeTakeFirst()
}

export interface Outcome {
  readonly state: Exclude<RequestState, 'waiting'>
  readonly outcome: string
  readonly by: string
  readonly at: Date
  /** Of a report. */
  readonly file?: { readonly key: string; readonly octets: number; readonly expiresAt: Date }
  /** Of a refusal. */
  readonly legalGround?: LegalGroundName | undefined
  /** Of a deletion that is done. */
  readonly erased?: readonly Erasure[] | undefined
}

/** Says what became of a request that the transaction holds. */
export function answerRequest(tx: Tx, id: string, said: Outcome): Promise<PrivacyRequest> {
  const { state, outcome, by, at, file, legalGround, erased } = said
  const stored = file === undefined ? {} : { blob_key: file.key, octets: file.octets, expires_at: file.expiresAt }
  const set = {
    ...{ state, outcome, decided_by: by, decided_at: at, ...stored },
    ...{ legal_ground: legalGround ?? null, erased: erased === undefined ? null : JSON.stringify(erased) },
  }
  const query = tx.tables<RequestTables>().updateTable('privacy_request').set(set).where('id', '=', id)
  return query.returningAll().executeTakeFirstOrThrow()
}

/** Art. 12 (3) GDPR. */
export function extendRequest(
  tx: Tx,
  id: string,
  { months, reason, at }: { readonly months: number; readonly reason: string; readonly at: Date },
): Promise<PrivacyRequest> {
  const set = { extended_months: months, extension_reason: reason, extended_at: at }
  const query = tx.tables<RequestTables>().updateTable('privacy_request').set(set).where('id', '=', id)
  return query.returningAll().executeTakeFirstOrThrow()
}
