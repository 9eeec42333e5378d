import type { Call } from './call.ts'
import { EmergencyMedia } from './emergency-media.ts'

/**
 * Leads the two parties of an emergency call to each other after the relay has failed under them: the called party gets the
 * caller's own description, the caller what the called party answers (RFC 3725 §4.4, with both descriptions at hand). If one of
 * them refuses, the call stands as it is: a line without sound still tells the control centre who has called (EMG-01).
 */
export async function bringTogether(call: Call): Promise<void> {
  const { media, caller } = call
  if (!(media instanceof EmergencyMedia) || !media.partiesAreApart || caller?.dialog === undefined) return
  const called = call.legs.find((leg) => leg !== caller && leg.dialog !== undefined)
  if (called?.dialog === undefined) return
  const offer = media.described(caller.endpoint)
  if (offer === undefined) return
  media.broughtTogether()
  call.note('media-direct', 'the media engine has failed: the parties exchange their media themselves')
  const answered = await called.dialog.session.offer(offer)
  if (answered.kind !== 'answered') {
    call.note('media-direct-failed', `called party: ${answered.kind}`)
    return
  }
  const taken = await caller.dialog.session.offer(answered.sdp)
  if (taken.kind !== 'answered') call.note('media-direct-failed', `caller: ${taken.kind}`)
}
