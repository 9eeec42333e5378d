import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Scope } from '@klinke/foundation'
import type { Call } from '../call/call.ts'
import { ringAndTalk, TestExchange, target } from '../test-support/test-exchange.ts'

test('a leg that another scope adopts outlives its call and ends with its new owner', async () => {
  let call: Call | undefined
  const exchange = new TestExchange({
    flow: (made, on) => {
      call = made
      return ringAndTalk(target('11'))(made, on)
    },
  })
  const caller = await exchange.call()
  exchange.phone().answer('answer')
  await exchange.settle()
  const leg = call?.legs[1]
  assert.ok(call && leg)
  const other = new Scope('other')
  leg.adopt(other)
  assert.equal(leg.owner, other)
  assert.equal(call.scope.owns(leg), false)
  assert.throws(() => new Scope('thief').adopt(leg, call?.scope ?? other), { code: 'not-owner' })
  caller.session.hangUp()
  await exchange.settle()
  assert.deepEqual(exchange.records.causes, ['hung-up-by-caller'])
  assert.equal(exchange.phone().session.over, false)
  await other.close()
  assert.equal(exchange.phone().session.over, true)
})
