import type { Buffer } from 'node:buffer'
import { rtpHeaderLength, sequenceNumberOf, ssrcOf } from '../packet/rtp-packet.ts'
import { extendSequence } from '../packet/sequence.ts'
import type { CryptoSuite } from '../sdp/crypto-attribute.ts'
import { Authenticator, MAX_SRTP_PACKET_LENGTH } from './authenticator.ts'
import { CounterMode } from './counter-mode.ts'
import { deriveSessionKeys, splitKeyAndSalt } from './key-derivation.ts'
import { SourceTable } from './source-table.ts'
import { MAX_RTCP_INDEX, RTCP_CLEAR_LENGTH, RTCP_ENCRYPTED_FLAG, RTCP_TAG_LENGTH, RTP_TAG_LENGTH } from './suite.ts'

/** Protects what goes to one peer (RFC 3711 §3.3, §3.4). Works in place. */
export class SrtpSender {
  readonly #rtpTagLength: number
  readonly #rtpCipher: CounterMode
  readonly #rtpAuthenticator: Authenticator
  readonly #rtcpCipher: CounterMode
  readonly #rtcpAuthenticator: Authenticator
  /** Highest extended sequence number per source. */
  readonly #sources = new SourceTable<{ highest: number }>(() => ({ highest: -1 }))
  #rtcpIndex = 0

  /** `keyAndSalt`: the 30 octets of our own a=crypto line. */
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

  /**
   * Encrypts the payload of the first `length` octets and puts the tag behind them. Gives the new length; -1 when this is no
   * RTP packet or `packet` has no room. A packet older than the first one of its source cannot be protected either.
   */
  protectRtp(packet: Buffer, length: number): number {
    const headerLength = rtpHeaderLength(packet, length)
    const end = length + this.#rtpTagLength
    if (headerLength < 0 || end > packet.length || length > MAX_SRTP_PACKET_LENGTH) return -1
    const ssrc = ssrcOf(packet)
    const source = this.#sources.find(ssrc)
    const sequenceNumber = sequenceNumberOf(packet)
    const index = source.highest < 0 ? sequenceNumber : extendSequence(source.highest, sequenceNumber)
    if (index < 0) return -1
    if (index > source.highest) source.highest = index
    this.#sources.keep(ssrc, source)
    this.#rtpCipher.apply(packet, headerLength, length, ssrc, index)
    this.#rtpAuthenticator.write(packet, length, Math.floor(index / 0x1_0000))
    return end
  }

  /** Encrypts a compound RTCP packet; gives the new length or -1. */
  protectRtcp(packet: Buffer, length: number): number {
    const end = length + 4 + RTCP_TAG_LENGTH
    if (length < RTCP_CLEAR_LENGTH || end > packet.length || length + 4 > MAX_SRTP_PACKET_LENGTH || this.#rtcpIndex > MAX_RTCP_INDEX)
      return -1
    const index = this.#rtcpIndex++
    this.#rtcpCipher.apply(packet, RTCP_CLEAR_LENGTH, length, packet.readUInt32BE(4), index)
    packet.writeUInt32BE(index + RTCP_ENCRYPTED_FLAG, length)
    this.#rtcpAuthenticator.write(packet, length + 4, undefined)
    return end
  }
}
