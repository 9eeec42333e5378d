/** Phones over WebSocket (RFC 7118), as in a browser, but with plain RTP: they are reached over the connection they opened, or not at all. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { hearsTone, missingPeers, RunningProduct, type ScriptedCall } from '@klinke/testbed'
import { callRecord, dialled, noLiveCalls, phone, registeredOver, root, TONES, webPhone } from './support.ts'

const skip = missingPeers('baresip')
let product: RunningProduct

before(async () => {
  product = await RunningProduct.start({ root })
})
after(() => product?.[Symbol.asyncDispose]())

/** The call of that phone, of which there is one. */
function onlyCall(calls: readonly ScriptedCall[]): ScriptedCall {
  const [call] = calls
  assert.ok(call !== undefined && calls.length === 1)
  return call
}

test('a call from WebSocket to a phone over UDP is heard both ways and hung up over there', { skip }, async () => {
  await using anna = await webPhone(product, '10')
  await using bea = await phone(product, '11', { tone: TONES.bea })
  const call = anna.sip.call('11')
  assert.match(await bea.rings(), /10@/)
  await bea.accept()
  await bea.established()
  await hearsTone('the called, its own tone from the other end and back', bea, TONES.bea, 600)
  await bea.hangUp()
  assert.deepEqual(await call.over, { kind: 'ended', by: 'remote' })
  const record = await callRecord(product, 'the call', ({ caller, endedAt }) => caller.number === '10' && endedAt !== null)
  assert.equal(record.cause, 'hung-up-by-called')
  assert.ok(anna.echo.heard > 25)
})

test('a call from a phone over UDP reaches a phone over WebSocket by the connection it opened', { skip }, async () => {
  await using anna = await phone(product, '12', { tone: TONES.anna })
  await using bea = await webPhone(product, '13', { kind: 'answer', afterMs: 100 })
  await anna.dial(dialled(product, '13'))
  await anna.established()
  await hearsTone('the caller, its own tone from the other end and back', anna, TONES.anna, 600)
  const call = onlyCall(bea.sip.calls)
  assert.equal(call.peer, '12')
  call.hangUp()
  await anna.ended()
  assert.deepEqual(await call.over, { kind: 'ended', by: 'local' })
})

test('a phone over WebSocket calls another one', async () => {
  await using anna = await webPhone(product, '10')
  await using bea = await webPhone(product, '14', { kind: 'answer', afterMs: 50, hangUpAfterMs: 100 })
  assert.deepEqual(await anna.sip.call('14').over, { kind: 'ended', by: 'remote' })
  assert.deepEqual(await onlyCall(bea.sip.calls).over, { kind: 'ended', by: 'local' })
  await noLiveCalls(product)
})

test('with its connection a phone over WebSocket loses its registration, and is not called in vain', async () => {
  await using anna = await webPhone(product, '10')
  {
    await using bea = await webPhone(product, '14')
    await registeredOver(product, '14', 'WS')
    assert.equal(bea.sip.calls.length, 0)
  }
  await registeredOver(product, '14')
  assert.deepEqual(await anna.sip.call('14').over, { kind: 'failed', status: 480 })
})
