import { KlinkeError } from '@klinke/foundation'
import { type Endpoint, type EndpointProfile, type MediaEngine, type MediaEvent, type MediaSession, NOTHING_COUNTED } from '@klinke/rtp'

/** Asked of media that does not pass here: to play, to answer, to count. */
export class MediaElsewhere extends KlinkeError {
  constructor(asked: string) {
    super('media-elsewhere', `Cannot ${asked}: the media of this call flows between the two parties directly.`)
  }
}

/**
 * An engine without media: each party's session description reaches the other as it was written, and the packets
 * flow between the two. Needs parties that can reach each other; nothing can be played, heard or counted.
 */
export function directMediaEngine(): MediaEngine {
  return { open: directSession, close: () => Promise.resolve() }
}

function directSession(callId: string): MediaSession {
  const ended = Promise.withResolvers<IteratorResult<MediaEvent>>()
  const elsewhere = (asked: string) => (): Promise<never> => Promise.reject(new MediaElsewhere(asked))
  return {
    callId,
    endpoint: (id: string, profile: EndpointProfile): Endpoint => ({ id, profile }),
    relayOffer: (_from, _to, sdp) => Promise.resolve(sdp),
    relayAnswer: (_from, _to, sdp) => Promise.resolve(sdp),
    rejectOffer: () => Promise.resolve(),
    answer: elsewhere('answer an offer'),
    offer: elsewhere('make an offer'),
    accept: elsewhere('accept an answer'),
    direction: () => 'sendrecv',
    adopt: (endpoint, _from, id) => Promise.resolve({ id, profile: endpoint.profile }),
    connect: () => Promise.resolve(),
    play: elsewhere('play'),
    listen: () => undefined,
    watchForStops: () => undefined,
    press: elsewhere('press keys'),
    record: elsewhere('record'),
    room: () => {
      throw new MediaElsewhere('open a conference')
    },
    remove: () => Promise.resolve(NOTHING_COUNTED),
    statistics: () => Promise.resolve(NOTHING_COUNTED),
    events: { [Symbol.asyncIterator]: () => ({ next: () => ended.promise }) },
    close: () => {
      ended.resolve({ done: true, value: undefined })
      return Promise.resolve()
    },
  }
}
