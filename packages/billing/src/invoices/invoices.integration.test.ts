import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { silentLogger } from '@klinke/foundation'
import { FolderBlobStore, inArea, systemClock } from '@klinke/platform'
import { type TestApi, type TestClient, type TestCluster, type TestDatabase, testApi } from '@klinke/platform/test-support'
import { DocumentMaker, makeDocuments } from './documents/document-maker.ts'
import { ThreadedPress } from './documents/press.ts'
import { invoiceRoutes } from './invoice-routes.ts'
import { invoiceProblems } from './problems.ts'
import { invoiceRunRoutes } from './runs/run-routes.ts'
import { advanceRun } from './runs/run-worker.ts'
import { invoiceSettingsRoutes } from './settings-routes.ts'
import type { ChargeSource, InvoiceSources } from './sources.ts'
import { defaultTerms } from './sources.ts'
import { booksCluster, customer } from './test-support/books.ts'
import { CALLS, chargeWith, ISSUER, RECIPIENT } from './test-support/example.ts'

let cluster: TestCluster
let books: TestDatabase
let api: TestApi
let operator: TestClient
const folder = mkdtempSync(join(tmpdir(), 'klinke-invoices-'))
const clock = systemClock()
const owed = new Map<string, readonly ReturnType<typeof chargeWith>[]>()
const source: ChargeSource = { name: 'test', of: async (_tx, tenantId) => owed.get(tenantId) ?? [] }
const sources: InvoiceSources = { charges: [source], terms: defaultTerms }
const blobs = new FolderBlobStore(folder)
const press = new ThreadedPress()

before(async () => {
  cluster = await booksCluster()
  books = await cluster.database()
  const { database } = books
  const routes = [
    invoiceSettingsRoutes(database),
    invoiceRunRoutes({ database, clock, wake: () => undefined }),
    invoiceRoutes({ database, blobs }),
  ]
  api = await testApi(
    database,
    routes.map((each) => inArea('billing', each)),
    [invoiceProblems],
  )
  operator = await api.client({ kind: 'operator' })
})
after(async () => {
  await press.close()
  await api[Symbol.asyncDispose]()
  await books[Symbol.asyncDispose]()
  await cluster[Symbol.asyncDispose]()
  rmSync(folder, { recursive: true })
})

const work = async (): Promise<void> => {
  while (await advanceRun({ database: books.database, clock, logger: silentLogger, sources })) await Promise.resolve()
}
const documents = async (): Promise<void> => {
  while (await makeDocuments({ database: books.database, blobs, clock, logger: silentLogger, press })) await Promise.resolve()
}

test('a month is billed through the API: issuer, recipient, preview, issue, documents; each customer reads its own invoices only', async () => {
  const { database } = books
  const [anna, bert] = [await customer(database, 'Anna'), await customer(database, 'Bert', { eInvoice: 'xrechnung-ubl' })]
  owed.set(anna, [chargeWith(), CALLS]).set(bert, [chargeWith({ quantity: 1 })])
  const [annas, berts] = [await api.client({ kind: 'tenant', tenantId: anna }), await api.client({ kind: 'tenant', tenantId: bert })]
  const run = { month: '2026-10' }
  assert.equal((await operator('POST', '/invoice-runs', run)).body.type, 'urn:klinke:problem:invoice-issuer-missing')
  assert.equal((await operator('PATCH', '/invoice-issuer', ISSUER)).status, 200)
  assert.equal((await operator('POST', '/invoice-runs', { month: '2999-01' })).body.type, 'urn:klinke:problem:invoice-month-not-over')
  const begun = await operator('POST', '/invoice-runs', run)
  assert.deepEqual([begun.status, begun.body.state, begun.body.percent], [202, 'drafting', 0])
  const path = `/invoice-runs/${String(begun.body.id)}`
  await work()
  const drafted = await operator('GET', path)
  assert.deepEqual([drafted.body.state, (drafted.body.customers as Record<string, number>).drafted], ['drafted', 2])
  assert.deepEqual(
    [(await annas('GET', '/invoices')).body.items, (await operator('GET', '/invoices?state=draft')).body.items?.length],
    [[], 2],
  )
  assert.equal((await operator('POST', `${path}/issue`, { issueOn: '2026-11-02' })).body.state, 'issuing')
  assert.equal((await operator('POST', `${path}/undo`)).status, 409)
  await work()
  await documents()
  const [invoice, ...others] = (await annas('GET', '/invoices')).body.items ?? []
  assert.deepEqual(others, [])
  const { number, issuedOn, dueOn, gross, state, documents: files } = invoice ?? {}
  assert.deepEqual(
    { number, issuedOn, dueOn, gross, state, files },
    {
      ...{ number: 'RE-2026-000001', issuedOn: '2026-11-02', dueOn: '2026-11-16', gross: { amount: '39.50', currency: 'EUR' } },
      ...{ state: 'issued', files: 'ready' },
    },
  )
  const own = `/invoices/${String(invoice?.id)}`
  const pdf = await annas('GET', `${own}/documents/pdf`)
  assert.deepEqual([pdf.status, pdf.headers['content-type'], pdf.raw.subarray(0, 5).toString()], [200, 'application/pdf', '%PDF-'])
  assert.ok(pdf.raw.includes('factur-x.xml'))
  for (const foreign of [own, `${own}/documents/pdf`]) assert.equal((await berts('GET', foreign)).status, 404)
  const [berts1] = (await berts('GET', '/invoices')).body.items ?? []
  const xml = await berts('GET', `/invoices/${String(berts1?.id)}/documents/xrechnung-ubl`)
  assert.match(xml.raw.toString(), /xrechnung_3\.0[\s\S]*RE-2026-000002/)
  assert.equal((await annas('GET', `${own}/documents/xrechnung-ubl`)).status, 404)
})

test('documents are made once: what a customer has downloaded stays what it is', async () => {
  const [invoice] = (await operator('GET', '/invoices?q=Anna')).body.items ?? []
  const path = `/invoices/${String(invoice?.id)}/documents/pdf`
  const first = (await operator('GET', path)).raw
  await operator('PATCH', '/invoice-issuer', { ...ISSUER, name: 'Anders GmbH' })
  assert.equal(await makeDocuments({ database: books.database, blobs, clock, logger: silentLogger, press }), false)
  assert.deepEqual((await operator('GET', path)).raw, first)
})

test('a preview that is taken back leaves nothing, and has used no number', async () => {
  const carla = await customer(books.database, 'Carla')
  owed.set(carla, [chargeWith()])
  const begun = await operator('POST', '/invoice-runs', { month: '2026-09' })
  const path = `/invoice-runs/${String(begun.body.id)}`
  await work()
  assert.equal((await operator('POST', `${path}/undo`)).body.state, 'undone')
  assert.deepEqual((await operator('GET', '/invoices?state=draft')).body.items, [])
  const next = await operator('POST', '/invoice-runs', { month: '2026-09' })
  await work()
  await operator('POST', `/invoice-runs/${String(next.body.id)}/issue`, { issueOn: '2026-11-03' })
  await work()
  const numbers = ((await operator('GET', '/invoices')).body.items ?? []).map(({ number }) => String(number)).sort()
  assert.deepEqual(
    numbers.map((number) => Number(number.slice(-6))),
    numbers.map((_, index) => index + 1),
  )
})

test('a problem of a customer is told, and after it is mended the preview is made anew', async () => {
  const dora = await customer(books.database, 'Dora', { email: null })
  owed.clear()
  owed.set(dora, [chargeWith()])
  const path = `/invoice-runs/${String((await operator('POST', '/invoice-runs', { month: '2026-08' })).body.id)}`
  await work()
  const [problem] = (await operator('GET', `${path}/customers?state=problem`)).body.items ?? []
  assert.deepEqual([problem?.name, (problem?.problem as { code: string } | undefined)?.code], ['Dora', 'no-mail-address'])
  const doras = await api.client({ kind: 'tenant', tenantId: dora })
  assert.equal((await doras('PATCH', '/invoice-recipient', { email: 'dora@dora.example' })).status, 200)
  assert.equal((await doras('PATCH', '/invoice-recipient', { company: 'Dora AG' })).status, 403)
  await operator('POST', `${path}/redraft`)
  await work()
  assert.equal(((await operator('GET', path)).body.customers as Record<string, number>).drafted, 1)
  assert.equal((await operator('POST', `${path}/undo`)).status, 200)
})

test('two customers never have the same number', async () => {
  const emil = await customer(books.database, 'Emil')
  const answer = await operator('PATCH', `/invoice-recipient?tenantId=${emil}`, { ...RECIPIENT, number: 'K-Anna' })
  assert.deepEqual([answer.status, answer.body.type], [409, 'urn:klinke:problem:customer-number-taken'])
})

test('whoever makes documents is woken by what is issued', async () => {
  await documents()
  owed.clear()
  owed.set(await customer(books.database, 'Frieda'), [chargeWith()])
  const made = Promise.withResolvers<void>()
  const maker = new DocumentMaker({ database: books.database, blobs, clock, logger: silentLogger, press, made: () => made.resolve() })
  const path = `/invoice-runs/${String((await operator('POST', '/invoice-runs', { month: '2026-07' })).body.id)}`
  await work()
  await operator('POST', `${path}/issue`, { issueOn: '2026-11-03' })
  await work()
  maker.wake()
  await made.promise
  await maker.close()
  const [invoice] = (await operator('GET', '/invoices?q=Frieda')).body.items ?? []
  assert.equal(invoice?.documents, 'ready')
})
