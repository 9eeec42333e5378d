import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refused } from '../outcome.ts'
import { TransferWorld } from './test-support/transfer-world.ts'

/** A phone may be about to leave when it is told that its transfer was in vain. */
const TIME_TO_LEAVE_MS = 500

test('a phone transfers the other party to a number: who remains hears ring-back and then the new party, the phone is told and leaves', async () => {
  const world = await TransferWorld.talking()
  const refer = world.caller.session.sendRefer({ uri: 'sip:12@customer.example' }, '<sip:10@customer.example>')
  await world.settle()
  const third = world.phone('12')
  assert.deepEqual(refer.told, [202, 100])
  assert.equal(third.invite.from, '<sip:11@customer.example>')
  assert.deepEqual(
    third.invite.headers?.find(([name]) => name === 'Referred-By'),
    ['Referred-By', '<sip:10@customer.example>'],
  )
  assert.equal(world.heard('11'), 'signal ringback')
  third.ring()
  await world.settle()
  third.answer('answer of 12')
  await world.settle()
  assert.deepEqual(refer.told, [202, 100, 180, 200])
  assert.equal(world.heard('11'), '12')
  assert.equal(world.heard('12'), '11')
  assert.equal(world.caller.session.over, true)
  world.phone('11').session.hangUp()
  await world.settle()
  assert.equal(third.session.over, true)
  assert.deepEqual(world.exchange.records.causes, ['hung-up-by-called', 'hung-up-by-called'])
  world.assertAllOver()
})

test('the phone may leave as soon as it is told that the transfer was taken', async () => {
  const world = await TransferWorld.talking()
  const refer = world.caller.session.sendRefer({ uri: 'sip:12@customer.example' })
  await world.settle()
  world.caller.session.hangUp()
  await world.settle()
  world.phone('12').answer('answer of 12')
  await world.settle()
  assert.equal(refer.status, 202)
  assert.equal(world.heard('11'), '12')
  world.phone('12').session.hangUp()
  await world.settle()
  assert.equal(world.phone('11').session.over, true)
  world.assertAllOver()
})

test('the party that remains hangs up while the new one rings: nobody rings on, the phone is told', async () => {
  const world = await TransferWorld.talking()
  world.caller.session.sendRefer({ uri: 'sip:12@customer.example' })
  await world.settle()
  world.phone('11').session.hangUp()
  await world.settle()
  assert.equal(world.phone('12').cancelReason, '')
  assert.equal(world.caller.session.over, true)
  world.assertAllOver()
})

const failures: readonly (readonly [what: string, status: number, told: number])[] = [
  ['busy', 486, 486],
  ['declining', 603, 603],
  ['offline', 480, 480],
]
for (const [what, status, told] of failures) {
  for (const side of ['caller', 'called'] as const) {
    test(`a transfer by the ${side} to a ${what} party gives the other one back to the phone`, async () => {
      const world = await TransferWorld.talking()
      const [by, other] = side === 'caller' ? ['10', '11'] : ['11', '10']
      const refer = world.session(by).sendRefer({ uri: 'sip:12@customer.example' })
      await world.settle()
      world.phone('12').refuse(status)
      await world.exchange.clock.advance(TIME_TO_LEAVE_MS)
      assert.equal(refer.told.at(-1), told)
      assert.equal(world.session(by).over, false)
      assert.equal(world.heard(other), by)
      world.session(by).hangUp()
      await world.settle()
      assert.equal(world.session(other).over, true)
      world.assertAllOver()
    })

    test(`a transfer by the ${side} to a ${what} party rings the phone back when it has left`, async () => {
      const world = await TransferWorld.talking()
      const [by, other] = side === 'caller' ? ['10', '11'] : ['11', '10']
      world.session(by).sendRefer({ uri: 'sip:12@customer.example' })
      await world.settle()
      world.session(by).hangUp()
      await world.settle()
      world.phone('12').refuse(status)
      await world.settle()
      const again = world.phone(by)
      assert.equal(world.heard(other), 'signal ringback')
      again.answer('back again')
      await world.settle()
      assert.equal(world.heard(other), by)
      world.session(other).hangUp()
      await world.settle()
      assert.equal(again.session.over, true)
      world.assertAllOver()
    })
  }
}

test('nobody answers the transfer, nor the ring-back: the call ends', async () => {
  const world = await TransferWorld.talking()
  const refer = world.caller.session.sendRefer({ uri: 'sip:12@customer.example' })
  await world.settle()
  world.phone('12').ring()
  world.caller.session.hangUp()
  await world.exchange.clock.advance(20_000)
  assert.equal(refer.told.at(-1), 480)
  assert.equal(world.phone('10').cancelReason, undefined)
  await world.exchange.clock.advance(20_000)
  assert.equal(world.phone('11').session.over, true)
  world.assertAllOver()
})

test('a transfer that the dial plan refuses, such as to oneself, is refused at once and the two talk on', async () => {
  const world = await TransferWorld.talking({ dialled: (number) => (number === '10' ? refused('busy', 486) : undefined) })
  const refer = world.caller.session.sendRefer({ uri: 'sip:10@customer.example' })
  await world.settle()
  assert.deepEqual(refer.told, [486])
  assert.equal(world.heard('11'), '10')
  assert.equal(world.exchange.control.size, 1)
})

test('a second transfer of the same call is declined while the first is under way, from either side', async () => {
  const world = await TransferWorld.talking()
  const first = world.caller.session.sendRefer({ uri: 'sip:12@customer.example' })
  const second = world.session('11').sendRefer({ uri: 'sip:13@customer.example' })
  await world.settle()
  const third = world.caller.session.sendRefer({ uri: 'sip:14@customer.example' })
  await world.settle()
  assert.equal(first.status, 202)
  assert.equal(second.status, 603)
  assert.equal(third.status, 603)
})

test('a party that was transferred may be transferred again by its new partner', async () => {
  const world = await TransferWorld.talking()
  world.caller.session.sendRefer({ uri: 'sip:12@customer.example' })
  await world.settle()
  world.phone('12').answer('answer of 12')
  await world.settle()
  const again = world.phone('12').session.sendRefer({ uri: 'sip:13@customer.example' })
  await world.settle()
  world.phone('13').answer('answer of 13')
  await world.settle()
  assert.equal(again.told.at(-1), 200)
  assert.equal(world.heard('11'), '13')
  world.phone('11').session.hangUp()
  await world.settle()
  world.assertAllOver()
})

test('a call that is sent round and round may be transferred fifty times, then no more', async () => {
  const world = await TransferWorld.talking()
  for (let times = 0; times < 50; times++) {
    const to = times % 2 === 0 ? '12' : '13'
    world.session(times === 0 ? '10' : times % 2 === 0 ? '13' : '12').sendRefer({ uri: `sip:${to}@customer.example` })
    await world.settle()
    world.phone(to).answer(`answer of ${to}`)
    await world.exchange.clock.advance(2000)
  }
  const oneMore = world.session('13').sendRefer({ uri: 'sip:12@customer.example' })
  await world.settle()
  assert.equal(oneMore.status, 603)
  assert.equal(world.heard('11'), '13')
  world.phone('11').session.hangUp()
  await world.settle()
  world.assertAllOver()
})
