import type { Extension } from '@klinke/accounts'
import type { Call, Placed } from '@klinke/calls'
import { NotFound, type Principal, seenTenants } from '@klinke/platform'
import { extensionById } from '../calls/extension-targets.ts'
import { recordIds } from '../recordings/record-ids.ts'
import type { CallWork } from '../slices/slice.ts'
import type { PbxDirectory, PbxSnapshot } from '../snapshot.ts'
import { SayWhichParty } from './rules.ts'

/** What control stands on. */
export interface Controlling {
  readonly directory: PbxDirectory
  /** Undefined until calls can be made. */
  readonly work: () => CallWork | undefined
}

/** A call in progress that somebody may control, and whose it is. */
export interface FoundCall {
  readonly call: Call
  readonly tenant: PbxSnapshot
  readonly work: CallWork
}

/** The call with that id, as far as the principal may know of it. Throws `NotFound`. */
export function findCall({ directory, work }: Controlling, callId: string, principal: Principal): FoundCall {
  const seen = seenTenants(principal)
  const using = work()
  const tenants: Iterable<PbxSnapshot | undefined> = seen === undefined ? directory.tenants() : [...seen].map((id) => directory.tenant(id))
  for (const tenant of using === undefined ? [] : tenants) {
    const call = tenant && using?.exchange.calls.ofTenant(tenant.id).find((each) => recordIds(each, tenant.id).includes(callId))
    if (tenant !== undefined && using !== undefined && call !== undefined) return { call, tenant, work: using }
  }
  throw new NotFound('call in progress', callId)
}

/** An extension's part in a call. */
export interface FoundParty extends FoundCall, Placed {
  readonly extension: Extension
}

/**
 * The part in that call that is controlled: a user's own, or that of the extension which is named; without a name that of the only one in it.
 * Throws `NotFound`, for a user also where the own extension is not in the call, and `SayWhichParty`.
 */
export function findParty(controlling: Controlling, callId: string, named: string | undefined, principal: Principal): FoundParty {
  const found = findCall(controlling, callId, principal)
  const own = principal.kind === 'user' ? principal.extensionId : named
  const legs = found.call.legs.filter(
    ({ party, state }) => party.tenantId === found.tenant.id && party.extensionId !== undefined && state !== 'ended',
  )
  const ids = new Set(legs.map(({ party }) => party.extensionId))
  if (own === undefined && ids.size !== 1) throw new SayWhichParty([...new Set(legs.map(({ party }) => party.number))])
  const wanted = own ?? legs[0]?.party.extensionId
  const ofWanted = legs.filter(({ party }) => party.extensionId === wanted)
  const leg = ofWanted.find(({ state }) => state === 'answered') ?? ofWanted[0]
  const extension = wanted === undefined ? undefined : extensionById(found.tenant, wanted)
  if (leg === undefined || extension === undefined) throw new NotFound('call in progress', callId)
  return { ...found, leg, extension }
}
