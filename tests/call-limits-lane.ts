/** Channels and call rate, from telephones to the carrier: part of carrier-side.integration.test.ts, which brings product and carrier. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  authenticatedInvite,
  Baresip,
  EventListener,
  type ExpectedTone,
  eventually,
  expectResponse,
  hearsRecording,
  hearsTone,
  label,
  type RunningProduct,
  sameTransaction,
  sdp,
  sippScenario,
} from '@klinke/testbed'
import { changed, created, extensionOf, fromOutside, prompt, subscriberOutside, talk } from './call-settings-support.ts'
import { ENGLISH_ADMINISTRATOR, germanAdministrator, mailTo, type Taken } from './mails.ts'
import { type CallRecord, callRecord, dialled, noLiveCalls, phone, sippCaller, TONES } from './support.ts'

interface Lane {
  readonly skip: string | false
  /** Asked in each test: they are started before the first one. */
  readonly product: () => RunningProduct
  /** The telephone that is a carrier, the first to be asked. */
  readonly carrier: () => Baresip
  /** Its number, and what it says. */
  readonly number: { readonly number: string; readonly tone: ExpectedTone }
  readonly mail: () => Taken
}

/** What the simulated control centre plays. */
const CONTROL_CENTRE = { frequencyHz: 1020, levelDbm0: -10 }
/** Of the announcement, which takes about four seconds after the tone of the network. */
const HEARD_MS = 1_500
const STRANGER = { number: '+493023125778', tone: { frequencyHz: 700, levelDbm0: -14 }, priority: 900 } as const

/** Registers the tests. */
export function callLimits(lane: Lane): void {
  const { skip } = lane
  test('TRK-06: who dials out and who calls from outside hear before the answer that all channels are in use', { skip }, () =>
    announced(lane),
  )
  test('EMG-01: a call for help ends the call that has the only channel, and is heard', { skip }, () => preempted(lane))
  test('TRK-12, EMG-01: a carrier that has no channel left is passed by, gives one up for 112, and the operator is told', { skip }, () =>
    carrierFull(lane),
  )
  test(
    'TRK-04: a hundred INVITEs a second of one customer are paced and refused with Retry-After, and another customer telephones',
    {
      skip,
    },
    () => flooded(lane),
  )
}

async function admits(product: RunningProduct, admission: object): Promise<void> {
  const { tenantId } = await extensionOf(product, '10')
  await changed(product, `/tenants/${tenantId}`, { profile: { admission } })
}

/** What a customer uses now. */
async function usage(product: RunningProduct): Promise<{
  readonly channels: { readonly in: number; readonly out: number; readonly percent: number | null }
  readonly warnings: readonly { readonly kind: string; readonly text: { readonly de: string } }[]
}> {
  const { tenantId } = await extensionOf(product, '10')
  const { items } = (await product.get(`/channel-usage?tenantId=${tenantId}`)) as {
    readonly items: readonly Awaited<ReturnType<typeof usage>>[]
  }
  const [own] = items
  assert.ok(own)
  return own
}

async function announced(lane: Lane): Promise<void> {
  const [product, outside] = [lane.product(), lane.carrier()]
  const [, ofBea = ''] = product.demo.numbers
  await admits(product, { channels: { both: 1 } })
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await using bea = await phone(product, '11', { tone: TONES.bea, keepsMessages: true })
  await using stranger = await subscriberOutside(product, STRANGER)
  await anna.dial(dialled(product, lane.number.number))
  await outside.rings()
  await outside.accept()
  await anna.established()
  assert.deepEqual((await usage(product)).channels, { in: 0, out: 1, limits: { both: 1, in: null, out: null }, percent: 100 })
  const [warning] = (await usage(product)).warnings
  assert.equal(warning?.text.de, '1 von 1 Kanälen sind belegt (Vertrag „Muster GmbH“).')
  await mailTo(lane.mail(), product, germanAdministrator(product), '1 von 1 Kanälen sind belegt (Vertrag „Muster GmbH“).')
  await mailTo(lane.mail(), product, ENGLISH_ADMINISTRATOR, '1 of 1 channels are in use (contract “Muster GmbH”).')
  const before = outside.received('INVITE').length
  await bea.dial(dialled(product, lane.number.number))
  await hearsRecording('who dials out', bea, prompt('channels-in-use'), HEARD_MS)
  assert.match(await bea.ended(), /486/)
  assert.equal(outside.received('INVITE').length, before)
  await stranger.dial(fromOutside(product, ofBea))
  await hearsRecording('who calls from outside', stranger, prompt('channels-in-use'), HEARD_MS)
  assert.match(await stranger.ended(), /486/)
  assert.deepEqual(bea.received('INVITE'), [])
  const call = await callRecord(product, 'the refused call in', ({ direction, cause }) => direction === 'inbound' && cause === 'congestion')
  assert.equal(call.answeredAt, null)
  const { diagnosis } = (await product.get(`/call-records/${call.id}/explanation`)) as { readonly diagnosis: { readonly code: string } }
  assert.equal(diagnosis.code, 'channels-in-use')
  await anna.hangUp()
  await Promise.all([anna.ended(), outside.ended()])
  await noLiveCalls(product)
  assert.deepEqual((await usage(product)).channels.out, 0)
  await bea.dial(dialled(product, lane.number.number))
  await talk(product, bea, outside, lane.number.tone, TONES.bea)
  await admits(product, {})
}

async function preempted(lane: Lane): Promise<void> {
  const [product, outside] = [lane.product(), lane.carrier()]
  await admits(product, { channels: { both: 1 } })
  await using anna = await phone(product, '10', { tone: TONES.anna, keepsMessages: true })
  await using bea = await phone(product, '11', { tone: TONES.bea })
  await anna.dial(dialled(product, lane.number.number))
  await outside.rings()
  await outside.accept()
  await Promise.all([anna.established(), outside.established()])
  await bea.dial(dialled(product, '112'))
  await Promise.all([anna.ended(), outside.ended()])
  for (const party of [anna, outside]) {
    assert.match(party.received('BYE').at(-1) ?? '', /Reason: preemption;cause=5;text="Network Preemption"/)
  }
  await bea.established()
  await hearsTone('who calls for help', bea, CONTROL_CENTRE, 600)
  await bea.hangUp()
  await bea.ended()
  await noLiveCalls(product)
  const record = await callRecord(product, 'the ended call', ({ cause }) => cause === 'preempted')
  assert.equal(record.caller.number, '10')
  await admits(product, {})
}

interface CarrierState {
  readonly name: string
  readonly channels: { readonly in: number; readonly out: number; readonly limit: number | null }
}

async function carrierFull(lane: Lane): Promise<void> {
  const [product, outside] = [lane.product(), lane.carrier()]
  const { items } = (await product.get('/carriers?limit=100')) as {
    readonly items: readonly { readonly id: string; readonly name: string }[]
  }
  const path = `/carriers/${items.find(({ name }) => name === lane.number.number)?.id}`
  const inUse = async (): Promise<CarrierState['channels'] | undefined> => {
    const states = (await product.get('/carrier-states')) as { readonly items: readonly CarrierState[] }
    return states.items.find(({ name }) => name === lane.number.number)?.channels
  }
  const { url, key } = product.demo.api
  await using events = await EventListener.open(url, 'topics=calls', { authorization: `Bearer ${key}` })
  await changed(product, path, { channels: 1 })
  await using anna = await phone(product, '10', { tone: TONES.anna, keepsMessages: true })
  await using bea = await phone(product, '11', { tone: TONES.bea })
  await anna.dial(dialled(product, lane.number.number))
  await outside.rings()
  await outside.accept()
  await Promise.all([anna.established(), outside.established()])
  assert.deepEqual(await inUse(), { in: 0, out: 1, limit: 1 })
  await eventually('the news', () => events.heard.some((heard) => heard.kind === 'event' && heard.type === 'carrier.channels'))
  const before = outside.received('INVITE').length
  await bea.dial(dialled(product, product.demo.network.tone))
  await bea.established()
  await hearsTone('who is led over the next carrier', bea, CONTROL_CENTRE, 600)
  await bea.hangUp()
  await bea.ended()
  assert.equal(outside.received('INVITE').length, before)
  const passed = (step: CallRecord['route'][number]): boolean => step.step === 'carrier-full' && step.detail === `${lane.number.number}: 1`
  await callRecord(product, 'the call over the next carrier', ({ route, answeredAt }) => answeredAt !== null && route.some(passed))
  await bea.dial(dialled(product, '112'))
  await Promise.all([anna.ended(), outside.ended()])
  assert.match(anna.received('BYE').at(-1) ?? '', /Reason: preemption;cause=5;text="Network Preemption"/)
  await bea.established()
  await hearsTone('who calls for help', bea, CONTROL_CENTRE, 600)
  await bea.hangUp()
  await bea.ended()
  await noLiveCalls(product)
  assert.deepEqual(await inUse(), { in: 0, out: 0, limit: 1 })
  await changed(product, path, { channels: null })
}

const FLOOD = { calls: 200, perSecond: 100 } as const
/** Calls a number that the carrier does not know: an answer is 404, or 503 with the time to try again. */
const FLOODING = sippScenario(
  'flood',
  authenticatedInvite({ sdp: sdp() }),
  expectResponse(183, { optional: true }),
  expectResponse(404, { optional: true, next: 1 }),
  expectResponse(503, { contains: 'Retry-After: [0-9]+' }),
  label(1),
  sameTransaction('ACK', 2),
)
const OTHER = { domain: 'nachbar.example', number: '+493023125060' } as const

/** A phone of another customer. */
async function otherPhone(product: RunningProduct): Promise<Baresip> {
  const tenantId = await created(product, '/tenants', {
    name: 'Nachbar GmbH',
    sipDomain: OTHER.domain,
    areaCode: '30',
    profile: { requireValidSite: false },
  })
  assert.equal((await product.request('POST', '/numbers', { tenantId, first: OTHER.number })).status, 201)
  const response = await product.request('POST', '/extensions', { tenantId, number: '10', name: 'Nina', outgoingNumber: OTHER.number })
  const { sipUsername: username, sipPassword: password } = (await response.json()) as Record<'sipUsername' | 'sipPassword', string>
  return Baresip.start({ username, password, domain: OTHER.domain, server: product.sip(), tone: STRANGER.tone })
}

async function flooded(lane: Lane): Promise<void> {
  const [product, outside] = [lane.product(), lane.carrier()]
  await admits(product, { callRate: { rule: 'fixed', callsPerSecond: 1, maxWaiting: 2 } })
  await using nina = await otherPhone(product)
  const before = outside.received('INVITE').length
  await using flood = await sippCaller(product, {
    ...{ extension: '14', peer: '+493023125779', scenario: FLOODING },
    ...{ calls: FLOOD.calls, callsPerSecond: FLOOD.perSecond },
  })
  await nina.dial(`sip:${lane.number.number}@${OTHER.domain}`)
  await talk(product, nina, outside, lane.number.tone, STRANGER.tone)
  assert.equal((await flood.succeeded(40_000)).successfulCalls, FLOOD.calls)
  // One at once, two that wait, and one a second as long as the flood lasts.
  const reached = outside.received('INVITE').length - before - 1
  assert.ok(reached >= 3 && reached <= 12, `${reached} calls of the flood have reached the carrier`)
  await eventually('the warning', async () =>
    (await usage(product)).warnings.some(({ kind }) => kind === 'call-rate' || kind === 'answer-ratio'),
  )
  await noLiveCalls(product)
  await admits(product, {})
}
