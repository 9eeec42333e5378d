/** Calls that end by the settings of the customer or by the exchange itself, explained: provoked on the wire. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { eventually, RunningProduct } from '@klinke/testbed'
import { ExplainDesk, type WirePhone } from './explain-desk.ts'
import { endedRecords, root, talking } from './support.ts'

let desk: ExplainDesk
let anna: WirePhone

before(async () => {
  desk = await ExplainDesk.on(await RunningProduct.start({ root, environment: { KLINKE_DRAIN_SECONDS: '2' } }))
  anna = await desk.registered('10')
})
after(() => desk?.[Symbol.asyncDispose]())

async function codeOf(called: string, from: WirePhone = anna): Promise<string> {
  return (await desk.fails(called, from)).diagnosis.code
}

test('numbers that forward to each other: goes-round', async () => {
  const [, , ofCarla = '', ofDavid = ''] = desk.product.demo.numbers
  const always = (number: string) => ({
    forwardings: [{ active: true, when: 'always', to: { kind: 'external', number }, callers: 'all', during: null, afterSeconds: null }],
  })
  await desk.settings('12', always(ofDavid))
  await desk.settings('13', always(ofCarla))
  assert.equal(await codeOf('12'), 'goes-round')
  for (const number of ['12', '13']) await desk.settings(number, { forwardings: [] })
})

test('a number that leads nowhere: number-unassigned', async () => {
  assert.equal(await codeOf(desk.product.demo.numbers.at(-1) ?? ''), 'number-unassigned')
})

test('a queue without anybody on duty: queue-no-agent', async () => {
  const settings = { greeting: false, whenNoAgent: { kind: 'hang-up', as: 'busy' } }
  await desk.ask('POST', '/queues', { tenantId: desk.tenantId, name: 'Leer', number: '61', settings, members: [] })
  assert.equal(await codeOf('61'), 'queue-no-agent')
})

test('who talks and does not want to hear of a second call: no-call-waiting', async () => {
  const carla = await desk.registered('12', { kind: 'answer', afterMs: 0 })
  await desk.settings('12', { callWaiting: false })
  const call = anna.sip.call('12')
  await talking(call)
  assert.equal(await codeOf('12', await desk.phone('13')), 'no-call-waiting')
  call.hangUp()
  await call.over
  await desk.settings('12', { callWaiting: true })
  await carla.close()
})

test('a phone that is registered and has lost its power: device-silent', async () => {
  const dead = await desk.registered('12')
  dead.die()
  await desk.settings('12', { ringSeconds: 5 })
  assert.equal(await codeOf('12'), 'device-silent')
})

test('the exchange stops: a new call is not taken, the one that goes on is ended, and both are explained afterwards', async () => {
  const bernd = await desk.registered('11', { kind: 'answer', afterMs: 0 })
  const call = anna.sip.call('11')
  await talking(call)
  desk.product.drain()
  await eventually('the drain', () => desk.product.output.includes('stopping'))
  await anna.sip.call('12').over
  await Promise.all([call.over, ...bernd.sip.calls.map(({ over }) => over)])
  // Whether anybody still answers that it leaves is chance.
  bernd.die()
  await desk.product.ended()
  await desk.product.restart()
  const [ended] = await endedRecords(desk.product, 1, ({ cause }) => cause === 'drained')
  const { diagnosis } = await desk.explanation(ended?.id ?? '')
  assert.equal(diagnosis.code, 'drained')
  await desk.refused('10', 'INVITE', 'not-taken')
})
