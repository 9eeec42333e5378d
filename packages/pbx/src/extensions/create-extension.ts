import { findTenant, NoSuchTenant, type Tenant } from '@klinke/accounts'
import type { Random } from '@klinke/foundation'
import type { Tx } from '@klinke/platform'
import { computeHa1, generateSipAccount, type SipAccount } from './sip-account.ts'
import {
  assertRoom,
  type ExtensionFields,
  findExtension,
  insertExtension,
  insertExtensions,
  replaceSipAccount,
  type StoredExtension,
} from './store.ts'

/** An extension with its account, while the password is known. */
export interface ExtensionWithPassword {
  readonly extension: StoredExtension
  readonly account: SipAccount
}

/** Creates many at once, in the order given. Throws as `createExtension` does; then none is created. */
export async function createExtensions(
  tx: Tx,
  tenantId: string,
  all: readonly ExtensionFields[],
  random: Random,
): Promise<readonly ExtensionWithPassword[]> {
  const { sipDomain, profile } = await tenantOf(tx, tenantId)
  await assertRoom(tx, tenantId, all.length, profile.maxExtensions)
  const accounts = all.map(({ number }) => generateSipAccount(number, random))
  const rows = all.map((fields, index) => {
    const account = accounts[index] ?? generateSipAccount(fields.number, random)
    return { ...fields, tenantId, sipUsername: account.username, ha1: computeHa1(account, sipDomain) }
  })
  const stored = await insertExtensions(tx, rows)
  return stored.flatMap((extension, index) => {
    const account = accounts[index]
    return account === undefined ? [] : [{ extension, account }]
  })
}

/** Creates an extension with a new SIP account. Throws `ExtensionTaken`, `ExtensionLimit`, `NotOwnNumber` or `NoSuchTenant`. */
export async function createExtension(tx: Tx, tenantId: string, fields: ExtensionFields, random: Random): Promise<ExtensionWithPassword> {
  const account = generateSipAccount(fields.number, random)
  const { sipDomain, profile } = await tenantOf(tx, tenantId)
  await assertRoom(tx, tenantId, 1, profile.maxExtensions)
  const ha1 = computeHa1(account, sipDomain)
  return { account, extension: await insertExtension(tx, { ...fields, tenantId, sipUsername: account.username, ha1 }) }
}

/** Gives the extension a new SIP account; undefined when there is no such extension. */
export async function regenerateSipAccount(tx: Tx, id: string, random: Random): Promise<ExtensionWithPassword | undefined> {
  const before = await findExtension(tx, id)
  if (!before) return undefined
  const account = generateSipAccount(before.number, random)
  const ha1 = computeHa1(account, (await tenantOf(tx, before.tenantId)).sipDomain)
  const extension = await replaceSipAccount(tx, id, account.username, ha1)
  return extension && { extension, account }
}

async function tenantOf(tx: Tx, tenantId: string): Promise<Tenant> {
  const tenant = await findTenant(tx, tenantId)
  if (!tenant) throw new NoSuchTenant(tenantId)
  return tenant
}
