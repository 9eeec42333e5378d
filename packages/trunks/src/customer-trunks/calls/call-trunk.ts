import type { TenantSnapshot } from '@klinke/accounts'
import {
  type Call,
  type CallParty,
  type DialTarget,
  type Exchange,
  type NamesConnected,
  type Outcome,
  type Refusal,
  type RingOutcome,
  refused,
  type Seat,
} from '@klinke/calls'
import type { HeaderField } from '@klinke/sip'
import type { CallAdmission } from '../../admission/call-admission.ts'
import type { OutboundParts } from '../../calls/carrier-places.ts'
import type { CustomerTrunk } from '../customer-trunk.ts'
import { admittedTrunk } from './admitted-trunk.ts'
import { areaCodeOfTrunk } from './pbx-caller.ts'
import { type PbxPlace, placesOfPbx, type TrunksAtWork } from './pbx-places.ts'
import { pbxTarget } from './pbx-target.ts'
import { noteTrunkMedia } from './trunk-media.ts'

/** A place that has not said a word by then is taken for dead, and the next one is tried. */
export const PBX_SILENT_SECONDS = 4
/** How long a PBX may ring: it has its own rules for who does not answer. */
const RING_SECONDS = 180

/** A call to a number that is led to a trunk. */
export interface TrunkRing {
  readonly trunkId: string
  readonly tenant: TenantSnapshot
  /** The number of ours that is called; E.164. */
  readonly number: string
  /** The same with digits behind it that were dialled through (NUM-05); absent: there are none. */
  readonly dialled?: string | undefined
  /** Who calls, as the PBX is to show it. */
  readonly from: CallParty
  /** Who has forwarded the call, in fields that the PBX reads. */
  readonly headers?: readonly HeaderField[]
  /** Where all places of the PBX are known to be down none is tried: somebody else waits to take the call. */
  readonly knownDownIsEnough?: boolean
  /** A control centre calls back: neither a trunk that is switched off nor one whose channels are in use keeps it from trying. */
  readonly forHelp?: true
}

/**
 * Rings a customer's PBX at one place after the other: at the contacts that it has registered, or at its fixed addresses, primary first. To the
 * next only when the way failed and nobody has been rung (TRK-01, BCP-03): a PBX that says busy has spoken.
 */
export async function callTrunk(
  call: Call,
  wanted: TrunkRing,
  { trunks, admission, connected }: TrunkParts,
  exchange: Exchange,
): Promise<Outcome> {
  const trunk = trunks?.directory.trunk(wanted.trunkId)
  if (trunks === undefined || trunk === undefined) return refused('not-found', 404)
  const isForHelp = wanted.forHelp === true
  const ring = isForHelp ? underNumberOfPbx(wanted, trunk, trunks) : wanted
  if (!trunk.isActive && !isForHelp) {
    call.note('trunk-inactive', ring.number)
    return refused('unreachable', 480)
  }
  const places = placesOfPbx(trunk, ring.tenant.numbers.get(ring.number)?.block, trunks)
  if (places.length === 0) return notThere(call, trunk, trunk.access.kind === 'registration' ? 'not registered' : 'no address')
  if (ring.knownDownIsEnough === true && places.every(({ isUp }) => !isUp)) return notThere(call, trunk, 'does not answer')
  const seat = admission.onTrunk(call, { tenant: ring.tenant, trunk: admittedTrunk(trunk, ring.tenant) }, 'in')
  if (seat?.kind === 'refused' && !isForHelp) return seat
  call.note('trunk-rung', `${ring.dialled ?? ring.number} at ${trunk.name}`)
  if (!isForHelp) noteTrunkMedia(call, trunk, 'to the PBX')
  const { sipDomain } = ring.tenant
  const namesConnected = connected?.towardsPbx(trunk, sipDomain, areaCodeOfTrunk(ring.tenant, trunk))
  return atEachPlace(call, places, { trunk, ring, seat: seat?.kind === 'seat' ? seat : undefined, namesConnected }, exchange)
}

/** Control centres are shown a number of the site, which a PBX there need not have: then it is called back by one that it knows. */
function underNumberOfPbx(ring: TrunkRing, trunk: CustomerTrunk, { ofNumber }: TrunksAtWork): TrunkRing {
  const isItsOwn = (e164: string): boolean => ofNumber(e164)?.id === trunk.id
  if (isItsOwn(ring.number)) return ring
  const number = [trunk.headNumber ?? ''].find(isItsOwn) ?? ring.tenant.numbers.keys().find(isItsOwn)
  return number === undefined ? ring : { ...ring, number, dialled: undefined }
}

/** What calls to PBXs stand on. */
export interface TrunkParts {
  readonly trunks?: TrunksAtWork | undefined
  readonly admission: Pick<CallAdmission, 'onTrunk'>
  readonly connected?: OutboundParts['connected']
}

interface Wanted {
  readonly trunk: CustomerTrunk
  readonly ring: TrunkRing
  /** The channel of the trunk; undefined: who calls has it already. */
  readonly seat: Seat | undefined
  readonly namesConnected: NamesConnected | undefined
}

async function atEachPlace(call: Call, places: readonly PbxPlace[], wanted: Wanted, exchange: Exchange): Promise<Outcome> {
  let rung: RingOutcome
  try {
    rung = await ringInTurn(call, places, wanted, exchange)
  } finally {
    wanted.seat?.leave()
  }
  return rung.kind === 'answered' ? exchange.converse(call, rung.leg) : rung
}

async function ringInTurn(
  call: Call,
  places: readonly PbxPlace[],
  { trunk, ring, seat, namesConnected }: Wanted,
  exchange: Exchange,
): Promise<RingOutcome> {
  let last: Refusal = refused('unreachable', 480)
  const kept = {
    ...(seat && { seat: () => Promise.resolve({ ...seat, leave: () => undefined }) }),
    ...(namesConnected && { namesConnected }),
  }
  for (const place of places) {
    const target: DialTarget = { ...pbxTarget(place, trunk, ring), ...kept }
    const rung = await exchange.ring(call, [target], { withinSeconds: RING_SECONDS, silentAfterSeconds: PBX_SILENT_SECONDS })
    if (rung.kind === 'answered') {
      place.answered()
      return rung
    }
    last = rung
    if (rung.tryElsewhere !== true) break
    place.suspect()
    call.note('trunk-place-failed', `${place.name}: ${rung.cause}`)
  }
  return last
}

function notThere(call: Call, { name }: CustomerTrunk, why: string): Refusal {
  call.note('trunk-not-reached', `${name}: ${why}`)
  return { ...refused('unreachable', 480), tryElsewhere: true }
}
