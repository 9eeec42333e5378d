/** Fax between a customer's PBX and a carrier: part of customer-trunks.integration.test.ts, which brings product and carrier. */
import assert from 'node:assert/strict'
import { createSocket, type Socket } from 'node:dgram'
import { once } from 'node:events'
import { test } from 'node:test'
import { eventually, expectRequest, hearsTone, RtpEcho, respond, respondInDialog, sdp } from '@klinke/testbed'
import { changed } from './call-settings-support.ts'
import { type CallRecord, callRecord, noLiveCalls, talking } from './support.ts'
import { tlsPbx } from './tls-pbx.ts'
import { carrierDoing, firstCarrier, type TrunkLane } from './trunk-media-lane.ts'

/** Registers the tests. */
export function trunkFax(lane: TrunkLane): void {
  const { skip } = lane
  test('TRK-08: a change to T.38 passes through a trunk with the packets of the page, both ways', { skip }, () => faxPasses(lane))
  test('TRK-08: where a carrier takes no T.38 the call goes on in G.711: what is said is heard', { skip }, () => faxFallsBack(lane))
}

/** T.38 over UDPTL (ITU-T T.38 annex D). */
function t38(port: number): string {
  return `v=0
o=sipp 1 2 IN IP[local_ip_type] [local_ip]
s=-
c=IN IP[media_ip_type] [media_ip]
t=0 0
m=image ${port} udptl t38
a=T38FaxVersion:0
a=T38FaxUdpEC:t38UDPRedundancy
`
}

/** Where a party takes media of ours to, in place of a telephone. */
async function mediaSocket(): Promise<Socket> {
  const socket = createSocket('udp4').bind(0, '127.0.0.1')
  await once(socket, 'listening')
  return socket
}

/** The port in the last line of that kind that the exchange has described to who wrote this. */
function ourPort(messages: string | undefined, kind: 'audio' | 'image', notPort: number): number | undefined {
  const ports = [...(messages ?? '').matchAll(new RegExp(`^m=${kind} (\\d+) `, 'gm'))].map(([, port]) => Number(port))
  return ports.findLast((port) => port !== notPort && port !== 0)
}

async function faxPasses(lane: TrunkLane): Promise<void> {
  const product = lane.product()
  const [ofCarrier, ofPbx] = [await mediaSocket(), await mediaSocket()]
  try {
    const { port } = ofCarrier.address()
    await using carrier = await firstCarrier(
      product,
      carrierDoing(
        'fax',
        ...[expectRequest('INVITE'), respond('200 OK', { sdp: sdp('sendrecv', 1, port) }), expectRequest('ACK')],
        ...[expectRequest('INVITE', { contains: 'm=image [1-9][0-9]* udptl t38' }), respondInDialog('200 OK', { sdp: t38(port) })],
        ...[expectRequest('ACK'), expectRequest('BYE'), respondInDialog('200 OK')],
      ),
    )
    const trunk = { product: 'extended-connect' }
    const media = { identity: lane.identity(), mediaPort: ofPbx.address().port }
    await using pbx = await tlsPbx(product, { block: '+492214710270', trunk, ...media })
    await pbx.asked()
    const call = pbx.sip.call(lane.number.number)
    await talking(call)
    assert.equal((await call.changeToFax()).kind, 'answered')
    assert.match(call.remoteSdp ?? '', /^m=image \d+ udptl t38\r\n(.*\r\n)*a=T38FaxVersion:0\r$/m)
    const page = Buffer.from([0, 1, 2, 0xc0, 1, 0x80, 0])
    for (const [from, to, place] of [
      [ofPbx, ofCarrier, () => ourPort(call.remoteSdp, 'image', 0)],
      [ofCarrier, ofPbx, () => ourPort(carrier.result().errors, 'image', port)],
    ] as const) {
      let isThere = false
      to.on('message', (packet: Buffer) => {
        isThere ||= packet.equals(page)
      })
      // Again and again, as T.38 over UDP does it.
      await eventually('the page', () => {
        from.send(page, place(), '127.0.0.1')
        return isThere
      })
    }
    call.hangUp()
    await eventually('the end at the carrier', () => carrier.result().errors.includes('BYE sip:'))
  } finally {
    ofCarrier.close()
    ofPbx.close()
  }
  await noLiveCalls(product)
}

async function faxFallsBack(lane: TrunkLane): Promise<void> {
  const [product, outside] = [lane.product(), lane.carrier()]
  const { items } = (await product.get('/carriers?limit=100')) as {
    readonly items: readonly { readonly id: string; readonly name: string }[]
  }
  const path = `/carriers/${items.find(({ name }) => name === lane.number.number)?.id}`
  await changed(product, path, { profileChanges: { fax: 'g711' } })
  await using echo = await RtpEcho.start()
  const media = { identity: lane.identity(), mediaPort: echo.port }
  await using pbx = await tlsPbx(product, { block: '+492214710280', trunk: { product: 'extended-connect' }, ...media })
  await pbx.asked()
  const call = pbx.sip.call(lane.number.number)
  await outside.rings()
  await outside.accept()
  await talking(call)
  const invites = outside.received('INVITE').length
  assert.deepEqual(await call.changeToFax(), { kind: 'rejected', status: 488 })
  assert.equal(outside.received('INVITE').length, invites, 'the carrier is not asked')
  await hearsTone('the carrier, of the PBX that says back what it hears', outside, lane.number.tone, 600)
  assert.equal((await call.resume()).kind, 'answered', 'the PBX goes on with G.711')
  call.hangUp()
  await outside.ended()
  await noLiveCalls(product)
  const isTold = ({ step }: CallRecord['route'][number]): boolean => step === 'media-change-refused'
  await callRecord(product, 'the change that was refused', ({ route, endedAt }) => endedAt !== null && route.some(isTold))
  await changed(product, path, { profileChanges: {} })
}
