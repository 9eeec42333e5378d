import { type BridgeEnd, bridge, type TalkOptions } from '../bridge/bridge.ts'
import { renegotiate } from '../bridge/renegotiate.ts'
import { whatTheyHear } from '../bridge/what-they-hear.ts'
import type { CallerLeg } from '../leg/caller-leg.ts'
import { nameAtAnswer } from '../leg/connected.ts'
import type { Leg } from '../leg/leg.ts'
import type { LegDialog } from '../leg/leg-dialog.ts'
import { refused, talked } from '../outcome.ts'
import { unattended } from '../unattended.ts'
import { bringTogether } from './bring-together.ts'
import type { Call } from './call.ts'
import { CallOver } from './call-over.ts'
import { leadDirectly } from './without-relay.ts'

/** Connects the principal, answering it if need be, with a party that has answered, and lets them talk. See `Call.talkTo`. */
export async function talkTo(call: Call, leg: Leg, options: TalkOptions): Promise<BridgeEnd> {
  const { caller, principal } = call
  if (leg.dialog === undefined || (leg.unsettled !== undefined && leg.sdp === undefined)) throw new CallOver(refused('incompatible', 488))
  if (principal.arrival !== undefined || leg.arrival !== undefined) await Promise.all([principal.arrival, leg.arrival])
  // From now on the principal hears the other, not the music it waited with: who is rung for it later finds it without.
  call.parties.hears(undefined)
  call.journal.joins(principal)
  call.journal.joins(leg)
  if (caller === principal && caller.dialog === undefined) await answerWith(call, caller, leg, leg.dialog)
  else {
    await connectForHelp(call, principal, leg)
    call.answered(leg.party, leg)
  }
  unattended(bringTogether(call))
  return bridge(call, call.principal, leg, options)
}

/** Answers the caller with what the called party has answered, if the two were brought together by relayed descriptions. */
async function answerWith(call: Call, caller: CallerLeg, leg: Leg, called: LegDialog): Promise<void> {
  const { unsettled, sdp } = leg
  if (sdp !== undefined && unsettled?.kind === 'relayed') await answerRelayed(call, caller, leg, called, sdp)
  else if (sdp !== undefined && unsettled?.kind === 'late') await answerLateOffer(call, caller, leg, called, sdp)
  else {
    await call.answer(leg.party)
    await connect(call, caller, leg)
  }
  leg.unsettled = undefined
}

async function answerRelayed(call: Call, caller: CallerLeg, leg: Leg, called: LegDialog, sdp: string): Promise<void> {
  const given = await call.early.given()
  if (given?.leg === leg && given.sdp === sdp) return void accept(call, caller, leg, given.answer)
  const relayed = await call.media.relayAnswer(leg.endpoint, caller.endpoint, sdp)
  const dialog = accept(call, caller, leg, given?.answer ?? relayed)
  // An offer is answered once, and the caller holds the answer of whom it heard before: both are led to a common one (RFC 3725 §7).
  if (given === undefined || mediaOf(given.answer) === mediaOf(relayed)) return
  unattended(renegotiate({ dialog: called, endpoint: leg.endpoint }, { dialog, endpoint: caller.endpoint }, call.media))
}

/** The called party's offer goes to the caller in the 2xx, and the answer of the ACK back (RFC 3261 §13.2.1). */
async function answerLateOffer(call: Call, caller: CallerLeg, leg: Leg, called: LegDialog, sdp: string): Promise<void> {
  const dialog = accept(call, caller, leg, await call.media.relayOffer(leg.endpoint, caller.endpoint, sdp))
  const ack = await Promise.race([dialog.session.established, dialog.ended.then(() => undefined)])
  if (ack?.sdp === undefined) throw new CallOver(talked('error'))
  caller.agreed = ack.sdp
  leg.agreed = await call.media.relayAnswer(caller.endpoint, leg.endpoint, ack.sdp)
  called.session.acknowledge(leg.agreed)
}

function accept(call: Call, caller: CallerLeg, leg: Leg, sdp: string): LegDialog {
  const dialog = caller.answer(sdp, call.profile.sessionExpiresSeconds, nameAtAnswer(caller, leg))
  call.parties.joined(caller)
  call.answered(leg.party, leg)
  return dialog
}

/** A call for help that was made out of this one goes on, whatever becomes of the media engine (EMG-01). */
async function connectForHelp(call: Call, principal: Leg, leg: Leg): Promise<void> {
  const offer = leg.unsettled?.kind === 'late' ? leg.sdp : undefined
  try {
    if (offer === undefined && !call.relayLost) return await connect(call, principal, leg)
  } catch (error) {
    if (!call.emergency) throw error
  }
  leg.unsettled = undefined
  call.relayLost = true
  unattended(leadDirectly(call, principal, leg, offer))
}

/** Connects two parties whose media ends here; what is still open in the media of `leg` is settled first. */
async function connect(call: Call, principal: Leg, leg: Leg): Promise<void> {
  await settleMedia(call, leg)
  await whatTheyHear(call, principal, leg)
}

/** Tells the media engine what the peer has answered, if that is still open. */
export async function settleMedia({ media }: Call, leg: Leg): Promise<void> {
  const { unsettled, sdp } = leg
  leg.unsettled = undefined
  if (sdp !== undefined && unsettled?.kind === 'here') await media.accept(leg.endpoint, sdp)
  // The offer was made from another party's description, which has been replaced since: its answer settles only this leg.
  else if (sdp !== undefined && unsettled?.kind === 'relayed') await media.relayAnswer(leg.endpoint, unsettled.from, sdp)
}

/** A description without its session lines: two answers that differ only in version are the same media. */
function mediaOf(sdp: string): string {
  return sdp.slice(sdp.indexOf('\nm='))
}
