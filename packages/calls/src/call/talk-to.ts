import { bridge } from '../bridge/bridge.ts'
import { renegotiate } from '../bridge/renegotiate.ts'
import type { LegDialog } from '../leg/leg-dialog.ts'
import type { OutboundLeg } from '../leg/outbound-leg.ts'
import { type Outcome, refused, talked } from '../outcome.ts'
import { unattended } from '../unattended.ts'
import { bringTogether } from './bring-together.ts'
import type { Call } from './call.ts'

/** Answers the caller with the party that answered, and lets them talk until one is gone. */
export async function talkTo(call: Call, leg: OutboundLeg): Promise<Outcome> {
  const called = leg.dialog
  if (called === undefined || leg.sdp === undefined) return refused('incompatible', 488)
  const caller =
    call.caller.offer === undefined ? await answerLateOffer(call, leg, called, leg.sdp) : await answer(call, leg, called, leg.sdp)
  if (caller === undefined) return talked('error')
  const parties = [
    { role: 'caller', endpoint: call.caller.endpoint, dialog: caller },
    { role: 'called', endpoint: leg.endpoint, dialog: called },
  ] as const
  unattended(bringTogether(call))
  const end = await bridge(parties[0], parties[1], call.media)
  return talked(end.cause, end.reason)
}

async function answer(call: Call, leg: OutboundLeg, called: LegDialog, sdp: string): Promise<LegDialog> {
  const given = await call.early.given()
  if (given?.leg === leg && given.sdp === sdp) return accept(call, leg, given.answer)
  const relayed = await call.media.relayAnswer(leg.endpoint, call.caller.endpoint, sdp)
  const caller = accept(call, leg, given?.answer ?? relayed)
  // An offer is answered once, and the caller holds the answer of whom it heard before: both are led to a common one (RFC 3725 §7).
  if (given !== undefined && mediaOf(given.answer) !== mediaOf(relayed)) {
    const parties = [
      { dialog: called, endpoint: leg.endpoint },
      { dialog: caller, endpoint: call.caller.endpoint },
    ] as const
    unattended(renegotiate(...parties, call.media))
  }
  return caller
}

/** The called party's offer goes to the caller in the 2xx, and the answer of the ACK back (RFC 3261 §13.2.1). `undefined` when none came. */
async function answerLateOffer(call: Call, leg: OutboundLeg, called: LegDialog, sdp: string): Promise<LegDialog | undefined> {
  const caller = accept(call, leg, await call.media.relayOffer(leg.endpoint, call.caller.endpoint, sdp))
  const ack = await Promise.race([caller.session.established, caller.ended.then(() => undefined)])
  if (ack?.sdp === undefined) return undefined
  called.session.acknowledge(await call.media.relayAnswer(call.caller.endpoint, leg.endpoint, ack.sdp))
  return caller
}

function accept(call: Call, leg: OutboundLeg, sdp: string): LegDialog {
  const dialog = call.answerCaller(sdp)
  call.answered(leg.party, dialog)
  return dialog
}

/** A description without its session lines: two answers that differ only in version are the same media. */
function mediaOf(sdp: string): string {
  return sdp.slice(sdp.indexOf('\nm='))
}
