/** What is spoken with customers' PBXs: codecs, fax, early media, SRTP, IPv6. Part of customer-trunks.integration.test.ts, which brings product and carrier. */
import assert from 'node:assert/strict'
import { networkInterfaces } from 'node:os'
import { test } from 'node:test'
import type { ServerIdentity } from '@klinke/net'
import {
  Baresip,
  type ExpectedTone,
  eventually,
  expectRequest,
  expectResponse,
  hearsTone,
  KEEP,
  label,
  newRequest,
  RtpEcho,
  type RunningProduct,
  respond,
  respondToKept,
  Sipp,
  sameTransaction,
  sdp,
  sippScenario,
  TAGGED,
} from '@klinke/testbed'
import { carrierPort, created, fromOutside } from './call-settings-support.ts'
import { firstAccount, numberIn, pbxPhone, type SoldTrunk, sellTrunk } from './customer-trunks-desk.ts'
import { type CallRecord, callRecord, noLiveCalls } from './support.ts'

export interface TrunkLane {
  readonly skip: string | false
  /** Asked in each test: they are started before the first one. */
  readonly product: () => RunningProduct
  readonly carrier: () => Baresip
  /** The number of the carrier's telephone, and what it says. */
  readonly number: { readonly number: string; readonly tone: ExpectedTone }
  /** An Extended Connect trunk whose PBX registers. */
  readonly connect: () => SoldTrunk
  /** By which a PBX proves itself over TLS. */
  readonly identity: () => ServerIdentity
}

const PBX_TONE = { frequencyHz: 620, levelDbm0: -12 }
export const hasIpv6 = networkInterfaces().lo?.some(({ address }) => address === '::1')

/** Registers the tests. */
export function trunkMedia(lane: TrunkLane): void {
  const { skip } = lane
  test('TRK-08: what a carrier plays before the answer is heard at the PBX', { skip }, () => earlyMedia(lane))
  test('TRK-07: a trunk with SRTP over TLS is encrypted towards the PBX and plain towards the carrier, both ways', { skip }, () =>
    encrypted(lane),
  )
  test(
    'TRK-07: a PBX at a fixed IPv6 address telephones with a carrier over IPv4, both ways',
    {
      skip: skip === false && !hasIpv6 ? 'needs IPv6 on the loopback interface' : skip,
    },
    () => overIpv6(lane),
  )
  test(
    'TRK-08: an Extended Link trunk has neither G.729 nor T.38, in what the PBX is offered and in what it offers, and the record says so',
    {
      skip,
    },
    () => linkCodecs(lane),
  )
}

/** Says that it is there, or does that. */
export function carrierDoing(name: string, ...steps: readonly string[]): string {
  const alive = expectRequest('OPTIONS', { optional: true, next: 1 })
  return sippScenario(name, alive, ...steps, '<nop next="2"/>', label(1), respond('200 OK'), label(2))
}

/** A carrier that comes before all others, as long as it is there. */
export async function firstCarrier(product: RunningProduct, scenario: string): Promise<Sipp> {
  let id: string | undefined
  const afterwards = async (): Promise<void> => void assert.equal((await product.request('DELETE', `/carriers/${id}`)).status, 204)
  const sipp = await Sipp.start({ scenario, calls: 100, keepMessages: true, variables: { user: 'carrier' }, afterwards })
  const authentication = { kind: 'fixed-ip', addresses: ['127.0.0.1'] }
  id = await created(product, '/carriers', {
    name: `Carrier ${sipp.port}`,
    host: '127.0.0.1',
    port: sipp.port,
    priority: 0,
    authentication,
  })
  return sipp
}

async function earlyMedia(lane: TrunkLane): Promise<void> {
  const product = lane.product()
  await using echo = await RtpEcho.start()
  await using carrier = await firstCarrier(
    product,
    carrierDoing(
      'early media',
      ...[expectRequest('INVITE', { keep: KEEP }), respond('183 Session Progress', { sdp: sdp('sendrecv', 1, echo.port) })],
      ...[expectRequest('CANCEL'), respond('200 OK'), respondToKept('487 Request Terminated', { to: TAGGED }), expectRequest('ACK')],
    ),
  )
  const account = firstAccount(lane.connect())
  await using pbx = await pbxPhone(product, account, PBX_TONE)
  await pbx.dial(`sip:${lane.number.number}@${account.domain}`)
  await eventually('what the PBX says at the carrier', () => echo.heard > 0, { shown: () => carrier.result().errors })
  await hearsTone('the PBX before the answer, by the echo at the carrier', pbx, PBX_TONE, 600)
  await pbx.hangUp()
  await pbx.ended()
  await eventually('the CANCEL', () => carrier.result().errors.includes('CANCEL sip:'))
  await noLiveCalls(product)
}

async function encrypted(lane: TrunkLane): Promise<void> {
  const [product, outside] = [lane.product(), lane.carrier()]
  const number = '+492214710301'
  const trunk = await sellTrunk(product, number, { product: 'basic', transport: 'TLS', srtp: 'required' }, 1)
  const { username, password, domain } = firstAccount(trunk)
  const over = { transport: 'TLS', srtp: true, server: product.sip('TLS') } as const
  await using pbx = await Baresip.start({ ...over, username, password, domain, tone: PBX_TONE, keepsMessages: true })
  const bothHear = async (): Promise<void> => {
    await Promise.all([pbx.established(), outside.established()])
    await hearsTone('the PBX', pbx, lane.number.tone, 600)
    await hearsTone('the telephone outside', outside, PBX_TONE, 600)
  }
  await pbx.dial(`sip:${lane.number.number}@${domain}`)
  await outside.rings()
  await outside.accept()
  await bothHear()
  await pbx.hangUp()
  await Promise.all([pbx.ended(), outside.ended()])
  await outside.dial(fromOutside(product, number))
  await pbx.rings()
  await pbx.accept()
  await bothHear()
  assert.match(pbx.output, /m=audio \d+ RTP\/SAVP/)
  assert.match(pbx.output, /a=crypto:\d+ AES_CM_128_HMAC_SHA1_80 inline:/)
  assert.doesNotMatch(outside.output, /a=crypto|RTP\/SAVP/)
  await outside.hangUp()
  await Promise.all([pbx.ended(), outside.ended()])
  await noLiveCalls(product)
}

async function overIpv6(lane: TrunkLane): Promise<void> {
  const [product, outside] = [lane.product(), lane.carrier()]
  const block = '+492214710310'
  const own = numberIn(block, 4)
  const server = product.sip('UDP', '::1')
  await using pbx = await Baresip.start({ username: own, server, registers: false, tone: PBX_TONE, keepsMessages: true })
  await sellTrunk(product, block, {
    ...{ product: 'extended-connect', access: 'fixed-ip', signalling: 'sipconnect', headNumber: block },
    places: [{ host: '::1', port: pbx.port }],
  })
  await eventually('OPTIONS to the PBX', () => pbx.received('OPTIONS').length > 0)
  await pbx.dial(`sip:${lane.number.number}@[::1]:${server.port}`)
  await outside.rings()
  await outside.accept()
  await Promise.all([pbx.established(), outside.established()])
  await hearsTone('the PBX', pbx, lane.number.tone, 600)
  await hearsTone('who is called outside', outside, PBX_TONE, 600)
  await pbx.hangUp()
  await Promise.all([pbx.ended(), outside.ended()])
  await outside.dial(fromOutside(product, own))
  await pbx.rings()
  await pbx.accept()
  await Promise.all([pbx.established(), outside.established()])
  await hearsTone('the PBX', pbx, lane.number.tone, 600)
  await hearsTone('who calls', outside, PBX_TONE, 600)
  assert.match(pbx.received('INVITE').at(-1) ?? '', /^INVITE sip:\+492214710314@\[::1\]:/)
  await outside.hangUp()
  await Promise.all([pbx.ended(), outside.ended()])
  await noLiveCalls(product)
}

/** G.729 first, then G.711, and T.38 beside it. */
const RICH = `${sdp().replace('RTP/AVP 8 0', 'RTP/AVP 18 8 0').replace('a=rtpmap:8', 'a=rtpmap:18 G729/8000\na=rtpmap:8')}m=image 9 udptl t38
a=T38FaxVersion:0
`
const G729_ALONE = sdp()
  .replace('RTP/AVP 8 0', 'RTP/AVP 18')
  .replace(/a=rtpmap:8.*\n.*\n/, 'a=rtpmap:18 G729/8000\n')
/** In a description; of T.38 what is not refused. */
const NOT_OF_LINK = 'G729|RTP/AVP[0-9 ]* 18|m=image [1-9]'

async function linkCodecs(lane: TrunkLane): Promise<void> {
  const product = lane.product()
  const block = '+492214710320'
  const [own, called] = [numberIn(block, 1), numberIn(block, 2)]
  const variables = { user: own, peer: lane.number.number, domain: '127.0.0.1' }
  const OPTIONS = sippScenario('alive', expectRequest('OPTIONS'), respond('200 OK'))
  await using alive = await Sipp.start({ scenario: OPTIONS, variables })
  const { port: localPort } = alive
  const places = [{ host: '127.0.0.1', port: localPort }]
  const sold = { product: 'extended-link', signalling: 'sipconnect', transport: 'UDP', headNumber: block, places }
  const { id } = await sellTrunk(product, block, sold)
  await alive.succeeded(20_000)
  const BUSY = [expectRequest('INVITE', { contains: 'm=audio', lacks: NOT_OF_LINK }), respond('486 Busy Here'), expectRequest('ACK')]
  const refusedWith = (status: number, offer: string): string =>
    sippScenario(
      `refused with ${status}`,
      newRequest('INVITE', `sip:[peer]@127.0.0.1:${product.sip().port}`, 1, { sdp: offer }),
      expectResponse(100, { optional: true }),
      expectResponse(status),
      sameTransaction('ACK', 1, `sip:[peer]@127.0.0.1:${product.sip().port}`),
    )
  {
    await using _carrier = await firstCarrier(product, carrierDoing('busy', ...BUSY))
    await using calls = await Sipp.start({ scenario: refusedWith(486, RICH), remote: product.sip(), localPort, variables })
    await calls.succeeded(20_000)
  }
  {
    await using calls = await Sipp.start({ scenario: refusedWith(488, G729_ALONE), remote: product.sip(), localPort, variables })
    await calls.succeeded(20_000)
  }
  {
    await using pbx = await Sipp.start({ scenario: sippScenario('busy', ...BUSY), localPort, variables })
    const network = { remote: product.sip(), localPort: await carrierPort(product), scenario: refusedWith(486, RICH) }
    await using carrier = await Sipp.start({ ...network, variables: { user: '+493023125099', peer: called, domain: '127.0.0.1' } })
    await carrier.succeeded(20_000)
    await pbx.succeeded(20_000)
  }
  const says = ({ route }: CallRecord, what: string): boolean => route.some(({ step, detail }) => step === 'trunk-media' && detail === what)
  await callRecord(product, 'the call out', (record) => says(record, 'G729, T38 of the PBX'))
  await callRecord(product, 'the call in', (record) => says(record, 'G729, T38 to the PBX'))
  assert.equal((await product.request('PATCH', `/customer-trunks/${id}`, { active: false })).status, 200)
}
