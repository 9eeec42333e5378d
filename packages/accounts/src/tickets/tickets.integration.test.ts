/** Tickets from the report to the end, as customers, resellers and the operator see them; the clock is a virtual one. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { platformMigrations } from '@klinke/platform'
import { type TestAnswer, type TestCluster, testApi, testCluster } from '@klinke/platform/test-support'
import { VirtualClock } from '@klinke/testbed'
import { sql } from 'kysely'
import { accountsMigrations } from '../migrations.ts'
import { insertReseller, isCustomer } from '../resellers/store.ts'
import { DEFAULT_PROFILE } from '../tenants/rules.ts'
import { insertTenant, updateTenant } from '../tenants/store.ts'
import { compensableTickets } from './compensable.ts'
import { MAX_OPENED_A_DAY, ticketProblems } from './problems.ts'
import { ticketRoutes } from './routes.ts'

let cluster: TestCluster
before(async () => {
  cluster = await testCluster([platformMigrations, accountsMigrations])
})
after(() => cluster[Symbol.asyncDispose]())

const MINUTE_MS = 60_000
const DAY_MS = 1_440 * MINUTE_MS
/** A Monday, 09:00 in Germany. */
const NOW_MS = Date.parse('2030-02-04T08:00:00Z')
const DESK = { portalUrl: 'https://portal.example', messageDomain: 'example.org' }
const REPORT = { affected: '0221 55555-0', since: '2030-02-04T08:30:00+01:00', checked: ['power', 'internet'], findings: 'Router läuft.' }
const FAULT = { kind: 'fault', severity: 'outage', subject: 'Keine Gespräche', text: 'Seit heute früh geht nichts.', report: REPORT }

async function desk() {
  const opened = await cluster.database()
  const { database } = opened
  const clock = new VirtualClock(NOW_MS)
  const kept = new Map<string, Uint8Array>()
  const blobs = {
    read: (key: string) => Promise.resolve(kept.get(key)),
    put: (_tenantId: string, content: Uint8Array) => Promise.resolve(`key-${kept.set(`key-${kept.size}`, content).size - 1}`),
    remove: (key: string) => Promise.resolve(void kept.delete(key)),
  }
  const made = await database.withOperator(async (tx) => {
    const profile = { ...DEFAULT_PROFILE, customerKind: 'small-enterprise' as const, repair: { hours: 8 } }
    const tenant = await insertTenant(tx, { name: 'Muster GmbH', sipDomain: 'muster.example', areaCode: '221', profile })
    const other = await insertTenant(tx, { name: 'Fremd', sipDomain: 'fremd.example', areaCode: '221', profile: DEFAULT_PROFILE })
    const reseller = await insertReseller(tx, 'Partner')
    await updateTenant(tx, tenant.id, { resellerId: reseller.id })
    return { tenantId: tenant.id, otherId: other.id, resellerId: reseller.id }
  })
  const api = await testApi(database, [ticketRoutes({ database, clock, blobs, desk: DESK })], [ticketProblems], undefined, {
    isCustomer: (resellerId, tenantId) => database.withOperator((tx) => isCustomer(tx, resellerId, tenantId)),
    customersOf: () => Promise.resolve(new Set([made.tenantId])),
  })
  return {
    ...{ database, clock, kept, ...made },
    operator: await api.client({ kind: 'operator' }),
    customer: await api.client({ kind: 'tenant', tenantId: made.tenantId }),
    foreigner: await api.client({ kind: 'tenant', tenantId: made.otherId }),
    reseller: await api.client({ kind: 'reseller', resellerId: made.resellerId }),
    [Symbol.asyncDispose]: async () => {
      await api[Symbol.asyncDispose]()
      await opened[Symbol.asyncDispose]()
    },
  }
}

function problem(answer: TestAnswer): readonly unknown[] {
  return [answer.status, String(answer.body.type).replace('urn:klinke:problem:', '')]
}

const clockOf = (answer: TestAnswer) =>
  answer.body.clock as { readonly spentMinutes: number; readonly dueAt: string | null; readonly missed: boolean }

test('SLA-02: a fault is opened, asked about, answered and resolved; its time to repair stands still meanwhile, and goes on when it is reopened', async () => {
  await using running = await desk()
  const { customer, operator, clock } = running
  const opened = await customer('POST', '/tickets', FAULT)
  assert.equal(opened.status, 201, String(opened.body.detail))
  const path = `/tickets/${String(opened.body.id)}`
  assert.deepEqual([opened.body.number, opened.body.state, opened.body.missing], ['K-2030-000001', 'open', []])
  assert.equal(clockOf(opened).dueAt, '2030-02-04T16:00:00.000Z')

  await clock.advance(60 * MINUTE_MS)
  const paused = await operator('POST', `${path}/steps`, { step: 'pause', reason: 'waiting-for-customer', text: 'Welche Firmware?' })
  assert.deepEqual([paused.body.state, paused.body.waitsFor, clockOf(paused).dueAt], ['waiting', 'waiting-for-customer', null])
  await clock.advance(120 * MINUTE_MS)
  assert.equal((await customer('POST', `${path}/entries`, { text: 'Version 7.' })).status, 201)
  const resumed = await operator('GET', path)
  assert.deepEqual([resumed.body.state, clockOf(resumed).spentMinutes], ['open', 60])
  assert.equal(clockOf(resumed).dueAt, '2030-02-05T08:00:00.000Z')

  await clock.advance(30 * MINUTE_MS)
  assert.equal((await operator('POST', `${path}/steps`, { step: 'resolve', text: 'Karte getauscht.' })).body.state, 'resolved')
  await clock.advance(24 * 60 * MINUTE_MS)
  const after24h = await customer('GET', path)
  assert.deepEqual([clockOf(after24h).spentMinutes, after24h.body.steps], [90, ['close', 'reopen']])
  const again = await customer('POST', `${path}/steps`, { step: 'reopen', text: 'Geht wieder nicht.' })
  assert.deepEqual([again.body.state, clockOf(again).spentMinutes, again.body.resolvedAt], ['open', 90, null])
  await clock.advance(24 * 60 * MINUTE_MS)
  assert.equal(clockOf(await operator('GET', path)).missed, true)

  const entries = (await customer('GET', `${path}/entries`)).body.items ?? []
  assert.deepEqual(
    entries.map(({ side, step }) => `${String(side)} ${String(step)}`),
    ['customer open', 'operator pause', 'customer null', 'system resume', 'operator resolve', 'customer reopen'],
  )
})

test('SLA-04: a report with something missing waits for it, and goes on by itself once it is there', async () => {
  await using running = await desk()
  const { customer, clock } = running
  const opened = await customer('POST', '/tickets', { ...FAULT, report: { affected: 'Zentrale' } })
  assert.deepEqual([opened.body.state, opened.body.waitsFor, opened.body.missing], ['waiting', 'data-incomplete', ['since', 'checked']])
  await clock.advance(90 * MINUTE_MS)
  const complete = await customer('PATCH', `/tickets/${String(opened.body.id)}`, { report: REPORT })
  assert.deepEqual([complete.body.state, complete.body.missing, clockOf(complete).spentMinutes], ['open', [], 0])
  const question = await customer('POST', '/tickets', { kind: 'question', subject: 'Rufnummer', text: 'Wie viele habe ich?' })
  assert.deepEqual([question.body.state, question.body.clock, question.body.number], ['open', null, 'K-2030-000002'])
})

test('PORT-07: a reseller reports for its customer and no other; nobody sees what is not his', async () => {
  await using running = await desk()
  const { reseller, customer, foreigner, operator, tenantId, otherId } = running
  const opened = await reseller('POST', '/tickets', { ...FAULT, tenantId })
  assert.equal(opened.status, 201, String(opened.body.detail))
  const path = `/tickets/${String(opened.body.id)}`
  assert.deepEqual(problem(await reseller('POST', '/tickets', { ...FAULT, tenantId: otherId })), [404, 'not-found'])
  for (const asked of [
    await foreigner('GET', path),
    await foreigner('GET', `${path}/entries`),
    await foreigner('POST', `${path}/entries`, { text: 'Hallo' }),
    await foreigner('PATCH', path, { subject: 'Meins' }),
    await foreigner('POST', `${path}/steps`, { step: 'resolve' }),
  ])
    assert.deepEqual(problem(asked), [404, 'not-found'])
  assert.equal((await customer('GET', path)).status, 200)
  assert.deepEqual((await foreigner('GET', '/tickets')).body.items, [])
  assert.equal((await operator('GET', '/ticket-queue')).body.items?.length, 1)
  assert.deepEqual(problem(await customer('GET', '/ticket-queue')), [403, 'operator-only'])
})

test('what the operator notes for itself no customer sees, and what is the operator’s to do no customer does', async () => {
  await using running = await desk()
  const { customer, operator, tenantId, database } = running
  const opened = await operator('POST', '/tickets', { ...FAULT, tenantId, via: 'phone' })
  const path = `/tickets/${String(opened.body.id)}`
  assert.equal((await operator('POST', `${path}/entries`, { text: 'Kunde droht mit Kündigung', internal: true })).status, 201)
  const textsOf = async (client: typeof operator) => ((await client('GET', `${path}/entries`)).body.items ?? []).map(({ text }) => text)
  assert.deepEqual(await textsOf(operator), [FAULT.text, 'Kunde droht mit Kündigung'])
  assert.deepEqual(await textsOf(customer), [FAULT.text])
  const seen = await database.withTenant(tenantId, (tx) =>
    tx.tables<{ readonly audit_log: { readonly after: unknown } }>().selectFrom('audit_log').select('after').execute(),
  )
  assert.ok(!JSON.stringify(seen).includes('droht'))
  assert.deepEqual(problem(await customer('POST', `${path}/entries`, { text: 'x', internal: true })), [403, 'forbidden'])
  assert.deepEqual(problem(await customer('POST', '/tickets', { ...FAULT, via: 'phone' })), [403, 'forbidden'])
  assert.deepEqual(problem(await customer('PATCH', path, { missedAppointments: 3 })), [403, 'forbidden'])
  const pause = { step: 'pause', reason: 'waiting-for-customer', text: 'warten' }
  assert.deepEqual(problem(await customer('POST', `${path}/steps`, pause)), [403, 'ticket-step-of-operator'])
  assert.deepEqual(problem(await operator('POST', `${path}/steps`, { step: 'resume' })), [409, 'ticket-step-impossible'])
  assert.equal((await customer('POST', `${path}/steps`, { step: 'resolve' })).body.state, 'resolved')
  assert.equal((await customer('POST', `${path}/steps`, { step: 'close' })).body.state, 'closed')
  assert.deepEqual(problem(await customer('POST', `${path}/entries`, { text: 'noch etwas' })), [409, 'ticket-closed'])
})

test('LAW-09, § 58 (3) TKG: an outage of five days is compensated once the ticket is closed, with the missed appointment', async () => {
  await using running = await desk()
  const { customer, operator, clock, database, tenantId, otherId } = running
  const path = `/tickets/${String((await customer('POST', '/tickets', FAULT)).body.id)}`
  await clock.advance(5 * 24 * 60 * MINUTE_MS)
  const running5 = await operator('PATCH', path, { missedAppointments: 1, measures: 'Techniker beauftragt' })
  const { lines, leastMicros } = running5.body.compensation as {
    readonly lines: readonly { readonly day: string }[]
    readonly leastMicros: string
  }
  assert.deepEqual(
    lines.map(({ day }) => day),
    ['2030-02-07', '2030-02-08', '2030-02-09', null],
  )
  assert.equal(leastMicros, '30000000')
  const due = (id: string) => database.withOperator((tx) => compensableTickets(tx, id, clock.epochMs()))
  assert.deepEqual(await due(tenantId), [])
  await operator('POST', `${path}/steps`, { step: 'resolve' })
  await clock.advance(10 * 24 * 60 * MINUTE_MS)
  await operator('POST', `${path}/steps`, { step: 'close' })
  const compensated = async () => (await due(tenantId)).map((ticket) => [ticket.number, ticket.lines.length])
  assert.deepEqual(await compensated(), [['K-2030-000001', 1]], 'only the customer has called it an outage: the appointment is sure')
  const waiting = async () => (await operator('GET', '/tickets?isUnconfirmed=true')).body.items?.length
  assert.equal(await waiting(), 1)
  assert.deepEqual(problem(await customer('PATCH', path, { severityConfirmed: true })), [403, 'forbidden'])
  assert.equal((await operator('PATCH', path, { severityConfirmed: true })).body.severityConfirmed, true)
  assert.deepEqual([await compensated(), await waiting()], [[['K-2030-000001', 4]], 0])
  // Another judgement: it was no outage.
  assert.equal((await operator('PATCH', path, { severity: 'minor' })).body.severityConfirmed, true)
  assert.deepEqual(await compensated(), [['K-2030-000001', 1]])
  assert.deepEqual(await due(otherId), [])
})

test('customers reopen a closed ticket for a week, the operator later as well; the time in which it was mended is not compensated', async () => {
  await using running = await desk()
  const { customer, operator, clock } = running
  const path = `/tickets/${String((await customer('POST', '/tickets', FAULT)).body.id)}`
  await clock.advance(60 * MINUTE_MS)
  for (const step of ['resolve', 'close']) assert.equal((await customer('POST', `${path}/steps`, { step })).status, 200)
  await clock.advance(7 * DAY_MS)
  assert.deepEqual((await customer('GET', path)).body.steps, ['reopen'])
  await clock.advance(1)
  assert.deepEqual((await customer('GET', path)).body.steps, [])
  assert.deepEqual(problem(await customer('POST', `${path}/steps`, { step: 'reopen' })), [409, 'ticket-reopen-too-late'])
  await clock.advance(300 * DAY_MS)
  const reopened = await operator('POST', `${path}/steps`, { step: 'reopen' })
  assert.deepEqual([reopened.status, (reopened.body.compensation as { lines: unknown[] }).lines], [200, []])
})

test('a customer opens so many tickets a day, closed or not; the operator may open more, and the next day there is room again', async () => {
  await using running = await desk()
  const { customer, operator, clock, tenantId } = running
  const question = { kind: 'question', severity: 'minor', subject: 'Frage', text: 'Wie?' }
  const open = () => customer('POST', '/tickets', question)
  for (let count = 0; count < MAX_OPENED_A_DAY; count++) {
    const path = `/tickets/${String((await open()).body.id)}/steps`
    for (const step of ['resolve', 'close']) assert.equal((await customer('POST', path, { step })).status, 200)
  }
  assert.deepEqual(problem(await open()), [422, 'too-many-tickets-today'])
  assert.equal((await operator('POST', '/tickets', { ...question, tenantId })).status, 201)
  await clock.advance(DAY_MS)
  assert.equal((await open()).status, 201)
})

test('numbers of tickets have no gap and no double when many are opened at once, and begin anew each year', async () => {
  await using running = await desk()
  const { customer, clock } = running
  const open = () => customer('POST', '/tickets', { kind: 'question', subject: 'Frage', text: 'Wann?' })
  const numbers = (await Promise.all(Array.from({ length: 12 }, open))).map(({ body }) => String(body.number))
  assert.deepEqual(
    numbers.toSorted(),
    Array.from({ length: 12 }, (_, index) => `K-2030-${String(index + 1).padStart(6, '0')}`),
  )
  await clock.advance(Date.parse('2030-12-31T23:30:00Z') - clock.epochMs())
  assert.equal((await open()).body.number, 'K-2031-000001')
})

test('SLA-04: all files of a ticket have a limit together, also of many that come at once', async () => {
  await using running = await desk()
  const { customer, database } = running
  const path = `/tickets/${String((await customer('POST', '/tickets', FAULT)).body.id)}`
  const entry = String((await customer('POST', `${path}/entries`, { text: 'Mitschnitte anbei.' })).body.id)
  const send = (octets: number) =>
    customer('POST', `${path}/entries/${entry}/attachments?name=a.pcap`, Buffer.alloc(octets, 'x'), {
      'content-type': 'application/octet-stream',
    })
  assert.equal((await send(10)).status, 201)
  // As if much was attached before.
  const before = 200 * 1024 * 1024 - 10
  await database.withOperator((tx) => sql`UPDATE ticket_attachment SET octets = ${before}`.execute(tx.tables()))
  const answers = await Promise.all([send(6), send(6)])
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [201, 422])
  assert.deepEqual(problem(await send(5)), [422, 'ticket-files-full'])
  assert.equal((await send(4)).status, 201, 'what fits is taken')
})

test('SLA-04: files are attached by both sides to what they have said themselves, and are only ever downloaded', async () => {
  await using running = await desk()
  const { customer, operator, foreigner, kept } = running
  const path = `/tickets/${String((await customer('POST', '/tickets', FAULT)).body.id)}`
  const said = async (client: typeof customer, text: string, internal = false): Promise<string> =>
    `${path}/entries/${String((await client('POST', `${path}/entries`, { text, internal })).body.id)}/attachments`
  const [own, answer] = [await said(customer, 'Log anbei.'), await said(operator, 'Anleitung anbei.')]
  const file = { 'content-type': 'application/octet-stream' }
  const send = (client: typeof customer, to: string, name: string, octets: number) =>
    client('POST', `${to}?name=${encodeURIComponent(name)}`, Buffer.alloc(octets, 'x'), file)
  const attached = await send(customer, own, '../router\\log.txt', 20)
  assert.equal(attached.status, 201, String(attached.body.detail))
  const [first] = attached.body.attachments as readonly { readonly id: string; readonly name: string; readonly octets: number }[]
  assert.deepEqual([first?.name, first?.octets], ['.._router_log.txt', 20])
  assert.equal((await send(operator, answer, 'anleitung.pdf', 30)).status, 201)
  assert.deepEqual(problem(await send(customer, answer, 'x', 1)), [403, 'attachment-not-yours'])
  assert.deepEqual(problem(await send(operator, own, 'x', 1)), [403, 'attachment-not-yours'])
  assert.deepEqual(problem(await send(foreigner, own, 'x', 1)), [404, 'not-found'])
  assert.deepEqual(problem(await send(customer, own, 'leer', 0)), [422, 'attachment-unusable'])
  assert.equal((await send(customer, own, 'groß', 10 * 1024 * 1024 + 1)).status, 413)
  assert.equal((await send(operator, await said(operator, 'Notiz', true), 'x', 1)).status, 404, 'notes have no files')
  for (let count = 1; count < 10; count++) assert.equal((await send(customer, own, `${count}.txt`, 1)).status, 201)
  assert.deepEqual(problem(await send(customer, own, 'elf.txt', 1)), [422, 'too-many-attachments'])
  assert.equal(kept.size, 11, 'what was refused is not kept')
  const shown = (await customer('GET', `${path}/entries`)).body.items ?? []
  assert.deepEqual(
    shown.map(({ attachments }) => (attachments as readonly object[]).length),
    [0, 10, 1],
  )
  assert.equal((await operator('GET', `${path}/attachments/${first?.id}`)).status, 200)
  assert.equal((await foreigner('GET', `${path}/attachments/${first?.id}`)).status, 404)
  for (const step of ['resolve', 'close']) await operator('POST', `${path}/steps`, { step })
  assert.deepEqual(problem(await send(customer, own, 'spät', 1)), [409, 'ticket-closed'])
})
