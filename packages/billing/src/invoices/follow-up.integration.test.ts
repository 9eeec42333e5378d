import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { silentLogger } from '@klinke/foundation'
import { FolderBlobStore, inArea, smtpMailSender } from '@klinke/platform'
import { type TestApi, type TestClient, type TestCluster, type TestDatabase, testApi, testMailServer } from '@klinke/platform/test-support'
import { VirtualClock } from '@klinke/testbed'
import { Claims } from '../payments/bank-files/match-transfer.ts'
import { book, takeInvoices } from '../payments/open-items/invoices.ts'
import { listItems } from '../payments/open-items/store.ts'
import { sendDueMails } from './delivery/mail-deliverer.ts'
import { makeDocuments } from './documents/document-maker.ts'
import { ThreadedPress } from './documents/press.ts'
import { dun } from './dunning/dun.ts'
import { feesOf } from './dunning/dunning-store.ts'
import { followUpRoutes } from './follow-up-routes.ts'
import { invoiceRoutes } from './invoice-routes.ts'
import type { RecipientDetails } from './party.ts'
import { invoiceProblems } from './problems.ts'
import { setRunState } from './runs/run-store.ts'
import { advanceRun } from './runs/run-worker.ts'
import { invoiceSettingsRoutes } from './settings-routes.ts'
import { type ChargeSource, defaultTerms } from './sources.ts'
import { beginRun, booksCluster, customer, issuer } from './test-support/books.ts'
import { CALLS, chargeWith, ISSUER } from './test-support/example.ts'

const DAY_MS = 86_400_000
const ISSUED_ON = Date.parse('2026-11-02T09:00:00Z')
const source: ChargeSource = { name: 'test', of: async () => [chargeWith(), CALLS] }
const sources = { charges: [source], terms: defaultTerms }
const folder = mkdtempSync(join(tmpdir(), 'klinke-follow-up-'))
const blobs = new FolderBlobStore(folder)
const press = new ThreadedPress()
let cluster: TestCluster
before(async () => {
  cluster = await booksCluster()
})
after(async () => {
  await press.close()
  await cluster[Symbol.asyncDispose]()
  rmSync(folder, { recursive: true })
})

interface Office extends AsyncDisposable {
  readonly books: TestDatabase
  readonly api: TestApi
  readonly operator: TestClient
  readonly customers: TestClient
  readonly tenantId: string
  readonly invoiceId: string
  readonly clock: VirtualClock
}

/** A customer that has been billed for October on 2 November: 39.50. */
async function office(recipient: Partial<RecipientDetails> = {}): Promise<Office> {
  const books = await cluster.database()
  const { database } = books
  const clock = new VirtualClock(ISSUED_ON)
  await issuer(database)
  const tenantId = await customer(database, 'Anna', recipient)
  const run = await beginRun(database)
  const parts = { database, clock, logger: silentLogger, sources }
  while (await advanceRun(parts)) await Promise.resolve()
  await database.withOperator((tx) => setRunState(tx, run, 'issuing', '2026-11-02'))
  while (await advanceRun(parts)) await Promise.resolve()
  await makeDocuments({ database, blobs, clock, logger: silentLogger, press })
  const routes = [
    invoiceSettingsRoutes(database),
    invoiceRoutes({ database, blobs }),
    followUpRoutes({ database, clock, issued: () => undefined, charges: sources.charges }),
  ]
  const api = await testApi(
    database,
    routes.map((each) => inArea('billing', each)),
    [invoiceProblems],
  )
  const operator = await api.client({ kind: 'operator' })
  const [invoice] = (await operator('GET', '/invoices')).body.items ?? []
  const dispose = async (): Promise<void> => {
    await api[Symbol.asyncDispose]()
    await books[Symbol.asyncDispose]()
  }
  const customers = await api.client({ kind: 'tenant', tenantId })
  return { books, api, operator, customers, tenantId, clock, invoiceId: String(invoice?.id), [Symbol.asyncDispose]: dispose }
}

function mailing({ books, clock }: Office, url: string) {
  const mail = smtpMailSender(url, 'rechnung@klinke.example')
  return { database: books.database, blobs, clock, logger: silentLogger, mail, portalUrl: 'https://portal.example' }
}

/** Mail that never comes fails its test instead of holding up all. */
const limit = { timeout: 60_000 }

const statesOf = async ({ operator }: Office) =>
  ((await operator('GET', '/invoice-deliveries')).body.items ?? []).map(({ way, state, level }) => [way, level, state])

test('an invoice comes by mail with its PDF, once; from that day on objections have six weeks (BIL-07)', limit, async () => {
  await using server = await testMailServer()
  await using desk = await office()
  assert.equal(await sendDueMails(mailing(desk, server.url)), 1)
  const mail = await server.next()
  assert.match(mail, /^Subject: .*RE-2026-000001/m)
  assert.match(mail, /To: buchhaltung@mueller\.example/)
  assert.match(mail, /filename=RE-2026-000001\.pdf/)
  assert.equal(await sendDueMails(mailing(desk, server.url)), 0)
  assert.deepEqual(await statesOf(desk), [['mail', 0, 'sent']])
  assert.equal((await desk.customers('GET', `/invoices/${desk.invoiceId}`)).body.objectionUntil, '2026-12-14')
})

test('who wants XRechnung gets the XML', limit, async () => {
  await using server = await testMailServer()
  await using desk = await office({ eInvoice: 'xrechnung-cii' })
  await sendDueMails(mailing(desk, server.url))
  assert.match(await server.next(), /filename=RE-2026-000001\.xml/)
})

test(
  'a mail server that is down for a day loses nothing: it is tried again, the operator sees why, and then it arrives',
  limit,
  async () => {
    await using desk = await office()
    const { url, [Symbol.asyncDispose]: close } = await testMailServer()
    await close()
    let attempts = 0
    for (; desk.clock.epochMs() < ISSUED_ON + DAY_MS; await desk.clock.advance(60_000 * 10)) {
      const [waiting] = (await desk.operator('GET', '/invoice-deliveries?state=waiting')).body.items ?? []
      if (Date.parse(String(waiting?.nextAt)) > desk.clock.epochMs()) continue
      assert.equal(await sendDueMails(mailing(desk, url)), 0)
      attempts++
    }
    const [waiting] = (await desk.operator('GET', '/invoice-deliveries?state=waiting')).body.items ?? []
    assert.match(String(waiting?.lastError), /ECONNREFUSED/)
    assert.ok(attempts > 20 && attempts < 40, `${attempts} attempts in a day`)
    await desk.clock.advance(3_600_000)
    await using server = await testMailServer()
    assert.equal(await sendDueMails(mailing(desk, server.url)), 1)
    assert.match(await server.next(), /RE-2026-000001/)
  },
)

test('paper waits in the print queue with its 2.00 on the invoice, until somebody has sent it', limit, async () => {
  await using desk = await office({ delivery: ['paper'] })
  const [letter] = (await desk.operator('GET', '/invoice-deliveries?way=paper&state=waiting')).body.items ?? []
  assert.equal(letter?.number, 'RE-2026-000001')
  const lines = (await desk.operator('GET', `/invoices/${desk.invoiceId}`)).body.lines as { amount: string }[]
  assert.equal(lines.at(-1)?.amount, '2.00')
  assert.equal((await desk.operator('POST', `/invoice-deliveries/${String(letter?.id)}/sent`)).body.state, 'sent')
  assert.equal((await desk.operator('GET', `/invoices/${desk.invoiceId}`)).body.objectionUntil, '2026-12-14')
})

test('objections are taken until the last day of six weeks, and decided by the operator', limit, async () => {
  await using desk = await office({ delivery: [] })
  const path = `/invoices/${desk.invoiceId}/objections`
  await desk.clock.advance(42 * DAY_MS)
  const raised = await desk.customers('POST', path, { text: 'Diese Nebenstelle war gekündigt.' })
  assert.deepEqual([raised.status, raised.body.outcome], [200, null])
  const decision = { outcome: 'refused', answer: 'Die Kündigung galt ab November.' }
  assert.equal((await desk.customers('POST', `/invoice-objections/${String(raised.body.id)}/decision`, decision)).status, 403)
  assert.equal((await desk.operator('POST', `/invoice-objections/${String(raised.body.id)}/decision`, decision)).body.outcome, 'refused')
  assert.equal((await desk.operator('POST', `/invoice-objections/${String(raised.body.id)}/decision`, decision)).status, 404)
  await desk.clock.advance(DAY_MS)
  assert.equal((await desk.customers('POST', path, { text: 'Noch etwas' })).body.type, 'urn:klinke:problem:objection-too-late')
})

test('an invoice is taken back by a credit note that names it; what was given back cannot be given back again', limit, async () => {
  await using desk = await office()
  const path = `/invoices/${desk.invoiceId}/credit-note`
  const part = await desk.operator('POST', path, { reason: 'Gespräche falsch bewertet', lines: [2] })
  assert.deepEqual([part.body.kind, part.body.number, part.body.corrects], ['credit-note', 'GS-2026-000001', 'RE-2026-000001'])
  assert.deepEqual(part.body.gross, { amount: '9.15', currency: 'EUR' })
  assert.deepEqual((await desk.customers('GET', `/invoices/${desk.invoiceId}`)).body.open, { amount: '30.35', currency: 'EUR' })
  assert.equal((await desk.operator('POST', path, { reason: 'Storno' })).body.type, 'urn:klinke:problem:credit-too-large')
  const again = await desk.operator('POST', path, { reason: 'noch einmal', lines: [1, 2] })
  assert.deepEqual([again.status, again.body.type], [409, 'urn:klinke:problem:invoice-line-credited'])
  assert.equal((await desk.operator('POST', path, { reason: 'keine', lines: [1, 99] })).status, 400)
  assert.equal((await desk.operator('POST', path, { reason: 'Rest', lines: [1] })).status, 200)
  const { state, open } = (await desk.customers('GET', `/invoices/${desk.invoiceId}`)).body
  assert.deepEqual([state, open], ['credited', { amount: '0.00', currency: 'EUR' }])
  assert.equal(
    (await desk.operator('POST', `/invoices/${String(part.body.id)}/credit-note`, { reason: 'x' })).body.type,
    'urn:klinke:problem:invoice-not-to-credit',
  )
})

test('who does not pay is reminded and dunned by the levels of the profile; an objection stops it, a payment ends it', limit, async () => {
  await using server = await testMailServer()
  await using desk = await office()
  const { database } = desk.books
  const parts = { database, clock: desk.clock, logger: silentLogger, terms: defaultTerms }
  const look = async (): Promise<void> => {
    while (await dun(parts)) await Promise.resolve()
    await sendDueMails(mailing(desk, server.url))
  }
  await look()
  await server.next()
  await desk.clock.advance(21 * DAY_MS)
  await look()
  assert.deepEqual(await statesOf(desk), [['mail', 0, 'sent']])
  await desk.clock.advance(DAY_MS)
  await look()
  assert.match(await server.next(), /Subject: Zahlungserinnerung/)
  await look()
  assert.equal((await statesOf(desk)).length, 2)
  await desk.clock.advance(15 * DAY_MS)
  const raised = await desk.customers('POST', `/invoices/${desk.invoiceId}/objections`, { text: 'Stimmt nicht' })
  await look()
  assert.equal((await statesOf(desk)).length, 2)
  await desk.operator('POST', `/invoice-objections/${String(raised.body.id)}/decision`, { outcome: 'refused', answer: 'Doch' })
  await look()
  const letter = (await server.next()).replaceAll('=\r\n', '')
  assert.match(letter, /Subject: 1\. Mahnung/)
  assert.match(letter, /44,50/)
  // What the letter asks for, by the number of the invoice alone, pays the invoice and the fee (BIL-07).
  await database.withOperator(async (tx) => {
    await takeInvoices(tx)
    const items = await listItems(tx, { tenantId: desk.tenantId })
    assert.deepEqual(
      items.map(({ kind, openMicros, feeOf }) => [kind, openMicros, feeOf]),
      [
        ['dunning-fee', 5_000_000n, 'RE-2026-000001'],
        ['invoice', 39_500_000n, null],
      ],
    )
    const transfer = { key: 'k', isSure: true, payerName: undefined, payerIban: undefined, remittance: 'RE-2026-000001' }
    const match = new Claims(items).match({ ...transfer, amountMicros: 44_500_000n, currency: 'EUR', bookedOn: '2026-12-09' })
    assert.ok(match.kind === 'matched' && match.shares.length === 2)
    for (const { claimId: itemId, micros } of match.shares) {
      const entry = { tenantId: desk.tenantId, itemId, kind: 'transfer', amountMicros: micros, currency: 'EUR' } as const
      await book(tx, { ...entry, bookedOn: '2026-12-09', bankEntryId: null, by: 'bank', source: `transfer:${itemId}` })
    }
    assert.equal((await feesOf(tx, { id: desk.invoiceId, number: 'RE-2026-000001' }, 2))?.fees, 0n)
  })
  await desk.clock.advance(60 * DAY_MS)
  await look()
  assert.equal((await statesOf(desk)).length, 3)
  assert.equal((await desk.customers('GET', `/invoices/${desk.invoiceId}`)).body.state, 'paid')
})

test('bookings of a month go to the tax adviser, once the numbers are there', limit, async () => {
  await using desk = await office()
  const path = '/invoice-bookings?from=2026-11-01&until=2026-11-30'
  assert.equal((await desk.operator('GET', path)).body.type, 'urn:klinke:problem:datev-missing')
  await desk.operator('PATCH', '/invoice-issuer', { ...ISSUER, datev: { consultant: 1001, client: 7 } })
  const { status, raw } = await desk.operator('GET', path)
  assert.equal(status, 200)
  assert.match(raw.toString('latin1'), /\r\n39,50;"S";"EUR"/)
  assert.equal((await desk.customers('GET', path)).status, 403)
})

test('who is billed at home owes no VAT elsewhere in the EU: said at the field, and what fits is taken', limit, async () => {
  await using desk = await office()
  const change = (body: object) => desk.operator('PATCH', `/invoice-recipient?tenantId=${desk.tenantId}`, body)
  const wrong = async (body: object): Promise<unknown> => {
    const { body: problem } = await change(body)
    return [problem.type, (problem.errors as readonly { readonly pointer: string }[]).map(({ pointer }) => pointer)]
  }
  assert.deepEqual(await wrong({ treatment: 'reverse-charge-eu' }), ['urn:klinke:problem:invalid-request', ['/country']])
  assert.deepEqual(await wrong({ treatment: 'reverse-charge-eu', country: 'AT' }), ['urn:klinke:problem:invalid-request', ['/vatId']])
  assert.equal((await change({ treatment: 'reverse-charge-eu', country: 'AT', vatId: 'ATU12345678' })).status, 200)
  assert.deepEqual(await wrong({ treatment: 'reverse-charge-reseller' }), ['urn:klinke:problem:invalid-request', ['/country']])
  assert.equal((await desk.customers('PATCH', '/invoice-recipient', { language: 'en' })).status, 200)
})
