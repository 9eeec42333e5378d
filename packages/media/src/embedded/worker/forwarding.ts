import { isTelephoneEvent, type KeyPress, type PayloadRule, payloadMap, setPayloadType, timestampOf, transcodeG711 } from '@klinke/rtp'
import type { PacketBuffer } from '../../packet-io/packet-io.ts'
import { inClock } from './digits/event-clock.ts'
import { ToneInterjection } from './digits/tone-interjection.ts'
import type { Leg } from './leg.ts'
import type { PacketSink, Program, ReceivedPacket } from './program.ts'
import { StopNotice } from './stop-notice.ts'
import type { FrameListener, HeardFrame } from './voice/heard-frame.ts'

/**
 * One party hears another, or itself. Packets pass as they are, under the hearer's payload type numbers; a codec that the hearer does not
 * speak is decoded and spoken anew, which begins with the first such packet and ends with the first that may pass.
 */
export class Forwarding implements Program, PacketSink, FrameListener {
  readonly #from: Leg
  readonly #to: Leg
  /** The other direction: the two parties part together. */
  twin: Forwarding | undefined
  /** Called at the end. */
  closed: () => void = () => undefined
  /** By payload type; undefined while all may pass untouched. */
  #rules: readonly (PayloadRule | undefined)[] | undefined
  /** By payload type: the clock of key presses. */
  #eventClocks: readonly (number | undefined)[] = []
  #transcoding = false
  #notice: StopNotice | undefined
  #open = true

  constructor(from: Leg, to: Leg) {
    this.#from = from
    this.#to = to
    from.sink = this
    this.refit()
  }

  get isEcho(): boolean {
    return this.#from === this.#to
  }

  /** Packets are passed on when they come, and transcoded frames when they are heard; when nothing comes any more the party is told. */
  tick(nowMs: number): void {
    if (this.#from.hasStopped) {
      this.#notice ??= new StopNotice(this.#to)
      this.#notice.tick(nowMs)
    } else if (this.#notice) this.#notice = undefined
  }

  refit(): void {
    const { stream: source } = this.#from
    const { stream: target } = this.#to
    const map = source && target ? payloadMap(source, target) : undefined
    this.#rules = map?.kind === 'untouched' ? undefined : (map?.rules ?? [])
    this.#eventClocks = eventClocks(this.#from)
    this.#transcode(map?.kind === 'incompatible')
  }

  close(): void {
    if (!this.#open) return
    this.#open = false
    if (this.#from.sink === this) this.#from.sink = undefined
    this.#transcode(false)
    const { twin } = this
    this.twin = undefined
    twin?.part()
    this.closed()
  }

  /** The other direction has ended. */
  part(): void {
    this.twin = undefined
    this.#to.end(this)
  }

  packet(packet: ReceivedPacket, nowMs: number): void {
    if (this.#to.isInterrupted) return
    const { buffer, payloadType, payloadAt, length } = packet
    if (this.#rules) {
      const isEvent = this.#eventClocks[payloadType] !== undefined
      if (isEvent && this.#transcoding) {
        this.#event(packet, nowMs)
        return
      }
      const rule = this.#rules[payloadType]
      if (!isEvent && this.#from.ear.speaks(payloadType)) this.#transcode(rule === undefined)
      if (!rule) return
      setPayloadType(buffer.bytes, rule.payloadType)
      if (rule.transcodeFrom) transcodeG711(rule.transcodeFrom, buffer.bytes.subarray(payloadAt, length))
    }
    this.#to.outbound.send(buffer, length, nowMs)
  }

  raw(buffer: PacketBuffer, length: number): void {
    this.#to.outbound.sendRaw(buffer, length)
  }

  /** A hearer who knows no telephone events gets the tones. */
  pressed(press: KeyPress): void {
    if (this.#to.mouth.eventClockRateHz === undefined) this.#to.interject(new ToneInterjection(this.#to, press))
  }

  hear(frame: HeardFrame, nowMs: number): void {
    const rateHz = this.#to.mouth.sampleRateHz
    if (rateHz && !frame.pausing) this.#to.say(frame.at(rateHz), nowMs)
  }

  #event({ buffer, payloadType, payloadAt, length }: ReceivedPacket, nowMs: number): void {
    const clockRateHz = this.#eventClocks[payloadType]
    const wantedHz = this.#to.mouth.eventClockRateHz
    if (clockRateHz === undefined || wantedHz === undefined) return
    const { bytes } = buffer
    const payload = inClock(bytes.subarray(payloadAt, length), clockRateHz, wantedHz)
    this.#to.mouth.event({ payload, marker: (bytes[1] ?? 0) > 127, press: timestampOf(bytes) }, nowMs)
  }

  #transcode(on: boolean): void {
    if (on === this.#transcoding) return
    this.#transcoding = on
    if (on) this.#from.ear.add(this)
    else this.#from.ear.remove(this)
  }
}

/** The two parties hear each other; what each heard before is over. */
export function bridge(a: Leg, b: Leg): void {
  a.tune(undefined)
  b.tune(undefined)
  const [forward, back] = [new Forwarding(a, b), new Forwarding(b, a)]
  forward.twin = back
  back.twin = forward
  b.tune(forward)
  a.tune(back)
}

function eventClocks({ stream }: Leg): (number | undefined)[] {
  const clocks: (number | undefined)[] = []
  for (const codec of [...(stream?.receiveCodecs ?? []), ...(stream?.sendCodecs ?? [])]) {
    if (isTelephoneEvent(codec)) clocks[codec.payloadType] ??= codec.clockRateHz
  }
  return clocks
}
