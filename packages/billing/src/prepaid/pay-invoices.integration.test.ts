/** Invoices of who pays before calling: calls that were paid while they ran are owed by nobody again (BIL-09). */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { silentLogger } from '@klinke/foundation'
import type { TestCluster } from '@klinke/platform/test-support'
import { eventually } from '@klinke/testbed'
import { sql } from 'kysely'
import { Catalogue } from '../catalogue/catalogue.ts'
import { credit } from '../invoices/credit.ts'
import { invoiceOf, selectInvoices } from '../invoices/invoice-store.ts'
import { decideObjection, insertObjection } from '../invoices/objections/objection-store.ts'
import { release } from '../invoices/release.ts'
import { advanceRun } from '../invoices/runs/run-worker.ts'
import { insertRecipient } from '../invoices/settings-store.ts'
import type { ChargeSource, CreditSource } from '../invoices/sources.ts'
import { defaultTerms } from '../invoices/sources.ts'
import { beginRun, issuer, orderIssue } from '../invoices/test-support/books.ts'
import { chargeWith, RECIPIENT } from '../invoices/test-support/example.ts'
import { takeInvoices } from '../payments/open-items/invoices.ts'
import { listItems } from '../payments/open-items/store.ts'
import { callCharges } from '../rated-calls/call-charges.ts'
import { ratedCallKind } from '../rated-calls/kept-calls.ts'
import { TariffBooks } from '../rated-calls/tariff-books.ts'
import { ACME, billingCluster, giveTariff, ratedWorld, used } from '../rated-calls/test-support/rated-world.ts'
import { payFromCredit, paysWhenIssued } from './pay-invoices.ts'
import { settleRated } from './settle-rated.ts'
import { missingOf } from './standing.ts'
import { balanceOf, findAccount, listMovements, move, openAccount } from './store.ts'
import { vatOfCalls } from './vat-of-calls.ts'
import { standingOf } from './watch-store.ts'

let cluster: TestCluster
before(async () => {
  cluster = await billingCluster()
})
after(() => cluster[Symbol.asyncDispose]())

const EURO = 1_000_000n
const TODAY = Temporal.PlainDate.from('2026-11-03')
/** 8.50 a month. */
const FEE: ChargeSource = { name: 'test', of: () => Promise.resolve([chargeWith({ quantity: 1 })]) }

/** One call of 90 s in October to a mobile phone, 0.2504 net, and what the contract costs beside it. */
async function billed(paidIn: bigint, fees: ChargeSource, { saysSo = false } = {}) {
  const world = await ratedWorld(cluster, settleRated(vatOfCalls(defaultTerms)))
  const { database, operator, clock } = world
  await giveTariff(operator, { bundles: [] })
  await database.withOperator(async (tx) => {
    await insertRecipient(tx, ACME, { ...RECIPIENT, profile: 'default' })
    await openAccount(tx, ACME, '2026-01-01')
    await move(tx, { tenantId: ACME, kind: 'top-up', amountMicros: paidIn, source: 'paid:first', by: 'test' })
  })
  await issuer(database)
  world.told.push(used('call', { called: '+4915112345678', answeredAtMs: Date.parse('2026-10-10T10:00:00Z') }, 90))
  await world.rateAll()
  const paying: CreditSource = { pays: (tx, invoice) => paysWhenIssued(tx, invoice, TODAY) }
  const charges = [fees, callCharges(new TariffBooks(), new Catalogue(database))]
  const sources = { charges, terms: defaultTerms, ...(saysSo && { credit: paying }) }
  const run = async (): Promise<void> => {
    while (await advanceRun({ database, clock, logger: silentLogger, sources })) await Promise.resolve()
  }
  const bill = async (): Promise<void> => {
    const id = await beginRun(database)
    await run()
    await orderIssue(database, id)
    await run()
    await database.withOperator((tx) => takeInvoices(tx))
  }
  await bill()
  const first = () =>
    database.withOperator(async (tx) => {
      const { rows } = await sql<{ id: string }>`SELECT id FROM invoice WHERE kind = 'invoice' ORDER BY number LIMIT 1`.execute(tx.tables())
      return String(rows[0]?.id)
    })
  return {
    ...world,
    bill,
    /** By a credit note, whole or some of its lines. */
    takeBack: async (lines?: readonly number[], { isTaken = true } = {}) => {
      const invoiceId = await first()
      await database.withOperator(async (tx) => {
        await credit(tx, invoiceId, { reason: 'wrong', lines, issuedOn: '2026-11-02' })
        if (isTaken) await takeInvoices(tx)
      })
    },
    release: async () => {
      const invoiceId = await first()
      const by = { sources: sources.charges, by: 'test', at: new Date(clock.epochMs()) }
      await database.withOperator((tx) => release(tx, invoiceId, by))
    },
    pay: () => database.withOperator((tx) => payFromCredit(tx, ACME, TODAY)),
    /** What the contract costs beside its call from now on. */
    costs: (other: ChargeSource) => charges.splice(0, 1, other),
    objects: async () => {
      const objection = { tenantId: ACME, invoiceId: await first(), text: 'Falsch', by: 'acme' }
      return (await database.withOperator((tx) => insertObjection(tx, objection))).id
    },
    decide: (id: string) => database.withOperator((tx) => decideObjection(tx, id, { outcome: 'refused', answer: 'Richtig', by: 'test' })),
    topUp: (amountMicros: bigint) =>
      database.withOperator((tx) => move(tx, { tenantId: ACME, kind: 'top-up', amountMicros, source: 'paid:then', by: 'test' })),
    invoices: () => database.withOperator(async (tx) => (await selectInvoices(tx).orderBy('number').execute()).map(invoiceOf)),
    missing: () => database.withOperator(async (tx) => missingOf(await standingOf(tx, (await findAccount(tx, ACME)) ?? assert.fail()))),
    balance: () => database.withOperator((tx) => balanceOf(tx, ACME)),
    open: async () => (await database.withOperator((tx) => listItems(tx, { tenantId: ACME }))).map(({ openMicros }) => openMicros),
    movements: async () =>
      (await database.withOperator((tx) => listMovements(tx, ACME))).toReversed().map(({ kind, amountMicros }) => [kind, amountMicros]),
  }
}

test('BIL-09: an invoice of calls alone is paid by what they took, and the balance pays what rounding left', async () => {
  await using at = await billed(EURO, { name: 'test', of: () => Promise.resolve([]) })
  // 0.2504 × 1.19 while it ran; on the invoice 0.25 and 0.05 VAT.
  assert.equal(await at.balance(), EURO - 297_976n)
  assert.deepEqual(await at.open(), [300_000n])
  assert.deepEqual([await at.pay(), await at.pay()], [1, 0])
  assert.deepEqual(await at.open(), [0n])
  assert.equal(await at.balance(), 700_000n)
})

test('BIL-09: what the balance does not cover stays open, until a top-up pays it; nothing is taken twice', async () => {
  await using at = await billed(10n * EURO, FEE)
  // 8.50 + 0.25, with 1.66 VAT.
  assert.deepEqual(await at.open(), [10_410_000n])
  assert.deepEqual([await at.pay(), await at.pay()], [1, 0])
  assert.deepEqual([await at.open(), await at.balance()], [[410_000n], 0n])
  await at.topUp(EURO)
  assert.deepEqual([await at.pay(), await at.pay()], [1, 0])
  assert.deepEqual([await at.open(), await at.balance()], [[0n], 590_000n])
  assert.deepEqual(await at.movements(), [
    ['top-up', 10n * EURO],
    ['call', 297_976n],
    ['month', 9_702_024n],
    ['top-up', EURO],
    ['month', 410_000n],
  ])
})

test('BIL-09: where a balance is used up what calls took still pays for them', async () => {
  await using at = await billed(297_976n, FEE)
  await at.pay()
  // 0.30 of 10.41: the fraction of a cent that rounding wants more is the only thing that a balance goes below zero for.
  assert.deepEqual([await at.open(), await at.balance()], [[10_110_000n], -2_024n])
  assert.equal(await at.pay(), 0)
})

test('BIL-09: what calls have paid stays paid when they are deleted after their time', async () => {
  await using at = await billed(10n * EURO, FEE)
  await at.pay()
  assert.deepEqual([await at.open(), await at.balance()], [[410_000n], 0n])
  const nowMs = Date.parse('2027-06-01T03:00:00Z')
  const due = { tenantId: ACME, isDeleted: false, nowMs, profile: {}, holds: [], chargedBefore: Temporal.PlainDate.from('2026-12-01') }
  assert.equal((await at.database.withOperator(async (tx) => ratedCallKind.remove?.(tx, due)))?.count, 1)
  assert.equal(await at.pay(), 0)
  await at.topUp(20n * EURO)
  assert.deepEqual([await at.pay(), await at.pay()], [1, 0])
  assert.deepEqual([await at.open(), await at.balance()], [[0n], 19_590_000n])
})

test('BIL-09: a credited invoice comes back to the balance; released and billed anew it is paid once', async () => {
  await using at = await billed(20n * EURO, FEE)
  await at.pay()
  assert.equal(await at.balance(), 9_590_000n)
  await at.takeBack()
  assert.deepEqual([await at.pay(), await at.pay()], [1, 0])
  assert.deepEqual([await at.open(), await at.balance()], [[0n], 20n * EURO])
  // Its calls are to be billed once more: they pay what they cost again.
  await at.release()
  assert.deepEqual([await at.pay(), await at.pay()], [1, 0])
  assert.equal(await at.balance(), 20n * EURO - 297_976n)
  await at.bill()
  assert.deepEqual([await at.pay(), await at.pay()], [1, 0])
  assert.deepEqual([await at.open(), await at.balance()], [[0n, 0n], 9_590_000n])
  assert.deepEqual(await at.movements(), [
    ['top-up', 20n * EURO],
    ['call', 297_976n],
    ['month', 10_112_024n],
    ['month-credit', 10_410_000n],
    ['month', 297_976n],
    ['month', 10_112_024n],
  ])
})

test('BIL-09: what a credit note has taken back is owed by nobody, also before the book says so, and a release takes nothing that has not come back', async () => {
  await using at = await billed(EURO, FEE)
  await at.pay()
  assert.deepEqual([await at.open(), await at.missing()], [[9_410_000n], 9_410_000n])
  await at.takeBack(undefined, { isTaken: false })
  assert.deepEqual([await at.open(), await at.missing()], [[9_410_000n], 0n], 'nobody is reminded of it')
  await at.release()
  await at.pay()
  assert.deepEqual([await at.open(), await at.balance(), await at.missing()], [[0n], EURO - 297_976n, 0n])
  assert.equal(await at.pay(), 0)
})

test('BIL-09: credited, released and billed anew before anybody looks comes to the same', async () => {
  await using at = await billed(20n * EURO, FEE)
  await at.pay()
  await at.takeBack()
  await at.release()
  await at.bill()
  assert.deepEqual([await at.pay(), await at.pay()], [2, 0])
  assert.deepEqual([await at.open(), await at.balance()], [[0n, 0n], 9_590_000n])
})

test('BIL-09: of an invoice that is taken back in part that part comes back', async () => {
  await using at = await billed(20n * EURO, FEE)
  await at.pay()
  // 8.50, with 1.62 VAT.
  await at.takeBack([1])
  assert.deepEqual([await at.pay(), await at.pay()], [1, 0])
  assert.deepEqual([await at.open(), await at.balance()], [[0n], 19_710_000n])
})

test('BIL-09: two servers that take over credit notes at the same time take each over once', async () => {
  await using at = await billed(20n * EURO, FEE)
  await at.takeBack([1], { isTaken: false })
  let second: Promise<unknown> | undefined
  await at.database.withOperator(async (tx) => {
    await takeInvoices(tx)
    let isThrough = false
    second = at.takeBack([2]).finally(() => {
      isThrough = true
    })
    // Of this database alone: other tests wait for others.
    const waiting = sql`SELECT FROM pg_locks JOIN pg_database ON oid = database WHERE datname = current_database() AND NOT granted`
    const waits = async (): Promise<boolean> => isThrough || (await waiting.execute(tx.tables())).rows.length > 0
    await eventually('the other is through, or waits for this one', waits)
  })
  await second
  assert.deepEqual(await at.open(), [0n])
})

test('BIL-09: an invoice says what credit has paid of it in the moment in which it is issued, and nothing is taken twice', async () => {
  await using at = await billed(10n * EURO, FEE, { saysSo: true })
  // 8.50 + 0.25, with 1.66 VAT; 0.297976 were taken by its call.
  const [invoice] = await at.invoices()
  assert.deepEqual([invoice?.content.prepaid, invoice?.paid, invoice?.state], [10n * EURO, 10n * EURO, 'partly-paid'])
  assert.deepEqual([await at.open(), await at.balance()], [[410_000n], 0n])
  assert.deepEqual([await at.pay(), await at.open(), await at.balance()], [0, [410_000n], 0n])
  await at.topUp(EURO)
  assert.deepEqual([await at.pay(), await at.pay()], [1, 0])
  assert.deepEqual([await at.open(), await at.balance()], [[0n], 590_000n])
  assert.equal((await at.invoices())[0]?.content.prepaid, 10n * EURO, 'what was issued stays')
  assert.deepEqual(await at.movements(), [
    ['top-up', 10n * EURO],
    ['call', 297_976n],
    ['month', 9_702_024n],
    ['top-up', EURO],
    ['month', 410_000n],
  ])
})

test('BIL-09: one that credit covers is paid from the first, its credit note says nothing of it, and the money comes back', async () => {
  await using at = await billed(20n * EURO, FEE, { saysSo: true })
  const [invoice] = await at.invoices()
  assert.deepEqual([invoice?.content.prepaid, invoice?.state], [10_410_000n, 'paid'])
  assert.equal(await at.balance(), 9_590_000n)
  await at.takeBack()
  const note = (await at.invoices()).find(({ content }) => content.kind === 'credit-note')
  assert.equal(note?.content.prepaid, undefined)
  assert.deepEqual([await at.pay(), await at.pay()], [1, 0])
  assert.deepEqual([await at.open(), await at.balance()], [[0n], 20n * EURO])
})

test('BIL-09: where nothing but what its calls took is there, the invoice says that', async () => {
  await using at = await billed(297_976n, FEE, { saysSo: true })
  const [invoice] = await at.invoices()
  // What its call took pays 0.30 of it: that is credit, too.
  assert.deepEqual([invoice?.content.prepaid, await at.open()], [300_000n, [10_110_000n]])
})

test('BIL-09: an invoice that takes the place of one that was given back says that this money has paid it', async () => {
  const none: ChargeSource = { name: 'test', of: () => Promise.resolve([]) }
  await using at = await billed(300_000n, none, { saysSo: true })
  // 0.25 with 0.05 VAT: 0.297976 by its call, the rest of a cent by the balance.
  assert.deepEqual([await at.open(), await at.balance()], [[0n], 0n])
  await at.takeBack()
  await at.pay()
  assert.deepEqual([await at.open(), await at.balance()], [[0n], 300_000n])
  await at.release()
  at.costs(FEE)
  await at.bill()
  const invoice = (await at.invoices()).findLast(({ content }) => content.kind === 'invoice')
  assert.deepEqual([invoice?.content.totals.gross, invoice?.content.prepaid, invoice?.paid], [10_410_000n, 300_000n, 300_000n])
  assert.deepEqual([await at.open(), await at.balance()], [[0n, 10_110_000n], 0n])
  assert.deepEqual([await at.pay(), await at.balance()], [0, 0n])
})

test('BIL-09: what is objected to takes nothing from the balance but what its calls took, until it is decided', async () => {
  await using at = await billed(20n * EURO, FEE)
  const objection = await at.objects()
  assert.deepEqual([await at.pay(), await at.pay()], [1, 0])
  // 0.297976 were taken by its call, and the rest of that cent.
  assert.deepEqual([await at.open(), await at.balance()], [[10_110_000n], 19_700_000n])
  await at.decide(objection)
  assert.deepEqual([await at.pay(), await at.pay()], [1, 0])
  assert.deepEqual([await at.open(), await at.balance()], [[0n], 9_590_000n])
})
