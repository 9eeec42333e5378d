/** The control centre calls back (EMG-01): the whole dial plan over the whole PBX. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { BERLIN, COLOGNE, HelpWorld, OWN } from './test-support/help-world.ts'

const rung = ({ pbx }: HelpWorld): readonly string[] =>
  pbx.phones.map(({ invite }) => /^sip:(\d+)@acme\.example/.exec(invite.uri)?.[1] ?? '').filter((number) => number !== '')

async function helpCalled(world: HelpWorld): Promise<void> {
  const caller = await world.dial('10', '112')
  caller.cancel()
  await world.pbx.clock.advance(0)
}

test('EMG-01: a suspended customer is called back at the phone that called for help, and nowhere else', async () => {
  const world = new HelpWorld({ tenant: { suspended: true } })
  assert.equal((await world.callIn(COLOGNE)).final, 404)
  await helpCalled(world)
  // The number leads to 11.
  const caller = await world.callIn(COLOGNE)
  assert.deepEqual(rung(world), ['10'])
  assert.deepEqual(
    world.pbx.phone().invite.headers?.find(([name]) => name === 'Priority'),
    ['Priority', 'psap-callback'],
  )
  world.pbx.phone().answer('answer')
  await world.pbx.clock.advance(0)
  assert.equal(caller.final, 200)
  for (const number of [OWN, BERLIN]) assert.equal((await world.callIn(number)).final, 404)
  assert.deepEqual(rung(world), ['10'])
})

test('EMG-01: where nobody answers the call back of a suspended customer it is led nowhere else; after half an hour its number is nobody’s again', async () => {
  const world = new HelpWorld({ tenant: { suspended: true } })
  await helpCalled(world)
  const caller = await world.callIn(COLOGNE)
  await world.pbx.clock.advance(20_000)
  assert.deepEqual([caller.final, rung(world)], [480, ['10']])
  await world.pbx.clock.advance(30 * 60_000)
  assert.equal((await world.callIn(COLOGNE)).final, 404)
})

test('EMG-01: while a suspended customer is called back its phones still call nobody but help', async () => {
  const world = new HelpWorld({ tenant: { suspended: true } })
  await helpCalled(world)
  await world.callIn(COLOGNE)
  assert.equal((await world.dial('10', '11')).final, 403)
  await world.dial('10', '110')
  assert.equal(world.forHelp.length, 2)
})
