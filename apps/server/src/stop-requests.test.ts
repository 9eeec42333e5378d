import assert from 'node:assert/strict'
import { test } from 'node:test'
import { VirtualClock } from '@klinke/testbed'
import { StopRequests } from './stop-requests.ts'

test('one Ctrl-C that arrives three times is one request; another one later means at once', async () => {
  const clock = new VirtualClock()
  const requests = new StopRequests(clock)
  assert.equal(requests.received(), 'stop')
  assert.equal(requests.received(), 'echo')
  await clock.advance(100)
  assert.equal(requests.received(), 'echo')
  await clock.advance(1000)
  assert.equal(requests.received(), 'stop-at-once')
})
