import assert from 'node:assert/strict'
import { test } from 'node:test'
import { TransferWorld } from './test-support/transfer-world.ts'

/** 10 talks to 11 and has called 12 beside it. */
async function consulting(answers = true) {
  const world = await TransferWorld.talking()
  const second = await world.call('10', '12', answers)
  return { world, first: world.caller, second }
}

test('a phone connects the two it talks to and leaves: both hear each other, its dialogs end, two records stay open', async () => {
  const { world, first, second } = await consulting()
  const refer = first.session.sendRefer({ uri: 'sip:12@customer.example', replaces: world.replaces(second.session) })
  await world.settle()
  assert.deepEqual(refer.told, [202, 100, 200])
  assert.equal(world.heard('11'), '12')
  assert.equal(world.heard('12'), '11')
  assert.equal(first.session.over, true)
  assert.equal(second.session.over, true)
  assert.deepEqual(world.exchange.records.causes, ['open', 'open'])
  assert.equal(world.exchange.control.size, 1)
  assert.deepEqual(
    world.exchange.control.liveCalls().map(({ called }) => called.number),
    ['12', '11'],
  )
})

for (const who of ['11', '12']) {
  test(`when ${who} hangs up after an attended transfer both records end, once`, async () => {
    const { world, first, second } = await consulting()
    first.session.sendRefer({ uri: 'sip:12@customer.example', replaces: world.replaces(second.session) })
    await world.settle()
    await world.exchange.clock.advance(60_000)
    world.phone(who).session.hangUp()
    await world.settle()
    assert.equal(world.phone(who === '11' ? '12' : '11').session.over, true)
    world.assertAllOver()
    for (const { answered, ended } of world.exchange.records.calls) {
      assert.ok((ended?.endedAtMs ?? 0) - (answered?.answeredAtMs ?? 0) >= 60_000)
      assert.ok(ended?.callerMedia && ended.calledMedia)
    }
  })
}

test('the phone that was called may connect as well: its caller goes to the one it has called meanwhile', async () => {
  const world = await TransferWorld.talking()
  const second = await world.call('11', '12')
  const refer = world.session('11').sendRefer({ uri: 'sip:12@customer.example', replaces: world.replaces(second.session) })
  await world.settle()
  assert.equal(refer.told.at(-1), 200)
  assert.equal(world.heard('10'), '12')
  world.caller.session.hangUp()
  await world.settle()
  world.assertAllOver()
})

test('connecting before the second party answers: the first one hears ring-back in the place of the phone, and then the second', async () => {
  const { world, first, second } = await consulting(false)
  world.phone('12').ring()
  const refer = first.session.sendRefer({ uri: 'sip:12@customer.example', replaces: world.replaces(second.session) })
  await world.settle()
  assert.equal(refer.told.at(-1), 200)
  assert.equal(second.final, 487)
  assert.equal(world.heard('11'), 'signal ringback')
  world.phone('12').answer('answer of 12')
  await world.settle()
  assert.equal(world.heard('11'), '12')
  world.phone('12').session.hangUp()
  await world.settle()
  world.assertAllOver()
})

test('the phone may hang up both of its calls at once after it has asked', async () => {
  const { world, first, second } = await consulting()
  const refer = first.session.sendRefer({ uri: 'sip:12@customer.example', replaces: world.replaces(second.session) })
  while (refer.status === undefined) await Promise.resolve()
  first.session.hangUp()
  second.session.hangUp()
  await world.settle()
  assert.equal(world.heard('11'), '12')
  assert.equal(world.exchange.control.size, 1)
})

test('a phone that was transferred while its partner is held by nobody else can be transferred again', async () => {
  const { world, first, second } = await consulting()
  first.session.sendRefer({ uri: 'sip:12@customer.example', replaces: world.replaces(second.session) })
  await world.settle()
  const third = await world.call('12', '13')
  const refer = world.phone('12').session.sendRefer({ uri: 'sip:13@customer.example', replaces: world.replaces(third.session) })
  await world.settle()
  assert.equal(refer.told.at(-1), 200)
  assert.equal(world.heard('11'), '13')
  world.phone('11').session.hangUp()
  await world.settle()
  world.assertAllOver()
})

const refusals: readonly (readonly [what: string, callId: (of: Awaited<ReturnType<typeof consulting>>) => string, status: number])[] = [
  ['a dialog that never was', () => 'nowhere', 481],
  ['its own dialog', ({ first }) => first.session.callId, 481],
  ["another extension's dialog", ({ world }) => world.phone('12').session.callId, 481],
]
for (const [what, callId, status] of refusals) {
  test(`connecting with ${what} is refused with ${status}, and the two talk on`, async () => {
    const talking = await consulting()
    const { world, first } = talking
    const replaces = { ...world.replaces(first.session), callId: callId(talking) }
    const refer = first.session.sendRefer({ uri: 'sip:12@customer.example', replaces })
    await world.settle()
    assert.deepEqual(refer.told, [202, 100, status])
    assert.equal(world.heard('11'), '10')
    assert.equal(world.exchange.control.size, 2)
  })
}

test('connecting with a call that is over is refused with 481', async () => {
  const { world, first, second } = await consulting()
  second.session.hangUp()
  const refer = first.session.sendRefer({ uri: 'sip:12@customer.example', replaces: world.replaces(second.session) })
  await world.settle()
  assert.deepEqual(refer.told, [202, 100, 481])
  assert.equal(world.heard('11'), '10')
})

test('two phones that transfer each other at once: one wins, nobody is left alone', async () => {
  const world = await TransferWorld.talking()
  const ofTen = await world.call('10', '12')
  const ofEleven = await world.call('11', '13')
  const one = world.caller.session.sendRefer({ uri: 'sip:12@customer.example', replaces: world.replaces(ofTen.session) })
  const two = world.session('11').sendRefer({ uri: 'sip:13@customer.example', replaces: world.replaces(ofEleven.session) })
  await world.settle()
  assert.deepEqual([one.told.at(-1), two.told.at(-1)], [200, 603])
  assert.equal(world.exchange.control.size, 2)
  for (const session of [world.phone('12').session, world.phone('13').session]) session.hangUp()
  await world.settle()
  world.assertAllOver()
})

test('media that cannot follow ends the party that should have moved, and both calls', async () => {
  const { world, first, second } = await consulting()
  world.exchange.media.sessions[1]?.failures.set('adopt', new Error('another worker'))
  first.session.sendRefer({ uri: 'sip:12@customer.example', replaces: world.replaces(second.session) })
  await world.settle()
  assert.equal(world.phone('11').session.over, true)
  world.assertAllOver()
})

test('a phone that connects before the second has answered leaves a record that is answered and ends with the conversation', async () => {
  const { world, first, second } = await consulting(false)
  first.session.sendRefer({ uri: 'sip:12@customer.example', replaces: world.replaces(second.session) })
  await world.settle()
  assert.deepEqual(world.exchange.records.causes, ['open', 'open'])
  world.phone('12').answer('answer of 12')
  await world.settle()
  assert.equal(world.heard('12'), '11')
  await world.exchange.clock.advance(60_000)
  world.phone('12').session.hangUp()
  await world.settle()
  world.assertAllOver()
  const record = world.exchange.records.calls[1]
  assert.equal(record?.answered?.answeredBy.number, '12')
  assert.ok((record?.ended?.endedAtMs ?? 0) - (record?.answered?.answeredAtMs ?? 0) >= 60_000)
})
