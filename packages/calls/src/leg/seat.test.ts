import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { DialTarget } from '../exchange/exchange.ts'
import { refused } from '../outcome.ts'
import { ringAndTalk, TestExchange, target } from '../test-support/test-exchange.ts'
import type { Seat } from './seat.ts'

/** A target that takes room, and what became of it. */
function seated(number: string): { readonly target: DialTarget; readonly log: string[] } {
  const log: string[] = []
  const seat: NonNullable<DialTarget['seat']> = () => {
    log.push('taken')
    return Promise.resolve({
      kind: 'seat',
      holds: (leg) => void leg.over.then(() => log.push('leg over')),
      leave: () => void log.push('left'),
    })
  }
  return { target: target(number, { seat }), log }
}

test('room is taken before a party is called, left by the branch when it answers, and by the leg when it hangs up', async () => {
  const { target: one, log } = seated('11')
  const exchange = new TestExchange({ flow: ringAndTalk(one) })
  await exchange.call()
  assert.deepEqual(log, ['taken'])
  exchange.phone().answer('answer')
  await exchange.settle()
  assert.deepEqual(log, ['taken', 'left'])
  exchange.phone().session.hangUp()
  await exchange.settle()
  assert.deepEqual(log, ['taken', 'left', 'leg over'])
})

for (const [what, happens] of [
  ['is refused', (exchange) => exchange.phone().refuse(486)],
  ['is never heard of, and its caller gives up', (_exchange, caller) => caller.cancel()],
  ['is cancelled and answers all the same', (exchange, caller) => [exchange.phone().answer('answer'), caller.cancel()]],
  ['times out', (exchange) => exchange.phone().timeOut()],
] as const satisfies readonly (readonly [
  string,
  (exchange: TestExchange, caller: Awaited<ReturnType<TestExchange['call']>>) => unknown,
])[]) {
  test(`the leg is over when it ${what}`, async () => {
    const { target: one, log } = seated('11')
    const exchange = new TestExchange({ flow: ringAndTalk(one) })
    const caller = await exchange.call()
    happens(exchange, caller)
    await exchange.settle()
    assert.deepEqual(log.toSorted(), ['left', 'leg over', 'taken'])
  })
}

test('a party for which there is no room is not called, and the others ring on', async () => {
  const full = target('11', { seat: () => Promise.resolve(refused('congestion', 486)) })
  const exchange = new TestExchange({ flow: ringAndTalk(full, target('12')) })
  const caller = await exchange.call()
  assert.deepEqual([exchange.userAgent.called.length, caller.final], [1, undefined])
})

test('a caller that hangs up is over, answered or not', async () => {
  const exchange = new TestExchange({ flow: ringAndTalk(target('11')) })
  const over: string[] = []
  for (const how of ['cancelled', 'answered']) {
    const caller = await exchange.call()
    void exchange.control.calls
      .ofTenant('customer')
      .at(-1)
      ?.principal.over.then(() => over.push(how))
    if (how === 'cancelled') caller.cancel()
    else {
      exchange.phone(1).answer('answer')
      await exchange.settle()
      assert.deepEqual(over, ['cancelled'])
      caller.session.hangUp()
    }
    await exchange.settle()
  }
  assert.deepEqual(over, ['cancelled', 'answered'])
})

test('where there is no room at one place the next one is tried, with the room of that place', async () => {
  const log: string[] = []
  const there = {
    kind: 'seat',
    holds: (leg: Parameters<Seat['holds']>[0]) => void leg.over.then(() => log.push('leg over')),
    leave: () => void log.push('left'),
  } as const
  const next = target('12', { placeSeat: () => Promise.resolve(there) })
  const full = target('11', {
    placeSeat: () => Promise.resolve({ ...refused('congestion', 486), tryElsewhere: true }),
    elsewhere: () => next,
  })
  const exchange = new TestExchange({ flow: ringAndTalk(full) })
  await exchange.call()
  assert.equal(exchange.userAgent.called.length, 1)
  exchange.phone().answer('answer')
  await exchange.settle()
  assert.deepEqual(log, ['left'])
  exchange.phone().session.hangUp()
  await exchange.settle()
  assert.deepEqual(log, ['left', 'leg over'])
})
