import { findTenant, profileOf, updateTenant } from '@klinke/accounts'
import type { Tx } from '@klinke/platform'
import type { ProfileFile } from '../catalogue/profile-file.ts'
import type { ContractHistory } from './events.ts'
import { markSettingsApplied } from './store.ts'

/** The profile's settings become those of the customer's exchange: once, when the contract begins. What the profile does not name stays. */
export async function applySettings(
  tx: Tx,
  { id, tenantId }: Pick<ContractHistory, 'id' | 'tenantId'>,
  { settings }: Pick<ProfileFile, 'settings'>,
  atMs: number,
): Promise<void> {
  const tenant = await findTenant(tx, tenantId)
  if (tenant !== undefined && settings !== undefined) await updateTenant(tx, tenantId, { profile: profileOf(settings, tenant.profile) })
  await markSettingsApplied(tx, id, new Date(atMs))
}
