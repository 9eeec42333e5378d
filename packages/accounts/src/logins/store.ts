import {
  byColumn,
  byName,
  EmailTaken,
  isBehind,
  LOGIN_COLUMNS,
  type Login,
  loginOf,
  matching,
  type Place,
  type Rights,
  type SignInTables,
  type SortedBy,
  type Sorting,
  type Tx,
  violatedConstraint,
} from '@klinke/platform'
import { sql } from 'kysely'

export interface LoginFilter {
  readonly extensionId?: string | undefined
  readonly kind?: Login['principal']['kind'] | undefined
  /** As `searchQuery` says. */
  readonly q?: string | undefined
}

/** What logins are listed by. */
export const LOGIN_SORTS = ['createdAt', 'name', 'email'] as const
export type LoginSort = (typeof LOGIN_SORTS)[number]

/** Ids are in order of creation. */
const SORTED: Readonly<Record<LoginSort, SortedBy>> = { createdAt: byColumn('id'), name: byName('name'), email: byColumn('email') }

/** Where a login stands in a list sorted so. */
export function placeOfLogin({ id, name, email }: Login, key: LoginSort): Place {
  return { id, value: key === 'createdAt' ? id : key === 'name' ? name : email }
}

export async function listLogins(
  tx: Tx,
  { extensionId, kind, q }: LoginFilter,
  sorting: Sorting<LoginSort>,
  limit: number,
): Promise<readonly Login[]> {
  const [by, direction] = [SORTED[sorting.key], sorting.descending ? 'desc' : 'asc'] as const
  let query = tx.tables<SignInTables>().selectFrom('login').select(LOGIN_COLUMNS).orderBy(by.column, direction).orderBy('id', direction)
  query = query.where(isBehind(by, sorting)).limit(limit)
  if (extensionId !== undefined) query = query.where('extension_id', '=', extensionId)
  if (kind !== undefined) query = query.where('kind', '=', kind)
  if (q) query = query.where(matching(q, sql`name`, sql`email`))
  return (await query.execute()).map(loginOf)
}

/** `to change`: until the end of the transaction nobody else changes it, so that it keeps the rights that were looked at. */
export async function findLogin(tx: Tx, id: string, purpose?: 'to change'): Promise<Login | undefined> {
  const query = tx.tables<SignInTables>().selectFrom('login').select(LOGIN_COLUMNS).where('id', '=', id)
  const row = await (purpose === undefined ? query : query.forNoKeyUpdate()).executeTakeFirst()
  return row && loginOf(row)
}

export interface LoginChange {
  readonly email?: string | undefined
  readonly name?: string | undefined
  readonly language?: 'de' | 'en' | undefined
  readonly rights?: Rights | null | undefined
  readonly disabled?: boolean | undefined
}

/** The changed login; undefined when there is none. Throws `EmailTaken`. */
export async function updateLogin(tx: Tx, id: string, change: LoginChange): Promise<Login | undefined> {
  const { email, name, language, rights, disabled } = change
  const set = {
    ...(email === undefined ? {} : { email }),
    ...(name === undefined ? {} : { name }),
    ...(language === undefined ? {} : { language }),
    ...(rights === undefined ? {} : { rights: rights === null ? null : JSON.stringify(rights) }),
    ...(disabled === undefined ? {} : { disabled_at: disabled ? new Date() : null }),
  }
  if (Object.keys(set).length === 0) return findLogin(tx, id)
  try {
    const row = await tx
      .tables<SignInTables>()
      .updateTable('login')
      .set(set)
      .where('id', '=', id)
      .returning(LOGIN_COLUMNS)
      .executeTakeFirst()
    return row && loginOf(row)
  } catch (error) {
    throw violatedConstraint(error) === 'login_email' ? new EmailTaken(email ?? '') : error
  }
}

/** Deletes the login; its sessions end. */
export async function deleteLogin(tx: Tx, id: string): Promise<void> {
  await tx.tables<SignInTables>().deleteFrom('login').where('id', '=', id).execute()
}
