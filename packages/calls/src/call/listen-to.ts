import type { MediaSource } from '@klinke/rtp'
import { causeOf } from '../bridge/bridge.ts'
import { decideEndedHere } from '../bridge/decide-ended-here.ts'
import type { CallParty } from '../call-records.ts'
import type { LegDialog } from '../leg/leg-dialog.ts'
import { type Outcome, talked } from '../outcome.ts'
import type { Call } from './call.ts'

/** Answers the caller with a source of ours, in the name of `as`, until the caller hangs up. */
export async function listenTo(call: Call, source: MediaSource, as: CallParty): Promise<Outcome> {
  const { caller, media } = call
  const dialog =
    caller.offer === undefined ? await answerLateOffer(call) : call.answerCaller(await media.answer(caller.endpoint, caller.offer))
  if (dialog === undefined) return talked('error')
  dialog.decidedBy(decideEndedHere(media, caller.endpoint))
  call.answered(as, dialog)
  await media.play(caller.endpoint, source)
  return talked(causeOf('caller', await dialog.ended))
}

async function answerLateOffer(call: Call): Promise<LegDialog | undefined> {
  const { caller, media } = call
  const dialog = call.answerCaller(await media.offer(caller.endpoint))
  const ack = await Promise.race([dialog.session.established, dialog.ended.then(() => undefined)])
  if (ack?.sdp === undefined) return undefined
  await media.accept(caller.endpoint, ack.sdp)
  return dialog
}
