import type { MayReplace } from '@klinke/calls'
import type { PbxDirectory } from '../snapshot.ts'
import { mayPickUp } from './rules.ts'

/**
 * INVITE with Replaces, as the key beside a busy lamp sends it: a ringing phone may be answered by those who may pick it up by code; a
 * conversation goes on only at another device of the same extension, for nobody may cut himself into somebody else's.
 */
export function mayReplaceIn(directory: PbxDirectory): MayReplace {
  return ({ tenantId, extensionId }, { leg }) => {
    const tenant = directory.tenant(tenantId)
    const rung = leg.party.extensionId
    if (tenant === undefined || rung === undefined || leg.party.tenantId !== tenantId) return false
    return extensionId === rung || (leg.state !== 'answered' && mayPickUp(tenant.pickup, extensionId, rung))
  }
}
