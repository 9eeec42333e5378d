import type { Tx } from '@klinke/platform'
import { ortsnetzOf } from '../sites/emergency-line.ts'
import { listProofs } from '../sites/proofs.ts'
import { NoSuchSite, WrongOrtsnetz } from '../sites/rules.ts'
import { type StoredSite, sitesOf } from '../sites/store.ts'
import type { TenantProfile } from '../snapshot.ts'
import { findTenant } from '../tenants/store.ts'
import { hasBlock } from './range-store.ts'
import { assertAligned, NewSingle, NoSuchTenant, ProofMissing, TemporaryForNothing } from './rules.ts'
import { type AssignedNumber, assignNumbers, findNumber, type NewRange } from './store.ts'

/** Where the site will be once it has moved: what is reserved for it is of there, and proven since then. */
export interface FuturePlace {
  readonly areaCode: string
  readonly provenSince: Date
}

/**
 * Assigns a number or a block by the rules of the numbering plan and of the tenant's product (NUM-02, NUM-03). `future`: for a site that will have moved. Throws `WrongOrtsnetz`, `ProofMissing`,
 * `NewSingle`, `TemporaryForNothing`, `NoSuchSite` or as `assignNumbers` does.
 */
export async function assignByRules(tx: Tx, range: NewRange, future?: FuturePlace): Promise<readonly AssignedNumber[]> {
  const { tenantId, first, size, temporaryFor } = range
  assertAligned(first, size)
  const tenant = await findTenant(tx, tenantId)
  if (tenant === undefined) throw new NoSuchTenant(tenantId)
  const ported = range.ported === true || range.state === 'porting-in'
  await assertPlace(tx, range, tenant.profile, future)
  await assertSize(tx, { ...range, ported }, tenant.profile)
  if (temporaryFor !== undefined && temporaryFor !== null && (await findNumber(tx, temporaryFor))?.tenantId !== tenantId)
    throw new TemporaryForNothing(temporaryFor)
  return assignNumbers(tx, { ...range, ported })
}

/** A geographic number is of the Ortsnetz of the site, and where the product wants it, the site is proven (NUM-02). */
async function assertPlace(
  tx: Tx,
  { tenantId, first, siteId = null }: NewRange,
  { requireProofOfLocation = false }: TenantProfile,
  future: FuturePlace | undefined,
): Promise<void> {
  const sites = await sitesOf(tx, tenantId)
  const site: StoredSite | undefined = sites.find(({ id, isMain }) => (siteId === null ? isMain : id === siteId))
  if (siteId !== null && site === undefined) throw new NoSuchSite(siteId)
  const ortsnetz = ortsnetzOf(first)
  if (ortsnetz === undefined) return
  const areaCode = future?.areaCode ?? site?.areaCode
  if (site !== undefined && areaCode !== undefined && areaCode !== ortsnetz) throw new WrongOrtsnetz(first, site.name, areaCode)
  if (!requireProofOfLocation) return
  const proofs = site === undefined ? [] : await listProofs(tx, site.id)
  if (!proofs.some(({ uploadedAt }) => future === undefined || uploadedAt >= future.provenSince)) throw new ProofMissing(first, site?.name)
}

/** New numbers come in blocks; singles are ported, or where the product allows it stand beside a block (NUM-03). */
async function assertSize(tx: Tx, { tenantId, first, size, ported }: NewRange, { newNumbers = 'any' }: TenantProfile): Promise<void> {
  if (size > 1 || ported === true || newNumbers === 'any' || ortsnetzOf(first) === undefined) return
  if (newNumbers === 'singles-beside-blocks' && (await hasBlock(tx, tenantId))) return
  throw new NewSingle(first, newNumbers)
}
