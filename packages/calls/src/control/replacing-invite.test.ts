import assert from 'node:assert/strict'
import { test } from 'node:test'
import { TransferWorld } from '../transfer/test-support/transfer-world.ts'

test('a phone answers another one that rings: the caller talks to it, the other stops ringing and shows no missed call', async () => {
  const world = await TransferWorld.talking()
  const caller = await world.call('12', '13', false)
  const rung = world.phone('13')
  const picker = await world.dial('14', { replaced: { kind: 'calling', invite: rung } })
  assert.equal(picker.final, 200)
  assert.equal(caller.final, 200)
  assert.equal(rung.cancelReason, 'SIP;cause=200;text="Call completed elsewhere"')
  assert.equal(world.heard('12'), '14')
  caller.session.hangUp()
  world.caller.session.hangUp()
  await world.settle()
  assert.equal(picker.session.over, true)
  world.assertAllOver()
  const [, call, pickup] = world.exchange.records.calls
  assert.equal(call?.answered?.answeredBy.number, '14')
  assert.equal(pickup?.ended?.cause, 'hung-up-by-caller')
})

test('of ten phones that pick up at once one wins, the others are told 486 before they are answered', async () => {
  const world = await TransferWorld.talking()
  const caller = await world.call('12', '13', false)
  const replaced = { kind: 'calling', invite: world.phone('13') } as const
  const pickers = await Promise.all(Array.from({ length: 10 }, (_, index) => world.dial(`${20 + index}`, { replaced })))
  await world.settle()
  assert.deepEqual(pickers.map(({ final }) => final).sort(), [200, ...Array<number>(9).fill(486)])
  caller.session.hangUp()
  world.caller.session.hangUp()
  await world.settle()
  world.assertAllOver()
})

test('a phone that answers in the same moment as another picks it up: one of them talks, the other is told', async () => {
  const world = await TransferWorld.talking()
  const caller = await world.call('12', '13', false)
  const rung = world.phone('13')
  rung.answer('answer of 13')
  const picker = await world.dial('14', { replaced: { kind: 'calling', invite: rung } })
  await world.settle()
  const pickerTalks = picker.final === 200 && !picker.session.over
  assert.equal(rung.session.over, pickerTalks)
  assert.equal(world.heard('12'), pickerTalks ? '14' : '13')
  assert.equal(caller.session.over, false)
})

test('an extension goes on with its conversation from another device: the old one gets BYE, the other party hears the new one', async () => {
  const world = await TransferWorld.talking()
  const other = await world.dial('10', { replaced: { kind: 'session', session: world.caller.session } })
  assert.equal(other.final, 200)
  assert.equal(world.caller.session.over, true)
  assert.equal(world.heard('11'), '10')
  assert.equal(world.exchange.control.size, 1)
  other.session.hangUp()
  await world.settle()
  assert.equal(world.phone('11').session.over, true)
  world.assertAllOver()
})

test('the called side may be taken over as well, and the call goes on when the device that was replaced is long gone', async () => {
  const world = await TransferWorld.talking()
  const other = await world.dial('12', { replaced: { kind: 'session', session: world.phone('11').session } })
  assert.equal(world.phone('11').session.over, true)
  assert.equal(world.heard('10'), '12')
  world.caller.session.hangUp()
  await world.settle()
  assert.equal(other.session.over, true)
  world.assertAllOver()
})

const refusals = [
  [{ kind: 'refused', status: 481 }, 481],
  [{ kind: 'refused', status: 486 }, 486],
  [{ kind: 'refused', status: 603 }, 603],
] as const
for (const [replaced, status] of refusals) {
  test(`a Replaces that means nothing here is refused with ${status} without a record`, async () => {
    const world = await TransferWorld.talking()
    assert.equal((await world.dial('12', { replaced })).final, status)
    assert.equal(world.exchange.records.calls.length, 1)
  })
}

test('the dialog of another customer is not there', async () => {
  const world = await TransferWorld.talking()
  const subscriber = { tenantId: 'other', extensionId: 'x', extensionNumber: '10', username: 'x', domain: 'other.example' }
  const registration = { maxContacts: 4, whenFull: 'refuse', minExpiresSeconds: 60, maxExpiresSeconds: 3600 } as const
  const spy = await world.exchange.call(
    { offer: 'offer', replaced: { kind: 'session', session: world.caller.session } },
    { kind: 'extension', subscriber: { ...subscriber, ha1: { md5: '', sha256: '' }, registration }, headers: [] },
  )
  assert.equal(spy.final, 481)
})

test('a carrier may not replace anything, nor an extension that the customer does not let', async () => {
  const world = await TransferWorld.talking({ parts: { mayReplace: ({ extensionNumber }) => extensionNumber !== '12' } })
  const replaced = { kind: 'session', session: world.caller.session } as const
  assert.equal((await world.dial('12', { replaced })).final, 403)
  assert.equal((await world.exchange.call({ offer: 'o', replaced }, { kind: 'carrier', carrier: { id: 'c' } })).final, 403)
})
