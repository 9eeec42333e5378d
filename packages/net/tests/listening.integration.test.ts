import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { type LogFields, type Logger, silentLogger } from '@klinke/foundation'
import { type ListenProtocol, ownCertificate, PortInUse, SipTransport } from '../src/index.ts'
import { request } from './peers/messages.ts'
import { connectPeer } from './peers/raw-peer.ts'
import { realClock } from './peers/real-clock.ts'
import { Recorder } from './peers/recorder.ts'
import { serve } from './peers/served-transport.ts'

const LOCAL = '127.0.0.1'

for (const [protocol, variable] of [
  ['UDP', 'KLINKE_SIP_PORT'],
  ['TCP', 'KLINKE_SIP_PORT'],
  ['TLS', 'KLINKE_SIPS_PORT'],
] as const) {
  test(`${protocol}: a port in use stops the start with a sentence that names ${variable}, and leaves nothing open`, async () => {
    await using other = await serve(LOCAL)
    const port = other.port(protocol)
    const options = { clock: realClock, logger: silentLogger, tls: { identity: other.identity } }
    const listen = [
      { protocol: 'UDP' as ListenProtocol, address: '::1', port },
      { protocol, address: LOCAL, port },
    ]
    await assert.rejects(SipTransport.open({ ...options, listen }), (error: unknown) => {
      assert.ok(error instanceof PortInUse)
      assert.equal(
        error.message,
        `${protocol} port ${port} on ${LOCAL} is in use by another program. Stop that program, or choose another port with ${variable}.`,
      )
      return true
    })
    const again = await SipTransport.open({ ...options, listen: listen.slice(0, 1) })
    await again.close()
  })
}

test('an address that this machine does not have names the variables', async () => {
  const listen = [{ protocol: 'TCP' as const, address: '192.0.2.1', port: 5060 }]
  await assert.rejects(SipTransport.open({ clock: realClock, logger: silentLogger, listen }), {
    name: 'CannotListen',
    message: /192\.0\.2\.1 port 5060 .*KLINKE_BIND_ADDRESSES and KLINKE_SIP_PORT/,
  })
})

test('port 0 gives UDP and TCP of all addresses the same free port', async () => {
  const listen = (['UDP', 'TCP'] as const).flatMap((protocol) => ['0.0.0.0', '::'].map((address) => ({ protocol, address, port: 0 })))
  const transport = await SipTransport.open({ clock: realClock, logger: silentLogger, listen })
  assert.equal(new Set(transport.listening.map(({ port }) => port)).size, 1)
  assert.notEqual(transport.listening[0]?.port, 0)
  await transport.close()
})

test('a socket on all addresses knows which one a peer talks to, in IPv4 and IPv6', async () => {
  const listen = ['0.0.0.0', '::'].map((address) => ({ protocol: 'UDP' as const, address, port: 0 }))
  const transport = await SipTransport.open({ clock: realClock, logger: silentLogger, listen, publicAddress: '203.0.113.9' })
  const recorder = new Recorder()
  transport.attach(recorder)
  const port = transport.listening[0]?.port ?? 0
  for (const address of [LOCAL, '::1']) {
    const peer = await connectPeer('UDP', { address, port })
    peer.write(request('one'))
    const { flow } = await recorder.message()
    assert.deepEqual(
      [flow.local, flow.remote],
      [
        { address, port },
        { address, port: peer.port },
      ],
    )
    assert.deepEqual(transport.advertised(flow), { address, port })
    peer.close()
  }
  const far = transport.existing({ protocol: 'UDP', remote: { address: '198.51.100.77', port: 5060 } })
  assert.ok(far)
  assert.deepEqual(transport.advertised(far), { address: '203.0.113.9', port })
  await transport.close()
})

test('a UDP flow that fell out of the table is found again by its id', async () => {
  await using served = await serve(LOCAL, { limits: { maxSources: 1 } })
  const peer = await connectPeer('UDP', { address: LOCAL, port: served.port('UDP') })
  peer.write(request('one'))
  const { flow } = await served.recorder.message()
  served.transport.existing({ protocol: 'UDP', remote: { address: '127.0.0.2', port: 5060 } })
  const found = served.transport.flow(flow.id)
  assert.deepEqual([found?.id, found?.remote], [flow.id, flow.remote])
  served.transport.send({ ...flow, id: flow.id }, Buffer.from('still here, a copy of the flow'))
  assert.equal(String(await peer.read()), 'still here, a copy of the flow')
  assert.equal(served.transport.flow('udp/7/5060/127.0.0.1'), undefined)
  assert.equal(served.transport.flow('nonsense'), undefined)
  peer.close()
})

test('a datagram that is too large is reported and not sent', async () => {
  await using served = await serve(LOCAL)
  const flow = await served.transport.open({ protocol: 'UDP', remote: { address: LOCAL, port: 9 } })
  const failure = await new Promise<string>((resolve) => served.transport.send(flow, Buffer.alloc(65_508, 65), ({ kind }) => resolve(kind)))
  assert.equal(failure, 'too-large')
})

test('the own certificate is made once, kept unreadable for others, and renewed before it ends', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'klinke-net-'))
  const first = await ownCertificate(folder, ['sip.example', LOCAL], Date.now())
  assert.equal((await stat(join(folder, 'sip.key'))).mode & 0o777, 0o600)
  assert.deepEqual(await ownCertificate(folder, ['other.example'], Date.now()), first)
  const renewed = await ownCertificate(folder, ['sip.example'], Date.now() + 800 * 24 * 3_600_000)
  assert.notEqual(renewed.certificate, first.certificate)
  assert.equal(await readFile(join(folder, 'sip.crt'), 'utf8'), renewed.certificate)
  await rm(folder, { recursive: true })
})

test('what breaks a connection is logged without the message', async () => {
  const lines: [string, LogFields | undefined][] = []
  const logger: Logger = { ...silentLogger, info: (message, fields) => void lines.push([message, fields]) }
  await using served = await serve(LOCAL, {}, logger)
  const peer = await connectPeer('TCP', { address: LOCAL, port: served.port('TCP') })
  peer.write(request('secret').replace('Content-Length: 0', 'Content-Length: none'))
  assert.match(String(await peer.read()), /^SIP\/2\.0 400 /)
  assert.equal(lines.length, 1)
  assert.doesNotMatch(JSON.stringify(lines), /secret/)
})
