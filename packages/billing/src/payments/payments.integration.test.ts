/** From the mandate to the money, over the API: what is collected, what comes back, and what the bank says twice (BIL-07, BIL-08). */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { accountsMigrations, DEFAULT_PROFILE, insertTenant } from '@klinke/accounts'
import { seededRandom, silentLogger } from '@klinke/foundation'
import { FolderBlobStore, insertLogin, type Mail, platformMigrations } from '@klinke/platform'
import { type TestAnswer, type TestClient, type TestCluster, testApi, testCluster, testSecrets } from '@klinke/platform/test-support'
import { VirtualClock } from '@klinke/testbed'
import { sql } from 'kysely'
import { billingMigrations } from '../migrations.ts'
import { unsettledOf } from '../unsettled.ts'
import { lapseMandates } from './keep-payments.ts'
import { takeInvoices } from './open-items/invoices.ts'
import { payments } from './payments.ts'
import { paymentProblems } from './problems.ts'
import { OUR_IBAN, statement, statusReport, type WrittenEntry } from './test-support/bank-messages.ts'
import { missingSchemas, schemaFaults } from './test-support/iso20022-schema.ts'

let cluster: TestCluster
before(async () => {
  cluster = await testCluster([platformMigrations, accountsMigrations, billingMigrations])
})
after(() => cluster[Symbol.asyncDispose]())

const IBAN = 'AT02 2050 3021 0102 3600'
const XML = { 'content-type': 'application/xml' }

/** Friday, 20 November 2026, at noon in Berlin; the customer's book-keeper reads mail. */
async function office() {
  const opened = await cluster.database()
  const { database } = opened
  const clock = new VirtualClock(Date.UTC(2026, 10, 20, 11))
  const folder = await mkdtemp(join(tmpdir(), 'klinke-payments-'))
  const mails: Mail[] = []
  const mail = { send: async (sent: Mail) => void mails.push(sent) }
  const ground = { database, clock, logger: silentLogger, blobs: new FolderBlobStore(folder), mail, portalUrl: 'https://telefon.example' }
  const { routes } = payments.open({ ...ground, ...NOT_ASKED })
  const api = await testApi(database, routes === undefined ? [] : [routes], [paymentProblems])
  const tenant = async (name: string): Promise<string> => {
    const { id } = await database.withOperator((tx) =>
      insertTenant(tx, {
        name,
        sipDomain: `${name}.example`,
        areaCode: '221',
        profile: { ...DEFAULT_PROFILE, payments: { preNotificationDays: 5 } },
      }),
    )
    const principal = { kind: 'tenant', tenantId: id } as const
    await database.withOperator((tx) => insertLogin(tx, { email: `kasse@${name}.example`, name: 'Kasse', language: 'de', principal }))
    return id
  }
  const [acme, beta] = [await tenant('acme'), await tenant('beta')]
  const operator = await api.client({ kind: 'operator' })
  const asAcme = await api.client({ kind: 'tenant', tenantId: acme })
  const asBeta = await api.client({ kind: 'tenant', tenantId: beta })
  await done(
    operator('PUT' as 'PATCH', '/sepa-creditor', { name: 'Nordwind Telefonie GmbH', creditorId: 'DE98ZZZ09999999999', iban: OUR_IBAN }),
  )
  return {
    ...{ database, clock, mails, acme, beta, operator, asAcme, asBeta },
    give: async () => String((await done(asAcme('POST', '/sepa-mandates', { accountHolder: 'Müller & Söhne', iban: IBAN }))).body.id),
    owe: async (number: string, amount: string, other: object = {}) =>
      String(
        (await done(operator('POST', '/open-items', { ...OWED, tenantId: acme, number, amount: { amount, currency: 'EUR' }, ...other })))
          .body.id,
      ),
    take: (octets: Uint8Array): Promise<TestAnswer> => operator('POST', '/bank-files?name=datei.xml', Buffer.from(octets), XML),
    [Symbol.asyncDispose]: async () => {
      await api[Symbol.asyncDispose]()
      await opened[Symbol.asyncDispose]()
      await rm(folder, { recursive: true })
    },
  }
}

type Office = Awaited<ReturnType<typeof office>>

const OWED = { issuedOn: '2026-11-18', dueOn: '2026-11-25', announced: true }
const NOT_ASKED = { random: seededRandom(1), secrets: testSecrets(), usage: { after: async () => ({ usage: [], cursor: undefined }) } }

async function done(answering: Promise<TestAnswer>): Promise<TestAnswer> {
  const answer = await answering
  assert.ok(answer.status < 300, `${answer.status} ${String(answer.body.detail)}`)
  return answer
}

function problemOf({ status, body }: TestAnswer): string {
  return `${status} ${String(body.type).replace('urn:klinke:problem:', '')}`
}

async function openOf(client: TestClient, itemId: string): Promise<string> {
  const { open } = (await done(client('GET', `/open-items/${itemId}`))).body as { readonly open?: { readonly amount: string } }
  return open?.amount ?? ''
}

async function firstDebit({ operator }: Office): Promise<Record<string, unknown>> {
  return (await done(operator('GET', '/direct-debits'))).body.items?.[0] ?? {}
}

/** Announced, in a file, and given out: its end-to-end id. */
async function collected(running: Office): Promise<{ readonly endToEndId: string; readonly batchId: string; readonly messageId: string }> {
  const { operator } = running
  await done(operator('POST', '/direct-debits/announcements'))
  const { id, messageId } = (await done(operator('POST', '/sepa-batches'))).body
  await done(operator('POST', `/sepa-batches/${String(id)}/give-out`))
  const { items = [] } = (await done(operator('GET', '/direct-debits'))).body
  return { endToEndId: String(items[0]?.endToEndId), batchId: String(id), messageId: String(messageId) }
}

const back = (endToEndId: string, reason: string, other: WrittenEntry = {}): WrittenEntry => ({
  direction: 'DBIT',
  endToEndId,
  reason,
  amount: '59.50',
  ...other,
})

test('BIL-08: a customer gives a mandate; an invoice that announces it is collected on its day, and counts as paid once the bank has the file', async () => {
  await using running = await office()
  const { operator, asAcme, asBeta, owe, give, mails } = running
  const mandateId = await give()
  const item = await owe('RE-1', '59.50')
  assert.equal((await asBeta('GET', `/open-items/${item}`)).status, 404)
  assert.deepEqual((await done(operator('POST', '/direct-debits/announcements'))).body, { announced: 1, left: {} })
  assert.deepEqual((await done(operator('POST', '/direct-debits/announcements'))).body, { announced: 0, left: { 'under-way': 1 } })
  assert.equal(mails.length, 0, 'the invoice has said so')
  const debit = await firstDebit(running)
  assert.deepEqual([debit.state, debit.dueOn, debit.amount], ['announced', '2026-11-25', { amount: '59.50', currency: 'EUR' }])
  const { id } = (await done(operator('POST', '/sepa-batches'))).body
  assert.equal(await openOf(asAcme, item), '59.50', 'a file that nobody has collects nothing')
  await done(operator('POST', `/sepa-batches/${String(id)}/give-out`))
  assert.equal(await openOf(asAcme, item), '0.00')
  assert.equal((await done(asAcme('GET', `/sepa-mandates/${mandateId}`))).body.state, 'used')
  assert.equal(problemOf(await operator('POST', `/sepa-batches/${String(id)}/give-out`)), '409 batch-given-out')
  assert.equal(problemOf(await operator('DELETE', `/sepa-batches/${String(id)}`)), '409 batch-given-out')
  assert.equal(problemOf(await operator('POST', '/sepa-batches')), '409 nothing-to-collect')
})

test('files of direct debits are what the schema of ISO 20022 asks for (pain.008.001.08)', { skip: missingSchemas() }, async () => {
  await using running = await office()
  const { operator, owe, give } = running
  await give()
  await owe('RE/2026/1 <&> "Ümlaut"', '0.01')
  await owe('RE-2', '1234567.89')
  await owe('RE-3', '5.00', { dueOn: '2026-12-02' })
  await done(operator('POST', '/direct-debits/announcements'))
  const { id } = (await done(operator('POST', '/sepa-batches'))).body
  await done(operator('POST', `/sepa-batches/${String(id)}/give-out`))
  const { raw, headers } = await operator('GET', `/sepa-batches/${String(id)}/file`)
  assert.match(String(headers['content-disposition']), /KLINKE\d{14}-[0-9a-f]{6}\.xml/)
  assert.deepEqual(await schemaFaults(raw, 'pain.008.001.08'), [])
  const text = raw.toString()
  assert.deepEqual(
    [...text.matchAll(/<SeqTp>(\w+)</g)].map(([, sequence]) => sequence),
    ['FRST', 'RCUR', 'RCUR'],
  )
  assert.deepEqual([...text.matchAll(/<CtrlSum>([\d.]+)</g)].map(([, sum]) => sum)[0], '1234572.90')
  assert.match((await schemaFaults(Buffer.from(text.replace('<PmtMtd>DD', '<PmtMtd>XX')), 'pain.008.001.08')).join(), /PmtMtd/)
})

test('BIL-07: a debit that comes back opens its invoice again, costs the fee, and is tried once more after a mail has said so', async () => {
  await using running = await office()
  const { operator, asAcme, owe, give, take, clock, mails } = running
  await give()
  const item = await owe('RE-1', '59.50')
  const { endToEndId } = await collected(running)
  await clock.advance(6 * 86_400_000)
  const notified = await done(
    take(statement({ kind: 'camt.054', messageId: 'N-1', entries: [back(endToEndId, 'AM04', { day: '2026-11-26' })] })),
  )
  assert.deepEqual(notified.body.counts, { returned: 1, matched: 0, unclear: 0, known: 0, others: 0 })
  assert.equal(await openOf(asAcme, item), '59.50')
  const fee = (await done(asAcme('GET', '/open-items?open=true'))).body.items?.find(({ kind }) => kind === 'return-fee')
  assert.deepEqual([fee?.number, fee?.amount], ['RE-1-RL1', { amount: '12.00', currency: 'EUR' }])
  // The statement of the evening says the same, and the notification comes twice: nothing is doubled.
  const evening = await done(take(statement({ messageId: 'S-1', entries: [back(endToEndId, 'AM04', { day: '2026-11-26' })] })))
  assert.deepEqual(evening.body.counts, { returned: 0, matched: 0, unclear: 0, known: 1, others: 0 })
  assert.equal(await openOf(asAcme, item), '59.50')
  const again = await collected(running)
  assert.equal(mails.length, 2)
  assert.match(mails[0]?.text ?? '', /ziehen wir am 03\.12\.2026 erneut 59,50 EUR/)
  assert.equal(await openOf(asAcme, item), '0.00')
  const other = (await done(operator('GET', '/direct-debits'))).body.items?.find(({ attempt }) => attempt === 2)
  await done(take(statement({ messageId: 'S-2', entries: [back(String(other?.endToEndId), 'AM04')] })))
  assert.notEqual(again.endToEndId, endToEndId)
  assert.deepEqual((await done(operator('POST', '/direct-debits/announcements'))).body, {
    announced: 1,
    left: { returned: 1 },
  })
})

test('a debit that is returned because the account is closed ends the mandate; with a new one it is collected again', async () => {
  await using running = await office()
  const { operator, asAcme, owe, give, take } = running
  const mandateId = await give()
  await owe('RE-1', '59.50')
  const { endToEndId } = await collected(running)
  await done(take(statement({ entries: [back(endToEndId, 'AC04')] })))
  const { state, endReason } = (await done(asAcme('GET', `/sepa-mandates/${mandateId}`))).body
  assert.deepEqual([state, endReason], ['revoked', 'AC04'])
  assert.deepEqual((await done(operator('POST', '/direct-debits/announcements'))).body, { announced: 0, left: { 'no-mandate': 2 } })
  const { reference } = (await done(asAcme('POST', '/sepa-mandates', { accountHolder: 'Müller', iban: IBAN }))).body
  assert.equal(reference, '10001-2')
  assert.equal((await done(operator('POST', '/direct-debits/announcements'))).body.announced, 2)
})

test('a debit turned down before it was settled leaves the next one the first; a whole file turned down costs nothing and is collected anew', async () => {
  await using running = await office()
  const { operator, asAcme, owe, give, take } = running
  await give()
  const item = await owe('RE-1', '59.50')
  const { endToEndId, messageId } = await collected(running)
  await done(take(statusReport({ ours: messageId, rejected: [[endToEndId, 'MS03']] })))
  assert.equal(await openOf(asAcme, item), '59.50')
  const next = await collected(running)
  const under = (await done(operator('GET', '/direct-debits?state=collected'))).body.items
  assert.deepEqual(under?.map(({ sequence }) => sequence).sort(), ['FRST', 'RCUR'], 'the fee comes first, then the invoice again')
  const whole = await done(take(statusReport({ messageId: 'R-2', ours: next.messageId, all: 'FF01' })))
  assert.deepEqual(whole.body.counts, { returned: 2, matched: 0, unclear: 0, known: 0, others: 0 })
  const fees = (await done(asAcme('GET', '/open-items'))).body.items?.filter(({ kind }) => kind === 'return-fee')
  assert.equal(fees?.length, 1, 'of the first return alone')
  assert.equal((await done(operator('POST', '/direct-debits/announcements'))).body.announced, 2)
})

test('a transfer pays the invoice that it names; an unclear one somebody assigns and takes back, and both stay in the book', async () => {
  await using running = await office()
  const { operator, asAcme, owe, take } = running
  const [one, two] = [await owe('RE-2026-0001', '100.00'), await owe('RE-2026-0002', '30.00')]
  const entries = [
    { reference: 'B1', amount: '100.00', text: ['RE-2026-', '0001'], payer: 'Müller' },
    { reference: 'B2', amount: '30.00', text: ['Danke'], payer: 'Müller' },
  ]
  const taken = await done(take(statement({ messageId: 'S-1', entries, opening: '0.00', closing: '130.00' })))
  assert.deepEqual(taken.body.counts, { returned: 0, matched: 1, unclear: 1, known: 0, others: 0 })
  assert.deepEqual([await openOf(asAcme, one), await openOf(asAcme, two)], ['0.00', '30.00'])
  const [unclear] = (await done(operator('GET', '/bank-entries?state=unclear'))).body.items ?? []
  assert.equal(unclear?.why, 'nothing-named')
  const path = `/bank-entries/${String(unclear?.id)}/assignment`
  const share = (amount: string) => ({ shares: [{ itemId: two, amount: { amount, currency: 'EUR' } }] })
  assert.equal(problemOf(await operator('POST', path, share('29.99'))), '422 assignment-wrong')
  await done(operator('POST', path, share('30.00')))
  assert.equal(problemOf(await operator('POST', path, share('30.00'))), '422 assignment-wrong')
  assert.equal(await openOf(asAcme, two), '0.00')
  await done(operator('DELETE', path))
  assert.equal(await openOf(asAcme, two), '30.00')
  await done(operator('POST', path, share('30.00')))
  assert.equal(await openOf(asAcme, two), '0.00')
  const { entries: book } = (await done(asAcme('GET', `/open-items/${two}`))).body as {
    readonly entries?: readonly { readonly kind: string }[]
  }
  assert.deepEqual(
    book?.map(({ kind }) => kind),
    ['transfer', 'undone', 'transfer'],
  )
})

test('the same file counts once, the same entry in another file too; one that is cut off or of another account is refused whole', async () => {
  await using running = await office()
  const { operator, asAcme, owe, take } = running
  const item = await owe('RE-1', '100.00')
  const paid = { reference: 'B1', amount: '60.00', text: ['RE-1'] }
  const file = statement({ messageId: 'S-1', entries: [paid] })
  assert.equal((await done(take(file))).body.repeated, false)
  assert.equal((await done(take(file))).body.repeated, true)
  assert.deepEqual((await done(take(statement({ kind: 'camt.054', messageId: 'N-1', entries: [paid] })))).body.counts, {
    returned: 0,
    matched: 0,
    unclear: 0,
    known: 1,
    others: 0,
  })
  assert.equal(problemOf(await take(statement({ messageId: 'S-1', entries: [paid, { reference: 'B2' }] }))), '409 bank-file-differs')
  assert.equal(problemOf(await take(file.slice(0, -20))), '422 bank-file-broken')
  assert.equal(
    problemOf(
      await take(
        statement({ messageId: 'S-2', entries: [{ reference: 'B3', text: ['RE-1'], amount: '40.00' }], opening: '0.00', closing: '39.00' }),
      ),
    ),
    '422 bank-file-sums-differ',
  )
  assert.equal(problemOf(await take(statement({ messageId: 'S-3', iban: 'AT022050302101023600', entries: [paid] }))), '422 foreign-account')
  assert.equal(await openOf(asAcme, item), '40.00')
  assert.equal((await done(operator('GET', '/bank-files'))).body.items?.length, 2)
})

test('what is paid or revoked between the file and its giving out makes it out of date: discarded, it collects what is left', async () => {
  await using running = await office()
  const { operator, asAcme, owe, give, take } = running
  const mandateId = await give()
  const item = await owe('RE-1', '100.00')
  await done(operator('POST', '/direct-debits/announcements'))
  const first = String((await done(operator('POST', '/sepa-batches'))).body.id)
  await done(take(statement({ entries: [{ reference: 'B1', amount: '60.00', text: ['RE-1'] }] })))
  assert.equal(problemOf(await operator('POST', `/sepa-batches/${first}/give-out`)), '409 batch-outdated')
  await done(operator('DELETE', `/sepa-batches/${first}`))
  const { id, total } = (await done(operator('POST', '/sepa-batches'))).body
  assert.deepEqual(total, { amount: '40.00', currency: 'EUR' })
  await done(asAcme('POST', `/sepa-mandates/${mandateId}/revoke`))
  assert.equal(problemOf(await operator('POST', `/sepa-batches/${String(id)}/give-out`)), '409 batch-outdated')
  await done(operator('DELETE', `/sepa-batches/${String(id)}`))
  assert.equal(problemOf(await operator('POST', '/sepa-batches')), '409 nothing-to-collect')
  assert.equal(await openOf(asAcme, item), '40.00')
})

test('a file whose due date has come too near is not given out; a due date that has passed moves to the next that the bank can keep', async () => {
  await using running = await office()
  const { operator, owe, give, clock } = running
  await give()
  await owe('RE-1', '10.00')
  await done(operator('POST', '/direct-debits/announcements'))
  const { id } = (await done(operator('POST', '/sepa-batches'))).body
  await clock.advance(5 * 86_400_000)
  assert.equal(problemOf(await operator('POST', `/sepa-batches/${String(id)}/give-out`)), '409 batch-outdated')
  await done(operator('DELETE', `/sepa-batches/${String(id)}`))
  await done(operator('POST', '/sepa-batches'))
  assert.equal((await firstDebit(running)).dueOn, '2026-11-27')
})

test('BIL-08: a mandate on paper holds once the operator confirms its signed copy, which is kept with its hash; nobody else can', async () => {
  await using running = await office()
  const { operator, asAcme, asBeta, acme } = running
  const { id, state } = (
    await done(
      operator('POST', '/sepa-mandates', {
        tenantId: acme,
        accountHolder: 'Tante Müller',
        payerAddress: 'Domkloster 4, Köln',
        iban: IBAN,
        signedOn: '2026-11-01',
      }),
    )
  ).body
  const path = `/sepa-mandates/${String(id)}`
  assert.equal(state, 'given')
  assert.equal(problemOf(await operator('POST', `${path}/confirm`)), '409 mandate-unsigned')
  const pdf = Buffer.from('%PDF-1.7\n%%EOF\n')
  const uploaded = await done(operator('POST', `${path}/document`, pdf, { 'content-type': 'application/pdf' }))
  assert.deepEqual(uploaded.body.document, { mediaType: 'application/pdf', sha256: createHash('sha256').update(pdf).digest('hex') })
  assert.equal((await asAcme('POST', `${path}/confirm`)).status, 403)
  assert.equal((await done(operator('POST', `${path}/confirm`))).body.state, 'active')
  assert.equal(problemOf(await operator('POST', `${path}/document`, pdf, { 'content-type': 'application/pdf' })), '409 mandate-state')
  assert.deepEqual((await asAcme('GET', `${path}/document`)).raw, pdf)
  assert.equal((await asBeta('GET', `${path}/document`)).status, 404)
  assert.equal(problemOf(await asAcme('POST', '/sepa-mandates', { accountHolder: 'Müller', iban: IBAN })), '409 mandate-exists')
})

const wrong: readonly (readonly [iban: string, bic: string | null, problem: string])[] = [
  ['AT02 2050 3021 0102 3601', null, '422 iban-invalid'],
  ['BR1800360305000010009795493C1', null, '422 iban-outside-sepa'],
  [IBAN, 'ABC', '422 bic-invalid'],
]
test('BIL-08: accounts with wrong check digits, outside SEPA or with a wrong BIC are refused, each with its reason', async () => {
  await using running = await office()
  for (const [iban, bic, problem] of wrong) {
    assert.equal(problemOf(await running.asAcme('POST', '/sepa-mandates', { accountHolder: 'Müller', iban, bic })), problem)
  }
  const creditor = { name: 'Nordwind', creditorId: 'DE97ZZZ09999999999', iban: OUR_IBAN }
  assert.equal(problemOf(await running.operator('PUT' as 'PATCH', '/sepa-creditor', creditor)), '422 creditor-id-invalid')
})

test('BIL-08: a mandate that was not used for 36 months lapses', async () => {
  await using running = await office()
  const mandateId = await running.give()
  const lapse = (day: string) => lapseMandates(running, Temporal.PlainDate.from(day))
  assert.deepEqual([await lapse('2029-11-19'), await lapse('2029-11-20'), await lapse('2029-11-21')], [0, 1, 0])
  assert.equal((await done(running.asAcme('GET', `/sepa-mandates/${mandateId}`))).body.state, 'lapsed')
})

test('what is booked or given out the database itself keeps from change, whoever asks; with the customer it goes', async () => {
  await using running = await office()
  const { database, owe, give, acme } = running
  await give()
  await owe('RE-1', '10.00')
  await collected(running)
  for (const change of [
    sql`UPDATE payment_entry SET amount_micros = 10000`,
    sql`DELETE FROM payment_entry`,
    sql`UPDATE open_item SET amount_micros = 10000`,
    sql`UPDATE sepa_batch SET content = ''`,
    sql`DELETE FROM sepa_batch`,
  ])
    await assert.rejects(
      database.withOperator((tx) => change.execute(tx.tables())),
      /never changed/,
    )
  await assert.rejects(
    database.withTenant(acme, (tx) => sql`INSERT INTO payment_entry DEFAULT VALUES`.execute(tx.tables())),
    /permission denied/,
  )
  // The books outlive the customer (§ 147 AO).
  await database.withOperator((tx) => sql`DELETE FROM tenant WHERE id = ${acme}`.execute(tx.tables()))
  const left = await database.withOperator((tx) => sql<{ count: number }>`SELECT count(*) FROM payment_entry`.execute(tx.tables()))
  assert.equal(Number(left.rows[0]?.count), 1)
})

test('a file that is not given out cannot be loaded, and what the bank says of it is an error: nothing that it has is collected again', async () => {
  await using running = await office()
  const { operator, asAcme, owe, give, take } = running
  await give()
  const item = await owe('RE-1', '59.50')
  await done(operator('POST', '/direct-debits/announcements'))
  const { id, messageId } = (await done(operator('POST', '/sepa-batches'))).body
  assert.equal(problemOf(await operator('GET', `/sepa-batches/${String(id)}/file`)), '409 batch-not-given-out')
  const { endToEndId } = await firstDebit(running)
  const returned = statement({ messageId: 'S-1', entries: [back(String(endToEndId), 'AM04')] })
  const refused = await take(returned)
  assert.equal(problemOf(refused), '409 debit-not-given-out')
  assert.match(String(refused.body.detail), /RE-1/)
  assert.equal(problemOf(await take(statusReport({ ours: String(messageId), all: 'FF01' }))), '409 debit-not-given-out')
  assert.equal((await done(operator('GET', '/bank-files'))).body.items?.length, 0)
  await done(operator('POST', `/sepa-batches/${String(id)}/give-out`))
  assert.match((await done(operator('GET', `/sepa-batches/${String(id)}/file`))).raw.toString(), /<InstdAmt Ccy="EUR">59\.50</)
  assert.equal(problemOf(await operator('DELETE', `/sepa-batches/${String(id)}`)), '409 batch-given-out')
  assert.deepEqual((await done(take(returned))).body.counts, { returned: 1, matched: 0, unclear: 0, known: 0, others: 0 })
  assert.equal(await openOf(asAcme, item), '59.50')
})

test('of two files that wait, the second follows the first collection by the mandate in the first, and is given out after it', async () => {
  await using running = await office()
  const { operator, owe, give } = running
  await give()
  const files: string[] = []
  const make = async (number: string): Promise<void> => {
    await owe(number, '10.00')
    await done(operator('POST', '/direct-debits/announcements'))
    files.push(String((await done(operator('POST', '/sepa-batches'))).body.id))
  }
  await make('RE-1')
  await make('RE-2')
  const sequences = (await done(operator('GET', '/direct-debits'))).body.items?.map(({ itemNumber, sequence }) => [itemNumber, sequence])
  assert.deepEqual(sequences, [
    ['RE-2', 'RCUR'],
    ['RE-1', 'FRST'],
  ])
  const early = await operator('POST', `/sepa-batches/${files[1]}/give-out`)
  assert.deepEqual([problemOf(early), /Give that one out first/.test(String(early.body.detail))], ['409 batch-outdated', true])
  for (const file of files) await done(operator('POST', `/sepa-batches/${file}/give-out`))
})

interface Issued {
  readonly number: string
  readonly gross: number
  readonly credited?: number
  readonly kind?: 'invoice' | 'credit-note'
  readonly dueOn?: string
}

/** A document as a run has issued it; `gross` and `credited` in micro-units. */
async function issued({ database, acme }: Office, document: Issued): Promise<void> {
  const { number, gross, credited = 0, kind = 'invoice', dueOn = '2026-11-16' } = document
  const insert = sql`
    INSERT INTO invoice (id, tenant_id, kind, state, period_from, period_until, currency, net, tax, gross, credited, content, fingerprint, number, issued_on, due_on, issued_at)
    VALUES (gen_random_uuid(), ${acme}, ${kind}, 'issued', '2026-10-01', '2026-10-31', 'EUR', ${gross}, 0, ${gross}, ${credited}, '{}', '', ${number}, '2026-11-02', ${dueOn}, now())`
  await database.withOperator((tx) => insert.execute(tx.tables()))
}

async function openByNumber({ operator }: Office): Promise<Record<string, unknown>> {
  const items = (await done(operator('GET', '/open-items'))).body.items ?? []
  return Object.fromEntries(items.map(({ number, open }) => [String(number), (open as { readonly amount: string }).amount]))
}

test('an invoice that is credited in full a moment before is neither written into a file nor given out in one', async () => {
  await using running = await office()
  const { database, operator, give } = running
  await give()
  await issued(running, { number: 'RE-2026-000001', gross: 100_000_000 })
  await issued(running, { number: 'RE-2026-000002', gross: 50_000_000 })
  await done(operator('POST', '/direct-debits/announcements'))
  const credit = (number: string) =>
    database.withOperator((tx) =>
      sql`UPDATE invoice SET credited = gross, state = 'credited' WHERE number = ${number}`.execute(tx.tables()),
    )
  await credit('RE-2026-000001')
  const { id, debits, total } = (await done(operator('POST', '/sepa-batches'))).body
  assert.deepEqual([debits, total], [1, { amount: '50.00', currency: 'EUR' }])
  await credit('RE-2026-000002')
  assert.equal(problemOf(await operator('POST', `/sepa-batches/${String(id)}/give-out`)), '409 batch-outdated')
})

test('invoices are taken over slice by slice until all are', async () => {
  await using running = await office()
  for (let each = 1; each <= 5; each++) await issued(running, { number: `RE-2026-00000${each}`, gross: each * 10_000_000 })
  assert.equal(await running.database.withOperator((tx) => takeInvoices(tx, 2)), 5)
  assert.equal(Object.keys(await openByNumber(running)).length, 5)
  assert.equal(await running.database.withOperator((tx) => takeInvoices(tx, 2)), 0)
})

test('BIL-07: the credit note of a month below zero pays what is open, the oldest first; what is left of it pays what comes', async () => {
  await using running = await office()
  const { database } = running
  const look = () => database.withOperator((tx) => takeInvoices(tx))
  const noted = async () =>
    (await database.withOperator((tx) => sql<object>`SELECT number, paid, state FROM invoice ORDER BY number`.execute(tx.tables()))).rows
  await issued(running, { number: 'RE-2', gross: 50_000_000, dueOn: '2026-11-20' })
  await issued(running, { number: 'RE-1', gross: 20_000_000, dueOn: '2026-11-10' })
  await issued(running, { number: 'GS-1', kind: 'credit-note', gross: 30_000_000 })
  await look()
  assert.deepEqual(await openByNumber(running), { 'RE-1': '0.00', 'RE-2': '40.00' })
  assert.deepEqual(await noted(), [
    { number: 'GS-1', paid: 30_000_000, state: 'paid' },
    { number: 'RE-1', paid: 20_000_000, state: 'paid' },
    { number: 'RE-2', paid: 10_000_000, state: 'partly-paid' },
  ])
  await issued(running, { number: 'GS-2', kind: 'credit-note', gross: 70_000_000 })
  // What takes the invoice itself back is beside that, and counts once.
  await database.withOperator((tx) => sql`UPDATE invoice SET credited = 15000000 WHERE number = 'RE-2'`.execute(tx.tables()))
  await look()
  await look()
  assert.deepEqual(await openByNumber(running), { 'RE-1': '0.00', 'RE-2': '0.00' })
  await issued(running, { number: 'RE-3', gross: 60_000_000 })
  await look()
  assert.deepEqual(await openByNumber(running), { 'RE-1': '0.00', 'RE-2': '0.00', 'RE-3': '15.00' })
  assert.deepEqual((await noted())[1], { number: 'GS-2', paid: 70_000_000, state: 'paid' })
})

test('an invoice of this installation stands among what is owed, is paid as a transfer says, and is less by its credit note', async () => {
  await using running = await office()
  const { database, asAcme, take } = running
  await issued(running, { number: 'RE-2026-000001', gross: 100_000_000 })
  await issued(running, { number: 'RE-2026-000002', gross: 50_000_000, credited: 20_000_000 })
  const entries = [
    { reference: 'B1', amount: '100.00', text: ['RE-2026-000001'] },
    { reference: 'B2', amount: '10.00', text: ['RE-2026-000002'] },
  ]
  for (const messageId of ['S-1', 'S-2']) await done(take(statement({ messageId, entries })))
  const items = (await done(asAcme('GET', '/open-items'))).body.items ?? []
  assert.deepEqual(
    items.map(({ number, open }) => [String(number), open] as const).toSorted(([one], [other]) => one.localeCompare(other)),
    [
      ['RE-2026-000001', { amount: '0.00', currency: 'EUR' }],
      ['RE-2026-000002', { amount: '20.00', currency: 'EUR' }],
    ],
  )
  const told = await database.withOperator((tx) =>
    sql<object>`SELECT number, paid, state FROM invoice ORDER BY number`.execute(tx.tables()),
  )
  assert.deepEqual(told.rows, [
    { number: 'RE-2026-000001', paid: 100_000_000, state: 'paid' },
    { number: 'RE-2026-000002', paid: 10_000_000, state: 'partly-paid' },
  ])
})

test('what is open with a customer is told to who would delete it: what it owes, what may still come back, and calls to be billed', async () => {
  await using running = await office()
  const { database, acme } = running
  const unsettled = (today = '2026-11-20') => database.withOperator((tx) => unsettledOf(tx, acme, today))
  assert.deepEqual(await unsettled(), {})
  await running.give()
  await running.owe('RE-7', '59.50')
  assert.deepEqual(await unsettled(), { openItems: 1 })
  await done(running.operator('POST', '/direct-debits/announcements'))
  assert.deepEqual(await unsettled(), { openItems: 1, directDebits: 1 })
  await collected(running)
  assert.deepEqual(
    [await unsettled(), await unsettled('2027-01-19'), await unsettled('2027-01-20')],
    [{ directDebits: 1 }, { directDebits: 1 }, {}],
  )
  await database.withOperator((tx) =>
    sql`INSERT INTO rated_call (usage_id, tenant_id, call_id, month, ended_at, called, billed_number, origin, way, medium, outcome, tariff_version_id, currency,
      amount_sixtieths) VALUES ('u', ${acme}, 'c', '2026-11-01', now(), '+4930', '+49221', 'own', 'carrier', 'voice', 'rated', gen_random_uuid(), 'EUR', 60)`.execute(
      tx.tables(),
    ),
  )
  assert.deepEqual(await unsettled('2027-01-20'), {})
  await database.withOperator((tx) => sql`INSERT INTO invoice_issuer (details) VALUES ('{}')`.execute(tx.tables()))
  assert.deepEqual(await unsettled('2027-01-20'), { callsWithoutInvoice: 1 })
  await database.withOperator((tx) => sql`UPDATE tenant SET demo_until = now() WHERE id = ${acme}`.execute(tx.tables()))
  assert.deepEqual(await unsettled('2027-01-20'), {})
})
