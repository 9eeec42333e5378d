import assert from 'node:assert/strict'
import { createSocket, type Socket } from 'node:dgram'
import { once } from 'node:events'
import { seededRandom } from '@klinke/foundation'
import {
  type AddressFamily,
  attributeValue,
  buildCheck,
  decodeG711,
  encodeG711,
  G711_FRAME_OCTETS,
  hasFingerprint,
  hasIntegrity,
  type IceCredentials,
  isRtcp,
  isStun,
  newIceCredentials,
  parseSdp,
  parseStun,
  printFingerprint,
  SrtpReceiver,
  SrtpSender,
  type StunMessage,
  sign,
  writeRtpHeader,
} from '@klinke/rtp'
import { eventually, type Sound } from '@klinke/testbed'
import { type DtlsIdentity, fingerprintOf, newDtlsIdentity } from '../../src/dtls/certificate.ts'
import type { DtlsAssociation } from '../../src/dtls/dtls-association.ts'
import { DtlsContext } from '../../src/dtls/dtls-context.ts'
import { openOpenSsl } from '../../src/dtls/open-ssl.ts'
import { pause } from './rtp-peer.ts'

const ssl = openOpenSsl()
/** For a test's `skip`. */
export const withoutDtls: string | false = ssl ? false : 'needs node:ffi and an OpenSSL with DTLS over memory'

const PEAK = 8000
const PRIORITY = 1_862_270_975
const FRAME_MS = 20
const STEP_WITHIN_MS = 5000

interface Server {
  readonly ice: IceCredentials
  readonly address: string
  readonly port: number
  readonly fingerprint: string
}

export interface CheckOptions {
  readonly nominate?: boolean
  readonly password?: string
}

/** A browser's media as the test tells it to behave: its own ICE checks, OpenSSL as DTLS client, SRTP. A socket for each network it is in. */
export class WebRtcPeer {
  readonly responses: StunMessage[] = []
  readonly received: Uint8Array[] = []
  readonly rtcpReceived: Uint8Array[] = []
  ice: IceCredentials
  /** What its description says; the certificate that it shows is `identity`. */
  fingerprint: string
  server: Server | undefined
  /** So many datagrams of the handshake do not reach it. */
  losesDatagrams = 0
  /** Told of each packet of sound as it comes, still protected. */
  arrived: (packet: Uint8Array) => void = () => undefined
  readonly #family: AddressFamily
  readonly #random = seededRandom(77)
  readonly #dtls: DtlsContext
  readonly #sockets: Socket[] = []
  #association: DtlsAssociation
  #sender: SrtpSender | undefined
  #receiver: SrtpReceiver | undefined
  #network = 0
  #version = 0
  #sequenceNumber = 500
  #timestamp = 9000

  private constructor(identity: DtlsIdentity, family: AddressFamily) {
    assert.ok(ssl)
    this.#family = family
    this.#dtls = new DtlsContext(ssl, identity)
    this.#association = this.#dtls.associate('client')
    this.ice = newIceCredentials(this.#random)
    this.fingerprint = printFingerprint(fingerprintOf(identity.certificate))
  }

  static async open(family: AddressFamily = 'IPv4'): Promise<WebRtcPeer> {
    const peer = new WebRtcPeer(newDtlsIdentity(), family)
    await peer.changeNetwork()
    return peer
  }

  /** From now on it sends from another address. */
  async changeNetwork(): Promise<void> {
    const isIPv4 = this.#family === 'IPv4'
    const socket = createSocket(isIPv4 ? 'udp4' : 'udp6')
    socket.bind(0, isIPv4 ? '127.0.0.1' : '::1')
    await once(socket, 'listening')
    socket.on('message', (packet) => this.#take(packet))
    this.#network = this.#sockets.push(socket) - 1
  }

  get nextSequenceNumber(): number {
    return this.#sequenceNumber & 0xffff
  }

  get port(): number {
    return this.#socket.address().port
  }

  describe(setup: 'actpass' | 'active' = 'actpass'): string {
    const lines = [
      'v=0',
      `o=- 4712 ${++this.#version} IN IP4 127.0.0.1`,
      's=-',
      't=0 0',
      'a=group:BUNDLE 0',
      'm=audio 9 UDP/TLS/RTP/SAVPF 8 101',
      'c=IN IP4 0.0.0.0',
      `a=ice-ufrag:${this.ice.usernameFragment}`,
      `a=ice-pwd:${this.ice.password}`,
      `a=fingerprint:${this.fingerprint}`,
      `a=setup:${setup}`,
      'a=mid:0',
      'a=rtcp-mux',
      'a=rtpmap:8 PCMA/8000',
      'a=rtpmap:101 telephone-event/8000',
      'a=sendrecv',
    ]
    return `${lines.join('\r\n')}\r\n`
  }

  /** Takes what the server says of itself. */
  follow(sdp: string): void {
    const parsed = parseSdp(sdp)
    assert.ok(parsed.ok, sdp)
    const [media] = parsed.value.media
    assert.ok(media)
    const [, , , , address = '', port] = (attributeValue(media, 'candidate') ?? '').split(' ')
    const ice = { usernameFragment: attributeValue(media, 'ice-ufrag') ?? '', password: attributeValue(media, 'ice-pwd') ?? '' }
    this.server = { ice, address, port: Number(port), fingerprint: attributeValue(media, 'fingerprint') ?? '' }
  }

  newIce(): void {
    this.ice = newIceCredentials(this.#random)
  }

  /** A connectivity check without waiting for its answer. */
  check({ nominate = true, password }: CheckOptions = {}): void {
    const { ice } = this.#known
    const username = `${ice.usernameFragment}:${this.ice.usernameFragment}`
    const request = buildCheck({ username, priority: PRIORITY, role: 'controlling', useCandidate: nominate }, this.#random)
    this.sendRaw(sign(request, password ?? ice.password))
  }

  /** Checks until the server answers. */
  async checked(): Promise<StunMessage> {
    const before = this.responses.length
    this.check()
    await eventually('the answer to a check', () => this.responses.length > before, { deadlineMs: STEP_WITHIN_MS })
    const response = this.responses.at(-1)
    assert.ok(response)
    return response
  }

  /** ICE, then the handshake. The server's certificate must be the one it has named. */
  async connect(): Promise<void> {
    await this.checked()
    this.beginHandshake()
    await eventually('the handshake', () => this.#association.state.kind === 'connected', { deadlineMs: STEP_WITHIN_MS })
    const { state } = this.#association
    assert.ok(state.kind === 'connected')
    assert.equal(printFingerprint(fingerprintOf(state.certificate)), this.#known.fingerprint)
    this.#sender = new SrtpSender(state.keys.suite, state.keys.send)
    this.#receiver = new SrtpReceiver(state.keys.suite, state.keys.receive)
  }

  beginHandshake(): void {
    this.#association.begin()
    this.#flush()
  }

  sendRaw(packet: Uint8Array): void {
    const { address, port } = this.#known
    this.#socket.send(packet, port, address)
  }

  /** One frame of A-law, protected when there are keys, unless `plain`. */
  send(frequencyHz: number, plain = false): void {
    const samples = Int16Array.from({ length: G711_FRAME_OCTETS }, (_, index) =>
      Math.round(PEAK * Math.sin((2 * Math.PI * frequencyHz * (this.#timestamp + index)) / 8000)),
    )
    const packet = Buffer.alloc(12 + G711_FRAME_OCTETS + 32)
    const [sequenceNumber, timestamp] = [this.#sequenceNumber++ & 0xffff, this.#timestamp]
    writeRtpHeader(packet, { payloadType: 8, marker: false, sequenceNumber, timestamp, ssrc: 0xb0b0 })
    encodeG711('A', samples, packet.subarray(12, 12 + G711_FRAME_OCTETS))
    this.#timestamp += G711_FRAME_OCTETS
    const length = 12 + G711_FRAME_OCTETS
    this.sendRaw(packet.subarray(0, plain || !this.#sender ? length : this.#sender.protectRtp(packet, length)))
  }

  burst(frequencyHz: number, count: number): void {
    for (let frame = 0; frame < count; frame++) this.send(frequencyHz)
  }

  async talk(frequencyHz: number, count: number): Promise<void> {
    const startMs = performance.now()
    for (let frame = 0; frame < count; frame++) {
      this.send(frequencyHz)
      await pause(Math.max(0, startMs + (frame + 1) * FRAME_MS - performance.now()))
    }
  }

  async hears(count: number): Promise<void> {
    await eventually(`${count} packets`, () => this.received.length >= count, {
      deadlineMs: STEP_WITHIN_MS,
      shown: () => String(this.received.length),
    })
  }

  sound(): Sound {
    const octets = Buffer.concat(this.received.map((packet) => packet.subarray(12)))
    const samples = new Int16Array(octets.length)
    decodeG711('A', octets, samples)
    return { samples: Float32Array.from(samples, (sample) => sample / 32_768), sampleRateHz: 8000 }
  }

  close(): void {
    this.#association.close()
    this.#dtls.close()
    for (const socket of this.#sockets) socket.close()
  }

  get #socket(): Socket {
    const socket = this.#sockets[this.#network]
    assert.ok(socket)
    return socket
  }

  get #known(): Server {
    assert.ok(this.server, 'the server has not said where it is')
    return this.server
  }

  #flush(): void {
    for (let datagram = this.#association.sent(); datagram; datagram = this.#association.sent()) this.sendRaw(Buffer.from(datagram))
  }

  #take(packet: Buffer): void {
    const first = packet[0] ?? 0
    if (isStun(packet)) this.#takeStun(packet)
    else if (first >= 20 && first <= 63) {
      if (this.losesDatagrams-- > 0) return
      this.#association.take(packet)
      this.#flush()
    } else if (this.#receiver) {
      if (!isRtcp(packet)) this.arrived(packet)
      this.#takeMedia(packet, this.#receiver)
    }
  }

  #takeStun(packet: Buffer): void {
    const message = parseStun(packet)
    assert.ok(message && hasIntegrity(packet, message, this.#known.ice.password) && hasFingerprint(packet, message))
    this.responses.push(message)
  }

  #takeMedia(packet: Buffer, receiver: SrtpReceiver): void {
    const isReport = isRtcp(packet)
    const length = isReport ? receiver.unprotectRtcp(packet, packet.length) : receiver.unprotectRtp(packet, packet.length)
    assert.ok(length >= 0, 'what comes from the server is authentic')
    ;(isReport ? this.rtcpReceived : this.received).push(packet.subarray(0, length))
  }
}
