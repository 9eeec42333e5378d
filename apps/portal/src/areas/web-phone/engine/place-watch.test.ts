import assert from 'node:assert/strict'
import { test } from 'node:test'
import { PlaceWatch } from './place-watch.ts'
import type { Place } from './telephone.ts'

const [HERE, AWAY]: readonly [Place, Place] = [
  { site: 'Köln', whereabouts: 'here' },
  { site: 'Köln', whereabouts: 'elsewhere' },
]

test('EMG-04: where somebody is is asked at each call, and told on when it has changed', async () => {
  let place = HERE
  let told = 0
  const watch = new PlaceWatch(
    HERE,
    async () => place,
    () => void told++,
  )
  assert.deepEqual([await watch.now(), told], [HERE, 0])
  place = AWAY
  assert.deepEqual([watch.place, await watch.now(), watch.place, told], [HERE, AWAY, AWAY, 1])
})

test('EMG-01: a server that is away, or does not answer, keeps nobody from calling: what was known last holds', async () => {
  const failing = new PlaceWatch(AWAY, () => Promise.reject(new Error('away')), assert.fail)
  assert.equal(await failing.now(), AWAY)
  const silent = new PlaceWatch(AWAY, () => new Promise<never>(() => undefined), assert.fail, 1)
  assert.equal(await silent.now(), AWAY)
})

test('an answer that comes after that to a later question is the past', async () => {
  const answers: ((place: Place) => void)[] = []
  const watch = new PlaceWatch(
    HERE,
    () => new Promise((resolve) => void answers.push(resolve)),
    () => undefined,
  )
  const looks = [watch.look(), watch.look()]
  answers[1]?.(AWAY)
  answers[0]?.(HERE)
  await Promise.all(looks)
  assert.equal(watch.place, AWAY)
})
