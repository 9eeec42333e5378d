import type { ColumnType, Generated } from 'kysely'
import type { Rights } from '../http/rights.ts'
import type { Language } from '../i18n/language.ts'

export type LoginKind = 'operator' | 'reseller' | 'tenant' | 'user'

/** JSON is given as text and comes back as what it says. */
export type Json<T> = ColumnType<T, string, string>

export interface LoginTable {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly kind: LoginKind
  readonly reseller_id: string | null
  readonly tenant_id: string | null
  readonly extension_id: string | null
  readonly rights: ColumnType<Rights | null, string | null, string | null>
  readonly language: Language
  readonly password_hash: Generated<string | null>
  readonly must_change_password: Generated<boolean>
  readonly totp_sealed: Generated<string | null>
  readonly totp_confirmed_at: Generated<Date | null>
  readonly totp_last_step: Generated<number | null>
  readonly disabled_at: Generated<Date | null>
  readonly last_signed_in_at: Generated<Date | null>
  readonly created_at: Generated<Date>
}

export interface SignInTables {
  readonly login: LoginTable
  readonly login_session: {
    readonly id: string
    readonly login_id: string
    readonly token_hash: Buffer
    readonly method: string
    readonly address: string
    readonly user_agent: string | null
    readonly created_at: Date
    readonly last_seen_at: Date
    readonly expires_at: Date
    readonly proved_at: Date | null
  }
  readonly sign_in_token: {
    readonly token_hash: Buffer
    readonly purpose: string
    readonly login_id: string | null
    readonly data: Json<unknown>
    readonly expires_at: Date
  }
  readonly known_device: { readonly token_hash: Buffer; readonly login_id: string; readonly last_used_at: Date }
  readonly recovery_code: { readonly login_id: string; readonly code_hash: Buffer }
  readonly passkey: {
    readonly id: string
    readonly login_id: string
    readonly name: string
    readonly credential_id: string
    readonly public_key: Buffer
    readonly counter: number
    readonly transports: Json<readonly string[]>
    readonly created_at: Generated<Date>
    readonly last_used_at: Generated<Date | null>
  }
}
