import type { Selectable } from 'kysely'
import type { Tx } from '../database/tx.ts'
import { EmailTaken, insertLogin, normalEmail } from '../sign-in/login.ts'
import type { LoginTable, SignInTables } from '../sign-in/tables.ts'
import { SingleSignOnRefused } from './errors.ts'
import type { SingleSignOn } from './store.ts'
import { linkSubject, loginOfSubject } from './subjects.ts'

const MAX_NAME = 100

/**
 * The login that a provider's claims speak of: by `sub` once it is linked, before by the mail address. A provider speaks for people of its own tenant whose
 * address lies in its domains; never for the operator, a reseller or another tenant. Throws `SingleSignOnRefused`.
 */
export async function loginOfClaims(tx: Tx, provider: SingleSignOn, claims: Readonly<Record<string, unknown>>): Promise<string> {
  const { sub } = claims
  if (typeof sub !== 'string') throw new SingleSignOnRefused()
  const linked = await loginOfSubject(tx, provider, sub)
  if (linked !== undefined) return known(tx, provider, linked)
  const loginId = await loginOfAddress(tx, provider, claims)
  // Whoever has got the address of somebody else at the provider does not get the login with it.
  await linkSubject(tx, provider, sub, loginId)
  return loginId
}

const COLUMNS = ['id', 'email', 'tenant_id', 'kind', 'disabled_at'] as const

/** Whatever address the provider gives the person now: the login's own must lie in its domains. */
async function known(tx: Tx, provider: SingleSignOn, loginId: string): Promise<string> {
  const login = await tx.tables<SignInTables>().selectFrom('login').select(COLUMNS).where('id', '=', loginId).executeTakeFirst()
  if (login === undefined || !mayEnter(login, provider) || !provider.domains.includes(domainOf(login.email)))
    throw new SingleSignOnRefused()
  return login.id
}

async function loginOfAddress(tx: Tx, provider: SingleSignOn, claims: Readonly<Record<string, unknown>>): Promise<string> {
  const email = addressIn(claims, provider)
  const login = await tx.tables<SignInTables>().selectFrom('login').select(COLUMNS).where('email', '=', email).executeTakeFirst()
  if (login === undefined) return newcomer(tx, provider, email, claims)
  if (!mayEnter(login, provider)) throw new SingleSignOnRefused()
  return login.id
}

type Found = Pick<Selectable<LoginTable>, (typeof COLUMNS)[number]>

function mayEnter(login: Found, provider: SingleSignOn): boolean {
  return login.tenant_id === provider.tenant_id && (login.kind === 'tenant' || login.kind === 'user') && login.disabled_at === null
}

function addressIn(claims: Readonly<Record<string, unknown>>, { login_claim: claim, domains }: SingleSignOn): string {
  const value = claims[claim]
  // Of its other names for people a provider never says whether they are verified: they are its own.
  const unverified = claim === 'email' && claims.email_verified !== true
  if (typeof value !== 'string' || unverified) throw new SingleSignOnRefused()
  const email = normalEmail(value)
  if (!domains.includes(domainOf(email))) throw new SingleSignOnRefused()
  return email
}

/** What is behind the last @; empty when there is none. */
export function domainOf(email: string): string {
  const [, domain = ''] = /^[^@\s]+@([^@\s]+)$/.exec(email) ?? []
  return domain.toLowerCase()
}

async function newcomer(tx: Tx, provider: SingleSignOn, email: string, { name }: Readonly<Record<string, unknown>>): Promise<string> {
  const { newcomer_rights: rights, tenant_id: tenantId } = provider
  if (rights === null) throw new SingleSignOnRefused()
  const shown = typeof name === 'string' && name.trim() !== '' ? name.trim().slice(0, MAX_NAME) : email
  try {
    return (await insertLogin(tx, { email, name: shown, language: 'de', principal: { kind: 'tenant', tenantId, rights } })).id
  } catch (error) {
    throw error instanceof EmailTaken ? new SingleSignOnRefused() : error
  }
}
