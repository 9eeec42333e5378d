import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assertHearsSilence, assertHearsTone } from '../audio/audible.ts'
import { hearsTone } from '../audio/hears-within.ts'
import { eventually } from '../waiting.ts'
import { missingPeers } from './available.ts'
import { Baresip } from './baresip.ts'

const skip = missingPeers('baresip')
const anna = { frequencyHz: 440, levelDbm0: -10 }
const bea = { frequencyHz: 1000, levelDbm0: -16 }
/** By chance they would hardly all have other ports than the two before. */
const CALLS_IN_A_ROW = 8
const OFFER = /^INVITE sip:[\s\S]*?^Call-ID: (\S+)[\s\S]*?^m=audio (\d+)/gm

test('two baresips call each other, hear each other, hold and hang up', { skip }, async () => {
  await using caller = await Baresip.start({ username: 'anna', tone: anna })
  await using called = await Baresip.start({ username: 'bea', tone: bea })
  await caller.dial(`sip:bea@127.0.0.1:${called.port}`)
  assert.match(await called.rings(), /anna@/)
  await called.accept()
  await Promise.all([caller.established(), called.established()])
  assertHearsTone('the caller', await caller.listen(600), bea)
  assertHearsTone('the called', await called.listen(600), anna)

  await caller.hold()
  await called.event('CALL_REMOTE_SDP')
  assertHearsSilence('the called, on hold', await called.listen(500))
  await caller.resume()
  await called.event('CALL_REMOTE_SDP')
  await hearsTone('the called, after hold', { listen: (ms) => called.listenAfterHold(ms) }, anna, 600)
  await hearsTone('the caller, after hold', { listen: (ms) => caller.listenAfterHold(ms) }, bea, 600)

  await called.hangUp()
  await caller.ended()
})

test('an event that does not come is an error with what came instead', { skip }, async () => {
  await using phone = await Baresip.start({ username: 'anna', tone: anna })
  await phone.dial('sip:nobody@127.0.0.1:9')
  await assert.rejects(phone.event('CALL_ESTABLISHED', 300), /no CALL_ESTABLISHED within 300 ms; instead: CALL_/)
})

test('what is still sent to a call that has ended does not reach the next one: that has other ports', { skip }, async () => {
  await using caller = await Baresip.start({ username: 'anna', tone: anna })
  await using called = await Baresip.start({ username: 'bea', tone: bea, keepsMessages: true })
  for (let call = 0; call < CALLS_IN_A_ROW; call++) {
    await caller.dial(`sip:bea@127.0.0.1:${called.port}`)
    await called.rings()
    await caller.hangUp()
    await called.ended()
  }
  const ports = await eventually('all offers in its output', () => {
    // A repetition has the Call-ID of the first one.
    const offered = new Map(Array.from(called.output.matchAll(OFFER), ([, callId, port]) => [callId, port]))
    return offered.size === CALLS_IN_A_ROW && [...offered.values()]
  })
  for (const [index, port] of ports.entries()) assert.ok(!ports.slice(Math.max(0, index - 2), index).includes(port), ports.join())
})
