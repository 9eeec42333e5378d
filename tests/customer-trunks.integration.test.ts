/** Customers with an own PBX on a SIP trunk: what the PBX and what the carrier see, with programs on both sides that are not ours. */
import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { after, afterEach, before, test } from 'node:test'
import type { ServerIdentity } from '@klinke/net'
import { testMailServer } from '@klinke/platform/test-support'
import {
  answerCalls,
  authenticatedInvite,
  Baresip,
  eventually,
  expectRequest,
  expectResponse,
  hearsTone,
  missingPeers,
  newRequest,
  pause,
  RunningProduct,
  requestInDialog,
  respond,
  Sipp,
  sdp,
  sippScenario,
  TemporaryFolder,
} from '@klinke/testbed'
import { changed, extensionOf, fromOutside, subscriberOutside } from './call-settings-support.ts'
import { connectedNumbers } from './connected-numbers-lane.ts'
import { firstAccount, numberIn, pbxCalled, pbxCalls, pbxPhone, type SoldTrunk, sellTrunk } from './customer-trunks-desk.ts'
import { microsoftTrunk } from './microsoft-trunk-lane.ts'
import { outages } from './outage-lane.ts'
import { CALL } from './scenarios.ts'
import { type CallRecord, callRecord, noLiveCalls, phone, root, TONES } from './support.ts'
import { pbxIdentity } from './tls-pbx.ts'
import { trunkFax } from './trunk-fax-lane.ts'
import { hasIpv6, trunkMedia } from './trunk-media-lane.ts'

const skip = missingPeers('baresip', 'sipp')
const OUTSIDE = { number: '+493023125777', tone: { frequencyHz: 1400, levelDbm0: -14 } } as const
const PBX_TONE = { frequencyHz: 620, levelDbm0: -12 }
/** Blocks of the trunks, by product. */
const EXTENDED = '+492214710200'
const CONNECT = '+492214710210'
const LINK = '+492214710220'
const FIXED = '+492214710230'
const BASIC = '+492214710300'

const folder = new TemporaryFolder('trunks')
/** By the first of them a PBX proves itself over TLS. */
let identities: readonly [ServerIdentity, ServerIdentity]
let mail: Awaited<ReturnType<typeof testMailServer>>
let product: RunningProduct
let outside: Baresip
let extended: SoldTrunk
let connect: SoldTrunk
let basic: SoldTrunk

before(async () => {
  identities = [await pbxIdentity(), await pbxIdentity()]
  writeFileSync(folder.file('trusted.pem'), identities[0].certificate)
  mail = await testMailServer()
  const bound = hasIpv6 ? { KLINKE_BIND_ADDRESSES: '127.0.0.1,::1' } : {}
  product = await RunningProduct.start({
    root,
    environment: { NODE_EXTRA_CA_CERTS: folder.file('trusted.pem'), KLINKE_SMTP_URL: mail.url, ...bound },
  })
  outside = await subscriberOutside(product, { ...OUTSIDE, priority: 1 })
  extended = await sellTrunk(product, EXTENDED, { product: 'extended', headNumber: EXTENDED })
  connect = await sellTrunk(product, CONNECT, { product: 'extended-connect', signalling: 'sipconnect', headNumber: CONNECT })
  basic = await sellTrunk(product, BASIC, { product: 'basic' }, 1)
})
after(async () => {
  await outside?.[Symbol.asyncDispose]()
  await product?.[Symbol.asyncDispose]()
  folder[Symbol.dispose]()
  await mail?.[Symbol.asyncDispose]()
})
afterEach(() => outside.forget())

/** The last INVITE that the carrier got. */
function invite(): string {
  return outside.received('INVITE').at(-1) ?? ''
}

async function answersOutside(): Promise<void> {
  await outside.rings()
  await outside.accept()
}

for (const [form, dialled] of [
  ['E.164', OUTSIDE.number],
  ['international', '00493023125777'],
  ['national', '03023125777'],
] as const) {
  test(`TRK-07, NUM-04: an Extended trunk proves itself on the call and dials in ${form} form; the carrier gets the head number`, {
    skip,
  }, async () => {
    await using pbx = await pbxCalls(product, { account: firstAccount(extended), peer: dialled, scenario: CALL })
    await answersOutside()
    await pbx.succeeded(30_000)
    await outside.ended()
    assert.match(invite(), new RegExp(`^INVITE sip:\\${OUTSIDE.number}@`))
    assert.match(invite(), new RegExp(`P-Asserted-Identity: <sip:\\${EXTENDED}@`))
    await noLiveCalls(product)
  })
}

test('CLI-03: a PBX shows its own number; one that it forges reaches no carrier, in From or P-Asserted-Identity', { skip }, async () => {
  const own = numberIn(EXTENDED, 5)
  const forged = CALL.replaceAll('Max-Forwards: 70', 'Max-Forwards: 70\nP-Asserted-Identity: <sip:+493099999999@[domain]>')
  for (const [from, scenario, shown] of [
    [own, CALL, own],
    ['+493099999999', forged, EXTENDED],
  ] as const) {
    await using pbx = await pbxCalls(product, { account: firstAccount(extended), from, peer: OUTSIDE.number, scenario })
    await answersOutside()
    await pbx.succeeded(30_000)
    await outside.ended()
    assert.match(invite(), new RegExp(`From: <sip:\\${shown}@`))
    assert.match(invite(), new RegExp(`P-Asserted-Identity: <sip:\\${shown}@`))
    assert.doesNotMatch(invite(), /99999999/)
  }
  const isTold = ({ step, detail }: CallRecord['route'][number]): boolean =>
    step === 'trunk-call' && detail?.includes("+493099999999 is not the customer's") === true
  await callRecord(product, 'the forged call', ({ route, endedAt }) => endedAt !== null && route.some(isTold))
})

test('TRK-07: an Extended trunk is called by its DDI number in Request-URI and To, and is never asked, told or transferred', {
  skip,
}, async () => {
  const ddi = numberIn(EXTENDED, 7)
  const scenario = answerCalls({ contains: `INVITE sip:.${ddi.slice(1)}@.*To: .sip:.${ddi.slice(1)}@` })
  await using pbx = await pbxCalled(product, { account: firstAccount(extended), scenario })
  await outside.dial(fromOutside(product, ddi))
  await outside.established()
  await outside.hangUp()
  await pbx.succeeded(30_000)
})

test('NUM-05: digits dialled on behind a number of the block reach the PBX', { skip }, async () => {
  const ddi = `${numberIn(EXTENDED, 3)}42`
  await using pbx = await pbxCalled(product, {
    account: firstAccount(extended),
    scenario: answerCalls({ contains: `INVITE sip:.${ddi.slice(1)}@` }),
  })
  await outside.dial(fromOutside(product, ddi))
  await outside.established()
  await outside.hangUp()
  await pbx.succeeded(30_000)
})

test('NUM-05: where the operator forbids it nobody is reached by digits behind a number of the block; such calls are counted all the same', {
  skip,
}, async () => {
  const path = `/number-ranges/${EXTENDED}`
  const counted = async (): Promise<number> => ((await product.get(path)) as { readonly beyondCalls: number }).beyondCalls
  const before = await counted()
  await changed(product, path, { digitsBeyond: 'forbidden' })
  await outside.dial(fromOutside(product, `${numberIn(EXTENDED, 3)}42`))
  assert.match(await outside.ended(), /404/)
  const isTold = ({ step }: CallRecord['route'][number]): boolean => step === 'number-beyond-refused'
  await callRecord(product, 'the call beyond', ({ route, endedAt }) => endedAt !== null && route.some(isTold))
  await eventually('the count', async () => (await counted()) > before)
  await changed(product, path, { digitsBeyond: 'allowed' })
})

test('EMG-01: 110 through a trunk reaches the control centre under the number of the site, over the next carrier when the first refuses', {
  skip,
}, async () => {
  await using pbx = await pbxPhone(product, firstAccount(connect), PBX_TONE)
  await pbx.dial(`sip:110@${firstAccount(connect).domain}`)
  await pbx.established()
  await hearsTone('who calls for help', pbx, { frequencyHz: 1020, levelDbm0: -10 }, 600)
  await pbx.hangUp()
  await pbx.ended()
  const record = await callRecord(product, 'the emergency call', ({ emergency, endedAt }) => emergency && endedAt !== null)
  assert.ok(record.route.some(({ step, detail }) => step === 'emergency-site' && detail?.includes('Hauptstandort')))
  const invite = outside.received('INVITE').findLast((message) => message.includes('INVITE sip:110@')) ?? ''
  const [, shown = ''] = /P-Asserted-Identity: <sip:(\+492214710\d+)@/.exec(invite) ?? []
  // The number of the site leads to a phone of the customer: the PBX that called for help is rung all the same, by its own number, which this one does not know.
  await outside.dial(fromOutside(product, shown))
  const rung = await eventually('the call back', () => pbx.received('INVITE').at(-1), { shown: () => pbx.output })
  assert.match(rung, new RegExp(`^INVITE sip:\\${CONNECT}@[^]*^Priority: psap-callback`, 'm'))
  await outside.ended()
})

test('baresip at a fixed address of an Extended Connect trunk, both ways: both hear each other', { skip }, async () => {
  const own = numberIn(FIXED, 4)
  await using pbx = await Baresip.start({ username: own, tone: PBX_TONE, keepsMessages: true })
  await sellTrunk(product, FIXED, {
    ...{ product: 'extended-connect', access: 'fixed-ip', signalling: 'sipconnect', headNumber: FIXED },
    places: [{ host: '127.0.0.1', port: pbx.port }],
  })
  await eventually('OPTIONS to the PBX', () => pbx.received('OPTIONS').length > 0)
  await pbx.dial(fromOutside(product, OUTSIDE.number))
  await answersOutside()
  await Promise.all([pbx.established(), outside.established()])
  await hearsTone('the PBX', pbx, OUTSIDE.tone, 600)
  await hearsTone('who is called outside', outside, PBX_TONE, 600)
  await pbx.hangUp()
  await Promise.all([pbx.ended(), outside.ended()])
  assert.match(invite(), new RegExp(`P-Asserted-Identity: <sip:\\${own}@`))
  await outside.dial(fromOutside(product, own))
  assert.match(await pbx.rings(), /\+493023125777/)
  await pbx.accept()
  await Promise.all([pbx.established(), outside.established()])
  await hearsTone('the PBX', pbx, OUTSIDE.tone, 600)
  await hearsTone('who calls from outside', outside, PBX_TONE, 600)
  await outside.hangUp()
  await Promise.all([pbx.ended(), outside.ended()])
  await noLiveCalls(product)
})

test('TRK-01: a Basic trunk is one device: it is called by the contact that it has registered', { skip }, async () => {
  const account = firstAccount(basic)
  await using device = await pbxPhone(product, account, PBX_TONE)
  await outside.dial(fromOutside(product, BASIC))
  await device.rings()
  await device.accept()
  await Promise.all([device.established(), outside.established()])
  await hearsTone('who calls from outside', outside, PBX_TONE, 600)
  await outside.hangUp()
  await Promise.all([device.ended(), outside.ended()])
  assert.match(device.received('INVITE').at(-1) ?? '', new RegExp(`^INVITE sip:${account.username}-\\w+@[^]*To: <sip:\\${BASIC}@`))
})

test('BCP-03: an Extended Link trunk is asked by OPTIONS at both addresses, known by them without a password, and called at the second when the first is silent', {
  skip,
}, async () => {
  const variables = { user: numberIn(LINK, 1), peer: OUTSIDE.number, domain: '127.0.0.1' }
  const OPTIONS = sippScenario('alive', expectRequest('OPTIONS'), respond('200 OK'))
  await using primary = await Sipp.start({ scenario: OPTIONS, calls: 10_000, variables })
  await using secondary = await Sipp.start({ scenario: OPTIONS, calls: 10_000, variables })
  const places = [primary, secondary].map(({ port }) => ({ host: '127.0.0.1', port }))
  const { id } = await sellTrunk(product, LINK, {
    ...{ product: 'extended-link', signalling: 'sipconnect', transport: 'UDP', headNumber: LINK, places },
  })
  await eventually('OPTIONS at both addresses', () => [primary, secondary].every((sipp) => sipp.result().successfulCalls > 0))
  const uri = `sip:${OUTSIDE.number}@127.0.0.1:${product.sip().port}`
  const outwards = sippScenario(
    'call without a password',
    newRequest('INVITE', uri, 1, { sdp: sdp() }),
    expectResponse(100, { optional: true }),
    expectResponse(180, { optional: true }),
    expectResponse(200, { beginsDialog: true }),
    requestInDialog('ACK', 1),
    requestInDialog('BYE', 2),
    expectResponse(200),
  )
  const { port } = secondary
  await Promise.all([primary.stop(), secondary.stop()])
  await using calling = await Sipp.start({ scenario: outwards, remote: product.sip(), localPort: port, variables })
  await answersOutside()
  await calling.succeeded(30_000)
  await outside.ended()
  assert.match(invite(), new RegExp(`P-Asserted-Identity: <sip:\\${numberIn(LINK, 1)}@`))
  const ddi = numberIn(LINK, 2)
  await using _called = await Sipp.start({
    scenario: answerCalls({ contains: `INVITE sip:.${ddi.slice(1)}@127.0.0.1:${port}` }),
    localPort: port,
    variables,
  })
  await outside.dial(fromOutside(product, ddi))
  await outside.established()
  await outside.hangUp()
  await outside.ended()
  assert.equal((await product.request('PATCH', `/customer-trunks/${id}`, { active: false })).status, 200)
})

test('a PBX that answers 200 without SDP: the caller is told at once, and the PBX gets ACK and BYE', { skip }, async () => {
  const scenario = sippScenario(
    'no SDP',
    expectRequest('INVITE'),
    respond('200 OK'),
    expectRequest('ACK'),
    expectRequest('BYE'),
    respond('200 OK'),
  )
  await using pbx = await pbxCalled(product, { account: firstAccount(extended), scenario })
  await outside.dial(fromOutside(product, EXTENDED))
  assert.match(await outside.ended(), /488|500|480/)
  await pbx.succeeded(30_000)
})

/** A PBX that calls outside, talks, and sends the other party on by REFER. */
function referring(to: string, ...afterwards: readonly string[]): string {
  return sippScenario(
    'transfer',
    authenticatedInvite({ sdp: sdp() }),
    expectResponse(180, { optional: true }),
    expectResponse(200, { beginsDialog: true }),
    requestInDialog('ACK', 2),
    pause(300),
    requestInDialog('REFER', 3, { headers: [`Refer-To: <sip:${to}@[domain]>`, 'Referred-By: <sip:[user]@[domain]>'] }),
    ...afterwards,
  )
}

test('TRK-01: a PBX transfers by REFER and is gone 280 ms after the 202, as Microsoft servers are: both others talk', {
  skip,
}, async () => {
  const [, beasNumber = ''] = product.demo.numbers
  await using bea = await phone(product, '11', { tone: TONES.bea })
  const gone = [
    expectResponse(202),
    pause(280),
    requestInDialog('BYE', 4),
    expectRequest('NOTIFY', { optional: true }),
    expectResponse(200),
  ]
  await using pbx = await pbxCalls(product, {
    ...{ account: firstAccount(connect), from: CONNECT, peer: OUTSIDE.number, scenario: referring(beasNumber, ...gone) },
  })
  await answersOutside()
  await bea.rings()
  await bea.accept()
  await Promise.all([bea.established(), outside.established()])
  await hearsTone('who was transferred', outside, TONES.bea, 600)
  await hearsTone('whom the PBX has named', bea, OUTSIDE.tone, 600)
  await bea.hangUp()
  await Promise.all([bea.ended(), outside.ended()])
  await pbx.finished(20_000)
  await noLiveCalls(product)
})

test('TRK-07: on a SIP-DDI trunk a REFER is refused, and the call goes on', { skip }, async () => {
  const [, beasNumber = ''] = product.demo.numbers
  const afterwards = [expectResponse(603), pause(200), requestInDialog('BYE', 4), expectResponse(200)]
  await using pbx = await pbxCalls(product, {
    ...{ account: firstAccount(extended), peer: OUTSIDE.number, scenario: referring(beasNumber, ...afterwards) },
  })
  await answersOutside()
  await pbx.succeeded(30_000)
  await outside.ended()
})

test('a PBX sends a call on by 302: within the rules it goes there, and never to a number that is barred', { skip }, async () => {
  const [, beasNumber = ''] = product.demo.numbers
  const redirects = (to: string): string => {
    const moved = respond('302 Moved Temporarily').replace(/Contact: .*/, `Contact: <sip:${to}@127.0.0.1>`)
    return sippScenario('redirect', expectRequest('INVITE'), moved, expectRequest('ACK'))
  }
  await using bea = await phone(product, '11', { tone: TONES.bea })
  {
    await using pbx = await pbxCalled(product, { account: firstAccount(connect), scenario: redirects(beasNumber) })
    await outside.dial(fromOutside(product, numberIn(CONNECT, 8)))
    await bea.rings()
    await bea.accept()
    await Promise.all([bea.established(), outside.established()])
    await hearsTone('who called the PBX', outside, TONES.bea, 600)
    await outside.hangUp()
    await Promise.all([bea.ended(), outside.ended()])
    await pbx.succeeded(20_000)
  }
  for (const to of ['+499001123456', '110']) {
    await using pbx = await pbxCalled(product, { account: firstAccount(connect), scenario: redirects(to) })
    await outside.dial(fromOutside(product, numberIn(CONNECT, 8)))
    assert.match(await outside.ended(), /403/)
    await pbx.succeeded(20_000)
  }
  await noLiveCalls(product)
  const isRefused = ({ step, detail }: CallRecord['route'][number]): boolean =>
    step === 'trunk-redirected' && detail === 'refused: emergency'
  await callRecord(product, 'the call to 110', ({ route, endedAt }) => endedAt !== null && route.some(isRefused))
  assert.ok(!outside.received('INVITE').some((message) => message.includes('9001123456')))
})

interface TrunkStateView {
  readonly reachable: boolean
  readonly contacts: readonly { readonly contact: string; readonly transport: string }[]
  readonly callsNow: number
}

test('BCP-01: calls to a PBX that is not registered go to a number outside, and to the PBX again as soon as it is back, unless they are switched', {
  skip,
}, async () => {
  const { id } = extended
  const { tenantId } = await extensionOf(product, '10')
  const state = async (): Promise<TrunkStateView> => (await product.get(`/customer-trunks/${id}/state`)) as TrunkStateView
  const set = async (mode: string, number: string): Promise<number> => {
    const wanted = { mode, destination: { kind: 'external', number } }
    return (await product.request('PUT', `/trunk-continuity/${id}?tenantId=${tenantId}`, wanted)).status
  }
  assert.equal(await set('automatic', numberIn(CONNECT, 1)), 422, 'a number of ours')
  assert.equal(await set('automatic', '112'), 400, 'help is no destination')
  assert.equal(await set('automatic', OUTSIDE.number), 200)
  assert.deepEqual(await state(), { trunkId: id, reachable: false, callsNow: 0, contacts: [], places: [] })
  await using anna = await phone(product, '10', { tone: TONES.anna })
  const ddi = numberIn(EXTENDED, 6)
  const callsOutside = async (): Promise<void> => {
    await anna.dial(`sip:${ddi}@${product.demo.sip.domain}`)
    await answersOutside()
    await Promise.all([anna.established(), outside.established()])
    await hearsTone('the caller', anna, OUTSIDE.tone, 600)
    await anna.hangUp()
    await Promise.all([anna.ended(), outside.ended()])
  }
  await callsOutside()
  await using pbx = await pbxCalled(product, { account: firstAccount(extended), scenario: answerCalls() })
  const { reachable, contacts } = await state()
  assert.deepEqual([reachable, contacts.map(({ transport }) => transport)], [true, ['UDP']])
  await anna.dial(`sip:${ddi}@${product.demo.sip.domain}`)
  await anna.established()
  assert.equal((await state()).callsNow, 1)
  await anna.hangUp()
  await anna.ended()
  await pbx.succeeded(20_000)
  assert.equal(await set('always', OUTSIDE.number), 200)
  await callsOutside()
  assert.equal((await product.request('DELETE', `/trunk-continuity/${id}?tenantId=${tenantId}`)).status, 204)
})

const lane = { skip, product: () => product, carrier: () => outside, number: OUTSIDE } as const
microsoftTrunk({ ...lane, identities: () => identities })
const media = { ...lane, connect: () => connect, identity: () => identities[0] } as const
trunkMedia(media)
trunkFax(media)
connectedNumbers({ skip, product: () => product, trunk: () => extended, block: EXTENDED })
outages({ ...lane, mail: () => mail, tone: OUTSIDE.tone })

// The last one: what it leaves ringing at the carrier is not over at once.
test('TRK-04: a PBX that makes a hundred calls a second reaches the carrier no faster than its contract allows, and disturbs nobody else', {
  skip,
}, async () => {
  const before = new Set(outside.received('INVITE').map(callIdOf))
  const flood = sippScenario(
    'flood',
    authenticatedInvite({ sdp: sdp() }),
    expectResponse(503, { optional: true, next: 1 }),
    expectResponse(486),
    '<label id="1"/>',
    requestInDialog('ACK', 2),
  )
  await using pbx = await pbxCalls(product, {
    ...{ account: firstAccount(extended), peer: OUTSIDE.number, scenario: flood, calls: 300, callsPerSecond: 100 },
    ...{ keepErrors: false, concurrentCalls: 300 },
  })
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await using bea = await phone(product, '11', { tone: TONES.bea })
  await anna.dial(`sip:11@${product.demo.sip.domain}`)
  await bea.rings()
  await bea.accept()
  await Promise.all([anna.established(), bea.established()])
  await hearsTone('a caller inside', anna, TONES.bea, 600)
  await anna.hangUp()
  await bea.ended()
  await eventually('a hundred calls of the PBX', () => Number(pbx.result().statistics.get('TotalCallCreated')) >= 100)
  await pbx.stop()
  const reached = outside
    .received('INVITE')
    .map(callIdOf)
    .filter((id) => !before.has(id))
  assert.ok(new Set(reached).size <= 10, `${new Set(reached).size} calls reached the carrier`)
})

function callIdOf(message: string): string {
  return /^Call-ID: (\S+)/m.exec(message)?.[1] ?? ''
}
