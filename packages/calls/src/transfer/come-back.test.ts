import assert from 'node:assert/strict'
import { test } from 'node:test'
import { target } from '../test-support/test-exchange.ts'
import type { ComeBack, Unreached } from './come-back.ts'
import { ringAndTalkAs, TransferWorld } from './test-support/transfer-world.ts'

const CODES = { transfer: '*2', back: '*3' }
const AFTER_SECONDS = 10

/** 10 talks to 11; whom 11 transfers in vain comes back to 13. */
async function talking() {
  const unreached: Unreached[] = []
  const comeBack: ComeBack = {
    afterSeconds: AFTER_SECONDS,
    lead: (call, what, exchange) => {
      unreached.push(what)
      return ringAndTalkAs({ comeBack }, target('13'))(call, exchange)
    },
  }
  const world = await TransferWorld.talking({ conversation: { comeBack }, profile: { inCallCodes: CODES } })
  const told = () => unreached.map(({ by, target: to, refusal }) => `${by.number} → ${to.number}: ${refusal.cause}`)
  return { world, told }
}

type Talking = Awaited<ReturnType<typeof talking>>

/** 11 presses keys during its conversation. */
async function press({ world }: Talking, keys: string): Promise<void> {
  const [call] = world.exchange.control.calls.ofTenant('customer')
  const leg = call?.legs.find(({ party, state }) => party.number === '11' && state === 'answered')
  for (const digit of keys) {
    world.exchange.media.sessions[0]?.events.send({
      kind: 'dtmf',
      endpoint: leg?.endpoint.id ?? '',
      digit,
      durationMs: 100,
      by: 'telephone-event',
    })
    await world.exchange.clock.advance(100)
  }
}

const BLIND = { uri: 'sip:12@customer.example' }
const ways: Readonly<Record<string, (of: Talking) => Promise<void>>> = {
  'by REFER, the phone hanging up': async ({ world }) => {
    world.session('11').sendRefer(BLIND)
    await world.settle()
    world.session('11').hangUp()
    await world.settle()
  },
  'by code, leaving while it rings': async (of) => {
    await press(of, '*212#')
    await press(of, '*2')
  },
  'by code and hanging up while it rings': async (of) => {
    await press(of, '*212#')
    of.world.session('11').hangUp()
    await of.world.settle()
  },
  'by REFER with Replaces while it rings': async ({ world }) => {
    const second = await world.call('11', '12', false)
    world.session('11').sendRefer({ ...BLIND, replaces: world.replaces(second.session) })
    await world.settle()
  },
}

for (const [way, transfer] of Object.entries(ways)) {
  test(`CALL-09: who is transferred ${way} and not answered in time comes back, and is heard there`, async () => {
    const of = await talking()
    const { world, told } = of
    await transfer(of)
    world.phone('12').ring()
    await world.settle()
    assert.equal(world.heard('10'), 'signal ringback')
    await world.exchange.clock.advance(AFTER_SECONDS * 1000)
    assert.deepEqual(told(), ['11 → 12: no-answer'])
    assert.equal(world.phone('12').over, true)
    assert.equal(world.heard('10'), 'signal ringback')
    world.phone('13').answer('answer of 13')
    await world.settle()
    assert.equal(world.heard('10'), '13')
    assert.equal(world.heard('13'), '10')
    world.caller.session.hangUp()
    await world.settle()
    assert.equal(world.phone('13').session.over, true)
    world.assertAllOver()
    assert.equal(world.exchange.records.causes.length, 2)
  })

  test(`CALL-09: who is transferred ${way} to somebody busy comes back at once`, async () => {
    const of = await talking()
    const { world, told } = of
    await transfer(of)
    world.phone('12').refuse(486)
    await world.settle()
    assert.deepEqual(told(), ['11 → 12: busy'])
    world.phone('13').answer('answer of 13')
    await world.settle()
    assert.equal(world.heard('10'), '13')
    world.phone('13').session.hangUp()
    await world.settle()
    world.assertAllOver()
  })

  test(`CALL-09: who is transferred ${way} and answered does not come back when the time is over`, async () => {
    const of = await talking()
    const { world, told } = of
    await transfer(of)
    world.phone('12').answer('answer of 12')
    await world.settle()
    await world.exchange.clock.advance(2 * AFTER_SECONDS * 1000)
    assert.equal(world.heard('10'), '12')
    world.phone('12').session.hangUp()
    await world.settle()
    assert.deepEqual(told(), [])
    world.assertAllOver()
  })

  test(`CALL-09: who is transferred ${way} and hangs up while it rings is gone everywhere`, async () => {
    const of = await talking()
    const { world, told } = of
    await transfer(of)
    world.phone('12').ring()
    world.caller.session.hangUp()
    await world.settle()
    assert.equal(world.phone('12').over, true)
    await world.exchange.clock.advance(2 * AFTER_SECONDS * 1000)
    assert.deepEqual(told(), [])
    world.assertAllOver()
  })
}

test('CALL-09: a phone that waits for the end of its transfer is told, and leaves while its party comes back', async () => {
  const { world, told } = await talking()
  const refer = world.session('11').sendRefer(BLIND)
  await world.settle()
  world.phone('12').ring()
  await world.exchange.clock.advance(AFTER_SECONDS * 1000)
  assert.equal(refer.told.at(-1), 480)
  assert.deepEqual(told(), ['11 → 12: no-answer'])
  await world.exchange.clock.advance(3000)
  assert.equal(world.session('11').over, true)
  world.phone('13').answer('answer of 13')
  await world.settle()
  assert.equal(world.heard('10'), '13')
})

test('CALL-09: a phone that is told at once that its transfer was in vain talks on', async () => {
  const { world, told } = await talking()
  const refer = world.session('11').sendRefer(BLIND)
  await world.settle()
  world.phone('12').refuse(486)
  await world.exchange.clock.advance(500)
  assert.equal(refer.told.at(-1), 486)
  assert.deepEqual(told(), [])
  assert.equal(world.heard('10'), '11')
})

test('CALL-09: while the one who consults waits itself, the target may ring for longer', async () => {
  const of = await talking()
  const { world, told } = of
  await press(of, '*212#')
  world.phone('12').ring()
  await world.exchange.clock.advance(1.5 * AFTER_SECONDS * 1000)
  assert.equal(world.phone('12').over, false)
  world.phone('12').answer('answer of 12')
  await world.settle()
  assert.equal(world.heard('11'), '12')
  assert.deepEqual(told(), [])
})

test('CALL-09: who has come back may be transferred again, and comes back again', async () => {
  const of = await talking()
  const { world, told } = of
  await ways['by REFER, the phone hanging up']?.(of)
  world.phone('12').ring()
  await world.exchange.clock.advance(AFTER_SECONDS * 1000)
  world.phone('13').answer('answer of 13')
  await world.settle()
  world.phone('13').session.sendRefer(BLIND)
  await world.settle()
  world.phone('13').session.hangUp()
  world.phone('12').refuse(486)
  await world.settle()
  assert.deepEqual(told(), ['11 → 12: no-answer', '13 → 12: busy'])
  world.phone('13').answer('answer of 13')
  await world.settle()
  assert.equal(world.heard('10'), '13')
  world.caller.session.hangUp()
  await world.settle()
  world.assertAllOver()
})
