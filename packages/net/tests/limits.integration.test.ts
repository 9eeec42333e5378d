import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import type { TransportProtocol } from '@klinke/sip'
import { eventually, VirtualClock } from '@klinke/testbed'
import type { TransportLimits } from '../src/index.ts'
import { request } from './peers/messages.ts'
import { connectPeer, type RawPeer } from './peers/raw-peer.ts'
import { type ServedTransport, serve } from './peers/served-transport.ts'

const LOCAL = '127.0.0.1'
/** Loopback too, and another source to every limit. */
const OTHER_SOURCE = '127.0.0.2'
const THIRD_SOURCE = '127.0.0.3'

suite('limits', { timeout: 60_000 }, () => {
  test('UDP garbage is counted and never reaches the receiver', async () => {
    await using served = await serve(LOCAL)
    const peer = await peerOf(served, 'UDP')
    const garbage = [
      '\x80\x00RTP somewhere else entirely',
      'GET /',
      '\r\n\r\n\0binary after line breaks',
      '{"method":"eth_getWork"}',
      '\x16\x03\x01TLS client hello',
    ]
    for (const datagram of garbage) peer.write(Buffer.from(datagram, 'latin1'))
    peer.write(request('after'))
    assert.match((await served.recorder.message()).text, /Call-ID: after/)
    assert.equal(served.transport.statistics().garbage, garbage.length)
    peer.close()
  })

  test('a STUN binding request on the SIP port tells a phone its address (RFC 5626 §4.4.2)', async () => {
    await using served = await serve(LOCAL)
    const peer = await peerOf(served, 'UDP')
    peer.write(Buffer.from('000100002112a442b7e7a701bc34d686fa87dfae', 'hex'))
    const answer = (await peer.read()) ?? Buffer.alloc(0)
    assert.equal(answer.subarray(0, 2).toString('hex'), '0101')
    assert.equal(answer.readUInt16BE(26) ^ 0x2112, peer.port)
    peer.close()
  })

  test('a source that floods over UDP gets its allowance and no more, unless it is exempt', async () => {
    for (const exempt of [false, true]) {
      await using served = await serve(LOCAL, {
        clock: new VirtualClock(),
        limits: { messagesPerSecondPerSource: 1, messageBurstPerSource: 10 },
        exempt: () => exempt,
      })
      const peer = await peerOf(served, 'UDP')
      for (let index = 0; index < 40; index++) peer.write(request(`m${index}`))
      await eventually(
        'forty datagrams',
        () => served.transport.statistics().messagesReceived + served.transport.statistics().rateLimited === 40,
      )
      assert.equal(served.transport.statistics().messagesReceived, exempt ? 40 : 10)
      peer.close()
    }
  })

  for (const protocol of ['TCP', 'WS'] as const) {
    test(`${protocol}: a source that floods is read at its rate and loses nothing`, async () => {
      const clock = new VirtualClock()
      await using served = await serve(LOCAL, { clock, limits: { messagesPerSecondPerSource: 100, messageBurstPerSource: 10 } })
      const flooding = await peerOf(served, protocol)
      const another = await connectPeer(protocol, { address: LOCAL, port: served.port(protocol) }, OTHER_SOURCE)
      const next = async (): Promise<string> => /Call-ID: (\w+)/.exec((await served.recorder.message()).text)?.[1] ?? ''
      for (let index = 0; index < 11; index++) {
        flooding.write(request(`burst${index}`))
        assert.equal(await next(), `burst${index}`)
      }
      for (let index = 0; index < 20; index++) {
        flooding.write(request(`late${index}`))
        // Sent after it, and read before it: the flooding source has to wait for its next ten milliseconds.
        another.write(request(`another${index}`))
        assert.equal(await next(), `another${index}`)
        await clock.advance(10)
        assert.equal(await next(), `late${index}`)
      }
      flooding.close()
      another.close()
    })
  }

  const closing: [what: string, limits: Partial<TransportLimits>, TransportProtocol, write: string][] = [
    ['a connection that never brings a message', { firstMessageTimeoutMs: 60 }, 'TCP', ''],
    ['a WebSocket that never brings a message', { firstMessageTimeoutMs: 60 }, 'WS', '\r\n\r\n'],
    ['a connection that is idle after its messages', { idleTimeoutMs: 60 }, 'TLS', request('one')],
    ['a message that does not become whole', { messageTimeoutMs: 60 }, 'TCP', request('one').slice(0, 200)],
    ['a body that does not become whole', { messageTimeoutMs: 60 }, 'TCP', request('one', 'x'.repeat(100)).slice(0, -1)],
  ]
  for (const [what, limits, protocol, write] of closing) {
    test(`${what} is closed in time, and not before`, async () => {
      const clock = new VirtualClock()
      await using served = await serve(LOCAL, { clock, limits })
      const peer = await peerOf(served, protocol)
      if (write) peer.write(write)
      // When the bytes have arrived there, nobody tells here: time passes only in small steps meanwhile.
      const closed = async (): Promise<boolean> => {
        await clock.advance(5)
        return served.transport.statistics().connections === 0
      }
      await eventually('the connection', () => served.transport.statistics().connections === 1)
      await eventually('its end', closed)
      assert.ok(clock.nowMs() >= 60)
      while ((await peer.read()) !== undefined);
    })
  }

  test('a message that drips in one byte after the other does not win time', async () => {
    const clock = new VirtualClock()
    await using served = await serve(LOCAL, { clock, limits: { messageTimeoutMs: 150 } })
    const peer = await peerOf(served, 'TCP')
    const text = request('slow', 'x'.repeat(5_000))
    let sent = 0
    for (; served.transport.statistics().connectionsBroken === 0 && sent < text.length; sent++) {
      peer.write(text.charAt(sent))
      await clock.advance(5)
    }
    assert.ok(sent < text.length)
    assert.equal(await peer.read(), undefined)
  })

  test('connections beyond the limit of a source are reset, also before a TLS handshake', async () => {
    await using served = await serve(LOCAL, { limits: { maxConnectionsPerSource: 2 } })
    const peers = [await peerOf(served, 'TCP'), await peerOf(served, 'WS')]
    await assert.rejects(peerOf(served, 'TLS'))
    const third = await peerOf(served, 'TCP').catch(() => undefined)
    assert.equal(await third?.read(), undefined)
    assert.ok(served.transport.statistics().connectionsRefused >= 2)
    for (const peer of peers) peer.close()
    await eventually('the end of all connections', () => served.transport.statistics().connections === 0)
    const again = await peerOf(served, 'TLS')
    again.write(request('again'))
    await served.recorder.message()
    again.close()
  })

  test('who is known is taken beyond the limits for strangers, as long as there is a place', async () => {
    const limits = { maxConnections: 1, maxConnectionsPerSource: 1, reservedConnections: 2 }
    await using served = await serve(LOCAL, { limits, exempt: () => true })
    const from = (protocol: TransportProtocol, source: string) =>
      connectPeer(protocol, { address: LOCAL, port: served.port(protocol) }, source)
    const peers = [await peerOf(served, 'TCP'), await from('WS', OTHER_SOURCE), await from('TLS', THIRD_SOURCE)]
    const surplus = await peerOf(served, 'TCP').catch(() => undefined)
    assert.equal(await surplus?.read(), undefined)
    assert.equal(served.transport.statistics().connectionsRefused, 1)
    for (const peer of peers) peer.close()
  })

  test('a peer that does not read is closed before it fills our memory', async () => {
    await using served = await serve(LOCAL, { limits: { maxUnsentBytes: 100_000 } })
    const peer = await peerOf(served, 'TCP')
    peer.write(request('one'))
    const { flow } = await served.recorder.message()
    peer.stopReading()
    const message = Buffer.from(request('big', 'x'.repeat(50_000)))
    for (let index = 0; index < 2000 && served.transport.flow(flow.id); index++) {
      served.transport.send(flow, message)
      await new Promise((resolve) => setImmediate(resolve))
    }
    assert.equal(served.transport.flow(flow.id), undefined)
    peer.close()
  })

  test('an upgrade without the subprotocol sip, or for another path, is refused', async () => {
    await using served = await serve(LOCAL)
    const status = async (path: string, protocol: string): Promise<number> => {
      const peer = await connectPeer('TCP', { address: LOCAL, port: served.port('WS') })
      peer.write(
        `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Protocol: ${protocol}\r\n\r\n`,
      )
      const answer = String(await peer.read())
      peer.close()
      return Number(answer.split(' ')[1])
    }
    assert.equal(await status('/sip', 'sip'), 101)
    assert.equal(await status('/sip', 'chat'), 400)
    assert.equal(await status('/elsewhere', 'sip'), 404)
  })
})

function peerOf(served: ServedTransport, protocol: TransportProtocol): Promise<RawPeer> {
  return connectPeer(protocol, { address: LOCAL, port: served.port(protocol) })
}
