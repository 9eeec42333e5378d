import type { Clock } from '@klinke/foundation'
import type { Tx } from '../database/tx.ts'
import type { SignInTables } from './tables.ts'
import { hashOf, newToken } from './tokens.ts'

/** Devices remembered per person; the one used longest ago is forgotten. */
const MAX_DEVICES = 20

/** True when this browser has shown before that it is this person's. */
export async function isKnownDevice(tx: Tx, loginId: string | undefined, token: string | undefined): Promise<boolean> {
  const row = await tx
    .tables<SignInTables>()
    .selectFrom('known_device')
    .select('login_id')
    .where('token_hash', '=', hashOf(token ?? ''))
    .executeTakeFirst()
  return row !== undefined && row.login_id === loginId
}

/** Remembers the browser, and gives the token of its cookie: a new one each time. */
export async function rememberDevice(tx: Tx, loginId: string, clock: Clock, earlier: string | undefined): Promise<string> {
  const tables = tx.tables<SignInTables>()
  if (earlier !== undefined)
    await tables.deleteFrom('known_device').where('token_hash', '=', hashOf(earlier)).where('login_id', '=', loginId).execute()
  await tables
    .deleteFrom('known_device')
    .where('token_hash', 'in', (query) =>
      query
        .selectFrom('known_device')
        .select('token_hash')
        .where('login_id', '=', loginId)
        .orderBy('last_used_at', 'desc')
        .offset(MAX_DEVICES - 1),
    )
    .execute()
  const token = newToken()
  const row = { token_hash: hashOf(token), login_id: loginId, last_used_at: new Date(clock.epochMs()) }
  await tables.insertInto('known_device').values(row).execute()
  return token
}
