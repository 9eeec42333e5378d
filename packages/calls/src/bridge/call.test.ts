import assert from 'node:assert/strict'
import { test } from 'node:test'
import { KlinkeError } from '@klinke/foundation'
import type { Call } from '../call/call.ts'
import { ringAndTalk, TestExchange, target } from '../test-support/test-exchange.ts'

async function talking() {
  const exchange = new TestExchange()
  const caller = await exchange.call()
  const phone = exchange.phone()
  phone.ring()
  phone.answer('answer')
  await exchange.settle()
  return { exchange, caller, phone, media: exchange.media.sessions[0] }
}

test('a call rings, is answered with relayed descriptions, and ends for both when the caller hangs up', async () => {
  const { exchange, caller, phone } = await talking()
  assert.equal(phone.invite.offer, 'offer→called-1')
  assert.deepEqual(caller.responses, ['180', '200 answer→caller'])
  caller.session.hangUp('Q.850;cause=16')
  await exchange.settle()
  assert.equal(phone.session.byeReason, 'Q.850;cause=16')
  assert.deepEqual(exchange.records.causes, ['hung-up-by-caller'])
  assert.equal(exchange.media.opened, 0)
  assert.equal(exchange.control.size, 0)
})

test('when the called party hangs up the caller gets BYE', async () => {
  const { exchange, caller, phone } = await talking()
  phone.session.hangUp()
  await exchange.settle()
  assert.equal(caller.session.byeReason, '')
  assert.deepEqual(exchange.records.causes, ['hung-up-by-called'])
})

test('the record has both parties, the answer and the media of both', async () => {
  const { exchange, caller } = await talking()
  await exchange.clock.advance(61_000)
  caller.session.hangUp()
  await exchange.settle()
  const [call] = exchange.records.calls
  assert.equal(call?.started.caller.number, '10')
  assert.equal(call?.answered?.answeredBy.number, '11')
  assert.equal((call?.ended?.endedAtMs ?? 0) - (call?.answered?.answeredAtMs ?? 0), 61_000)
  assert.equal(call?.ended?.callerMedia?.packetsReceived, 0)
  assert.equal(call?.ended?.calledMedia?.packetsReceived, 0)
})

for (const side of ['caller', 'called'] as const) {
  test(`hold by the ${side} is carried to the other party and its answer back`, async () => {
    const { exchange, caller, phone } = await talking()
    const [holder, held] = side === 'caller' ? [caller.session, phone.session] : [phone.session, caller.session]
    const [mine, theirs] = side === 'caller' ? ['caller', 'called-1'] : ['called-1', 'caller']
    const outcome = await holder.sendOffer('sendonly')
    await exchange.settle()
    assert.deepEqual(held.offered, [`sendonly→${theirs}`])
    assert.deepEqual(outcome, { status: 200, sdp: `answer to sendonly→${theirs}→${mine}` })
  })
}

test('a change that the other party refuses is refused to the first, and both stay as they were', async () => {
  const { caller, phone, media } = await talking()
  phone.session.answersOffers = () => ({ kind: 'rejected', status: 488 })
  assert.deepEqual(await caller.session.sendOffer('video'), { status: 488 })
  assert.equal(media?.log.at(-1), 'reject caller called-1')
})

test('a change that crosses another one gets 491', async () => {
  const { exchange, caller, phone } = await talking()
  const slow = Promise.withResolvers<{ kind: 'answered'; sdp: string }>()
  phone.session.answersOffers = () => slow.promise
  const first = caller.session.sendOffer('hold')
  await exchange.settle()
  assert.deepEqual(await phone.session.sendOffer('hold too'), { status: 491 })
  slow.resolve({ kind: 'answered', sdp: 'held' })
  assert.equal((await first).status, 200)
  assert.equal((await phone.session.sendOffer('hold now')).status, 200)
})

test('a re-INVITE without offer fetches one from the other party and hands it the answer', async () => {
  const { exchange, caller, phone } = await talking()
  phone.session.answersOffers = () => ({ kind: 'answered', sdp: 'fresh' })
  assert.deepEqual(await caller.session.sendOfferWanted('reply'), { status: 200, sdp: 'fresh→caller' })
  await exchange.settle()
  assert.equal(phone.session.acknowledged, 'reply→called-1')
})

const mediaFailures = [
  ['fails', new Error('bug'), 500],
  ['cannot follow', new KlinkeError('media-refused', 'no codec'), 488],
  ['cannot read', Object.assign(new KlinkeError('media-refused', 'line 3'), { reason: 'bad-sdp' }), 400],
] as const
for (const [what, error, status] of mediaFailures) {
  test(`a change that the media engine ${what} is refused with ${status}, and the call goes on`, async () => {
    const { exchange, caller, media } = await talking()
    media?.failures.set('offer', error)
    assert.deepEqual(await caller.session.sendOffer('nonsense'), { status })
    assert.equal(exchange.control.size, 1)
    assert.equal((await caller.session.sendOffer('hold')).status, 200)
  })
}

test('an answer that the media engine cannot follow refuses the change and takes it back', async () => {
  const { caller, media } = await talking()
  media?.failures.set('answer', new KlinkeError('media-refused', 'no codec'))
  assert.deepEqual(await caller.session.sendOffer('hold'), { status: 488 })
  assert.equal(media?.log.at(-1), 'reject caller called-1')
})

test('a party that asked for an offer and does not answer it ends the call, since the other waits for the answer', async () => {
  const { exchange, caller, phone } = await talking()
  await caller.session.sendOfferWanted(undefined)
  await exchange.settle()
  assert.equal(phone.session.over, true)
  assert.deepEqual(exchange.records.causes, ['error'])
})

const requests: readonly (readonly [method: string, status: number, passed: boolean])[] = [
  ['INFO', 200, true],
  ['MESSAGE', 200, true],
  ['SUBSCRIBE', 489, false],
  ['NOTIFY', 481, false],
  ['FOO', 501, false],
]
for (const [method, status, passed] of requests) {
  test(`${method} inside a call is ${passed ? 'passed to the other party' : `answered ${status}`}`, async () => {
    const { caller, phone } = await talking()
    assert.deepEqual(await caller.session.sendRequest(method, 'Signal=5'), { status })
    assert.deepEqual(phone.session.requested, passed ? [`${method} Signal=5`] : [])
  })
}

test('bodies pass byte by byte', async () => {
  const { caller, phone } = await talking()
  const body = Uint8Array.from([0, 0xff, 0xc3, 0x28])
  await caller.session.sendRequest('INFO', body)
  assert.deepEqual(phone.session.bodies, [body])
})

test('a key that a phone reports by INFO goes to the other party and to whoever listens, from both sides', async () => {
  let call: Call | undefined
  const exchange = new TestExchange({
    flow: (begun, on) => {
      call = begun
      return ringAndTalk(target('11'))(begun, on)
    },
  })
  const caller = await exchange.call()
  const phone = exchange.phone()
  phone.answer('answer')
  await exchange.settle()
  assert.ok(call)
  const heard: string[] = []
  for (const leg of call.legs) leg.dialog?.keysTo(({ digit, durationMs }) => heard.push(`${leg.role} ${digit} ${durationMs}`))
  await caller.session.sendRequest('INFO', 'Signal=5\r\nDuration=160')
  await phone.session.sendRequest('INFO', 'Signal=#')
  await phone.session.sendRequest('INFO', 'nothing of the kind')
  assert.deepEqual(heard, ['caller 5 160', 'called # 250'])
  assert.equal(phone.session.requested.length, 1)
  assert.equal(caller.session.requested.length, 2)
})

test('an Info Package that nobody asked for is answered 469 where the call ends here (RFC 6086 §4.2.2)', async () => {
  const exchange = new TestExchange({ flow: (call) => call.listenTo({ kind: 'echo' }, target('99').party) })
  const caller = await exchange.call()
  const answer = await caller.session.sendRequest('INFO', 'x', [['Info-Package', 'conference']])
  assert.equal(answer.status, 469)
})

test('a REFER of a party outside is declined, and the call goes on', async () => {
  const outside = { tenantId: undefined, extensionId: undefined, number: '+49221555', displayName: undefined }
  const exchange = new TestExchange({ flow: ringAndTalk(target('11', { party: outside })) })
  await exchange.call()
  exchange.phone().answer('answer')
  await exchange.settle()
  const transfer = exchange.phone().session.sendRefer({ uri: 'sip:12@customer.example' })
  await exchange.settle()
  assert.equal(transfer.status, 603)
  assert.equal(exchange.phone().session.over, false)
})

const ends = [
  ['session-expired', 'session-expired'],
  ['no-ack', 'unreachable'],
] as const
for (const [by, cause] of ends) {
  test(`a caller's dialog that ends by ${by} ends the call as ${cause}`, async () => {
    const { exchange, caller, phone } = await talking()
    caller.session.fail({ by })
    await exchange.settle()
    assert.deepEqual(exchange.records.causes, [cause])
    assert.notEqual(phone.session.byeReason, undefined)
  })
}

test('a party that is silent although it should send ends the call', async () => {
  const { exchange, caller, phone, media } = await talking()
  media?.events.send({ kind: 'inactive', endpoint: 'caller', silentMs: 60_000 })
  await exchange.settle()
  assert.deepEqual(exchange.records.causes, ['media-inactivity'])
  assert.equal(caller.session.byeReason, 'Q.850;cause=102')
  assert.equal(phone.session.byeReason, 'Q.850;cause=102')
})

test('a browser that does not prove who it is ends the call, with the reason', async () => {
  const { exchange, phone, media } = await talking()
  media?.events.send({ kind: 'unprotected', endpoint: 'caller', why: 'fingerprint-mismatch' })
  await exchange.settle()
  assert.deepEqual(exchange.records.causes, ['media-unprotected'])
  assert.deepEqual(exchange.records.steps(0).slice(-1), ['media-unprotected'])
  assert.equal(phone.session.byeReason, 'SIP;cause=488;text="DTLS fingerprint mismatch"')
})

test('a call ends at the longest duration of its profile', async () => {
  const exchange = new TestExchange({ profile: { maxCallSeconds: 3600 } })
  const caller = await exchange.call()
  exchange.phone().answer('answer')
  await exchange.clock.advance(3_599_000)
  assert.equal(caller.session.over, false)
  await exchange.clock.advance(1_000)
  assert.equal(caller.session.over, true)
  assert.deepEqual(exchange.records.causes, ['duration-limit'])
  assert.equal(exchange.clock.pending, 0)
})

test("a late offer takes the called party's offer to the caller and the answer of the ACK back", async () => {
  const exchange = new TestExchange()
  const caller = await exchange.call({})
  const phone = exchange.phone()
  assert.equal(phone.invite.offer, undefined)
  assert.equal(phone.invite.reliableProvisional, 'none')
  phone.answer('its offer')
  await exchange.settle()
  assert.deepEqual(caller.responses, ['200 its offer→caller'])
  assert.equal(phone.session.acknowledged, undefined)
  caller.session.ack('my answer')
  await exchange.settle()
  assert.equal(phone.session.acknowledged, 'my answer→called-1')
  caller.session.hangUp()
  await exchange.settle()
  assert.deepEqual(exchange.records.causes, ['hung-up-by-caller'])
})

test('a late offer whose answer cannot be followed ends the call for both with a cause', async () => {
  const exchange = new TestExchange()
  const caller = await exchange.call({})
  exchange.phone().answer('its offer')
  await exchange.settle()
  exchange.media.sessions[0]?.failures.set('answer', new KlinkeError('media-refused', 'no audio'))
  caller.session.ack('nonsense')
  await exchange.settle()
  assert.deepEqual(exchange.records.causes, ['incompatible'])
  assert.equal(exchange.phone().session.byeReason, 'Q.850;cause=88')
  assert.equal(caller.session.byeReason, 'Q.850;cause=88')
})

test('a late offer that the caller never answers ends the call', async () => {
  const exchange = new TestExchange()
  const caller = await exchange.call({})
  exchange.phone().answer('its offer')
  await exchange.settle()
  caller.session.ack()
  await exchange.settle()
  assert.deepEqual(exchange.records.causes, ['error'])
  assert.equal(exchange.phone().session.over, true)
  assert.equal(caller.session.over, true)
})
