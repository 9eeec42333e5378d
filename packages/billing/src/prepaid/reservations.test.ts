import assert from 'node:assert/strict'
import { test } from 'node:test'
import { below, seededRandom } from '@klinke/foundation'
import { VirtualClock } from '@klinke/testbed'
import { type Reservation, Reservations } from './reservations.ts'
import { priceOfMinutes, type RunningPrice } from './running-price.ts'

const EURO = 1_000_000n
/** Six cents a minute, by the second. */
const PRICE = priceOfMinutes({ setUpMicros: 0n, microsPerMinute: 60_000n, incrementSeconds: 1 })

function bank(balance: bigint) {
  const clock = new VirtualClock()
  const reservations = new Reservations(clock)
  reservations.setBalance('acme', balance)
  return { clock, reservations }
}

function begin(reservations: Reservations, price: RunningPrice, usedUp: () => void, tenantId = 'acme'): Reservation | undefined {
  return reservations.begin(
    { tenantId, priceAt: () => price, warnSeconds: 0 },
    { usedUp, nearEnd: () => assert.fail('nobody asked for it') },
  )
}

test('BIL-09: a call holds a minute before it begins, and more while it runs; what it has not used is free again at its end', async () => {
  const { clock, reservations } = bank(EURO)
  const call = begin(reservations, PRICE, () => assert.fail('there is enough'))
  assert.equal(reservations.availableOf('acme'), 940_000n)
  call?.answered()
  await clock.advance(90_000)
  assert.equal(reservations.availableOf('acme'), 880_000n)
  assert.equal(call?.end(), 90_000n)
  assert.equal(reservations.availableOf('acme'), 910_000n)
  reservations.booked('acme', 90_000n, 910_000n)
  assert.equal(reservations.availableOf('acme'), 910_000n)
  assert.equal(clock.pending, 0)
})

test('BIL-09: a call that nobody answers costs nothing, however long it rings', async () => {
  const { clock, reservations } = bank(EURO)
  const call = begin(reservations, PRICE, () => assert.fail('it rings'))
  await clock.advance(600_000)
  assert.equal(call?.end(), 0n)
  assert.equal(reservations.availableOf('acme'), EURO)
})

const least: readonly (readonly [balance: bigint, begins: boolean])[] = [
  [10_000n, true],
  [9_999n, false],
  [0n, false],
]
for (const [balance, begins] of least) {
  test(`BIL-09: with credit for ${Number(balance) / 1_000} seconds a call ${begins ? 'begins' : 'does not begin'}, and holds ${begins ? 'it all' : 'nothing'}`, () => {
    const { reservations } = bank(balance)
    assert.equal(begin(reservations, PRICE, () => undefined) !== undefined, begins)
    assert.equal(reservations.availableOf('acme'), begins ? 0n : balance)
  })
}

test('BIL-09: a call ends within the last second that is paid for, so that its record says no more, and a moment’s delay is not paid', async () => {
  const { clock, reservations } = bank(75_500n)
  const ends: number[] = []
  const call = begin(reservations, PRICE, () => ends.push(clock.nowMs()))
  call?.answered()
  await clock.advance(300_000)
  assert.deepEqual(ends, [74_500])
  assert.equal(call?.end(), 75_000n)
  assert.equal(reservations.availableOf('acme'), 500n)
})

test('BIL-09: money that comes while a call runs lets it go on', async () => {
  const { clock, reservations } = bank(60_000n)
  const ends: number[] = []
  begin(reservations, PRICE, () => ends.push(clock.nowMs()))?.answered()
  await clock.advance(59_000)
  reservations.setBalance('acme', 90_000n)
  await clock.advance(300_000)
  assert.deepEqual(ends, [89_500])
})

for (const [balance, warnedAt] of [
  [100_000n, [69_500]],
  [20_000n, [0]],
] as const) {
  test(`BIL-09: with ${Number(balance) / 1000} seconds of credit the end is near ${warnedAt[0]} ms after the answer`, async () => {
    const { clock, reservations } = bank(balance)
    const told: number[] = []
    const news = { usedUp: () => undefined, nearEnd: () => told.push(clock.nowMs()) }
    const call = reservations.begin({ tenantId: 'acme', priceAt: () => PRICE, warnSeconds: 30 }, news)
    call?.answered()
    await clock.advance(300_000)
    assert.deepEqual(told, warnedAt)
  })
}

test('BIL-09: who has paid in after the warning goes on, and is warned again before the new end', async () => {
  const { clock, reservations } = bank(60_000n)
  const told: (readonly [string, number])[] = []
  const news = {
    usedUp: () => told.push(['used up', clock.nowMs()]),
    nearEnd: (seconds: number) => told.push([`${seconds} s`, clock.nowMs()]),
  }
  reservations.begin({ tenantId: 'acme', priceAt: () => PRICE, warnSeconds: 30 }, news)?.answered()
  await clock.advance(40_000)
  reservations.setBalance('acme', 150_000n)
  await clock.advance(300_000)
  assert.deepEqual(told, [
    ['30 s', 29_500],
    ['30 s', 119_500],
    ['used up', 149_500],
  ])
})

test('BIL-09: a price that has changed while it rang holds from the answer on', async () => {
  const { clock, reservations } = bank(EURO)
  const dearer = priceOfMinutes({ setUpMicros: 0n, microsPerMinute: 120_000n, incrementSeconds: 1 })
  const priceAt = (atMs: number): RunningPrice => (atMs < clock.epochMs() ? PRICE : dearer)
  const began = clock.epochMs()
  const call = reservations.begin(
    { tenantId: 'acme', warnSeconds: 0, priceAt: (atMs) => (atMs === began ? PRICE : priceAt(atMs)) },
    { usedUp: () => assert.fail('there is enough'), nearEnd: () => undefined },
  )
  assert.equal(reservations.heldOf('acme'), 60_000n)
  await clock.advance(5_000)
  call?.answered()
  assert.equal(reservations.heldOf('acme'), 120_000n)
  await clock.advance(30_000)
  assert.equal(call?.end(), 60_000n)
})

test('BIL-09: what costs nothing needs no credit, not even a balance above zero', async () => {
  const { clock, reservations } = bank(-5_000_000n)
  const call = begin(reservations, { costAfter: () => 0n }, () => assert.fail('it is free'))
  call?.answered()
  await clock.advance(600_000)
  assert.equal(call?.end(), 0n)
})

test('BIL-09: a call by the started minute is only begun or prolonged by whole minutes that are paid for', async () => {
  const { clock, reservations } = bank(150_000n)
  const price = priceOfMinutes({ setUpMicros: 20_000n, microsPerMinute: 60_000n, incrementSeconds: 60 })
  const ends: number[] = []
  const call = begin(reservations, price, () => ends.push(clock.nowMs()))
  assert.equal(reservations.availableOf('acme'), 70_000n)
  call?.answered()
  await clock.advance(600_000)
  assert.deepEqual(ends, [119_500])
  assert.equal(call?.end(), 140_000n)
})

test('what a call has cost stays held until it is booked, whatever is loaded meanwhile', async () => {
  const { clock, reservations } = bank(EURO)
  const call = begin(reservations, PRICE, () => undefined)
  call?.answered()
  await clock.advance(60_000)
  call?.end()
  reservations.setBalance('acme', EURO)
  assert.equal(reservations.availableOf('acme'), 940_000n)
  reservations.booked('acme', 60_000n, 940_000n)
  assert.equal(reservations.availableOf('acme'), 940_000n)
  assert.equal(call?.end(), 0n, 'a call costs once')
})

test('customers with contracts are not asked, and others’ credit is their own', () => {
  const { reservations } = bank(EURO)
  assert.equal(reservations.isPrepaid('beta'), false)
  assert.equal(
    begin(reservations, PRICE, () => undefined, 'beta'),
    undefined,
  )
  reservations.setBalance('beta', EURO)
  begin(reservations, PRICE, () => undefined, 'beta')
  assert.equal(reservations.availableOf('acme'), EURO)
})

for (const seed of [1, 2, 3, 4, 5]) {
  test(`BIL-09: a thousand calls at a time never spend more than there is (seed ${seed})`, async () => {
    const random = seededRandom(seed)
    const { clock, reservations } = bank(20n * EURO)
    const running = new Map<number, Reservation>()
    let [spent, refused, cut] = [0n, 0, 0]
    let balance = 20n * EURO
    const finish = (id: number): void => {
      const cost = running.get(id)?.end() ?? 0n
      running.delete(id)
      spent += cost
      balance -= cost
      reservations.booked('acme', cost, balance)
    }
    for (let id = 0; id < 1_000; id++) {
      const price = priceOfMinutes({
        setUpMicros: BigInt(below(random, 3)) * 50_000n,
        microsPerMinute: BigInt(1 + below(random, 90)) * 10_000n,
        incrementSeconds: [1, 30, 60][below(random, 3)] ?? 1,
      })
      const call = begin(reservations, price, () => {
        cut += 1
        finish(id)
      })
      if (call === undefined) refused += 1
      else {
        running.set(id, call)
        if (below(random, 4) > 0) clock.after(below(random, 20_000), () => running.get(id)?.answered())
        clock.after(below(random, 900_000), () => finish(id))
      }
      assert.ok(reservations.availableOf('acme') >= 0n)
      await clock.advance(below(random, 1_000))
    }
    await clock.advance(2_000_000)
    assert.ok(spent <= 20n * EURO && spent > 15n * EURO, `spent ${spent}`)
    assert.ok(refused > 0 && cut > 0)
    assert.deepEqual([reservations.availableOf('acme'), clock.pending, running.size], [20n * EURO - spent, 0, 0])
  })
}
