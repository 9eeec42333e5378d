/** A Microsoft server on an Extended Link trunk, over TLS: part of customer-trunks.integration.test.ts, which brings product and carrier. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ServerIdentity } from '@klinke/net'
import { systemClock } from '@klinke/platform'
import { type Baresip, type ExpectedTone, eventually, hearsTone, RtpEcho, type RunningProduct } from '@klinke/testbed'
import { fromOutside } from './call-settings-support.ts'
import { noLiveCalls, phone, TONES, talking } from './support.ts'
import { tlsPbx } from './tls-pbx.ts'

interface Lane {
  readonly skip: string | false
  /** Asked in each test: they are started before the first one. */
  readonly product: () => RunningProduct
  readonly carrier: () => Baresip
  /** The number of the carrier's telephone, and what it says. */
  readonly number: { readonly number: string; readonly tone: ExpectedTone }
  /** What the server proves itself by; the product trusts the first, and nobody vouches for the second. */
  readonly identities: () => readonly [ServerIdentity, ServerIdentity]
}

/** What such a server leaves between the 202 to its REFER and its BYE. */
const GONE_AFTER_MS = 280
/** Of a server that gets no call. */
const NO_MEDIA = 9

/** Registers the tests. */
export function microsoftTrunk(lane: Lane): void {
  const { skip } = lane
  test(
    'TRK-01: a Microsoft server is asked by OPTIONS, then called, over TLS and by a name that our certificate has, without Replaces',
    {
      skip,
    },
    () => bothWays(lane),
  )
  test('TRK-01: a Microsoft server that transfers and is gone 280 ms after the 202 leaves two who talk', { skip }, () => transferred(lane))
  test('TRK-07: a Microsoft server whose certificate nobody vouches for is sent nothing', { skip }, () => strangers(lane))
}

const LINK = { product: 'extended-link' }

async function bothWays(lane: Lane): Promise<void> {
  const [product, outside] = [lane.product(), lane.carrier()]
  const { domain, tls } = product.demo.sip
  await using echo = await RtpEcho.start()
  const [identity] = lane.identities()
  await using server = await tlsPbx(product, { identity, block: '+492214710240', trunk: LINK, mediaPort: echo.port })
  const options = await server.asked()
  assert.match(options, /^OPTIONS sip:127\.0\.0\.1:\d+;transport=tls /)
  await outside.dial(fromOutside(product, '+492214710243'))
  await outside.established()
  await hearsTone('who calls', outside, lane.number.tone, 600)
  const invite = server.host.received.find((message) => message.startsWith('INVITE ')) ?? ''
  for (const message of [options, invite]) {
    assert.match(message, new RegExp(`^Via: SIP/2\\.0/TLS ${domain}:${tls};`, 'm'))
    assert.match(message, new RegExp(`^Contact: <sip:[^>]*@${domain}:${tls};transport=tls>`, 'm'))
  }
  assert.match(invite, /^INVITE sip:\+492214710243@127\.0\.0\.1:\d+;transport=tls /)
  assert.doesNotMatch(invite, /replaces/i)
  await outside.hangUp()
  await outside.ended()
  const out = server.sip.call(lane.number.number)
  await outside.rings()
  await outside.accept()
  await Promise.all([talking(out), outside.established()])
  await hearsTone('who is called', outside, lane.number.tone, 600)
  assert.match(outside.received('INVITE').at(-1) ?? '', /P-Asserted-Identity: <sip:\+492214710241@/)
  out.hangUp()
  await outside.ended()
  await noLiveCalls(product)
}

async function transferred(lane: Lane): Promise<void> {
  const [product, outside] = [lane.product(), lane.carrier()]
  const [, beasNumber = ''] = product.demo.numbers
  await using bea = await phone(product, '11', { tone: TONES.bea })
  await using echo = await RtpEcho.start()
  const [identity] = lane.identities()
  await using server = await tlsPbx(product, { identity, block: '+492214710250', trunk: LINK, mediaPort: echo.port })
  await server.asked()
  await outside.dial(fromOutside(product, '+492214710255'))
  await outside.established()
  const call = await eventually('the call at the server', () => server.sip.calls[0])
  await talking(call)
  const clock = systemClock()
  void call.transfer(`sip:${beasNumber}@${product.demo.sip.domain}`, () => void clock.after(GONE_AFTER_MS, () => call.hangUp()))
  await bea.rings()
  assert.deepEqual(await call.over, { kind: 'ended', by: 'local' })
  await bea.accept()
  await bea.established()
  await hearsTone('who was transferred', outside, TONES.bea, 600)
  await hearsTone('whom the server has named', bea, lane.number.tone, 600)
  await bea.hangUp()
  await Promise.all([bea.ended(), outside.ended()])
  await noLiveCalls(product)
}

interface StateOfTrunk {
  readonly places: readonly { readonly lastError: string | null }[]
}

async function strangers(lane: Lane): Promise<void> {
  const product = lane.product()
  const [, identity] = lane.identities()
  await using server = await tlsPbx(product, { identity, block: '+492214710260', trunk: LINK, mediaPort: NO_MEDIA })
  const state = async (): Promise<StateOfTrunk> => (await product.get(`/customer-trunks/${server.trunkId}/state`)) as StateOfTrunk
  const why = await eventually('the reason', async () => (await state()).places[0]?.lastError ?? undefined, { shown: state })
  assert.match(why, /certificate/)
  assert.deepEqual(server.host.received, [])
}
