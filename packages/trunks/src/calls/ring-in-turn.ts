import {
  type Call,
  type DialTarget,
  type Exchange,
  type Refusal,
  type RingOptions,
  type RingOutcome,
  refused,
  type Seat,
} from '@klinke/calls'
import { chargeOf, wayTo } from './call-charge.ts'
import type { ShownCaller } from './caller-identity.ts'
import { type CarrierChannel, type ChannelsForHelp, carrierChannel } from './carrier-channel.ts'
import type { CarrierPlace, OutboundParts } from './carrier-places.ts'
import type { OutboundCall } from './outbound-call.ts'
import { areaCodeOfCall } from './site-of-call.ts'
import { targetAt } from './target-at.ts'

/** A carrier that has not said a word by then is taken for dead, and the next one is tried. */
export const CARRIER_SILENT_SECONDS = 4
/** The public network gives up before this itself; it only bounds what a broken carrier can hold open. */
const RING_SECONDS = 180

/** A call with all that is decided about it. */
export interface DecidedCall {
  readonly call: Call
  readonly wanted: OutboundCall
  readonly shown: ShownCaller
  readonly parts: OutboundParts
  readonly exchange: Exchange
}

/** How one call goes about its places. */
export interface Persistence {
  /** Whether the next place is tried after this refusal. */
  readonly goesOn: (refusal: Refusal) => boolean
  /** The channel that the call has (TRK-06), at whatever place it is tried. */
  readonly seat: Seat
  /** How else the same place is tried after this refusal, which says that it did not like the way it was asked; absent: not at all. */
  readonly again?: (target: DialTarget, refusal: Refusal) => DialTarget | undefined
  /** How long a place may ring nobody, though it has said that it tries; `before`: rounds over all places until then. Absent: as long as it may ring. */
  readonly unrungSeconds?: (before: number, isLast: boolean) => number
  /** Goes round the places as often as it likes; absent: once. */
  readonly rounds?: (decided: DecidedCall, round: Round) => Promise<RingOutcome>
  /** The call is one for help: a carrier whose channels are all in use ends another call for it. */
  readonly forHelp?: true
  /** Those of a call for help, for all its rounds; absent: each place is asked for one of its own. */
  readonly channels?: ChannelsForHelp | undefined
  /** How long the last place may keep silent; `undefined`: until the transaction times out (RFC 3261 §17.1.1.2). */
  readonly lastSilentSeconds: number | undefined
}

/** Tries all places once, as they are by then, after so many rounds before it; undefined: there is none. */
export type Round = (before: number) => Promise<RingOutcome | undefined>

/** There is no place at all. */
export const NOWHERE = refused('unreachable', 500, 'No Carrier')

export const ORDINARY: Omit<Persistence, 'seat'> = {
  goesOn: ({ tryElsewhere }) => tryElsewhere === true,
  lastSilentSeconds: CARRIER_SILENT_SECONDS,
}

/** Tries places as long as `persistence` says so of the last refusal. `before`: rounds that were made over all places. */
export async function ringInTurn(
  decided: DecidedCall,
  places: readonly CarrierPlace[],
  persistence: Persistence,
  before = 0,
): Promise<RingOutcome> {
  const { call, parts } = decided
  let last: Refusal | undefined
  let full: Refusal | undefined
  for (const [i, place] of places.entries()) {
    call.note('carrier-selected', place.name)
    const channel = carrierChannel(place, parts, persistence.channels)
    const answered = await ringAt({ place, channel }, decided, patienceAt(i === places.length - 1, persistence, before), persistence)
    parts.routing?.seen(place.carrier.id, answered.kind === 'answered' || !isSilence(answered))
    if (answered.kind === 'answered') return answered
    if (channel.wasFull()) {
      full = answered
      continue
    }
    last = answered
    if (answered.tryElsewhere === true) parts.suspect?.(place.carrier.id)
    if (!persistence.goesOn(answered)) break
    call.note('carrier-failed', `${place.name}: ${answered.cause}`)
  }
  // What a carrier has said is more than that another one was not even asked.
  return last ?? full ?? NOWHERE
}

async function ringAt(
  { place, channel }: { readonly place: CarrierPlace; readonly channel: CarrierChannel },
  { call, wanted, shown, parts, exchange }: DecidedCall,
  patience: RingOptions,
  { seat, again: asked }: Persistence,
): Promise<RingOutcome> {
  const charge = call.emergency ? undefined : chargeOf(call, wanted, shown, wayTo(place))
  if (charge !== undefined) call.charged(charge)
  const namesConnected = call.emergency ? undefined : parts.connected?.towardsCarrier(place.carrier, areaCodeOfCall(wanted))
  const own = { ...channel.target, ...(namesConnected && { namesConnected }) }
  const target = { ...targetAt(place, wanted, shown), ...own, seat: () => Promise.resolve({ ...seat, leave: () => undefined }) }
  const answered = await exchange.ring(call, [target], patience)
  const again = answered.kind === 'refused' && !channel.wasFull() ? asked?.(target, answered) : undefined
  const outcome = again === undefined ? answered : await exchange.ring(call, [again], patience)
  if (outcome.kind === 'answered' && charge !== undefined) call.charged({ ...charge, connectedAtMs: call.clock.epochMs() })
  return outcome
}

/** Not a word came back: of a carrier that is there and has no time, that is not said. */
export function isSilence({ tryElsewhere, status }: Refusal): boolean {
  return tryElsewhere === true && status === 480
}

function patienceAt(isLast: boolean, { lastSilentSeconds, unrungSeconds }: Persistence, before: number): RingOptions {
  const silentAfterSeconds = isLast ? lastSilentSeconds : CARRIER_SILENT_SECONDS
  return {
    withinSeconds: RING_SECONDS,
    ...(silentAfterSeconds !== undefined && { silentAfterSeconds }),
    ...(unrungSeconds !== undefined && { unrungAfterSeconds: unrungSeconds(before, isLast) }),
  }
}
