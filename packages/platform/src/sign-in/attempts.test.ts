import assert from 'node:assert/strict'
import { test } from 'node:test'
import { VirtualClock } from '@klinke/testbed'
import { Attempts, networkOf } from './attempts.ts'

test('the delay doubles to a quarter of an hour and no further, and a quiet hour ends it', async () => {
  const clock = new VirtualClock()
  const attempts = new Attempts(clock)
  const waits: number[] = []
  for (let failure = 1; failure <= 16; failure++) {
    attempts.failed('anna', 'here')
    waits.push(attempts.waitSeconds('anna', 'here'))
  }
  assert.deepEqual(waits, [0, 0, 0, 0, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900])
  assert.deepEqual([attempts.waitSeconds('anna', 'there'), attempts.waitSeconds('bob', 'here')], [0, 0])
  await clock.advance(3_600_001)
  attempts.failed('anna', 'here')
  assert.equal(attempts.waitSeconds('anna', 'here'), 0)
})

test('addresses of one IPv6 network are one guesser', () => {
  assert.equal(networkOf('2001:db8::1'), networkOf('2001:db8:0:0:ffff::2'))
  assert.notEqual(networkOf('2001:db8::1'), networkOf('2001:db8:0:1::1'))
  assert.equal(networkOf('::ffff:192.0.2.1'), '192.0.2.1')
  assert.equal(networkOf('fe80::1%eth0'), 'fe80:0:0:0::/64')
})
