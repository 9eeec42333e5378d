import type { Leg } from '../leg/leg.ts'
import type { LegDialog } from '../leg/leg-dialog.ts'
import type { Call } from './call.ts'

/**
 * Help was called out of an ordinary call, and the media engine has failed or has no room: the two exchange their media themselves
 * (RFC 3725 §4.1, flow I). Who else was in the call hears nothing any more and goes. If one of the two refuses, the call stands as it is: a line
 * without sound still tells the control centre who has called (EMG-01).
 *
 * @param offer of the control centre, when ours to it carried none: its answer goes into the ACK.
 */
export async function leadDirectly(call: Call, caller: Leg, helper: Leg, offer: string | undefined): Promise<void> {
  if (caller.dialog === undefined || helper.dialog === undefined || call.apart) return
  call.apart = true
  call.note('media-direct', 'the media engine has failed: the parties exchange their media themselves')
  for (const leg of [...call.legs]) if (leg !== caller && leg !== helper) call.parties.release(leg)
  const failed = offer === undefined ? await fetched(caller.dialog, helper.dialog) : await given(caller.dialog, helper.dialog, offer)
  if (failed !== undefined) call.note('media-direct-failed', failed)
}

/** The caller's phone makes a fresh offer, which names its own ports. */
async function fetched(caller: LegDialog, helper: LegDialog): Promise<string | undefined> {
  const asked = await caller.session.askForOffer()
  if (asked.kind !== 'answered') return `caller: ${asked.kind}`
  const taken = await helper.session.offer(asked.sdp)
  // A refusal leaves the caller's phone with what it offered itself: it must be answered, and its line stays.
  caller.session.acknowledge(taken.kind === 'answered' ? taken.sdp : asked.sdp)
  return taken.kind === 'answered' ? undefined : `called party: ${taken.kind}`
}

async function given(caller: LegDialog, helper: LegDialog, offer: string): Promise<string | undefined> {
  const taken = await caller.session.offer(offer)
  helper.session.acknowledge(taken.kind === 'answered' ? taken.sdp : offer)
  return taken.kind === 'answered' ? undefined : `caller: ${taken.kind}`
}
