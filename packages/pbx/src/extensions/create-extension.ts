import {
  assertSites,
  assertValidSites,
  findTenant,
  holdNumbers,
  mayUse,
  NoSuchTenant,
  NotInPackage,
  type PackageFeature,
  packageFor,
  type SiteUsers,
  type Tenant,
} from '@klinke/accounts'
import type { Random } from '@klinke/foundation'
import type { Tx } from '@klinke/platform'
import { computeHa1, generateSipAccount, type SipAccount } from './sip-account.ts'
import {
  assertRoom,
  type ExtensionFields,
  findExtension,
  insertExtension,
  insertExtensions,
  listExtensionsAt,
  replaceSipAccount,
  type StoredExtension,
  updateExtension,
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
  await assertStands(tx, tenantId, profile, new Set(all.map(({ siteId = null }) => siteId)))
  const accounts = all.map(({ number }) => generateSipAccount(number, random))
  const rows = all.map((fields, index) => {
    const account = accounts[index] ?? generateSipAccount(fields.number, random)
    const userPackage = packageFor(profile, fields.userPackage)
    return { ...fields, userPackage, tenantId, sipUsername: account.username, ha1: computeHa1(account, sipDomain) }
  })
  await holdNumbers(
    tx,
    tenantId,
    all.map(({ outgoingNumber }) => outgoingNumber),
  )
  const stored = await insertExtensions(tx, rows)
  return stored.flatMap((extension, index) => {
    const account = accounts[index]
    return account === undefined ? [] : [{ extension, account }]
  })
}

/** Creates an extension with a new SIP account. Throws `ExtensionTaken`, `ExtensionLimit`, `NotOwnNumber`, `NoSuchUserPackage` or `NoSuchTenant`. */
export async function createExtension(tx: Tx, tenantId: string, fields: ExtensionFields, random: Random): Promise<ExtensionWithPassword> {
  const account = generateSipAccount(fields.number, random)
  const { sipDomain, profile } = await tenantOf(tx, tenantId)
  await assertRoom(tx, tenantId, 1, profile.maxExtensions)
  await assertStands(tx, tenantId, profile, [fields.siteId ?? null])
  const ha1 = computeHa1(account, sipDomain)
  await holdNumbers(tx, tenantId, [fields.outgoingNumber])
  const userPackage = packageFor(profile, fields.userPackage)
  return { account, extension: await insertExtension(tx, { ...fields, userPackage, tenantId, sipUsername: account.username, ha1 }) }
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

/** Where the product wants it, help must find whoever stands there. Throws `SiteNotValid` or `NoSuchSite`. */
async function assertStands(
  tx: Tx,
  tenantId: string,
  { requireValidSite = false }: Tenant['profile'],
  siteIds: Iterable<string | null>,
): Promise<void> {
  await (requireValidSite ? assertValidSites : assertSites)(tx, tenantId, siteIds)
}

/** Changes an extension. Throws as `updateExtension` does, and as above for another site or package; undefined when there is no such extension. */
export async function changeExtension(tx: Tx, id: string, change: Partial<ExtensionFields>): Promise<StoredExtension | undefined> {
  const { siteId, outgoingNumber, userPackage: wanted } = change
  const isFree = [siteId, outgoingNumber, wanted].every((field) => field === undefined)
  const before = isFree ? undefined : await findExtension(tx, id)
  if (before === undefined) return updateExtension(tx, id, change)
  await holdNumbers(tx, before.tenantId, [outgoingNumber])
  const { profile } = await tenantOf(tx, before.tenantId)
  if (siteId !== undefined && siteId !== before.siteId) await assertStands(tx, before.tenantId, profile, [siteId])
  return updateExtension(tx, id, wanted === undefined ? change : { ...change, userPackage: packageFor(profile, wanted) })
}

/** Throws `NotInPackage` where the package of an extension has no such feature; one that there is not has none to lack. */
export async function assertInPackage(tx: Tx, id: string, feature: PackageFeature): Promise<void> {
  const extension = await findExtension(tx, id)
  if (extension === undefined || extension.userPackage === null) return
  const { number, tenantId, userPackage } = extension
  if (!mayUse((await tenantOf(tx, tenantId)).profile, { userPackage }, feature)) throw new NotInPackage(number, feature)
}

/** Who stands at a site: at the main one also who is said to stand nowhere else. */
export const extensionsAt: SiteUsers = async (tx, site) =>
  (await listExtensionsAt(tx, site)).map(({ id, number, name }) => ({ kind: 'extension', id, name: `${number} ${name}` }))

async function tenantOf(tx: Tx, tenantId: string): Promise<Tenant> {
  const tenant = await findTenant(tx, tenantId)
  if (!tenant) throw new NoSuchTenant(tenantId)
  return tenant
}
