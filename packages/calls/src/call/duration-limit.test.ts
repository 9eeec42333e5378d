import assert from 'node:assert/strict'
import { test } from 'node:test'
import { TransferWorld } from '../transfer/test-support/transfer-world.ts'

const PROFILE = { profile: { maxCallSeconds: 3600 } }

/** 10 has talked to 11 for that long, and calls 12. */
async function consultingAfter(seconds: number) {
  const world = await TransferWorld.talking(PROFILE)
  await world.exchange.clock.advance(seconds * 1000)
  const second = await world.call('10', '12')
  return { world, second }
}

test('a party takes its longest call along into the call that it is connected with', async () => {
  const { world, second } = await consultingAfter(3500)
  world.caller.session.sendRefer({ uri: 'sip:12@customer.example', replaces: world.replaces(second.session) })
  await world.settle()
  await world.exchange.clock.advance(99_000)
  assert.deepEqual([world.heard('11'), world.heard('12')], ['12', '11'])
  await world.exchange.clock.advance(1000)
  assert.deepEqual([world.phone('11').session.over, world.phone('12').session.over], [true, true])
  assert.equal(world.phone('11').session.byeReason, 'Q.850;cause=102')
  assert.deepEqual(world.exchange.records.causes, ['duration-limit', 'duration-limit'])
  world.assertAllOver()
})

test('who is handed on from one to the next does not talk for longer than one call', async () => {
  const { world, second } = await consultingAfter(2000)
  world.caller.session.sendRefer({ uri: 'sip:12@customer.example', replaces: world.replaces(second.session) })
  await world.exchange.clock.advance(1_000_000)
  const third = await world.call('12', '13')
  world.phone('12').session.sendRefer({ uri: 'sip:13@customer.example', replaces: world.replaces(third.session) })
  await world.exchange.clock.advance(599_000)
  assert.equal(world.heard('13'), '11')
  await world.exchange.clock.advance(1000)
  assert.equal(world.heard('13'), 'gone')
  world.assertAllOver()
})

test('a party that was handed on and has gone takes nobody along', async () => {
  const { world, second } = await consultingAfter(3500)
  world.caller.session.sendRefer({ uri: 'sip:12@customer.example', replaces: world.replaces(second.session) })
  await world.settle()
  const third = await world.call('12', '13')
  world.phone('11').session.hangUp()
  await world.exchange.clock.advance(200_000)
  assert.equal(third.session.over, false)
  third.session.hangUp()
  await world.settle()
  world.assertAllOver()
})

test('by blind transfer nothing begins anew', async () => {
  const world = await TransferWorld.talking(PROFILE)
  await world.exchange.clock.advance(3_500_000)
  world.phone('11').session.sendRefer({ uri: 'sip:12@customer.example' })
  await world.settle()
  world.phone('12').answer('answer of 12')
  await world.exchange.clock.advance(99_000)
  assert.equal(world.heard('12'), '10')
  await world.exchange.clock.advance(1000)
  assert.equal(world.heard('12'), 'gone')
  world.assertAllOver()
})
