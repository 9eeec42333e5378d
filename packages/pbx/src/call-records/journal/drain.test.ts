import assert from 'node:assert/strict'
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { silentLogger, sleep } from '@klinke/foundation'
import { VirtualClock } from '@klinke/testbed'
import { Drain } from './drain.ts'
import { encodeLine, type Line } from './line.ts'
import { segmentAt } from './segments.ts'

/** Long enough for the journal to have grown meanwhile. */
const STORE_MS = 25

/** A journal that grows, and how many lines the database was given at a time. */
function draining() {
  const directory = mkdtempSync(join(tmpdir(), 'drain-'))
  const clock = new VirtualClock()
  const segment = segmentAt(directory, 1)
  const batches: number[] = []
  const store = (lines: readonly Line[]): Promise<void> => {
    batches.push(lines.length)
    return sleep(clock, STORE_MS)
  }
  const drain = new Drain([segment], { directory, store, isDataError: () => false, clock, logger: silentLogger })
  let bytes = 0
  return {
    ...{ drain, clock, batches },
    stored: () => batches.reduce((sum, count) => sum + count, 0),
    write: (count: number): void => {
      const text = encodeLine('S', '{"id":"c1"}').repeat(count)
      appendFileSync(segment.path, text)
      bytes += text.length
      drain.written(bytes)
    },
    [Symbol.asyncDispose]: async (): Promise<void> => {
      const closed = drain.close()
      await clock.advance(STORE_MS)
      await closed
      rmSync(directory, { recursive: true })
    },
  }
}

/** The disk is a real one: reads need turns of the event loop. */
async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn++) await new Promise(setImmediate)
}

test('under steady load the database gets two batches a second, however quick it is', async () => {
  await using running = draining()
  running.drain.start()
  for (let step = 0; step < 200; step++) {
    running.write(30)
    await turns(20)
    await running.clock.advance(10)
  }
  assert.ok(running.batches.length <= 6, `${running.batches.length} batches in two seconds`)
  for (let wait = 0; running.stored() < 6000 && wait < 1000; wait++) {
    await turns(20)
    await running.clock.advance(100)
  }
  assert.equal(running.stored(), 6000)
})
