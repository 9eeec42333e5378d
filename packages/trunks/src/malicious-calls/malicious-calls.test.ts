import assert from 'node:assert/strict'
import { test } from 'node:test'
import { silentLogger } from '@klinke/foundation'
import { VirtualClock } from '@klinke/testbed'
import { carrier, TestTrunks } from '../test-support/test-trunks.ts'
import { MaliciousCalls, type TraceOrder } from './malicious-calls.ts'
import type { TracedCall } from './traced-call-store.ts'

const NUMBER = '+4922155500'
const DAY = 86_400_000
const HIDDEN = {
  from: '"Anonymous" <sip:anonymous@anonymous.invalid>',
  headers: [
    ['P-Asserted-Identity', '"Max" <sip:+49301234567@one.example>'],
    ['Privacy', 'id'],
  ],
} as const

function setUp(orders: (now: number) => readonly TraceOrder[], failures = 0) {
  const clock = new VirtualClock()
  const now = clock.epochMs()
  const kept: TracedCall[] = []
  const forgotten: Date[] = []
  let left = failures
  const calls = new MaliciousCalls({
    ordersOf: () => orders(now),
    write: (some) => {
      if (left-- > 0) return Promise.reject(new Error('away'))
      kept.push(...some)
      return Promise.resolve()
    },
    mark: () => Promise.resolve(false),
    forget: (at) => Promise.resolve(void forgotten.push(at)),
    ...{ clock, logger: silentLogger },
  })
  const trunks = new TestTrunks([carrier('one')])
  trunks.malicious = calls
  const callIn = async (to: string = NUMBER, call: object = HIDDEN) => {
    await trunks.callIn('one', { uri: `sip:${to}@klinke.example`, ...call })
    await calls.written()
  }
  return { clock, kept, forgotten, calls, trunks, callIn }
}

const HOLDS = (now: number): readonly TraceOrder[] => [{ id: 'o', number: NUMBER, fromMs: now, untilMs: now + DAY, keepDays: 10 }]

test('CLI-06: who calls a number with an order is kept although he hides; who is called still sees nobody', async () => {
  const { kept, callIn, trunks, calls } = setUp(HOLDS)
  await callIn()
  assert.partialDeepStrictEqual(kept, [
    { orderId: 'o', shown: 'anonymous', asserted: ['+49301234567'], isHidden: true, carrier: 'one', extensionId: 'acme-10' },
  ])
  assert.equal(kept[0]?.deleteAfter.getTime(), (kept[0]?.calledAt.getTime() ?? 0) + 10 * DAY)
  assert.equal(trunks.inside[0]?.from, 'anonymous')
  await calls.close()
})

const windows: readonly (readonly [what: string, fromMs: number, untilMs: number, keeps: boolean])[] = [
  ['begins now', 0, 1, true],
  ['has begun', -DAY, DAY, true],
  ['begins later', 1, DAY, false],
  ['is over', -DAY, 0, false],
]
for (const [what, fromMs, untilMs, keeps] of windows) {
  test(`CLI-06: an order whose window ${what} keeps ${keeps ? 'the call' : 'nothing'}`, async () => {
    const { kept, callIn, calls } = setUp((now) => [{ id: 'o', number: NUMBER, fromMs: now + fromMs, untilMs: now + untilMs, keepDays: 1 }])
    await callIn()
    assert.equal(kept.length, keeps ? 1 : 0)
    await calls.close()
  })
}

test('CLI-06: calls to other numbers of the customer are not kept', async () => {
  const { kept, callIn, calls } = setUp(HOLDS)
  await callIn('+4922155501')
  assert.deepEqual(kept, [])
  await calls.close()
})

test('CLI-06: a call that is broken off for the number it shows is kept, too', async () => {
  const { kept, callIn, calls } = setUp(HOLDS)
  await callIn(NUMBER, { from: '<sip:110@one.example>' })
  assert.deepEqual(
    kept.map(({ shown }) => shown),
    ['110'],
  )
  await calls.close()
})

test('what the database could not take is written later, and no call is kept twice', async () => {
  const { kept, callIn, clock, calls } = setUp(HOLDS, 1)
  await callIn()
  assert.equal(kept.length, 0)
  await clock.advance(10_000)
  await calls.written()
  assert.equal(kept.length, 1)
  await calls.close()
  assert.equal(kept.length, 1)
})

test('what is over is deleted every hour', async () => {
  const { forgotten, clock, calls } = setUp(() => [])
  await clock.advance(2 * 3_600_000)
  assert.equal(forgotten.length, 3)
  await calls.close()
})

test('CLI-06: a call of another customer is kept with his number, though he hides', async () => {
  const { kept, calls } = setUp(HOLDS)
  const about = { tenantId: 'acme', number: NUMBER, extensionId: 'acme-10', sipCallId: 'x' }
  calls.arrivedInside({ ...about, shown: 'anonymous', caller: '+4922166600' })
  await calls.written()
  assert.partialDeepStrictEqual(kept, [{ shown: 'anonymous', asserted: ['+4922166600'], isHidden: true, carrier: 'on-net' }])
  await calls.close()
})
