import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Codec, type Direction, EndpointMeter, type NegotiatedStream, writeRtpHeader } from '@klinke/rtp'
import { StreamStops } from './stream-stops.ts'

const VOICE = 8
const COMFORT_NOISE = 97
const codec = (payloadType: number, name: string): Codec => ({ payloadType, name, clockRateHz: 8000, channels: 1, parameters: undefined })
const stream = (direction: Direction = 'sendrecv', more: Partial<NegotiatedStream> = {}): NegotiatedStream => ({
  ...{
    line: 0,
    kind: 'audio',
    transport: 'rtp',
    remote: undefined,
    direction,
    rtcpMux: false,
    srtp: undefined,
    webRtc: undefined,
    packetTimeMs: 20,
  },
  ...{ receiveCodecs: [codec(VOICE, 'PCMA'), codec(COMFORT_NOISE, 'CN')], sendCodecs: [codec(VOICE, 'PCMA')] },
  ...more,
})

/** A peer that sends or not, and the watch, which is looked at twice a second. */
class Watched {
  readonly told: string[] = []
  readonly #meter = new EndpointMeter(8000)
  readonly stops = new StreamStops(this.#meter, (kind, silentMs) => this.told.push(`${kind} ${silentMs}`))
  #nowMs = 1000
  #sequenceNumber = 100

  constructor(negotiated = stream(), watched = true) {
    this.follow(negotiated)
    if (watched) this.stops.watch(true, this.#nowMs)
  }

  follow(negotiated: NegotiatedStream): this {
    this.stops.follow(negotiated, this.#nowMs)
    return this
  }

  sends(frames: number, payloadType = VOICE): this {
    for (let frame = 0; frame < frames; frame++) {
      this.#nowMs += 20
      const packet = new Uint8Array(172)
      const header = { payloadType, marker: false, sequenceNumber: this.#sequenceNumber++, timestamp: this.#nowMs * 8, ssrc: 7 }
      writeRtpHeader(packet, header)
      this.#meter.received(packet, packet.length, this.#nowMs)
      this.stops.heard(payloadType, this.#nowMs)
    }
    return this
  }

  /** Its packets do not arrive. */
  loses(seconds: number): this {
    this.#sequenceNumber += seconds * 50
    return this.waits(seconds)
  }

  waits(seconds: number): this {
    for (let beat = 0; beat < seconds * 2; beat++) {
      this.#nowMs += 500
      this.stops.tick(this.#nowMs)
    }
    return this
  }
}

test('a peer that was heard and sends nothing any more is told within two seconds, once, and again when it is heard', () => {
  const peer = new Watched().sends(50).waits(10)
  assert.deepEqual(peer.told, ['stopped 1500'])
  assert.equal(peer.stops.stopped, true)
  peer.sends(1)
  assert.deepEqual(peer.told.slice(1), ['returned 10020'])
  assert.equal(peer.stops.stopped, false)
})

test('a network that fails twice is told twice', () => {
  const peer = new Watched().sends(50).loses(5).sends(50).loses(5)
  assert.deepEqual(peer.told, ['stopped 1500', 'returned 5020', 'stopped 1500'])
})

test('a peer that has shown that it pauses, none of its packets being missing, is not told any more', () => {
  const peer = new Watched().sends(50).waits(5).sends(50).waits(60)
  assert.deepEqual(peer.told, ['stopped 1500', 'returned 5020'])
})

for (const [what, payloadType] of [
  ['negotiated', COMFORT_NOISE],
  ['as RFC 3551 numbers it', 13],
] as const) {
  test(`silence that begins with comfort noise, ${what}, is no stop; after speech without it, it is one`, () => {
    const peer = new Watched().sends(50).sends(1, payloadType).waits(60)
    assert.deepEqual(peer.told, [])
    peer.sends(1).waits(2)
    assert.deepEqual(peer.told, ['stopped 1500'])
  })
}

const QUIET: readonly (readonly [what: string, peer: () => Watched])[] = [
  ['a peer that was never heard', () => new Watched()],
  ['a peer nobody watches', () => new Watched(stream(), false).sends(50)],
  ['a peer that holds', () => new Watched().sends(50).follow(stream('inactive'))],
  ['a peer that listens only', () => new Watched().sends(50).follow(stream('sendonly'))],
  ['a peer that speaks only', () => new Watched(stream('recvonly')).sends(50)],
  ['a peer back from hold that was not heard since', () => new Watched().sends(50).follow(stream('inactive')).follow(stream())],
  ['a fax', () => new Watched(stream('sendrecv', { transport: 'udptl', kind: 'image' })).sends(50)],
  ['video', () => new Watched(stream('sendrecv', { kind: 'video' })).sends(50)],
]

for (const [what, peer] of QUIET) {
  test(`${what} may be silent`, () => assert.deepEqual(peer().waits(60).told, []))
}

test('a peer that holds after it has stopped is waited for no more', () => {
  const peer = new Watched().sends(50).waits(2).follow(stream('inactive'))
  assert.deepEqual(peer.told, ['stopped 1500', 'returned 2000'])
})

test('who takes the leg over meanwhile is told', () => {
  const peer = new Watched().sends(50).waits(2)
  peer.stops.watch(true, 3500)
  assert.equal(peer.told.length, 2)
})

test('who is not watched any more is silent without a word, and is watched again only when that is asked for', () => {
  const peer = new Watched().sends(50).waits(2)
  peer.stops.watch(false, 3500)
  assert.equal(peer.stops.stopped, false)
  peer.sends(50).waits(2)
  assert.deepEqual([peer.stops.stopped, peer.told], [false, ['stopped 1500']])
  peer.stops.watch(true, 10_000)
  peer.sends(50).waits(2)
  assert.equal(peer.stops.stopped, true)
})
