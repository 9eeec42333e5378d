import assert from 'node:assert/strict'
import { test } from 'node:test'
import { VirtualClock } from '@klinke/testbed'
import type { Holder } from './api.ts'
import { KeyCheck } from './key-check.ts'

const MAKER = 'anna'
const HOLDER: Holder = { id: 'k', name: 'k', principal: { kind: 'operator' }, madeBy: MAKER }
const OFFICE = '192.0.2.1'

function setUp(burst = 3) {
  const valid = new Set(['good'])
  const looked: string[] = []
  const find = async (key: string): Promise<Holder | undefined> => {
    looked.push(key)
    return valid.has(key) ? HOLDER : undefined
  }
  const clock = new VirtualClock()
  return { check: new KeyCheck(find, { burst, perSecond: 0.1 }, clock), looked, valid, clock }
}

test('beyond the limit of its address a wrong key is refused without a look into the database', async () => {
  const { check, looked } = setUp()
  for (const key of ['a', 'b', 'c']) assert.equal(await check.holder(key, OFFICE), undefined)
  await assert.rejects(check.holder('d', OFFICE), { code: 'too-many-requests' })
  assert.deepEqual(looked, ['a', 'b', 'c'])
  assert.equal(await check.holder('d', '192.0.2.2'), undefined)
})

test('all addresses of an IPv6 network are one', async () => {
  const { check } = setUp()
  for (const last of ['1', '2', '3']) assert.equal(await check.holder(last, `2001:db8::${last}`), undefined)
  await assert.rejects(check.holder('d', '2001:db8::4'), { code: 'too-many-requests' })
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

test('a key that was revoked is refused as soon as that is told, and is a stranger from then on', async () => {
  const { check, valid, looked } = setUp(1)
  assert.equal(await check.holder('good', OFFICE), HOLDER)
  valid.delete('good')
  check.forget('k')
  assert.equal(await check.holder('good', OFFICE), undefined)
  assert.equal(await check.holder('good', OFFICE), undefined)
  await assert.rejects(check.holder('good', OFFICE), { code: 'too-many-requests' })
  assert.equal(looked.length, 3)
})

test('a good key is looked up once in 5 seconds, although another one is revoked', async () => {
  const { check, looked, clock } = setUp()
  for (let request = 0; request < 10; request++) assert.equal(await check.holder('good', OFFICE), HOLDER)
  check.forget('another')
  assert.equal(await check.holder('good', OFFICE), HOLDER)
  assert.equal(looked.length, 1)
  await clock.advance(5_000)
  await check.holder('good', OFFICE)
  assert.equal(looked.length, 2)
})

test('what a look-up has read before the revocation is not believed after it', async () => {
  const { check, valid, looked } = setUp()
  const before = check.holder('good', OFFICE)
  valid.delete('good')
  check.forget('k')
  assert.equal(await before, HOLDER)
  assert.equal(await check.holder('good', OFFICE), undefined)
  assert.equal(looked.length, 2)
})

test('a key is looked up again when the login that has made it changes', async () => {
  const { check, looked } = setUp()
  await check.holder('good', OFFICE)
  check.forget(MAKER)
  await check.holder('good', OFFICE)
  assert.equal(looked.length, 2)
})

test('after a lost connection to the database everything is looked up again', async () => {
  const { check, valid } = setUp()
  await check.holder('good', OFFICE)
  valid.delete('good')
  check.forget(undefined)
  assert.equal(await check.holder('good', OFFICE), undefined)
})
