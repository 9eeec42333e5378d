import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { suite, test } from 'node:test'
import type { TransportTarget } from '@klinke/sip'
import { eventually } from '@klinke/testbed'
import { FlowNotOpened } from '../src/index.ts'
import { selfSigned } from '../src/tls/own-certificate.ts'
import { request } from './peers/messages.ts'
import { type ServedTransport, serve } from './peers/served-transport.ts'

const LOCAL = '127.0.0.1'

function target(to: ServedTransport, protocol: 'UDP' | 'TCP' | 'TLS', serverName?: string): TransportTarget {
  return { protocol, remote: { address: LOCAL, port: to.port(protocol) }, ...(serverName === undefined ? {} : { serverName }) }
}

suite('opening connections', { timeout: 60_000 }, () => {
  for (const protocol of ['UDP', 'TCP', 'TLS'] as const) {
    test(`${protocol}: a request goes out and its response comes back over the same flow`, async () => {
      await using carrier = await serve(LOCAL)
      await using own = await serve(LOCAL, trusting(carrier))
      const flow = await own.transport.open(target(carrier, protocol, protocol === 'TLS' ? 'carrier.example' : undefined))
      own.transport.send(flow, Buffer.from(request('out')))
      const { flow: incoming, text } = await carrier.recorder.message()
      assert.equal(text, request('out'))
      carrier.transport.send(incoming, Buffer.from(request('back')))
      const back = await own.recorder.message()
      assert.equal(back.flow.id, flow.id)
      assert.match(back.text, /Call-ID: back/)
    })
  }

  test('requests at the same time, and later ones, share one connection', async () => {
    await using carrier = await serve(LOCAL)
    await using own = await serve(LOCAL)
    const to = target(carrier, 'TCP')
    assert.equal(own.transport.existing(to), undefined)
    const [first, second] = await Promise.all([own.transport.open(to), own.transport.open(to)])
    assert.equal(first, second)
    assert.equal((await own.transport.open(to)).id, first.id)
    assert.equal(own.transport.existing(to)?.id, first.id)
    assert.equal(own.transport.statistics().connections, 1)
  })

  test('a connection advertises the port we listen on, not the one it comes from', async () => {
    await using carrier = await serve(LOCAL)
    await using own = await serve(LOCAL)
    const flow = await own.transport.open(target(carrier, 'TCP'))
    assert.notEqual(flow.local.port, own.port('TCP'))
    assert.deepEqual(own.transport.advertised(flow), { address: LOCAL, port: own.port('TCP') })
  })

  test('a certificate that is not trusted, or for another name, opens nothing', async () => {
    await using carrier = await serve(LOCAL)
    await using stranger = await serve(LOCAL)
    await using own = await serve(LOCAL, trusting(carrier))
    await assert.rejects(stranger.transport.open(target(carrier, 'TLS', 'carrier.example')), {
      name: 'FlowNotOpened',
      message: /self.signed/,
    })
    await assert.rejects(own.transport.open(target(carrier, 'TLS', 'other.example')), {
      name: 'FlowNotOpened',
      message: /not for other\.example/,
    })
    assert.equal((await own.transport.open(target(carrier, 'TLS'))).protocol, 'TLS')
    assert.equal(own.transport.existing(target(carrier, 'TLS', 'carrier.example')), undefined)
  })

  test('the peer sees the certificate for the server name it asks for (SNI)', async () => {
    const tenant = await selfSigned(['tenant.example'], Date.now())
    const identity = await selfSigned(['default.example'], Date.now())
    await using carrier = await serve(LOCAL, { tls: { identity, byServerName: new Map([['tenant.example', tenant]]) } })
    await using own = await serve(LOCAL, { tls: { identity, trusted: [tenant.certificate, identity.certificate] } })
    assert.equal((await own.transport.open(target(carrier, 'TLS', 'tenant.example'))).protocol, 'TLS')
    assert.equal((await own.transport.open(target(carrier, 'TLS', 'default.example'))).protocol, 'TLS')
  })

  test('a refused connection says so', async () => {
    await using own = await serve(LOCAL)
    const free = createServer().listen(0, LOCAL)
    await once(free, 'listening')
    const bound = free.address()
    const port = bound !== null && typeof bound !== 'string' ? bound.port : 0
    free.close()
    await once(free, 'close')
    await assert.rejects(
      own.transport.open({ protocol: 'TCP', remote: { address: LOCAL, port } }),
      /No TCP connection to 127\.0\.0\.1 port \d+: .*ECONNREFUSED/,
    )
  })

  test('a peer that never shakes hands is given up, and the one who waits may give up before', async () => {
    const mute = createServer().listen(0, LOCAL)
    await once(mute, 'listening')
    const bound = mute.address()
    const port = bound !== null && typeof bound !== 'string' ? bound.port : 0
    await using own = await serve(LOCAL, { limits: { connectTimeoutMs: 200 } })
    const to: TransportTarget = { protocol: 'TLS', remote: { address: LOCAL, port }, serverName: 'carrier.example' }
    const hurry = new AbortController()
    const hasty = own.transport.open(to, hurry.signal)
    const patient = own.transport.open(to)
    hurry.abort()
    await assert.rejects(hasty, { name: 'AbortError' })
    await assert.rejects(patient, { name: 'FlowNotOpened', message: /nobody answered in time/ })
    mute.close()
  })

  test('WebSocket clients and missing families cannot be dialled', async () => {
    await using own = await serve(LOCAL)
    await assert.rejects(own.transport.open({ protocol: 'WSS', remote: { address: LOCAL, port: 1 } }), FlowNotOpened)
    await assert.rejects(own.transport.open({ protocol: 'UDP', remote: { address: '2001:db8::1', port: 5060 } }), FlowNotOpened)
    assert.equal(own.transport.existing({ protocol: 'UDP', remote: { address: '2001:db8::1', port: 5060 } }), undefined)
  })

  test('a connection that we opened is kept open by pings, which the peer answers', async () => {
    await using carrier = await serve(LOCAL)
    await using own = await serve(LOCAL, { limits: { pingIntervalMs: 30 } })
    await own.transport.open(target(carrier, 'TCP'))
    await eventually('three pings', () => own.transport.statistics().keepAlives >= 3)
    assert.ok(carrier.transport.statistics().keepAlives >= 2)
    assert.equal(carrier.transport.statistics().messagesReceived, 0)
  })
})

function trusting(carrier: ServedTransport): { tls: { identity: { key: string; certificate: string }; trusted: string[] } } {
  return { tls: { identity: carrier.identity, trusted: [carrier.identity.certificate] } }
}
