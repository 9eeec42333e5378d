import type { CallProfile } from '@klinke/calls'
import { inCallCodesOf } from '../in-call/in-call-codes.ts'
import type { PbxSnapshot } from '../snapshot.ts'
import type { PbxParts } from './context.ts'

/** What call control reads of a tenant. */
export function callProfile(tenant: PbxSnapshot, { prompts }: Pick<PbxParts, 'prompts'>): CallProfile {
  return { ...tenant.profile, holdMusic: prompts.holdMusic(tenant), inCallCodes: inCallCodesOf(tenant) }
}
