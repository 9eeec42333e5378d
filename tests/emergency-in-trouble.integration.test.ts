/** 112 when the exchange is in trouble: it stops, or its media has no room (EMG-01). */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freePort, hearsTone, missingPeers, RunningProduct } from '@klinke/testbed'
import { callSettings } from './call-settings-support.ts'
import { callRecord, dialled, phone, root, startCli, TONES } from './support.ts'

const skip = missingPeers('baresip')
/** What the simulated control centre plays. */
const CONTROL_CENTRE = { frequencyHz: 1020, levelDbm0: -10 }

/** What it sees of the demo customer in Cologne. */
const OF_THE_SITE = '+492214710100'

test('SIGTERM ends an ordinary call after the drain time, but waits for the end of an emergency call, which is called back after the restart', {
  skip,
}, async () => {
  await using product = await RunningProduct.start({ root, environment: { KLINKE_DRAIN_SECONDS: '1' } })
  await callSettings(product, '10', { doNotDisturb: true })
  await using anna = await phone(product, '10', { tone: TONES.anna, answersAtOnce: true, keepsMessages: true })
  await using bea = await phone(product, '11', { tone: TONES.bea })
  await anna.dial(dialled(product, '112'))
  await bea.dial(dialled(product, '99'))
  await Promise.all([anna.established(), bea.established()])
  product.drain()
  await bea.ended()
  await hearsTone('the caller of 112, after the drain time', anna, CONTROL_CENTRE, 1000)
  await anna.hangUp()
  assert.equal(await product.ended(), 0)
  await product.restart()
  assert.equal((await callRecord(product, 'the emergency call', (call) => call.emergency)).cause, 'hung-up-by-caller')
  await anna.ended()
  // The control centre remembers the call; so must the exchange.
  await using _callBack = startCli(product, 'call-in', OF_THE_SITE)
  await anna.established()
  await hearsTone('who has called for help', anna, CONTROL_CENTRE, 600)
  assert.match(anna.received('INVITE').join(''), /Priority: psap-callback/)
})

test('112 is heard when all media ports are taken: the parties exchange their sound themselves', { skip }, async () => {
  // Two parties of one call take four ports; there is no fifth.
  const first = await freePort(4)
  await using product = await RunningProduct.start({ root, environment: { KLINKE_RTP_PORTS: `${first}-${first + 3}` } })
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await using bea = await phone(product, '11', { tone: TONES.bea, answersAtOnce: true })
  await using carl = await phone(product, '12', { tone: TONES.anna })
  await anna.dial(dialled(product, '11'))
  await Promise.all([anna.established(), bea.established()])
  await carl.dial(dialled(product, '112'))
  await carl.established()
  await hearsTone('the caller of 112', carl, CONTROL_CENTRE, 600)
  await hearsTone('the caller beside', anna, TONES.bea, 600)
})

test('112 called by code out of a conversation is heard when all media ports are taken', { skip }, async () => {
  const first = await freePort(4)
  await using product = await RunningProduct.start({ root, environment: { KLINKE_RTP_PORTS: `${first}-${first + 3}` } })
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await using bea = await phone(product, '11', { tone: TONES.bea, answersAtOnce: true })
  await anna.dial(dialled(product, '11'))
  await Promise.all([anna.established(), bea.established()])
  await hearsTone('the caller, before', anna, TONES.bea, 600)
  for (const key of '*2112#') await anna.press(key)
  await bea.ended()
  // The whole line stands when the caller's phone hears the centre over a path that has no port of the exchange.
  await hearsTone('the caller of 112', { listen: (ms) => anna.listenAfterHold(ms) }, CONTROL_CENTRE, 600)
  await anna.hangUp()
  const { cause } = await callRecord(product, 'the emergency call', (call) => call.emergency && call.endedAt !== null)
  assert.equal(cause, 'hung-up-by-caller')
})
