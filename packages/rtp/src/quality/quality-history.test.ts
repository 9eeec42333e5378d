import assert from 'node:assert/strict'
import { test } from 'node:test'
import { NOTHING_COUNTED } from '../media-engine.ts'
import { MAX_SAMPLES, QualityHistory, SAMPLE_INTERVAL_MS } from './quality-history.ts'

function counters(packetsReceived: number, packetsLost: number) {
  return () => ({ ...NOTHING_COUNTED, packetsReceived, packetsLost, jitterMs: 2.345, codec: 'PCMA' })
}

test('each five seconds tell what came in them: packets, loss and the score of this interval alone', () => {
  const history = new QualityHistory(1000)
  history.tick(2000, () => assert.fail('nobody asks before'))
  history.tick(1000 + SAMPLE_INTERVAL_MS, counters(250, 0))
  history.tick(1000 + 2 * SAMPLE_INTERVAL_MS, counters(450, 50))
  history.tick(1000 + 3 * SAMPLE_INTERVAL_MS, counters(450, 50))
  const { samples } = history
  assert.deepEqual(
    samples.map(({ atSeconds, packets, lost, jitterMs }) => [atSeconds, packets, lost, jitterMs]),
    [
      [5, 250, 0, 2.35],
      [10, 200, 50, 2.35],
      [15, 0, 0, 2.35],
    ],
  )
  const [good = 0, bad = 0, none] = samples.map(({ mos }) => mos)
  assert.ok(Number(good) > 4 && Number(bad) < 3, `${good} ${bad}`)
  assert.equal(none, null)
})

test('a long call keeps a bounded series that reaches from its begin to its end, with nothing left out', () => {
  const history = new QualityHistory(0)
  let packets = 0
  for (let nowMs = 0; nowMs <= 8 * 3_600_000; nowMs += 1000) {
    packets += 50
    history.tick(nowMs, counters(packets, 0))
  }
  const { samples } = history
  assert.ok(samples.length < MAX_SAMPLES && samples.length >= MAX_SAMPLES / 2, String(samples.length))
  assert.ok((samples.at(-1)?.atSeconds ?? 0) > 7.5 * 3600)
  const counted = samples.reduce((sum, sample) => sum + sample.packets, 0)
  assert.ok(counted > packets * 0.97 && counted <= packets, `${counted} of ${packets}`)
})
