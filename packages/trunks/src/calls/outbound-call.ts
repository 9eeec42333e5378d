import type { Extension, TenantSnapshot } from '@klinke/accounts'
import { type Call, type Exchange, type Outcome, type Refusal, refused } from '@klinke/calls'
import type { E164 } from '@klinke/numbering'
import type { Carrier } from '../carrier.ts'
import type { CarrierDirectory } from '../carrier-directory.ts'
import { identityTowards, numberShown } from './caller-identity.ts'
import { carrierTarget } from './carrier-target.ts'

/** A carrier that has not said a word by then is taken for dead, and the next one is tried. */
export const CARRIER_SILENT_SECONDS = 4
/** The public network gives up before this itself; it only bounds what a broken carrier can hold open. */
const RING_SECONDS = 180

export interface OutboundParts {
  readonly carriers: CarrierDirectory
  /** False while a carrier is known to be down: it is tried last. */
  readonly isUp: (carrierId: string) => boolean
}

export interface OutboundCall {
  /** E.164 with `+`, or a short code. */
  readonly number: string
  readonly tenant: TenantSnapshot
  readonly extension: Extension
}

/** Calls a number over the carriers, one after the other: to the next only when the way failed, not when the called party did (TRK-12). */
export async function callOutside(call: Call, wanted: OutboundCall, parts: OutboundParts, exchange: Exchange): Promise<Outcome> {
  const shown = numberShown(wanted.tenant, wanted.extension)
  if (shown === undefined) {
    call.note('no-outgoing-number', 'the tenant has no number to show')
    return refused('forbidden', 403)
  }
  return overCarriers(call, wanted, shown, parts, exchange, (refusal) => refusal.tryElsewhere === true)
}

/** Tries the carriers in turn as long as `goesOn` says so of the last refusal. */
export async function overCarriers(
  call: Call,
  { number, tenant }: OutboundCall,
  shown: E164 | undefined,
  parts: OutboundParts,
  exchange: Exchange,
  goesOn: (refusal: Refusal) => boolean,
): Promise<Outcome> {
  let last = refused('unreachable', 500, 'No Carrier')
  for (const carrier of inOrder(parts)) {
    call.note('carrier-selected', carrier.name)
    const target = carrierTarget(carrier, number, identityTowards(carrier, shown, tenant.areaCode), tenant.areaCode)
    const answered = await exchange.ring(call, [target], { withinSeconds: RING_SECONDS, silentAfterSeconds: CARRIER_SILENT_SECONDS })
    if (answered.kind === 'answered') return call.talkTo(answered.leg)
    last = answered
    if (!goesOn(answered)) break
    call.note('carrier-failed', `${carrier.name}: ${answered.cause}`)
  }
  return last
}

/** By priority; those known to be down come last, since what we know may be old. */
function inOrder({ carriers, isUp }: OutboundParts): readonly Carrier[] {
  const all = carriers.carriers()
  if (all.every((carrier) => isUp(carrier.id))) return all
  return [...all.filter((carrier) => isUp(carrier.id)), ...all.filter((carrier) => !isUp(carrier.id))]
}
