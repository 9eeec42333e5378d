import assert from 'node:assert/strict'
import { X509Certificate } from 'node:crypto'
import { test } from 'node:test'
import { fingerprintOf, newDtlsIdentity } from './certificate.ts'
import type { DtlsAssociation } from './dtls-association.ts'
import { DtlsContext } from './dtls-context.ts'
import { openOpenSsl } from './open-ssl.ts'

const ssl = openOpenSsl()
const skip = ssl ? false : 'needs node:ffi and an OpenSSL with DTLS over memory'
const SERVER = newDtlsIdentity()
const CLIENT = newDtlsIdentity()

test('the certificate is one: signed by its own key, and its fingerprint is what Node says of it', () => {
  const certificate = new X509Certificate(SERVER.certificate)
  assert.equal(certificate.verify(certificate.publicKey), true)
  assert.equal(certificate.subject, 'CN=klinke')
  assert.deepEqual(fingerprintOf(SERVER.certificate), { hash: 'sha-256', value: certificate.fingerprint256 })
  assert.equal(fingerprintOf(SERVER.certificate, 'sha-512').value, certificate.fingerprint512)
})

test('both sides of a handshake have the same keys, and the certificate of each other', { skip }, () => {
  const { client, server } = pair()
  shakeHands(client, server)
  const [theirs, ours] = [client.state, server.state]
  assert.ok(theirs.kind === 'connected' && ours.kind === 'connected')
  assert.equal(ours.keys.suite, 'AES_CM_128_HMAC_SHA1_80')
  assert.equal(ours.keys.send.length, 30)
  assert.deepEqual(ours.keys.send, theirs.keys.receive)
  assert.deepEqual(ours.keys.receive, theirs.keys.send)
  assert.notDeepEqual(ours.keys.send, ours.keys.receive)
  assert.deepEqual(fingerprintOf(ours.certificate), fingerprintOf(CLIENT.certificate))
  assert.deepEqual(fingerprintOf(theirs.certificate), fingerprintOf(SERVER.certificate))
})

test('each part of the server is one datagram that fits every path', { skip }, () => {
  const { client, server } = pair()
  const sizes = shakeHands(client, server)
  assert.equal(sizes.length, 2)
  assert.ok(
    sizes.every((octets) => octets <= 1200),
    sizes.join(' '),
  )
})

for (const [what, garbage] of [
  ['too short', Buffer.from([22, 254, 253])],
  ['zeros', Buffer.alloc(200)],
  ['a record of an unknown version', Buffer.concat([Buffer.from('16ffff0000000000000000', 'hex'), Buffer.from('00040102', 'hex')])],
  ['a length beyond the end', Buffer.from('16fefd0000000000000000ffff01', 'hex')],
  ['larger than any datagram', Buffer.alloc(5000, 22)],
] as const) {
  test(`garbage before the handshake is dropped: ${what}`, { skip }, () => {
    const { client, server } = pair()
    server.take(garbage)
    assert.equal(server.sent(), undefined)
    shakeHands(client, server)
    assert.equal(server.state.kind, 'connected')
  })
}

test('a client hello after the handshake does not begin another one', { skip }, () => {
  const { client, server } = pair()
  shakeHands(client, server)
  const before = server.state
  const stranger = pair().client
  stranger.begin()
  server.take(Buffer.from(stranger.sent() ?? []))
  assert.equal(server.sent(), undefined)
  assert.equal(server.state, before)
})

test('a handshake message in pieces that never end costs no memory of their size', { skip }, () => {
  const { server } = pair()
  const before = process.memoryUsage().rss
  // ClientHello of 16 MiB, of which only the first octet comes.
  for (let sequence = 0; sequence < 200; sequence++) {
    const record = Buffer.from('16fefd000000000000000000 0d 01ffffff 0000 000000 000001 03'.replaceAll(' ', ''), 'hex')
    record.writeUInt16BE(sequence, 9)
    server.take(record)
  }
  assert.notEqual(server.state.kind, 'connected')
  assert.ok(process.memoryUsage().rss - before < 16 * 1024 * 1024)
})

for (const [order, turned] of [
  ['in order', false],
  ['the last first', true],
] as const) {
  test(`a client hello in pieces, as long ones come, is put together: ${order}`, { skip }, () => {
    const { client, server } = pair()
    client.begin()
    const pieces = inPieces(Buffer.from(client.sent() ?? []), 40)
    assert.ok(pieces.length > 2)
    for (const piece of turned ? pieces.toReversed() : pieces) server.take(piece)
    carry(server, client)
    // The client does not know of the records that were made of its first one.
    for (let datagram = client.sent(); datagram; datagram = client.sent()) server.take(renumbered(Buffer.from(datagram), pieces.length))
    carry(server, client)
    assert.deepEqual([client.state.kind, server.state.kind], ['connected', 'connected'])
  })
}

test('flights that come twice do no harm', { skip }, () => {
  const { client, server } = pair()
  client.begin()
  for (let flight = 0; flight < 4; flight++) {
    carryTwice(client, server)
    carryTwice(server, client)
  }
  assert.deepEqual([client.state.kind, server.state.kind], ['connected', 'connected'])
})

test('a closed association takes nothing and gives nothing', { skip }, () => {
  const { client, server } = pair()
  client.begin()
  const hello = Buffer.from(client.sent() ?? [])
  server.close()
  server.close()
  server.take(hello)
  server.tick()
  assert.equal(server.sent(), undefined)
})

function pair(): { client: DtlsAssociation; server: DtlsAssociation } {
  assert.ok(ssl)
  const [client, server] = [new DtlsContext(ssl, CLIENT), new DtlsContext(ssl, SERVER)]
  return { client: client.associate('client'), server: server.associate('server') }
}

/** Carries all datagrams to and fro; gives the sizes of the server's. */
function shakeHands(client: DtlsAssociation, server: DtlsAssociation): number[] {
  client.begin()
  const sizes: number[] = []
  for (let flight = 0; flight < 8; flight++) {
    carry(client, server)
    sizes.push(...carry(server, client))
  }
  return sizes
}

/** The handshake message of a datagram in records of `octets` each (RFC 6347 §4.2.3). */
function inPieces(datagram: Buffer, octets: number): Buffer[] {
  const [record, message] = [datagram.subarray(0, 13), datagram.subarray(13, 25)]
  const body = datagram.subarray(25)
  return Array.from({ length: Math.ceil(body.length / octets) }, (_, index) => {
    const piece = body.subarray(index * octets, (index + 1) * octets)
    const [header, head] = [Buffer.from(record), Buffer.from(message)]
    header.writeUInt16BE(index, 9)
    header.writeUInt16BE(12 + piece.length, 11)
    head.writeUIntBE(index * octets, 6, 3)
    head.writeUIntBE(piece.length, 9, 3)
    return Buffer.concat([header, head, piece])
  })
}

/** The records before the change of cipher, counted on from `by` more. */
function renumbered(datagram: Buffer, by: number): Buffer {
  for (let at = 0; at < datagram.length; at += 13 + datagram.readUInt16BE(at + 11)) {
    if (datagram.readUInt16BE(at + 3) === 0) datagram.writeUInt16BE(datagram.readUInt16BE(at + 9) + by, at + 9)
  }
  return datagram
}

function carryTwice(from: DtlsAssociation, to: DtlsAssociation): void {
  for (;;) {
    const datagram = from.sent()
    if (!datagram) return
    const copy = Buffer.from(datagram)
    to.take(copy)
    to.take(copy)
  }
}

function carry(from: DtlsAssociation, to: DtlsAssociation): number[] {
  const sizes: number[] = []
  for (;;) {
    const datagram = from.sent()
    if (!datagram) return sizes
    sizes.push(datagram.length)
    to.take(Buffer.from(datagram))
  }
}
