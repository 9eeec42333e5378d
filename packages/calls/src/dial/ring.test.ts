import assert from 'node:assert/strict'
import { test } from 'node:test'
import { KlinkeError } from '@klinke/foundation'
import { makeHeaders } from '@klinke/sip'
import { PaperMedia } from '@klinke/testbed'
import { ringAndTalk, ringAndTalkWith, TestExchange, target } from '../test-support/test-exchange.ts'

const ELSEWHERE = 'SIP;cause=200;text="Call completed elsewhere"'

async function ringing(...numbers: readonly string[]) {
  const exchange = new TestExchange({ flow: ringAndTalk(...numbers.map((number) => target(number))) })
  const caller = await exchange.call()
  return { exchange, caller }
}

test('the first of several phones to answer wins, and the others are told so', async () => {
  const { exchange, caller } = await ringing('11', '12', '13')
  for (const phone of exchange.userAgent.called) phone.ring()
  exchange.phone(1).answer('answer')
  await exchange.settle()
  assert.deepEqual(caller.responses, ['180', '200 answer→caller'])
  assert.equal(exchange.phone(0).cancelReason, ELSEWHERE)
  assert.equal(exchange.phone(2).cancelReason, ELSEWHERE)
  assert.equal(exchange.phone(1).session.over, false)
  assert.deepEqual(
    exchange.control.liveCalls()[0]?.legs.map((leg) => leg.party.number),
    ['10', '12'],
  )
})

test('of two phones that answer at once one talks and the other gets BYE', async () => {
  const { exchange } = await ringing('11', '12')
  exchange.phone(0).answer('first')
  exchange.phone(1).answer('second')
  await exchange.settle()
  assert.equal(exchange.phone(0).session.over, false)
  assert.equal(exchange.phone(1).session.byeReason, ELSEWHERE)
})

test('a busy phone does not stop the others from ringing', async () => {
  const { exchange, caller } = await ringing('11', '12')
  exchange.phone(0).refuse(486)
  await exchange.settle()
  assert.equal(caller.final, undefined)
  exchange.phone(1).answer('answer')
  await exchange.settle()
  assert.equal(caller.final, 200)
})

test('a 6xx speaks for the person: nobody else rings on', async () => {
  const { exchange, caller } = await ringing('11', '12')
  exchange.phone(0).refuse(603)
  await exchange.settle()
  assert.equal(exchange.phone(1).cancelReason, '')
  assert.equal(caller.final, 603)
  assert.deepEqual(exchange.records.causes, ['declined'])
})

const rows: readonly (readonly [what: string, statuses: readonly number[], rang: boolean, status: number, cause: string])[] = [
  ['busy', [486], true, 486, 'busy'],
  ['declined', [603], true, 603, 'declined'],
  ['unknown number', [404], false, 404, 'not-found'],
  ['not there', [480], false, 480, 'unreachable'],
  ['not there after ringing', [480], true, 480, 'no-answer'],
  ['no codec in common', [488], false, 488, 'incompatible'],
  ['congestion is not passed on as 503', [503], false, 500, 'congestion'],
  ['a challenge is ours to answer', [401], false, 500, 'forbidden'],
  ['a redirection is not followed', [302], false, 480, 'unreachable'],
  ['a loop', [482], false, 482, 'unreachable'],
  ['of 404 and 486 the more telling', [404, 486], false, 486, 'busy'],
  ['of 486 and 500 the lower class', [486, 500], false, 486, 'busy'],
  ['of 480 and 600 the 6xx', [480, 600], false, 600, 'busy'],
]
for (const [what, statuses, rang, status, cause] of rows) {
  test(`${what}: ${statuses.join(', ')} becomes ${status}, recorded as ${cause} (RFC 3261 §16.7)`, async () => {
    const { exchange, caller } = await ringing(...statuses.map((_, index) => String(11 + index)))
    for (const [index, answer] of statuses.entries()) {
      if (rang) exchange.phone(index).ring()
      exchange.phone(index).refuse(answer)
      await exchange.settle()
    }
    assert.equal(caller.final, status)
    assert.deepEqual(exchange.records.causes, [cause])
    assert.equal(exchange.records.calls[0]?.ended?.sipStatus, status)
  })
}

test('a phone that never answers the INVITE is unreachable', async () => {
  const { exchange, caller } = await ringing('11')
  exchange.phone().timeOut()
  await exchange.settle()
  assert.equal(caller.final, 480)
  assert.deepEqual(exchange.records.causes, ['unreachable'])
})

test('nobody to ring is unreachable at once', async () => {
  const { exchange, caller } = await ringing()
  assert.equal(caller.final, 480)
  assert.deepEqual(exchange.records.causes, ['unreachable'])
})

test("ringing ends at the profile's time as no answer", async () => {
  const { exchange, caller } = await ringing('11')
  exchange.phone().ring()
  await exchange.clock.advance(19_999)
  assert.equal(caller.final, undefined)
  await exchange.clock.advance(1)
  assert.equal(caller.final, 480)
  assert.equal(exchange.phone().cancelReason, '')
  assert.deepEqual(exchange.records.causes, ['no-answer'])
  assert.equal(exchange.clock.pending, 0)
})

test("the caller's CANCEL stops all phones", async () => {
  const { exchange, caller } = await ringing('11', '12')
  caller.cancel()
  await exchange.settle()
  assert.deepEqual(
    exchange.userAgent.called.map((phone) => phone.cancelReason),
    ['', ''],
  )
  assert.deepEqual(exchange.records.causes, ['cancelled'])
  assert.equal(exchange.control.size, 0)
  assert.equal(exchange.clock.pending, 0)
})

for (const [given, passed] of [
  [ELSEWHERE, ELSEWHERE],
  ['not a reason;;', ''],
] as const) {
  test(`the reason "${given}" of the caller's CANCEL ${passed === '' ? 'stops here' : 'reaches the phones'}`, async () => {
    const { exchange, caller } = await ringing('11')
    caller.cancel(given)
    await exchange.settle()
    assert.equal(exchange.phone().cancelReason, passed)
  })
}

test("an answer that crosses the caller's CANCEL is ended by BYE", async () => {
  const { exchange, caller } = await ringing('11')
  exchange.phone().answer('answer')
  caller.cancel()
  await exchange.settle()
  assert.equal(exchange.phone().session.over, true)
  assert.deepEqual(caller.responses, ['487'])
  assert.deepEqual(exchange.records.causes, ['cancelled'])
})

test('a call does not end before a phone that ignores CANCEL is given up, but its record does', async () => {
  const { exchange, caller } = await ringing('11')
  exchange.phone().obeysCancel = false
  caller.cancel()
  await exchange.settle()
  assert.deepEqual(exchange.records.causes, ['cancelled'])
  assert.deepEqual(exchange.control.liveCalls(), [])
  assert.equal(exchange.control.size, 1)
  exchange.phone().timeOut()
  await exchange.settle()
  assert.equal(exchange.control.size, 0)
})

test('the first phone with early media is heard; a later one and plain ringing change nothing', async () => {
  const { exchange, caller } = await ringing('11', '12')
  exchange.phone(0).ring(183, 'early')
  await exchange.settle()
  exchange.phone(1).ring(183, 'late')
  exchange.phone(1).ring(180)
  await exchange.settle()
  assert.deepEqual(caller.responses, ['183 early→caller'])
  exchange.phone(0).answer('early')
  await exchange.settle()
  assert.deepEqual(caller.responses, ['183 early→caller', '200 early→caller'])
})

test('when another phone than the heard one answers, both parties are led to a common description', async () => {
  const { exchange, caller } = await ringing('11', '12')
  exchange.phone(0).ring(183, 'v=0\nm=early')
  await exchange.settle()
  const winner = exchange.phone(1)
  winner.session.answersOffers = () => ({ kind: 'answered', sdp: 'fresh' })
  winner.answer('v=0\nm=other')
  await exchange.settle()
  assert.equal(caller.responses.at(-1), '200 v=0\nm=early→caller')
  assert.deepEqual(caller.session.offered, ['fresh→caller'])
  assert.equal(winner.session.acknowledged, 'answer to fresh→caller→called-2')
})

test('when a carrier is heard from one place and answers from another, the media follows', async () => {
  const { exchange, caller } = await ringing('11')
  const phone = exchange.phone()
  phone.session.answersOffers = () => ({ kind: 'answered', sdp: 'fresh' })
  phone.ring(183, 'v=0\nm=announcement')
  await exchange.settle()
  phone.answer('v=0\nm=person')
  await exchange.settle()
  assert.equal(caller.responses.at(-1), '200 v=0\nm=announcement→caller')
  assert.equal(exchange.media.sessions[0]?.log.filter((step) => step === 'answer called-1 caller').length, 2)
  assert.deepEqual(caller.session.offered, ['fresh→caller'])
})

test('early media is sent reliably to a caller that supports it, and then not answered again', async () => {
  const exchange = new TestExchange()
  const caller = await exchange.call({ offer: 'offer', headers: [['Supported', '100rel']] })
  exchange.phone().ring(180)
  exchange.phone().ring(183, 'early')
  await exchange.settle()
  exchange.phone().answer('early')
  await exchange.settle()
  assert.deepEqual(caller.responses, ['180', '183 early→caller reliably', '200'])
})

test('to a caller that requires it every provisional response is reliable', async () => {
  const exchange = new TestExchange()
  const caller = await exchange.call({ offer: 'offer', headers: [['Require', '100rel']] })
  exchange.phone().ring(180)
  await exchange.settle()
  assert.deepEqual(caller.responses, ['180 reliably'])
})

test('a phone that refuses plain media is tried with encryption, and the other way round', async () => {
  for (const [srtp, other] of [
    ['offered', 'required'],
    ['required', 'none'],
  ] as const) {
    const exchange = new TestExchange({ flow: ringAndTalk(target('11', { media: { srtp, addressFamily: 'IPv4' } })) })
    const caller = await exchange.call()
    exchange.phone(0).refuse(488)
    await exchange.settle()
    exchange.phone(1).answer('answer')
    await exchange.settle()
    assert.equal(caller.final, 200, `${srtp} → ${other}`)
  }
})

test('a phone that no media address can be had for does not keep the others from ringing', async () => {
  const exchange = new TestExchange({
    flow: ringAndTalk(target('11', { media: { srtp: 'none', addressFamily: 'IPv6' } }), target('12')),
  })
  exchange.media.refusesIPv6 = new KlinkeError('no-media-address', 'no IPv6')
  const caller = await exchange.call()
  exchange.phone().answer('answer')
  await exchange.settle()
  assert.equal(caller.final, 200)
  caller.session.hangUp()
  await exchange.settle()
  assert.deepEqual(exchange.records.steps(0), ['branch-failed'])
})

test('a silent target is given up early where the flow says so, one that is trying is not', async () => {
  const exchange = new TestExchange({ flow: ringAndTalkWith({ silentAfterSeconds: 4 }, target('11')) })
  const silent = await exchange.call()
  const trying = await exchange.call()
  exchange.phone(1).heard = true
  await exchange.clock.advance(4_000)
  assert.equal(silent.final, 480)
  assert.equal(trying.final, undefined)
})

test('a target that rings nobody is given up where the flow says so, and what it does then reaches nobody; one that rings is not', async () => {
  const exchange = new TestExchange({ flow: ringAndTalkWith({ silentAfterSeconds: 4, unrungAfterSeconds: 8 }, target('11')) })
  const callers = [await exchange.call(), await exchange.call()]
  const [trying, rings] = [exchange.phone(0), exchange.phone(1)]
  trying.heard = true
  trying.obeysCancel = false
  rings.ring()
  await exchange.clock.advance(7_999)
  assert.equal(trying.cancelReason, undefined)
  await exchange.clock.advance(1)
  assert.equal(trying.cancelReason, '')
  assert.deepEqual(
    callers.map(({ final }) => final),
    [480, undefined],
  )
  trying.ring()
  trying.answer('answer')
  await exchange.settle()
  assert.equal(trying.session.over, true)
  assert.equal(rings.cancelReason, undefined)
})

test('only what the policy names crosses the exchange, with one hop less', async () => {
  const exchange = new TestExchange()
  const headers = [
    ['User-to-User', 'abc;encoding=hex'],
    ['Alert-Info', '<http://evil.example/>'],
    ['X-Inner', '1'],
  ] as const
  await exchange.call({ offer: 'offer', maxForwards: 9, headers })
  const { invite } = exchange.phone()
  assert.deepEqual(invite.headers, [['User-to-User', 'abc;encoding=hex']])
  assert.equal(invite.maxForwards, 8)
})

test('how a phone is to ring and to answer is told to phones, and to nobody outside', async () => {
  const outside = target('22', { party: { tenantId: undefined, extensionId: undefined, number: '+4922155500', displayName: undefined } })
  const own = [
    ['Alert-Info', '<http://127.0.0.1/Bellcore-dr2>'],
    ['Call-Info', '<sip:customer.example>;answer-after=0'],
    ['Answer-Mode', 'Auto'],
    ['Subject', 'hello'],
  ] as const
  const exchange = new TestExchange({ flow: ringAndTalkWith({ headers: own }, target('11'), outside) })
  await exchange.call()
  assert.deepEqual(exchange.phone(0).invite.headers, own)
  assert.deepEqual(exchange.phone(1).invite.headers, [['Subject', 'hello']])
})

test('what the caller sends beside its offer goes to the phones as it is, with the header that points to it', async () => {
  const exchange = new TestExchange()
  const position = { headers: makeHeaders([['Content-Type', 'application/pidf+xml']]), body: Uint8Array.from([1, 0xff]) }
  const headers = [['Geolocation', '<cid:me@x>'] as const, ['Geolocation', '<https://lis.example/1>'] as const]
  await exchange.call({ offer: 'offer', parts: [position], headers })
  const { invite } = exchange.phone()
  assert.deepEqual(invite.parts, [position])
  assert.deepEqual(
    invite.headers?.filter(([name]) => name === 'Geolocation'),
    [['Geolocation', '<cid:me@x>, <https://lis.example/1>']],
  )
})

test('a phone that has gone and is rung no more keeps its extension in no call, though its INVITE goes on', async () => {
  const { exchange } = await ringing('11', '12')
  exchange.phone(0).obeysCancel = false
  exchange.phone(1).answer('answer')
  await exchange.settle()
  const { calls } = exchange.control
  assert.deepEqual(
    ['ext-11', 'ext-12'].map((id) => calls.ofExtension('customer', id).length),
    [0, 1],
  )
})

test('where the parties exchange media themselves nobody is rung who would have to accept by key: a mailbox would take the call (CALL-03)', async () => {
  const confirm = { prompt: { kind: 'signal', signal: 'beep' }, key: '1', withinSeconds: 8 } as const
  const exchange = new TestExchange({
    profile: { mediaPath: 'direct' },
    flow: ringAndTalk(target('+491701234567', { confirm }), target('11')),
    parts: { directMedia: new PaperMedia() },
  })
  const caller = await exchange.call()
  assert.deepEqual(
    exchange.userAgent.called.map(({ invite }) => invite.uri),
    [exchange.phone().invite.uri],
  )
  exchange.phone().answer('answer')
  await exchange.settle()
  assert.equal(caller.final, 200)
})
