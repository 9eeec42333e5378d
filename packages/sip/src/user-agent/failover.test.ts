import assert from 'node:assert/strict'
import { test } from 'node:test'
import { RawPeer } from '../test-support/raw-peer.ts'
import { callTo, eventsOf, World } from '../test-support/world.ts'
import type { TransportTarget } from '../transport/transport.ts'
import type { InviteEvent } from './user-agent.ts'

const target = (address: string, protocol: 'UDP' | 'TCP' = 'UDP'): TransportTarget => ({ protocol, remote: { address, port: 5060 } })

function call(targets: readonly TransportTarget[]): { world: World; first: RawPeer; second: RawPeer; events: Promise<InviteEvent[]> } {
  const world = new World({ alone: true })
  const first = new RawPeer(world, '10.0.0.2')
  const second = new RawPeer(world, '10.0.0.3')
  const events = eventsOf(world.alice.stack.userAgent.invite(callTo(world.bob, { uri: 'sip:carrier.example', destination: { targets } })))
  return { world, first, second, events }
}

test('503 gives the next target its turn, with the same Call-ID and a new branch', async () => {
  const { first, second } = call([target('10.0.0.2'), target('10.0.0.3')])
  const refused = await first.takeRequest('INVITE')
  first.reply(refused, 503)
  await first.take('ACK')
  const again = await second.takeRequest('INVITE')
  assert.equal(again.headers.get('Call-ID'), refused.headers.get('Call-ID'))
  assert.notEqual(again.headers.get('Via'), refused.headers.get('Via'))
})

test('a target that says nothing for 64·T1 gives the next its turn', async () => {
  const { world, second } = call([target('10.0.0.77'), target('10.0.0.3')])
  await second.takeRequest('INVITE')
  assert.equal(Math.round(world.clock.nowMs() / 1000), 32)
})

test('a refused connection gives the next target its turn at once', async () => {
  const world = new World({ alone: true })
  world.network.host('10.0.0.4', { ports: { UDP: 5060 } })
  const second = new RawPeer(world, '10.0.0.3')
  const targets = [target('10.0.0.4', 'TCP'), target('10.0.0.3')]
  void eventsOf(world.alice.stack.userAgent.invite(callTo(world.bob, { destination: { targets } })))
  await second.takeRequest('INVITE', 100)
})

test('a busy target is the outcome, and so is the last 503', async () => {
  for (const status of [486, 503]) {
    const { world, first, events } = call(status === 486 ? [target('10.0.0.2'), target('10.0.0.3')] : [target('10.0.0.2')])
    first.reply(await first.takeRequest('INVITE'), status)
    const last = (await world.run(events)).at(-1)
    assert.equal(last?.kind === 'failed' && last.outcome.kind === 'response' && last.outcome.response.status, status)
  }
})

test('a target that has begun to work on the call is not left for another', async () => {
  const { world, first, second, events } = call([target('10.0.0.2', 'TCP'), target('10.0.0.3')])
  first.reply(await first.takeRequest('INVITE'), 100)
  await world.clock.advance(10)
  for (const flow of first.host.openStreams) first.host.cut(flow)
  const last = (await world.run(events)).at(-1)
  assert.equal(last?.kind === 'failed' && last.outcome.kind, 'transport-error')
  assert.deepEqual(second.waiting, [])
})

test('cancelling ends the search for a target that answers', async () => {
  const world = new World({ alone: true })
  const targets = [target('10.0.0.77'), target('10.0.0.2')]
  const second = new RawPeer(world, '10.0.0.2')
  const pending = world.alice.stack.userAgent.invite(callTo(world.bob, { destination: { targets } }))
  await world.clock.advance(1000)
  pending.cancel()
  await world.run(eventsOf(pending))
  assert.deepEqual(second.waiting, [])
})
