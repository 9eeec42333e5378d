import assert from 'node:assert/strict'
import { test } from 'node:test'
import { profileFrom } from '../carriers/profiles/profile-of.ts'
import { carrier, TestTrunks } from '../test-support/test-trunks.ts'
import { BY_CAUSE, BY_STATUS } from './failover.ts'

const CARRIERS = [carrier('one'), carrier('two', { priority: 2 })]

/** Which carriers had the call after the first one has given that answer. */
async function triedAfter(status: number, reason?: string, carriers = CARRIERS): Promise<readonly string[]> {
  const trunks = new TestTrunks(carriers)
  await trunks.dial('+49302312500')
  trunks.userAgent.called[0]?.refuse(status, reason === undefined ? [] : [['Reason', reason]])
  await trunks.clock.advance(0)
  return trunks.tried
}

const STATUSES = BY_STATUS.flatMap(({ statuses, because }) => [...new Set(statuses)].map((status) => ({ status, because })))
for (const { status, because } of STATUSES) {
  const goesOn = BY_STATUS.find(({ statuses: [first, last] }) => status >= first && status <= last)?.goesOn
  test(`after ${status} ${goesOn ? 'another carrier is tried' : 'no carrier is tried any more'}: ${because}`, async () => {
    assert.deepEqual(await triedAfter(status), goesOn ? ['one', 'two'] : ['one'])
  })
}

for (const { cause, goesOn, because } of BY_CAUSE) {
  test(`Q.850 cause ${cause}, ${because}, ${goesOn ? 'leads on' : 'ends the call'}, whatever status a gateway makes of it`, async () => {
    const reason = `SIP;cause=200, Q.850;cause=${cause};text="as the network says"`
    for (const status of [404, 480, 503])
      assert.deepEqual(await triedAfter(status, reason), goesOn ? ['one', 'two'] : ['one'], String(status))
  })
}

for (const [what, reason] of [
  ['a cause that is not in the table', 'Q.850;cause=127'],
  ['a cause of another protocol', 'SIP;cause=486'],
  ['rubbish', ';;=Q.850'],
] as const) {
  test(`with ${what} the status decides`, async () => {
    assert.deepEqual([await triedAfter(503, reason), await triedAfter(486, reason)], [['one', 'two'], ['one']])
  })
}

test('a carrier may say 403 of itself, and end calls by 503: its profile has the last word', async () => {
  const profile = profileFrom('1tr118', { goesOnAfter: [403], endsAfter: [503] })
  const carriers = [carrier('one', { profile }), carrier('two', { priority: 2 })]
  assert.deepEqual(await triedAfter(403, undefined, carriers), ['one', 'two'])
  assert.deepEqual(await triedAfter(503, undefined, carriers), ['one'])
})
