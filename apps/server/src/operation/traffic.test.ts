import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CallRecords, CallStarted, EndCause } from '@klinke/calls'
import { VirtualClock } from '@klinke/testbed'
import { MAX_TRAFFIC_SAMPLES, TRAFFIC_STEP_MS, Traffic } from './traffic.ts'

const CALL: CallStarted = {
  ...{ id: 'c', tenantId: 't', direction: 'internal', startedAtMs: 0, sipCallId: 's', emergency: false },
  caller: { tenantId: 't', extensionId: undefined, number: '10', displayName: undefined },
  called: { tenantId: 't', extensionId: undefined, number: '11', displayName: undefined },
}

function ended(cause: EndCause) {
  return { id: 'c', tenantId: 't', endedAtMs: 1, cause, sipStatus: undefined, callerMedia: undefined, calledMedia: undefined, route: [] }
}

function world() {
  const clock = new VirtualClock()
  const passed: string[] = []
  const records: CallRecords = {
    ...{ started: () => passed.push('started'), answered: () => passed.push('answered'), ended: () => passed.push('ended') },
    ...{
      charged: () => passed.push('charged'),
      alive: () => passed.push('alive'),
      dialled: () => passed.push('dialled'),
      refused: () => passed.push('refused'),
    },
  }
  const traffic = new Traffic({ clock, calls: () => 3, registrations: () => 7 })
  return { clock, passed, traffic, counting: traffic.counting(records) }
}

test('each step counts what happened in it, and passes all of it on', async () => {
  const { clock, passed, traffic, counting } = world()
  counting.started(CALL)
  counting.started(CALL)
  counting.ended(ended('congestion'))
  counting.ended(ended('busy'))
  const asked = { method: 'REGISTER', source: '192.0.2.1', account: 'a', domain: 'd', dialled: undefined, sipCallId: 's', reason: 'x' }
  counting.refused?.({ ...asked, status: 401 })
  counting.refused?.({ ...asked, status: 403 })
  await clock.advance(TRAFFIC_STEP_MS)
  await clock.advance(TRAFFIC_STEP_MS)
  assert.deepEqual(
    traffic.samples.map(({ started, failed, refused, calls, registrations }) => [started, failed, refused, calls, registrations]),
    [
      [2, 1, 1, 3, 7],
      [0, 0, 0, 3, 7],
    ],
  )
  assert.deepEqual(passed, ['started', 'started', 'ended', 'ended', 'refused', 'refused'])
  traffic.close()
})

test('an hour is kept and no more; once closed nothing wakes it', async () => {
  const { clock, traffic } = world()
  await clock.advance(TRAFFIC_STEP_MS * (MAX_TRAFFIC_SAMPLES + 5))
  assert.equal(traffic.samples.length, MAX_TRAFFIC_SAMPLES)
  traffic.close()
  assert.equal(clock.pending, 0)
})
