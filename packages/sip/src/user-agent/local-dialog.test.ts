import assert from 'node:assert/strict'
import { test } from 'node:test'
import { RawPeer } from '../test-support/raw-peer.ts'
import { talk } from '../test-support/talk.ts'
import { ANSWER, callTo, World } from '../test-support/world.ts'
import type { ReplacedDialog } from './local-dialog.ts'
import type { HeaderField } from './user-agent.ts'

/** What an INVITE with these headers from a third party would replace. */
async function replacedBy(world: World, headers: readonly HeaderField[], caller = '10.0.0.7'): Promise<ReplacedDialog | undefined> {
  new RawPeer(world, caller).invite({ callId: `from-${caller}`, headers })
  return (await world.next(world.alice.invites)).replaced
}

function replaces(callId: string, toTag: string, fromTag: string, more = ''): readonly HeaderField[] {
  return [['Replaces', `${callId};to-tag=${toTag};from-tag=${fromTag}${more}`]]
}

test('Replaces means the session with these tags; the other way round it is another dialog', async () => {
  const { world, session } = await talk()
  const { callId, localTag, remoteTag } = session
  assert.deepEqual(await replacedBy(world, replaces(callId, localTag, remoteTag)), { kind: 'session', session })
  assert.deepEqual(await replacedBy(world, replaces(callId, remoteTag, localTag), '10.0.0.8'), { kind: 'refused', status: 481 })
})

test('early-only does not take over a call that is answered: 486', async () => {
  const { world, session } = await talk()
  const headers = replaces(session.callId, session.localTag, session.remoteTag, ';early-only')
  assert.deepEqual(await replacedBy(world, headers), { kind: 'refused', status: 486 })
})

test('a session that is over cannot be replaced: 603 while its BYE is under way, then 481', async () => {
  const { world, bob, session } = await talk()
  const headers = replaces(session.callId, session.localTag, session.remoteTag)
  void session.bye()
  assert.deepEqual(await replacedBy(world, headers), { kind: 'refused', status: 603 })
  bob.reply(await bob.takeRequest('BYE'), 200)
  await world.clock.advance(1000)
  assert.deepEqual(await replacedBy(world, headers, '10.0.0.8'), { kind: 'refused', status: 481 })
})

test('a call of ours that rings can be picked up, with early-only too; after its end it cannot', async () => {
  const world = new World({ alone: true })
  const bob = new RawPeer(world, '10.0.0.2')
  const invite = world.alice.stack.userAgent.invite(callTo(world.bob, { uri: 'sip:bob@10.0.0.2' }))
  const request = await bob.takeRequest('INVITE')
  bob.reply(request, 180)
  await world.clock.advance(100)
  const headers = replaces(invite.callId, invite.localTag, 'bob', ';early-only')
  assert.deepEqual(await replacedBy(world, headers), { kind: 'calling', invite })
  const asBobSeesIt = replaces(invite.callId, 'bob', invite.localTag)
  assert.deepEqual(await replacedBy(world, asBobSeesIt, '10.0.0.6'), { kind: 'calling', invite })
  bob.reply(request, 486)
  await world.clock.advance(100)
  assert.deepEqual(await replacedBy(world, headers, '10.0.0.8'), { kind: 'refused', status: 481 })
})

test('a call that we have not answered cannot be taken from us, but a REFER may name it', async () => {
  const world = new World({ alone: true })
  const bob = new RawPeer(world, '10.0.0.2')
  bob.invite({ body: ANSWER, contentType: 'application/sdp' })
  const invite = await world.next(world.alice.invites)
  invite.progress(180)
  const { localTag } = invite
  assert.deepEqual(await replacedBy(world, replaces('raw-call', localTag, 'bob')), { kind: 'refused', status: 481 })
  assert.deepEqual(world.alice.stack.userAgent.findDialog({ callId: 'raw-call', localTag, remoteTag: 'bob' }), { kind: 'called', invite })
})

test('a subscription is no call to replace: 481', async () => {
  const world = new World({ alone: true })
  const bob = new RawPeer(world, '10.0.0.2')
  const limits = { defaultExpiresSeconds: 300, minExpiresSeconds: 60, maxExpiresSeconds: 300 }
  world.alice.stack.notify({ event: 'dialog', ...limits, subscribed: (subscription) => void subscription.accept(() => undefined) })
  bob.invite({ method: 'SUBSCRIBE', headers: [['Event', 'dialog']] })
  await bob.take('200')
  const notify = await bob.takeRequest('NOTIFY')
  bob.reply(notify, 200)
  const localTag = /tag=(.+)/.exec(notify.headers.get('From') ?? '')?.[1] ?? ''
  assert.deepEqual(await replacedBy(world, replaces('raw-call', localTag, 'bob')), { kind: 'refused', status: 481 })
})

const UNREADABLE: readonly (readonly [what: string, headers: readonly HeaderField[]])[] = [
  ['a Replaces without tags', [['Replaces', 'abc']]],
  ['two of them', [...replaces('a', 'b', 'c'), ...replaces('a', 'b', 'c')]],
  ['Join beside it', [...replaces('a', 'b', 'c'), ['Join', 'a;to-tag=b;from-tag=c']]],
]
for (const [what, headers] of UNREADABLE) {
  test(`an INVITE with ${what} is to be answered 400`, async () => {
    assert.deepEqual(await replacedBy(new World({ alone: true }), headers), { kind: 'refused', status: 400 })
  })
}

test('an INVITE without Replaces replaces nothing', async () => {
  assert.equal(await replacedBy(new World({ alone: true }), []), undefined)
})
