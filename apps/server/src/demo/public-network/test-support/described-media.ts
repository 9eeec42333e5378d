import { type Endpoint, type MediaEngine, type MediaEvent, type MediaSession, type MediaSource, NOTHING_COUNTED } from '@klinke/rtp'
import { phoneSdp } from '@klinke/testbed'

const ADDRESS = '192.0.2.2'

/** Media in words only: descriptions without packets. It keeps what would be heard and which sessions are open. */
export class DescribedMedia implements MediaEngine {
  readonly played: MediaSource[] = []
  readonly accepted: string[] = []
  readonly openCalls = new Set<string>()

  open(callId: string): MediaSession {
    this.openCalls.add(callId)
    const describe = (): Promise<string> => Promise.resolve(phoneSdp(ADDRESS, 1, 'sendrecv'))
    const unused = (): Promise<never> => Promise.reject(new Error('The public network has one party per session.'))
    return {
      callId,
      endpoint: (id, profile): Endpoint => ({ id, profile }),
      answer: describe,
      offer: describe,
      accept: async (_, sdp) => void this.accepted.push(sdp),
      play: (_, source) => {
        this.played.push(source)
        return Promise.resolve({ ended: Promise.resolve('stopped'), stop: () => undefined })
      },
      direction: () => 'sendrecv',
      listen: () => undefined,
      watchForStops: () => undefined,
      press: unused,
      record: unused,
      adopt: unused,
      room: () => {
        throw new Error('The public network holds no conferences.')
      },
      relayOffer: unused,
      relayAnswer: unused,
      rejectOffer: unused,
      connect: unused,
      remove: () => Promise.resolve(NOTHING_COUNTED),
      statistics: () => Promise.resolve(NOTHING_COUNTED),
      events: nothing(),
      close: async () => void this.openCalls.delete(callId),
    }
  }

  close(): Promise<void> {
    return Promise.resolve()
  }
}

async function* nothing(): AsyncGenerator<MediaEvent> {}
