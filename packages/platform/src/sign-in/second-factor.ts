import { createHash, randomBytes } from 'node:crypto'
import type { Tx } from '../database/tx.ts'
import type { SecretBox } from '../secrets/secret-box.ts'
import type { SignInTables } from './tables.ts'
import { stepOfCode } from './totp.ts'

const RECOVERY_CODES = 10
/** 80 bits each: nothing to guess, so a quick hash does. */
const RECOVERY_BYTES = 10

const placeOf = (loginId: string): string => `login/totp/${loginId}`

/** Keeps a secret that is not confirmed yet. */
export async function storeTotp(tx: Tx, secrets: SecretBox, loginId: string, secret: string): Promise<void> {
  const set = { totp_sealed: secrets.seal(secret, placeOf(loginId)), totp_confirmed_at: null, totp_last_step: null }
  await tx.tables<SignInTables>().updateTable('login').set(set).where('id', '=', loginId).execute()
}

/** True when the code is right and was not taken before. `confirmed`: only of an enrolment that is complete. */
export async function takeTotp(
  tx: Tx,
  secrets: SecretBox,
  loginId: string,
  code: string,
  nowMs: number,
  confirmed: boolean,
): Promise<boolean> {
  const tables = tx.tables<SignInTables>()
  const login = await tables.selectFrom('login').select(['totp_sealed', 'totp_confirmed_at']).where('id', '=', loginId).executeTakeFirst()
  if (login?.totp_sealed == null || (login.totp_confirmed_at !== null) !== confirmed) return false
  const step = stepOfCode(secrets.unseal(login.totp_sealed, placeOf(loginId)), code, nowMs)
  if (step === undefined) return false
  const result = await tables
    .updateTable('login')
    .set({ totp_last_step: step, ...(confirmed ? {} : { totp_confirmed_at: new Date(nowMs) }) })
    .where('id', '=', loginId)
    .where((row) => row.or([row('totp_last_step', 'is', null), row('totp_last_step', '<', step)]))
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** Ends the second factor by codes. */
export async function removeTotp(tx: Tx, loginId: string): Promise<void> {
  const set = { totp_sealed: null, totp_confirmed_at: null, totp_last_step: null }
  await tx.tables<SignInTables>().updateTable('login').set(set).where('id', '=', loginId).execute()
  await tx.tables<SignInTables>().deleteFrom('recovery_code').where('login_id', '=', loginId).execute()
}

/** New codes for who has lost the app; earlier ones are worthless from now on. */
export async function newRecoveryCodes(tx: Tx, loginId: string): Promise<readonly string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, () => (randomBytes(RECOVERY_BYTES).toString('hex').match(/.{5}/g) ?? []).join('-'))
  const tables = tx.tables<SignInTables>()
  await tables.deleteFrom('recovery_code').where('login_id', '=', loginId).execute()
  await tables
    .insertInto('recovery_code')
    .values(codes.map((code) => ({ login_id: loginId, code_hash: hashOfCode(code) })))
    .execute()
  return codes
}

/** True when the code is one of the login's, which it is no longer then. */
export async function takeRecoveryCode(tx: Tx, loginId: string, code: string): Promise<boolean> {
  const result = await tx
    .tables<SignInTables>()
    .deleteFrom('recovery_code')
    .where('login_id', '=', loginId)
    .where('code_hash', '=', hashOfCode(code))
    .executeTakeFirst()
  return result.numDeletedRows > 0n
}

function hashOfCode(code: string): Buffer {
  return createHash('sha256')
    .update(code.toLowerCase().replaceAll(/[^0-9a-f]/g, ''))
    .digest()
}
