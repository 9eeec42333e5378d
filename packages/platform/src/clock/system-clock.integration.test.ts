import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'
import { sleep } from '@klinke/foundation'
import { systemClock } from './system-clock.ts'

test('short timers are honoured within a few milliseconds and never early', async () => {
  const clock = systemClock()
  const keepAlive = setInterval(() => undefined, 1000)
  const latenessMs: number[] = []
  for (const delayMs of [0, 1, 5, 10, 20, 50, 3]) {
    const startMs = clock.nowMs()
    await sleep(clock, delayMs)
    latenessMs.push(clock.nowMs() - startMs - delayMs)
  }
  clearInterval(keepAlive)
  assert.ok(Math.min(...latenessMs) >= 0)
  assert.ok((latenessMs.toSorted((a, b) => a - b)[3] as number) <= 8, `median of ${latenessMs.join()}`)
})

test('a short timer set after a long one does not wait for it', async () => {
  const clock = systemClock()
  const long = clock.after(60_000, () => assert.fail('too early'))
  const keepAlive = setInterval(() => undefined, 1000)
  const startMs = clock.nowMs()
  await sleep(clock, 10)
  clearInterval(keepAlive)
  assert.ok(clock.nowMs() - startMs < 1000)
  long.cancel()
})

test('a standing timer does not keep the process alive', () => {
  const file = JSON.stringify(`${import.meta.dirname}/system-clock.ts`)
  const script = `const { systemClock } = await import(${file}); systemClock().after(60000, () => {})`
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', script], { timeout: 20_000 })
  assert.equal(run.status, 0, String(run.stderr))
})
