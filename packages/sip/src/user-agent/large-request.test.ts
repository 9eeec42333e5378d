import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { HostOptions } from '@klinke/testbed'
import { RawPeer } from '../test-support/raw-peer.ts'
import { ANSWER, callTo, eventsOf, OFFER, World } from '../test-support/world.ts'
import type { SipStackSettings } from './sip-stack.ts'
import type { OutgoingInvite } from './user-agent.ts'

/** A description that makes an INVITE too large for UDP. */
const LARGE = `${OFFER}${'a=candidate:0123456789\r\n'.repeat(50)}`
const SDP = { body: ANSWER, contentType: 'application/sdp' }
const ONLY_UDP: HostOptions = { ports: { UDP: 5060 } }

/** Alice calls Bob, a raw peer; every attempt to connect is counted. */
class LargeCall {
  readonly world: World
  readonly bob: RawPeer
  connects = 0

  constructor(host: HostOptions = {}, settings: SipStackSettings = {}) {
    this.world = new World({ alone: true, settings })
    this.bob = new RawPeer(this.world, '10.0.0.2', host)
    const { host: alice } = this.world.alice
    const open = alice.open.bind(alice)
    alice.open = (target, signal) => {
      this.connects++
      return open(target, signal)
    }
  }

  invite(more: Partial<OutgoingInvite> = {}) {
    const pending = this.world.alice.stack.userAgent.invite({ ...callTo(this.world.bob), uri: 'sip:bob@10.0.0.2', offer: LARGE, ...more })
    return { pending, events: eventsOf(pending) }
  }

  /** How the next INVITE comes. */
  async comesOver(sequence = 1): Promise<string> {
    const invite = await this.bob.takeRequest(`INVITE ${sequence}`)
    this.bob.reply(invite, 486)
    await this.bob.take('ACK')
    return invite.headers.get('Via')?.slice(8, 11) ?? ''
  }
}

test('an INVITE above 1,300 bytes goes over TCP, says so in Via and Contact, and so does the rest of the call', async () => {
  const call = new LargeCall()
  const { events } = call.invite()
  const invite = await call.bob.takeRequest('INVITE')
  assert.match(invite.headers.get('Via') ?? '', /^SIP\/2\.0\/TCP/)
  assert.match(invite.headers.get('Contact') ?? '', /;transport=tcp>/)
  call.bob.reply(invite, 200, SDP)
  const answered = (await call.world.run(events)).at(-1)
  assert.ok(answered?.kind === 'answered')
  void answered.session.bye()
  assert.match((await call.bob.takeRequest('ACK')).headers.get('Via') ?? '', /TCP/)
  const bye = await call.bob.takeRequest('BYE')
  assert.match(bye.headers.get('Via') ?? '', /TCP/)
  call.bob.reply(bye, 200)
  assert.equal(call.connects, 1)
  await call.world.assertQuiet()
})

const STAY: readonly (readonly [what: string, host: HostOptions, more: Partial<OutgoingInvite>, settings?: SipStackSettings])[] = [
  ['that is small', {}, { offer: OFFER }],
  ['to an address that names UDP', {}, { uri: 'sip:bob@10.0.0.2;transport=udp' }],
  ['when the setting says so', {}, {}, { largeRequests: 'udp' }],
]
for (const [what, host, more, settings] of STAY) {
  test(`an INVITE ${what} goes over UDP without an attempt to connect`, async () => {
    const call = new LargeCall(host, settings)
    call.invite(more)
    assert.equal(await call.comesOver(), 'UDP')
    assert.equal(call.connects, 0)
  })
}

test('a peer that refuses TCP gets it over UDP, and is not asked again for ten minutes', async () => {
  const call = new LargeCall(ONLY_UDP)
  for (const connects of [1, 1]) {
    call.invite()
    assert.equal(await call.comesOver(), 'UDP')
    assert.equal(call.connects, connects)
  }
  await call.world.clock.advance(600_001)
  call.invite()
  assert.equal(await call.comesOver(), 'UDP')
  assert.equal(call.connects, 2)
})

test('a peer that does not answer the connection gets it over UDP after a second', async () => {
  const call = new LargeCall()
  call.world.alice.host.open = (_, signal) =>
    new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(new Error('aborted'))))
  call.invite()
  assert.equal(await call.comesOver(), 'UDP')
  assert.equal(Math.round(call.world.clock.nowMs() / 100), 10)
})

test('a connection that the peer closes without a word leads back to UDP', async () => {
  const call = new LargeCall()
  call.invite()
  const invite = await call.bob.takeRequest('INVITE')
  assert.match(invite.headers.get('Via') ?? '', /TCP/)
  assert.ok(call.bob.flow)
  call.bob.host.cut(call.bob.flow)
  assert.match((await call.bob.takeRequest('INVITE')).headers.get('Via') ?? '', /UDP/)
})

test('a challenge is answered on the way that the request took', async () => {
  const call = new LargeCall()
  call.invite({ credentials: { username: 'alice', password: 'secret' } })
  const challenge = ['Proxy-Authenticate', 'Digest realm="carrier", nonce="n", qop="auth"'] as const
  call.bob.reply(await call.bob.takeRequest('INVITE 1'), 407, { headers: [challenge] })
  await call.bob.take('ACK')
  assert.equal(await call.comesOver(2), 'TCP')
})

test('a phone is called over TCP if it is where its contact says, and never through a NAT', async () => {
  for (const [uri, way] of [
    ['sip:bob@10.0.0.2:5060', 'TCP'],
    ['sip:bob@192.168.1.20:5060', 'UDP'],
    ['sip:bob@10.0.0.2:5062', 'UDP'],
  ] as const) {
    const call = new LargeCall()
    const flow = call.world.alice.host.udpFlow({ address: '10.0.0.2', port: 5060 })
    assert.ok(flow)
    call.invite({ uri, destination: { flow } })
    assert.equal(await call.comesOver(), way, uri)
  }
})

test('a call given up while it connects leaves nothing', async () => {
  const call = new LargeCall()
  const { pending, events } = call.invite()
  pending.cancel()
  assert.equal((await call.world.run(events)).at(-1)?.kind, 'failed')
  await call.world.clock.advance(5_000)
  assert.deepEqual(call.bob.waiting, [])
  await call.world.assertQuiet()
})
