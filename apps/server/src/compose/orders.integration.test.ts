import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { TestClient, TestCluster } from '@klinke/platform/test-support'
import { type WholeApi, wholeApi, wholeCluster } from '../every-route/test-support/whole-api.ts'

let cluster: TestCluster
let whole: WholeApi
let operator: TestClient

before(async () => {
  cluster = await wholeCluster()
  whole = await wholeApi(cluster)
  operator = await whole.api.client({ kind: 'operator' })
  for (const name of ['flat', 'quota', 'packages']) {
    const yaml = await readFile(join(import.meta.dirname, '../../../../profiles', `${name}.yaml`), 'utf8')
    assert.equal((await operator('POST', '/product-profiles', { yaml })).status, 201)
  }
})
after(async () => {
  await whole[Symbol.asyncDispose]()
  await cluster[Symbol.asyncDispose]()
})

const ADDRESS = { street: 'Domkloster', houseNumber: '4', postalCode: '50667', city: 'Köln' }

/** Today, or the next day on which the profile lets an order be wished for. */
function today(): string {
  return new Date().toISOString().slice(0, 10)
}

function newOrder(domain: string, more: object = {}) {
  return {
    ...{ kind: 'new', profileId: 'flat', wishDate: nextMonday(), sipDomain: domain },
    customer: { ...ADDRESS, company: 'Muster GmbH', phone: '+49 221 123450', email: `rechnung@${domain}` },
    administrator: { name: 'Anna Admin', email: `anna@${domain}` },
    site: { name: 'Zentrale', areaCode: '221', address: ADDRESS },
    items: [
      { item: 'base', quantity: 1 },
      { item: 'extension', quantity: 5 },
      { item: 'channel', quantity: 2 },
      { item: 'group', quantity: 1 },
      { item: 'queue', quantity: 1 },
      { item: 'room', quantity: 1 },
      { item: 'number-ten', quantity: 1 },
    ],
    extensions: [{ number: '20', name: 'Empfang' }],
    ...more,
  }
}

/** A Monday in more than a week that is no holiday. */
function nextMonday(): string {
  const now = Temporal.PlainDate.from(today())
  let day = now.add({ days: 14 - now.dayOfWeek + 1 })
  while (['01-01', '05-01', '10-03', '12-25', '12-26'].includes(day.toString().slice(5)) || day.month === 4) day = day.add({ weeks: 1 })
  return day.toString()
}

async function stepOf(id: unknown, step: string, more: object = {}) {
  return operator('POST', `/orders/${String(id)}/steps`, { step, ...more })
}

test('ORD-01: what was ordered is there: customer, site, numbers that lead, extensions, groups, channels, contract, login', async () => {
  const form = newOrder('muster.example.org')
  const preview = await operator('POST', '/orders/preview', { form })
  assert.deepEqual(preview.body.faults, [])
  const given = await operator('POST', '/orders', { form })
  assert.equal(given.status, 201, JSON.stringify(given.body))
  const { id } = given.body
  assert.equal((await stepOf(id, 'confirm')).status, 409, 'nobody confirms what was not checked')
  assert.equal((await stepOf(id, 'check', { reason: 'Auskunft ohne Befund' })).status, 200)
  assert.deepEqual((await stepOf(id, 'confirm')).body.steps, ['provision', 'cancel'])

  const early = await stepOf(id, 'provision')
  assert.equal(early.status, 409)
  assert.match(String(early.body.detail), /Assign numbers \(10\).*no free block of 10 in the Ortsnetz 0221/)
  const waiting = await operator('GET', `/orders/${String(id)}`)
  assert.equal(waiting.body.state, 'confirmed')
  const tenantId = String(waiting.body.tenantId)
  assert.equal((await stepOf(id, 'cancel')).status, 409, 'what has begun is not cancelled')

  assert.equal((await operator('POST', '/number-stock', { e164: '+49221987000', size: 100 })).status, 201)
  const done = await stepOf(id, 'provision')
  assert.equal(done.status, 200, JSON.stringify(done.body))
  assert.equal(done.body.state, 'provisioned')
  assert.equal(done.body.tenantId, tenantId, 'the customer is made once')
  assert.equal((await stepOf(id, 'provision')).status, 409, 'provisioning happens once')

  const list = async (path: string) => (await operator('GET', `${path}${path.includes('?') ? '&' : '?'}tenantId=${tenantId}`)).body.items
  const extensions = (await list('/extensions')) as { number: string; name: string; outgoingNumber: string; siteId: string }[]
  assert.deepEqual(
    extensions.map(({ number, name, outgoingNumber }) => `${number} ${name} ${outgoingNumber}`),
    [
      '10 Nebenstelle 10 +492219870001',
      '11 Nebenstelle 11 +492219870002',
      '12 Nebenstelle 12 +492219870003',
      '13 Nebenstelle 13 +492219870004',
      '20 Empfang +492219870000',
    ].map((text) => text.replace('+49221987000', '+4922198700')),
  )
  const numbers = (await list('/numbers')) as { e164: string; extensionNumber: string | null }[]
  assert.equal(numbers.length, 10)
  assert.equal(numbers[0]?.extensionNumber, '20')
  for (const path of ['/ring-groups', '/queues', '/conference-rooms']) assert.equal(((await list(path)) as unknown[]).length, 1, path)
  const { profile } = (await operator('GET', `/tenants/${tenantId}`)).body as {
    profile: { admission: { channels: { both: number } }; maxExtensions: number }
  }
  assert.equal(profile.admission.channels.both, 12, 'ten of the base and two more')
  assert.equal(profile.maxExtensions, 5)
  const recipient = await operator('GET', `/invoice-recipient?tenantId=${tenantId}`)
  assert.equal((recipient.body.details as { profile: string }).profile, 'flat')
  const [login] = (await list('/logins')) as { email: string }[]
  assert.equal(login?.email, 'anna@muster.example.org')

  const contractId = String(done.body.contractId)
  const wish = Temporal.PlainDate.from(nextMonday())
  const second = wish.with({ day: 1 }).add({ months: 1 }).toString().slice(0, 7)
  const charges = await operator('GET', `/contracts/${contractId}/charges?month=${second}`)
  const monthly = (charges.body.items as { kind: string; amount: { amount: string } }[]).filter(({ kind }) => kind === 'recurring')
  const sum = monthly.reduce((total, { amount }) => total + Math.round(Number(amount.amount) * 100), 0)
  // 5 × 8.50 + 2 × 3.90 + 4.90 + 14.90 + 4.90, and nothing for the base.
  assert.equal(sum, 7500)
  assert.equal((preview.body.monthlySum as { amount: string }).amount, '75.00')
  // 199 for the set-up and 29.90 for the block.
  assert.equal((preview.body.onceSum as { amount: string }).amount, '228.90')
})

test('ORD-01: what the order form chooses becomes real: mandate, consents, directory entry', async () => {
  assert.equal((await operator('POST', '/number-stock', { e164: '+4922198500', size: 100 })).status, 201)
  const account = { accountHolder: 'Muster GmbH', iban: 'DE02 1203 0000 0000 2020 51' }
  const chosen = {
    ...{
      payment: 'direct-debit',
      mandate: { ...account, mandateKind: 'one-off' },
      directoryEntry: true,
      consents: { marketing: true },
      itemisedBill: 'last-three-cut',
    },
    signature: { name: 'Max Muster', on: '2026-01-15' },
  }
  const faultsOf = async (more: object) =>
    JSON.stringify((await operator('POST', '/orders/preview', { form: newOrder('wahl.example.org', { ...chosen, ...more }) })).body.faults)
  assert.match(await faultsOf({ mandate: { ...account, iban: 'DE02 1203 0000 0000 2020 52' } }), /form\/mandate\/iban.*ist keine IBAN/)
  assert.match(await faultsOf({ payment: 'transfer' }), /gibt es bei diesem Produkt nicht; möglich: SEPA-Lastschrift, Guthaben/)
  assert.match(await faultsOf({ items: [{ item: 'extension', quantity: 3 }] }), /braucht eine bestellte oder mitgebrachte Rufnummer/)
  const { id } = (await operator('POST', '/orders', { form: newOrder('wahl.example.org', chosen) })).body
  for (const step of ['check', 'confirm']) await stepOf(id, step)
  const done = await stepOf(id, 'provision')
  assert.equal(done.status, 200, JSON.stringify(done.body))
  const tenantId = String(done.body.tenantId)
  const list = async (path: string) => (await operator('GET', `${path}?tenantId=${tenantId}`)).body.items as { readonly id: string }[]

  const [mandate, ...others] = await list('/sepa-mandates')
  assert.deepEqual(others, [])
  assert.partialDeepStrictEqual(mandate, { ...account, kind: 'one-off', state: 'given', givenBy: 'paper', signedOn: '2026-01-15' })
  const unseen = await operator('POST', `/sepa-mandates/${String(mandate?.id)}/confirm`)
  assert.equal(unseen.status, 409, 'nothing is collected by it before somebody has seen the signed copy')

  assert.partialDeepStrictEqual(await list('/consent-entries'), [
    { purpose: 'directory-entry', person: 'Max Muster', given: true, channel: 'paper' },
    { purpose: 'marketing-mail', person: 'Max Muster', email: 'rechnung@wahl.example.org', given: true, channel: 'paper' },
  ])
  const today = Temporal.Now.zonedDateTimeISO('Europe/Berlin').toPlainDate()
  const bills = await operator('GET', `/itemised-bill-settings?tenantId=${tenantId}`)
  assert.partialDeepStrictEqual(bills.body.choices, [{ choice: 'last-three-cut', validFrom: today.with({ day: 1 }).toString() }])

  assert.partialDeepStrictEqual(await list('/directory-entries'), [
    { subscriberNumber: '+4922198500', name: 'Muster GmbH', publication: 'listed', toTell: 'create', address: ADDRESS },
  ])
})

test('ORD-01: an order that chooses none of that leaves none of it', async () => {
  const { id } = (await operator('POST', '/orders', { form: newOrder('ohne.example.org') })).body
  for (const step of ['check', 'confirm']) await stepOf(id, step)
  const { tenantId, state } = (await stepOf(id, 'provision')).body
  assert.equal(state, 'provisioned')
  for (const path of ['/sepa-mandates', '/consent-entries', '/directory-entries'])
    assert.deepEqual((await operator('GET', `${path}?tenantId=${String(tenantId)}`)).body.items, [], path)
})

test('ORD-01, ORD-02: what the profile does not allow is told with all its faults, and nothing is kept', async () => {
  const sunday = Temporal.PlainDate.from(nextMonday()).subtract({ days: 1 }).toString()
  const form = newOrder('wrong.example.org', {
    wishDate: sunday,
    items: [
      { item: 'base', quantity: 1 },
      { item: 'extension', quantity: 2 },
    ],
  })
  const answer = await operator('POST', '/orders', { form })
  assert.equal(answer.status, 400, JSON.stringify(answer.body))
  const errors = answer.body.errors as { pointer: string; detail: string }[]
  assert.deepEqual([...new Set(errors.map(({ pointer }) => pointer))], ['/form/wishDate', '/form/items'])
  assert.match(JSON.stringify(errors), /is a sunday.*at least 3/)
  const past = await operator('POST', '/orders/preview', { form: newOrder('wrong.example.org', { wishDate: '2020-01-06' }) })
  assert.match(JSON.stringify(past.body.faults), /liegt in der Vergangenheit/)
})

test('ORD-05: an installation variant has its limits, and the contract begins when the customer is ready', async () => {
  await operator('POST', '/number-stock', { e164: '+49221986000', size: 1000 })
  const items = [
    { item: 'quota-10', quantity: 1 },
    { item: 'extension', quantity: 10 },
  ]
  const form = newOrder('quota.example.org', {
    profileId: 'quota',
    items,
    installation: 'comfort',
    needs: { forwardings: 4 },
    extensions: [],
  })
  const faults = (await operator('POST', '/orders/preview', { form })).body.faults
  assert.match(JSON.stringify(faults), /höchstens 3 Weiterleitungen, bestellt sind 4/)
  const fitting = { ...form, needs: { forwardings: 3, briefingMinutes: 60 } }
  const once = async (chosen: object) =>
    ((await operator('POST', '/orders/preview', { form: chosen })).body.onceSum as { amount: string }).amount
  assert.equal(await once({ ...form, installation: 'self' }), '0.00')
  assert.equal(await once(fitting), '249.00', 'comfort costs what the profile says')
  assert.equal(await once({ ...form, installation: 'individual', installationHours: 3 }), '387.00', 'three hours of 129')
  const { id } = (await operator('POST', '/orders', { form: fitting })).body
  for (const step of ['check', 'confirm']) await stepOf(id, step)
  const done = await stepOf(id, 'provision')
  assert.equal(done.status, 200, JSON.stringify(done.body))
  assert.equal(done.body.state, 'provisioned')
  assert.equal(done.body.contractId, null, 'it begins with the first use, at the latest on the third working day')
  const handedOver = Temporal.Instant.from(String(done.body.handedOverAt)).toZonedDateTimeISO('Europe/Berlin').toPlainDate()
  const by = Temporal.PlainDate.from(String(done.body.billingBeginsBy))
  const days = handedOver.until(by).days
  assert.ok(days >= 3 && days <= 7 && by.dayOfWeek <= 5, `${by} is the third working day after ${handedOver}`)
})

test('[P] BIL-01: ordered packages are what extensions have, the named ones first; price, charges and later orders count them', async () => {
  const items = [
    { item: 'base', quantity: 1 },
    { item: 'user-basic', quantity: 3 },
    { item: 'user-premium', quantity: 1 },
  ]
  const wishDate = Temporal.Now.plainDateISO('Europe/Berlin').toString()
  const more = { profileId: 'packages', wishDate, items, extensions: [{ number: '10', name: 'Chefin', userPackage: 'user-premium' }] }
  const form = newOrder('kanzlei.example.org', more)
  const preview = (await operator('POST', '/orders/preview', { form })).body
  assert.deepEqual(preview.faults, [])
  // 24.90 + 3 × 5.90 + 12.90.
  assert.equal((preview.monthlySum as { amount: string }).amount, '55.50')
  const wrong = newOrder('kanzlei.example.org', {
    ...more,
    extensions: [...more.extensions, { number: '11', name: 'B', userPackage: 'user-premium' }],
  })
  const { faults } = (await operator('POST', '/orders/preview', { form: wrong })).body
  assert.match(JSON.stringify(faults), /nennt 2 Nebenstellen mit dem Paket user-premium, bestellt sind 1/)
  assert.equal((await operator('POST', '/number-stock', { e164: '+4922197600', size: 100 })).status, 201)
  const { id } = (await operator('POST', '/orders', { form })).body
  for (const step of ['check', 'confirm']) await stepOf(id, step)
  const done = await stepOf(id, 'provision')
  assert.equal(done.status, 200, JSON.stringify(done.body))
  const tenantId = String(done.body.tenantId)
  const extensions = async () =>
    (await operator('GET', `/extensions?tenantId=${tenantId}`)).body.items?.map(
      ({ number, userPackage, outgoingNumber }) => `${String(number)} ${String(userPackage)} ${String(outgoingNumber).slice(-2)}`,
    )
  assert.deepEqual(await extensions(), ['10 user-premium 03', '11 user-basic 00', '12 user-basic 01', '13 user-basic 02'])

  const contractId = String(done.body.contractId)
  const second = Temporal.PlainDate.from(wishDate).with({ day: 1 }).add({ months: 1 }).toString().slice(0, 7)
  const charged = async () =>
    ((await operator('GET', `/contracts/${contractId}/charges?month=${second}`)).body.total as { amount: string }).amount
  assert.equal(await charged(), '55.50')
  const change = { kind: 'change', contractId, wishDate, items: [{ item: 'user-comfort', quantity: 1 }] }
  const further = await operator('POST', '/orders', { tenantId, form: change })
  assert.equal(further.status, 201, JSON.stringify(further.body))
  for (const step of ['check', 'confirm', 'provision']) assert.equal((await stepOf(further.body.id, step)).status, 200, step)
  assert.match(String((await extensions())?.at(-1)), /^14 user-comfort/)
})

test('ORD-06: an order is refused with a reason; a customer sees its own orders only, and leads none on', async () => {
  const { id } = (await operator('POST', '/orders', { form: newOrder('arm.example.org') })).body
  assert.equal((await stepOf(id, 'refuse')).status, 422)
  const refused = await stepOf(id, 'refuse', { reason: 'Auskunft mit Befund' })
  assert.equal(refused.body.state, 'refused')
  assert.equal((refused.body.history as { reason: string }[]).at(-1)?.reason, 'Auskunft mit Befund')
  assert.deepEqual((await operator('GET', '/tenants?q=arm.example.org')).body.items, [])
  const tenant = await operator('POST', '/tenants', { name: 'Andere', sipDomain: 'andere.example.org' })
  const client = await whole.api.client({ kind: 'tenant', tenantId: String(tenant.body.id) })
  assert.deepEqual((await client('GET', '/orders')).body.items, [])
  assert.equal((await client('GET', `/orders/${String(id)}`)).status, 404)
})
