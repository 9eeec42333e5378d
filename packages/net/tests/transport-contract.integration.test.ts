import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import type { SendFailure, TransportProtocol } from '@klinke/sip'
import { request } from './peers/messages.ts'
import { connectPeer } from './peers/raw-peer.ts'
import { serve } from './peers/served-transport.ts'

const PROTOCOLS: readonly TransportProtocol[] = ['UDP', 'TCP', 'TLS', 'WS', 'WSS']

for (const address of ['127.0.0.1', '::1']) {
  for (const protocol of PROTOCOLS) {
    suite(`${protocol} over ${address}`, { timeout: 60_000 }, () => contract(protocol, address))
  }
}

function contract(protocol: TransportProtocol, address: string): void {
  const isStream = protocol === 'TCP' || protocol === 'TLS'

  test('a message arrives whole, with the flow it came over, and an answer finds back over it', async () => {
    await using served = await serve(address)
    const peer = await connectPeer(protocol, { address, port: served.port(protocol) })
    peer.write(request('one', 'Grüße'))
    const { text, flow } = await served.recorder.message()
    assert.equal(text, request('one', 'Grüße'))
    assert.deepEqual(
      [flow.protocol, flow.remote, flow.local],
      [protocol, { address, port: peer.port }, { address, port: served.port(protocol) }],
    )
    served.transport.send(flow, Buffer.from('SIP/2.0 200 OK\r\n\r\n'))
    assert.equal(String(await peer.read()), 'SIP/2.0 200 OK\r\n\r\n')
    assert.equal(served.transport.flow(flow.id)?.id, flow.id)
    peer.close()
  })

  test('a request to the peer reuses the flow it opened', async () => {
    await using served = await serve(address)
    const peer = await connectPeer(protocol, { address, port: served.port(protocol) })
    peer.write(request('one'))
    const { flow } = await served.recorder.message()
    const target = { protocol, remote: { address, port: peer.port } }
    assert.equal(served.transport.existing(target)?.id, flow.id)
    assert.equal((await served.transport.open(target)).id, flow.id)
    peer.close()
  })

  test('keep-alives do not reach the receiver, and a ping on a connection is answered', async () => {
    await using served = await serve(address)
    const peer = await connectPeer(protocol, { address, port: served.port(protocol) })
    peer.write('\r\n\r\n')
    if (protocol !== 'UDP') assert.equal(String(await peer.read()), '\r\n')
    peer.write(request('after'))
    assert.match((await served.recorder.message()).text, /Call-ID: after/)
    assert.equal(served.transport.statistics().keepAlives, 1)
    peer.close()
  })

  test('a connection that closes is reported and its flow is gone; a UDP flow stays', async () => {
    await using served = await serve(address)
    const peer = await connectPeer(protocol, { address, port: served.port(protocol) })
    peer.write(request('one'))
    const { flow } = await served.recorder.message()
    peer.close()
    if (protocol === 'UDP') {
      assert.equal(served.transport.flow(flow.id)?.id, flow.id)
      return
    }
    assert.equal((await served.recorder.closures.receive())?.id, flow.id)
    assert.equal(served.transport.flow(flow.id), undefined)
    const failure = await new Promise<SendFailure>((resolve) => served.transport.send(flow, Buffer.from('x'), resolve))
    assert.equal(failure.kind, 'flow-gone')
    assert.equal(served.transport.statistics().connections, 0)
  })

  test('what is advertised is where the transport listens', async () => {
    await using served = await serve(address)
    const peer = await connectPeer(protocol, { address, port: served.port(protocol) })
    peer.write(request('one'))
    const { flow } = await served.recorder.message()
    assert.deepEqual(served.transport.advertised(flow), { address, port: served.port(protocol) })
    peer.close()
  })

  test('a receiver that throws costs one message, not the transport', async () => {
    await using served = await serve(address)
    const peer = await connectPeer(protocol, { address, port: served.port(protocol) })
    const { recorder } = served
    served.transport.attach({
      received: (message, flow) => {
        if (Buffer.from(message).includes('Call-ID: bad')) throw new Error('bug')
        recorder.received(message, flow)
      },
      flowClosed: () => undefined,
    })
    peer.write(request('bad'))
    peer.write(request('good'))
    assert.match((await recorder.message()).text, /Call-ID: good/)
    peer.close()
  })

  if (isStream) {
    test('a stream is cut into messages wherever its pieces end', async () => {
      await using served = await serve(address)
      const peer = await connectPeer(protocol, { address, port: served.port(protocol) })
      const stream = request('a', 'one') + request('b') + request('c', 'three')
      let from = 0
      for (const end of [100, 290, 300, 560, stream.length]) {
        peer.write(stream.slice(from, end))
        from = end
        await new Promise((resolve) => setImmediate(resolve))
      }
      const texts = [await served.recorder.message(), await served.recorder.message(), await served.recorder.message()]
      assert.equal(texts.map(({ text }) => text).join(''), stream)
      peer.close()
    })

    test('an oversized message is answered 513 and the connection closed', async () => {
      await using served = await serve(address)
      const peer = await connectPeer(protocol, { address, port: served.port(protocol) })
      peer.write(request('big').replace('Content-Length: 0', 'Content-Length: 9999999'))
      assert.match(String(await peer.read()), /^SIP\/2\.0 513 .*\r\n(.*\r\n)*Call-ID: big/)
      assert.equal(await peer.read(), undefined)
      assert.equal(served.transport.statistics().connectionsBroken, 1)
    })
  } else if (protocol !== 'UDP') {
    test('an oversized message closes the connection', async () => {
      await using served = await serve(address)
      const peer = await connectPeer(protocol, { address, port: served.port(protocol) })
      peer.write(request('big', 'x'.repeat(70_000)))
      assert.equal(await peer.read(), undefined)
      assert.equal(served.transport.statistics().messagesReceived, 0)
    })
  }
}
