import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seededRandom } from '@klinke/foundation'
import { parseMessage } from '../../src/index.ts'
import { Fuzzer } from './fuzz.ts'
import { message } from './grammar.ts'

const MESSAGES_PER_SEED = 1_000

for (const seed of [1, 2, 3, 4]) {
  test(`${MESSAGES_PER_SEED} broken messages of seed ${seed} stay inside the layer`, () => {
    const fuzzer = new Fuzzer(seed)
    for (let i = 0; i < MESSAGES_PER_SEED; i++) fuzzer.step()
  })
}

test('messages of the grammar are understood', () => {
  const random = seededRandom(5)
  for (let i = 0; i < 500; i++) {
    const text = message(random)
    const result = parseMessage(Buffer.from(text))
    assert.ok(result.ok, `${result.ok ? '' : result.error.detail}: ${text}`)
  }
})
