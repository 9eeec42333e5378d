/** From the run to the debit: what an invoice says of its direct debit is what is collected, and nobody says it twice (BIL-08). */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { silentLogger } from '@klinke/foundation'
import { insertLogin, type Mail } from '@klinke/platform'
import type { TestCluster } from '@klinke/platform/test-support'
import { VirtualClock } from '@klinke/testbed'
import { sql } from 'kysely'
import { credit } from '../../invoices/credit.ts'
import { noteReceived } from '../../invoices/delivery/delivery-store.ts'
import { invoiceMail } from '../../invoices/delivery/mail-text.ts'
import { invoiceOf, type StoredInvoice, selectInvoices } from '../../invoices/invoice-store.ts'
import type { ChargeLine } from '../../invoices/line.ts'
import { countCustomers } from '../../invoices/runs/run-store.ts'
import { advanceRun } from '../../invoices/runs/run-worker.ts'
import { defaultTerms, type InvoiceSources } from '../../invoices/sources.ts'
import { beginRun, booksCluster, customer, issuer, orderIssue } from '../../invoices/test-support/books.ts'
import { chargeWith } from '../../invoices/test-support/example.ts'
import { openAccount } from '../../prepaid/store.ts'
import { putCreditor } from '../creditor.ts'
import { changeMandate, insertMandate } from '../mandates/store.ts'
import { book, takeInvoices } from '../open-items/invoices.ts'
import { listItems } from '../open-items/store.ts'
import { announceDebits } from './announce.ts'
import { invoiceDebits } from './announce-on-invoice.ts'
import { listDebits } from './debits.ts'
import { makeBatch } from './make-batch.ts'

let cluster: TestCluster
before(async () => {
  cluster = await booksCluster()
})
after(() => cluster[Symbol.asyncDispose]())

const IBAN = 'AT022050302101023600'
const TODAY = Temporal.PlainDate.from('2026-11-20')

/** Friday, 20 November 2026, at noon in Berlin. Each customer owes three extensions, 30.35, unless said otherwise. */
async function office(charges: (name: string) => readonly ChargeLine[] = () => [chargeWith()]) {
  const opened = await cluster.database()
  const { database } = opened
  const clock = new VirtualClock(Date.UTC(2026, 10, 20, 11))
  const names = new Map<string, string>()
  const source = { name: 'test', of: async (_tx: unknown, tenantId: string) => charges(names.get(tenantId) ?? '') }
  const sources: InvoiceSources = { charges: [source], terms: defaultTerms, debits: invoiceDebits(clock) }
  const mails: Mail[] = []
  const server = { meanwhile: async (): Promise<void> => undefined }
  const mail = {
    send: async (sent: Mail) => {
      mails.push(sent)
      await server.meanwhile()
    },
  }
  await issuer(database)
  await database.withOperator((tx) => putCreditor(tx, { name: 'Nordwind', creditorId: 'DE98ZZZ09999999999', iban: IBAN, bic: undefined }))
  const work = async (): Promise<void> => {
    while (await advanceRun({ database, clock, logger: silentLogger, sources })) await Promise.resolve()
  }
  return {
    ...{ database, clock, mails, server, work },
    join: async (name: string) => {
      const id = await customer(database, name)
      names.set(id, name)
      return id
    },
    give: (tenantId: string, kind: 'recurring' | 'one-off' = 'recurring', reference = `K-${names.get(tenantId)}`) =>
      database.withOperator((tx) =>
        insertMandate(tx, {
          ...{ tenantId, reference, kind, state: 'active', accountHolder: 'Müller', payerAddress: null },
          ...{ iban: IBAN, bic: null, signedOn: '2026-10-01', givenBy: 'portal', giverName: 'Müller', giverAddress: null },
        }),
      ),
    drafted: async () => {
      const run = await beginRun(database)
      await work()
      return run
    },
    issued: async (run: string, issueOn = '2026-11-20') => {
      await orderIssue(database, run, issueOn)
      await work()
      const counts = await database.withOperator((tx) => countCustomers(tx, run))
      assert.deepEqual([counts.changed, counts.problem], [0, 0])
    },
    invoicesOf: (tenantId: string): Promise<readonly StoredInvoice[]> =>
      database.withOperator(async (tx) =>
        (await selectInvoices(tx).where('tenant_id', '=', tenantId).orderBy('id').execute()).map(invoiceOf),
      ),
    announce: () =>
      announceDebits({ database, mail, logger: silentLogger, portalUrl: 'https://telefon.example' }, TODAY, new Date(clock.epochMs())),
    [Symbol.asyncDispose]: () => opened[Symbol.asyncDispose](),
  }
}

test('BIL-08: an invoice of who has given a mandate says what is collected, when, and from where; the debit is that, and no mail says so again', async () => {
  await using running = await office()
  const { database, join, give, drafted, issued, invoicesOf, announce, mails } = running
  const [acme, beta] = [await join('Acme'), await join('Beta')]
  const run = await drafted()
  const [draft] = await invoicesOf(acme)
  // Given after the preview: it changes nothing of what was seen there.
  await give(acme)
  await issued(run)
  const [invoice] = await invoicesOf(acme)
  assert.ok(invoice && draft)
  const { debit, ...seen } = invoice.content
  assert.deepEqual([seen, invoice.fingerprint], [draft.content, draft.fingerprint])
  // Fourteen days after the invoice, a settlement day.
  assert.deepEqual(debit, {
    ...{ mandateReference: 'K-Acme', creditorId: 'DE98ZZZ09999999999', account: 'AT02 … 3600', collectedOn: '2026-12-04' },
    text: {
      de: `Zu ${invoice.number} ziehen wir am 04.12.2026 30,35 EUR vom Konto AT02 … 3600 ein, nach dem SEPA-Mandat K-Acme; unsere Gläubiger-ID ist DE98ZZZ09999999999.`,
      en: `For ${invoice.number} we collect EUR 30.35 on 2026-12-04 from the account AT02 … 3600, by the SEPA mandate K-Acme; our creditor id is DE98ZZZ09999999999.`,
    },
  })
  assert.equal(invoice.dueOn, '2026-12-04')
  const { text } = invoiceMail(invoice, 'https://telefon.example')
  assert.ok(text.includes(debit?.text.de ?? '-') && !text.includes('Bitte zahlen'), text)
  const [others] = await invoicesOf(beta)
  assert.ok(others && others.content.debit === undefined && others.dueOn === '2026-12-04')
  assert.match(invoiceMail(others, '').text, /Bitte zahlen Sie 30,35\s€ bis 04\.12\.2026/)

  assert.deepEqual(await announce(), { announced: 0, left: { 'under-way': 1, 'no-mandate': 1 } })
  assert.deepEqual(mails, [])
  const [items, debits] = await database.withOperator(async (tx) => [await listItems(tx, { tenantId: acme }), await listDebits(tx, {})])
  assert.deepEqual(
    items.map(({ number, openMicros, announcedOn, dueOn }) => [number, openMicros, announcedOn, dueOn]),
    [[invoice.number, 30_350_000n, '2026-11-20', '2026-12-04']],
  )
  assert.deepEqual(
    debits.map(({ itemNumber, amountMicros, dueOn, attempt, state }) => [itemNumber, amountMicros, dueOn, attempt, state]),
    [[invoice.number, 30_350_000n, '2026-12-04', 1, 'announced']],
  )
  // What takes it back announces nothing.
  const note = await database.withOperator((tx) => credit(tx, invoice.id, { reason: 'Irrtum', lines: [1], issuedOn: '2026-11-20' }))
  assert.equal(note.content.debit, undefined)
  assert.equal(mails.length, 0)
})

test('BIL-08: the payer has the days of notice from the day on which the invoice is issued, even if it bears an earlier date', async () => {
  await using running = await office()
  const { join, give, drafted, issued, invoicesOf } = running
  const acme = await join('Acme')
  await give(acme)
  await issued(await drafted(), '2026-11-02')
  const [invoice] = await invoicesOf(acme)
  assert.deepEqual([invoice?.issuedOn, invoice?.content.debit?.collectedOn, invoice?.dueOn], ['2026-11-02', '2026-12-04', '2026-12-04'])
})

test('by a mandate that is revoked after the invoice nothing is collected; the debit by the next one is announced by mail', async () => {
  await using running = await office()
  const { database, join, give, drafted, issued, clock, announce, mails } = running
  const [acme, beta] = [await join('Acme'), await join('Beta')]
  const [first] = [await give(acme), await give(beta)]
  await issued(await drafted())
  await database.withOperator(async (tx) => {
    await changeMandate(tx, first.id, { state: 'revoked' })
    const principal = { kind: 'tenant', tenantId: acme } as const
    await insertLogin(tx, { email: 'kasse@acme.example', name: 'Kasse', language: 'de', principal })
    for (const each of [acme, beta])
      for (const row of await selectInvoices(tx).where('tenant_id', '=', each).execute())
        await noteReceived(tx, invoiceOf(row), '2026-11-20')
  })
  await give(acme, 'recurring', 'K-Acme-2')
  await database.withOperator((tx) => makeBatch(tx, { today: TODAY, now: new Date(clock.epochMs()), by: 'test' }))
  assert.deepEqual(await announce(), { announced: 1, left: { 'under-way': 1 } })
  assert.match(mails[0]?.text ?? '', /ziehen wir am 04\.12\.2026 erneut 30,35 EUR .* SEPA-Mandat K-Acme-2/)
  const debits = await database.withOperator((tx) => listDebits(tx, { tenantId: acme }))
  assert.deepEqual(
    debits.map(({ state }) => state),
    ['cancelled', 'announced'],
  )
})

test('BIL-08: while a debit is told of by mail, money is booked; what is paid meanwhile is not collected, and what nobody was told of neither', async () => {
  await using running = await office()
  const { database, join, give, drafted, issued, announce, mails, server } = running
  const acme = await join('Acme')
  await issued(await drafted())
  await database.withOperator(async (tx) => {
    const principal = { kind: 'tenant', tenantId: acme } as const
    await insertLogin(tx, { email: 'kasse@acme.example', name: 'Kasse', language: 'de', principal })
    await takeInvoices(tx)
  })
  await give(acme)
  server.meanwhile = () => Promise.reject(new Error('no such user'))
  assert.deepEqual(await announce(), { announced: 0, left: { 'no-mail': 1 } })
  assert.deepEqual(await database.withOperator((tx) => listDebits(tx, { tenantId: acme })), [])
  const turns: boolean[] = []
  server.meanwhile = () =>
    database.withOperator(async (tx) => {
      const { rows } = await sql<{ isFree: boolean }>`
        SELECT pg_try_advisory_xact_lock(hashtextextended('payments', 0)) AS "isFree"`.execute(tx.tables())
      turns.push(...rows.map(({ isFree }) => isFree))
      if (turns.length > 1) return
      const [item] = await listItems(tx, { tenantId: acme })
      assert.ok(item)
      const entry = {
        tenantId: acme,
        itemId: item.id,
        kind: 'transfer',
        currency: 'EUR',
        bookedOn: '2026-11-20',
        bankEntryId: null,
      } as const
      await book(tx, { ...entry, amountMicros: item.openMicros, source: 'test', by: 'test' })
    })
  assert.deepEqual(await announce(), { announced: 0, left: { paid: 1 } })
  assert.deepEqual([turns, mails.length], [[true], 2])
  assert.equal(mails[0]?.id, mails[1]?.id)
})

test('a mandate for a single debit is named by one invoice alone', async () => {
  await using running = await office()
  const { database, join, give, drafted, issued, invoicesOf } = running
  const acme = await join('Acme')
  await give(acme, 'one-off')
  await issued(await drafted())
  const [invoice] = await invoicesOf(acme)
  assert.equal(invoice?.content.debit?.mandateReference, 'K-Acme')
  const next = { tenantId: acme, number: 'RE-X', grossMicros: 10_000n, currency: 'EUR', issuedOn: '2026-11-20', dueOn: '2026-12-04' }
  assert.equal(await database.withOperator((tx) => invoiceDebits(running.clock).announced(tx, next)), undefined)
})

test('who pays before calling, or has credit left that pays a part, is told by mail, once the amount is known', async () => {
  await using running = await office((name) => [chargeWith(name === 'Beta' ? { quantity: -1, unitMicros: 10_000_000n } : {})])
  const { database, join, give, drafted, issued, invoicesOf, clock } = running
  const [acme, beta] = [await join('Acme'), await join('Beta')]
  for (const each of [acme, beta]) await give(each)
  await database.withOperator((tx) => openAccount(tx, acme, '2026-01-01'))
  await issued(await drafted())
  const [[prepaid], [note]] = [await invoicesOf(acme), await invoicesOf(beta)]
  assert.deepEqual([prepaid?.content.kind, prepaid?.content.debit], ['invoice', undefined])
  assert.deepEqual([note?.content.kind, note?.content.debit], ['credit-note', undefined])
  await database.withOperator((tx) => takeInvoices(tx))
  const next = { tenantId: beta, number: 'RE-X', grossMicros: 50_000_000n, currency: 'EUR', issuedOn: '2026-11-20', dueOn: '2026-12-04' }
  assert.equal(await database.withOperator((tx) => invoiceDebits(clock).announced(tx, next)), undefined)
})
