import assert from 'node:assert/strict'
import { test } from 'node:test'
import { VirtualClock } from '@klinke/testbed'
import type { Holder } from './api.ts'
import { KeyCheck } from './key-check.ts'

const HOLDER: Holder = { id: 'k', name: 'k', principal: { kind: 'operator' } }
const OFFICE = '192.0.2.1'

function setUp(burst = 3) {
  const valid = new Set(['good'])
  const looked: string[] = []
  const find = async (key: string): Promise<Holder | undefined> => {
    looked.push(key)
    return valid.has(key) ? HOLDER : undefined
  }
  return { check: new KeyCheck(find, { burst, perSecond: 0.1 }, new VirtualClock()), looked, valid }
}

test('beyond the limit of its address a wrong key is refused without a look into the database', async () => {
  const { check, looked } = setUp()
  for (const key of ['a', 'b', 'c']) assert.equal(await check.holder(key, OFFICE), undefined)
  await assert.rejects(check.holder('d', OFFICE), { code: 'too-many-requests' })
  assert.deepEqual(looked, ['a', 'b', 'c'])
  assert.equal(await check.holder('d', '192.0.2.2'), undefined)
})

test('requests without a key count, too', async () => {
  const { check } = setUp()
  for (let request = 0; request < 3; request++) assert.equal(await check.holder(undefined, OFFICE), undefined)
  await assert.rejects(check.holder(undefined, OFFICE), { code: 'too-many-requests' })
})

test('wrong keys that come at once count before the first is answered', async () => {
  const { check, looked } = setUp()
  await Promise.allSettled(Array.from({ length: 50 }, (_, index) => check.holder(`guess ${index}`, OFFICE)))
  assert.equal(looked.length, 3)
})

test('a key that was good before is heard although somebody behind the same address guesses', async () => {
  const { check } = setUp()
  assert.equal(await check.holder('good', OFFICE), HOLDER)
  await Promise.allSettled(Array.from({ length: 50 }, (_, index) => check.holder(`guess ${index}`, OFFICE)))
  assert.equal(await check.holder('good', OFFICE), HOLDER)
})

test('a client with a good key may begin with any number of requests at once', async () => {
  const { check } = setUp()
  const answers = await Promise.all(Array.from({ length: 50 }, () => check.holder('good', OFFICE)))
  assert.ok(answers.every((answer) => answer === HOLDER))
  assert.equal(await check.holder('wrong', OFFICE), undefined)
})

test('a revoked key is refused at once, and is a stranger from then on', async () => {
  const { check, valid, looked } = setUp(1)
  assert.equal(await check.holder('good', OFFICE), HOLDER)
  valid.delete('good')
  assert.equal(await check.holder('good', OFFICE), undefined)
  assert.equal(await check.holder('good', OFFICE), undefined)
  await assert.rejects(check.holder('good', OFFICE), { code: 'too-many-requests' })
  assert.equal(looked.length, 3)
})
