import assert from 'node:assert/strict'
import { test } from 'node:test'
import { silentLogger } from '@klinke/foundation'
import { VirtualClock } from '@klinke/testbed'
import { BeyondCounts } from './beyond-counts.ts'

/** A database that is away: it only counts who asks. */
function awayDatabase() {
  const asked = { times: 0 }
  const withOperator = (): Promise<never> => {
    asked.times++
    return Promise.reject(new Error('away'))
  }
  return { asked, withOperator }
}

test('calls beyond a block are written ten seconds after the first, all at once, and tried again with the next ones', async () => {
  const clock = new VirtualClock()
  const database = awayDatabase()
  const counts = new BeyondCounts({ database, clock, logger: silentLogger })
  for (let n = 0; n < 1000; n++) counts.note('+492215000000')
  await clock.advance(9_999)
  assert.equal(database.asked.times, 0)
  await clock.advance(1)
  assert.equal(database.asked.times, 1)
  await clock.advance(60_000)
  assert.equal(database.asked.times, 1)
  counts.note('+492215000000')
  await clock.advance(10_000)
  assert.equal(database.asked.times, 2)
  await counts.close()
  assert.equal(database.asked.times, 3)
})

test('nothing is written where nobody dialled beyond', async () => {
  const database = awayDatabase()
  const counts = new BeyondCounts({ database, clock: new VirtualClock(), logger: silentLogger })
  await counts.close()
  assert.equal(database.asked.times, 0)
})
