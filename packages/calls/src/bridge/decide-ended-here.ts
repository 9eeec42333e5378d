import type { Endpoint, MediaSession } from '@klinke/rtp'
import type { RequestDecider } from '../leg/leg-dialog.ts'
import { answerByPolicy, refuseTransfer } from './decide-unbridged.ts'

/** For a party that hears a source of ours, such as the echo: hold, resume and codec changes are answered by the media engine. */
export function decideEndedHere(media: MediaSession, endpoint: Endpoint): RequestDecider {
  return async (request) => {
    switch (request.kind) {
      case 'offer':
        return request.answer(await media.answer(endpoint, request.sdp))
      case 'offer-wanted': {
        const answer = await request.offer(await media.offer(endpoint))
        if (answer !== undefined) await media.accept(endpoint, answer)
        return
      }
      case 'refer':
        return refuseTransfer(request)
      case 'request':
        return answerByPolicy(request)
    }
  }
}
