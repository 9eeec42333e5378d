/** Which number calls out show, and what becomes of calls in that show a forbidden one: part of carrier-side.integration.test.ts, which brings product and carrier. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type Baresip,
  eventually,
  expectResponse,
  newRequest,
  type RunningProduct,
  Sipp,
  sameTransaction,
  sdp,
  sippScenario,
} from '@klinke/testbed'
import { asAtFirst, carrierPort, code, created, extensionOf, fromOutside } from './call-settings-support.ts'
import { assertIsSaid } from './spoken.ts'
import { callRecord, callRecords, dialled, phone, TONES } from './support.ts'

interface Lane {
  readonly skip: string | false
  /** Asked in each test: they are started before the first one. */
  readonly product: () => RunningProduct
  /** The telephone that is a carrier which knows us by address, the first to be asked. */
  readonly carrier: () => Baresip
  readonly number: string
}

const MOBILE = '+4915112345678'

/** Registers the tests. */
export function callerIdentity(lane: Lane): void {
  const { skip } = lane
  test('CLI-02, CLI-03: a number is shown once its right is approved, and the own number is billed', { skip }, () => proven(lane))
  test('CLI-05: the sender that the operator pins is shown though the user hides', { skip }, () => pinned(lane))
  test('CLI-06: a caller who hides is kept by order, and marked by code; no key opens the report', { skip }, () => traced(lane))
  test('a caller with a spam score is marked on the telephone, and from a higher one rejected with words', { skip }, () => spam(lane))
  for (const shown of ['110', '112', '09001123456', '+491371234567', '11833', '116117', '115']) {
    test(`LAW-02: a call in that shows ${shown} is broken off with cause and record, and no telephone rings`, { skip }, () =>
      forged(lane, shown),
    )
  }
}

/** A caller whom the network knows, and who hides. */
const HIDDEN = sippScenario(
  'hidden',
  newRequest('INVITE', 'sip:[peer]@[domain]', 1, {
    headers: ['P-Asserted-Identity: <sip:+49301234567@[domain]>', 'Privacy: id'],
    sdp: sdp(),
  }),
  expectResponse(100, { optional: true }),
  expectResponse(180),
  sameTransaction('CANCEL', 1),
  expectResponse(200),
  expectResponse(487),
  sameTransaction('ACK', 1),
)

async function traced({ product: running }: Lane): Promise<void> {
  const product = running()
  const [, ofBea = ''] = product.demo.numbers
  const { tenantId } = await extensionOf(product, '11')
  const about = { tenantId, calledNumber: ofBea, reason: 'Drohanrufe', requestReference: 'F-17', userMayMark: true }
  const window = { validFrom: new Date().toISOString(), validUntil: new Date(Date.now() + 3_600_000).toISOString() }
  const order = await created(product, '/trace-orders', { ...about, ...window })
  await using bea = await phone(product, '11', { tone: TONES.bea })
  await using network = await Sipp.start({
    ...{ scenario: HIDDEN, remote: product.sip(), localPort: await carrierPort(product) },
    variables: { user: 'anonymous', peer: ofBea, domain: '127.0.0.1' },
  })
  assert.match(await bea.rings(), /anonymous/)
  await network.succeeded(20_000)
  await bea.ended()
  // Only a call that was kept under an order can be marked.
  await code(product, bea, '*39')
  const record = await callRecord(product, 'the code', ({ called, endedAt }) => called.number === '*39' && endedAt !== null)
  assert.ok(record.route.some(({ step, detail }) => step === 'confirmed' && detail === 'malicious call marked'))
  assert.equal((await product.request('GET', `/trace-orders/${order}/report`)).status, 409)
  // A key is not a person.
  assert.equal((await product.request('POST', `/trace-orders/${order}/release-request`, { reason: 'Anzeige' })).status, 403)
  assert.equal((await product.request('DELETE', `/trace-orders/${order}`)).status, 204)
  await bea.dial(dialled(product, '*39'))
  assert.match(await bea.ended(), /403/)
}

async function changed(product: RunningProduct, method: string, path: string, body: object): Promise<void> {
  const answer = await product.request(method, path, body)
  assert.ok(answer.ok, `${method} ${path}: ${answer.status} ${await answer.text()}`)
}

/** The customer's right to the mobile number, with evidence, not approved. */
async function requested(product: RunningProduct, tenantId: string): Promise<string> {
  const id = await created(product, '/number-rights', { tenantId, number: MOBILE, owner: 'Anna Albers', proof: 'invoice' })
  const { url, key } = product.demo.api
  const base = url.replace(/\/$/, '').replace(/\/api\/v1$/, '')
  const answer = await fetch(`${base}/api/v1/number-rights/${id}/documents?name=Rechnung`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/pdf' },
    body: '%PDF-1.7',
  })
  assert.equal(answer.status, 201)
  return id
}

/** Calls outside; who is shown there. */
async function shownTo({ product, carrier, number }: Lane, caller: Baresip, prefix = ''): Promise<string> {
  await caller.dial(dialled(product(), `${prefix}${number}`))
  const shown = await carrier().rings()
  await caller.hangUp()
  await Promise.all([caller.ended(), carrier().ended()])
  return shown
}

function invite(carrier: Baresip): string {
  return carrier.received('INVITE').at(-1) ?? ''
}

async function proven(lane: Lane): Promise<void> {
  const [product, carrier] = [lane.product(), lane.carrier()]
  const [own = ''] = product.demo.numbers
  const { id: extensionId, tenantId } = await extensionOf(product, '10')
  const right = await requested(product, tenantId)
  assert.equal((await product.request('PATCH', `/caller-identity/extensions/${extensionId}`, { shown: MOBILE })).status, 422)
  await changed(product, 'POST', `/number-rights/${right}/approval`, {})
  await changed(product, 'PATCH', `/caller-identity/extensions/${extensionId}`, { shown: MOBILE })
  await using anna = await phone(product, '10', { tone: TONES.anna })
  const before = new Set((await callRecords(product)).map(({ id }) => id))
  assert.match(await shownTo(lane, anna), new RegExp(`sip:\\${MOBILE}@`))
  assert.match(invite(carrier), new RegExp(`\r\nP-Asserted-Identity: <sip:\\${own}@`))
  const isIt = ({ id, called, endedAt }: { id: string; called: { number: string }; endedAt: string | null }) =>
    !before.has(id) && called.number === lane.number && endedAt !== null
  const record = (await callRecord(product, 'the call out', isIt)) as Awaited<ReturnType<typeof callRecord>> & {
    readonly identity: unknown
  }
  assert.deepEqual(record.identity, { shown: MOBILE, billed: own })
  assert.ok(record.route.some(({ step, detail }) => step === 'identity' && detail === `${MOBILE} billed ${own}`))
  await changed(product, 'POST', `/number-rights/${right}/refusal`, { reason: 'Vertrag gekündigt' })
  assert.match(await shownTo(lane, anna), new RegExp(`sip:\\${own}@`))
  await changed(product, 'PATCH', `/caller-identity/extensions/${extensionId}`, { shown: null })
  assert.equal((await product.request('DELETE', `/number-rights/${right}`)).status, 204)
}

async function pinned(lane: Lane): Promise<void> {
  const [product, carrier] = [lane.product(), lane.carrier()]
  const { tenantId } = await extensionOf(product, '10')
  const [, , , , , , other = ''] = product.demo.numbers
  const pin = (number: string | null) => changed(product, 'PATCH', `/caller-identity/pinned?tenantId=${tenantId}`, { pinned: number })
  await pin(other)
  await using anna = await phone(product, '10', { tone: TONES.anna })
  assert.match(await shownTo(lane, anna, '*31'), new RegExp(`sip:\\${other}@`))
  assert.doesNotMatch(invite(carrier), /Privacy: id/)
  await code(product, anna, '*32')
  assert.match(await shownTo(lane, anna), new RegExp(`sip:\\${other}@`))
  await pin(null)
  assert.match(await shownTo(lane, anna), /anonymous@anonymous\.invalid/)
  await asAtFirst(product, '10')
}

async function forged({ product: running }: Lane, shown: string): Promise<void> {
  const product = running()
  const [, ofBea = ''] = product.demo.numbers
  await using bea = await phone(product, '11', { tone: TONES.bea, keepsMessages: true })
  const scenario = sippScenario(
    'forged',
    newRequest('INVITE', 'sip:[peer]@[domain]', 1, { sdp: sdp() }),
    expectResponse(100, { optional: true }),
    expectResponse(403),
    sameTransaction('ACK', 1),
  )
  await using network = await Sipp.start({
    ...{ scenario, remote: product.sip(), localPort: await carrierPort(product) },
    variables: { user: shown, peer: ofBea, domain: '127.0.0.1' },
  })
  await network.succeeded(20_000)
  assert.deepEqual(bea.received('INVITE'), [])
  const digits = shown.replace(/^(\+|0)/, '')
  const isIt = ({ step, detail }: { step: string; detail: string | null }) =>
    step === 'caller-forbidden' && detail?.endsWith(digits) === true
  const record = await callRecord(product, 'the forged call', ({ route, endedAt }) => endedAt !== null && route.some(isIt))
  assert.equal(record.cause, 'forbidden')
}

async function spam({ product: running, carrier, number }: Lane): Promise<void> {
  const product = running()
  const [, ofBea = ''] = product.demo.numbers
  const { tenantId } = await extensionOf(product, '11')
  const protection = `/spam-protection?tenantId=${tenantId}`
  await changed(product, 'PATCH', protection, { markFrom: 30 })
  const score = await created(product, '/spam-scores', { prefix: number, score: 95, note: 'Ping-Anrufe' })
  await using bea = await phone(product, '11', { tone: TONES.bea, keepsMessages: true })
  // The list is the operator's: calls know it a moment after it was changed.
  await eventually('a marked call', async () => {
    await carrier().dial(fromOutside(product, ofBea))
    await bea.rings()
    await carrier().hangUp()
    await Promise.all([carrier().ended(), bea.ended()])
    return /\r\nFrom: "Spam\?/.test(bea.received('INVITE').at(-1) ?? '')
  })
  await changed(product, 'PATCH', protection, { rejectFrom: 90 })
  const before = bea.received('INVITE').length
  await carrier().dial(fromOutside(product, ofBea))
  assertIsSaid('the caller', await carrier().listen(5_000), 'caller-rejected')
  assert.match(await carrier().ended(), /603/)
  assert.equal(bea.received('INVITE').length, before)
  const isIt = ({ step, detail }: { step: string; detail: string | null }) => step === 'spam-rejected' && detail === `${number}: 95`
  await callRecord(product, 'the rejected call', ({ route, endedAt }) => endedAt !== null && route.some(isIt))
  await changed(product, 'POST', '/spam-protection/allowed', { tenantId, prefix: number })
  await carrier().dial(fromOutside(product, ofBea))
  await bea.rings()
  await carrier().hangUp()
  await Promise.all([carrier().ended(), bea.ended()])
  await changed(product, 'PATCH', protection, { markFrom: null, rejectFrom: null })
  assert.equal((await product.request('DELETE', `/spam-scores/${score}`)).status, 204)
}
