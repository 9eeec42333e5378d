import assert from 'node:assert/strict'
import { test } from 'node:test'
import { KlinkeError } from '@klinke/foundation'
import { refused } from '../outcome.ts'
import { TransferWorld } from './test-support/transfer-world.ts'

const CODES = { transfer: '*2', back: '*3', toggle: '*4', conference: '*5' }

async function talking() {
  return TransferWorld.talking({
    profile: { inCallCodes: CODES },
    dialled: (number) => (number === '99' ? refused('not-found', 404) : undefined),
  })
}

/** Extension `number` presses keys, as RFC 4733 events. */
async function press(world: TransferWorld, number: string, keys: string): Promise<void> {
  for (const call of world.exchange.control.calls.ofTenant('customer')) {
    const leg = call.legs.find(({ party, state }) => party.number === number && state === 'answered')
    const session = world.exchange.media.sessions.find(({ callId }) => callId === call.id)
    if (leg === undefined || session === undefined) continue
    for (const digit of keys) {
      session.events.send({ kind: 'dtmf', endpoint: leg.endpoint.id, digit, durationMs: 100, by: 'telephone-event' })
      await world.exchange.clock.advance(100)
    }
    return
  }
}

/** 10 talks to 11, has called 12 by code, and 12 has answered unless it rings. */
async function consulting(answers = true) {
  const world = await talking()
  await press(world, '10', '*212#')
  if (answers) world.phone('12').answer('answer of 12')
  await world.settle()
  return world
}

test('the code holds the other party with music and gives a dial tone', async () => {
  const world = await talking()
  await press(world, '10', '*2')
  assert.equal(world.heard('11'), 'signal waiting')
  assert.equal(world.heard('10'), 'signal dial')
  await press(world, '10', '1')
  await press(world, '10', '2#')
  assert.equal(world.heard('10'), 'signal ringback')
  assert.equal(world.phone('12').invite.from, '<sip:10@customer.example>')
  assert.equal(world.heard('11'), 'signal waiting')
})

test('the called side may use the code too', async () => {
  const world = await talking()
  await press(world, '11', '*212#')
  world.phone('12').answer('answer of 12')
  await world.settle()
  assert.equal(world.heard('11'), '12')
  assert.equal(world.heard('10'), 'signal waiting')
  world.session('11').hangUp()
  await world.settle()
  assert.equal(world.heard('10'), '12')
  world.caller.session.hangUp()
  await world.settle()
  world.assertAllOver()
})

test('the code again connects both, and the one who dialled is out', async () => {
  const world = await consulting()
  assert.equal(world.heard('10'), '12')
  await press(world, '10', '*2')
  assert.equal(world.caller.session.over, true)
  assert.equal(world.heard('11'), '12')
  world.phone('11').session.hangUp()
  await world.settle()
  assert.equal(world.phone('12').session.over, true)
  world.assertAllOver()
})

test('hanging up connects both', async () => {
  const world = await consulting()
  world.caller.session.hangUp()
  await world.settle()
  assert.equal(world.heard('12'), '11')
  world.phone('12').session.hangUp()
  await world.settle()
  world.assertAllOver()
})

for (const how of ['hanging up', 'the code'] as const) {
  test(`${how} while it rings leaves the held party to the ringing`, async () => {
    const world = await consulting(false)
    if (how === 'the code') await press(world, '10', '*2')
    else world.caller.session.hangUp()
    await world.settle()
    assert.equal(world.caller.session.over, true)
    assert.equal(world.heard('11'), 'signal ringback')
    world.phone('12').answer('answer of 12')
    await world.settle()
    assert.equal(world.heard('11'), '12')
    world.phone('12').session.hangUp()
    await world.settle()
    world.assertAllOver()
  })
}

test('left to a ringing that nobody answers, the held party is given back to the one who left', async () => {
  const world = await consulting(false)
  world.caller.session.hangUp()
  await world.settle()
  world.phone('12').refuse(486)
  await world.settle()
  world.phone('10').answer('back')
  await world.settle()
  assert.equal(world.heard('11'), '10')
  world.phone('11').session.hangUp()
  await world.settle()
  world.assertAllOver()
})

test('the way back gives up the second party and returns to the first', async () => {
  const world = await consulting()
  await press(world, '10', '*3')
  assert.equal(world.phone('12').session.over, true)
  assert.equal(world.heard('10'), '11')
  assert.deepEqual(world.exchange.records.causes, ['open', 'hung-up-by-caller'])
  world.caller.session.hangUp()
  await world.settle()
  world.assertAllOver()
})

test('the way back while it rings cancels the call to the second party', async () => {
  const world = await consulting(false)
  await press(world, '10', '*3')
  assert.equal(world.phone('12').over, true)
  await world.exchange.clock.advance(2000)
  assert.equal(world.heard('10'), '11')
})

for (const [what, refuse] of [
  ['busy', (world: TransferWorld) => world.phone('12').refuse(486)],
  ['silent', (world: TransferWorld) => world.exchange.clock.advance(20_000)],
] as const) {
  test(`a second party that is ${what}: a tone tells so, then the first is back`, async () => {
    const world = await consulting(false)
    await refuse(world)
    await world.settle()
    assert.equal(world.heard('10'), 'signal busy')
    await world.exchange.clock.advance(1500)
    assert.equal(world.heard('10'), '11')
    world.phone('11').session.hangUp()
    await world.settle()
    world.assertAllOver()
  })
}

for (const [what, keys] of [
  ['a number that nobody has', '*299#'],
  ['no number', '*2#'],
] as const) {
  test(`${what} leads back to the first party`, async () => {
    const world = await talking()
    await press(world, '10', keys)
    await world.exchange.clock.advance(1500)
    assert.equal(world.heard('10'), '11')
    assert.equal(world.heard('11'), '10')
  })
}

test('toggling lets the extension talk to one while the other hears music, as often as it likes', async () => {
  const world = await consulting()
  for (const [talksTo, waits] of [
    ['11', '12'],
    ['12', '11'],
    ['11', '12'],
  ] as const) {
    await press(world, '10', '*4')
    assert.equal(world.heard('10'), talksTo)
    assert.equal(world.heard(waits), 'signal waiting')
  }
  await press(world, '10', '*3')
  assert.equal(world.phone('12').session.over, true)
  assert.equal(world.heard('10'), '11')
  world.caller.session.hangUp()
  await world.settle()
  world.assertAllOver()
})

test('when the first party hangs up while it is talked to after toggling, the second is there', async () => {
  const world = await consulting()
  await press(world, '10', '*4')
  world.phone('11').session.hangUp()
  await world.settle()
  assert.equal(world.heard('10'), '12')
  world.phone('12').session.hangUp()
  await world.settle()
  assert.equal(world.caller.session.over, true)
  world.assertAllOver()
})

test('when the second party hangs up, the first is there again', async () => {
  const world = await consulting()
  world.phone('12').session.hangUp()
  await world.settle()
  assert.equal(world.heard('10'), '11')
  world.phone('11').session.hangUp()
  await world.settle()
  world.assertAllOver()
})

test('when the held party hangs up the call to the second goes on, and ends with it', async () => {
  const world = await consulting()
  world.phone('11').session.hangUp()
  await world.settle()
  assert.equal(world.heard('10'), '12')
  world.caller.session.hangUp()
  await world.settle()
  assert.equal(world.phone('12').session.over, true)
  world.assertAllOver()
})

for (const leaver of ['10', '11', '12'] as const) {
  test(`all three together; when ${leaver} leaves the other two talk on`, async () => {
    const world = await consulting()
    await press(world, '10', '*5')
    const [room] = world.exchange.media.sessions[0]?.rooms ?? []
    assert.equal(room?.members.size, 3)
    world.session(leaver).hangUp()
    await world.settle()
    assert.equal(room?.closed, true)
    const [one, two] = ['10', '11', '12'].filter((number) => number !== leaver)
    assert.equal(world.heard(one ?? ''), two)
    world.session(two ?? '').hangUp()
    await world.settle()
    world.assertAllOver()
  })
}

test('all three together, and one of them goes on at another device: it has the seat, and all hear each other', async () => {
  const world = await consulting()
  await press(world, '10', '*5')
  const [room] = world.exchange.media.sessions[0]?.rooms ?? []
  const mobile = await world.dial('11', { replaced: { kind: 'session', session: world.session('11') } })
  await world.settle()
  assert.deepEqual([mobile.final, world.session('11').over, room?.closed], [200, true, false])
  assert.equal(room?.members.size, 3)
  mobile.session.hangUp()
  await world.settle()
  assert.equal(world.heard('10'), '12')
  world.caller.session.hangUp()
  await world.settle()
  world.assertAllOver()
})

/** 10 talks to 11 and has called help on 112 by code; who goes along with conversations, such as the recorder, is told of `talks`. */
async function callingHelp(profile = {}) {
  const talks: string[] = []
  const world = await TransferWorld.talking({
    ...{ profile: { inCallCodes: CODES, ...profile }, emergencyNumber: '112' },
    parts: {
      talks: {
        began: (_call, { legs }) => void talks.push(legs.map(({ party }) => party.number).join('-')),
        gathered: () => void talks.push('three'),
      },
    },
  })
  await press(world, '10', '*2112#')
  world.phone('112').answer('answer of 112')
  await world.settle()
  return { world, talks }
}

test('EMG-01: help that is called out of a call is never recorded, not as one of three parties either', async () => {
  const { world, talks } = await callingHelp()
  assert.equal(world.heard('10'), '112')
  await press(world, '10', '*5')
  assert.deepEqual(talks, ['10-11'])
})

test('EMG-01: back from the emergency call the conversation is an ordinary one again', async () => {
  const { world, talks } = await callingHelp()
  await press(world, '10', '*3')
  assert.deepEqual([world.heard('10'), talks], ['11', ['10-11', '10-11']])
})

test('EMG-01: a control centre that is called out of a call hears no signal when the phone sends nothing; afterwards it is watched again', async () => {
  const { world } = await callingHelp()
  const { watched } = world.exchange.media.sessions[0] ?? {}
  assert.deepEqual([...(watched ?? [])], ['called-1'], 'who waits with music is still watched')
  await press(world, '10', '*3')
  assert.deepEqual([...(watched ?? [])], ['called-1', 'caller'])
})

test('EMG-01: neither the longest duration, nor silence, nor a stop of the exchange ends help that was called out of a call', async () => {
  const { world } = await callingHelp({ maxCallSeconds: 600 })
  const { exchange } = world
  void exchange.control.drain({ withinMs: 30_000, emergencyWithinMs: 3_600_000 })
  exchange.media.sessions[0]?.events.send({ kind: 'inactive', endpoint: 'caller', silentMs: 120_000 })
  await exchange.clock.advance(1_000_000)
  assert.equal(world.heard('10'), '112')
  world.session('112').hangUp()
  await world.settle()
  await exchange.clock.advance(62_000)
  assert.equal(world.caller.session.over, true)
  world.assertAllOver()
})

const LOST = new KlinkeError('media-lost', 'the worker has ended')
const NO_PORTS = new KlinkeError('no-media-ports', 'all are taken')

test('EMG-01: the media engine dies while help talks that was called out of a call: the phone and the control centre go on without it', async () => {
  const { world } = await callingHelp()
  const { exchange, caller } = world
  for (const endpoint of ['caller', 'called-1', 'called-2']) exchange.media.sessions[0]?.events.send({ kind: 'lost', endpoint })
  await world.settle()
  assert.deepEqual(world.session('112').offered, ['answer to '])
  assert.deepEqual([caller.session.over, world.session('112').over, world.session('11').over], [false, false, true])
  world.session('112').hangUp()
  await world.settle()
  assert.equal(caller.session.over, true)
  world.assertAllOver()
})

for (const [what, broken] of [
  ['dies while the control centre rings', 'accept'],
  ['has no room for the control centre', 'offer-here'],
] as const) {
  test(`EMG-01: the media engine ${what}: help called out of a call is reached all the same`, async () => {
    const world = await TransferWorld.talking({ profile: { inCallCodes: CODES }, emergencyNumber: '112' })
    const [media] = world.exchange.media.sessions
    media?.failures.set(broken, broken === 'accept' ? LOST : NO_PORTS)
    await press(world, '10', '*2112#')
    world.phone('112').answer('description of 112')
    await world.settle()
    const [phone, helper] = [world.caller.session, world.session('112')]
    const late = broken === 'offer-here'
    assert.deepEqual([phone.offered, helper.offered], late ? [['description of 112'], []] : [[], ['answer to ']])
    assert.equal(late ? helper.acknowledged : phone.acknowledged, late ? 'answer to description of 112' : 'answer to answer to ')
    assert.deepEqual([world.caller.session.over, world.session('112').over], [false, false])
    world.caller.session.hangUp()
    await world.settle()
    world.assertAllOver()
  })
}
