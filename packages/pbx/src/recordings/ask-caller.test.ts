import assert from 'node:assert/strict'
import { test } from 'node:test'
import { paperFlow } from '../flows/test-support/worlds.ts'
import { RecordingWorld, RULE } from './test-support/recording-world.ts'

const NUMBER = '+4922155560'
const FLOW = 'flow'

/** A number leads to a flow that asks; who agrees talks to 11, all others to 12. Everything is to be recorded. */
function setUp(): RecordingWorld {
  const flow = paperFlow(
    FLOW,
    { id: 'ask', kind: 'consent', agreed: 'yes', declined: 'no' },
    { id: 'yes', kind: 'destination', to: { kind: 'extension', targetId: 'acme-11' } },
    { id: 'no', kind: 'destination', to: { kind: 'extension', targetId: 'acme-12' } },
  )
  const targets = [{ kind: 'flow', id: FLOW, name: 'Flow', number: '70' }]
  const numbers = { [NUMBER]: { kind: 'flow', targetId: FLOW } as const }
  return new RecordingWorld({}, [RULE], { flows: new Map([[FLOW, flow]]) }, { targets, numbers })
}

for (const [what, keys, rung, recorded] of [
  ['who agrees is recorded without being told again', '1', '11', 1],
  ['who declines is led the other way and never recorded', '2', '12', 0],
  ['another key is no consent', '5', '12', 0],
] as const) {
  test(`LAW-06: a flow asks its caller whether it may be recorded: ${what}`, async () => {
    const world = setUp()
    const caller = await world.pbx.dial('bolt', '20', NUMBER)
    assert.deepEqual([caller.final, world.told('caller')], [200, 'de/recording-consent'])
    if (keys === '5') await world.pbx.hearOut()
    await world.press('caller', keys)
    assert.match(world.pbx.phone().invite.uri, new RegExp(`^sip:${rung}@`))
    world.pbx.phone().answer('answer')
    await world.settle()
    await world.pbx.hearOut()
    assert.deepEqual([world.recordings.length, world.connected, caller.session.over], [recorded, true, false])
    assert.deepEqual(
      world.archive.begun.flatMap(({ consents }) => consents.map(({ how }) => how)),
      recorded === 1 ? ['agreed', 'told'] : [],
    )
  })
}

test('LAW-06: who says nothing has not agreed', async () => {
  const world = setUp()
  await world.pbx.dial('bolt', '20', NUMBER)
  await world.pbx.hearOut()
  await world.pbx.clock.advance(10_000)
  assert.match(world.pbx.phone().invite.uri, /^sip:12@/)
})
