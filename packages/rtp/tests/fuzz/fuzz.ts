import assert from 'node:assert/strict'
import { Buffer } from 'node:buffer'
import { below, type Random, seededRandom } from '@klinke/foundation'
import {
  acceptAnswer,
  answerLocally,
  codecsOf,
  cryptoAttributesOf,
  EndpointMeter,
  type EndpointNegotiation,
  KeyPressDecoder,
  newIceLite,
  newNegotiation,
  offerLocally,
  parseRtcp,
  parseSdp,
  parseStun,
  payloadMap,
  printSdp,
  rejectOffer,
  relayAnswer,
  relayOffer,
  rtpHeaderLength,
  rtpPayloadLength,
  SrtpReceiver,
  SrtpSender,
  stepIceLite,
  streamsOf,
  timestampOf,
} from '../../src/index.ts'
import { mutatePacket, mutateText } from './mutate.ts'
import { checkSample, ICE_OF_BROWSER, ICE_OF_SERVER, packetSample, pick, sdpSample } from './samples.ts'

const ports = (line: number) => ({ rtpPort: 20_000 + 2 * line, rtcpPort: 20_001 + 2 * line })
const KEY_AND_SALT = Buffer.alloc(30, 7)
const FINGERPRINT = { hash: 'sha-256', value: Array.from({ length: 32 }, () => 'AB').join(':') } as const
const STRANGER = { addressFamily: 'IPv4', address: '192.0.2.66', port: 6666 } as const

/** An endless source of broken input that is the same for the same seed. Every step feeds one description and one packet. */
export class Fuzzer {
  readonly #random: Random
  #a: EndpointNegotiation
  #b: EndpointNegotiation
  readonly #meter = new EndpointMeter(8000)
  readonly #keys = new KeyPressDecoder(8000)
  readonly #receiver = new SrtpReceiver('AES_CM_128_HMAC_SHA1_80', KEY_AND_SALT)
  readonly #sender = new SrtpSender('AES_CM_128_HMAC_SHA1_80', KEY_AND_SALT)
  #ice = newIceLite(ICE_OF_SERVER, ICE_OF_BROWSER)
  #nowMs = 0

  constructor(seed: number) {
    this.#random = seededRandom(seed)
    this.#a = this.#newEndpoint()
    this.#b = this.#newEndpoint()
  }

  /** Checks one more input of each kind. An error names the input. */
  step(): void {
    const random = this.#random
    const sample = sdpSample(random)
    const sdp = below(random, 4) === 0 ? sample : mutateText(sample, random)
    const packet = mutatePacket(packetSample(random), random)
    try {
      checkSdp(sdp)
      this.#negotiate(sdp)
    } catch (cause) {
      throw new Error(`A property does not hold for the description ${JSON.stringify(sdp)}`, { cause })
    }
    try {
      this.#takePacket(packet)
    } catch (cause) {
      throw new Error(`A property does not hold for the packet ${packet.toString('hex')}`, { cause })
    }
  }

  #newEndpoint(): EndpointNegotiation {
    const srtp = pick(this.#random, ['none', 'offered', 'required', 'dtls'])
    const rtcpMux = below(this.#random, 2) === 0
    return newNegotiation({ srtp, addressFamily: 'IPv4', rtcpMux, fingerprint: FINGERPRINT }, '203.0.113.1', this.#random)
  }

  /** One transition between two endpoints, whatever state they are in. */
  #negotiate(sdp: string): void {
    const random = this.#random
    const [a, b] = below(random, 2) === 0 ? [this.#a, this.#b] : [this.#b, this.#a]
    const relayed = below(random, 2) === 0 ? relayOffer(a, b, sdp, ports, random) : relayAnswer(a, b, sdp, ports, random)
    if (relayed.ok) {
      assertPrintsWell(relayed.value.sdp)
      this.#a = relayed.value.from
      this.#b = relayed.value.to
    }
    const own = below(random, 2) === 0 ? answerLocally(this.#a, sdp, ports, random) : offerLocally(this.#a, ports, random)
    if (own.ok) {
      assertPrintsWell(own.value.sdp)
      this.#a = own.value.endpoint
    }
    const accepted = acceptAnswer(this.#b, sdp)
    if (accepted.ok) this.#b = accepted.value
    this.#readStreams()
    if (below(random, 4) === 0) this.#a = rejectOffer(this.#a)
    if (below(random, 8) === 0) this.#b = this.#newEndpoint()
  }

  #readStreams(): void {
    const [a] = this.#a.agreed ? streamsOf(this.#a.agreed) : []
    const [b] = this.#b.agreed ? streamsOf(this.#b.agreed) : []
    if (a && b) payloadMap(a, b)
  }

  #takePacket(packet: Buffer): void {
    const headerLength = rtpHeaderLength(packet)
    if (headerLength >= 0) {
      assert.ok(headerLength <= packet.length)
      const payloadLength = rtpPayloadLength(packet, headerLength)
      assert.ok(payloadLength <= packet.length - headerLength)
      this.#keys.event(packet.subarray(headerLength, headerLength + Math.max(0, payloadLength)), timestampOf(packet))
      this.#meter.received(packet, packet.length, below(this.#random, 1_000_000))
    }
    const reports = parseRtcp(packet)
    if (reports) this.#meter.rtcpReceived(reports, 1_767_600_000_000)
    this.#meter.report(1_767_600_000_000)
    const { mos } = this.#meter.statistics('PCMA')
    assert.ok(mos === undefined || (mos >= 1 && mos <= 4.5), `MOS ${mos}`)
    parseStun(packet)
    this.#check(packet)
    const room = Buffer.concat([packet, Buffer.alloc(14)])
    assert.equal(this.#receiver.unprotectRtp(Buffer.from(packet), packet.length), -1)
    assert.equal(this.#receiver.unprotectRtcp(Buffer.from(packet), packet.length), -1)
    this.#sender.protectRtp(Buffer.from(room), packet.length)
    this.#sender.protectRtcp(room, packet.length)
  }

  /** A check of the peer's that was broken is not answered, and opens no path. */
  #check(packet: Buffer): void {
    this.#nowMs += 7
    const whole = checkSample(this.#random)
    const broken = mutatePacket(whole, this.#random)
    for (const datagram of [packet, broken]) {
      const [next, effects] = stepIceLite(this.#ice, { kind: 'datagram', packet: datagram, source: STRANGER, nowMs: this.#nowMs })
      this.#ice = next
      if (!datagram.equals(whole)) assert.deepEqual([effects, next.checked], [[], []])
      else this.#ice = newIceLite(ICE_OF_SERVER, ICE_OF_BROWSER)
    }
  }
}

/** What can be read can be printed and read again to the same. */
function checkSdp(text: string): void {
  const parsed = parseSdp(text)
  if (!parsed.ok) return
  const again = parseSdp(printSdp(parsed.value))
  assert.ok(again.ok, 'what was printed cannot be read')
  assert.equal(printSdp(again.value), printSdp(parsed.value))
  for (const media of parsed.value.media) {
    codecsOf(media)
    cryptoAttributesOf(media)
  }
}

/** What goes out is a description, holds no address of the peers' and at least one line. */
function assertPrintsWell(sdp: string): void {
  const parsed = parseSdp(sdp)
  assert.ok(parsed.ok, 'an unreadable description would go out')
  assert.equal(parsed.value.connection?.address, '203.0.113.1')
  assert.ok(parsed.value.media.every(({ connection }) => connection === undefined))
}
