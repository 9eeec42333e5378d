import assert from 'node:assert/strict'
import { test } from 'node:test'
import { phoneSdp } from '@klinke/testbed'
import type { TalkCommand } from '../bridge/bridge.ts'
import type { Placed } from '../exchange/calls.ts'
import { refused } from '../outcome.ts'

import { TransferWorld, type TransferWorldOptions } from '../transfer/test-support/transfer-world.ts'
import { consult } from './consult.ts'
import { hangUp } from './hang-up.ts'
import { hold } from './hold.ts'
import { pressKeys } from './press-keys.ts'
import { connectCalls, sendTo } from './transfer.ts'

function talking(more: TransferWorldOptions = {}): Promise<TransferWorld> {
  return TransferWorld.talking({ dialled: (number) => (number === '99' ? refused('not-found', 404) : undefined), ...more })
}

/** The newest part of that extension in a call. */
function party({ exchange }: TransferWorld, number: string): Placed {
  const placed = exchange.control.calls.ofExtension('customer', `ext-${number}`).at(-1)
  assert.ok(placed, `${number} is in no call`)
  return placed
}

/** 10 talks to 11 and has called 12 by a program, over the same line. */
async function consulting(answers = true): Promise<TransferWorld> {
  const world = await talking()
  assert.equal(consult(party(world, '10'), { kind: 'consult', dialled: '12' }), undefined)
  await world.settle()
  if (answers) world.phone('12').answer('answer of 12')
  await world.settle()
  return world
}

async function commanded(world: TransferWorld, kind: Exclude<TalkCommand['kind'], 'consult'>): Promise<void> {
  assert.equal(consult(party(world, '10'), { kind }), undefined)
  await world.settle()
}

for (const [who, other] of [
  ['10', '11'],
  ['11', '10'],
] as const) {
  test(`${who} holds by a program: ${other} hears music, ${who} nothing; then both hear each other again`, async () => {
    const world = await talking()
    assert.equal(hold(party(world, who), true), undefined)
    await world.settle()
    assert.deepEqual([world.heard(other), world.heard(who)], ['signal waiting', 'silence'])
    assert.equal(world.exchange.control.liveCalls()[0]?.legs.find(({ party: { number } }) => number === who)?.holds, true)
    assert.equal(hold(party(world, who), false), undefined)
    await world.settle()
    assert.deepEqual([world.heard(other), world.heard(who)], [who, other])
    world.caller.session.hangUp()
    await world.settle()
    world.assertAllOver()
  })

  test(`${who} hangs up by a program: its phone and that of ${other} get BYE, and the record says that ${who} did it`, async () => {
    const world = await talking()
    assert.equal(hangUp(party(world, who), false), undefined)
    await world.settle()
    assert.deepEqual([world.caller.session.over, world.phone('11').session.over], [true, true])
    assert.deepEqual(world.exchange.records.causes, [who === '10' ? 'hung-up-by-caller' : 'hung-up-by-called'])
    world.assertAllOver()
  })
}

test('who is held by a program, and then transferred, is heard by whom it gets to', async () => {
  const world = await talking()
  hold(party(world, '10'), true)
  assert.equal(await sendTo(party(world, '10'), '12'), undefined)
  await world.settle()
  world.phone('12').answer('answer of 12')
  await world.settle()
  assert.deepEqual([world.heard('11'), world.heard('12'), world.caller.session.over], ['12', '11', true])
  world.phone('12').session.hangUp()
  await world.settle()
  world.assertAllOver()
})

test('a transfer to a number that cannot be called is told, and both talk on', async () => {
  const world = await talking()
  assert.equal(await sendTo(party(world, '10'), '99'), 'unreachable')
  await world.settle()
  assert.equal(world.heard('11'), '10')
})

test('whom an extension talks to in two calls are connected, and it leaves both', async () => {
  const world = await talking()
  await world.call('10', '12')
  const [first, second] = world.exchange.control.calls.ofExtension('customer', 'ext-10')
  assert.ok(first && second)
  assert.equal(await connectCalls(first, second), undefined)
  await world.settle()
  assert.deepEqual([world.heard('11'), world.heard('12'), world.caller.session.over], ['12', '11', true])
})

test('a party consults over its own line: the other waits, and then both are connected', async () => {
  const world = await consulting()
  assert.deepEqual([world.heard('10'), world.heard('11')], ['12', 'signal waiting'])
  await commanded(world, 'connect')
  assert.deepEqual([world.caller.session.over, world.heard('11')], [true, '12'])
})

test('it may talk to the two in turn, give up the second, or leave the first to the ringing', async () => {
  const world = await consulting()
  await commanded(world, 'toggle')
  assert.deepEqual([world.heard('10'), world.heard('12')], ['11', 'signal waiting'])
  await commanded(world, 'back')
  assert.deepEqual([world.heard('10'), world.phone('12').session.over], ['11', true])

  const ringing = await consulting(false)
  await commanded(ringing, 'connect')
  assert.equal(ringing.caller.session.over, true)
  ringing.phone('12').answer('answer of 12')
  await ringing.settle()
  assert.equal(ringing.heard('11'), '12')
})

test('who rings is given up, and the first is back', async () => {
  const world = await consulting(false)
  await commanded(world, 'back')
  await world.exchange.clock.advance(2000)
  assert.deepEqual([world.heard('10'), world.phone('12').over], ['11', true])
})

test('all three are brought together', async () => {
  const world = await consulting()
  await commanded(world, 'conference')
  const { call } = party(world, '10')
  assert.equal(call.legs.filter((leg) => call.gathering?.has(leg)).length, 3)
  assert.equal(hold(party(world, '10'), true), 'not-talking')
})

test('what does not fit is refused and changes nothing', async () => {
  const world = await talking()
  assert.equal(consult(party(world, '10'), { kind: 'toggle' }), 'not-now')
  const busy = await consulting()
  assert.equal(consult(party(busy, '10'), { kind: 'consult', dialled: '13' }), 'not-now')
  await busy.settle()
  assert.deepEqual([world.heard('11'), busy.heard('10')], ['10', '12'])
})

test('a call that rings is declined by a program as by the phone, and one that is being made is given up', async () => {
  for (const [who, cause] of [
    ['12', 'declined'],
    ['10', 'cancelled'],
  ] as const) {
    const world = await talking()
    world.caller.session.hangUp()
    await world.settle()
    const caller = await world.call('10', '12', false)
    world.phone('12').ring()
    await world.settle()
    assert.equal(hold(party(world, who), true), 'not-talking')
    assert.equal(hangUp(party(world, who), false), undefined)
    await world.settle()
    assert.deepEqual([caller.final, world.phone('12').over], [who === '12' ? 603 : 487, true])
    assert.equal(world.exchange.records.causes.at(-1), cause)
    world.assertAllOver()
  }
})

test('EMG-01: nobody else holds, transfers or ends a call for help; its user may hang up', async () => {
  const world = await talking({ emergencyNumber: '11' })
  const calling = (): Placed => party(world, '10')
  await world.call('10', '11')
  assert.deepEqual(
    [
      hold(calling(), true),
      await sendTo(calling(), '12'),
      consult(calling(), { kind: 'consult', dialled: '12' }),
      hangUp(calling(), false),
    ],
    ['emergency', 'emergency', 'emergency', 'emergency'],
  )
  assert.equal(hangUp(calling(), true), undefined)
})

test('keys go to whom the party talks to', async () => {
  const world = await talking()
  const placed = party(world, '10')
  assert.equal(pressKeys(placed, '12#'), undefined)
  await world.settle()
  const other = placed.call.bridge?.other(placed.leg).endpoint.id
  assert.ok(world.exchange.media.sessions.at(-1)?.log.includes(`press ${other} 12#`))
})

test('a phone that holds and takes back by its own keys ends the hold of a program', async () => {
  const world = await talking()
  hold(party(world, '11'), true)
  await world.settle()
  const media = world.exchange.media.sessions.at(-1)
  assert.ok(media)
  const answer = media.answer.bind(media)
  for (const direction of ['sendonly', 'sendrecv'] as const) {
    party(world, '11').leg.agreed = phoneSdp('192.0.2.11', 1, 'sendrecv')
    media.answer = (endpoint, sdp) => {
      media.directions.set(endpoint.id, direction)
      return answer(endpoint, sdp)
    }
    void world.phone('11').session.sendOffer(phoneSdp('192.0.2.11', 2, direction))
    await world.settle()
  }
  assert.equal(party(world, '11').leg.holdsByProgram, false)
})
