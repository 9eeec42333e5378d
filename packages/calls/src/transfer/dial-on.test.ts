import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Outcome, refused } from '../outcome.ts'
import { plan, ringAndTalk, TestExchange, target } from '../test-support/test-exchange.ts'

/** Extension 10 is answered by a menu, which calls `wanted` for it and waits a minute after that. */
async function menuCalls(wanted: string) {
  const outcomes: Outcome[] = []
  const exchange = new TestExchange({
    dialPlan: ({ dialled }) => {
      if (dialled === '12') return plan(ringAndTalk(target('12')))
      if (dialled === '112') return { ...plan(ringAndTalk(target('112'))), emergency: true }
      if (dialled !== '11') return refused('not-found', 404)
      return plan(async (call, flowExchange) => {
        await call.answer(call.principal.party)
        outcomes.push(await flowExchange.dialOn(call, wanted))
        await new Promise<void>((resolve) => void call.after(60_000, resolve))
        return refused('error', 500)
      })
    },
  })
  const caller = await exchange.call()
  return { exchange, caller, outcomes }
}

test('a party calls somebody from inside its call: a record of its own, which ends with the talk, and the call goes on', async () => {
  const { exchange, caller, outcomes } = await menuCalls('12')
  exchange.phone().answer('answer')
  await exchange.settle()
  assert.equal(exchange.records.begun.length, 2)
  exchange.phone().session.hangUp()
  await exchange.settle()
  assert.deepEqual(
    outcomes.map(({ kind, cause }) => [kind, cause]),
    [['talked', 'hung-up-by-called']],
  )
  assert.deepEqual([caller.session.over, exchange.records.over.length], [false, 1])
})

for (const [wanted, status, rung] of [
  ['12', 486, 1],
  ['13', 404, 0],
  ['112', 403, 0],
] as const) {
  test(`nobody is reached at ${wanted}: ${status}, and the party is still there`, async () => {
    const { exchange, caller, outcomes } = await menuCalls(wanted)
    if (rung === 1) exchange.phone().refuse(486)
    await exchange.settle()
    assert.deepEqual(
      outcomes.map((outcome) => outcome.kind === 'refused' && outcome.status),
      [status],
    )
    assert.deepEqual([exchange.userAgent.called.length, caller.session.over], [rung, false])
  })
}
