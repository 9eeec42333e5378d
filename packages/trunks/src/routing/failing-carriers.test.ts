/** Carriers that fail at random, thousands of times: no call is lost that another one could have carried, and nobody is rung twice. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { below, type Random, seededRandom } from '@klinke/foundation'
import { type PaperPhone, VirtualClock } from '@klinke/testbed'
import { prefixTable } from '../barring/prefix-table.ts'
import { CARRIER_SILENT_SECONDS } from '../calls/ring-in-turn.ts'
import { carrier, TestTrunks } from '../test-support/test-trunks.ts'
import { CarrierRouting } from './carrier-routing.ts'
import type { PrefixRule } from './prefix-rules.ts'

const RUNS = 3_000
const MOST_CARRIERS = 5

/** What a carrier makes of a call. `over`: nobody may be asked after it. */
interface Behaviour {
  readonly name: string
  readonly carries: boolean
  readonly over: boolean
  readonly rings: boolean
  readonly act: (phone: PaperPhone) => void
}

const fails = (name: string, act: (phone: PaperPhone) => void): Behaviour => ({ name, act, carries: false, over: false, rings: false })
const ends = (name: string, act: (phone: PaperPhone) => void, rings = false): Behaviour => ({
  name,
  act,
  carries: false,
  over: true,
  rings,
})
const carries = (name: string, act: (phone: PaperPhone) => void): Behaviour => ({ name, act, carries: true, over: true, rings: true })

const rung = (phone: PaperPhone): void => phone.ring(180)
const BEHAVIOURS: readonly Behaviour[] = [
  carries('rings and answers', (phone) => [rung(phone), phone.answer('answer')]),
  carries('answers at once', (phone) => phone.answer('answer')),
  carries('is heard before it answers', (phone) => [phone.ring(183, 'early'), phone.answer('answer')]),
  fails('is full', (phone) => phone.refuse(503)),
  fails('has failed', (phone) => phone.refuse(500)),
  fails('refuses our account again and again', (phone) => phone.refuse(407)),
  fails('redirects', (phone) => phone.refuse(302, [['Contact', '<sip:+4990012345@elsewhere.example>']])),
  fails('has no route (Q.850)', (phone) => phone.refuse(404, [['Reason', 'Q.850;cause=3']])),
  fails('goes round', (phone) => phone.refuse(482)),
  fails('cannot be reached', (phone) => phone.timeOut()),
  fails('is silent', () => undefined),
  ends('knows that the party is busy', (phone) => phone.refuse(486)),
  ends('does not know the number', (phone) => phone.refuse(404)),
  ends('says that the party declines', (phone) => phone.refuse(603)),
  ends('rings, then fails', (phone) => [rung(phone), phone.refuse(503)], true),
  ends('rings, then says that nobody answers', (phone) => [rung(phone), phone.refuse(480)], true),
]

function chosen<T>(random: Random, all: readonly T[]): T {
  const found = all[below(random, all.length)]
  assert.ok(found)
  return found
}

async function run(seed: number): Promise<void> {
  const random = seededRandom(seed)
  const names = ['one', 'two', 'three', 'four', 'five'].slice(0, 1 + below(random, MOST_CARRIERS))
  const behaviours = new Map(names.map((name) => [name, chosen(random, BEHAVIOURS)]))
  const carriers = names.map((name) => carrier(name, { priority: below(random, 2), share: below(random, 100) }))
  const tables = { rules: prefixTable<PrefixRule>([]), prices: () => undefined }
  const routing = new CarrierRouting({ tables: () => tables, clock: new VirtualClock(), random })
  const trunks = new TestTrunks(carriers, undefined, undefined, undefined, { routing })
  for (const name of names) if (below(random, 4) === 0) trunks.down.add(name)
  trunks.userAgent.whenCalled = (phone) => behaviours.get(trunks.tried.at(-1) ?? '')?.act(phone)
  const caller = await trunks.dial('+49302312500')
  for (const _ of names) await trunks.clock.advance(CARRIER_SILENT_SECONDS * 1_000)
  const story = `seed ${seed}: ${trunks.tried.map((name) => `${name} ${behaviours.get(name)?.name}`).join(', ')}; of ${names.join(' ')}`
  const tried = trunks.tried.map((name) => behaviours.get(name))
  assert.equal(new Set(trunks.tried).size, trunks.tried.length, `${story}: each carrier once`)
  assert.ok(
    tried.slice(0, -1).every((each) => each?.over === false),
    `${story}: nobody is asked after who has spoken of the party`,
  )
  assert.ok(tried.filter((each) => each?.rings === true).length <= 1, `${story}: nobody is rung twice`)
  const last = tried.at(-1)
  if (last?.over !== true) assert.equal(trunks.tried.length, names.length, `${story}: all are tried`)
  assert.equal(caller.final === 200, last?.carries === true, `${story}: answered if one of them carries the call`)
  if (caller.final !== 200) assert.ok((caller.final ?? 0) >= 400, `${story}: the caller is told`)
}

test(`${RUNS} calls over carriers that fail at random: each reaches the first that can carry it, and rings at one at most`, async () => {
  for (let seed = 1; seed <= RUNS; seed++) await run(seed)
})

test('a carrier that speaks up after it was given up for dead is cancelled, and its answer is hung up: the call stays where it was answered', async () => {
  const trunks = new TestTrunks([carrier('one'), carrier('two', { priority: 2 })])
  trunks.userAgent.whenCalled = (phone) => {
    phone.obeysCancel = false
  }
  const caller = await trunks.dial('+49302312500')
  await trunks.clock.advance(CARRIER_SILENT_SECONDS * 1_000)
  const [late, quick] = trunks.userAgent.called
  assert.ok(late && quick)
  quick.answer('answer')
  await trunks.clock.advance(0)
  late.answer('answer')
  await trunks.clock.advance(0)
  assert.deepEqual([caller.final, late.cancelReason !== undefined, late.session.over, quick.session.over], [200, true, true, false])
})

test('a carrier that answers 200 without a description ends the call: somebody was rung, so no other one is tried', async () => {
  const trunks = new TestTrunks([carrier('one'), carrier('two', { priority: 2 })])
  const caller = await trunks.dial('+49302312500')
  trunks.userAgent.called[0]?.answer()
  await trunks.clock.advance(0)
  assert.deepEqual([caller.final, trunks.tried, trunks.ended[0]?.cause], [488, ['one'], 'incompatible'])
  assert.equal(trunks.userAgent.called[0]?.session.over, true)
})

test('where a carrier redirects to is written down, and nobody goes there', async () => {
  const trunks = new TestTrunks([carrier('one')])
  const caller = await trunks.dial('+49302312500')
  trunks.userAgent.called[0]?.refuse(302, [['Contact', '<sip:+4990012345@elsewhere.example>']])
  await trunks.clock.advance(0)
  assert.equal(trunks.userAgent.called.length, 1)
  assert.equal(caller.final, 480)
  const step = trunks.ended[0]?.route.find(({ step: name }) => name === 'redirect-refused')
  assert.equal(step?.detail, 'sip:+4990012345@elsewhere.example')
})
