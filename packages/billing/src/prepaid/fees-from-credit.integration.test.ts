/** Fees of letters of dunning and of returned debits, paid from credit (BIL-07, BIL-09). */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { accountsMigrations } from '@klinke/accounts'
import { platformMigrations } from '@klinke/platform'
import { type TestCluster, testCluster } from '@klinke/platform/test-support'
import { billingMigrations } from '../migrations.ts'
import { postOpenItem } from '../payments/open-items/store.ts'
import { payFromCredit } from './pay-invoices.ts'
import { endAccount } from './store.ts'
import { office } from './test-support/office.ts'

let cluster: TestCluster
before(async () => {
  cluster = await testCluster([platformMigrations, accountsMigrations, billingMigrations])
})
after(() => cluster[Symbol.asyncDispose]())

const EURO = 1_000_000n
const TODAY = Temporal.PlainDate.from('2026-11-05')

type Office = Awaited<ReturnType<typeof office>>

const fee = ({ database, tenantId }: Office, kind: 'dunning-fee' | 'return-fee', amountMicros: bigint, issuedOn = '2026-11-05') =>
  database.withOperator((tx) => {
    const number = kind === 'dunning-fee' ? 'RE-2026-000001-M1' : 'RL-1'
    const dates = { issuedOn, dueOn: '2026-11-20', announcedOn: null, feeOf: 'RE-2026-000001' }
    return postOpenItem(tx, { tenantId, kind, number, amountMicros, currency: 'EUR', ...dates })
  })

const pay = ({ database, tenantId }: Office) => database.withOperator((tx) => payFromCredit(tx, tenantId, TODAY))

/** As the customer reads it, the oldest first. */
async function statement(at: Office): Promise<readonly string[]> {
  const { body } = await at.customer('GET', '/prepaid-account')
  const movements = body.movements as readonly { readonly kind: string; readonly amount: { readonly amount: string } }[]
  return movements.toReversed().map(({ kind, amount }) => `${kind} ${amount.amount}`)
}

test('BIL-07, BIL-09: fees are taken from the balance after what is older, to the cent; a top-up pays the rest, and nothing is taken twice', async () => {
  await using at = await office(cluster, { creditLowMicros: 0 })
  await at.moved('top-up', 20n * EURO + 4_000n)
  await at.owes(10_410_000n)
  await fee(at, 'return-fee', 12n * EURO)
  await fee(at, 'dunning-fee', 2_500_000n)
  assert.equal(await pay(at), 2)
  assert.deepEqual([await at.open(), await at.balance()], [[0n, 2_410_000n, 2_500_000n], 4_000n])
  assert.equal(await pay(at), 0, 'four tenths of a cent pay nothing')
  await at.moved('top-up', 5n * EURO)
  assert.deepEqual([await pay(at), await pay(at)], [2, 0])
  assert.deepEqual([await at.open(), await at.balance()], [[0n, 0n, 0n], 94_000n])
  assert.deepEqual(await statement(at), ['top-up 20.004', 'month 10.41', 'fee 9.59', 'top-up 5.00', 'fee 2.41', 'fee 2.50'])
})

test('BIL-07: where the product takes no fees from credit they stay open', async () => {
  await using at = await office(cluster, { creditLowMicros: 0, creditPaysFees: false })
  await at.moved('top-up', 20n * EURO)
  await fee(at, 'dunning-fee', 2_500_000n)
  assert.equal(await pay(at), 0)
  assert.deepEqual([await at.open(), await at.balance()], [[2_500_000n], 20n * EURO])
})

test('BIL-07: a fee of after the end of the account is not its own', async () => {
  await using at = await office(cluster, { creditLowMicros: 0 })
  await at.moved('top-up', 20n * EURO)
  await at.database.withOperator((tx) => endAccount(tx, at.tenantId, '2026-11-04'))
  await fee(at, 'return-fee', 12n * EURO)
  await fee(at, 'dunning-fee', 2_500_000n, '2026-11-04')
  await pay(at)
  assert.deepEqual([(await at.open()).toSorted(), await at.balance()], [[0n, 12n * EURO], 17_500_000n])
})
