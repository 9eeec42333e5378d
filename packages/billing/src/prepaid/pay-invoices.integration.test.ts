/** Invoices of who pays before calling: calls that were paid while they ran are owed by nobody again (BIL-09). */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { silentLogger } from '@klinke/foundation'
import type { TestCluster } from '@klinke/platform/test-support'
import { Catalogue } from '../catalogue/catalogue.ts'
import { advanceRun } from '../invoices/runs/run-worker.ts'
import { insertRecipient } from '../invoices/settings-store.ts'
import type { ChargeSource } from '../invoices/sources.ts'
import { defaultTerms } from '../invoices/sources.ts'
import { beginRun, issuer, orderIssue } from '../invoices/test-support/books.ts'
import { chargeWith, RECIPIENT } from '../invoices/test-support/example.ts'
import { takeInvoices } from '../payments/open-items/invoices.ts'
import { listItems } from '../payments/open-items/store.ts'
import { callCharges } from '../rated-calls/call-charges.ts'
import { TariffBooks } from '../rated-calls/tariff-books.ts'
import { ACME, billingCluster, giveTariff, ratedWorld, used } from '../rated-calls/test-support/rated-world.ts'
import { payFromCredit } from './pay-invoices.ts'
import { settleRated } from './settle-rated.ts'
import { balanceOf, listMovements, move, openAccount } from './store.ts'
import { vatOfCalls } from './vat-of-calls.ts'

let cluster: TestCluster
before(async () => {
  cluster = await billingCluster()
})
after(() => cluster[Symbol.asyncDispose]())

const EURO = 1_000_000n
const TODAY = Temporal.PlainDate.from('2026-11-03')

/** One call of 90 s in October to a mobile phone, 0.2504 net, and what the contract costs beside it. */
async function billed(paidIn: bigint, fees: ChargeSource) {
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
  const sources = { charges: [fees, callCharges(new TariffBooks(), new Catalogue(database))], terms: defaultTerms }
  const run = async (): Promise<void> => {
    while (await advanceRun({ database, clock, logger: silentLogger, sources })) await Promise.resolve()
  }
  const id = await beginRun(database)
  await run()
  await orderIssue(database, id)
  await run()
  await database.withOperator((tx) => takeInvoices(tx))
  return {
    ...world,
    pay: () => database.withOperator((tx) => payFromCredit(tx, ACME, TODAY)),
    topUp: (amountMicros: bigint) =>
      database.withOperator((tx) => move(tx, { tenantId: ACME, kind: 'top-up', amountMicros, source: 'paid:then', by: 'test' })),
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
  const fees: ChargeSource = { name: 'test', of: () => Promise.resolve([chargeWith({ quantity: 1 })]) }
  await using at = await billed(10n * EURO, fees)
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
  const fees: ChargeSource = { name: 'test', of: () => Promise.resolve([chargeWith({ quantity: 1 })]) }
  await using at = await billed(297_976n, fees)
  await at.pay()
  // 0.30 of 10.41: the fraction of a cent that rounding wants more is the only thing that a balance goes below zero for.
  assert.deepEqual([await at.open(), await at.balance()], [[10_110_000n], -2_024n])
  assert.equal(await at.pay(), 0)
})
