/** What becomes of calls and records when the process dies or is asked to go. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hearsTone, missingPeers, RunningProduct } from '@klinke/testbed'
import { callRecord, callRecords, dialled, phone, root, TONES } from './support.ts'

const skip = missingPeers('baresip')

test('a kill in the middle of a call leaves one record, closed by the restart at the last sign of life', { skip }, async () => {
  await using product = await RunningProduct.start({ root })
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await using bea = await phone(product, '11', { tone: TONES.bea, answersAtOnce: true })
  await anna.dial(dialled(product, '11'))
  await Promise.all([anna.established(), bea.established()])
  await hearsTone('the caller', anna, TONES.bea, 600)
  const killedAt = Date.now()
  await product.kill()
  await product.restart()
  const record = await callRecord(product, 'the call that was cut', ({ endedAt }) => endedAt !== null)
  assert.equal(record.cause, 'restart')
  assert.ok(record.answeredAt !== null)
  const endedAt = Date.parse(record.endedAt ?? '')
  assert.ok(endedAt >= Date.parse(record.answeredAt) && endedAt <= killedAt + 1000, `${record.endedAt} is not the last sign of life`)
  assert.equal((await callRecords(product)).length, 1)
})

test('SIGTERM lets a running call go on, refuses new ones, and ends when the call does', { skip }, async () => {
  await using product = await RunningProduct.start({ root, environment: { KLINKE_DRAIN_SECONDS: '20' } })
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await using bea = await phone(product, '11', { tone: TONES.bea, answersAtOnce: true })
  await using carl = await phone(product, '12', { tone: TONES.anna })
  await anna.dial(dialled(product, '11'))
  await Promise.all([anna.established(), bea.established()])
  product.drain()
  await hearsTone('the caller, while draining', anna, TONES.bea, 1000)
  await carl.dial(dialled(product, '11'))
  assert.match(await carl.ended(), /503/)
  await anna.hangUp()
  await bea.ended()
  assert.equal(await product.ended(15_000), 0)
  await product.restart()
  const record = await callRecord(product, 'the call', ({ caller }) => caller.number === '10')
  assert.equal(record.cause, 'hung-up-by-caller')
})

test('SIGTERM ends a call that outlasts the drain time, with BYE to both, and says so in the record', { skip }, async () => {
  await using product = await RunningProduct.start({ root, environment: { KLINKE_DRAIN_SECONDS: '1' } })
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await using bea = await phone(product, '11', { tone: TONES.bea, answersAtOnce: true })
  await anna.dial(dialled(product, '11'))
  await Promise.all([anna.established(), bea.established()])
  product.drain()
  await Promise.all([anna.ended(), bea.ended()])
  assert.equal(await product.ended(15_000), 0)
  await product.restart()
  const record = await callRecord(product, 'the drained call', ({ endedAt }) => endedAt !== null)
  assert.equal(record.cause, 'drained')
})
