import type { CallParty } from '../call-records.ts'
import type { CallerLeg } from '../leg/caller-leg.ts'
import { refused, talked } from '../outcome.ts'
import type { Call } from './call.ts'
import { CallOver } from './call-over.ts'

/** Answers the principal with media that ends here. See `Call.answer`. */
export async function answerPrincipal(call: Call, as: CallParty): Promise<void> {
  const { caller } = call
  if (caller !== undefined && caller === call.principal && caller.dialog === undefined) await answerCaller(call, caller)
  call.answered(as)
}

async function answerCaller(call: Call, caller: CallerLeg): Promise<void> {
  if (caller.offer === undefined) return answerLateOffer(call, caller)
  const heard = await call.early.given()
  accept(call, caller, heard?.answer ?? (await (call.early.ownAnswer() ?? call.media.answer(caller.endpoint, caller.offer))))
}

/** A caller without an offer gets ours in the 2xx; its answer is in the ACK (RFC 3261 §13.2.1). */
async function answerLateOffer(call: Call, caller: CallerLeg): Promise<void> {
  const dialog = accept(call, caller, await call.media.offer(caller.endpoint))
  const ack = await Promise.race([dialog.session.established, dialog.ended.then(() => undefined)])
  // A caller that never answers our offer cannot be heard: the call cannot go on.
  if (ack?.sdp === undefined) throw new CallOver(talked('error'))
  caller.agreed = ack.sdp
  await call.media.accept(caller.endpoint, ack.sdp)
}

function accept(call: Call, caller: CallerLeg, sdp: string) {
  if (call.scope.closed) throw new CallOver(refused('cancelled', 487))
  const dialog = caller.answer(sdp, call.profile.sessionExpiresSeconds)
  call.parties.joined(caller)
  return dialog
}
