import type { SessionRequest } from '@klinke/sip'
import type { Call } from '../call/call.ts'
import type { Leg } from '../leg/leg.ts'
import type { RequestDecider } from '../leg/leg-dialog.ts'
import { answerByPolicy, decideUnbridged, refuseTransfer } from './decide-unbridged.ts'
import { isHolding, offersHold } from './holding.ts'
import { relayRequest } from './relay-request.ts'
import { concernsSoundOnly } from './same-lines.ts'

type Offered = SessionRequest & { kind: 'offer' | 'offer-wanted' }

/**
 * What a party asks inside its dialog, wherever it stands in the call: hold and resume are answered here and change what the
 * other party hears; what concerns both is carried across to whom it talks to; a transfer ends the bridge.
 */
export function decideInCall(call: Call, leg: Leg): RequestDecider {
  return (request) => {
    const bridge = call.bridge?.joins(leg) === true ? call.bridge : undefined
    switch (request.kind) {
      case 'request':
        return bridge === undefined ? answerByPolicy(request) : relayRequest(request, bridge.dialogOf(bridge.other(leg)).session)
      case 'refer':
        return bridge === undefined ? refuseTransfer(request) : bridge.refer(leg, request)
      default:
        return change(call, leg, request)
    }
  }
}

function change(call: Call, leg: Leg, request: Offered): void | Promise<void> {
  const bridge = call.bridge?.joins(leg) === true ? call.bridge : undefined
  if (bridge !== undefined && (!call.anchored || concernsBoth(leg, request, bridge.held))) return bridge.carry(request, leg)
  // What is open between the media engine and this phone comes first.
  return call.anchored && leg.unsettled === undefined ? answerHere(call, leg, request) : decideUnbridged(request)
}

/** A re-INVITE without an offer may be about anything: while both talk, the other party is asked what it offers (RFC 3725 §7). */
function concernsBoth(leg: Leg, request: Offered, held: boolean): boolean {
  return request.kind === 'offer' ? !concernsSoundOnly(request.sdp, leg.agreed) : !held
}

async function answerHere(call: Call, leg: Leg, request: Offered): Promise<void> {
  const { media } = call
  const seat = call.seatOf(leg)
  const held = isHolding(media.direction(leg.endpoint))
  if (request.kind === 'offer') {
    // Before the engine takes in what the phone plays to those whom it holds.
    if (offersHold(request.sdp)) seat?.holds(leg, true)
    const answer = await media.answer(leg.endpoint, request.sdp)
    leg.agreed = answer
    request.answer(answer)
  } else {
    const answer = await request.offer(await media.offer(leg.endpoint))
    if (answer === undefined) return
    leg.agreed = answer
    await media.accept(leg.endpoint, answer)
  }
  // Who takes the held party back by a key of the phone does not want it held by a program any more.
  if (held && !isHolding(media.direction(leg.endpoint))) leg.holdsByProgram = false
  call.parties.changed(leg)
  seat?.holds(leg, isHolding(media.direction(leg.endpoint)))
  if (call.bridge?.joins(leg) === true) await call.bridge.arrange()
}
