import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { silentLogger } from '@klinke/foundation'
import { TemporaryFolder, VirtualClock } from '@klinke/testbed'
import { Turns } from '../teams/turns.ts'
import { LiveQueues } from './live-queue.ts'
import { queueMemory } from './queue-memory.ts'

const names = { fileOf: () => undefined }

function opened(path: string, clock: VirtualClock) {
  let changed: () => void = () => undefined
  const queues = new LiveQueues(clock, new Turns(() => changed()), names)
  const memory = queueMemory(queues, path, clock, silentLogger)
  changed = () => memory.changed()
  return { queues, memory }
}

test('ACD-02: an agent that wraps up a call does so after a restart too, for the time that is left', async () => {
  using folder = new TemporaryFolder('queue-memory')
  const clock = new VirtualClock()
  const path = join(folder.path, 'deep', 'queues.json')
  const { queues, memory } = opened(path, clock)
  memory.begin()
  queues.turns.taken('service', 'anna')
  queues.of('service').handled('anna', clock.nowMs(), 30)
  await memory.close()
  await clock.advance(20_000)
  const again = opened(path, clock)
  again.memory.begin()
  await again.memory.close()
  assert.equal(again.queues.of('service').activityOf('anna'), 'wrap-up')
  assert.equal(again.queues.of('service').endsInMs('anna'), 10_000)
  assert.equal(again.queues.turns.lastOf('service'), 'anna')
  await clock.advance(10_000)
  assert.equal(again.queues.of('service').activityOf('anna'), undefined)
})

test('a file that is no such thing is left alone, and all turns begin anew', async () => {
  using folder = new TemporaryFolder('queue-memory')
  const path = join(folder.path, 'queues.json')
  writeFileSync(path, '{"taken": 7}')
  const { queues, memory } = opened(path, new VirtualClock())
  memory.begin()
  await memory.close()
  assert.equal(queues.turns.lastOf('service'), undefined)
})
