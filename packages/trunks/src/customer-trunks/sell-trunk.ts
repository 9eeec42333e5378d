import { assertSites, assertValidSites, findTenant, holdNumbers, NoSuchTenant, type Tenant } from '@klinke/accounts'
import type { Random } from '@klinke/foundation'
import type { Tx } from '@klinke/platform'
import type { NewLogin } from './account.ts'
import type { TrunkAccess, TrunkPlace } from './customer-trunk.ts'
import { loginsFor } from './logins.ts'
import { TRUNK_PRODUCTS } from './products.ts'
import { assertHeadNumber, leadToTrunk, rangesNamed, rangesOf } from './ranges.ts'
import { MAX_TRUNKS, type NewTrunk, TooManyTrunks, type TrunkEdit } from './rules.ts'
import { brokenRule, type TrunkRange, type TrunkTerms } from './sellable.ts'
import { findTrunk, insertTrunk, listTrunks, replaceTrunk, type StoredTrunk } from './store.ts'

/** A trunk with its numbers, and accounts whose passwords are known now and never again. */
export interface TrunkWithAccounts {
  readonly trunk: StoredTrunk
  readonly ranges: readonly TrunkRange[]
  readonly fresh: readonly NewLogin[]
  readonly domain: string
}

/** Sells a trunk: its terms are checked, its accounts drawn, its numbers led to it. Throws `TrunkRuleBroken`, and as the store does. */
export async function sellTrunk(tx: Tx, tenantId: string, wanted: NewTrunk, random: Random): Promise<TrunkWithAccounts> {
  const tenant = await tenantOf(tx, tenantId)
  if ((await listTrunks(tx)).filter((trunk) => trunk.tenantId === tenantId).length >= MAX_TRUNKS) throw new TooManyTrunks()
  const ranges = await rangesNamed(tx, tenantId, wanted.ranges, undefined)
  const terms = { ...termsWanted(wanted), ranges }
  const broken = brokenRule(terms, tenant.profile)
  if (broken !== undefined) throw broken
  const { name, numberFormat, srtp, headNumber, siteId } = wanted
  assertHeadNumber(headNumber, ranges)
  await assertStands(tx, tenant, siteId)
  await holdNumbers(tx, tenantId, [headNumber])
  const { logins, fresh } = loginsFor(terms, [], tenant.sipDomain, random)
  const { product, channels, signalling, transport } = terms
  const access: TrunkAccess = terms.access.kind === 'registration' ? { kind: 'registration', logins } : terms.access
  const trunk = await insertTrunk(tx, {
    ...{ tenantId, name, product, channels, access, numberFormat, signalling, transport, srtp },
    ...{ headNumber: headNumber ?? undefined, siteId: siteId ?? undefined, isActive: true },
  })
  for (const range of ranges) await leadToTrunk(tx, tenantId, range, trunk.id)
  return { trunk, ranges, fresh, domain: tenant.sipDomain }
}

function termsWanted({ product, channels, access, places, signalling, transport }: NewTrunk): Omit<TrunkTerms, 'ranges'> {
  const { access: ways, signalling: profiles } = TRUNK_PRODUCTS[product]
  const profile = signalling ?? profiles[0] ?? 'sip-ddi'
  const kind = access ?? ways[0] ?? 'registration'
  return {
    ...{ product, channels, signalling: profile, transport: transport ?? (profile === 'microsoft' ? 'TLS' : 'UDP') },
    access: kind === 'registration' ? { kind, logins: [] } : { kind, places: (places ?? []).map(placeOf) },
  }
}

function placeOf({ host, port }: { readonly host: string; readonly port: number | null }): TrunkPlace {
  return { host: host.toLowerCase(), port: port ?? undefined }
}

/** Changes what needs no operation of its own. Throws `TrunkRuleBroken`, and as the store does. */
export async function editTrunk(tx: Tx, before: StoredTrunk, ranges: readonly TrunkRange[], edit: TrunkEdit): Promise<StoredTrunk> {
  const tenant = await tenantOf(tx, before.tenantId)
  const { headNumber, siteId, active } = edit
  assertHeadNumber(headNumber, ranges)
  if (siteId !== undefined && siteId !== (before.siteId ?? null)) await assertStands(tx, tenant, siteId)
  if (headNumber !== undefined) await holdNumbers(tx, before.tenantId, [headNumber])
  const after: StoredTrunk = {
    ...before,
    name: edit.name ?? before.name,
    channels: edit.channels ?? before.channels,
    numberFormat: edit.numberFormat ?? before.numberFormat,
    signalling: edit.signalling ?? before.signalling,
    transport: edit.transport ?? before.transport,
    srtp: edit.srtp ?? before.srtp,
    headNumber: headNumber === undefined ? before.headNumber : (headNumber ?? undefined),
    siteId: siteId === undefined ? before.siteId : (siteId ?? undefined),
    isActive: active ?? before.isActive,
  }
  // A contract that has become stricter since forbids no other change.
  const termsChange = edit.channels !== undefined || edit.signalling !== undefined || edit.transport !== undefined
  const broken = termsChange ? brokenRule({ ...after, ranges }, tenant.profile) : undefined
  if (broken !== undefined) throw broken
  return replaceTrunk(tx, after)
}

/** Whether the trunk may have the numbers that lead to it, whoever has led them there. Throws `TrunkRuleBroken`. */
export async function assertTrunkTakes(tx: Tx, trunkId: string): Promise<void> {
  const trunk = await findTrunk(tx, trunkId)
  if (trunk === undefined) return
  const broken = brokenRule({ ...trunk, ranges: await rangesOf(tx, trunkId) }, (await tenantOf(tx, trunk.tenantId)).profile)
  if (broken !== undefined) throw broken
}

export async function tenantOf(tx: Tx, tenantId: string): Promise<Tenant> {
  const tenant = await findTenant(tx, tenantId)
  if (tenant === undefined) throw new NoSuchTenant(tenantId)
  return tenant
}

/** Whoever calls for help from there must be found, where the product wants it (EMG-01). */
function assertStands(tx: Tx, { id, profile }: Tenant, siteId: string | null): Promise<void> {
  return (profile.requireValidSite === true ? assertValidSites : assertSites)(tx, id, [siteId])
}
