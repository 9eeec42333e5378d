import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Channel } from '@klinke/foundation'
import { RSeq } from '../header/rseq.ts'
import type { RequestParts } from '../message/build-request.ts'
import type { SipRequest, SipResponse } from '../message/message.ts'
import { RawPeer } from '../test-support/raw-peer.ts'
import { ANSWER, callTo, eventsOf, OFFER, World } from '../test-support/world.ts'
import type { EarlyOffer } from './early-offers.ts'
import type { IncomingInvite } from './user-agent.ts'

const CHANGED = OFFER.replace('s=-', 's=changed')
const CHANGED_ANSWER = ANSWER.replace('s=-', 's=changed')
const RELIABLE = [['Require', '100rel'] as const, ['RSeq', '7'] as const]
const ALLOW = ['Allow', 'INVITE, ACK, CANCEL, BYE, PRACK, UPDATE'] as const
const sdp = (body: string) => ({ body, contentType: 'application/sdp' })

/** Bob, a raw peer, has called Alice, and she has answered his offer reliably before the call. */
class Called {
  readonly world = new World({ alone: true })
  readonly bob = new RawPeer(this.world, '10.0.0.2')
  readonly offers = new Channel<EarlyOffer>()
  readonly request: SipRequest
  #sequence = 1

  constructor(headers: readonly (readonly [string, string])[] = [['Supported', '100rel'], ALLOW]) {
    this.request = this.bob.invite({ ...sdp(OFFER), headers })
  }

  /** Until her reliable 183 is here. */
  async ringing(decides = true): Promise<{ invite: IncomingInvite; progress: SipResponse }> {
    const invite = await this.world.next(this.world.alice.invites)
    await this.bob.take('100')
    if (decides) invite.decideEarlyOffers((offer) => void this.offers.send(offer))
    invite.progress(183, { sdp: ANSWER, reliable: true })
    return { invite, progress: await this.bob.takeResponse('183') }
  }

  send(method: string, progress: SipResponse, more: Partial<RequestParts> = {}): void {
    this.bob.request({
      method,
      uri: 'sip:alice@10.0.0.1:5060',
      from: this.request.headers.get('From') ?? '',
      to: progress.headers.get('To') ?? '',
      callId: 'raw-call',
      cseq: ++this.#sequence,
      contact: '<sip:bob@10.0.0.2>',
      ...more,
    })
  }

  prack(progress: SipResponse, more: Partial<RequestParts> = {}): void {
    this.send('PRACK', progress, { headers: [['RAck', `${progress.headers.read(RSeq)} 1 INVITE`]], ...more })
  }
}

test('an offer in the PRACK is decided by the application and answered in its 200', async () => {
  const called = new Called()
  const { progress } = await called.ringing()
  called.prack(progress, sdp(CHANGED))
  const offer = await called.world.next(called.offers)
  assert.equal(offer.sdp, CHANGED)
  offer.answer(CHANGED_ANSWER)
  const ok = await called.bob.takeResponse('200 PRACK')
  assert.equal(Buffer.from(ok.body).toString(), CHANGED_ANSWER)
  await called.world.clock.advance(5_000)
  assert.deepEqual(called.bob.waiting, [])
})

test('an UPDATE after the PRACK changes what was agreed, in either direction, and the 2xx needs no description any more', async () => {
  const called = new Called()
  const { invite, progress } = await called.ringing()
  called.prack(progress)
  await called.bob.take('200 PRACK')
  called.send('UPDATE', progress, sdp(CHANGED))
  const offer = await called.world.next(called.offers)
  offer.answer(CHANGED_ANSWER)
  assert.equal(Buffer.from((await called.bob.takeResponse('200 UPDATE')).body).toString(), CHANGED_ANSWER)
  const changed = invite.update(OFFER)
  const update = await called.bob.takeRequest('UPDATE 1')
  assert.equal(Buffer.from(update.body).toString(), OFFER)
  called.bob.reply(update, 200, sdp(ANSWER))
  assert.deepEqual(await called.world.run(changed), { kind: 'answered', sdp: ANSWER })
  invite.accept({})
  const ok = await called.bob.takeResponse('200 INVITE')
  assert.equal(ok.body.length, 0)
})

const TOO_SOON: readonly (readonly [what: string, method: 'PRACK' | 'UPDATE', decides: boolean, status: number])[] = [
  ['an UPDATE before the PRACK has to wait: its first offer may not be answered yet', 'UPDATE', true, 500],
  ['an offer in the PRACK that nobody decides on is refused', 'PRACK', false, 488],
]
for (const [what, method, decides, status] of TOO_SOON) {
  test(`${what} (${status})`, async () => {
    const called = new Called()
    const { progress } = await called.ringing(decides)
    if (method === 'PRACK') called.prack(progress, sdp(CHANGED))
    else called.send('UPDATE', progress, sdp(CHANGED))
    await called.bob.take(`${status} ${method}`)
  })
}

test('a second offer while one waits is answered 500, and what waits at the answer 487', async () => {
  const called = new Called()
  const { invite, progress } = await called.ringing()
  called.prack(progress)
  await called.bob.take('200 PRACK')
  called.send('UPDATE', progress, sdp(CHANGED))
  await called.world.next(called.offers)
  called.send('UPDATE', progress, sdp(OFFER))
  assert.ok((await called.bob.takeResponse('500 UPDATE')).headers.has('Retry-After'))
  invite.accept({})
  await called.bob.take('487 UPDATE')
  await called.bob.take('200 INVITE')
})

test('an offer to a caller whose PRACK is not here yet waits for it, and is over when the call is decided first', async () => {
  for (const confirmed of [true, false]) {
    const called = new Called()
    const { invite, progress } = await called.ringing()
    const changed = invite.update(CHANGED)
    await called.world.clock.advance(100)
    assert.deepEqual(called.bob.waiting, [])
    if (confirmed) {
      called.prack(progress)
      await called.bob.take('200 PRACK')
      called.bob.reply(await called.bob.takeRequest('UPDATE'), 200, sdp(CHANGED_ANSWER))
    } else invite.reject(486)
    assert.equal((await called.world.run(changed)).kind, confirmed ? 'answered' : 'rejected')
  }
})

test('a caller that takes no UPDATE, or has no reliable answer, is not asked', async () => {
  const unanswered = new Called()
  const invited = await unanswered.world.next(unanswered.world.alice.invites)
  assert.deepEqual(await invited.update(CHANGED), { kind: 'rejected', status: 488 })
  const plain = new Called([['Supported', '100rel']])
  const { invite, progress } = await plain.ringing()
  plain.prack(progress)
  await plain.bob.take('200 PRACK')
  assert.deepEqual(await invite.update(CHANGED), { kind: 'rejected', status: 488 })
})

test('a caller without an offer that demands reliable responses gets none, but the answer', async () => {
  const world = new World({ alone: true })
  const bob = new RawPeer(world, '10.0.0.2')
  bob.invite({ headers: [['Require', '100rel']] })
  const invite = await world.next(world.alice.invites)
  await bob.take('100')
  invite.progress(180)
  await world.clock.advance(1_000)
  assert.deepEqual(bob.waiting, [])
  invite.accept({ sdp: OFFER })
  assert.equal(Buffer.from((await bob.takeResponse('200')).body).toString(), OFFER)
})

/** Alice has called Bob, a raw peer, who has answered her offer reliably before the call. */
async function calling(allow = true) {
  const world = new World({ alone: true })
  const bob = new RawPeer(world, '10.0.0.2')
  const pending = world.alice.stack.userAgent.invite({ ...callTo(world.bob), uri: 'sip:bob@10.0.0.2' })
  const offers = new Channel<EarlyOffer>()
  pending.decideEarlyOffers((offer) => void offers.send(offer))
  const events = eventsOf(pending)
  const invite = await bob.takeRequest('INVITE')
  const inDialog = (method: string, cseq: number, body: string): void => {
    bob.request({
      method,
      uri: 'sip:alice@10.0.0.1:5060',
      from: `${invite.headers.get('To')};tag=bob`,
      to: invite.headers.get('From') ?? '',
      callId: pending.callId,
      cseq,
      contact: '<sip:bob@10.0.0.2>',
      ...sdp(body),
    })
  }
  bob.reply(invite, 183, { headers: [...RELIABLE, ...(allow ? [ALLOW] : [])], ...sdp(ANSWER) })
  bob.reply(await bob.takeRequest('PRACK'), 200)
  return { world, bob, pending, offers, events, invite, inDialog }
}

test('the called party changes what was agreed before it answers, and the description of its 2xx counts no more', async () => {
  const { world, bob, offers, events, invite, inDialog } = await calling()
  inDialog('UPDATE', 1, CHANGED_ANSWER)
  const offer = await world.next(offers)
  offer.answer(CHANGED)
  assert.equal(Buffer.from((await bob.takeResponse('200 UPDATE')).body).toString(), CHANGED)
  bob.reply(invite, 200, sdp(ANSWER))
  const answered = (await world.run(events)).at(-1)
  assert.equal(answered?.kind === 'answered' && answered.sdp, CHANGED_ANSWER)
})

test('we change what was agreed before the called party answers', async () => {
  const { world, bob, pending, events, invite } = await calling()
  const changed = pending.update(CHANGED)
  const update = await bob.takeRequest('UPDATE')
  assert.equal(Buffer.from(update.body).toString(), CHANGED)
  bob.reply(update, 200, sdp(CHANGED_ANSWER))
  assert.deepEqual(await world.run(changed), { kind: 'answered', sdp: CHANGED_ANSWER })
  bob.reply(invite, 200)
  const answered = (await world.run(events)).at(-1)
  assert.equal(answered?.kind === 'answered' && answered.sdp, CHANGED_ANSWER)
  assert.deepEqual(await pending.update(OFFER), { kind: 'ended' })
})

test('offers that cross before the answer get 491', async () => {
  const { bob, pending, inDialog } = await calling()
  void pending.update(CHANGED)
  await bob.takeRequest('UPDATE')
  inDialog('UPDATE', 1, CHANGED_ANSWER)
  await bob.take('491 UPDATE')
})

test('a called party that takes no UPDATE, or has not answered the offer reliably, is not asked', async () => {
  const { pending } = await calling(false)
  assert.deepEqual(await pending.update(CHANGED), { kind: 'rejected', status: 488 })
  const world = new World()
  const unheard = world.alice.stack.userAgent.invite(callTo(world.bob))
  assert.deepEqual(await unheard.update(CHANGED), { kind: 'rejected', status: 488 })
})

test('a call that is cancelled while an offer waits leaves nothing', async () => {
  const { world, bob, pending, offers, events, invite, inDialog } = await calling()
  inDialog('UPDATE', 1, CHANGED_ANSWER)
  await world.next(offers)
  pending.cancel()
  bob.reply(await bob.takeRequest('CANCEL'), 200)
  bob.reply(invite, 487)
  assert.equal((await world.run(events)).at(-1)?.kind, 'failed')
  await world.assertQuiet()
})
