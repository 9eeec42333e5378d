import { noteDeed } from '../audit/audit-store.ts'
import type { Tx } from '../database/tx.ts'
import { LOGIN_COLUMNS } from './login.ts'
import type { SignInTables } from './tables.ts'

/** What the audit log tells of signing in. */
export type SignInDeed = 'signed-in' | 'sign-in-failed' | 'password-reset-asked' | 'password-set'

export async function noteSignIn(tx: Tx, loginId: string, action: SignInDeed, address: string): Promise<void> {
  const login = await tx
    .tables<SignInTables>()
    .selectFrom('login')
    .select(LOGIN_COLUMNS)
    .where('id', '=', loginId)
    .executeTakeFirstOrThrow()
  const actor = { kind: login.kind, id: login.id, name: login.name, address }
  await noteDeed(tx, { tenantId: login.tenant_id, actor, action, subject: 'login', subjectId: login.id })
}
