import { randomUUIDv7 } from 'node:crypto'
import type { Clock } from '@klinke/foundation'
import { sql } from 'kysely'
import type { Database } from '../database/database.ts'
import type { Tx } from '../database/tx.ts'
import type { Holder } from '../http/api.ts'
import { principalOfLogin } from './login.ts'
import { requiredOfLogin, withoutSecondFactor } from './second-factor-policy.ts'
import type { SignInTables } from './tables.ts'
import { hashOf, newToken } from './tokens.ts'

/** A session that nobody uses ends after so long … */
const IDLE_MS = 12 * 3_600_000
/** … and each after so long, used or not. */
export const SESSION_SECONDS = 7 * 86_400
/** How exactly `last_seen_at` is kept: not every request writes. */
const SEEN_EVERY_MS = 60_000
/** A person's sessions at a time; the one used longest ago gives way. */
const MAX_SESSIONS = 50
/** So long a proof counts for what asks for a fresh one. */
export const FRESH_PROOF_SECONDS = 300
const MAX_USER_AGENT = 300

/** How somebody signed in, and from where. */
export interface SignInFacts {
  readonly method: 'password' | 'passkey' | 'single-sign-on'
  readonly address: string
  readonly userAgent: string | undefined
}

/** One of a person's sessions, as it is shown. */
export interface SessionRecord {
  readonly id: string
  readonly method: string
  readonly address: string
  readonly userAgent: string | null
  readonly createdAt: Date
  readonly lastSeenAt: Date
  readonly expiresAt: Date
}

/** The sessions of people who are signed in. A cookie's token is random and stored as a hash only; each sign-in makes a new one (no session fixation). */
export class Sessions {
  readonly #database: Database
  readonly #clock: Clock

  constructor(database: Database, clock: Clock) {
    this.#database = database
    this.#clock = clock
  }

  /** Begins a session and gives its token. `replaced`: the token that the browser came with; its session ends. */
  async begin(tx: Tx, loginId: string, facts: SignInFacts, replaced?: string): Promise<string> {
    const token = newToken()
    const now = new Date(this.#clock.epochMs())
    const tables = tx.tables<SignInTables>()
    if (replaced !== undefined) await tables.deleteFrom('login_session').where('token_hash', '=', hashOf(replaced)).execute()
    await tables.deleteFrom('login_session').where('login_id', '=', loginId).where('expires_at', '<', now).execute()
    await this.#makeRoom(tx, loginId)
    const times = { created_at: now, last_seen_at: now, expires_at: new Date(now.getTime() + SESSION_SECONDS * 1_000) }
    const { method, address, userAgent } = facts
    await tables
      .insertInto('login_session')
      .values({
        ...{ id: randomUUIDv7(), login_id: loginId, token_hash: hashOf(token), method, address, ...times },
        user_agent: userAgent?.slice(0, MAX_USER_AGENT) ?? null,
        // An identity provider may have let somebody in without asking anything.
        proved_at: method === 'single-sign-on' ? null : now,
      })
      .execute()
    await tables.updateTable('login').set({ last_signed_in_at: now }).where('id', '=', loginId).execute()
    return token
  }

  /** Whose session the token is; undefined when it is unknown, revoked or expired, or the login is disabled. */
  holder(token: string): Promise<Holder | undefined> {
    return this.#database.withOperator(async (tx) => {
      const row = await tx
        .tables<SignInTables>()
        .selectFrom('login_session')
        .innerJoin('login', 'login.id', 'login_session.login_id')
        .select([
          'login_session.id as session_id',
          'last_seen_at',
          'expires_at',
          'login.id',
          'email',
          'name',
          'kind',
          'must_change_password',
        ])
        .select(['reseller_id', 'tenant_id', 'extension_id', 'rights'])
        // A passkey is both factors at once, and what an identity provider asks for is its business.
        .select(sql<boolean>`(login_session.method = 'password' AND ${requiredOfLogin} AND ${withoutSecondFactor})`.as('must_enrol'))
        .where('token_hash', '=', hashOf(token))
        .where('disabled_at', 'is', null)
        .executeTakeFirst()
      const nowMs = this.#clock.epochMs()
      if (!row || row.expires_at.getTime() <= nowMs || row.last_seen_at.getTime() + IDLE_MS <= nowMs) return undefined
      if (row.last_seen_at.getTime() + SEEN_EVERY_MS <= nowMs) await this.#seen(tx, row.session_id, nowMs)
      const session = { id: row.session_id, loginId: row.id, mustChangePassword: row.must_change_password, mustEnrol: row.must_enrol }
      return { id: row.id, name: row.name, principal: principalOfLogin(row), session }
    })
  }

  /** The sessions of a login that are open, the one used last first. */
  async list(loginId: string): Promise<readonly SessionRecord[]> {
    const nowMs = this.#clock.epochMs()
    const rows = await this.#database.withOperator((tx) =>
      tx
        .tables<SignInTables>()
        .selectFrom('login_session')
        .selectAll()
        .where('login_id', '=', loginId)
        .where('expires_at', '>', new Date(nowMs))
        .where('last_seen_at', '>', new Date(nowMs - IDLE_MS))
        .orderBy('last_seen_at', 'desc')
        .limit(MAX_SESSIONS)
        .execute(),
    )
    return rows.map(({ id, method, address, ...row }) => ({
      ...{ id, method, address, userAgent: row.user_agent },
      ...{ createdAt: row.created_at, lastSeenAt: row.last_seen_at, expiresAt: row.expires_at },
    }))
  }

  /** Notes that the session's person has just shown password or passkey. */
  async prove(tx: Tx, sessionId: string): Promise<void> {
    const set = { proved_at: new Date(this.#clock.epochMs()) }
    await tx.tables<SignInTables>().updateTable('login_session').set(set).where('id', '=', sessionId).execute()
  }

  /** Whether that was within the last minutes (`FRESH_PROOF_SECONDS`). */
  async isFreshlyProved(tx: Tx, sessionId: string): Promise<boolean> {
    const since = new Date(this.#clock.epochMs() - FRESH_PROOF_SECONDS * 1_000)
    const sessions = tx.tables<SignInTables>().selectFrom('login_session').select('id')
    return (await sessions.where('id', '=', sessionId).where('proved_at', '>=', since).executeTakeFirst()) !== undefined
  }

  /** Ends one session of the login. False when it has none with this id. */
  async revoke(tx: Tx, loginId: string, sessionId: string): Promise<boolean> {
    const result = await tx
      .tables<SignInTables>()
      .deleteFrom('login_session')
      .where('id', '=', sessionId)
      .where('login_id', '=', loginId)
      .executeTakeFirst()
    return result.numDeletedRows > 0n
  }

  /** Ends all sessions of the login but one. */
  async revokeAll(tx: Tx, loginId: string, except?: string): Promise<void> {
    const all = tx.tables<SignInTables>().deleteFrom('login_session').where('login_id', '=', loginId)
    await (except === undefined ? all : all.where('id', '!=', except)).execute()
  }

  async #seen(tx: Tx, sessionId: string, nowMs: number): Promise<void> {
    const set = { last_seen_at: new Date(nowMs) }
    await tx.tables<SignInTables>().updateTable('login_session').set(set).where('id', '=', sessionId).execute()
  }

  async #makeRoom(tx: Tx, loginId: string): Promise<void> {
    await tx
      .tables<SignInTables>()
      .deleteFrom('login_session')
      .where('id', 'in', (query) =>
        query
          .selectFrom('login_session')
          .select('id')
          .where('login_id', '=', loginId)
          .orderBy('last_seen_at', 'desc')
          .offset(sql.lit(MAX_SESSIONS - 1)),
      )
      .execute()
  }
}
