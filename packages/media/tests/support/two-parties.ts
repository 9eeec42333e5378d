import type { Endpoint, EndpointProfile, MediaEngine, MediaSession, MediaSessionOptions } from '@klinke/rtp'
import { EventLog } from './event-log.ts'
import { type OfferOptions, RtpPeer } from './rtp-peer.ts'

/** Makes the engine under test; asked once for each test. */
export type MakeEngine = () => MediaEngine

export const PLAIN: EndpointProfile = { srtp: 'none', addressFamily: 'IPv4' }
export const SECURE: EndpointProfile = { srtp: 'required', addressFamily: 'IPv4' }
/** Value of an a=crypto line. */
export const LONG_TAG = '1 AES_CM_128_HMAC_SHA1_80 inline:WVNfX19zZW1jdGwgKCkgewkyMjA7fQp9CnVubGVz'
export const SHORT_TAG = '1 AES_CM_128_HMAC_SHA1_32 inline:PS1uQCVeeCFCanVmcjkpPywjNWhcYD0mXXtxaVBR'
const ALICE_SSRC = 0xa11ce
const BOB_SSRC = 0xb0b

export interface Setup {
  readonly aliceProfile?: EndpointProfile
  readonly bobProfile?: EndpointProfile
  /** SRTP: the value of the party's a=crypto line. */
  readonly aliceCrypto?: string
  readonly bobCrypto?: string
  /** Alice wants RTCP on the RTP port. */
  readonly aliceRtcpMux?: boolean
  readonly offer?: OfferOptions
  readonly answer?: OfferOptions
  readonly session?: MediaSessionOptions
}

/** Two telephones and the session between them. */
export class TwoParties implements AsyncDisposable {
  readonly engine: MediaEngine
  readonly session: MediaSession
  readonly events: EventLog
  readonly a: Endpoint
  readonly b: Endpoint
  readonly alice: RtpPeer
  readonly bob: RtpPeer

  private constructor(engine: MediaEngine, alice: RtpPeer, bob: RtpPeer, setup: Setup) {
    this.engine = engine
    this.session = engine.open('a call', setup.session)
    this.events = new EventLog(this.session)
    this.a = this.session.endpoint('a', setup.aliceProfile ?? PLAIN)
    this.b = this.session.endpoint('b', setup.bobProfile ?? PLAIN)
    this.alice = alice
    this.bob = bob
    alice.crypto = setup.aliceCrypto
    bob.crypto = setup.bobCrypto
    alice.rtcpMux = setup.aliceRtcpMux ?? false
  }

  /** Alice and Bob with telephones, nothing negotiated. */
  static async apart(makeEngine: MakeEngine, setup: Setup = {}): Promise<TwoParties> {
    const alice = await RtpPeer.open(ALICE_SSRC, setup.aliceProfile?.addressFamily)
    const bob = await RtpPeer.open(BOB_SSRC, setup.bobProfile?.addressFamily)
    return new TwoParties(makeEngine(), alice, bob, setup)
  }

  /** Alice has called Bob and he has answered. */
  static async talking(makeEngine: MakeEngine, setup: Setup = {}): Promise<TwoParties> {
    const parties = await TwoParties.apart(makeEngine, setup)
    try {
      await parties.aliceOffers(setup.offer, setup.answer)
      return parties
    } catch (error) {
      await parties[Symbol.asyncDispose]()
      throw error
    }
  }

  /** An offer of Alice's, relayed, answered by Bob and relayed back. */
  async aliceOffers(offer: OfferOptions = {}, answer: OfferOptions = {}): Promise<void> {
    this.bob.follow(await this.session.relayOffer(this.a, this.b, this.alice.describe(offer)))
    this.alice.follow(await this.session.relayAnswer(this.b, this.a, this.bob.describe(answer)))
    // Commands are carried out in order: after this answer the engine has followed the negotiation.
    await this.session.statistics(this.a)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.engine.close()
    this.alice.close()
    this.bob.close()
  }
}
