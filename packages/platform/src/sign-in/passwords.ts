import type { Tx } from '../database/tx.ts'
import type { PasswordHasher } from './password-hash.ts'
import { assertGoodPassword } from './password-policy.ts'
import type { SignInTables } from './tables.ts'

/** What setting a password needs to know of its owner. */
export async function passwordOwner(tx: Tx, loginId: string) {
  return tx
    .tables<SignInTables>()
    .selectFrom('login')
    .select(['id', 'email', 'name', 'language', 'password_hash', 'disabled_at', 'totp_confirmed_at'])
    .where('id', '=', loginId)
    .executeTakeFirst()
}

export type PasswordOwner = NonNullable<Awaited<ReturnType<typeof passwordOwner>>>

/** Throws `InvalidRequest` when the policy does not allow the password. `initial`: its owner has to change it at the first sign-in. */
export async function storePassword(
  tx: Tx,
  hasher: PasswordHasher,
  owner: Pick<PasswordOwner, 'id' | 'email' | 'name'>,
  password: string,
  initial = false,
): Promise<void> {
  assertGoodPassword(password, [owner.name, owner.email])
  const set = { password_hash: await hasher.hash(password), must_change_password: initial }
  await tx.tables<SignInTables>().updateTable('login').set(set).where('id', '=', owner.id).execute()
}
