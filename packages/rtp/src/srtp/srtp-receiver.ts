import type { Buffer } from 'node:buffer'
import { rtpHeaderLength, sequenceNumberOf, ssrcOf } from '../packet/rtp-packet.ts'
import { extendSequence } from '../packet/sequence.ts'
import type { CryptoSuite } from '../sdp/crypto-attribute.ts'
import { Authenticator, MAX_SRTP_PACKET_LENGTH } from './authenticator.ts'
import { CounterMode } from './counter-mode.ts'
import { deriveSessionKeys, splitKeyAndSalt } from './key-derivation.ts'
import { ReplayWindow } from './replay-window.ts'
import { SourceTable } from './source-table.ts'
import { RTCP_CLEAR_LENGTH, RTCP_ENCRYPTED_FLAG, RTCP_TAG_LENGTH, RTP_TAG_LENGTH } from './suite.ts'

/** Takes off the protection of what comes from one peer (RFC 3711 §3.3, §3.4). Works in place; a packet that fails is left as it came. */
export class SrtpReceiver {
  readonly #rtpTagLength: number
  readonly #rtpCipher: CounterMode
  readonly #rtpAuthenticator: Authenticator
  readonly #rtcpCipher: CounterMode
  readonly #rtcpAuthenticator: Authenticator
  readonly #sources = new SourceTable(() => new ReplayWindow())
  readonly #rtcpSources = new SourceTable(() => new ReplayWindow())

  /** `keyAndSalt`: the 30 octets of the peer's a=crypto line. */
  constructor(suite: CryptoSuite, keyAndSalt: Buffer) {
    const [key, salt] = splitKeyAndSalt(keyAndSalt)
    const rtp = deriveSessionKeys(key, salt, 'rtp')
    const rtcp = deriveSessionKeys(key, salt, 'rtcp')
    this.#rtpTagLength = RTP_TAG_LENGTH[suite]
    this.#rtpCipher = new CounterMode(rtp.cipherKey, rtp.salt)
    this.#rtpAuthenticator = new Authenticator(rtp.authenticationKey, this.#rtpTagLength)
    this.#rtcpCipher = new CounterMode(rtcp.cipherKey, rtcp.salt)
    this.#rtcpAuthenticator = new Authenticator(rtcp.authenticationKey, RTCP_TAG_LENGTH)
  }

  /** Gives the length of the plain RTP packet; -1 for what is malformed, forged, or came before. */
  unprotectRtp(packet: Buffer, length: number): number {
    const end = length - this.#rtpTagLength
    const headerLength = rtpHeaderLength(packet, end)
    if (headerLength < 0 || end > MAX_SRTP_PACKET_LENGTH) return -1
    const ssrc = ssrcOf(packet)
    const window = this.#sources.find(ssrc)
    const sequenceNumber = sequenceNumberOf(packet)
    // The rollover counter is guessed from the highest number so far (RFC 3711 appendix A); a wrong guess fails authentication.
    const index = window.highest < 0 ? sequenceNumber : extendSequence(window.highest, sequenceNumber)
    if (index < 0 || !window.isFresh(index)) return -1
    if (!this.#rtpAuthenticator.verify(packet, end, Math.floor(index / 0x1_0000))) return -1
    window.take(index)
    this.#sources.keep(ssrc, window)
    this.#rtpCipher.apply(packet, headerLength, end, ssrc, index)
    return end
  }

  /** Gives the length of the plain compound RTCP packet; -1 for what is malformed, forged, or came before. */
  unprotectRtcp(packet: Buffer, length: number): number {
    const authenticated = length - RTCP_TAG_LENGTH
    const end = authenticated - 4
    if (end < RTCP_CLEAR_LENGTH || authenticated > MAX_SRTP_PACKET_LENGTH) return -1
    const word = packet.readUInt32BE(end)
    const index = word % RTCP_ENCRYPTED_FLAG
    const ssrc = packet.readUInt32BE(4)
    const window = this.#rtcpSources.find(ssrc)
    if (!window.isFresh(index) || !this.#rtcpAuthenticator.verify(packet, authenticated, undefined)) return -1
    window.take(index)
    this.#rtcpSources.keep(ssrc, window)
    if (word >= RTCP_ENCRYPTED_FLAG) this.#rtcpCipher.apply(packet, RTCP_CLEAR_LENGTH, end, ssrc, index)
    return end
  }
}
