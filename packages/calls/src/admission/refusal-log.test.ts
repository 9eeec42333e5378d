import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type LogFields, silentLogger } from '@klinke/foundation'
import { VirtualClock } from '@klinke/testbed'
import { type Failure, RefusalLog } from './refusal-log.ts'

const FAILURE: Failure = { source: '192.0.2.10', method: 'REGISTER', account: 'alice', domain: 'muster.example', reason: 'wrong-password' }

function setUp(): { log: RefusalLog; lines: LogFields[]; clock: VirtualClock } {
  const clock = new VirtualClock()
  const lines: LogFields[] = []
  return { log: new RefusalLog({ ...silentLogger, info: (_message, fields = {}) => void lines.push(fields) }, clock), lines, clock }
}

test('a phone that fails again and again is told once a minute, with how often it tried', async () => {
  const { log, lines, clock } = setUp()
  for (let attempt = 0; attempt < 10; attempt++) log.tell(FAILURE)
  await clock.advance(60_000)
  log.tell(FAILURE)
  assert.deepEqual(lines, [
    { ...FAILURE, repeated: 0 },
    { ...FAILURE, repeated: 9 },
  ])
})

test('another account, and another reason, is another line', () => {
  const { log, lines } = setUp()
  for (const failure of [FAILURE, { ...FAILURE, account: 'bob' }, { ...FAILURE, reason: 'unknown-account' }]) log.tell(failure)
  assert.equal(lines.length, 3)
})

test('who guesses a thousand names gets sixty lines a minute, and none is longer for it', async () => {
  const { log, lines, clock } = setUp()
  const guess = (): void => {
    for (let name = 0; name < 1_000; name++) log.tell({ ...FAILURE, account: `${name}${'x'.repeat(500)}` })
  }
  guess()
  assert.equal(lines.length, 60)
  assert.equal(String(lines[0]?.account).length, 64)
  await clock.advance(60_000)
  guess()
  assert.equal(lines.length, 120)
})
