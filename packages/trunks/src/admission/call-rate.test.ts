import assert from 'node:assert/strict'
import { test } from 'node:test'
import { callRate } from './call-rate.ts'
import { CALL_RATES, callRateOfChannels } from './call-rate-table.ts'

/** TRK-04 as it is written: channels, CAPS, gap in seconds. */
const TABLE = `
4 0.5 2.000|90 2.7 0.370|200 4.6 0.217
6 0.6 1.667|100 2.9 0.345|210 4.7 0.213
8 0.65 1.538|110 3.1 0.323|220 4.9 0.204
10 0.7 1.429|120 3.3 0.303|230 5.0 0.200
20 1.0 1.000|130 3.5 0.286|240 5.2 0.192
30 1.3 0.769|140 3.6 0.278|250 5.3 0.189
40 1.6 0.625|150 3.8 0.263|260 5.4 0.185
50 1.8 0.556|160 4.0 0.250|270 5.6 0.179
60 2.1 0.476|170 4.1 0.244|280 5.7 0.175
70 2.3 0.435|180 4.3 0.233|290 5.8 0.172
80 2.5 0.400|190 4.4 0.227|300 6.0 0.167`
const ROWS = TABLE.trim()
  .split(/[\n|]/)
  .map((row) => row.split(' ').map(Number))

test('the table has the rows of TRK-04 and no others', () => {
  const channels = ROWS.map(([count]) => count ?? 0).toSorted((a, b) => a - b)
  assert.deepEqual(
    CALL_RATES.map((row) => row.channels),
    channels,
  )
})

for (const [channels = 0, perSecond, gapSeconds] of ROWS) {
  test(`TRK-04: ${channels} channels, ${perSecond} calls a second, ${gapSeconds} s between two`, () => {
    const rate = callRate({ rule: 'by-channels' }, { both: channels }, undefined)
    assert.equal(rate?.callsPerSecond, perSecond)
    assert.equal(Math.round(rate?.gapMs ?? 0), Math.round((gapSeconds ?? 0) * 1000))
  })
}

for (const [channels, perSecond] of [
  [1, 0.5],
  [5, 0.5],
  [15, 0.7],
  [99, 2.7],
  [301, 6],
  [5_000, 6],
] as const) {
  test(`${channels} channels, which are in no row, have the rate of the row below: ${perSecond}`, () => {
    assert.equal(callRateOfChannels(channels), perSecond)
  })
}

for (const [what, profile, limits, minutes, perSecond] of [
  ['0.007 for each of 100 channels with 5,760 minutes', { rule: 'per-channel' }, { both: 100 }, 5_760, 0.7],
  ['the table where the minutes are not reached', { rule: 'per-channel' }, { both: 100 }, 5_759, 2.9],
  ['the table where nobody knows the minutes', { rule: 'per-channel' }, { both: 100 }, undefined, 2.9],
  ['one in five seconds for a single account', { rule: 'single-account' }, undefined, undefined, 0.2],
  ['what the profile says', { rule: 'fixed', callsPerSecond: 7 }, undefined, undefined, 7],
  ['channels for calls out, where those are limited', { rule: 'by-channels' }, { out: 10, in: 300 }, undefined, 0.7],
  ['any, by channels without a limit of them', { rule: 'by-channels' }, {}, undefined, undefined],
  ['any, without a rule', undefined, { both: 10 }, undefined, undefined],
] as const) {
  test(`the rate: ${what}`, () => {
    const rate = callRate(profile, limits, minutes)?.callsPerSecond
    assert.equal(rate === undefined ? undefined : Math.round(rate * 1000) / 1000, perSecond)
  })
}
