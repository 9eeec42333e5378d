import {
  EndpointMeter,
  type EndpointStatistics,
  isRtcp,
  keyAndSalt,
  type MediaSource,
  type NegotiatedStream,
  type PayloadRule,
  payloadMap,
  payloadTypeOf,
  receives,
  rtpHeaderLength,
  SrtpReceiver,
  SrtpSender,
  sends,
  setPayloadType,
  timestampOf,
  transcodeG711,
} from '@klinke/rtp'
import type { PacketBuffer, PacketIo, PacketReceiver, PacketSocket, PacketSource, Peer } from '../../packet-io/packet-io.ts'
import type { LegEvent } from '../protocol.ts'
import { FramePlayer } from './frame-player.ts'
import { Inbound } from './inbound.ts'
import { KeyPresses } from './key-presses.ts'
import { Outbound } from './outbound.ts'
import { RtcpExchange } from './rtcp-exchange.ts'
import { SourceLatch } from './source-latch.ts'

export interface LegSockets {
  readonly rtp: PacketSocket
  readonly rtcp: PacketSocket
}

export interface LegContext {
  readonly io: PacketIo
  /** For packets made here; used and sent within one call. */
  readonly scratch: PacketBuffer
  /** 0 for never. */
  readonly inactivityMs: number
  readonly ssrc: number
  readonly event: (event: LegEvent) => void
  /** A bug was met while a packet was handled. */
  readonly fault: (error: unknown) => void
}

/** One party's media line: a stream in, a stream out, their RTCP, and who hears whom. */
export class Leg {
  readonly #sockets: LegSockets
  readonly #context: LegContext
  readonly #latch = new SourceLatch()
  readonly #rtcpLatch = new SourceLatch()
  readonly #meter: EndpointMeter
  readonly #inbound: Inbound
  readonly #outbound: Outbound
  readonly #rtcp: RtcpExchange
  readonly #player: FramePlayer
  #stream: NegotiatedStream | undefined
  #keyPresses: KeyPresses | undefined
  /** Who hears this party; itself for an echo. */
  #partner: Leg | undefined
  #target: Outbound | undefined
  #rules: readonly (PayloadRule | undefined)[] | undefined
  #inactivityTold = false

  constructor(sockets: LegSockets, context: LegContext, stream: NegotiatedStream) {
    this.#sockets = sockets
    this.#context = context
    const nowMs = performance.now()
    this.#meter = new EndpointMeter(stream.receiveCodecs[0]?.clockRateHz ?? 8000)
    this.#inbound = new Inbound(this.#latch, this.#meter, (source) => this.#learned(source))
    this.#outbound = new Outbound(sockets.rtp, this.#latch, this.#meter)
    this.#rtcp = new RtcpExchange(this.#meter, this.#inbound, this.#outbound, context.scratch, context.ssrc, nowMs)
    this.#player = new FramePlayer(this.#outbound, context.scratch, context.ssrc)
    const receiveRtcp: PacketReceiver = (packet, length, source) => {
      this.#rtcp.receive(packet, length, source, this.#rtcpLatch, performance.now())
    }
    sockets.rtp.listen(this.#guarded((packet, length, source) => this.#receive(packet, length, source)))
    sockets.rtcp.listen(this.#guarded(receiveRtcp))
  }

  /** Follows a negotiation; undefined turns the line off. */
  configure(stream: NegotiatedStream | undefined): void {
    const before = this.#stream
    const wasReceiving = this.#inbound.enabled
    this.#stream = stream
    this.#inbound.enabled = stream !== undefined && receives(stream.direction)
    this.#outbound.enabled = stream !== undefined && sends(stream.direction)
    // Silence counts from when packets may be expected, not from before a hold.
    if (this.#inbound.enabled && !wasReceiving) this.#alive(performance.now())
    this.#rtcp.path = undefined
    if (stream) {
      this.#signal(stream)
      this.#protect(stream, before)
      this.#keyPresses = new KeyPresses(stream)
      this.#rtcp.clockRateHz = stream.sendCodecs[0]?.clockRateHz ?? this.#rtcp.clockRateHz
    }
    this.#player.follow(stream)
    this.#reroute()
    if (this.#partner) this.#partner.#reroute()
  }

  connect(other: Leg): void {
    this.#detach()
    other.#detach()
    this.#partner = other
    other.#partner = this
    this.#reroute()
    other.#reroute()
  }

  play(source: MediaSource): void {
    this.#detach()
    if (source.kind === 'echo') this.#partner = this
    if (source.kind === 'tone') this.#player.play(source)
    this.#reroute()
  }

  /** Sends the next frame of a local source. */
  tick(nowMs: number): void {
    this.#player.tick(nowMs)
  }

  /** Reports and the watch for silence; called a few times a second. */
  housekeeping(nowMs: number): void {
    this.#rtcp.tick(nowMs)
    const silentMs = nowMs - this.#inbound.lastAliveMs
    if (silentMs < this.#context.inactivityMs) this.#inactivityTold = false
    else if (this.#context.inactivityMs > 0 && this.#inbound.enabled && !this.#inactivityTold) {
      this.#inactivityTold = true
      this.#context.event({ kind: 'inactive', silentMs: Math.round(silentMs) })
    }
  }

  statistics(): EndpointStatistics {
    return this.#meter.statistics(this.#stream?.sendCodecs[0]?.name, this.#stream?.packetTimeMs)
  }

  close(): void {
    this.#detach()
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
    else if (length > 1 && isRtcp(packet.bytes)) this.#rtcp.receive(packet, length, source, this.#latch, nowMs)
    else this.#receiveRtp(packet, length, source, nowMs)
  }

  #receiveRtp(packet: PacketBuffer, length: number, source: PacketSource, nowMs: number): void {
    const plainLength = this.#inbound.accept(packet, length, source, nowMs)
    if (plainLength < 0) return
    const { bytes } = packet
    const payloadAt = rtpHeaderLength(bytes, plainLength)
    const press = this.#keyPresses?.look(payloadTypeOf(bytes), timestampOf(bytes), bytes, payloadAt, plainLength, nowMs)
    if (press) this.#context.event({ kind: 'dtmf', ...press, by: 'telephone-event' })
    if (this.#target) this.#forward(this.#target, packet, payloadAt, plainLength, nowMs)
  }

  #forward(target: Outbound, packet: PacketBuffer, payloadAt: number, length: number, nowMs: number): void {
    if (this.#rules) {
      const rule = this.#rules[payloadTypeOf(packet.bytes)]
      if (!rule) return
      setPayloadType(packet.bytes, rule.payloadType)
      if (rule.transcodeFrom) transcodeG711(rule.transcodeFrom, packet.bytes.subarray(payloadAt, length))
    }
    target.send(packet, length, nowMs)
  }

  #receiveRaw(packet: PacketBuffer, length: number, source: PacketSource, nowMs: number): void {
    if (this.#inbound.acceptRaw(source, nowMs)) this.#target?.sendRaw(packet, length)
  }

  #signal(stream: NegotiatedStream): void {
    const { remote, rtcpMux } = stream
    const { io } = this.#context
    this.#rtcp.path = rtcpMux ? { socket: this.#sockets.rtp, latch: this.#latch } : { socket: this.#sockets.rtcp, latch: this.#rtcpLatch }
    if (!remote) return
    const { addressFamily, address, rtpPort, rtcpAddress, rtcpPort } = remote
    this.#latch.signal(io.peer(addressFamily, address, rtpPort))
    this.#rtcpLatch.signal(io.peer(addressFamily, rtcpAddress ?? address, rtcpPort))
  }

  /** New keys make new contexts; the same keys go on, for their counters must (RFC 3711 §3.2.1). */
  #protect({ srtp }: NegotiatedStream, before: NegotiatedStream | undefined): void {
    const key = (side: 'send' | 'receive', of: NegotiatedStream | undefined): string => JSON.stringify(of?.srtp?.[side] ?? null)
    if (key('send', this.#stream) !== key('send', before))
      this.#outbound.srtp = srtp && new SrtpSender(srtp.send.suite, keyAndSalt(srtp.send))
    if (key('receive', this.#stream) !== key('receive', before)) {
      this.#inbound.srtp = srtp && new SrtpReceiver(srtp.receive.suite, keyAndSalt(srtp.receive))
    }
  }

  #learned({ address, port }: Peer): void {
    const { signalled } = this.#latch
    if (signalled?.address !== address || signalled.port !== port) this.#context.event({ kind: 'source-changed', address, port })
  }

  #alive(nowMs: number): void {
    this.#inbound.lastAliveMs = nowMs
    this.#inactivityTold = false
  }

  #detach(): void {
    const partner = this.#partner
    this.#partner = undefined
    this.#player.stop()
    this.#reroute()
    if (partner && partner !== this) partner.#detach()
  }

  /** Works out how packets of this party reach its partner. */
  #reroute(): void {
    const partner = this.#partner
    this.#target = undefined
    this.#rules = undefined
    if (!partner || !this.#stream || !partner.#stream) return
    const map = payloadMap(this.#stream, partner.#stream)
    if (map.kind !== 'incompatible') this.#target = partner.#outbound
    if (map.kind === 'mapped') this.#rules = map.rules
  }
}
