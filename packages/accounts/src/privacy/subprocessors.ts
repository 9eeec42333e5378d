import { randomUUIDv7 } from 'node:crypto'
import { NotFound, type Tx } from '@klinke/platform'
import { sql } from 'kysely'
import { queuePrivacyMail } from './mail-queue.ts'
import { subprocessorMail } from './privacy-mail-texts.ts'

/** Days between the announcement of a change and the change: the four weeks of clause 5 of the agreement (agreement-text.ts). */
export const SUBPROCESSOR_NOTICE_DAYS = 28

/** Whom the operator lets process data on its behalf (Art. 28 (2) GDPR): annex 2 of the agreement. */
export interface Subprocessor {
  readonly id: string
  readonly name: string
  /** What for. */
  readonly task: string
  /** Where the data is; empty: not said. */
  readonly place: string
  /** ISO 3166-1. */
  readonly country: string
  /** First day, ISO 8601. */
  readonly since: string
  /** Last day; null: it goes on. */
  readonly until: string | null
  /** When customers were told of what changed last; null: there was nobody to be told. */
  readonly announcedAt: Date | null
}

const COLUMNS = sql<Subprocessor>`id, name, task, place, country, to_char(since, 'YYYY-MM-DD') AS since, to_char(until, 'YYYY-MM-DD') AS until,
  announced_at AS "announcedAt"`

/** Those that have not ended before that day, also such as only begin later; by name. */
export async function listSubprocessors(tx: Tx, day: Temporal.PlainDate): Promise<readonly Subprocessor[]> {
  const { rows } = await sql<Subprocessor>`
    SELECT ${COLUMNS} FROM subprocessor WHERE until IS NULL OR until >= ${day.toString()}::date ORDER BY name, id`.execute(tx.tables())
  return rows
}

export type NewSubprocessor = Pick<Subprocessor, 'name' | 'task' | 'place' | 'country' | 'since'>

/** Enters one that begins on a day. */
export async function insertSubprocessor(tx: Tx, added: NewSubprocessor): Promise<Subprocessor> {
  const { name, task, place, country, since } = added
  const { rows } = await sql<Subprocessor>`
    INSERT INTO subprocessor (id, name, task, place, country, since) VALUES (${randomUUIDv7()}, ${name}, ${task}, ${place}, ${country}, ${since}::date)
    RETURNING ${COLUMNS}`.execute(tx.tables())
  return only(rows, name)
}

/** Ends one after a day; of one that has ended it is changed. Throws `NotFound`. */
export async function endSubprocessor(tx: Tx, id: string, until: string): Promise<Subprocessor> {
  const { rows } = await sql<Subprocessor>`
    UPDATE subprocessor SET until = ${until}::date WHERE id = ${id} RETURNING ${COLUMNS}`.execute(tx.tables())
  return only(rows, id)
}

function only(rows: readonly Subprocessor[], id: string): Subprocessor {
  const [row] = rows
  if (row === undefined) throw new NotFound('subprocessor', id)
  return row
}

interface Addressee {
  readonly tenantId: string
  readonly email: string
  readonly language: 'de' | 'en'
}

/** Whoever administers customers that have accepted an agreement: they have a right to be told. */
export async function thoseToTell(tx: Tx): Promise<readonly Addressee[]> {
  const { rows } = await sql<Addressee>`
    SELECT tenant_id AS "tenantId", email, language FROM login
    WHERE kind = 'tenant' AND disabled_at IS NULL AND tenant_id IN (SELECT tenant_id FROM processing_agreement) ORDER BY tenant_id, email`.execute(
    tx.tables(),
  )
  return rows
}

/** True while customers have agreements: only then somebody waits for an announcement. */
export async function hasAgreements(tx: Tx): Promise<boolean> {
  const { rows } = await sql`SELECT 1 FROM processing_agreement LIMIT 1`.execute(tx.tables())
  return rows.length > 0
}

export interface Announcement {
  readonly at: Date
  /** First day of the change. */
  readonly on: Temporal.PlainDate
  readonly begins: boolean
  readonly controller: string
}

/** Queues the mails of a change, and notes that customers are told. */
export async function announceSubprocessor(tx: Tx, changed: Subprocessor, announcement: Announcement): Promise<Subprocessor> {
  const { at, on, begins, controller } = announcement
  const addressees = await thoseToTell(tx)
  for (const { tenantId, email, language } of addressees) {
    const mail = subprocessorMail({ ...changed, on, begins }, controller, language)
    await queuePrivacyMail(tx, { tenantId, requestId: null, recipient: email, ...mail, at })
  }
  if (addressees.length === 0) return changed
  await sql`UPDATE subprocessor SET announced_at = ${at} WHERE id = ${changed.id}`.execute(tx.tables())
  return { ...changed, announcedAt: at }
}
