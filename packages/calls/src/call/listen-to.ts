import type { MediaSource } from '@klinke/rtp'
import type { CallParty } from '../call-records.ts'
import type { Outcome } from '../outcome.ts'
import type { Call } from './call.ts'

/** Answers the principal with a source of ours, in the name of `as`, until it hangs up, which ends the call. */
export async function listenTo(call: Call, source: MediaSource, as: CallParty): Promise<Outcome> {
  await call.answer(as)
  await call.startPlaying(source)
  return call.over
}
