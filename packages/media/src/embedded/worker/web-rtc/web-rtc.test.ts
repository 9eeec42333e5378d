import assert from 'node:assert/strict'
import { Buffer } from 'node:buffer'
import { test } from 'node:test'
import { seededRandom } from '@klinke/foundation'
import { buildCheck, newIceCredentials, type ProtectionFailure, sign } from '@klinke/rtp'
import { fingerprintOf, newDtlsIdentity } from '../../../dtls/certificate.ts'
import { DtlsContext } from '../../../dtls/dtls-context.ts'
import { openOpenSsl } from '../../../dtls/open-ssl.ts'
import { DgramPacketIo } from '../../../packet-io/dgram-packet-io.ts'
import type { PacketSocket, PacketSource, Peer } from '../../../packet-io/packet-io.ts'
import { RateLimit } from '../rate-limit.ts'
import { HANDSHAKE_WITHIN_MS, WebRtc } from './web-rtc.ts'

const ssl = openOpenSsl()
const skip = ssl ? false : 'needs node:ffi and an OpenSSL with DTLS over memory'
const random = seededRandom(3)
const [LOCAL, REMOTE] = [newIceCredentials(random), newIceCredentials(random)]
const BROWSER = newDtlsIdentity()

test('without a handshake a browser has so long from its first check, and is then told of once', { skip }, () => {
  const leg = new PaperLeg()
  leg.web.tick(100_000)
  leg.check(100_000)
  leg.web.tick(100_001)
  leg.web.tick(100_000 + HANDSHAKE_WITHIN_MS)
  assert.deepEqual(leg.failures, [])
  leg.web.tick(100_001 + HANDSHAKE_WITHIN_MS)
  leg.web.tick(200_000)
  assert.deepEqual(leg.failures, ['handshake-timeout'])
})

test('a handshake begins only with who has passed a check', { skip }, () => {
  const leg = new PaperLeg()
  leg.take(hello(), 0)
  assert.deepEqual(leg.sent, [])
  leg.check(0)
  leg.take(hello(), 10)
  // The answer to the check, and the server's flight.
  assert.equal(leg.sent.length, 2)
})

test('datagrams beyond a limit in each second are not looked at', () => {
  const rate = new RateLimit(3)
  const allowed = (nowMs: number): number => [1, 2, 3, 4, 5].filter(() => rate.allows(nowMs)).length
  assert.deepEqual([allowed(0), allowed(999), allowed(1000)], [3, 0, 3])
})

test('nothing is sent to a browser whose consent has ended, until it checks again', { skip }, () => {
  const leg = new PaperLeg()
  const places = [leg.place]
  leg.check(0)
  places.push(leg.place)
  leg.web.tick(30_000)
  places.push(leg.place)
  leg.check(31_000)
  assert.deepEqual([...places, leg.place], [undefined, 50_000, undefined, 50_000])
})

/** A browser's transport without sockets. */
class PaperLeg {
  readonly sent: Buffer[] = []
  readonly failures: ProtectionFailure[] = []
  readonly web: WebRtc
  readonly #io = new DgramPacketIo()
  readonly #packet = this.#io.allocate(2048)

  constructor() {
    assert.ok(ssl)
    const fingerprints = [fingerprintOf(BROWSER.certificate)]
    const socket: PacketSocket = {
      port: 20_000,
      descriptor: undefined,
      listen: () => undefined,
      send: ({ bytes }, length) => void this.sent.push(Buffer.from(bytes.subarray(0, length))),
      close: () => undefined,
    }
    this.web = new WebRtc(
      { local: LOCAL, remote: REMOTE, fingerprints },
      {
        ...{ io: this.#io, socket, scratch: this.#io.allocate(2048), dtls: new DtlsContext(ssl, newDtlsIdentity()) },
        protect: () => undefined,
        moved: () => undefined,
        failed: (why) => this.failures.push(why),
      },
    )
  }

  /** The port that packets go to. */
  get place(): number | undefined {
    return this.web.destination?.port
  }

  check(nowMs: number): void {
    const username = `${LOCAL.usernameFragment}:${REMOTE.usernameFragment}`
    this.take(sign(buildCheck({ username, priority: 1, role: 'controlling', useCandidate: true }, random), LOCAL.password), nowMs)
  }

  take(datagram: Buffer, nowMs: number): void {
    datagram.copy(this.#packet.bytes)
    this.web.take(this.#packet, datagram.length, FROM_BROWSER, nowMs)
  }
}

const PLACE: Peer = { family: 'IPv4', address: '192.0.2.10', port: 50_000, octets: new Uint8Array(0), pointer: 0n }
const FROM_BROWSER: PacketSource = { isPeer: ({ address, port }) => address === PLACE.address && port === PLACE.port, toPeer: () => PLACE }

/** The first flight of another client each time. */
function hello(): Buffer {
  assert.ok(ssl)
  const client = new DtlsContext(ssl, BROWSER).associate('client')
  client.begin()
  return Buffer.from(client.sent() ?? [])
}
