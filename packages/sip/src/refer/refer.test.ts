import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SubscriptionState } from '../header/subscription-state.ts'
import type { SipRequest } from '../message/message.ts'
import type { RawPeer } from '../test-support/raw-peer.ts'
import { type Talk, talk } from '../test-support/talk.ts'
import type { IncomingReferral, ReferralProgress } from './referral.ts'

type Fields = readonly (readonly [string, string])[]

const TO_CAROL: Fields = [['Refer-To', '<sip:carol@example.com>']]

/** Bob sends a REFER; the application holds it. */
async function referred(call: Talk, headers: Fields = TO_CAROL, cseq = 1): Promise<IncomingReferral> {
  call.request('REFER', cseq, { headers })
  const request = await call.next()
  assert.ok(request.kind === 'refer')
  return request
}

async function accepted(call: Talk, headers?: Fields, cseq?: number): Promise<ReferralProgress> {
  const progress = (await referred(call, headers, cseq)).accept()
  await call.bob.take('202 REFER')
  return progress
}

/** The next NOTIFY: `active: SIP/2.0 100 Trying`. */
async function notify(bob: RawPeer, status = 200): Promise<string> {
  const request = await bob.takeRequest('NOTIFY')
  bob.reply(request, status)
  return said(request)
}

function said({ headers, body }: SipRequest): string {
  const state = headers.read(SubscriptionState)
  return `${state?.state}${state?.reason === undefined ? '' : ` ${state.reason}`}: ${Buffer.from(body).toString().trim()}`
}

test('a REFER is answered 202, told 100 at once, then each response of the new call, and the final one ends the subscription', async () => {
  const call = await talk()
  const progress = await accepted(call)
  const first = await call.bob.takeRequest('NOTIFY 2')
  assert.equal(said(first), 'active: SIP/2.0 100 Trying')
  assert.equal(first.headers.get('Event'), 'refer')
  assert.match(first.headers.get('Content-Type') ?? '', /^message\/sipfrag/)
  call.bob.reply(first, 200)
  progress.tell(180)
  assert.equal(await notify(call.bob), 'active: SIP/2.0 180 Ringing')
  progress.tell(200)
  assert.equal(await notify(call.bob), 'terminated noresource: SIP/2.0 200 OK')
  assert.deepEqual(await call.world.run(progress.ended), { by: 'notifier', reason: 'noresource', retryAfterSeconds: undefined })
  progress.tell(486)
  await call.world.clock.advance(10_000)
  assert.deepEqual(call.bob.waiting, [])
})

test('the subscription lives on when the session has ended, so that who transfers may hang up first (RFC 5057 §3)', async () => {
  const call = await talk()
  const progress = await accepted(call)
  await notify(call.bob)
  call.request('BYE', 2)
  await call.bob.take('200 BYE')
  progress.tell(603)
  assert.equal(await notify(call.bob), 'terminated noresource: SIP/2.0 603 Decline')
  await call.world.assertQuiet()
})

test('a transfer of which nothing more is said runs out with a last NOTIFY', async () => {
  const call = await talk()
  const progress = await accepted(call)
  await notify(call.bob)
  call.request('BYE', 2)
  await call.bob.take('200 BYE')
  assert.equal(await notify(call.bob), 'terminated timeout: SIP/2.0 100 Trying')
  assert.equal(Math.round(call.world.clock.nowMs() / 1000), 300)
  assert.deepEqual(await call.world.run(progress.ended), { by: 'expiry' })
  await call.world.assertQuiet()
})

test('a SUBSCRIBE for the transfer prolongs it or leaves it, and one for another event goes to the application', async () => {
  const call = await talk()
  const progress = await accepted(call)
  await notify(call.bob)
  const event = ['Event', 'refer'] as const
  call.request('SUBSCRIBE', 2, { headers: [event, ['Expires', '1200']] })
  assert.equal((await call.bob.takeResponse('200 SUBSCRIBE')).headers.get('Expires'), '1200')
  await notify(call.bob)
  call.request('SUBSCRIBE', 3, { headers: [['Event', 'dialog']] })
  const other = await call.next()
  assert.ok(other.kind === 'request')
  other.respond(489)
  await call.bob.take('489')
  call.request('SUBSCRIBE', 4, { headers: [event, ['Expires', '0']] })
  await call.bob.take('200 SUBSCRIBE')
  assert.match(await notify(call.bob), /^terminated/)
  assert.deepEqual(await call.world.run(progress.ended), { by: 'subscriber' })
})

test('a NOTIFY that is refused ends the transfer’s subscription, not the session', async () => {
  const call = await talk()
  const progress = await accepted(call)
  await notify(call.bob, 481)
  assert.equal((await call.world.run(progress.ended)).by, 'failure')
  call.request('OPTIONS', 2)
  await call.bob.take('200 OPTIONS')
})

test('a peer that asks for silence gets 202 with Refer-Sub and no NOTIFY (RFC 4488)', async () => {
  const call = await talk()
  const referral = await referred(call, [...TO_CAROL, ['Refer-Sub', 'false'], ['Require', 'norefersub']])
  const progress = referral.accept()
  assert.equal((await call.bob.takeResponse('202')).headers.get('Refer-Sub'), 'false')
  progress.tell(200)
  await progress.ended
  await call.world.clock.advance(1000)
  assert.deepEqual(call.bob.waiting, [])
})

test('of two transfers in one dialog the second is told apart by its CSeq (RFC 3515 §2.4.6)', async () => {
  const call = await talk()
  const [first, second] = [await accepted(call), undefined]
  await notify(call.bob)
  assert.equal(second, undefined)
  await accepted(call, TO_CAROL, 7)
  const told = await call.bob.takeRequest('NOTIFY')
  assert.equal(told.headers.get('Event'), 'refer;id=7')
  call.bob.reply(told, 200)
  first.tell(404)
  const last = await call.bob.takeRequest('NOTIFY')
  assert.equal(last.headers.get('Event'), 'refer')
})

test('a refused REFER leaves the session as it was', async () => {
  const call = await talk()
  const referral = await referred(call)
  referral.reject(603)
  await call.bob.take('603 REFER')
  assert.doesNotThrow(() => referral.accept().tell(200))
  await call.world.clock.advance(1000)
  assert.deepEqual(call.bob.waiting, [])
})

test('a REFER that nobody decides is answered 500', async () => {
  const call = await talk()
  await referred(call)
  await call.bob.take('500 REFER')
  assert.equal(Math.round(call.world.clock.nowMs() / 1000), 32)
})

const UNREADABLE: readonly (readonly [what: string, headers: Fields])[] = [
  ['no Refer-To', []],
  [
    'two',
    [
      ['Refer-To', '<sip:a@x>'],
      ['Refer-To', '<sip:b@x>'],
    ],
  ],
  ['no URI', [['Refer-To', 'carol']]],
  ['a Replaces without tags', [['Refer-To', '<sip:carol@example.com?Replaces=abc>']]],
]
for (const [what, headers] of UNREADABLE) {
  test(`a REFER with ${what} is answered 400`, async () => {
    const call = await talk()
    call.request('REFER', 1, { headers })
    await call.bob.take('400 REFER')
  })
}

test('Refer-To gives URI, method, the dialog to replace and other headers, escapes undone; Referred-By goes as it is', async () => {
  const call = await talk()
  const uri =
    'sip:carol@example.com;transport=tcp;method=INVITE?Replaces=a%40b%3Bto-tag%3D7%3Bfrom-tag%3D9%3Bearly-only&Subject=call%20back'
  const headers: Fields = [
    ['Refer-To', `"Carol" <${uri}>`],
    ['Referred-By', '<sip:bob@example.com>;cid="2@x"'],
  ]
  const { target, referredBy } = await referred(call, headers)
  assert.deepEqual(target, {
    uri: 'sip:carol@example.com;transport=tcp',
    displayName: 'Carol',
    method: 'INVITE',
    replaces: { callId: 'a@b', toTag: '7', fromTag: '9', earlyOnly: true, params: [] },
    headers: [['Subject', 'call back']],
  })
  assert.equal(referredBy, '<sip:bob@example.com>;cid="2@x"')
})

test('our REFER asks for a call in place of a dialog and hears how it goes', async () => {
  const call = await talk()
  const replaces = { callId: 'a@b', toTag: '7', fromTag: '9', earlyOnly: false, params: [] }
  const target = { uri: 'sip:carol@example.com', replaces }
  const referral = call.session.refer({ target, referredBy: '<sip:alice@example.com>' })
  const refer = await call.bob.takeRequest('REFER 2')
  assert.equal(refer.headers.get('Refer-To'), '<sip:carol@example.com?Replaces=a%40b%3Bto-tag%3D7%3Bfrom-tag%3D9>')
  assert.equal(refer.headers.get('Referred-By'), '<sip:alice@example.com>')
  assert.ok(refer.headers.has('Contact'))
  // The first NOTIFY overtakes the 202.
  tell(call, 1, 'active;expires=60', 100)
  await call.bob.take('200 NOTIFY')
  call.bob.reply(refer, 202)
  assert.equal((await call.world.run(referral.answer)).kind, 'response')
  tell(call, 2, 'terminated;reason=noresource', 486, 'refer;id=2')
  await call.bob.take('200 NOTIFY')
  assert.equal(await call.world.run(referral.result), 486)
  const heard: number[] = []
  for await (const { status } of referral.progress) heard.push(status)
  assert.deepEqual(heard, [100, 486])
})

test('what the peer tells of our REFER is heard after the end of the session too', async () => {
  const call = await talk()
  const referral = call.session.refer({ target: { uri: 'sip:carol@example.com' } })
  call.bob.reply(await call.bob.takeRequest('REFER'), 202)
  tell(call, 1, 'active;expires=60', 100)
  await call.bob.take('200 NOTIFY')
  void call.session.bye()
  call.bob.reply(await call.bob.takeRequest('BYE'), 200)
  await call.world.clock.advance(1000)
  tell(call, 2, 'terminated;reason=noresource', 200)
  await call.bob.take('200 NOTIFY')
  assert.equal(await call.world.run(referral.result), 200)
  await call.world.assertQuiet()
})

const UNTOLD: readonly (readonly [what: string, answer: number, seconds: number])[] = [
  ['a refused REFER', 603, 0],
  ['a REFER that is taken and never told of', 202, 32],
]
for (const [what, status, seconds] of UNTOLD) {
  test(`${what} ends without result after ${seconds} s`, async () => {
    const call = await talk()
    const referral = call.session.refer({ target: { uri: 'sip:carol@example.com' } })
    call.bob.reply(await call.bob.takeRequest('REFER'), status)
    assert.equal(await call.world.run(referral.result), undefined)
    assert.equal(Math.round(call.world.clock.nowMs() / 1000), seconds)
    void call.session.bye()
    call.bob.reply(await call.bob.takeRequest('BYE'), 200)
    await call.world.assertQuiet()
  })
}

test('a silent REFER says so and is over with its answer', async () => {
  const call = await talk()
  const referral = call.session.refer({ target: { uri: 'sip:carol@example.com' }, silent: true })
  const refer = await call.bob.takeRequest('REFER')
  assert.equal(refer.headers.get('Refer-Sub'), 'false')
  call.bob.reply(refer, 202, { headers: [['Refer-Sub', 'false']] })
  assert.equal(await call.world.run(referral.result), undefined)
  assert.ok(call.world.clock.nowMs() < 1000)
})

test('a NOTIFY about a REFER we have not sent goes to the application', async () => {
  const call = await talk()
  tell(call, 1, 'active;expires=60', 100)
  const request = await call.next()
  assert.equal(request.kind, 'request')
})

function tell(call: Talk, cseq: number, state: string, status: number, event = 'refer'): void {
  const headers: Fields = [
    ['Event', event],
    ['Subscription-State', state],
  ]
  call.request('NOTIFY', cseq, { headers, body: `SIP/2.0 ${status} Told\r\n`, contentType: 'message/sipfrag' })
}
