import assert from 'node:assert/strict'
import { test } from 'node:test'
import { below, seededRandom } from '@klinke/foundation'
import { KeyPressDecoder } from './key-press-decoder.ts'
import { keyPressPackets } from './key-press-packets.ts'
import { EVENT_DIGITS, type KeyPress, parseTelephoneEvent, printTelephoneEvent } from './telephone-event.ts'

const collect = (decoder: KeyPressDecoder, packets: readonly (readonly [payload: Uint8Array, timestamp: number])[]): KeyPress[] =>
  packets.flatMap(([payload, timestamp]) => decoder.event(payload, timestamp) ?? [])

const pressed = (digit: string, durationMs: number, timestamp: number): (readonly [Uint8Array, number])[] =>
  keyPressPackets(digit, durationMs).map(({ payload }) => [payload, timestamp] as const)

test('the octets are those of RFC 4733 §2.3', () => {
  assert.deepEqual([...printTelephoneEvent({ event: 11, end: true, volume: 10, duration: 0x0320 })], [11, 0x8a, 0x03, 0x20])
  assert.deepEqual(parseTelephoneEvent(Uint8Array.of(11, 0x8a, 0x03, 0x20)), { event: 11, end: true, volume: 10, duration: 800 })
  assert.equal(parseTelephoneEvent(Uint8Array.of(1, 2, 3)), undefined)
})

test('a press of 100 ms: rising durations, marker first, the end three times', () => {
  const packets = keyPressPackets('5', 100)
  assert.deepEqual(
    packets.map(({ offsetMs, marker, payload }) => [
      offsetMs,
      marker,
      parseTelephoneEvent(payload)?.duration,
      parseTelephoneEvent(payload)?.end,
    ]),
    [
      [0, true, 160, false],
      [20, false, 320, false],
      [40, false, 480, false],
      [60, false, 640, false],
      [80, false, 800, true],
      [100, false, 800, true],
      [120, false, 800, true],
    ],
  )
})

test('every key comes back once with its duration', () => {
  const decoder = new KeyPressDecoder(8000)
  const presses = collect(
    decoder,
    [...EVENT_DIGITS].flatMap((digit, index) => pressed(digit, 80 + index * 20, 4000 * index)),
  )
  assert.deepEqual(
    presses,
    [...EVENT_DIGITS].map((digit, index) => ({ digit, durationMs: 80 + index * 20 })),
  )
})

test('the same key pressed twice is two presses', () => {
  assert.equal(collect(new KeyPressDecoder(8000), [...pressed('7', 60, 0), ...pressed('7', 60, 1600)]).length, 2)
})

test('presses survive loss, duplicates and disorder as long as one packet of each end arrives', () => {
  const random = seededRandom(4)
  for (let run = 0; run < 200; run++) {
    const decoder = new KeyPressDecoder(8000)
    const packets = [...'158'].flatMap((digit, index) => {
      const all = pressed(digit, 120, index * 3200)
      const kept = all.filter((_, at) => at === all.length - 1 || below(random, 3) > 0)
      const doubled = kept.flatMap((packet) => (below(random, 4) === 0 ? [packet, packet] : [packet]))
      const swap = below(random, Math.max(1, doubled.length - 2))
      const [a, b] = [doubled[swap], doubled[swap + 1]]
      if (a && b) doubled.splice(swap, 2, b, a)
      return doubled
    })
    const digits = collect(decoder, packets).map(({ digit }) => digit)
    assert.deepEqual(digits, ['1', '5', '8'], `run ${run}`)
  }
})

test('a press whose ends are all lost is told when voice goes on', () => {
  const decoder = new KeyPressDecoder(8000)
  assert.deepEqual(collect(decoder, pressed('3', 100, 0).slice(0, 4)), [])
  assert.equal(decoder.voice(640), undefined)
  assert.deepEqual(decoder.voice(640 + 960), { digit: '3', durationMs: 80 })
  assert.equal(decoder.voice(6400), undefined)
})

test('a press whose ends are all lost is told when the next one comes', () => {
  const decoder = new KeyPressDecoder(8000)
  const presses = collect(decoder, [...pressed('3', 100, 0).slice(0, 4), ...pressed('4', 100, 4000)])
  assert.deepEqual(
    presses.map(({ digit }) => digit),
    ['3', '4'],
  )
})

test('a press longer than a segment is one press', () => {
  const segment = (timestamp: number, duration: number, end: boolean) =>
    [printTelephoneEvent({ event: 1, end, volume: 10, duration }), timestamp] as const
  const presses = collect(new KeyPressDecoder(8000), [
    segment(0, 30_000, false),
    segment(0, 65_535, false),
    segment(65_535, 800, false),
    segment(65_535, 14_465, true),
  ])
  assert.deepEqual(presses, [{ digit: '1', durationMs: 10_000 }])
})

test('events that are no keys, and damaged ones, give nothing', () => {
  const decoder = new KeyPressDecoder(8000)
  assert.equal(decoder.event(Uint8Array.of(32, 0x80, 3, 32), 0), undefined)
  assert.equal(decoder.event(Uint8Array.of(1), 0), undefined)
})

test('a short press is made as long as receivers need, and an unknown key has no packets', () => {
  assert.equal(parseTelephoneEvent(keyPressPackets('1', 5).at(-1)?.payload ?? new Uint8Array())?.duration, 320)
  assert.deepEqual([keyPressPackets('x', 100), keyPressPackets('', 100), keyPressPackets('12', 100)], [[], [], []])
})

test('a late packet of the press before does not end the one that is held', () => {
  const decoder = new KeyPressDecoder(8000)
  const [first, second] = [pressed('1', 60, 0), pressed('2', 100, 1600)]
  assert.equal(collect(decoder, first).length, 1)
  const [late] = first
  assert.ok(late)
  assert.deepEqual(collect(decoder, [...second.slice(0, 2), late, ...second.slice(2)]), [{ digit: '2', durationMs: 100 }])
})
