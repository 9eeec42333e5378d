import type { Clock } from '@klinke/foundation'
import type { Tx } from '../database/tx.ts'
import type { SignInTables } from './tables.ts'
import { hashOf, newToken } from './tokens.ts'

/** What a token is given out for, and for how long. */
const LIFETIME_MS = {
  invitation: 7 * 86_400_000,
  reset: 60 * 60_000,
  'second-factor': 5 * 60_000,
  'passkey-registration': 5 * 60_000,
  'passkey-sign-in': 5 * 60_000,
  proof: 5 * 60_000,
  'single-sign-on': 10 * 60_000,
} as const
export type Purpose = keyof typeof LIFETIME_MS

/** What a token stands for. */
export interface TokenFacts {
  readonly loginId: string | null
  readonly data: unknown
}

/** Tokens that are given out once and taken once: links in mails, steps of a sign-in. Stored as hashes. */
export class OneTimeTokens {
  readonly #clock: Clock

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** A new token. Those that have expired go. */
  async give(tx: Tx, purpose: Purpose, loginId: string | null, data: unknown = {}): Promise<string> {
    const token = newToken()
    const nowMs = this.#clock.epochMs()
    const tables = tx.tables<SignInTables>()
    await tables.deleteFrom('sign_in_token').where('expires_at', '<', new Date(nowMs)).execute()
    const row = { token_hash: hashOf(token), purpose, login_id: loginId, data: JSON.stringify(data) }
    await tables
      .insertInto('sign_in_token')
      .values({ ...row, expires_at: new Date(nowMs + LIFETIME_MS[purpose]) })
      .execute()
    return token
  }

  /** What the token stands for, which it does no longer then; undefined for one that is unknown, used or expired. */
  async take(tx: Tx, purpose: Purpose, token: string): Promise<TokenFacts | undefined> {
    const row = await tx
      .tables<SignInTables>()
      .deleteFrom('sign_in_token')
      .where('token_hash', '=', hashOf(token))
      .where('purpose', '=', purpose)
      .where('expires_at', '>', new Date(this.#clock.epochMs()))
      .returning(['login_id', 'data'])
      .executeTakeFirst()
    return row && { loginId: row.login_id, data: row.data }
  }

  /** The same, for a step that may be tried again. */
  async look(tx: Tx, purpose: Purpose, token: string): Promise<TokenFacts | undefined> {
    const row = await tx
      .tables<SignInTables>()
      .selectFrom('sign_in_token')
      .select(['login_id', 'data'])
      .where('token_hash', '=', hashOf(token))
      .where('purpose', '=', purpose)
      .where('expires_at', '>', new Date(this.#clock.epochMs()))
      .executeTakeFirst()
    return row && { loginId: row.login_id, data: row.data }
  }

  /** All that the login was given for this purpose: a new password makes older links worthless. */
  async withdraw(tx: Tx, loginId: string, purposes: readonly Purpose[]): Promise<void> {
    await tx.tables<SignInTables>().deleteFrom('sign_in_token').where('login_id', '=', loginId).where('purpose', 'in', purposes).execute()
  }
}
