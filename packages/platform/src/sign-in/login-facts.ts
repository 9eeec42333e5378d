import { sql } from 'kysely'
import type { Tx } from '../database/tx.ts'
import { removeTotp } from './second-factor.ts'
import { withoutSecondFactor } from './second-factor-policy.ts'
import type { SignInTables } from './tables.ts'

/** What administrators may know of how somebody signs in. */
export interface LoginFacts {
  /** An app for codes, or a passkey. */
  readonly hasSecondFactor: boolean
  /** Until then the invitation can be taken up; null: none is open. */
  readonly invitedUntil: Date | null
}

/** By login id. Only the operator's transaction sees it: the caller has looked which logins are the asker's. */
export async function factsOfLogins(tx: Tx, ids: readonly string[], nowMs: number): Promise<ReadonlyMap<string, LoginFacts>> {
  if (ids.length === 0) return new Map()
  const now = new Date(nowMs)
  const rows = await tx
    .tables<SignInTables>()
    .selectFrom('login')
    .select(['id', withoutSecondFactor.as('lacks')])
    .select(
      sql<Date | null>`(SELECT max(expires_at) FROM klinke.sign_in_token t
        WHERE t.login_id = login.id AND t.purpose = 'invitation' AND t.expires_at > ${now})`.as('invited_until'),
    )
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map(({ id, lacks, invited_until }) => [id, { hasSecondFactor: !lacks, invitedUntil: invited_until }]))
}

/** For who has lost the device: app, recovery codes and passkeys are worthless from now on. The password stays. */
export async function removeSecondFactor(tx: Tx, loginId: string): Promise<void> {
  await removeTotp(tx, loginId)
  await tx.tables<SignInTables>().deleteFrom('passkey').where('login_id', '=', loginId).execute()
}
