import type { Answer } from '../../api/operation.ts'
import type { Rights } from '../../shared/rights/rights.ts'

export type Login = Answer<'GET /logins/{loginId}'>
export type LoginState = 'disabled' | 'invited' | 'never' | 'active'

/** How it stands with a login, in one word. */
export function stateOf({ disabled, invitedUntil, lastSignedInAt }: Login): LoginState {
  if (disabled) return 'disabled'
  if (lastSignedInAt !== null) return 'active'
  return invitedUntil === null ? 'never' : 'invited'
}

/** What a form says of a login. */
export interface LoginValues {
  readonly name: string
  readonly email: string
  readonly language: Login['language']
  readonly rights: Rights
}

export function valuesOf({ name, email, language, rights }: Login): LoginValues {
  return { name, email, language, rights }
}

export const LOGIN_PROBLEM_FIELDS = { 'email-taken': 'email', 'rights-exceeded': 'rights', 'own-login': 'rights' }
