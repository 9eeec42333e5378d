import assert from 'node:assert/strict'
import { test } from 'node:test'
import { VirtualClock } from '@klinke/testbed'
import { AnswerCache, type DnsAnswer } from './answer-cache.ts'

function setUp(answers: (() => DnsAnswer<string>)[]): { clock: VirtualClock; cache: AnswerCache<string>; asked: () => number } {
  const clock = new VirtualClock()
  let asked = 0
  const cache = new AnswerCache<string>(clock, async () => {
    const answer = answers[Math.min(asked++, answers.length - 1)]
    if (!answer) throw new Error('no answer')
    return answer()
  })
  return { clock, cache, asked: () => asked }
}

const answer = (records: string[], ttlSeconds?: number) => (): DnsAnswer<string> => ({ records, ttlSeconds })
const silence = (): DnsAnswer<string> => {
  throw new Error('timeout')
}

test('an answer counts for its time to live, within bounds', async () => {
  const rows: [ttlSeconds: number | undefined, countsMs: number][] = [
    [300, 300_000],
    [0, 10_000],
    [1_000_000, 3_600_000],
    [undefined, 60_000],
  ]
  for (const [ttlSeconds, countsMs] of rows) {
    const { clock, cache, asked } = setUp([answer(['a'], ttlSeconds)])
    await cache.get('n')
    await clock.advance(countsMs - 1)
    await cache.get('N')
    assert.equal(asked(), 1, String(ttlSeconds))
    await clock.advance(1)
    await cache.get('n')
    assert.equal(asked(), 2, String(ttlSeconds))
  }
})

test('no such record is remembered for 30 s', async () => {
  const { clock, cache, asked } = setUp([answer([])])
  assert.deepEqual(await cache.get('n'), [])
  await clock.advance(29_999)
  await cache.get('n')
  assert.equal(asked(), 1)
})

test('while the name servers are silent the last answer serves for a day', async () => {
  const { clock, cache, asked } = setUp([answer(['a'], 60), silence])
  await cache.get('n')
  await clock.advance(3_600_000)
  assert.deepEqual(await cache.get('n'), ['a'])
  assert.deepEqual(await cache.get('n'), ['a'])
  assert.equal(asked(), 2)
  await clock.advance(86_400_000)
  assert.deepEqual(await cache.get('n'), [])
})

test('those who ask at the same time share one query', async () => {
  const { cache, asked } = setUp([answer(['a'])])
  await Promise.all([cache.get('n'), cache.get('n'), cache.get('n')])
  assert.equal(asked(), 1)
})
