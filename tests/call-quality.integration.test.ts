/** What call records say of the sound: packets, bytes, loss and the opinion score, of calls whose sound is known. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { assertHearsTone, missingPeers, RtpEcho, RunningProduct } from '@klinke/testbed'
import { callWithMedia } from './scenarios.ts'
import { type CallRecord, callRecord, dialled, phone, type RecordedMedia, root, sippCaller, TONES } from './support.ts'

/** G.711 in frames of 20 ms, with the RTP header. */
const PACKETS_PER_SECOND = 50
const PACKET_OCTETS = 160 + 12
let product: RunningProduct

before(async () => {
  product = await RunningProduct.start({ root })
})
after(() => product?.[Symbol.asyncDispose]())

function assertNear(what: string, actual: number, expected: number, tolerance: number): void {
  assert.ok(Math.abs(actual - expected) <= tolerance, `${what}: ${actual}, expected ${expected} ± ${tolerance}`)
}

function secondsOf({ answeredAt, endedAt }: CallRecord): number {
  return (Date.parse(endedAt ?? '') - Date.parse(answeredAt ?? '')) / 1000
}

/** A media worker forwards packets unchanged: what one party sends is what the other gets. */
function assertRelayed(what: string, from: RecordedMedia, to: RecordedMedia): void {
  assertNear(`${what} packets`, to.packetsSent, from.packetsReceived, 5)
  assert.equal(from.bytesReceived, from.packetsReceived * PACKET_OCTETS)
  assert.equal(to.bytesSent, to.packetsSent * PACKET_OCTETS)
}

test('a call without loss: fifty packets a second and their bytes each way, a good opinion', {
  skip: missingPeers('baresip'),
}, async () => {
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await using bea = await phone(product, '11', { tone: TONES.bea, answersAtOnce: true })
  await anna.dial(dialled(product, '11'))
  await Promise.all([anna.established(), bea.established()])
  assertHearsTone('the caller', await anna.listen(3000), TONES.bea)
  await anna.hangUp()
  await bea.ended()
  const record = await callRecord(product, 'the call', ({ caller, endedAt }) => caller.number === '10' && endedAt !== null)
  const { caller, called } = record.media
  assert.ok(caller !== null && called !== null)
  for (const [who, media] of [['caller', caller] as const, ['called', called] as const]) {
    assertNear(`${who} packets`, media.packetsReceived, secondsOf(record) * PACKETS_PER_SECOND, 30)
    assert.deepEqual([media.packetsLost, media.codec], [0, 'PCMU'])
    assert.ok((media.mos ?? 0) > 4 && (media.mos ?? 0) <= 4.5, `${who}: MOS ${media.mos}`)
  }
  assertRelayed('caller to called', caller, called)
  assertRelayed('called to caller', called, caller)
})

test('a call that loses a tenth on the way from the caller: counted there and nowhere else, and a bad opinion of it', {
  skip: missingPeers('sipp'),
}, async () => {
  await using echo = await RtpEcho.start(10)
  const scenario = callWithMedia(echo.port, 4000)
  await using uac = await sippCaller(product, { extension: '12', peer: product.demo.network.tone, scenario })
  await uac.succeeded(20_000)
  const record = await callRecord(product, 'the call', ({ caller, endedAt }) => caller.number === '12' && endedAt !== null)
  const { caller, called } = record.media
  assert.ok(caller !== null && called !== null)
  assertNear('heard by the caller', echo.heard, secondsOf(record) * PACKETS_PER_SECOND, 30)
  assert.ok(echo.lost > 10)
  // The last one may be missing unnoticed, and the last few may have come after the end.
  assertNear('lost from the caller', caller.packetsLost, echo.lost, 2)
  assertNear('received from the caller', caller.packetsReceived, echo.heard - echo.lost, 5)
  assert.equal(called.packetsLost, 0)
  assert.ok((called.mos ?? 0) > 4, `called: MOS ${called.mos}`)
  // ITU-T G.107 with G.113's values for G.711 that conceals losses.
  assertNear('MOS of the caller', caller.mos ?? 0, 3.4, 0.3)
  assertRelayed('caller to called', caller, called)
  assertRelayed('called to caller', called, caller)
})
