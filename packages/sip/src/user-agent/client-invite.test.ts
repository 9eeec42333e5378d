import assert from 'node:assert/strict'
import { test } from 'node:test'
import { To, tagOf } from '../header/from-to.ts'
import { RawPeer } from '../test-support/raw-peer.ts'
import { ANSWER, callTo, eventsOf, OFFER, World } from '../test-support/world.ts'
import type { InviteEvent, OutgoingInvite, PendingInvite } from './user-agent.ts'

const SDP = { body: ANSWER, contentType: 'application/sdp' }
const CHALLENGE = (nonce: string, more = '') => ({
  headers: [['Proxy-Authenticate', `Digest realm="carrier", nonce="${nonce}", algorithm=MD5, qop="auth"${more}`] as const],
})

interface Call {
  readonly world: World
  readonly bob: RawPeer
  readonly pending: PendingInvite
  readonly events: Promise<InviteEvent[]>
}

function call(more: Partial<OutgoingInvite> = {}): Call {
  const world = new World({ alone: true })
  const bob = new RawPeer(world, '10.0.0.2')
  const pending = world.alice.stack.userAgent.invite({ ...callTo(world.bob), uri: 'sip:bob@10.0.0.2', ...more })
  return { world, bob, pending, events: eventsOf(pending) }
}

async function outcomeOf({ world, events }: Call): Promise<string> {
  const last = (await world.run(events)).at(-1)
  if (last?.kind !== 'failed') return last?.kind ?? 'nothing'
  return last.outcome.kind === 'response' ? String(last.outcome.response.status) : last.outcome.kind
}

test('a repeated 2xx gets its ACK again, with the same branch', async () => {
  const { world, bob, events } = call()
  const invite = await bob.takeRequest('INVITE')
  bob.reply(invite, 200, SDP)
  const first = await bob.takeRequest('ACK')
  bob.reply(invite, 200, SDP)
  const second = await bob.takeRequest('ACK')
  assert.equal(second.headers.get('Via'), first.headers.get('Via'))
  assert.notEqual(first.headers.get('Via'), invite.headers.get('Via'))
  assert.deepEqual(
    (await world.run(events)).map(({ kind }) => kind),
    ['answered'],
  )
})

test('two forks that ring have an early dialog each, and the one that answers becomes the session', async () => {
  const { world, bob, events } = call()
  const invite = await bob.takeRequest('INVITE')
  bob.reply(invite, 180, { toTag: 'desk' })
  bob.reply(invite, 180, { toTag: 'mobile' })
  bob.reply(invite, 200, { toTag: 'mobile', ...SDP })
  const [desk, mobile, answered] = await world.run(events)
  const tags = [desk, mobile].map((event) => event?.kind === 'provisional' && tagOf(event.response.headers.read(To)))
  assert.deepEqual(tags, ['desk', 'mobile'])
  assert.equal(answered?.kind === 'answered' && answered.session.remoteTag, 'mobile')
  assert.equal(world.alice.stack.statistics().dialogs, 1)
})

test('the 2xx of a second fork is acknowledged and ended by BYE', async () => {
  const { bob } = call()
  const invite = await bob.takeRequest('INVITE')
  bob.reply(invite, 200, { toTag: 'desk', ...SDP })
  await bob.takeRequest('ACK')
  bob.reply(invite, 200, { toTag: 'mobile', ...SDP })
  const ack = await bob.takeRequest('ACK')
  const bye = await bob.takeRequest('BYE')
  assert.equal(tagOf(ack.headers.read(To)), 'mobile')
  assert.equal(tagOf(bye.headers.read(To)), 'mobile')
})

test('more forks than the limit are not heard', async () => {
  const { world, bob } = call()
  const invite = await bob.takeRequest('INVITE')
  for (let i = 0; i < 40; i++) bob.reply(invite, 180, { toTag: `fork-${i}` })
  await world.clock.advance(100)
  assert.equal(world.alice.stack.statistics().dialogs, 16)
})

test('CANCEL waits for a provisional response', async () => {
  const { world, bob, pending } = call()
  const invite = await bob.takeRequest('INVITE')
  pending.cancel('SIP;cause=200;text="Call completed elsewhere"')
  await world.clock.advance(100)
  assert.deepEqual(bob.waiting, [])
  bob.reply(invite, 100)
  const cancel = await bob.takeRequest('CANCEL 1')
  assert.equal(cancel.headers.get('Reason'), 'SIP;cause=200;text="Call completed elsewhere"')
  assert.equal(cancel.headers.get('Via'), invite.headers.get('Via'))
  assert.equal(cancel.uri, invite.uri)
})

test('an INVITE that is cancelled before anything came back repeats until its timeout and then fails', async () => {
  const made = call()
  made.pending.cancel()
  assert.equal(await outcomeOf(made), 'timeout')
})

test('a cancelled INVITE ends with its 487, which is acknowledged in the transaction', async () => {
  const made = call()
  const { bob, pending, world } = made
  const invite = await bob.takeRequest('INVITE')
  bob.reply(invite, 180)
  await world.clock.advance(10)
  pending.cancel()
  bob.reply(await bob.takeRequest('CANCEL'), 200)
  bob.reply(invite, 487)
  const ack = await bob.takeRequest('ACK 1')
  assert.equal(ack.headers.get('Via'), invite.headers.get('Via'))
  assert.equal(await outcomeOf(made), '487')
})

test('a 2xx that crosses CANCEL is acknowledged and ended by BYE, and counts as cancelled', async () => {
  const made = call()
  const { bob, pending, world } = made
  const invite = await bob.takeRequest('INVITE')
  bob.reply(invite, 180)
  await world.clock.advance(10)
  pending.cancel()
  bob.reply(invite, 200, SDP)
  await bob.takeRequest('CANCEL')
  await bob.takeRequest('ACK')
  bob.reply(await bob.takeRequest('BYE'), 200)
  assert.equal(await outcomeOf(made), '487')
  assert.equal(world.alice.stack.statistics().calls, 0)
})

test('a server that answers CANCEL but never the INVITE is waited for 64·T1', async () => {
  const made = call()
  const { bob, pending, world } = made
  const invite = await bob.takeRequest('INVITE')
  bob.reply(invite, 180)
  await world.clock.advance(10)
  pending.cancel()
  bob.reply(await bob.takeRequest('CANCEL'), 200)
  const sinceMs = world.clock.nowMs()
  assert.equal(await outcomeOf(made), 'timeout')
  assert.ok(Math.abs(world.clock.nowMs() - sinceMs - 32_000) < 100)
})

test('a challenge is answered with credentials, a new CSeq and branch, and the same Call-ID and From', async () => {
  const made = call({ credentials: { username: 'klinke', password: 'secret' } })
  const { bob } = made
  const first = await bob.takeRequest('INVITE 1')
  bob.reply(first, 407, CHALLENGE('n1'))
  await bob.takeRequest('ACK 1')
  const second = await bob.takeRequest('INVITE 2')
  assert.match(second.headers.get('Proxy-Authorization') ?? '', /username="klinke".*nonce="n1".*uri="sip:bob@10.0.0.2"/)
  assert.equal(second.headers.get('Call-ID'), first.headers.get('Call-ID'))
  assert.equal(second.headers.get('From'), first.headers.get('From'))
  assert.notEqual(second.headers.get('Via'), first.headers.get('Via'))
  bob.reply(second, 486)
  assert.equal(await outcomeOf(made), '486')
})

test('a stale nonce is answered with the new one, refused credentials are not repeated', async () => {
  const made = call({ credentials: { username: 'klinke', password: 'secret' } })
  const { bob } = made
  bob.reply(await bob.takeRequest('INVITE 1'), 407, CHALLENGE('n1'))
  await bob.takeRequest('ACK 1')
  bob.reply(await bob.takeRequest('INVITE 2'), 407, CHALLENGE('n2', ', stale=true'))
  await bob.takeRequest('ACK 2')
  bob.reply(await bob.takeRequest('INVITE 3'), 407, CHALLENGE('n3'))
  await bob.takeRequest('ACK 3')
  assert.equal(await outcomeOf(made), '407')
})

test('without credentials the challenge is the outcome', async () => {
  const made = call()
  made.bob.reply(await made.bob.takeRequest('INVITE'), 407, CHALLENGE('n1'))
  assert.equal(await outcomeOf(made), '407')
})

test('Replaces is supported unless the peer is not to know', async () => {
  for (const [withoutReplaces, supported] of [
    [undefined, '100rel, replaces, timer'],
    [true, '100rel, timer'],
  ] as const) {
    const world = new World({ alone: true })
    const bob = new RawPeer(world, '10.0.0.2')
    world.alice.stack.userAgent.invite({ ...callTo(world.bob, { uri: 'sip:bob@10.0.0.2' }), ...(withoutReplaces && { withoutReplaces }) })
    assert.equal((await bob.takeRequest('INVITE')).headers.get('Supported'), supported)
  }
})

test('without offer the ACK carries the answer to the offer of the 2xx', async () => {
  const world = new World({ alone: true })
  const bob = new RawPeer(world, '10.0.0.2')
  const { offer: _, ...late } = callTo(world.bob, { uri: 'sip:bob@10.0.0.2' })
  const events = eventsOf(world.alice.stack.userAgent.invite(late))
  const invite = await bob.takeRequest('INVITE')
  assert.equal(invite.body.length, 0)
  assert.doesNotMatch(invite.headers.get('Supported') ?? '', /100rel/)
  bob.reply(invite, 200, { body: OFFER, contentType: 'application/sdp' })
  const answered = (await world.run(events)).at(-1)
  assert.ok(answered?.kind === 'answered')
  assert.equal(answered.sdp, OFFER)
  assert.deepEqual(bob.waiting, [])
  answered.session.acknowledge(ANSWER)
  assert.equal(String(Buffer.from((await bob.takeRequest('ACK')).body)), ANSWER)
})

test('an interval too small is raised to the Min-SE of the 422', async () => {
  const made = call({ sessionExpiresSeconds: 90 })
  const { bob } = made
  const first = await bob.takeRequest('INVITE 1')
  assert.equal(first.headers.get('Session-Expires'), '90')
  bob.reply(first, 422, { headers: [['Min-SE', '600']] })
  await bob.takeRequest('ACK 1')
  const second = await bob.takeRequest('INVITE 2')
  assert.equal(second.headers.get('Session-Expires'), '600')
  assert.equal(second.headers.get('Call-ID'), first.headers.get('Call-ID'))
})

test('a reliable provisional response gets its PRACK, and its repetition is not told again', async () => {
  const { world, bob, events } = call()
  const invite = await bob.takeRequest('INVITE 1')
  assert.match(invite.headers.get('Supported') ?? '', /100rel/)
  const reliable = (number: number, toTag = 'bob') => ({
    toTag,
    headers: [['Require', '100rel'] as const, ['RSeq', String(number)] as const],
  })
  bob.reply(invite, 183, { ...reliable(7), ...SDP })
  const prack = await bob.takeRequest('PRACK 2')
  assert.equal(prack.headers.get('RAck'), '7 1 INVITE')
  assert.equal(tagOf(prack.headers.read(To)), 'bob')
  bob.reply(prack, 200)
  bob.reply(invite, 183, { ...reliable(7), ...SDP })
  bob.reply(invite, 180, reliable(9))
  bob.reply(invite, 180, reliable(8))
  assert.equal((await bob.takeRequest('PRACK 3')).headers.get('RAck'), '8 1 INVITE')
  bob.reply(invite, 200)
  const told = (await world.run(events)).map((event) => (event.kind === 'failed' ? 0 : event.response.status))
  assert.deepEqual(told, [183, 180, 200])
  assert.equal((await bob.takeRequest('ACK 1')).headers.get('CSeq'), '1 ACK')
})

test('reliable provisional responses can be required', async () => {
  const { bob } = call({ reliableProvisional: 'required' })
  assert.equal((await bob.takeRequest('INVITE')).headers.get('Require'), '100rel')
})

test('ringing without end is told 64 times, the outcome always', async () => {
  const { world, bob, events } = call()
  const invite = await bob.takeRequest('INVITE')
  for (let i = 0; i < 100; i++) bob.reply(invite, 180)
  bob.reply(invite, 200, SDP)
  await world.clock.advance(100)
  const told = await world.run(events)
  assert.equal(told.length, 65)
  assert.equal(told.at(-1)?.kind, 'answered')
})
