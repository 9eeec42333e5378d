/** What a contract says and what the exchange has are the same after more and after less was ordered (ORD-01, ORD-02). */
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { TestClient, TestCluster } from '@klinke/platform/test-support'
import { eventually, VirtualClock } from '@klinke/testbed'
import { type WholeApi, wholeApi, wholeCluster } from '../every-route/test-support/whole-api.ts'

// Sites are found from then on: by the clock of the wall, too.
const clock = new VirtualClock(Date.parse('2026-01-05T09:00:00Z'))
let cluster: TestCluster
let whole: WholeApi
let operator: TestClient

before(async () => {
  cluster = await wholeCluster()
  whole = await wholeApi(cluster, clock)
  operator = await whole.api.client({ kind: 'operator' })
  for (const name of ['flat', 'channels', 'packages', 'trunks']) {
    const yaml = await readFile(join(import.meta.dirname, '../../../../profiles', `${name}.yaml`), 'utf8')
    assert.equal((await operator('POST', '/product-profiles', { yaml })).status, 201)
  }
  assert.equal((await operator('POST', '/number-stock', { e164: '+49221987000', size: 1000 })).status, 201)
})
after(async () => {
  await whole[Symbol.asyncDispose]()
  await cluster[Symbol.asyncDispose]()
})

const ADDRESS = { street: 'Domkloster', houseNumber: '4', postalCode: '50667', city: 'Köln' }
const PDF = { 'content-type': 'application/pdf' }
let customers = 0
type Quantities = Readonly<Record<string, number>>

async function step(id: unknown, name: string) {
  return operator('POST', `/orders/${String(id)}/steps`, { step: name })
}

/** A new customer with what was ordered: set up at once. */
async function customerWith(profileId: string, quantities: Quantities) {
  const domain = `kunde-${++customers}.example.org`
  const form = {
    ...{ kind: 'new', profileId, wishDate: nextWorkingDay(), sipDomain: domain },
    customer: { ...ADDRESS, company: 'Muster GmbH', phone: '+49 221 123450', email: `rechnung@${domain}` },
    administrator: { name: 'Anna Admin', email: `anna@${domain}` },
    site: { name: 'Zentrale', areaCode: '221', address: ADDRESS },
    items: Object.entries(quantities).map(([item, quantity]) => ({ item, quantity })),
  }
  const given = await operator('POST', '/orders', { form })
  assert.equal(given.status, 201, JSON.stringify(given.body))
  for (const name of ['check', 'confirm']) await step(given.body.id, name)
  let done = await step(given.body.id, 'provision')
  if (done.status === 409) {
    // NUM-02: numbers stand at proven sites, where the product wants it.
    const waiting = await operator('GET', `/orders/${String(given.body.id)}`)
    const sites = await operator('GET', `/sites?tenantId=${String(waiting.body.tenantId)}`)
    const [site] = sites.body.items as unknown as readonly { readonly id: string }[]
    await operator('POST', `/sites/${String(site?.id)}/proofs?name=Handelsregister`, Buffer.from('%PDF-1.7'), PDF)
    done = await step(given.body.id, 'provision')
  }
  assert.equal(done.status, 200, JSON.stringify(done.body))
  const [tenantId, contractId] = [String(done.body.tenantId), String(done.body.contractId)]
  const list = async (path: string) =>
    (await operator('GET', `${path}?tenantId=${tenantId}`)).body.items as unknown as readonly {
      readonly id: string
      readonly number: string
    }[]
  const numbersOf = async (path: string) => (await list(path)).map(({ number }) => number)
  /** Ordered, and set up once its day has come. */
  const change = async (wishDate: string, wanted: Quantities, more: object = {}) => {
    const { items } = (await operator('GET', `/contracts/${contractId}`)).body as unknown as {
      readonly items: readonly { readonly id: string; readonly item: string }[]
    }
    const changes = Object.entries(wanted).map(([item, quantity]) => {
      const itemId = items.find((each) => each.item === item)?.id
      return itemId === undefined ? { item, quantity } : { itemId, quantity }
    })
    const ordered = await operator('POST', '/orders', { tenantId, form: { kind: 'change', contractId, wishDate, items: changes, ...more } })
    assert.equal(ordered.status, 201, JSON.stringify(ordered.body))
    for (const name of ['check', 'confirm']) assert.equal((await step(ordered.body.id, name)).status, 200)
    await clock.advance(Math.max(0, Date.parse(`${wishDate}T09:00:00Z`) - clock.epochMs()))
    return { id: ordered.body.id, answer: await step(ordered.body.id, 'provision') }
  }
  return { tenantId, contractId, list, numbersOf, change }
}

/** In Berlin, so many days on. */
function dayIn(days: number): string {
  return Temporal.Instant.fromEpochMilliseconds(clock.epochMs()).toZonedDateTimeISO('Europe/Berlin').toPlainDate().add({ days }).toString()
}

/** From Monday to Friday, and no holiday of those that the tests come by. */
function nextWorkingDay(): string {
  let day = Temporal.Instant.fromEpochMilliseconds(clock.epochMs()).toZonedDateTimeISO('UTC').toPlainDate()
  while (day.dayOfWeek > 5) day = day.add({ days: 1 })
  return day.toString()
}

test('ORD-02: what is booked no longer goes: an empty group by itself, rooms and extensions that are named; what is used waits', async () => {
  const booked = { base: 1, extension: 5, 'number-ten': 1, group: 2, room: 2 }
  const { list, numbersOf, change, tenantId } = await customerWith('flat', booked)
  assert.deepEqual(await numbersOf('/ring-groups'), ['300', '301'])
  assert.deepEqual(await numbersOf('/conference-rooms'), ['302', '303'])
  const [first] = await list('/extensions')
  const [, second] = await list('/ring-groups')
  const member = { members: [{ extensionId: first?.id }] }
  assert.equal((await operator('PATCH', `/ring-groups/${String(second?.id)}`, member)).status, 200)

  const { id, answer } = await change('2026-03-01', { group: 1, room: 1, extension: 4 }, { takeAway: ['14'] })
  assert.deepEqual([answer.status, answer.body.type], [409, 'urn:klinke:problem:order-provisioning-stopped'])
  assert.match(String(answer.body.detail), /There are 2 conference rooms, and 1 are booked: 302 .*, 303 .*\. Name those that go/)
  assert.deepEqual(await numbersOf('/ring-groups'), ['301'], 'the one with nobody in it is gone')
  assert.deepEqual(await numbersOf('/extensions'), ['10', '11', '12', '13'], 'the one that was named is gone, with its number set free')
  const numbers = (await operator('GET', `/numbers?tenantId=${tenantId}`)).body.items as unknown as readonly {
    readonly e164: string
    readonly extensionNumber: string | null
  }[]
  assert.deepEqual([numbers.length, numbers.filter(({ extensionNumber }) => extensionNumber !== null).length], [10, 4])

  const [number] = numbers
  const [, room] = await list('/conference-rooms')
  const lead = (destination: object | null) => operator('PATCH', `/numbers/${String(number?.e164)}`, { destination })
  assert.equal((await lead({ kind: 'conference', targetId: room?.id })).status, 200)
  const { tasks } = (await operator('GET', `/orders/${String(id)}`)).body as unknown as {
    readonly tasks: readonly { readonly position: number; readonly kind: string; readonly doneAt: string | null }[]
  }
  const at = tasks.find(({ kind, doneAt }) => kind === 'take-away' && doneAt === null)?.position
  const amended = await operator('PATCH', `/orders/${String(id)}/tasks/${String(at)}`, {
    ...{ input: { kind: 'take-away', names: ['303'] }, reason: 'Vom Kunden genannt' },
  })
  assert.match(JSON.stringify(amended.body), /Hierher leiten Anrufe/)
  assert.equal((await lead(null)).status, 200)
  assert.equal((await step(id, 'provision')).body.state, 'active')
  assert.deepEqual(await numbersOf('/conference-rooms'), ['302'])
})

test('what somebody has deleted by itself need not go again', async () => {
  const { list, numbersOf, change } = await customerWith('flat', { base: 1, extension: 3, 'number-ten': 1, room: 2 })
  const [room] = await list('/conference-rooms')
  assert.equal((await operator('DELETE', `/conference-rooms/${String(room?.id)}`)).status, 204)
  const { answer } = await change('2026-05-01', { room: 1 })
  assert.equal(answer.body.state, 'active', JSON.stringify(answer.body))
  assert.equal((await numbersOf('/conference-rooms')).length, 1)
})

test('user packages are exchanged in one order: those that go make room for those that come', async () => {
  const { list, numbersOf, change } = await customerWith('packages', { base: 1, 'user-basic': 2 })
  const before = (await list('/extensions')).map(({ id }) => id)
  const { answer } = await change(firstOfMonthIn(1), { 'user-basic': 0, 'user-premium': 2 }, { takeAway: await numbersOf('/extensions') })
  assert.equal(answer.body.state, 'active', JSON.stringify(answer.body))
  const now = (await list('/extensions')).map(({ id }) => id)
  assert.deepEqual([now.length, now.filter((id) => before.includes(id))], [2, []])
})

interface Limits {
  readonly storageBytes: number
  readonly ownCarriers?: number
  readonly maxExtensions?: number
  readonly admission?: { readonly channels?: { readonly both?: number } }
}

async function limitsOf(tenantId: string): Promise<Limits> {
  return ((await operator('GET', `/tenants/${tenantId}`)).body as unknown as { readonly profile: Limits }).profile
}

const GB = 1024 ** 3
const DAY_MS = 86_400_000
/** Orders are looked through so often. */
const ROUND_MS = 600_000

test('REC-01 [C]: further storage is there once it is booked, and goes with it', async () => {
  const { tenantId, change } = await customerWith('channels', { 'channel-basic': 4, 'number-block-ten': 1, storage: 2 })
  const room = async () => (await limitsOf(tenantId)).storageBytes / GB
  assert.equal(await room(), 30)
  const used = await operator('GET', `/storage?tenantId=${tenantId}`)
  assert.equal(used.body.quotaBytes, 30 * GB)
  assert.equal((await change('2026-07-01', { storage: 1 })).answer.body.state, 'active')
  assert.equal(await room(), 20)
  assert.equal((await change('2026-08-01', { storage: 0 })).answer.body.state, 'active')
  assert.equal(await room(), 10, 'what everybody has')
})

test('TRK-12 [P] [F]: providers of the customer itself are as many as are booked', async () => {
  const most = async (tenantId: string) => (await limitsOf(tenantId)).ownCarriers
  const law = await customerWith('packages', { base: 1, 'user-basic': 1, trunk: 2 })
  assert.equal(await most(law.tenantId), 3, 'one is included')
  assert.equal((await law.change('2026-09-01', { trunk: 0 })).answer.body.state, 'active')
  assert.equal(await most(law.tenantId), 1)
  const shop = await customerWith('flat', { base: 1, extension: 3, 'number-ten': 1 })
  assert.equal(await most(shop.tenantId), 0)
  assert.equal((await shop.change('2026-10-01', { 'third-party-trunk': 1 })).answer.body.state, 'active')
  assert.equal(await most(shop.tenantId), 1)
})

test('limits follow contracts that change without an order; what is granted by hand stays until something else is booked', async () => {
  const { tenantId, contractId } = await customerWith('flat', { base: 1, extension: 3, 'number-ten': 1, channel: 2 })
  const rounds = whole.billing.begin()
  try {
    const { items } = (await operator('GET', `/contracts/${contractId}`)).body as unknown as {
      readonly items: readonly { readonly id: string; readonly item: string }[]
    }
    const idOf = (item: string) => items.find((each) => each.item === item)?.id
    const { profile } = (await operator('GET', `/tenants/${tenantId}`)).body as { readonly profile: Limits }
    assert.deepEqual([profile.admission?.channels?.both, profile.maxExtensions], [12, 3])
    assert.equal((await operator('PATCH', `/tenants/${tenantId}`, { profile: { maxExtensions: 7 } })).status, 200)
    const from = dayIn(2)
    const changes = { from, items: [{ itemId: idOf('channel'), quantity: 5 }] }
    assert.equal((await operator('POST', `/contracts/${contractId}/changes`, changes)).status, 201)
    const channels = async () => (await limitsOf(tenantId)).admission?.channels?.both
    await clock.advance(DAY_MS)
    assert.equal(await channels(), 12, 'not before its day')
    await clock.advance(DAY_MS)
    await eventually('its day has come, and the exchange has the channels', async () => {
      await clock.advance(ROUND_MS)
      return (await channels()) === 15
    })
    assert.equal((await limitsOf(tenantId)).maxExtensions, 7, 'nobody has booked other extensions')
  } finally {
    for (const room of rounds) await room.close(undefined)
  }
  // However often was asked: the tests that follow begin on one day, which works.
  await clock.advance(Date.parse('2026-11-03T09:00:00Z') - clock.epochMs())
})

/** What was charged once to a contract in the month of the clock, apart from numbers. */
async function chargedOnce(contractId: string): Promise<readonly string[]> {
  const month = dayIn(0).slice(0, 7)
  const { items } = (await operator('GET', `/contracts/${contractId}/charges?month=${month}`)).body as unknown as {
    readonly items: readonly {
      readonly kind: string
      readonly item: string
      readonly title: { readonly de: string }
      readonly amount: { readonly amount: string }
    }[]
  }
  return items
    .filter(({ kind, item }) => kind === 'one-off' && !item.startsWith('number-'))
    .map(({ title, amount }) => `${title.de} ${amount.amount}`)
}

test('NUM-09 [F]: the validation of a foreign number is charged once, when it is approved; where no product says so, never', async () => {
  const shop = await customerWith('flat', { base: 1, extension: 3, 'number-ten': 1 })
  const law = await customerWith('packages', { base: 1, 'user-basic': 1 })
  for (const { tenantId } of [shop, law]) {
    const asked = await operator('POST', '/number-rights', { tenantId, number: '+4915112345678', owner: 'Muster GmbH', proof: 'invoice' })
    assert.equal(asked.status, 201, JSON.stringify(asked.body))
    const path = `/number-rights/${String(asked.body.id)}`
    assert.equal((await operator('POST', `${path}/documents?name=Rechnung`, Buffer.from('%PDF-1.7'), PDF)).status, 201)
    // Another date for what is approved already is no validation.
    for (const _ of [1, 2]) assert.equal((await operator('POST', `${path}/approval`, {})).status, 200)
  }
  assert.deepEqual(await chargedOnce(shop.contractId), ['Prüfung einer fremden Absendernummer: +4915112345678 29.00'])
  assert.deepEqual(await chargedOnce(law.contractId), [])
})

test('TRK-16 [T]: a minor change of a trunk is charged when its seller says so, and taken back while its month runs', async () => {
  const { tenantId, contractId } = await customerWith('trunks', { 'extended-connect': 10, 'number-ten': 1 })
  const { items } = (await operator('GET', `/customer-trunks?tenantId=${tenantId}`)).body as unknown as {
    readonly items: readonly { readonly id: string; readonly name: string }[]
  }
  const [trunk] = items
  const path = `/customer-trunks/${String(trunk?.id)}/changes`
  const access = { kind: 'access', access: 'fixed-ip', places: [{ host: '192.0.2.77' }] }
  assert.equal((await operator('POST', path, access)).status, 201)
  assert.deepEqual(await chargedOnce(contractId), [], 'the seller mends its own')
  const numbered = { kind: 'places', places: [{ host: '192.0.2.79' }] }
  assert.equal((await operator('POST', `${path}?charge=true`, numbered)).status, 201)
  const customer = await whole.api.client({ kind: 'tenant', tenantId })
  assert.equal(
    (await customer('POST', path, { kind: 'places', places: [{ host: '192.0.2.78' }] })).status,
    201,
    'the customer does that itself',
  )
  assert.equal((await customer('POST', `${path}?charge=true`, numbered)).status, 403)
  assert.deepEqual(await chargedOnce(contractId), [`Kleine Änderung (bis 15 Minuten): ${String(trunk?.name)} 25.00`])
  const { items: events } = (await operator('GET', `/contracts/${contractId}/events`)).body as unknown as {
    readonly items: readonly { readonly id: string; readonly kind: string }[]
  }
  const eventId = events.find(({ kind }) => kind === 'one-off')?.id
  assert.equal((await operator('POST', `/contracts/${contractId}/withdrawals`, { eventId })).status, 200)
  assert.deepEqual(await chargedOnce(contractId), [])
})

/** What works of what can be booked. */
async function working({ tenantId, numbersOf }: Awaited<ReturnType<typeof customerWith>>) {
  const { storageBytes, ownCarriers, maxExtensions, admission } = await limitsOf(tenantId)
  const count = async (path: string) => (await numbersOf(path)).length
  return {
    ...{ extensions: await count('/extensions'), groups: await count('/ring-groups'), queues: await count('/queues') },
    ...{ rooms: await count('/conference-rooms'), channels: admission?.channels?.both, most: maxExtensions },
    ...{ storage: storageBytes / GB, carriers: ownCarriers },
  }
}

/** [P] has no channels of ours: the customer brings its trunk. */
const ROWS: readonly (readonly [
  profile: string,
  booked: Quantities,
  more: Quantities,
  afterMore: object,
  fewer: Quantities,
  goes: readonly string[],
  afterFewer: object,
])[] = [
  [
    ...(['flat', { base: 1, extension: 3, 'number-ten': 1, queue: 1 }] as const),
    ...([
      { extension: 5, queue: 3, channel: 2, room: 1 },
      { extensions: 5, most: 5, queues: 3, channels: 12, rooms: 1, carriers: 0 },
    ] as const),
    ...([{ extension: 4, queue: 1, channel: 0, room: 0 }, ['12', '303']] as const),
    { extensions: 4, most: 4, queues: 1, channels: 10, rooms: 0, carriers: 0 },
  ],
  [
    ...(['channels', { 'channel-comfort': 4, 'number-block-ten': 1 }] as const),
    ...([
      { 'channel-comfort': 8, conference: 1, storage: 1 },
      { channels: 8, rooms: 1, storage: 20 },
    ] as const),
    ...([{ conference: 0, storage: 0 }, ['300'], { channels: 8, rooms: 0, storage: 10 }] as const),
  ],
  [
    ...(['packages', { base: 1, 'user-basic': 2, group: 1 }] as const),
    ...([
      { group: 3, trunk: 3, 'user-premium': 1 },
      { groups: 3, carriers: 4, extensions: 3, most: 3 },
    ] as const),
    ...([{ group: 1, trunk: 1, 'user-basic': 1 }, ['10'], { groups: 1, carriers: 2, extensions: 2, most: 2 }] as const),
  ],
]

test('book more, then less, and count what works: a row for each profile that begins with its order; trunks have a test of their own', async () => {
  const customers = []
  for (const [profile, booked] of ROWS) customers.push(await customerWith(profile, booked))
  const more = firstOfMonthIn(1)
  for (const [index, customer] of customers.entries()) {
    const [profile, , wanted, afterMore] = ROWS[index] ?? assert.fail()
    const { answer } = await customer.change(more, wanted)
    assert.equal(answer.body.state, 'active', `${profile}: ${JSON.stringify(answer.body)}`)
    assert.partialDeepStrictEqual(await working(customer), afterMore, profile)
  }
  for (const [index, customer] of customers.entries()) {
    const [profile, , , , wanted, takeAway, after] = ROWS[index] ?? assert.fail()
    const { answer } = await customer.change(firstOfMonthIn(3), wanted, { takeAway })
    assert.equal(answer.body.state, 'active', `${profile}: ${JSON.stringify(answer.body)}`)
    assert.partialDeepStrictEqual(await working(customer), after, profile)
  }
})

function firstOfMonthIn(months: number): string {
  return Temporal.PlainDate.from(dayIn(0)).with({ day: 1 }).add({ months }).toString()
}
