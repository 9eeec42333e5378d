import type { CallRateProfile, TenantSnapshot } from '@klinke/accounts'
import type { AdmittedTrunk } from '../../admission/call-admission.ts'
import type { CustomerTrunk } from '../customer-trunk.ts'

/** Where the customer's profile says nothing else. */
const BY_CHANNELS: CallRateProfile = { rule: 'by-channels' }

/** A trunk as admission counts its calls: so many channels, in and out together, and the call rate that the contract grants for them (TRK-02, TRK-04). */
export function admittedTrunk({ id, name, channels }: CustomerTrunk, { profile }: Pick<TenantSnapshot, 'profile'>): AdmittedTrunk {
  return { id, name, limits: { both: channels }, callRate: profile.admission?.callRate ?? BY_CHANNELS }
}
