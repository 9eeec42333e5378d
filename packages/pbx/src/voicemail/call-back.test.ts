import assert from 'node:assert/strict'
import { test } from 'node:test'
import { MailboxWorld } from './test-support/mailbox-world.ts'

/** 10 hears a message of that number and presses 5. */
async function callBackTo(callerNumber: string) {
  const world = await MailboxWorld.open()
  world.leave('m1', 'new', callerNumber)
  const caller = await world.dial('10', '*55')
  await world.listen()
  await world.press('5')
  return { world, caller }
}

test('VM-01: 5 calls the one who left the message, with a record of its own; the call ends with the talk', async () => {
  const { world, caller } = await callBackTo('11')
  const { pbx } = world
  assert.match(pbx.phone().invite.uri, /^sip:11@/)
  assert.match(pbx.phone().invite.from, /sip:10@/)
  pbx.phone().answer('answer')
  await world.settle()
  assert.equal(caller.session.over, false)
  pbx.phone().session.hangUp()
  await world.settle()
  assert.equal(caller.session.over, true)
  assert.deepEqual(
    pbx.started.map(({ caller: from, called }) => `${from.number} → ${called.number}`),
    ['10 → *55', '10 → 11'],
  )
  assert.equal(pbx.ended.length, 2)
  assert.equal(world.archive.messages[0]?.state, 'saved')
})

test('who is not reached: the caller is told, and hears the message again', async () => {
  const { world } = await callBackTo('+4930123456')
  assert.partialDeepStrictEqual(world.pbx.outside, [{ number: '+4930123456' }])
  assert.deepEqual(world.heard, ['not-reached'])
  await world.listen()
  assert.ok(world.heard.includes('/acme/m1.wav'))
})

for (const number of ['anonymous', 'sip:10']) {
  test(`${number} is not called back`, async () => {
    const { world } = await callBackTo(number)
    assert.deepEqual([world.pbx.outside, world.pbx.phones], [[], []])
    assert.deepEqual(world.heard, ['cannot-call-back'])
  })
}
