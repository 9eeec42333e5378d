import {
  EndpointMeter,
  type EndpointStatistics,
  isRtcp,
  type ListenOptions,
  type NegotiatedStream,
  payloadTypeOf,
  QualityHistory,
  receives,
  rtpHeaderLength,
  rtpPayloadLength,
  sends,
  sequenceNumberOf,
  timestampOf,
  type WebRtcTransport,
} from '@klinke/rtp'
import type { PacketBuffer, PacketReceiver, PacketSource, Peer } from '../../packet-io/packet-io.ts'
import { Inbound } from './inbound.ts'
import { KeyPresses } from './key-presses.ts'
import type { LegContext, LegSockets } from './leg-context.ts'
import { Outbound } from './outbound.ts'
import type { Interjection, PacketSink, Program } from './program.ts'
import { protect, protectBy } from './protection.ts'
import { RtcpExchange } from './rtcp-exchange.ts'
import { SourceLatch } from './source-latch.ts'
import { StreamStops } from './stream-stops.ts'
import { Ear } from './voice/ear.ts'
import { Interjections } from './voice/interjections.ts'
import { Listening } from './voice/listening.ts'
import { Mouth } from './voice/mouth.ts'
import { WebRtc } from './web-rtc/web-rtc.ts'

/** Version 2 in the first two bits; below it STUN and DTLS have their places (RFC 7983). */
const FIRST_OCTET_OF_RTP = 128

/** One party's media line: a stream in, a stream out, their RTCP, and what the party hears. */
export class Leg {
  readonly #sockets: LegSockets
  readonly #context: LegContext
  readonly #latch = new SourceLatch()
  readonly #rtcpLatch = new SourceLatch()
  readonly #meter: EndpointMeter
  readonly #history: QualityHistory
  readonly #inbound: Inbound
  readonly #rtcp: RtcpExchange
  readonly #listening: Listening
  readonly #interjections = new Interjections()
  readonly #stops: StreamStops
  readonly outbound: Outbound
  /** What the party says, as sound, for who listens. */
  readonly ear: Ear
  /** Speaks to the party. */
  readonly mouth: Mouth
  /** Where the party's packets go as they come. */
  sink: PacketSink | undefined
  #program: Program | undefined
  #stream: NegotiatedStream | undefined
  /** Of a browser. */
  #web: WebRtc | undefined
  #keyPresses: KeyPresses | undefined
  readonly #packet: { buffer: PacketBuffer; payloadType: number; payloadAt: number; length: number }
  #inactivityTold = false

  constructor(sockets: LegSockets, context: LegContext, stream: NegotiatedStream) {
    this.#sockets = sockets
    this.#context = context
    this.#packet = { buffer: context.scratch, payloadType: 0, payloadAt: 0, length: 0 }
    const nowMs = performance.now()
    this.#meter = new EndpointMeter(stream.receiveCodecs[0]?.clockRateHz ?? 8000)
    this.#history = new QualityHistory(nowMs)
    this.#inbound = new Inbound(this.#latch, this.#meter, (source) => this.#learned(source))
    this.outbound = new Outbound(sockets.rtp, this.#latch, this.#meter)
    this.#rtcp = new RtcpExchange(this.#meter, this.#inbound, this.outbound, context.scratch, context.ssrc, nowMs)
    this.ear = new Ear(context.codecs)
    this.mouth = new Mouth(this.outbound, context.scratch, context.ssrc, context.codecs)
    this.#listening = new Listening(this.ear, context.event)
    this.#stops = new StreamStops(this.#meter, (kind, silentMs) => context.event({ kind, silentMs }))
    const receiveRtcp: PacketReceiver = (packet, length, source) => {
      this.#rtcp.receive(packet, length, source, this.#rtcpLatch, performance.now())
    }
    sockets.rtp.listen(this.#guarded((packet, length, source) => this.#receive(packet, length, source)))
    sockets.rtcp.listen(this.#guarded(receiveRtcp))
  }

  get stream(): NegotiatedStream | undefined {
    return this.#stream
  }

  /** Follows a negotiation; undefined turns the line off. */
  configure(stream: NegotiatedStream | undefined): void {
    const before = this.#stream
    this.#stream = stream
    if (stream?.webRtc) this.#followWebRtc(stream.webRtc)
    // Silence counts from when packets may be expected, not from before a hold.
    if (expectsPackets(stream) && !expectsPackets(before)) this.#alive(performance.now())
    this.#enable()
    if (stream) {
      this.#signal(stream)
      protect(this.#inbound, this.outbound, stream, before)
      this.#keyPresses = new KeyPresses(stream)
      this.outbound.stream.clockRateHz = stream.kind === 'audio' ? (stream.sendCodecs[0]?.clockRateHz ?? 8000) : undefined
      this.#rtcp.clockRateHz = stream.sendCodecs[0]?.clockRateHz ?? this.#rtcp.clockRateHz
    }
    this.mouth.follow(stream)
    this.ear.follow(stream)
    this.#listening.follow(stream)
    this.#stops.follow(stream, performance.now())
    this.#program?.refit()
    if (this.sink !== this.#program) this.sink?.refit()
  }

  /** The party hears this from now on; undefined: nothing. */
  tune(program: Program | undefined): void {
    const before = this.#program
    this.#program = program
    before?.close()
    this.#listening.mediaEndsHere = this.sink === undefined || this.sink.isEcho
  }

  /** The party hears nothing, if it heard this. */
  end(program: Program): void {
    if (this.#program === program) this.tune(undefined)
  }

  listen(options: ListenOptions): void {
    this.#listening.ask(options)
  }

  /** Its end is told from now on, and so is its return; or neither any more. */
  watchForStops(watched: boolean): void {
    this.#stops.watch(watched, performance.now())
  }

  /** The peer has been heard and sends nothing any more, though it should. */
  get hasStopped(): boolean {
    return this.#stops.stopped
  }

  /** An interjection is being said: packets and frames of others are not for this party now. */
  get isInterrupted(): boolean {
    return this.#interjections.isSpeaking
  }

  interject(interjection: Interjection): void {
    this.#interjections.add(interjection)
  }

  /** Says 20 ms to the party, unless something else is being said in between. */
  say(frame: Int16Array, nowMs: number): void {
    if (!this.isInterrupted) this.mouth.say(frame, nowMs)
  }

  /** Hears the party, and says what is made here. Called each 20 ms. */
  tick(nowMs: number): void {
    if (this.ear.isListening) this.ear.tick(nowMs)
    if (!this.#interjections.tick(nowMs)) this.#program?.tick(nowMs)
  }

  /** Reports and the watch for silence; called a few times a second. */
  housekeeping(nowMs: number): void {
    this.#web?.tick(nowMs)
    this.#rtcp.tick(nowMs)
    this.#history.tick(nowMs, () => this.#counted())
    this.#stops.tick(nowMs)
    const silentMs = nowMs - this.#inbound.lastAliveMs
    if (silentMs < this.#context.inactivityMs) this.#inactivityTold = false
    else if (this.#context.inactivityMs > 0 && isExpectedToSend(this.#stream) && !this.#inactivityTold) {
      this.#inactivityTold = true
      this.#context.event({ kind: 'inactive', silentMs: Math.round(silentMs) })
    }
  }

  statistics(): EndpointStatistics {
    const { samples } = this.#history
    return samples.length === 0 ? this.#counted() : { ...this.#counted(), samples }
  }

  #counted(): EndpointStatistics {
    return this.#meter.statistics(this.#stream?.sendCodecs[0]?.name, this.#stream?.packetTimeMs)
  }

  close(): void {
    this.tune(undefined)
    this.#interjections.close()
    this.ear.close()
    this.mouth.close()
    this.#web?.close()
    this.#sockets.rtp.listen(undefined)
    this.#sockets.rtcp.listen(undefined)
  }

  #guarded(receive: PacketReceiver): PacketReceiver {
    return (packet, length, source) => {
      try {
        receive(packet, length, source)
      } catch (error) {
        this.#context.fault(error)
      }
    }
  }

  #receive(packet: PacketBuffer, length: number, source: PacketSource): void {
    const nowMs = performance.now()
    if (this.#stream?.transport === 'udptl') this.#receiveRaw(packet, length, source, nowMs)
    else if (this.#web && (packet.bytes[0] ?? 0) < FIRST_OCTET_OF_RTP) this.#web.take(packet, length, source, nowMs)
    else if (length > 1 && isRtcp(packet.bytes)) this.#rtcp.receive(packet, length, source, this.#latch, nowMs)
    else this.#receiveRtp(packet, length, source, nowMs)
    if (this.sink) this.#context.io.passedOn(nowMs)
  }

  #receiveRtp(buffer: PacketBuffer, length: number, source: PacketSource, nowMs: number): void {
    const plainLength = this.#inbound.accept(buffer, length, source, nowMs)
    if (plainLength < 0) return
    this.#web?.heard(source)
    const { bytes } = buffer
    const payloadAt = rtpHeaderLength(bytes, plainLength)
    const payloadType = payloadTypeOf(bytes)
    this.#stops.heard(payloadType, nowMs)
    const press = this.#keyPresses?.look(payloadType, timestampOf(bytes), bytes, payloadAt, plainLength, nowMs)
    // Before the packet is passed on, which may change it in place.
    if (this.ear.isListening) this.#hear(bytes, payloadType, payloadAt, plainLength, nowMs)
    if (this.sink) {
      this.#packet.buffer = buffer
      this.#packet.payloadType = payloadType
      this.#packet.payloadAt = payloadAt
      this.#packet.length = plainLength
      this.sink.packet(this.#packet, nowMs)
    }
    if (press) {
      this.#context.event({ kind: 'dtmf', ...press, by: 'telephone-event' })
      this.sink?.pressed(press)
    }
  }

  #hear(bytes: Uint8Array, payloadType: number, payloadAt: number, length: number, nowMs: number): void {
    const octets = rtpPayloadLength(bytes, payloadAt, length)
    if (octets <= 0) return
    const payload = bytes.subarray(payloadAt, payloadAt + octets)
    this.ear.push(payloadType, sequenceNumberOf(bytes), timestampOf(bytes), payload, nowMs)
  }

  #receiveRaw(packet: PacketBuffer, length: number, source: PacketSource, nowMs: number): void {
    if (this.#inbound.acceptRaw(source, nowMs)) this.sink?.raw(packet, length)
  }

  /** Lets packets through as negotiated; a browser's only under the keys that it agrees on. */
  #enable(): void {
    const stream = this.#stream?.webRtc && !this.#web?.isProtected ? undefined : this.#stream
    this.#inbound.enabled = expectsPackets(stream)
    this.outbound.enabled = stream !== undefined && sends(stream.direction)
    const { rtp, rtcp } = this.#sockets
    const muxed = { socket: rtp, latch: this.#latch }
    this.#rtcp.path = stream && (stream.rtcpMux ? muxed : { socket: rtcp, latch: this.#rtcpLatch })
  }

  #followWebRtc(transport: WebRtcTransport): void {
    const { io, scratch, dtls, event } = this.#context
    if (this.#web) this.#web.follow(transport)
    else if (dtls) {
      this.#web = new WebRtc(transport, {
        ...{ io, scratch, dtls, socket: this.#sockets.rtp },
        protect: (keys) => {
          protectBy(keys, this.#inbound, this.outbound)
          this.#enable()
        },
        moved: ({ address, port }) => event({ kind: 'source-changed', address, port }),
        failed: (why) => event({ kind: 'unprotected', why }),
      })
      this.#latch.path = this.#web
    }
  }

  #signal(stream: NegotiatedStream): void {
    const { remote } = stream
    const { io } = this.#context
    if (!remote) return
    const { addressFamily, address, rtpPort, rtcpAddress, rtcpPort } = remote
    this.#latch.signal(io.peer(addressFamily, address, rtpPort))
    this.#rtcpLatch.signal(io.peer(addressFamily, rtcpAddress ?? address, rtcpPort))
  }

  #learned({ address, port }: Peer): void {
    const { signalled } = this.#latch
    if (signalled?.address !== address || signalled.port !== port) this.#context.event({ kind: 'source-changed', address, port })
  }

  #alive(nowMs: number): void {
    this.#inbound.lastAliveMs = nowMs
    this.#inactivityTold = false
  }
}

function expectsPackets(stream: NegotiatedStream | undefined): boolean {
  return stream !== undefined && receives(stream.direction)
}

/** Who receives a page by T.38 sends nothing as long as it takes. */
function isExpectedToSend(stream: NegotiatedStream | undefined): boolean {
  return expectsPackets(stream) && stream?.transport !== 'udptl'
}
