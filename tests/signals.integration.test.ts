/** What phones are told beside the call itself, by phones that are not ours: how to ring, to answer by themselves, who is there. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  answerCalls,
  assertHearsSilence,
  assertHearsTone,
  type Baresip,
  CALLED,
  type ExpectedTone,
  eventually,
  expectRequest,
  expectResponse,
  hearsTone,
  missingPeers,
  newRequest,
  RunningProduct,
  respond,
  respondInDialog,
  sippScenario,
} from '@klinke/testbed'
import { partyIs } from './call-settings-support.ts'
import { dialled, noLiveCalls, phone, root, sippCalled, sippCaller, startCli, TONES } from './support.ts'

const skip = missingPeers('baresip', 'sipp')
const PRESENCE = ['Event: presence', 'Accept: application/pidf+xml', 'Expires: 600']
let product: RunningProduct
let extensions: readonly { readonly id: string; readonly number: string; readonly tenantId: string }[]

before(async () => {
  product = await RunningProduct.start({ root })
  extensions = ((await product.get('/extensions?limit=100')) as { readonly items: typeof extensions }).items
  // Calls see it a moment later, while the first phones start.
  await post('/ring-groups', { name: 'Sales', number: '50', settings: {}, members: [{ extensionId: idOf('12') }] })
  const queue = { greeting: false, announceToAgent: false }
  await post('/queues', { name: 'Service', number: '60', settings: queue, members: [{ extensionId: idOf('12') }] })
  await post('/page-groups', {
    name: 'Hall',
    number: '80',
    settings: {},
    members: ['11', '12', '13'].map((number) => ({ extensionId: idOf(number) })),
  })
})
after(() => product?.[Symbol.asyncDispose]())

function idOf(number: string): string {
  return extensions.find((extension) => extension.number === number)?.id ?? ''
}

async function post(path: string, body: object): Promise<void> {
  const response = await product.request('POST', path, { tenantId: extensions[0]?.tenantId, ...body })
  assert.equal(response.status, 201, await response.clone().text())
}

for (const [what, number, ring] of [
  ['a colleague', '12', 'Bellcore-dr1.*info=alert-internal'],
  ['a ring group', '50', 'Bellcore-dr3.*info=alert-group'],
  ['a queue', '60', 'Bellcore-dr4.*info=alert-queue'],
] as const) {
  test(`CALL-05: a phone is told that it rings for ${what}`, { skip }, async () => {
    await using called = await sippCalled(product, { extension: '12', scenario: answerCalls({ contains: `Alert-Info:.*${ring}` }) })
    await using anna = await phone(product, '10', { tone: TONES.anna })
    await anna.dial(dialled(product, number))
    await anna.established()
    await partyIs(product, '12 answered')
    await anna.hangUp()
    await called.succeeded(20_000)
    await noLiveCalls(product)
  })
}

test('CALL-05: a phone is told that it rings for a call from outside', { skip }, async () => {
  const scenario = answerCalls({ contains: 'Alert-Info:.*Bellcore-dr2.*info=alert-external' })
  await using called = await sippCalled(product, { extension: '12', scenario })
  await using outside = startCli(product, 'call-in', product.demo.numbers[2] ?? '', '--seconds', '1')
  await called.succeeded(20_000)
  assert.equal(await outside.exit(20_000), 0, outside.output)
  await noLiveCalls(product)
})

const AUTO_ANSWER = 'Alert-Info:.*info=alert-autoanswer;delay=0.*Call-Info:.*answer-after=0.*Answer-Mode: Auto'

test('CALL-05: a phone is asked to answer by itself in the words of all makers', { skip }, async () => {
  await using called = await sippCalled(product, { extension: '12', scenario: answerCalls({ contains: AUTO_ANSWER }) })
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await anna.dial(dialled(product, '*8312'))
  await anna.established()
  await anna.hangUp()
  await called.succeeded(20_000)
  await noLiveCalls(product)
})

test('CALL-05: the caller speaks over the loudspeaker of a phone that answers by itself, and hears what is said there', {
  skip,
}, async () => {
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await using bea = await phone(product, '11', { tone: TONES.bea, answersAtOnce: true })
  await anna.dial(dialled(product, '*8311'))
  await Promise.all([anna.established(), bea.established()])
  await eventuallyHears('the called', bea, TONES.anna)
  await hearsTone('the caller', anna, TONES.bea, 600)
  await anna.hangUp()
  await bea.ended()
  await noLiveCalls(product)
})

test('CALL-05: a page is heard by all phones that are free, and the caller hears none of them', { skip }, async () => {
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await using bea = await phone(product, '11', { tone: TONES.bea, answersAtOnce: true })
  await using cleo = await phone(product, '12', { tone: CLEO, answersAtOnce: true })
  await anna.dial(dialled(product, '80'))
  await Promise.all([anna.established(), bea.established(), cleo.established()])
  await eventuallyHears('one of the phones', bea, TONES.anna)
  await eventuallyHears('the other one', cleo, TONES.anna)
  assertHearsSilence('the caller', await anna.listen(600))
  await bea.hangUp()
  await eventuallyHears('who is left', cleo, TONES.anna)
  await anna.hangUp()
  await cleo.ended()
  await noLiveCalls(product)
})

test('RFC 3856: who watches an extension is told that it talks, is free again, and has gone', { skip }, async () => {
  const scenario = sippScenario(
    'presence',
    newRequest('SUBSCRIBE', CALLED, 1, { headers: PRESENCE }),
    expectResponse(401, { challenge: true }),
    newRequest('SUBSCRIBE', CALLED, 2, { headers: ['[authentication]', ...PRESENCE] }),
    expectResponse(200, { contains: 'Expires: 600' }),
    expectRequest('NOTIFY', { contains: 'application/pidf.xml.*basic.open.*rpid:on-the-phone' }),
    respondInDialog('200 OK'),
    expectRequest('NOTIFY', { contains: 'basic.open', lacks: 'on-the-phone' }),
    respondInDialog('200 OK'),
    expectRequest('NOTIFY', { contains: 'basic.closed' }),
    respondInDialog('200 OK'),
  )
  const anna = await phone(product, '10', { tone: TONES.anna })
  // The public network ends this call by itself, some seconds after it was answered.
  await anna.dial(dialled(product, product.demo.network.hangUpAfter))
  await anna.established()
  await using watcher = await sippCaller(product, { extension: '12', peer: '10', scenario })
  await anna.ended()
  await anna[Symbol.asyncDispose]()
  await watcher.succeeded(20_000)
})

test('RFC 3856: who watches an extension is told that it wants not to be disturbed, and that it does again', { skip }, async () => {
  await using _david = await phone(product, '13', { tone: TONES.anna })
  const scenario = sippScenario(
    'do not disturb',
    newRequest('SUBSCRIBE', CALLED, 1, { headers: PRESENCE }),
    expectResponse(401, { challenge: true }),
    newRequest('SUBSCRIBE', CALLED, 2, { headers: ['[authentication]', ...PRESENCE] }),
    expectResponse(200, { contains: 'Expires: 600' }),
    expectRequest('NOTIFY', { contains: 'basic.open' }),
    respondInDialog('200 OK'),
    expectRequest('NOTIFY', { contains: 'basic.closed.*rpid:busy' }),
    respondInDialog('200 OK'),
    expectRequest('NOTIFY', { contains: 'basic.open', lacks: 'rpid:busy' }),
    respondInDialog('200 OK'),
  )
  await using watcher = await sippCaller(product, { extension: '12', peer: '13', scenario })
  for (const [doNotDisturb, told] of [
    [true, '<basic>open'],
    [false, '<basic>closed'],
  ] as const) {
    await eventually(told, () => watcher.result().errors.includes(told))
    const changed = await product.request('PATCH', `/extensions/${idOf('13')}/call-settings`, { doNotDisturb })
    assert.equal(changed.status, 200, await changed.clone().text())
  }
  await watcher.succeeded(20_000)
})

test('RFC 3903: a phone publishes that its user is away, and is given a tag; a tag that nobody gave is refused', { skip }, async () => {
  const text =
    '<?xml version="1.0"?><presence xmlns="urn:ietf:params:xml:ns:pidf"><tuple id="a"><status><basic>open</basic></status></tuple></presence>'
  const publish = (cseq: number, ...headers: readonly string[]): string =>
    newRequest('PUBLISH', CALLED, cseq, {
      headers: ['Event: presence', 'Expires: 600', ...headers],
      body: { type: 'application/pidf+xml', text },
    })
  const scenario = sippScenario(
    'publish',
    publish(1),
    expectResponse(401, { challenge: true }),
    publish(2, '[authentication]'),
    expectResponse(200, { contains: 'SIP-ETag: .*Expires: 600' }),
    publish(3, 'SIP-If-Match: none'),
    expectResponse(401, { challenge: true }),
    publish(4, '[authentication]', 'SIP-If-Match: none'),
    expectResponse(412),
  )
  await using publisher = await sippCaller(product, { extension: '11', peer: '11', scenario })
  await publisher.succeeded(20_000)
})

test('VM-04: a phone that does not subscribe to its messages is told of them after it has registered', { skip }, async () => {
  const made = await product.request('PATCH', `/extensions/${idOf('14')}/mailbox`, { language: 'en' })
  assert.equal(made.status, 200, await made.clone().text())
  const scenario = sippScenario(
    'messages',
    expectRequest('NOTIFY', { contains: 'Event: message-summary.*Messages-Waiting: no' }),
    respond('200 OK'),
  )
  await using called = await sippCalled(product, { extension: '14', scenario })
  await called.succeeded(20_000)
})

const CLEO = { frequencyHz: 620, levelDbm0: -12 }
const HEARS_WITHIN_MS = 20_000

/** Ringing and beeps pass. */
async function eventuallyHears(who: string, listener: Baresip, tone: ExpectedTone): Promise<void> {
  const untilMs = performance.now() + HEARS_WITHIN_MS
  for (;;) {
    const sound = await listener.listen(400)
    try {
      return assertHearsTone(who, sound, tone)
    } catch (error) {
      if (performance.now() > untilMs) throw error
    }
  }
}
