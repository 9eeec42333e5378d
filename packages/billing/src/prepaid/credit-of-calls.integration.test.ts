/** Calls on credit over a real tariff: what they take while they run is what they are rated at, whatever happens in between (BIL-09). */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { silentLogger } from '@klinke/foundation'
import { systemClock } from '@klinke/platform'
import type { TestCluster } from '@klinke/platform/test-support'
import { defaultTerms } from '../invoices/sources.ts'
import { RunningPrices } from '../rated-calls/running-prices.ts'
import { ACME, billingCluster, giveTariff, ratedWorld, used } from '../rated-calls/test-support/rated-world.ts'
import { BookedCredit } from './call-credit.ts'
import { openCallCredit } from './open-call-credit.ts'
import { Reservations } from './reservations.ts'
import { settleRated } from './settle-rated.ts'
import { balanceOf, endAccount, listMovements, move, openAccount, openAccountAnew } from './store.ts'
import { tariffPrice } from './tariff-price.ts'
import { vatOfCalls } from './vat-of-calls.ts'

let cluster: TestCluster
before(async () => {
  cluster = await billingCluster()
})
after(() => cluster[Symbol.asyncDispose]())

const MOBILE = '+4915112345678'
const USE = { tenantId: ACME, called: MOBILE, billed: '+4922155500', origin: 'own', warnSeconds: 0 } as const
const NO_NEWS = { nearEnd: () => undefined, usedUp: () => assert.fail('there is enough') }
/** A started minute to a mobile phone, 0.1252, with 19 % VAT. */
const MINUTE = 148_988n
const EURO = 1_000_000n
const vat = vatOfCalls(defaultTerms)

/** Pictures of the database follow it in real time. */
const real = systemClock()
const timers = { nowMs: () => real.nowMs(), after: (delayMs: number, wake: () => void) => real.after(delayMs, wake) }

async function world(bundles: readonly object[] = []) {
  const rated = await ratedWorld(cluster, settleRated(vat))
  const { database, clock, operator } = rated
  await giveTariff(operator, { bundles })
  await database.withOperator((tx) => openAccount(tx, ACME, '2026-01-01'))
  const prices = await RunningPrices.open({ database, clock: { ...timers, epochMs: () => clock.epochMs() }, logger: silentLogger })
  let paid = 0
  const told: { id: string; answeredAtMs: number; endedAtMs: number }[] = []
  return {
    ...{ ...rated, prices, told },
    pay: (amountMicros: bigint) =>
      database.withOperator((tx) => move(tx, { tenantId: ACME, kind: 'top-up', amountMicros, source: `paid:${paid++}`, by: 'test' })),
    balance: () => database.withOperator((tx) => balanceOf(tx, ACME)),
    book: async () =>
      (await database.withOperator((tx) => listMovements(tx, ACME)))
        .toReversed()
        .map(({ kind, amountMicros, source }) => [kind, amountMicros, source]),
    /** The record of a call becomes known, and is rated. */
    rates: async (id: string, seconds: number, called = MOBILE) => {
      rated.told.push(used(id, { called, answeredAtMs: Date.parse('2026-11-30T10:00:00Z') }, seconds))
      await rated.rateAll()
    },
    credit: () => openCallCredit({ database, clock, logger: silentLogger, prices }),
    [Symbol.asyncDispose]: async () => {
      await prices[Symbol.asyncDispose]()
      await rated[Symbol.asyncDispose]()
    },
  }
}

test('BIL-09: a call takes from the credit what it is rated at, by the started minute and with VAT; rating has nothing to correct', async () => {
  await using at = await world()
  await at.pay(10n * EURO)
  const credit = await at.credit()
  const call = credit.begin(USE, NO_NEWS)
  assert.ok(typeof call === 'object')
  call.answered('one')
  await at.clock.advance(90_000)
  call.end()
  call.end()
  await credit.close()
  assert.equal(await at.balance(), 10n * EURO - 2n * MINUTE)
  await at.rates('one', 90)
  assert.deepEqual(await at.book(), [
    ['top-up', 10n * EURO, 'paid:0'],
    ['call', 2n * MINUTE, 'call:one'],
  ])
})

test('BIL-09: minutes that a bundle gave come back once the call is rated, once, and another rating corrects it again', async () => {
  await using at = await world([{ bundle: 'quota', seats: 1 }])
  await at.pay(10n * EURO)
  const credit = await at.credit()
  const call = credit.begin({ ...USE, called: '+493012345' }, NO_NEWS)
  assert.ok(typeof call === 'object')
  call.answered('fixed')
  await at.clock.advance(59_000)
  call.end()
  await credit.close()
  // 0.0151 with 19 %.
  assert.equal(await at.balance(), 10n * EURO - 17_969n)
  await at.rates('fixed', 59, '+493012345')
  assert.equal(await at.balance(), 10n * EURO)
  await giveTariff(at.operator, { bundles: [], validFrom: '2026-11-01' })
  const question = { tenantId: ACME, month: '2026-11', apply: true }
  for (const _again of [1, 2]) assert.equal((await at.operator('POST', '/rated-calls/rerate', question)).status, 200)
  assert.deepEqual((await at.book()).slice(1), [
    ['call', 17_969n, 'call:fixed'],
    ['call-corrected', 17_969n, 'rated:fixed:1'],
    ['call', 17_969n, 'rated:fixed:2'],
  ])
})

test('BIL-09: a call that a crash cut off is booked when its record is rated, and never twice', async () => {
  await using at = await world()
  await at.pay(EURO)
  const crashed = await at.credit()
  const lost = crashed.begin(USE, NO_NEWS)
  assert.ok(typeof lost === 'object')
  lost.answered('cut-off')
  // The process is gone; the record ends with its last sign of life.
  await at.clock.advance(30_000)
  await at.rates('cut-off', 30)
  assert.deepEqual((await at.book()).slice(1), [['call', MINUTE, 'call:cut-off']])
  // Had it lived on, and been late: the price is taken already.
  lost.end()
  await crashed.close()
  assert.equal(await at.balance(), EURO - MINUTE)
})

test('BIL-09: while the database is away what a call has cost stays held, and is booked once it is back', async () => {
  await using at = await world()
  const { database, clock } = at
  await at.pay(EURO)
  let isAway = false
  const reservations = new Reservations(clock)
  const withOperator: typeof database.withOperator = (work) =>
    isAway ? Promise.reject(new Error('the database is away')) : database.withOperator(work)
  const credit = new BookedCredit({
    database: { withOperator, listen: (...how) => database.listen(...how) },
    ...{ reservations, clock, vat, logger: silentLogger },
    priceOf: (use, atMs, permille) => {
      const book = at.prices.bookOf(use.tenantId)
      return book && tariffPrice(use, book, atMs, permille)
    },
  })
  await credit.start()
  const call = credit.begin(USE, NO_NEWS)
  assert.ok(typeof call === 'object')
  call.answered('held')
  await clock.advance(30_000)
  isAway = true
  call.end()
  await credit.settled()
  assert.equal(reservations.availableOf(ACME), EURO - MINUTE)
  assert.equal(await at.balance(), EURO)
  isAway = false
  await clock.advance(5_000)
  await credit.settled()
  assert.equal(await at.balance(), EURO - MINUTE)
  assert.equal(reservations.availableOf(ACME), EURO - MINUTE)
  await credit.close()
})

test('BIL-09: money that comes while the server runs is there for the next call as soon as the answer is; an ended account is asked no more', async () => {
  await using at = await world()
  const credit = await at.credit()
  assert.equal(credit.begin(USE, NO_NEWS), 'no-credit')
  await at.pay(EURO)
  const call = credit.begin(USE, NO_NEWS)
  assert.ok(typeof call === 'object')
  call.end()
  assert.equal(credit.begin({ ...USE, called: '+1212555' }, NO_NEWS), 'no-price')
  await at.database.withOperator((tx) => endAccount(tx, ACME, '2026-11-30'))
  assert.equal(credit.begin(USE, NO_NEWS), undefined)
  await at.database.withOperator((tx) => openAccountAnew(tx, ACME, '2026-12-03'))
  assert.equal(credit.begin(USE, NO_NEWS), undefined, 'nor one that begins later')
  await at.clock.advance(47 * 3_600_000 + 600_000)
  await credit.settled()
  const due = credit.begin(USE, NO_NEWS)
  assert.ok(typeof due === 'object', 'its day has come')
  due.end()
  await credit.close()
})

test('BIL-09: an account whose last day lies ahead holds credit until that day is over, whoever notes it when', async () => {
  await using at = await world()
  await at.pay(MINUTE)
  const credit = await at.credit()
  await at.database.withOperator((tx) => endAccount(tx, ACME, '2026-12-02'))
  assert.equal(credit.begin({ ...USE, called: '+1212555' }, NO_NEWS), 'no-price')
  const call = credit.begin(USE, NO_NEWS)
  assert.ok(typeof call === 'object')
  assert.equal(credit.begin(USE, NO_NEWS), 'no-credit')
  call.end()
  // In Germany the day is over an hour before it is in UTC.
  await at.clock.advance(47 * 3_600_000 + 600_000)
  await credit.settled()
  assert.equal(credit.isPrepaid(ACME), false)
  await credit.close()
})

test('BIL-09: calls after the last day of an account take nothing from it when they are rated', async () => {
  await using at = await world()
  await at.pay(EURO)
  await at.database.withOperator((tx) => endAccount(tx, ACME, '2026-11-29'))
  await at.rates('after', 60)
  assert.equal(await at.balance(), EURO)
  await at.database.withOperator((tx) => endAccount(tx, ACME, '2026-11-30'))
  await at.rates('last', 60)
  assert.equal(await at.balance(), EURO - MINUTE)
})

test('BIL-09: who has ended and pays in again while a call runs has no more credit than there is', async () => {
  await using at = await world()
  await at.pay(EURO)
  const credit = await at.credit()
  const call = credit.begin(USE, NO_NEWS)
  assert.ok(typeof call === 'object')
  call.answered('runs')
  await at.clock.advance(30_000)
  await at.database.withOperator((tx) => endAccount(tx, ACME, '2026-11-30'))
  await at.database.withOperator((tx) => openAccount(tx, ACME, '2026-12-01'))
  assert.equal(credit.heldOf(ACME), MINUTE)
  call.end()
  await credit.settled()
  assert.deepEqual([await at.balance(), credit.heldOf(ACME)], [EURO - MINUTE, 0n])
  await credit.close()
})

test('BIL-09: a balance that could not be read is read again, and a start that reads nothing fails', async () => {
  await using at = await world()
  const { database, clock } = at
  await at.pay(EURO)
  let isAway = true
  const withOperator: typeof database.withOperator = (work) =>
    isAway ? Promise.reject(new Error('the database is away')) : database.withOperator(work)
  const parts = {
    database: { withOperator, listen: database.listen.bind(database) },
    ...{ reservations: new Reservations(clock), clock, vat, logger: silentLogger, priceOf: () => undefined },
  }
  await assert.rejects(new BookedCredit(parts).start(), /away/)
  isAway = false
  const credit = new BookedCredit(parts)
  await credit.start()
  isAway = true
  await at.database.withOperator((tx) => endAccount(tx, ACME, '2026-11-30'))
  await credit.settled()
  assert.equal(credit.isPrepaid(ACME), true)
  isAway = false
  await clock.advance(5_000)
  await credit.settled()
  assert.equal(credit.isPrepaid(ACME), false)
  await credit.close()
})

test('BIL-09: parallel calls end when the credit does, to the last started minute, and are rated at exactly what was taken', async () => {
  await using at = await world()
  await at.pay(5n * MINUTE + 100n)
  const credit = await at.credit()
  const ended: (readonly [string, number])[] = []
  const begun = at.clock.epochMs()
  for (const id of ['a', 'b', 'c']) {
    const usedUp = (): void => {
      ended.push([id, at.clock.epochMs() - begun])
      if (typeof call === 'object') call.end()
    }
    const call = credit.begin(USE, { nearEnd: () => undefined, usedUp })
    assert.ok(typeof call === 'object')
    call.answered(id)
  }
  await at.clock.advance(600_000)
  await credit.close()
  assert.deepEqual(
    ended.map(([, ms]) => ms).toSorted((one, other) => one - other),
    [59_500, 119_500, 119_500],
  )
  assert.equal(await at.balance(), 100n)
  for (const [id, ms] of ended) await at.rates(id, Math.ceil(ms / 1000))
  assert.equal(await at.balance(), 100n)
})
