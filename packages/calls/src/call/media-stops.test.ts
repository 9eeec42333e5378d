import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CallProfile } from '../dial-plan.ts'
import { ringAndTalk, TestExchange, target } from '../test-support/test-exchange.ts'

async function talking(profile: Partial<CallProfile> = {}) {
  const exchange = new TestExchange({ flow: ringAndTalk(target('11')), profile })
  const caller = await exchange.call()
  const [media] = exchange.media.sessions
  assert.ok(media)
  assert.deepEqual([...media.watched], [], 'early media may be silent')
  exchange.phone().answer('answer')
  await exchange.settle()
  return { exchange, caller, media }
}

test('both parties of a conversation are watched from the answer on, and the record tells when one vanishes and comes back', async () => {
  const { exchange, caller, media } = await talking()
  assert.deepEqual([...media.watched], ['caller', 'called-1'])
  media.events.send({ kind: 'stopped', endpoint: 'called-1', silentMs: 1500 })
  media.events.send({ kind: 'returned', endpoint: 'called-1', silentMs: 7020 })
  await exchange.settle()
  caller.session.hangUp()
  await exchange.settle()
  const [record] = exchange.records.over
  const steps = record?.route.filter(({ step }) => step.startsWith('media-')).map(({ step, detail }) => `${step}: ${detail}`)
  assert.deepEqual(steps, ['media-stopped: nothing from 11 for 1.5 s', 'media-returned: nothing from 11 for 7.0 s'])
})

test('a customer may want no signal', async () => {
  const { media } = await talking({ signalWhenMediaStops: false })
  assert.deepEqual([...media.watched], [])
})
