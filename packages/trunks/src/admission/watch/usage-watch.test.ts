import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type AdmissionProfile, DEFAULT_PROFILE } from '@klinke/accounts'
import { VirtualClock } from '@klinke/testbed'
import { callRate } from '../call-rate.ts'
import type { ChannelPlace } from '../channel-place.ts'
import { UsageWatch } from './usage-watch.ts'
import { warningWords } from './warning-words.ts'

const LIMITS = { both: 10 }
const CONTRACT: ChannelPlace = { scope: 'customer', id: 'acme', tenantId: 'acme', name: 'Acme', limits: LIMITS }
const ANSWERED = { answered: 1, abandoned: 0, rungOnly: 0, withoutMedia: 0 }
const UNANSWERED = { ...ANSWERED, answered: 0 }

function setUp(admission: AdmissionProfile = {}) {
  const clock = new VirtualClock()
  const told: string[] = []
  const watch = new UsageWatch({
    clock,
    profileOf: () => ({ ...DEFAULT_PROFILE, admission }),
    rateOf: () => callRate(admission.callRate, LIMITS, undefined),
    warn: (tenantId, warning) => void told.push(`${tenantId}: ${warningWords(warning).en}`),
  })
  return { clock, told, watch, inUse: (count: number) => watch.channelsChanged(CONTRACT, { in: 0, out: count }) }
}

test('a warning at 80 % of the channels, once, and again after it was well below', () => {
  const { told, inUse } = setUp()
  for (const count of [7, 8, 9, 8, 9]) inUse(count)
  assert.deepEqual(told, ['acme: 8 of 10 channels are in use (contract “Acme”).'])
  for (const count of [7, 8]) inUse(count)
  assert.equal(told.length, 2)
})

test('the share from which is warned is a setting', () => {
  const { told, inUse } = setUp({ warnAtPercent: 50 })
  for (const count of [4, 5]) inUse(count)
  assert.equal(told.length, 1)
})

test('a warning at 80 % of the call rate, and none ten seconds later', async () => {
  const { clock, told, watch } = setUp({ callRate: { rule: 'fixed', callsPerSecond: 1 } })
  for (let i = 0; i < 7; i++) watch.attempted('acme')
  assert.deepEqual(told, [])
  watch.attempted('acme')
  assert.deepEqual(told, ['acme: 0.8 calls a second come, 1 are allowed.'])
  await clock.advance(11_000)
  watch.attempted('acme')
  assert.deepEqual(watch.warnings('acme'), [])
})

test('TRK-05: a warning when fewer than 60 % of the last hour were answered; it is over at 65 %, or when the hour has passed', async () => {
  const { clock, told, watch } = setUp()
  for (let i = 0; i < 12; i++) watch.ended('acme', ANSWERED)
  for (let i = 0; i < 8; i++) watch.ended('acme', UNANSWERED)
  assert.deepEqual(told, [])
  watch.ended('acme', UNANSWERED)
  assert.deepEqual(told, ['acme: Only 57 % of the last 21 outgoing calls were answered; at least 60 % are agreed.'])
  for (let i = 0; i < 4; i++) watch.ended('acme', ANSWERED)
  assert.equal(watch.warnings('acme').length, 1)
  for (let i = 0; i < 2; i++) watch.ended('acme', ANSWERED)
  assert.deepEqual(watch.warnings('acme'), [])
  await clock.advance(3_600_000)
  assert.equal(watch.counts('acme').attempts, 0)
})

test('what one customer does is not told of another', () => {
  const { watch } = setUp()
  for (let i = 0; i < 30; i++) watch.ended('acme', UNANSWERED)
  assert.deepEqual([watch.warnings('other'), watch.counts('other').attempts], [[], 0])
})
