import { apiClient } from '../api/client.ts'
import { Problem } from '../api/problem.ts'
import type { Session } from './session.ts'

const KEPT_AS = 'klinke.key'

/** The key that somebody has pasted here; forgotten when the tab is closed. */
export function keptKey(): string | undefined {
  return sessionStorage.getItem(KEPT_AS) ?? undefined
}

export function forgetKey(): void {
  sessionStorage.removeItem(KEPT_AS)
}

/** Signs in with an API key of the operator or of a customer. Throws the server's `Problem` for one that it does not know. */
export async function signInWithKey(key: string, language: string): Promise<Session> {
  const session = await sessionOf(key, language)
  sessionStorage.setItem(KEPT_AS, key)
  return session
}

/** Whom a key belongs to: only the operator's may list customers. */
export async function sessionOf(key: string, language: string): Promise<Session> {
  const api = apiClient({ headers: () => headersWith(key), language: () => language, signedOut: () => undefined })
  try {
    await api('GET /tenants', { query: { limit: 1 } })
    return { who: { kind: 'operator' }, name: '' }
  } catch (problem) {
    if (problem instanceof Problem && problem.status === 403) return { who: { kind: 'tenant', rights: 'all' }, name: '' }
    throw problem
  }
}

export function headersWith(key: string | undefined): Readonly<Record<string, string>> {
  return key === undefined ? {} : { authorization: `Bearer ${key}` }
}
