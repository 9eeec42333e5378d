import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seededRandom, uniform } from '@klinke/foundation'
import { JitterBuffer, type Playout } from './jitter-buffer.ts'

const FRAME_MS = 20
const TICKS = 160
/** Near the wrap of both circles, so that every test crosses it. */
const FIRST_SEQUENCE = 0xfffd
const FIRST_TIMESTAMP = 0xffff_ff00

const newBuffer = (): JitterBuffer =>
  new JitterBuffer({ clockRateHz: 8000, frameMs: FRAME_MS, durationOf: (payload) => TICKS * Math.min(1, payload.length) })

interface Arrival {
  /** Number of the packet, from 0; its payload. */
  readonly packet: number
  readonly atMs: number
  /** Frames of silence that the source has left out before this packet. */
  readonly skipped?: number
}

const push = (buffer: JitterBuffer, { packet, atMs, skipped = 0 }: Arrival): string =>
  buffer.push((FIRST_SEQUENCE + packet) & 0xffff, (FIRST_TIMESTAMP + (packet + skipped) * TICKS) >>> 0, Uint8Array.of(packet), atMs)

const shown = (playout: Playout): string | number =>
  playout.kind === 'audio' ? (playout.payload[0] ?? -1) : playout.kind === 'missing' ? '?' : '-'

/** Plays so many frames, one each 20 ms from 5 ms on; packets come at their times. */
function played(buffer: JitterBuffer, arrivals: readonly Arrival[], frames: number, quiet = false): (string | number)[] {
  const due = arrivals.toSorted((a, b) => a.atMs - b.atMs)
  return Array.from({ length: frames }, (_, frame) => {
    const nowMs = 5 + frame * FRAME_MS
    while ((due[0]?.atMs ?? Number.POSITIVE_INFINITY) <= nowMs) {
      const arrival = due.shift()
      if (arrival) push(buffer, arrival)
    }
    return shown(buffer.pull(nowMs, quiet))
  })
}

const regular = (packets: readonly number[]): Arrival[] => packets.map((packet) => ({ packet, atMs: packet * FRAME_MS }))

const ROWS: readonly (readonly [what: string, arrivals: readonly Arrival[], heard: readonly (string | number)[]])[] = [
  ['packets in order come out in order, 25 ms after they came', regular([0, 1, 2, 3, 4, 5, 6]), ['-', 0, 1, 2, 3, 4, 5, 6]],
  [
    'two packets that changed places on the way change back',
    [...regular([0, 1, 4]), { packet: 2, atMs: 61 }, { packet: 3, atMs: 60 }],
    ['-', 0, 1, 2, 3, 4],
  ],
  ['a lost packet is concealed in its place and costs no delay', regular([0, 1, 3, 4, 5]), ['-', 0, 1, '?', 3, 4, 5]],
  ['three lost in a row are three concealed frames, no more', regular([0, 1, 5, 6]), ['-', 0, 1, '?', '?', '?', 5, 6]],
  ['a packet twice is heard once', [...regular([0, 1, 2, 3]), { packet: 1, atMs: 21 }], ['-', 0, 1, 2, 3]],
  ['what was heard already is not heard again', [...regular([0, 1, 2, 3, 4]), { packet: 1, atMs: 63 }], ['-', 0, 1, 2, 3, 4]],
  [
    'when the network stalls, what is late is heard late: nothing is lost and the delay grows',
    [...regular([0, 1]), { packet: 2, atMs: 80 }, { packet: 3, atMs: 81 }, { packet: 4, atMs: 82 }, { packet: 5, atMs: 100 }],
    ['-', 0, 1, '?', 2, 3, 4, 5],
  ],
  [
    'a source that leaves out silence pauses and is not concealed',
    [...regular([0, 1]), { packet: 2, atMs: 60, skipped: 1 }, { packet: 3, atMs: 80, skipped: 1 }],
    ['-', 0, 1, '-', 2, 3],
  ],
]
for (const [what, arrivals, heard] of ROWS) test(what, () => assert.deepEqual(played(newBuffer(), arrivals, heard.length), heard))

test('a pause of the source longer than 200 ms ends in silence, and playing starts anew', () => {
  const arrivals = [...regular([0, 1]), { packet: 2, atMs: 1000, skipped: 48 }, { packet: 3, atMs: 1020, skipped: 48 }]
  const heard = played(newBuffer(), arrivals, 54)
  assert.deepEqual(heard.slice(0, 16), ['-', 0, 1, ...new Array<string>(10).fill('?'), '-', '-', '-'])
  assert.deepEqual(heard.slice(48), ['-', '-', '-', 2, 3, '?'])
})

test('it says what became of a packet', () => {
  const buffer = newBuffer()
  assert.equal(push(buffer, { packet: 1, atMs: 20 }), 'kept')
  assert.equal(push(buffer, { packet: 1, atMs: 21 }), 'duplicate')
  buffer.pull(60, false)
  assert.equal(push(buffer, { packet: 0, atMs: 61 }), 'late')
  assert.equal(buffer.push(5, 5, new Uint8Array(0), 62), 'refused')
  assert.equal(buffer.push(5, 5, new Uint8Array(1501), 62), 'refused')
  assert.deepEqual(buffer.counters, { played: 1, concealed: 0, late: 1, leftOut: 0 })
})

test('never more than 64 packets wait, however many come: the oldest go', () => {
  const buffer = newBuffer()
  for (let packet = 0; packet < 200; packet++) assert.equal(push(buffer, { packet, atMs: packet / 100 }), 'kept')
  assert.equal(buffer.waiting, 64)
  assert.equal(shown(buffer.pull(300, false)), 137)
})

for (const [what, sequenceNumber, timestamp] of [
  ['other timestamps', FIRST_SEQUENCE + 1, 90_000_000],
  ['other sequence numbers', 20_000, FIRST_TIMESTAMP + TICKS],
] as const) {
  test(`a source that starts anew with ${what} is heard at once`, () => {
    const buffer = newBuffer()
    push(buffer, { packet: 0, atMs: 0 })
    buffer.push(sequenceNumber, timestamp, Uint8Array.of(42), 20)
    assert.deepEqual(
      [25, 45].map((nowMs) => shown(buffer.pull(nowMs, false))),
      ['-', 42],
    )
  })
}

/** Plays so long over a network with that much random delay; gives the share of frames concealed in the last half and the delay at the end. */
function over(
  buffer: JitterBuffer,
  jitterMs: number,
  seconds: number,
  startPacket = 0,
): { concealed: number; targetMs: number; waiting: number } {
  const random = seededRandom(jitterMs + 1)
  const packets = Array.from({ length: seconds * 50 }, (_, at) => startPacket + at)
  const due = packets.map((packet) => ({ packet, atMs: packet * FRAME_MS + uniform(random) * jitterMs })).sort((a, b) => a.atMs - b.atMs)
  let concealedBefore = 0
  for (const packet of packets) {
    const nowMs = packet * FRAME_MS + 5
    while ((due[0]?.atMs ?? Number.POSITIVE_INFINITY) <= nowMs) push(buffer, due.shift() ?? { packet: 0, atMs: 0 })
    buffer.pull(nowMs, packet % 10 === 0)
    if (packet === packets[packets.length >> 1]) concealedBefore = buffer.counters.concealed
  }
  const concealed = (buffer.counters.concealed - concealedBefore) / (packets.length / 2)
  return { concealed, targetMs: buffer.targetMs, waiting: buffer.waiting }
}

for (const jitterMs of [10, 40, 100, 150]) {
  test(`with ${jitterMs} ms of jitter at most 3 % of the frames are concealed, and the delay is not longer than it must be`, () => {
    const { concealed, targetMs } = over(newBuffer(), jitterMs, 40)
    assert.ok(concealed < 0.03, `${100 * concealed} % concealed`)
    assert.ok(targetMs <= Math.max(20, jitterMs + 5), `${targetMs} ms`)
  })
}

test('after the network has calmed down the delay goes back', () => {
  const buffer = newBuffer()
  assert.ok(over(buffer, 150, 10).targetMs >= 120)
  const calm = over(buffer, 1, 60, 500)
  assert.equal(calm.targetMs, 20)
  assert.ok(calm.waiting <= 3, `${calm.waiting} packets wait`)
  assert.ok(buffer.counters.leftOut > 0)
})

test('jitter beyond the bound is not waited for', () => {
  assert.equal(over(newBuffer(), 900, 20).targetMs, 200)
})

for (const drift of [-0.0005, 0.0005]) {
  test(`a source whose clock is ${drift < 0 ? 'slow' : 'fast'} by 500 ppm is heard for ten minutes with a bounded delay`, () => {
    const buffer = newBuffer()
    let packet = 0
    for (let frame = 0; frame < 30_000; frame++) {
      const nowMs = frame * FRAME_MS + 5
      for (; packet * FRAME_MS * (1 - drift) <= nowMs; packet++) push(buffer, { packet, atMs: packet * FRAME_MS * (1 - drift) })
      buffer.pull(nowMs, frame % 10 === 0)
      assert.ok(buffer.waiting <= 5)
    }
    const { concealed, leftOut, late } = buffer.counters
    assert.ok(concealed + leftOut + late < 60, `${concealed} concealed, ${leftOut} left out, ${late} late`)
  })
}
