import assert from 'node:assert/strict'
import { test } from 'node:test'
import { phoneSdp } from '@klinke/testbed'
import { ringAndTalk, TestExchange, target } from '../test-support/test-exchange.ts'

const OUTSIDE = { tenantId: undefined, extensionId: undefined, number: '+4922155', displayName: undefined }
const sdp = (direction: 'sendrecv' | 'sendonly' | 'inactive') => phoneSdp('192.0.2.10', 2, direction)
const VIDEO = `${sdp('sendrecv')}m=video 50000 RTP/AVP 96\r\na=rtpmap:96 H264/90000\r\n`
const FAX = sdp('sendrecv').replace('m=audio 40000 RTP/AVP 8 0 101', 'm=image 40000 udptl t38')

async function talking(party = target('11').party, profile = {}) {
  const exchange = new TestExchange({ flow: ringAndTalk(target('11', { party })), profile })
  const caller = await exchange.call({ offer: sdp('sendrecv') })
  exchange.phone().answer(sdp('sendrecv'))
  await exchange.settle()
  const [media] = exchange.media.sessions
  assert.ok(media)
  // What the engine on paper answers is no description: say what is in use.
  media.answer = (endpoint) => {
    media.log.push(`answer-here ${endpoint.id}`)
    return Promise.resolve(sdp('sendrecv'))
  }
  const [call] = exchange.control.calls.ofTenant('customer')
  for (const leg of call?.legs ?? []) leg.agreed = sdp('sendrecv')
  media.log.length = 0
  return { exchange, caller: caller.session, phone: exchange.phone().session, media, call }
}

for (const direction of ['sendonly', 'inactive'] as const) {
  test(`a phone that holds with ${direction} is answered here; the other party is not asked and hears music until it comes back`, async () => {
    const { exchange, caller, phone, media } = await talking(undefined, {
      holdMusic: { kind: 'files', files: ['/music'], repeat: 'forever' },
    })
    phone.offered.length = 0
    media.directions.set('caller', direction)
    assert.equal((await caller.sendOffer(sdp(direction))).status, 200)
    await exchange.settle()
    assert.deepEqual(media.log, ['answer-here caller', 'play caller silence', 'play called-1 files'])
    media.directions.set('caller', 'sendrecv')
    assert.equal((await caller.sendOffer(sdp('sendrecv'))).status, 200)
    await exchange.settle()
    assert.equal(media.log.at(-1), 'connect caller called-1')
    assert.deepEqual(phone.offered, [])
  })
}

test('both hold: neither hears anything; the first to come back hears music', async () => {
  const { exchange, caller, phone, media } = await talking()
  media.directions.set('caller', 'sendonly').set('called-1', 'sendonly')
  await caller.sendOffer(sdp('sendonly'))
  await phone.sendOffer(sdp('sendonly'))
  await exchange.settle()
  assert.deepEqual(media.log.slice(-2), ['play caller silence', 'play called-1 silence'])
  media.directions.set('caller', 'sendrecv')
  await caller.sendOffer(sdp('sendrecv'))
  await exchange.settle()
  assert.deepEqual(media.log.slice(-2), ['play caller signal', 'play called-1 silence'])
})

test('an outside party that sends while it holds plays its own music: it is let through', async () => {
  const { exchange, phone, media } = await talking(OUTSIDE)
  media.directions.set('called-1', 'sendonly')
  await phone.sendOffer(sdp('sendonly'))
  await exchange.settle()
  assert.deepEqual(media.log, ['answer-here called-1', 'connect caller called-1'])
})

test('a phone that comes back without an offer gets ours', async () => {
  const { exchange, caller, media } = await talking()
  media.directions.set('caller', 'sendonly')
  await caller.sendOffer(sdp('sendonly'))
  const answer = await caller.sendOfferWanted(sdp('sendrecv'))
  media.directions.set('caller', 'sendrecv')
  await exchange.settle()
  assert.equal(answer.sdp, 'own offer to caller')
})

for (const [what, offer] of [
  ['video', VIDEO],
  ['fax', FAX],
] as const) {
  test(`${what} concerns the other party: the offer is carried to it`, async () => {
    const { exchange, caller, phone } = await talking()
    phone.offered.length = 0
    await caller.sendOffer(offer)
    await exchange.settle()
    assert.equal(phone.offered.length, 1)
  })
}

test('back from fax to sound is carried as well', async () => {
  const { exchange, caller, phone, call } = await talking()
  for (const leg of call?.legs ?? []) leg.agreed = FAX
  phone.offered.length = 0
  await caller.sendOffer(sdp('sendrecv'))
  await exchange.settle()
  assert.equal(phone.offered.length, 1)
})

test('a fax that both agree on by T.38 stands in the record, once (FAX-04)', async () => {
  const { exchange, caller, phone, media } = await talking()
  media.relayAnswer = () => Promise.resolve(FAX)
  for (const status of [200, 200]) assert.equal((await caller.sendOffer(FAX)).status, status)
  phone.hangUp()
  await exchange.settle()
  const route = exchange.records.calls[0]?.ended?.route ?? []
  assert.equal(route.filter(({ step }) => step === 'fax-negotiated').length, 1)
})

test('a party that is held may be transferred, and a transfer that fails leaves it held', async () => {
  const { exchange, caller, media } = await talking()
  media.directions.set('caller', 'sendonly')
  await caller.sendOffer(sdp('sendonly'))
  const refer = caller.sendRefer({ uri: 'sip:11@customer.example' })
  await exchange.settle()
  exchange.phone(1).refuse(486)
  await exchange.clock.advance(500)
  assert.equal(refer.told.at(-1), 486)
  assert.deepEqual(media.log.slice(-2), ['play called-1 signal', 'play caller silence'])
})
