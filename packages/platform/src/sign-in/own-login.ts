import type { Tx } from '../database/tx.ts'
import type { SignInTables } from './tables.ts'

/** A login as its owner sees it. Throws when it is gone, which ends its sessions, too. */
export async function ownLogin(tx: Tx, loginId: string) {
  const tables = tx.tables<SignInTables>()
  const row = await tables
    .selectFrom('login')
    .select(['id', 'email', 'name', 'language', 'must_change_password', 'totp_confirmed_at'])
    .select(({ selectFrom }) => [
      selectFrom('passkey')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .where('login_id', '=', loginId)
        .as('passkeys'),
      selectFrom('recovery_code')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .where('login_id', '=', loginId)
        .as('codes'),
    ])
    .where('id', '=', loginId)
    .executeTakeFirstOrThrow()
  const { id, email, name, language, passkeys, codes } = row
  const counts = { passkeys: passkeys ?? 0, recoveryCodes: codes ?? 0 }
  return { id, email, name, language, mustChangePassword: row.must_change_password, totp: row.totp_confirmed_at !== null, ...counts }
}
