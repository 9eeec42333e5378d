import { findTenant, NoSuchTenant } from '@klinke/accounts'
import type { Random } from '@klinke/foundation'
import type { Tx } from '@klinke/platform'
import { computeHa1, generateSipAccount, type SipAccount } from './sip-account.ts'
import { type ExtensionFields, findExtension, insertExtension, replaceSipAccount, type StoredExtension } from './store.ts'

/** An extension with its account, while the password is known. */
export interface ExtensionWithPassword {
  readonly extension: StoredExtension
  readonly account: SipAccount
}

/** Creates an extension with a new SIP account. Throws `ExtensionTaken`, `NotOwnNumber` or `NoSuchTenant`. */
export async function createExtension(tx: Tx, tenantId: string, fields: ExtensionFields, random: Random): Promise<ExtensionWithPassword> {
  const account = generateSipAccount(fields.number, random)
  const ha1 = computeHa1(account, await realmOf(tx, tenantId))
  return { account, extension: await insertExtension(tx, { ...fields, tenantId, sipUsername: account.username, ha1 }) }
}

/** Gives the extension a new SIP account; undefined when there is no such extension. */
export async function regenerateSipAccount(tx: Tx, id: string, random: Random): Promise<ExtensionWithPassword | undefined> {
  const before = await findExtension(tx, id)
  if (!before) return undefined
  const account = generateSipAccount(before.number, random)
  const ha1 = computeHa1(account, await realmOf(tx, before.tenantId))
  const extension = await replaceSipAccount(tx, id, account.username, ha1)
  return extension && { extension, account }
}

async function realmOf(tx: Tx, tenantId: string): Promise<string> {
  const tenant = await findTenant(tx, tenantId)
  if (!tenant) throw new NoSuchTenant(tenantId)
  return tenant.sipDomain
}
