/** The operator position with phones that are not ours: who rings, and what each hears. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  assertHears,
  type Baresip,
  CALLED,
  eventually,
  expectRequest,
  expectResponse,
  hearsTone,
  missingPeers,
  newRequest,
  RunningProduct,
  respondInDialog,
  sippScenario,
} from '@klinke/testbed'
import { callRecords, dialled, endedRecords, noLiveCalls, phone, root, sippCaller, startCli, TONES, talking, webPhone } from './support.ts'

const skip = missingPeers('baresip')
const CLEO = { frequencyHz: 620, levelDbm0: -12 }
/** What callers of the public network say. */
const NETWORK_TONE = { frequencyHz: 1020, levelDbm0: -10 }
const RINGBACK_HZ = 425
const RINGBACK_EVERY_MS = 5200
const POSITION = '90'
let product: RunningProduct

before(async () => {
  product = await RunningProduct.start({ root })
})
after(() => product?.[Symbol.asyncDispose]())

/** Extension 11 is the operator of the demo customer by day, 12 by night. */
async function position(change: object): Promise<void> {
  const { items } = (await product.get('/extensions?limit=100')) as { readonly items: readonly Record<string, string>[] }
  const extension = (number: string) => ({ kind: 'extension', targetId: items.find((item) => item.number === number)?.id })
  const body = { number: POSITION, day: extension('11'), night: extension('12'), ...change }
  const response = await product.request('PATCH', `/operator-position?tenantId=${items[0]?.tenantId}`, body)
  assert.equal(response.status, 200, await response.clone().text())
}

/** Id of a ring group of these extensions. */
async function front(numbers: readonly string[]): Promise<string> {
  const { items } = (await product.get('/extensions?limit=100')) as { readonly items: readonly Record<string, string>[] }
  const members = items.filter(({ number }) => numbers.includes(String(number))).map((item) => ({ extensionId: item.id }))
  const group = { tenantId: items[0]?.tenantId, name: 'Front', settings: {}, members }
  const response = await product.request('POST', '/ring-groups', group)
  assert.equal(response.status, 201, await response.clone().text())
  return ((await response.json()) as { readonly id: string }).id
}

async function talk(caller: Baresip, operator: Baresip): Promise<void> {
  await caller.dial(dialled(product, POSITION))
  await operator.rings()
  await operator.accept()
  await Promise.all([caller.established(), operator.established()])
}

test('CALL-09: a transferred caller that nobody answers hears ringing, comes back to the operator, and both hear each other', {
  skip,
}, async () => {
  await position({ returnSeconds: 7 })
  const before = (await callRecords(product)).length
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await using bea = await phone(product, '11', { tone: TONES.bea })
  await using cleo = await phone(product, '12', { tone: CLEO })
  await talk(anna, bea)
  await hearsTone('the caller', anna, TONES.bea, 600)
  await bea.transfer(dialled(product, '12'))
  await cleo.rings()
  assertHears('the caller, while it rings', await anna.listen(RINGBACK_EVERY_MS), RINGBACK_HZ)
  await Promise.all([cleo.ended(), bea.rings()])
  assert.match(bea.output, /zurück von 12/)
  await bea.accept()
  await bea.established()
  await hearsTone('the caller', anna, TONES.bea, 600)
  await hearsTone('the operator', bea, TONES.anna, 600)
  await anna.hangUp()
  await bea.ended()
  await noLiveCalls(product)
  assert.equal((await endedRecords(product, before + 2, () => true)).length, before + 2)
})

test('CALL-09: a transferred caller whose target answers in time stays there', { skip }, async () => {
  await position({ returnSeconds: 5 })
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await using bea = await phone(product, '11', { tone: TONES.bea })
  await using cleo = await phone(product, '12', { tone: CLEO })
  await talk(anna, bea)
  await bea.transfer(dialled(product, '12'))
  await cleo.rings()
  await cleo.accept()
  await Promise.all([cleo.established(), bea.ended()])
  await anna.listen(6000)
  await hearsTone('the caller, after the time', anna, CLEO, 600)
  await hearsTone('the target', cleo, TONES.anna, 600)
  await cleo.hangUp()
  await anna.ended()
  await noLiveCalls(product)
})

test('CALL-09: an operator that connects two calls while one still rings: the caller hears ringing, and comes back', { skip }, async () => {
  await position({ returnSeconds: 6, mode: 'day' })
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await using operator = await webPhone(product, '11', { kind: 'answer', afterMs: 0 })
  await using cleo = await phone(product, '12', { tone: CLEO })
  await anna.dial(dialled(product, POSITION))
  await anna.established()
  const [first] = operator.sip.calls
  assert.ok(first)
  const second = operator.sip.call('12')
  await cleo.rings()
  await eventually('ringing at the operator', () => second.state.kind === 'ringing', { shown: () => second.state })
  assert.equal(await first.connectWith(second, dialled(product, '12')), 200)
  assertHears('the caller, while it rings', await anna.listen(RINGBACK_EVERY_MS), RINGBACK_HZ)
  await cleo.ended()
  const back = await eventually('the caller at the operator', () => operator.sip.calls.find((call) => call !== first && call !== second))
  await talking(back)
  await hearsTone('the caller, its own tone from the operator and back', anna, TONES.anna, 600)
  await anna.hangUp()
  assert.equal((await back.over).kind, 'ended')
  await noLiveCalls(product)
})

test('CALL-09: two operators: both ring when a caller comes back, and the one who answers hears it', { skip }, async () => {
  const id = await front(['11', '12'])
  await position({ returnSeconds: 5, mode: 'day', day: { kind: 'group', targetId: id } })
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await using bea = await phone(product, '11', { tone: TONES.bea })
  await using cleo = await phone(product, '12', { tone: CLEO })
  await anna.dial(dialled(product, POSITION))
  await Promise.all([bea.rings(), cleo.rings()])
  await bea.accept()
  await Promise.all([bea.established(), cleo.ended()])
  await bea.transfer(dialled(product, '12'))
  await cleo.rings()
  await Promise.all([cleo.ended(), bea.event('TRANSFER_FAILED')])
  await Promise.all([cleo.rings(), bea.rings()])
  await cleo.accept()
  await cleo.established()
  await hearsTone('the caller', anna, CLEO, 600)
  await hearsTone('the other operator', cleo, TONES.anna, 600)
  await anna.hangUp()
  await cleo.ended()
  await noLiveCalls(product)
})

test('CALL-09: a caller from the public network comes over the head number and a call flow to the operator, and back to it', {
  skip,
}, async () => {
  await position({ returnSeconds: 5, mode: 'day', greeting: 'before-answer' })
  const [number = ''] = product.demo.numbers
  const response = await product.request('PATCH', `/numbers/${number}`, { destination: { kind: 'flow', targetId: await flowToOperator() } })
  assert.equal(response.status, 200, await response.clone().text())
  await using bea = await phone(product, '11', { tone: TONES.bea })
  await using cleo = await phone(product, '12', { tone: CLEO })
  await using command = startCli(product, 'call-in', number)
  assert.match(await bea.rings(), /\+493023125000@/)
  await bea.accept()
  await bea.established()
  await hearsTone('the operator', bea, NETWORK_TONE, 800)
  await bea.transfer(dialled(product, '12'))
  await Promise.all([cleo.rings(), bea.event('TRANSFER_FAILED')])
  assert.match(await bea.rings(), /\+493023125000@/)
  await bea.accept()
  await bea.established()
  await hearsTone('the operator, when the caller is back', bea, NETWORK_TONE, 800)
  await bea.hangUp()
  assert.equal(await command.exit(20_000), 0)
  await noLiveCalls(product)
})

/** Id of a flow that says something before the answer and leads to the operator. */
async function flowToOperator(): Promise<string> {
  const { items } = (await product.get('/extensions?limit=1')) as { readonly items: readonly Record<string, string>[] }
  const blocks = [
    { id: 'hello', kind: 'announcement', prompt: 'please-wait', beforeAnswer: true, next: 'desk' },
    { id: 'desk', kind: 'destination', to: { kind: 'operator' } },
  ]
  const flow = { tenantId: items[0]?.tenantId, name: 'Kopfnummer', draft: { start: 'hello', blocks } }
  const made = await product.request('POST', '/flows', flow)
  assert.equal(made.status, 201, await made.clone().text())
  const { id } = (await made.json()) as { readonly id: string }
  const published = await product.request('POST', `/flows/${id}/publish`, {})
  assert.equal(published.status, 201, await published.clone().text())
  return id
}

test('CALL-09: the operator switches to night by key and hears so; the next caller reaches the night target', { skip }, async () => {
  await position({ mode: 'day' })
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await using bea = await phone(product, '11', { tone: TONES.bea })
  await using cleo = await phone(product, '12', { tone: CLEO })
  await bea.dial(dialled(product, '*462'))
  await bea.established()
  await bea.ended()
  await anna.dial(dialled(product, POSITION))
  await cleo.rings()
  await cleo.accept()
  await Promise.all([anna.established(), cleo.established()])
  await hearsTone('the caller', anna, CLEO, 600)
  await hearsTone('the night target', cleo, TONES.anna, 600)
  await anna.hangUp()
  await cleo.ended()
  await noLiveCalls(product)
})

test('CALL-09: a lamp beside a key with the code *46, of a phone that is not ours, shows that it is night', {
  skip: missingPeers('sipp'),
}, async () => {
  await position({ mode: 'night' })
  const event = ['Event: dialog', 'Accept: application/dialog-info+xml', 'Expires: 600']
  const scenario = sippScenario(
    'night-lamp',
    newRequest('SUBSCRIBE', CALLED, 1, { headers: event }),
    expectResponse(401, { challenge: true }),
    newRequest('SUBSCRIBE', CALLED, 2, { headers: ['[authentication]', ...event] }),
    expectResponse(200, { contains: 'Expires: 600' }),
    expectRequest('NOTIFY', { contains: 'confirmed' }),
    respondInDialog('200 OK'),
  )
  await using lamp = await sippCaller(product, { extension: '10', peer: '*46', scenario })
  await lamp.succeeded(20_000)
})
