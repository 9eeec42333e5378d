import assert from 'node:assert/strict'
import { test } from 'node:test'
import { VirtualClock } from '@klinke/testbed'
import { FlapDamping } from './flap-damping.ts'

test('a carrier that flaps every second comes after the steady ones, and is taken again some minutes after it has calmed down (RFC 2439)', async () => {
  const clock = new VirtualClock()
  const damping = new FlapDamping(clock)
  const seconds: boolean[] = []
  for (let second = 0; second < 60; second++) {
    damping.seen('one', second % 2 === 0)
    seconds.push(damping.isDamped('one'))
    await clock.advance(1_000)
  }
  assert.equal(seconds.indexOf(true), 7, 'with the fourth fall, as the first three have faded a little')
  assert.ok(seconds.slice(7).every(Boolean))
  let minutes = 0
  for (; damping.isDamped('one'); minutes++) await clock.advance(60_000)
  assert.equal(minutes, 15)
})

test('one outage, however long, is no flapping, and other carriers are not concerned', async () => {
  const clock = new VirtualClock()
  const damping = new FlapDamping(clock)
  damping.seen('one', true)
  for (let minute = 0; minute < 30; minute++) {
    damping.seen('one', false)
    await clock.advance(60_000)
  }
  damping.seen('one', true)
  assert.deepEqual([damping.isDamped('one'), damping.isDamped('two')], [false, false])
})
