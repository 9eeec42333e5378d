/** From an outage to the credit on an invoice: probes, availability, a run; and what § 58 TKG gives for a fault. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { accountsMigrations, correctOutage, listOutages, noteProbe } from '@klinke/accounts'
import { platformMigrations } from '@klinke/platform'
import { type TestCluster, testCluster } from '@klinke/platform/test-support'
import { eventually } from '@klinke/testbed'
import { sql } from 'kysely'
import { exampleProfiles } from '../catalogue/examples.ts'
import { openProvider, type Provider } from '../contracts/test-support/provider.ts'
import { invoiceOf, selectInvoices } from '../invoices/invoice-store.ts'
import type { InvoiceLine } from '../invoices/line.ts'
import { monthOf } from '../invoices/period.ts'
import { ISSUER, RECIPIENT } from '../invoices/test-support/example.ts'
import { billingMigrations } from '../migrations.ts'
import { invoiceSources } from '../rooms.ts'

let cluster: TestCluster
before(async () => {
  cluster = await testCluster([platformMigrations, accountsMigrations, billingMigrations])
})
after(() => cluster[Symbol.asyncDispose]())

const CREDITS = 'credits: [{ below: 99.9, percent: 5 }, { below: 99, percent: 20 }]'
const MINUTE_MS = 60_000

/** A customer with twelve extensions at 8.50 and the flat rate of 6.90 for each: 184.80 a month, from 1 November 2026 on. */
async function withCustomer(running: Provider): Promise<string> {
  const { operator } = running
  const done = async (method: 'POST' | 'PATCH', path: string, body: object): Promise<void> => {
    const answer = await operator(method, path, body)
    assert.ok(answer.status < 300, JSON.stringify(answer.body))
  }
  const flat = (await exampleProfiles()).find(({ file }) => file === 'flat.yaml')?.text ?? ''
  const yaml = flat
    .replace('    decimals: 2\n', `    ${CREDITS}\n`)
    .replace('  serviceLevel:\n', '  repair: { compensation: true }\n  serviceLevel:\n')
  assert.match(yaml, /credits:/)
  await done('POST', '/product-profiles', { yaml, file: 'flat.yaml' })
  await done('PATCH', '/invoice-issuer', ISSUER)
  const tenantId = await running.customer('alice')
  await done('PATCH', `/invoice-recipient?tenantId=${tenantId}`, { ...RECIPIENT, profile: 'flat' })
  const items = [
    { item: 'base', quantity: 1 },
    { item: 'extension', quantity: 12 },
    { item: 'flat-fixed', quantity: 1 },
  ]
  await done('POST', '/contracts', { tenantId, profileId: 'flat', begins: '2026-11-01', items })
  return tenantId
}

/** Signalling is away from noon of a day on. */
async function outage({ database }: Provider, day: string, minutes: number): Promise<void> {
  const fromMs = Date.parse(`${day}T12:00:00Z`)
  const note = (atMs: number, good: boolean) =>
    database.withOperator((tx) => noteProbe(tx, 'signalling', { atMs, good, detail: good ? '' : 'timeout' }))
  await note(fromMs - MINUTE_MS, true)
  await note(fromMs, false)
  await note(fromMs + minutes * MINUTE_MS, true)
}

/** Runs a month on the second of the next one, and issues it; its lines of credits. */
async function invoiced(running: Provider, month: string, on: string): Promise<readonly InvoiceLine[]> {
  const { operator, clock, database } = running
  await clock.advance(Date.parse(`${on}T11:00:00Z`) - clock.epochMs())
  const begun = await operator('POST', '/invoice-runs', { month })
  assert.equal(begun.status, 202, JSON.stringify(begun.body))
  const path = `/invoice-runs/${String(begun.body.id)}`
  const becomes = (state: string) =>
    eventually(
      `the run is ${state}`,
      async () => {
        await clock.advance(1_000)
        return (await operator('GET', path)).body.state === state
      },
      { shown: async () => JSON.stringify((await operator('GET', `${path}/customers?state=problem`)).body) },
    )
  await becomes('drafted')
  assert.equal((await operator('POST', `${path}/issue`, {})).status, 200)
  await becomes('issued')
  const found = await database.withOperator(async (tx) => (await selectInvoices(tx).orderBy('number').execute()).map(invoiceOf))
  const ofMonth = found.filter(({ content }) => content.period.from.startsWith(month))
  return ofMonth.flatMap(({ content }) => content.lines).filter(({ basis }) => basis.source === 'service-credits')
}

test('SLA-01: a year below what was promised is credited once: two hours of 61 days are 99.86 %, 5 % of 184.80 are 9.24', async () => {
  await using running = await openProvider(cluster)
  const tenantId = await withCustomer(running)
  await outage(running, '2026-12-10', 120)
  assert.deepEqual(await invoiced(running, '2026-11', '2026-12-02'), [], 'the year is not over')
  const lines = await invoiced(running, '2026-12', '2027-01-02')
  assert.deepEqual(
    lines.map(({ text, amount, netMicros, quantity, service }) => [text.de, amount, netMicros, quantity, service.until]),
    [
      [
        'Gutschrift: Verfügbarkeit 01.11.2026–31.12.2026 99,86 % statt 99,9 %, 5 % der Monatsgebühr',
        ...[-9_240_000n, -9_240_000n, -1, '2026-12-31'],
      ],
    ],
  )
  assert.deepEqual(await invoiced(running, '2027-01', '2027-02-02'), [], 'once')
  const again = async () =>
    running.database.withOperator(async (tx) => {
      const source = invoiceSources(running).charges.find(({ name }) => name === 'service-credits')
      return source?.of(tx, tenantId, monthOf('2026-12'))
    })
  assert.deepEqual(await again(), [], 'nor when the month is asked for again')
})

test('SLA-01: what was as promised is not credited, and what is not issued is not noted', async () => {
  await using running = await openProvider(cluster)
  const tenantId = await withCustomer(running)
  // 80 of 87,840 minutes: 99.91 %.
  await outage(running, '2026-12-10', 80)
  const credits = () =>
    running.database.withOperator(async (tx) => {
      const source = invoiceSources(running).charges.find(({ name }) => name === 'service-credits')
      return (await source?.of(tx, tenantId, monthOf('2026-12'))) ?? []
    })
  assert.deepEqual(await credits(), [])
  // Twenty hours in all: below the second step.
  await outage(running, '2026-12-20', 1_120)
  assert.deepEqual(
    (await credits()).map(({ netMicros }) => netMicros),
    [-36_960_000n],
    '20 % of 184.80',
  )
  assert.deepEqual(await credits(), await credits(), 'a draft changes nothing')
})

test('§ 58 TKG: a fault that was mended on the fifth day gives 10 % of 184.80 twice and 20 % once, without VAT, once', async () => {
  await using running = await openProvider(cluster)
  const tenantId = await withCustomer(running)
  await running.database.withOperator((tx) =>
    sql`
      INSERT INTO ticket (id, tenant_id, number, kind, severity, state, subject, via, opened_by, language, opened_at, resolved_at, closed_at, severity_confirmed_by)
      VALUES (gen_random_uuid(), ${tenantId}, 'K-2026-000007', 'fault', 'outage', 'closed', 'Kein Telefon', 'phone', 'test', 'de',
        '2026-12-01T09:00:00+01:00', '2026-12-06T09:00:00+01:00', '2026-12-08T09:00:00+01:00', 'Olga')`.execute(tx.tables()),
  )
  const lines = await invoiced(running, '2026-12', '2027-01-02')
  assert.deepEqual(
    lines.map(({ text, amount, vat }) => [text.de, amount, vat.category]),
    [['Entschädigung nach § 58 TKG, Störung K-2026-000007', -(18_480_000n + 18_480_000n + 36_960_000n), 'E']],
  )
  assert.deepEqual(await invoiced(running, '2027-01', '2027-02-02'), [])
  // It was not mended after all: reopened, and closed again with two more days. What was credited is not credited again.
  await running.database.withOperator((tx) =>
    sql`UPDATE ticket SET resolved_at = '2026-12-08T09:00:00+01:00', closed_at = '2027-02-10T09:00:00+01:00' WHERE tenant_id = ${tenantId}`.execute(
      tx.tables(),
    ),
  )
  const more = await invoiced(running, '2027-02', '2027-03-02')
  assert.deepEqual(
    more.map(({ amount }) => amount),
    [-2n * 36_960_000n],
  )
  assert.deepEqual(await invoiced(running, '2027-03', '2027-04-02'), [], 'all of it, once')
})

test('SLA-01: an outage that was struck is not credited any more, and a credit that was issued stays', async () => {
  await using running = await openProvider(cluster)
  const tenantId = await withCustomer(running)
  await outage(running, '2026-12-10', 120)
  const strike = (struck: boolean) =>
    running.database.withOperator(async (tx) => {
      const [found] = await listOutages(tx, { limit: 1 })
      const said = { at: new Date(running.clock.epochMs()), by: 'Olga', reason: 'Messung', struck }
      await correctOutage(tx, found?.id ?? '', said)
    })
  const credits = () =>
    running.database.withOperator(async (tx) => {
      const source = invoiceSources(running).charges.find(({ name }) => name === 'service-credits')
      return ((await source?.of(tx, tenantId, monthOf('2026-12'))) ?? []).map(({ netMicros }) => netMicros)
    })
  await running.clock.advance(Date.parse('2027-01-01T12:00:00Z') - running.clock.epochMs())
  assert.deepEqual(await credits(), [-9_240_000n])
  await strike(true)
  assert.deepEqual(await credits(), [])
  await strike(false)
  const [line] = await invoiced(running, '2026-12', '2027-01-02')
  assert.equal(line?.amount, -9_240_000n)
  await strike(true)
  const kept = await running.database.withOperator(async (tx) => (await selectInvoices(tx).execute()).map(invoiceOf))
  assert.deepEqual(
    kept.flatMap(({ content }) => content.lines.filter(({ basis }) => basis.source === 'service-credits').map(({ amount }) => amount)),
    [-9_240_000n],
  )
})
