import { findTenant, profileOf, retentionOf, type TenantProfile, updateTenant } from '@klinke/accounts'
import type { Tx } from '@klinke/platform'
import { sql } from 'kysely'
import type { ProfileFile } from '../catalogue/profile-file.ts'
import type { ContractHistory } from './events.ts'
import { markSettingsApplied } from './store.ts'

/** The profile's settings, and how long it keeps what, become those of the customer's exchange: once, when the contract begins. What the profile does not name stays. */
export async function applySettings(
  tx: Tx,
  { id, tenantId }: Pick<ContractHistory, 'id' | 'tenantId'>,
  { settings, retention }: Pick<ProfileFile, 'settings' | 'retention'>,
  atMs: number,
): Promise<void> {
  const tenant = await findTenant(tx, tenantId)
  if (tenant !== undefined && (settings !== undefined || retention !== undefined)) {
    const profile = withSettings(settings, tenant.profile)
    const kept = retention && { retention: retentionOf(retention, profile.retention) }
    await updateTenant(tx, tenantId, { profile: { ...profile, ...kept } })
  }
  // What is booked is set again on top of them.
  await sql`DELETE FROM booked_limit WHERE tenant_id = ${tenantId}`.execute(tx.tables())
  await markSettingsApplied(tx, id, new Date(atMs))
}

/** What a product says of its customers, over what they have; what kind of customer somebody is no product changes. */
export function withSettings(settings: ProfileFile['settings'], before: TenantProfile): TenantProfile {
  const { customerKind } = before
  return { ...profileOf(settings, before), ...(customerKind && { customerKind }) }
}
