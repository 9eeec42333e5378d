import { randomUUIDv7 } from 'node:crypto'
import { KlinkeError } from '@klinke/foundation'
import type { Selectable } from 'kysely'
import type { Principal, Tx } from '../database/tx.ts'
import { violatedConstraint } from '../database/violated-constraint.ts'
import type { Language } from '../i18n/language.ts'
import type { LoginTable, SignInTables } from './tables.ts'

/** Somebody who signs in, without what proves it. */
export interface Login {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly language: Language
  readonly principal: Principal
  readonly disabled: boolean
  readonly lastSignedInAt: Date | null
  readonly createdAt: Date
}

export interface NewLogin {
  readonly email: string
  readonly name: string
  readonly language: Language
  readonly principal: Principal
}

/** The columns that the application may read; what proves a person is not among them. */
export const LOGIN_COLUMNS = [
  ...(['id', 'email', 'name', 'kind', 'reseller_id', 'tenant_id', 'extension_id', 'rights', 'language'] as const),
  ...(['disabled_at', 'last_signed_in_at', 'created_at'] as const),
] as const
export type LoginRow = Pick<Selectable<LoginTable>, (typeof LOGIN_COLUMNS)[number]>

export function loginOf(row: LoginRow): Login {
  const { id, email, name, language } = row
  const times = { lastSignedInAt: row.last_signed_in_at, createdAt: row.created_at }
  return { id, email, name, language, principal: principalOfLogin(row), disabled: row.disabled_at !== null, ...times }
}

/** On whose behalf the login works. Which ids there are, the database's constraint `login_belongs` says. */
export function principalOfLogin(row: Pick<LoginRow, 'kind' | 'reseller_id' | 'tenant_id' | 'extension_id' | 'rights'>): Principal {
  const rights = row.rights === null ? {} : { rights: row.rights }
  const [resellerId, tenantId, extensionId] = [row.reseller_id ?? '', row.tenant_id ?? '', row.extension_id ?? '']
  switch (row.kind) {
    case 'operator':
      return { kind: 'operator', ...rights }
    case 'reseller':
      return { kind: 'reseller', resellerId, ...rights }
    case 'tenant':
      return { kind: 'tenant', tenantId, ...rights }
    case 'user':
      return { kind: 'user', tenantId, extensionId }
  }
}

/** How a principal is stored: the other way round. */
export function columnsOf(principal: Principal) {
  return {
    kind: principal.kind,
    reseller_id: principal.kind === 'reseller' ? principal.resellerId : null,
    tenant_id: principal.kind === 'tenant' || principal.kind === 'user' ? principal.tenantId : null,
    extension_id: principal.kind === 'user' ? principal.extensionId : null,
    rights: principal.kind === 'user' || principal.rights === undefined ? null : JSON.stringify(principal.rights),
  }
}

/** A login that nobody can use yet: a password, an invitation or single sign-on comes next. Throws `EmailTaken`. */
export async function insertLogin(tx: Tx, login: NewLogin): Promise<Login> {
  const { email, name, language, principal } = login
  try {
    const row = await tx
      .tables<SignInTables>()
      .insertInto('login')
      .values({ id: randomUUIDv7(), email: normalEmail(email), name, language, ...columnsOf(principal) })
      .returning(LOGIN_COLUMNS)
      .executeTakeFirstOrThrow()
    return loginOf(row)
  } catch (error) {
    throw violatedConstraint(error) === 'login_email' ? new EmailTaken(email) : error
  }
}

/** Deletes the logins with these addresses; their sessions end. */
export async function deleteLogins(tx: Tx, emails: readonly string[]): Promise<void> {
  if (emails.length > 0) await tx.tables<SignInTables>().deleteFrom('login').where('email', 'in', emails).execute()
}

/** Mail addresses differ by case in theory only. */
export function normalEmail(email: string): string {
  return email.trim().toLowerCase()
}

export class EmailTaken extends KlinkeError {
  constructor(email: string) {
    super('email-taken', `${email} cannot be used for a login. Use another address.`)
  }
}
