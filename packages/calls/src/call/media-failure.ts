import { KlinkeError } from '@klinke/foundation'
import { type Refusal, refused } from '../outcome.ts'

/**
 * What a media engine's error means to the party whose description brought it on. The engine's error classes belong to its
 * package; their codes are the contract. `undefined` for an error that is none of media's.
 */
export function mediaRefusal(error: unknown): Refusal | undefined {
  if (!(error instanceof KlinkeError)) return undefined
  switch (error.code) {
    case 'no-media-ports':
    case 'no-media-address':
      return refused('congestion', 503)
    case 'media-refused':
      return refused('incompatible', statusOf(error))
    case 'media-elsewhere':
      return refused('incompatible', 488)
    default:
      return undefined
  }
}

/** RFC 3261 §13.3.1.3, §14.2, §21.4.1. */
function statusOf(error: KlinkeError): number {
  const reason = 'reason' in error ? error.reason : undefined
  if (reason === 'bad-sdp') return 400
  return reason === 'glare' ? 491 : 488
}
