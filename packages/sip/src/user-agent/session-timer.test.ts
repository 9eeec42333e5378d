import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeHeaders } from '../message/header-editor.ts'
import { RawPeer } from '../test-support/raw-peer.ts'
import { ANSWER, callTo, eventsOf, OFFER, World } from '../test-support/world.ts'
import type { InviteSession } from './session.ts'
import { answerSessionTimer } from './session-timer.ts'
import type { HeaderField } from './user-agent.ts'

const SDP = { body: ANSWER, contentType: 'application/sdp' }

/** What a server answers (RFC 4028 §9, Table 2). */
const ANSWERS: readonly (readonly [what: string, headers: readonly HeaderField[], wanted: number | undefined, answer: string])[] = [
  ['nobody asks', [['Supported', 'timer']], undefined, 'none'],
  ['we want one and the client knows timers', [['Supported', 'timer']], 1800, '1800 uac Require'],
  ['we want one and the client does not', [], 1800, 'none'],
  [
    'the client asks',
    [
      ['Supported', 'timer'],
      ['Session-Expires', '600'],
    ],
    undefined,
    '600 uac Require',
  ],
  [
    'the client leaves the refresh to us',
    [
      ['Supported', 'timer'],
      ['Session-Expires', '600;refresher=uas'],
    ],
    undefined,
    '600 uas',
  ],
  ['a proxy asks for a client without timers', [['Session-Expires', '600']], undefined, '600 uas'],
  [
    'the client asks for too little',
    [
      ['Supported', 'timer'],
      ['Session-Expires', '60'],
    ],
    undefined,
    'too-small 90',
  ],
  ['a proxy asks for too little', [['Session-Expires', '60']], undefined, '90 uas'],
  [
    'a proxy raised the minimum',
    [
      ['Supported', 'timer'],
      ['Min-SE', '900'],
    ],
    600,
    '900 uac Require',
  ],
]

for (const [what, headers, wanted, expected] of ANSWERS) {
  test(`session timer when ${what}: ${expected}`, () => {
    const answer = answerSessionTimer(makeHeaders(headers), 90, wanted)
    const require = answer.kind === 'agreed' && answer.headers.some(([name]) => name === 'Require') ? ' Require' : ''
    const shown =
      answer.kind === 'agreed'
        ? `${answer.interval.seconds} ${answer.interval.refresher}${require}`
        : answer.kind === 'too-small'
          ? `too-small ${answer.minSeconds}`
          : 'none'
    assert.equal(shown, expected)
  })
}

async function talk(answer: readonly HeaderField[]): Promise<{ world: World; bob: RawPeer; session: InviteSession }> {
  const world = new World({ alone: true })
  const bob = new RawPeer(world, '10.0.0.2')
  const invite = callTo(world.bob, { uri: 'sip:bob@10.0.0.2', sessionExpiresSeconds: 90 })
  const events = eventsOf(world.alice.stack.userAgent.invite(invite))
  bob.reply(await bob.takeRequest('INVITE'), 200, { ...SDP, headers: answer })
  const answered = (await world.run(events)).at(-1)
  assert.ok(answered?.kind === 'answered')
  await bob.take('ACK')
  return { world, bob, session: answered.session }
}

test('the refresher sends UPDATE after half of the interval, again and again', async () => {
  const { world, bob } = await talk([
    ['Session-Expires', '90;refresher=uac'],
    ['Allow', 'INVITE, UPDATE'],
  ])
  for (const atSeconds of [45, 90, 135]) {
    const update = await bob.takeRequest('UPDATE')
    assert.equal(Math.round(world.clock.nowMs() / 1000), atSeconds)
    assert.equal(update.headers.get('Session-Expires'), '90;refresher=uac')
    assert.equal(update.body.length, 0)
    bob.reply(update, 200, { headers: [['Session-Expires', '90;refresher=uac']] })
  }
})

test('a peer without UPDATE gets a re-INVITE with the description in force', async () => {
  const { world, bob } = await talk([
    ['Session-Expires', '90;refresher=uac'],
    ['Allow', 'INVITE, BYE'],
  ])
  const refresh = await bob.takeRequest('INVITE 2')
  assert.equal(Math.round(world.clock.nowMs() / 1000), 45)
  assert.equal(String(Buffer.from(refresh.body)), OFFER)
  bob.reply(refresh, 200, { ...SDP, headers: [['Session-Expires', '90;refresher=uac']] })
  await bob.take('ACK 2')
})

test('a refresh that is too frequent for the peer is repeated with its interval', async () => {
  const { bob } = await talk([
    ['Session-Expires', '90;refresher=uac'],
    ['Allow', 'UPDATE'],
  ])
  bob.reply(await bob.takeRequest('UPDATE 2'), 422, { headers: [['Min-SE', '300']] })
  assert.equal((await bob.takeRequest('UPDATE 3')).headers.get('Session-Expires'), '300;refresher=uac')
})

test('a peer that does not refresh in time gets BYE, and the session is expired', async () => {
  const { world, bob, session } = await talk([['Session-Expires', '90;refresher=uas']])
  assert.deepEqual(await world.run(session.ended), { by: 'session-expired' })
  // RFC 4028 §10: a third of the interval, at most 32 s, before the end.
  assert.equal(Math.round(world.clock.nowMs() / 1000), 60)
  await bob.take('BYE')
})

test('a refresh of the peer begins the interval anew', async () => {
  const world = new World()
  const { alice, bob } = world
  const events = eventsOf(alice.stack.userAgent.invite(callTo(bob, { sessionExpiresSeconds: 90 })))
  const called = (await world.next(bob.invites)).accept({ sdp: ANSWER })
  const answered = (await world.run(events)).at(-1)
  assert.ok(answered?.kind === 'answered')
  await world.clock.advance(3_600_000)
  assert.equal(bob.stack.statistics().dialogs, 1)
  await world.run(answered.session.bye())
  await world.run(called.ended)
  await world.assertQuiet()
})

test('a peer that agrees on no timer leaves the session without', async () => {
  const { world, session } = await talk([])
  let over = false
  void session.ended.then(() => {
    over = true
  })
  await world.clock.advance(3_600_000)
  assert.equal(over, false)
})
