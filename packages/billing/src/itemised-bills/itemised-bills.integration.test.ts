/** Itemised bills through the API (BIL-06, BIL-10, § 11 TDDDG). */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { retentionNight } from '@klinke/accounts'
import { below, seededRandom, silentLogger } from '@klinke/foundation'
import type { Tx } from '@klinke/platform'
import { readPdf, type TestClient, type TestCluster } from '@klinke/platform/test-support'
import { sql } from 'kysely'
import { z } from 'zod'
import { microsOf } from '../amounts.ts'
import { insertObjection } from '../invoices/objections/objection-store.ts'
import { dispatchedInvoices, disputedDays } from '../invoices/what-others-ask.ts'
import { ratedCallKind } from '../rated-calls/kept-calls.ts'
import type { TariffDocument } from '../rated-calls/tariff-file.ts'
import { ACME, BOLT, billingCluster, DOCUMENT, giveTariff, used } from '../rated-calls/test-support/rated-world.ts'
import { wholeList } from './bill-calls.ts'
import type { CallScope } from './call-scope.ts'
import { CounsellingLines, KNOWN_LINES } from './counselling-lines.ts'
import { type BillWorld, billWorld } from './test-support/bill-world.ts'
import { listedCallView, wholeBillView } from './views.ts'

let cluster: TestCluster
before(async () => {
  cluster = await billingCluster()
})
after(() => cluster[Symbol.asyncDispose]())

const MOBILE = '+4915112345678'
/** With an area code, so that calls to it cost something: 0800 and 116 are free (BIL-02). */
const COUNSELLING = '+4922155599'
const LINES = [...KNOWN_LINES, { number: COUNSELLING, name: 'Beratungsstelle am Dom' }]
const TARIFF: TariffDocument = {
  ...DOCUMENT,
  zones: [
    ...DOCUMENT.zones,
    {
      id: 'premium',
      name: { de: 'Premiumdienste', en: 'Premium services' },
      kind: 'special',
      prices: [{ perMinute: '1.00' }],
      statement: 'separate',
    },
  ],
  prefixes: [...DOCUMENT.prefixes, { prefix: '+49900', zone: 'premium' }],
}
const at = (text: string) => ({ answeredAtMs: Date.parse(text) })
const declaration = { declaredBy: 'Erika Muster', employeesInformed: true, worksCouncil: 'involved' }

type Call = z.infer<typeof listedCallView>

async function wholeBill(client: TestClient, id: string): Promise<z.infer<typeof wholeBillView>> {
  return wholeBillView.parse((await client('GET', `/itemised-bills/${id}`)).body)
}

async function billId(client: TestClient): Promise<string> {
  return String((await client('GET', '/itemised-bills')).body.items?.[0]?.invoiceId)
}

/** All pages. */
async function callsOf(client: TestClient, id: string, query = '', limit = 50): Promise<readonly Call[]> {
  const calls: Call[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const next: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`
    const { status, body } = await client('GET', `/itemised-bills/${id}/calls?limit=${limit}${query}${next}`)
    assert.equal(status, 200, JSON.stringify(body))
    calls.push(...z.array(listedCallView).parse(body.items))
    cursor = (body.nextCursor ?? null) as string | null
  }
  return calls
}

/** A customer who has asked in October; calls in November, billed on 2 December. */
async function november(world: BillWorld, choice: object, calls: readonly ReturnType<typeof used>[]): Promise<string> {
  await giveTariff(world.operator, { document: TARIFF })
  const operator = await world.client({ kind: 'operator' })
  assert.equal((await operator('PATCH', '/counselling-lines', { entries: LINES })).status, 200)
  assert.equal((await world.customer('POST', '/itemised-bill-declarations', declaration)).status, 201)
  const chosen = await world.customer('POST', '/itemised-bill-choices', choice)
  assert.deepEqual([chosen.status, chosen.body.validFrom], [201, '2026-11-01'])
  world.told.push(...calls)
  await world.rateAll()
  await world.on('2026-12-02')
  await world.bill('2026-11', '2026-12-02')
  return billId(world.customer)
}

test('the bill lists what stands on the invoice, by extension, without the last three digits, and says what was not dialled', async () => {
  await using world = await billWorld(cluster)
  const id = await november(world, { choice: 'last-three-cut' }, [
    used('b', { called: MOBILE, extensionId: 'ext-11', origin: 'forwarded', ...at('2026-11-10T10:00:00Z') }),
    used('a', { called: MOBILE, extensionId: 'ext-11', ...at('2026-11-09T23:30:00Z') }),
    used('c', { called: MOBILE, medium: 'fax' }),
    used('free', { way: 'on-net' }),
    used('bundle', {}, 60),
  ])
  const calls = await callsOf(world.customer, id, '', 2)
  assert.deepEqual(
    calls.map((call) => [call.called, call.extension, call.price?.amount]),
    [
      ['+4915112345xxx', null, '0.2504'],
      ['+4915112345xxx', '11 Empfang', '0.2504'],
      ['+4915112345xxx', '11 Empfang', '0.2504'],
    ],
  )
  assert.partialDeepStrictEqual(calls, [{ medium: 'fax' }, { origin: 'own' }, { origin: 'forwarded' }])
  const whole = await wholeBill(world.customer, id)
  assert.partialDeepStrictEqual(whole, { total: '0.75', rounding: '-0.0012', isWhole: true, unlisted: null })
  const csv = (await world.customer('GET', `/itemised-bills/${id}/files/csv`)).raw.toString()
  assert.match(csv, /;11 Empfang;\+4922155500;10\.11\.2026;00:30:00;004915112345xxx;Mobilfunk;;90;120;0,2504\r\n/)
  assert.match(csv, /10\.11\.2026;11:00:00;004915112345xxx;Mobilfunk;weitergeleitet;/)
  assert.match(csv, /Abgerundet auf Cent je Rechnungszeile: abzüglich;;;;0,0012\r\n.*Verbindungen auf der Rechnung, netto;;;;0,75\r\n/)
})

test('a line of the invoice opens to its calls, and each call to the rule that priced it; never to lines for people in need', async () => {
  await using world = await billWorld(cluster)
  const id = await november(world, { choice: 'last-three-cut' }, [
    used('fixed', {}, 700),
    used('mobile', { called: MOBILE }),
    used('help', { called: COUNSELLING }),
  ])
  const lines: string[] = []
  for (const line of [1, 2]) lines.push((await callsOf(world.customer, id, `&line=${line}`)).map(({ called }) => called).join())
  assert.deepEqual(lines, ['+493012xxx', '+4915112345xxx'])
  assert.equal((await world.customer('GET', `/itemised-bills/${id}/calls?line=9`)).status, 404)
  const { body } = await world.customer('GET', `/itemised-bills/${id}/calls/mobile`)
  assert.partialDeepStrictEqual(body, { called: '+4915112345xxx', price: { amount: '0.2504' } })
  assert.match(JSON.stringify(body.because), /Vorwahl \+49151.*0,1252|Vorwahl \+49151.*0\.1252/)
  assert.partialDeepStrictEqual(body.rule, {
    ...{ validFrom: '2026-01-01', zone: { de: 'Mobilfunk', en: 'Mobile' }, prefix: '+49151', isInherited: false },
    steps: [{ seconds: 120, increment: { firstSeconds: 60, thenSeconds: 60 }, perMinute: '0.1252', setUp: '0.00', bundles: [] }],
  })
  const { rule } = (await world.customer('GET', `/itemised-bills/${id}/calls/fixed`)).body as { readonly rule: unknown }
  assert.partialDeepStrictEqual(rule, { steps: [{ bundles: [{ name: { de: 'Freiminuten', en: 'Free minutes' }, seconds: 600 }] }] })
  assert.equal((await world.customer('GET', `/itemised-bills/${id}/calls/help`)).status, 404)
  assert.equal((await world.customer('GET', `/itemised-bills/${id}/calls/unknown`)).status, 404)
})

test('the operator sees all calls behind a line, whatever the customer has chosen; nobody else those to lines for people in need', async () => {
  await using world = await billWorld(cluster)
  const id = await november(world, { choice: 'none' }, [
    used('fixed', {}, 700),
    used('mobile', { called: MOBILE }),
    used('help', { called: COUNSELLING }),
    used('free', { way: 'on-net' }),
  ])
  world.told.push(used('late', { called: MOBILE }))
  await world.rateAll()
  const seen = async (client: TestClient, query: string): Promise<readonly unknown[]> =>
    ((await client('GET', `/rated-calls?invoiceId=${id}${query}`)).body.items ?? []).map((call) => call.id).toSorted()
  assert.deepEqual(await seen(world.operator, ''), ['fixed', 'help', 'mobile'])
  assert.deepEqual([await seen(world.operator, '&line=1'), await seen(world.operator, '&line=2')], [['fixed', 'help'], ['mobile']])
  const acme = await world.ratedApi.client({ kind: 'tenant', tenantId: ACME })
  const bolt = await world.ratedApi.client({ kind: 'tenant', tenantId: BOLT })
  assert.deepEqual(await seen(acme, '&line=1'), ['fixed'])
  assert.equal((await bolt('GET', `/rated-calls?invoiceId=${id}`)).status, 404)
  assert.equal((await world.operator('GET', `/rated-calls?invoiceId=${id}&line=9`)).status, 404)
  assert.equal((await world.operator('GET', '/rated-calls?line=1')).status, 400)
})

test("the list of lines for people in need is the operator's alone; nothing that a customer can ask names it", async () => {
  await using world = await billWorld(cluster)
  for (const [method, body] of [
    ['GET', undefined],
    ['PATCH', { entries: [] }],
  ] as const)
    assert.equal((await world.customer(method, '/counselling-lines', body)).status, 403)
  const id = await november(world, { choice: 'full' }, [used('help', { called: COUNSELLING }), used('other', {}, 700)])
  const texts: string[] = []
  for (const path of ['', '/calls', '/calls?line=1', '/files/csv', '/calls/other'])
    texts.push((await world.customer('GET', `/itemised-bills/${id}${path}`)).raw.toString())
  for (const { name, number } of LINES) for (const text of texts) assert.equal(text.includes(name) || text.includes(number), false, name)
})

test('who wishes it sees what bundles and the own net gave, for nothing', async () => {
  await using world = await billWorld(cluster)
  const calls = [used('a', { called: MOBILE }), used('bundle', {}, 60), used('free', { way: 'on-net' })]
  const id = await november(world, { choice: 'full', withFlat: true }, calls)
  assert.deepEqual((await callsOf(world.customer, id)).map(({ price }) => price?.amount).toSorted(), ['0.00', '0.00', '0.2504'])
  assert.match((await world.customer('GET', `/itemised-bills/${id}/files/csv?language=en`)).raw.toString(), /included/)
})

test('lines for people in need stand nowhere: one sum, with how many where the product says so', async () => {
  for (const kind of ['hidden', 'summed']) {
    await using world = await billWorld(cluster, `{ counsellingLines: ${kind} }`)
    const id = await november(world, { choice: 'full' }, [
      used('a', { called: MOBILE, extensionId: 'ext-11' }),
      used('help', { called: COUNSELLING, extensionId: 'ext-11', ...at('2026-11-12T10:00:00Z') }, 660),
      used('more help', { called: COUNSELLING, extensionId: 'ext-12', ...at('2026-11-13T10:00:00Z') }, 60),
    ])
    assert.deepEqual(
      (await callsOf(world.customer, id)).map(({ called }) => called),
      [MOBILE],
    )
    const whole = await wholeBill(world.customer, id)
    assert.deepEqual(
      whole.groups.map(({ calls, amount }) => [calls, amount]),
      [[1, '0.2504']],
    )
    assert.partialDeepStrictEqual(whole.unlisted, { calls: kind === 'summed' ? 2 : null, amount: '0.0302' })
    const csv = (await world.customer('GET', `/itemised-bills/${id}/files/csv`)).raw.toString()
    assert.ok(!csv.includes(COUNSELLING))
    assert.match(csv, kind === 'summed' ? /2 nicht einzeln aufgeführte .*, 12:00;;;;0,0302/ : /;Nicht einzeln aufgeführte .*;;;;0,0302/)
  }
})

test('a list that the operator loads holds at once', async () => {
  await using world = await billWorld(cluster)
  const id = await november(world, { choice: 'full' }, [used('a', { called: MOBILE }), used('b', { called: '+4915199999999' })])
  assert.equal((await callsOf(world.customer, id)).length, 2)
  const operator = await world.client({ kind: 'operator' })
  assert.equal((await world.customer('PATCH', '/counselling-lines', { entries: [] })).status, 403)
  assert.equal((await operator('PATCH', '/counselling-lines', { entries: [{ number: MOBILE, name: 'Beratung' }] })).status, 200)
  assert.deepEqual(
    (await callsOf(world.customer, id)).map(({ called }) => called),
    ['+4915199999999'],
  )
})

test('what somebody else bills has a list of its own, without prices, and no part in the sum (BIL-10)', async () => {
  await using world = await billWorld(cluster)
  const id = await november(world, { choice: 'full' }, [used('a', { called: MOBILE }), used('premium', { called: '+499001234567' })])
  assert.deepEqual(
    (await callsOf(world.customer, id)).map(({ called }) => called),
    [MOBILE],
  )
  assert.deepEqual(
    (await callsOf(world.customer, id, '&statement=separate')).map(({ called, price }) => [called, price]),
    [['+499001234567', null]],
  )
  const whole = await wholeBill(world.customer, id)
  assert.partialDeepStrictEqual(whole, { total: '0.25', separate: 1 })
  assert.match((await world.customer('GET', `/itemised-bills/${id}/files/csv?statement=separate`)).raw.toString(), /anderer Anbieter/)
})

test('whole numbers need the declaration; who revokes it hides them at once; each look at them is in the audit log', async () => {
  await using world = await billWorld(cluster, '{ cutNeedsDeclaration: false }')
  const refused = await world.customer('POST', '/itemised-bill-choices', { choice: 'full' })
  assert.equal(refused.body.type, 'urn:klinke:problem:itemised-bill-declaration-missing')
  const id = await november(world, { choice: 'full' }, [used('a', { called: MOBILE })])
  assert.deepEqual(
    (await callsOf(world.customer, id)).map(({ called }) => called),
    [MOBILE],
  )
  assert.equal((await world.customer('GET', `/itemised-bills/${id}/files/csv`)).status, 200)
  const deeds = () =>
    world.database.withOperator(async (tx) => {
      const { rows } = await sql<{ readonly route: string }>`
        SELECT route FROM audit_log WHERE subject = 'itemised_bill' AND subject_id = ${id} ORDER BY id`.execute(tx.tables())
      return rows.map(({ route }) => route)
    })
  const twice = ['GET /api/v1/itemised-bills/:invoiceId/calls', 'GET /api/v1/itemised-bills/:invoiceId/files/:format']
  assert.deepEqual(await deeds(), twice)
  const { body } = await world.customer('GET', '/itemised-bill-settings')
  const [given] = body.declarations as readonly { readonly id: string }[]
  const path = `/itemised-bill-declarations/${given?.id}/revocation`
  assert.equal((await (await world.client({ kind: 'tenant', tenantId: BOLT }))('POST', path)).status, 404)
  assert.equal((await world.customer('POST', path)).status, 200)
  assert.equal((await world.customer('POST', path)).status, 404)
  assert.deepEqual(
    (await callsOf(world.customer, id)).map(({ called }) => called),
    ['+4915112345xxx'],
  )
  assert.deepEqual(await deeds(), twice)
  const change = world.database.withOperator((tx) =>
    sql`UPDATE itemised_bill_declaration SET revoked_by = NULL, revoked_at = NULL`.execute(tx.tables()),
  )
  await assert.rejects(change, /not changed/)
})

test('who has not asked before the month gets none, unless there is an objection; users and other customers see nothing', async () => {
  await using world = await billWorld(cluster)
  await giveTariff(world.operator)
  world.told.push(used('a', { called: MOBILE, ...at('2026-10-10T10:00:00Z') }))
  await world.rateAll()
  assert.equal((await world.customer('POST', '/itemised-bill-declarations', declaration)).status, 201)
  assert.equal((await world.customer('POST', '/itemised-bill-choices', { choice: 'full' })).status, 201)
  await world.on('2026-11-02')
  await world.bill('2026-10', '2026-11-02')
  const id = await billId(world.customer)
  for (const path of [`/itemised-bills/${id}/calls`, `/itemised-bills/${id}/files/csv`, `/itemised-bills/${id}/files/pdf`])
    assert.equal((await world.customer('GET', path)).body.type, 'urn:klinke:problem:no-itemised-bill')
  assert.partialDeepStrictEqual((await world.customer('GET', `/itemised-bills/${id}`)).body, { state: 'none', groups: [], total: '0.25' })
  const bolt = await world.client({ kind: 'tenant', tenantId: BOLT })
  const user = await world.client({ kind: 'user', tenantId: ACME, extensionId: BOLT })
  const powerless = await world.client({ kind: 'tenant', tenantId: ACME, rights: { routing: 'write' } })
  for (const [client, status] of [
    [bolt, 404],
    [user, 403],
    [powerless, 403],
  ] as const)
    assert.equal((await client('GET', `/itemised-bills/${id}/calls`)).status, status)
  assert.deepEqual((await bolt('GET', '/itemised-bills')).body.items, [])
  await world.database.withOperator((tx) => insertObjection(tx, { tenantId: ACME, invoiceId: id, text: 'Zu viel', by: 'kasse' }))
  assert.deepEqual(
    (await callsOf(world.customer, id)).map(({ called }) => called),
    ['+4915112345xxx'],
  )
})

test('it is gone after the months of the product, but not while an objection is undecided', async () => {
  await using world = await billWorld(cluster, '{ deletedAfterMonths: 3 }')
  const id = await november(world, { choice: 'full' }, [used('a', { called: MOBILE })])
  await world.on('2027-02-28')
  assert.equal((await callsOf(world.customer, id)).length, 1)
  await world.on('2027-03-01')
  const gone = await world.customer('GET', `/itemised-bills/${id}/files/pdf`)
  assert.deepEqual([gone.status, gone.body.type], [410, 'urn:klinke:problem:itemised-bill-gone'])
  await world.database.withOperator((tx) => insertObjection(tx, { tenantId: ACME, invoiceId: id, text: 'Zu viel', by: 'kasse' }))
  assert.equal((await callsOf(world.customer, id)).length, 1)
})

test('the night that deletes calls takes the itemised bill with them: nothing of it is kept anywhere else (PRI-01)', async () => {
  await using world = await billWorld(cluster)
  const id = await november(world, { choice: 'full' }, [used('a', { called: MOBILE })])
  const night = async (day: string): Promise<number> => {
    await world.on(day)
    const { database, clock } = world
    await retentionNight({
      database,
      clock,
      logger: silentLogger,
      kinds: [ratedCallKind],
      invoices: dispatchedInvoices,
      disputes: disputedDays,
    })
    const { rows } = await database.withOperator((tx) =>
      sql<{ count: number }>`SELECT count(*)::integer AS count FROM rated_call`.execute(tx.tables()),
    )
    return rows[0]?.count ?? 0
  }
  // 180 days after 2 December.
  assert.equal(await night('2027-05-30'), 1)
  assert.equal((await callsOf(world.customer, id)).length, 1)
  assert.equal(await night('2027-05-31'), 0)
  assert.deepEqual(await callsOf(world.customer, id), [])
  assert.partialDeepStrictEqual((await world.customer('GET', `/itemised-bills/${id}`)).body, { isWhole: false, groups: [], total: '0.25' })
  await world.on('2027-06-01')
  assert.equal((await world.customer('GET', `/itemised-bills/${id}/files/csv`)).status, 410)
})

test('what the product does not offer cannot be chosen; a signed copy of before only the operator can enter', async () => {
  await using world = await billWorld(cluster, '{ choices: [last-three-cut], cutNeedsDeclaration: false, chargeableOnly: true }')
  const refused = await world.customer('POST', '/itemised-bill-choices', { choice: 'full' })
  assert.equal(refused.body.type, 'urn:klinke:problem:itemised-bill-choice-not-offered')
  const chosen = await world.customer('POST', '/itemised-bill-choices', { choice: 'last-three-cut', withFlat: true })
  assert.deepEqual([chosen.status, chosen.body.withFlat], [201, false])
  const own = await world.customer('POST', '/itemised-bill-declarations', { ...declaration, declaredOn: '2026-01-01' })
  assert.equal(own.body.declaredOn, '2026-10-20')
  const operator = await world.client({ kind: 'operator' })
  const onPaper = (declaredOn: string) => operator('POST', '/itemised-bill-declarations', { ...declaration, tenantId: ACME, declaredOn })
  assert.equal((await onPaper('2026-01-01')).body.declaredOn, '2026-01-01')
  assert.equal((await onPaper('2026-10-21')).status, 422)
  const informed = await world.customer('POST', '/itemised-bill-declarations', { ...declaration, employeesInformed: false })
  assert.equal(informed.status, 400)
})

test('the PDF has the head, the calls below their extensions, and the sums', async () => {
  await using world = await billWorld(cluster)
  const calls = Array.from({ length: 150 }, (_, index) =>
    used(`call-${String(index).padStart(3, '0')}`, { called: MOBILE, extensionId: index % 2 ? 'ext-11' : 'ext-12' }),
  )
  const id = await november(world, { choice: 'last-three-cut' }, calls)
  const answer = await world.customer('GET', `/itemised-bills/${id}/files/pdf`)
  assert.deepEqual([answer.status, answer.headers['content-type']], [200, 'application/pdf'])
  const { pages } = await readPdf(answer.raw)
  const text = pages.join(' ')
  assert.ok(pages.length >= 3)
  for (const words of [
    'Einzelverbindungsnachweis',
    'RE-2026-000001',
    '01.11.2026 – 30.11.2026',
    '11 Empfang',
    '12 Lager',
    '37,56',
    'Seite 1',
  ])
    assert.ok(text.includes(words), `${words} in ${pages[0]}`)
  assert.equal(text.split('+49 151 123 45 xxx').length - 1, 150)
  for (const page of pages) assert.ok(page.includes('Zielrufnummer'))
})

test('a long list is the same, however much of it is sorted and read at a time', async () => {
  await using world = await billWorld(cluster)
  const calls = Array.from({ length: 7 }, (_, index) => used(`call-${index}`, { called: MOBILE, extensionId: `ext-${index % 3}` }))
  const invoiceId = await november(world, { choice: 'last-three-cut' }, [...calls, used('help', { called: COUNSELLING })])
  const months = { month: '2026-11-01', billedMonths: ['2026-11-01'] }
  const scope: CallScope = { tenantId: ACME, invoiceId, ...months, site: { except: [] }, withFlat: false, statement: 'own' }
  const lines = new CounsellingLines(LINES)
  for (const [sorted, read] of [
    [1, 1],
    [4, 3],
    [100, 50],
  ]) {
    const found: string[] = []
    const reader = { scope, wish: {}, lines, read: <T>(work: (tx: Tx) => Promise<T>) => world.database.withTenant(ACME, work) }
    for await (const some of wholeList(reader, sorted, read)) found.push(...some.map(({ usageId }) => usageId.slice(-1)))
    assert.equal(found.join(''), '0361425')
  }
})

test('whatever the calls: listed ones, the sum of the others, and rounding come to the lines of the invoice, to the cent', async () => {
  for (const seed of [1, 2, 3]) {
    await using world = await billWorld(cluster, seed === 2 ? '{ counsellingLines: summed }' : '{}', { splitBySite: seed === 3 })
    const random = seededRandom(seed)
    const calls = Array.from({ length: 120 }, (_, index) => {
      const called = [MOBILE, '+493012345', COUNSELLING, '+498001110111', '+499001234567'][below(random, 5)] ?? MOBILE
      const place = { siteId: SITES[below(random, 3)], extensionId: ['ext-11', 'ext-12'][below(random, 3)] }
      const origin = (['own', 'forwarded', 'call-back'] as const)[below(random, 3)] ?? 'own'
      const when = at(new Date(Date.parse('2026-11-01T00:00:00Z') + below(random, 29 * 86_400) * 1_000).toISOString())
      return used(`call-${index}`, { called, ...defined(place), origin, ...when }, 1 + below(random, 900))
    })
    await november(world, { choice: 'full', withFlat: seed > 1 }, calls)
    const bills = (await world.customer('GET', '/itemised-bills')).body.items ?? []
    assert.equal(bills.length, seed === 3 ? 3 : 1)
    for (const { invoiceId } of bills) await assertSums(world.customer, String(invoiceId))
  }
})

const SITES = [undefined, '018f0000-0000-7000-8000-0000000000c1', '018f0000-0000-7000-8000-0000000000c2']

function defined(place: { readonly siteId: string | undefined; readonly extensionId: string | undefined }) {
  const { siteId, extensionId } = place
  return { ...(siteId !== undefined && { siteId }), ...(extensionId !== undefined && { extensionId }) }
}

async function assertSums(client: TestClient, id: string): Promise<void> {
  const whole = await wholeBill(client, id)
  const sum = (amounts: readonly string[]) => amounts.reduce((total, amount) => total + microsOf(amount), 0n)
  const groups = sum(whole.groups.map(({ amount }) => amount))
  assert.ok(whole.isWhole)
  assert.equal(groups + microsOf(whole.unlisted?.amount ?? '0') + microsOf(whole.rounding), microsOf(whole.total))
  assert.equal(sum(whole.lines.map(({ amount }) => amount)), microsOf(whole.total))
  const listed = await callsOf(client, id, '', 7)
  assert.equal(sum(listed.map(({ price }) => price?.amount ?? '0')), groups)
  assert.equal(
    listed.length,
    whole.groups.reduce((count, { calls }) => count + (calls ?? 0), 0),
  )
  assert.ok(listed.every(({ called }) => called !== COUNSELLING && called !== '+498001110111'))
}
