import assert from 'node:assert/strict'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { test } from 'node:test'
import type { Worker } from 'node:worker_threads'
import type { MediaEngine, MediaSession } from '@klinke/rtp'
import { eventually } from '@klinke/testbed'
import { startThread } from '../src/embedded/worker-link.ts'
import { MediaLost, NoMediaPorts } from '../src/index.ts'
import { loopbackEngine } from './support/embedded-engine.ts'
import { portOf } from './support/port-of.ts'
import { PLAIN, TwoParties } from './support/two-parties.ts'

const OFFER = ['v=0', 'o=- 1 1 IN IP4 127.0.0.1', 's=-', 'c=IN IP4 127.0.0.1', 't=0 0', 'm=audio 9 RTP/AVP 8', ''].join('\r\n')
const IPV4_ONLY = { IPv4: { bind: '127.0.0.1', advertised: '127.0.0.1' } }
// The ports named here lie above those of products under test (16,384 to 31,983) and below those that the kernel hands out (32,768 up).

test('more calls than ports: the ones that have ports go on, the next is refused with a clear sentence', async () => {
  await using closing = engineFor({ ports: { from: 32_000, to: 32_007 } })
  const sessions: MediaSession[] = []
  const ports = new Set<number>()
  for (let call = 0; call < 4; call++) {
    const session = closing.engine.open(`call ${call}`)
    sessions.push(session)
    ports.add(portOf(await session.answer(session.endpoint('a', PLAIN), OFFER)))
  }
  assert.deepEqual([...ports].sort(), [32_000, 32_002, 32_004, 32_006])
  assert.throws(() => closing.engine.open('one too many'), NoMediaPorts)
  const [first] = sessions
  assert.ok(first)
  await assert.rejects(first.answer(first.endpoint('b', PLAIN), OFFER), /All media ports from 32000 to 32007 are in use/)
})

test('ports that another program has are skipped', async () => {
  const other = createSocket('udp4')
  other.bind(32_101, '127.0.0.1')
  await once(other, 'listening')
  await using closing = engineFor({ ports: { from: 32_100, to: 32_103 } })
  const session = closing.engine.open('a call')
  assert.equal(portOf(await session.answer(session.endpoint('a', PLAIN), OFFER)), 32_102)
  other.close()
})

test('a pair that served a call rests before it serves another', async () => {
  await using closing = engineFor({ ports: { from: 32_200, to: 32_203 } })
  const session = closing.engine.open('a call')
  const endpoint = session.endpoint('a', PLAIN)
  const first = portOf(await session.answer(endpoint, OFFER))
  await session.remove(endpoint)
  const second = portOf(await session.answer(session.endpoint('b', PLAIN), OFFER))
  assert.notEqual(second, first)
  await assert.rejects(session.answer(session.endpoint('c', PLAIN), OFFER), NoMediaPorts)
})

for (const packetIo of ['kernel', 'dgram'] as const) {
  test(`an engine that closes leaves no socket behind (${packetIo})`, async () => {
    {
      await using closing = engineFor({ ports: { from: 32_300, to: 32_303 }, packetIo })
      const session = closing.engine.open('a call')
      await session.answer(session.endpoint('a', PLAIN), OFFER)
    }
    for (const port of [32_300, 32_301, 32_302, 32_303]) {
      const socket = createSocket('udp4')
      socket.bind(port, '127.0.0.1')
      await once(socket, 'listening')
      socket.close()
    }
  })

  test(`a worker that dies takes only its own calls with it, and another one takes its place (${packetIo})`, async () => {
    const threads: Worker[] = []
    const engine = loopbackEngine({
      packetIo,
      workers: 2,
      startThread: (settings) => {
        const thread = startThread(settings)
        threads.push(thread)
        return thread
      },
    })
    // Each session goes to the worker with fewer legs, so these two live on different ones.
    await using doomed = await TwoParties.talking(() => engine)
    await using surviving = await TwoParties.talking(() => engine)
    await threads[0]?.terminate()
    assert.deepEqual([(await doomed.events.first('lost')).endpoint, doomed.events.seen.length], ['a', 2])
    await assert.rejects(doomed.session.offer(doomed.a), MediaLost)
    assert.equal((await doomed.session.remove(doomed.a)).packetsReceived, 0)
    surviving.alice.burst(440, 10)
    await surviving.bob.hears(10)
    await using later = await afterRestart(engine, threads)
    later.alice.burst(440, 10)
    await later.bob.hears(10)
  })
}

/** Two parties on the worker that replaced the dead one. */
async function afterRestart(engine: MediaEngine, threads: readonly Worker[]): Promise<TwoParties> {
  await eventually('the start of another worker', () => threads.length === 3)
  return TwoParties.talking(() => engine)
}

function engineFor(options: Parameters<typeof loopbackEngine>[0]): AsyncDisposable & { readonly engine: MediaEngine } {
  const engine = loopbackEngine({ addresses: IPV4_ONLY, ...options })
  return { engine, [Symbol.asyncDispose]: () => engine.close() }
}

test('a description carries the address that the peer reaches us at', async () => {
  const addresses = { IPv4: { bind: '0.0.0.0', advertised: '192.0.2.1' } }
  await using closing = engineFor({ ports: { from: 32_400, to: 32_407 }, addresses })
  const session = closing.engine.open('a call')
  const near = session.endpoint('near', { ...PLAIN, localAddress: '127.0.0.1' })
  assert.match(await session.offer(near), /c=IN IP4 127\.0\.0\.1/)
  assert.match(await session.offer(session.endpoint('far', PLAIN)), /c=IN IP4 192\.0\.2\.1/)
})
