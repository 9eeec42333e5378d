import { type Call, type Exchange, type Outcome, type Placed, refused, talked } from '@klinke/calls'
import { refuseSaying } from '../calls/announce.ts'
import { deny } from '../calls/confirm.ts'
import { extensionParty } from '../calls/parties.ts'
import type { FeatureContext } from '../feature-codes/feature.ts'
import type { PbxSnapshot } from '../snapshot.ts'
import { mayPickUp, shareGroup } from './rules.ts'

const NOTHING = refused('not-found', 480, 'Nothing Rings There')
const TAKEN = refused('busy', 486, 'Taken Already')
/** So long the one who was too late hears that somebody was faster; after that, that nothing rings. */
const TOO_LATE_WITHIN_MS = 5_000

/** The caller answers the phone of the extension with that number, in its place. */
export function pickUpExtension(call: Call, number: string, context: FeatureContext): Promise<Outcome> {
  const { tenant, extension } = context
  const rung = tenant.extensions.get(number)
  if (rung === undefined) {
    call.note('pick-up-unknown', number)
    return Promise.resolve(refused('not-found', 404))
  }
  if (!mayPickUp(tenant.pickup, extension.id, rung.id)) return deny(call, `${extension.number} may not pick up ${number}`)
  return pickUpFirst(call, (id) => id === rung.id, context)
}

/** The caller answers the phone in its pickup groups that has been ringing for longest. */
export function pickUpGroup(call: Call, context: FeatureContext): Promise<Outcome> {
  const { tenant, extension } = context
  if (!tenant.pickup.groupsOf.has(extension.id)) return deny(call, `${extension.number} is in no pickup group`)
  const ofGroup = (id: string): boolean => id !== extension.id && shareGroup(tenant.pickup, extension.id, id)
  return pickUpFirst(call, ofGroup, context)
}

/** Ringing phones of the tenant's extensions that `wanted` takes, one for each call, the oldest call first. */
function ringing({ calls }: Exchange, tenant: PbxSnapshot, wanted: (extensionId: string) => boolean): readonly Placed[] {
  return calls.ofTenant(tenant.id).flatMap((call) => {
    if (call.ringing === undefined) return []
    const isWanted = ({ party, state }: Placed['leg']): boolean =>
      party.tenantId === tenant.id && party.extensionId !== undefined && state === 'ringing' && wanted(party.extensionId)
    const leg = call.legs.find(isWanted)
    return leg === undefined ? [] : [{ call, leg }]
  })
}

/** Somebody was faster: a call to one of them was answered a moment ago, wherever. */
function wasJustTaken({ calls, clock }: Exchange, tenant: PbxSnapshot, wanted: (extensionId: string) => boolean): boolean {
  const lately = clock.epochMs() - TOO_LATE_WITHIN_MS
  return calls.ofTenant(tenant.id).some(({ state, sinceMs, parties }) => {
    const called = parties.journals[0]?.first.head.called
    return state === 'answered' && sinceMs >= lately && called?.extensionId !== undefined && wanted(called.extensionId)
  })
}

/** Of several who pick up at once one is connected; the others get the next call that rings, or hear that it is taken, and 486. */
async function pickUpFirst(call: Call, wanted: (extensionId: string) => boolean, context: FeatureContext): Promise<Outcome> {
  const { tenant, extension, exchange } = context
  const places = ringing(exchange, tenant, wanted)
  if (places.length === 0) return nothingRings(call, wasJustTaken(exchange, tenant, wanted), context)
  let outcome: Outcome = NOTHING
  for (const { call: rung, leg } of places) {
    const picked = await exchange.pickUp(call, rung, extensionParty(tenant, extension))
    if (picked.kind === 'picked-up') {
      rung.note('picked-up', `${extension.number} answers for ${leg.party.number}`)
      return talked('hung-up-by-caller')
    }
    call.note('pick-up-failed', `${leg.party.number}: ${picked.cause}`)
    outcome = picked
  }
  return outcome.cause === 'busy' ? refuseSaying(call, 'call-gone', TAKEN, context) : outcome
}

function nothingRings(call: Call, isTaken: boolean, context: FeatureContext): Promise<Outcome> {
  call.note(isTaken ? 'pick-up-too-late' : 'nothing-to-pick-up', context.extension.number)
  return isTaken ? refuseSaying(call, 'call-gone', TAKEN, context) : refuseSaying(call, 'nothing-rings', NOTHING, context)
}
