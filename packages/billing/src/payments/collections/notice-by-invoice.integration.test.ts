/** Only what the payer has got announces a direct debit: invoices whose mail is late, or never comes (BIL-08). */
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { silentLogger } from '@klinke/foundation'
import { FolderBlobStore, smtpMailSender } from '@klinke/platform'
import { type TestCluster, testMailServer } from '@klinke/platform/test-support'
import { VirtualClock } from '@klinke/testbed'
import { sql } from 'kysely'
import { listDeliveries, noteSent } from '../../invoices/delivery/delivery-store.ts'
import { sendDueMails } from '../../invoices/delivery/mail-deliverer.ts'
import { GIVE_UP_AFTER_ATTEMPTS } from '../../invoices/delivery/retries.ts'
import { makeDocuments } from '../../invoices/documents/document-maker.ts'
import { ThreadedPress } from '../../invoices/documents/press.ts'
import { dun } from '../../invoices/dunning/dun.ts'
import { advanceRun } from '../../invoices/runs/run-worker.ts'
import { defaultTerms, type InvoiceSources } from '../../invoices/sources.ts'
import { beginRun, booksCluster, customer, issuer, orderIssue } from '../../invoices/test-support/books.ts'
import { chargeWith } from '../../invoices/test-support/example.ts'
import { putCreditor } from '../creditor.ts'
import { bankDay } from '../day.ts'
import { changeMandate, insertMandate } from '../mandates/store.ts'
import { NothingToCollect } from '../problems.ts'
import { invoiceDebits } from './announce-on-invoice.ts'
import { changeDebit, listDebits } from './debits.ts'
import { makeBatch } from './make-batch.ts'

const DAY_MS = 86_400_000
const IBAN = 'AT022050302101023600'
const folder = mkdtempSync(join(tmpdir(), 'klinke-notice-'))
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

/** Friday, 20 November 2026: an invoice of 30.35, whose debit it announces for 4 December. Its mail is not sent yet. */
async function office() {
  const opened = await cluster.database()
  const { database } = opened
  const clock = new VirtualClock(Date.UTC(2026, 10, 20, 11))
  const debits = invoiceDebits(clock)
  const sources: InvoiceSources = { charges: [{ name: 'test', of: async () => [chargeWith()] }], terms: defaultTerms, debits }
  await issuer(database)
  const tenantId = await customer(database, 'Acme')
  const mandate = await database.withOperator(async (tx) => {
    await putCreditor(tx, { name: 'Nordwind', creditorId: 'DE98ZZZ09999999999', iban: IBAN, bic: undefined })
    return insertMandate(tx, {
      ...{ tenantId, reference: 'K-Acme', kind: 'recurring', state: 'active', accountHolder: 'Müller', payerAddress: null },
      ...{ iban: IBAN, bic: null, signedOn: '2026-10-01', givenBy: 'portal', giverName: 'Müller', giverAddress: null },
    })
  })
  const run = await beginRun(database)
  const parts = { database, clock, logger: silentLogger }
  while (await advanceRun({ ...parts, sources })) await Promise.resolve()
  await orderIssue(database, run, '2026-11-20')
  while (await advanceRun({ ...parts, sources })) await Promise.resolve()
  await makeDocuments({ ...parts, blobs, press })
  return {
    ...{ database, clock, mandate },
    /** How many mails the server there has taken. */
    mail: (url: string) =>
      sendDueMails({ ...parts, blobs, debits, mail: smtpMailSender(url, 'rechnung@klinke.example'), portalUrl: 'https://portal.example' }),
    collect: () =>
      database.withOperator((tx) => makeBatch(tx, { today: bankDay(clock.epochMs()), now: new Date(clock.epochMs()), by: 'test' })),
    /** The levels of dunning that have been reached once all that is due today is done. */
    dun: async () => {
      while (await dun({ ...parts, terms: sources.terms })) await Promise.resolve()
      const { rows } = await database.withOperator((tx) =>
        sql<{ level: number; on: string }>`SELECT level, dunned_on::text AS on FROM invoice_dunning`.execute(tx.tables()),
      )
      return rows.map(({ level, on }) => [level, on])
    },
    debits: async () => (await database.withOperator((tx) => listDebits(tx, {}))).map(({ state, dueOn }) => [state, dueOn]),
    [Symbol.asyncDispose]: () => opened[Symbol.asyncDispose](),
  }
}

/** Its text as quoted-printable has it. */
function textOf(mail: string): string {
  const octets = mail
    .replaceAll('=\r\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(octets, 'latin1').toString()
}

const limit = { timeout: 60_000 }

test(
  'BIL-08: a mail server that is down for three days: nothing is collected of who knows nothing; then the days of notice begin, and the mail says the new day',
  limit,
  async () => {
    await using running = await office()
    const { clock, mail, collect, debits } = running
    const { url, [Symbol.asyncDispose]: close } = await testMailServer()
    await close()
    assert.equal(await mail(url), 0)
    // The bank would take the file already.
    await assert.rejects(collect(), NothingToCollect)
    await clock.advance(3 * DAY_MS)
    await assert.rejects(collect(), NothingToCollect)
    assert.deepEqual(await debits(), [['announced', '2026-12-04']])
    await using server = await testMailServer()
    assert.equal(await mail(server.url), 1)
    const text = textOf(await server.next())
    assert.match(text, /ziehen wir am 04\.12\.2026 30,35 EUR/)
    assert.match(text, /erreicht Sie später als vorgesehen.* erst am 07\.12\.2026/)
    assert.deepEqual(await debits(), [['announced', '2026-12-07']])
    await collect()
    assert.deepEqual(await debits(), [['batched', '2026-12-07']])
  },
)

test('BIL-08: who gets the invoice on its day is told of one day only, and pays on that', limit, async () => {
  await using running = await office()
  await using server = await testMailServer()
  assert.equal(await running.mail(server.url), 1)
  assert.doesNotMatch(textOf(await server.next()), /später als vorgesehen/)
  await running.collect()
  assert.deepEqual(await running.debits(), [['batched', '2026-12-04']])
})

test('BIL-08: an invoice that nobody has got keeps no revoked mandate alive', limit, async () => {
  await using running = await office()
  const { database, mandate, collect, debits } = running
  await database.withOperator((tx) => changeMandate(tx, mandate.id, { state: 'revoked' }))
  await assert.rejects(collect(), NothingToCollect)
  assert.deepEqual(await debits(), [['announced', '2026-12-04']])
})

test(
  'BIL-08: an invoice that no mail server ever takes is on the operator’s list, and nobody is dunned for what we collect; once a debit has come back, the levels count from its day',
  limit,
  async () => {
    await using running = await office()
    const { database, clock } = running
    const { url, [Symbol.asyncDispose]: close } = await testMailServer()
    await close()
    const failed = () => database.withOperator((tx) => listDeliveries(tx, { way: 'mail', state: 'failed' }, { limit: 10 }))
    // All but the last attempt have failed.
    const attempts = GIVE_UP_AFTER_ATTEMPTS - 1
    await database.withOperator((tx) => sql`UPDATE invoice_delivery SET attempts = ${attempts}`.execute(tx.tables()))
    assert.equal(await running.mail(url), 0)
    const [given] = await failed()
    assert.ok(given, 'given up')
    await clock.advance(Date.UTC(2026, 11, 21, 11) - clock.epochMs())
    assert.deepEqual(await running.dun(), [])
    // The operator hands it over in another way.
    await database.withOperator((tx) => noteSent(tx, given, new Date(clock.epochMs()), '2026-12-21'))
    await running.collect()
    const [debit] = await database.withOperator((tx) => listDebits(tx, {}))
    assert.deepEqual([debit?.state, debit?.dueOn], ['batched', '2027-01-04'])
    await clock.advance(15 * DAY_MS)
    assert.deepEqual(await running.dun(), [])
    await database.withOperator((tx) => changeDebit(tx, debit?.id ?? '', { state: 'returned', returnedOn: '2027-01-05', reason: 'AC04' }))
    assert.deepEqual(await running.dun(), [], 'the day of the debit was yesterday')
    await clock.advance(7 * DAY_MS)
    assert.deepEqual(await running.dun(), [[1, '2027-01-12']])
  },
)

test('BIL-08: who revokes the mandate has to pay, and is dunned', limit, async () => {
  await using running = await office()
  const { database, clock, mandate } = running
  await clock.advance(Date.UTC(2026, 11, 21, 11) - clock.epochMs())
  assert.deepEqual(await running.dun(), [])
  await database.withOperator((tx) => changeMandate(tx, mandate.id, { state: 'revoked' }))
  assert.deepEqual(await running.dun(), [[1, '2026-12-21']])
})
