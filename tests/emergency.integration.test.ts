/** 110 and 112 from a phone, in the forms that phones send them (EMG-01), and what the control centre is told of where help is needed (EMG-02, EMG-03). */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { eventually, hearsTone, missingPeers, RunningProduct } from '@klinke/testbed'
import { assertIsSaid, millisecondsOf } from './spoken.ts'
import { callRecord, dialled, phone, root, TONES } from './support.ts'
import { suspendCustomer } from './suspend-customer.ts'

const skip = missingPeers('baresip')
/** What the simulated control centre plays. */
const CONTROL_CENTRE = { frequencyHz: 1020, levelDbm0: -10 }
let product: RunningProduct

before(async () => {
  product = await RunningProduct.start({ root })
})
after(() => product?.[Symbol.asyncDispose]())

for (const [form, reached] of [
  ['112', '112'],
  ['110', '110'],
  ['0112', '112'],
  ['+49112', '112'],
  ['0221110', '110'],
] as const) {
  test(`${form} reaches the control centre ${reached}, and the record says that it was an emergency`, { skip }, async () => {
    await using anna = await phone(product, '10', { tone: TONES.anna })
    await anna.dial(dialled(product, form))
    await anna.established()
    await hearsTone('the caller', anna, CONTROL_CENTRE, 600)
    await anna.hangUp()
    const record = await callRecord(
      product,
      `the call to ${form}`,
      (call) => call.emergency && call.called.number === reached && call.endedAt !== null,
    )
    assert.equal(record.cause, 'hung-up-by-caller')
    assert.ok(record.answeredAt !== null)
  })
}

/** What the simulated control centre was told in the last call for help. */
async function lastCallForHelp(): Promise<Readonly<Record<string, string | null>>> {
  const { url, token } = product.demo.control
  const response = await fetch(`${url}/emergency-calls`, { headers: { authorization: `Bearer ${token}` } })
  const { items } = (await response.json()) as { readonly items: readonly Readonly<Record<string, string | null>>[] }
  return items.at(-1) ?? {}
}

async function changed(method: string, path: string, body: object): Promise<Record<string, unknown>> {
  const response = await product.request(method, path, body)
  const answer = (await response.json()) as Record<string, unknown>
  assert.ok(response.ok, JSON.stringify(answer))
  return answer
}

/** Extension 12 stands in Berlin, with a number there; the others are in Cologne. */
async function siteInBerlin(): Promise<void> {
  const { items } = (await product.get('/extensions')) as {
    readonly items: readonly { readonly id: string; readonly number: string; readonly tenantId: string }[]
  }
  const carla = items.find(({ number }) => number === '12')
  carlaId = carla?.id ?? ''
  tenantId = carla?.tenantId ?? ''
  const address = { street: 'Alexanderplatz', houseNumber: '1', postalCode: '10178', city: 'Berlin' }
  const { id } = await changed('POST', '/sites', { tenantId: carla?.tenantId, name: 'Berlin', areaCode: '30', address })
  await changed('POST', '/numbers', { tenantId: carla?.tenantId, first: BERLIN, siteId: id })
  await changed('PATCH', `/extensions/${carla?.id}`, { siteId: id })
}

let carlaId = ''
let tenantId = ''
const COLOGNE = '+492214710100'
const BERLIN = '+493023125700'

test('EMG-02, EMG-03: the control centre sees the number of the site of the line, whatever the user shows elsewhere and however it is hidden', {
  skip,
}, async () => {
  await siteInBerlin()
  const rows = [
    // Bernd shows +492214710101 to everybody else, and Carla +492214710102.
    { extension: '11', dial: '112', site: COLOGNE },
    { extension: '12', dial: '112', site: BERLIN },
    { extension: '12', dial: '*31112', site: BERLIN },
  ] as const
  for (const { extension, dial, site } of rows) {
    await using caller = await phone(product, extension, { tone: TONES.anna })
    await caller.dial(dialled(product, dial))
    await caller.established()
    await hearsTone(`extension ${extension}`, caller, CONTROL_CENTRE, 600)
    await caller.hangUp()
    await caller.ended()
    const told = await lastCallForHelp()
    const national = site.slice('+49'.length)
    for (const field of ['from', 'preferredIdentity']) assert.match(String(told[field]), new RegExp(`sip:(\\+49|0049|0)${national}@`), dial)
    assert.equal(told.privacy, 'none')
    // LAW-03: the registered address as well, to a carrier that takes it.
    assert.match(String(told.geolocation), /^<cid:/)
    const [city, street] = site === COLOGNE ? ['Köln', 'Neumarkt'] : ['Berlin', 'Alexanderplatz']
    for (const field of [`<ca:A3>${city}</ca:A3>`, `<ca:RD>${street}</ca:RD>`])
      assert.ok(told.location?.includes(field), String(told.location))
    const record = await callRecord(
      product,
      `the call of ${extension}`,
      (call) => call.emergency && call.caller.number === extension && call.endedAt !== null,
    )
    assert.ok(record.route.some(({ step, detail }) => step === 'emergency-site' && detail?.startsWith(site) === true))
  }
})

test('EMG-01: the control centre that calls back reaches the phone through do not disturb and forwarding, others do not', {
  skip,
}, async () => {
  const settings = { doNotDisturb: true, rejectAnonymous: true, forwardings: [always(COLOGNE)] }
  await changed('PATCH', `/extensions/${carlaId}/call-settings`, settings)
  await using carla = await phone(product, '12', { tone: TONES.anna, answersAtOnce: true, keepsMessages: true })
  await carla.dial(dialled(product, '112'))
  await carla.established()
  await carla.hangUp()
  await carla.ended()
  await callIn(BERLIN)
  await carla.established()
  await hearsTone('who has called for help', carla, CONTROL_CENTRE, 600)
  assert.match(carla.received('INVITE').join(''), /Priority: psap-callback/)
  await carla.hangUp()
  const record = await callRecord(product, 'the call back', ({ direction, endedAt }) => direction === 'inbound' && endedAt !== null)
  assert.ok(record.route.some(({ step, detail }) => step === 'emergency-call-back' && detail === '12'))
})

/** Of what *59 says at a phone in Berlin, up to the postal code. */
const SAID_BEFORE = [
  'emergency-test-number',
  ...Array.from('03023125700', (digit) => `number-${digit}`),
  'emergency-test-good',
  'emergency-test-postal-code',
]

test('LAW-03: *59 says what the control centre would see, the record is that of the site, and nobody is alerted', { skip }, async () => {
  const before = JSON.stringify(await lastCallForHelp())
  await using carla = await phone(product, '12', { tone: TONES.anna })
  await carla.dial(dialled(product, '*59'))
  await carla.established()
  const heard = await carla.listen(SAID_BEFORE.reduce((sum, id) => sum + millisecondsOf(id), 2_000))
  for (const id of ['emergency-test-number', 'emergency-test-good', 'emergency-test-postal-code']) assertIsSaid('who tests 112', heard, id)
  await carla.hangUp()
  assert.equal(JSON.stringify(await lastCallForHelp()), before)
  const tests = (await product.get(`/extensions/${carlaId}/emergency-tests`)) as { readonly items: readonly object[] }
  const address = { street: 'Alexanderplatz', houseNumber: '1', postalCode: '10178', city: 'Berlin' }
  assert.partialDeepStrictEqual(tests.items[0], { number: BERLIN, address, site: 'Berlin', findings: [], madeBy: 'telephone' })
})

test('LAW-03: a test by REST finds that a site has lost its number, and the list of those whom help would not find names it', async () => {
  const byRest = () => changed('POST', `/extensions/${carlaId}/emergency-tests`, {})
  assert.deepEqual((await byRest()).findings, [])
  const { id } = await changed('POST', '/sites', { tenantId, name: 'Hamburg', areaCode: '40', address: null })
  const { items } = (await product.get('/extensions?limit=100')) as {
    readonly items: readonly { readonly number: string; readonly id: string }[]
  }
  await changed('PATCH', `/tenants/${tenantId}`, { profile: { requireValidSite: false } })
  await changed('PATCH', `/extensions/${items.find(({ number }) => number === '13')?.id}`, { siteId: id })
  const readiness = (await product.get('/emergency-readiness')) as { readonly items: readonly { readonly unfindable: readonly object[] }[] }
  const missing = ['address-missing', 'geographic-number-missing']
  assert.partialDeepStrictEqual(readiness.items[0]?.unfindable[0], { number: '13', site: 'Hamburg', flaws: missing })
})

test('EMG-01: phones of a suspended customer stay registered and register anew, call 112, are called back, and call nobody else', {
  skip,
}, async () => {
  await using anna = await phone(product, '10', { tone: TONES.anna, answersAtOnce: true, keepsMessages: true })
  await suspendCustomer(product, tenantId)
  const tested = () => product.request('POST', `/extensions/${carlaId}/emergency-tests`, {})
  await eventually('the suspension', async () => (await tested()).status === 404)
  // Registers after it.
  await using bernd = await phone(product, '11', { tone: TONES.bea })
  await bernd.dial(dialled(product, '10'))
  assert.match(await bernd.ended(), /403/)
  await anna.dial(dialled(product, '112'))
  await anna.established()
  await anna.hangUp()
  await anna.ended()
  await callIn(COLOGNE)
  await anna.established()
  await hearsTone('who has called for help', anna, CONTROL_CENTRE, 600)
  assert.match(anna.received('INVITE').join(''), /Priority: psap-callback/)
  await anna.hangUp()
})

function always(number: string): object {
  return { when: 'always', to: { kind: 'external', number }, active: true, callers: 'all', during: null, afterSeconds: null }
}

/** The network calls a number of the customer. */
async function callIn(to: string): Promise<void> {
  const { url, token } = product.demo.control
  const response = await fetch(`${url}/calls`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: JSON.stringify({ to }),
  })
  assert.equal(response.status, 202)
}
