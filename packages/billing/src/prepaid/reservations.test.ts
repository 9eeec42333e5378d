import assert from 'node:assert/strict'
import { test } from 'node:test'
import { below, seededRandom } from '@klinke/foundation'
import { VirtualClock } from '@klinke/testbed'
import { type Reservation, Reservations } from './reservations.ts'
import { priceOfMinutes } from './running-price.ts'

const EURO = 1_000_000n
/** Six cents a minute, by the second. */
const PRICE = priceOfMinutes({ setUpMicros: 0n, microsPerMinute: 60_000n, incrementSeconds: 1 })

function bank(balance: bigint) {
  const clock = new VirtualClock()
  const reservations = new Reservations(clock)
  reservations.setBalance('acme', balance)
  return { clock, reservations }
}

test('BIL-09: a call holds a minute before it begins, and more while it runs; what it has not used is free again at its end', async () => {
  const { clock, reservations } = bank(EURO)
  const call = reservations.begin('acme', PRICE, () => assert.fail('there is enough'))
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
  const call = reservations.begin('acme', PRICE, () => assert.fail('it rings'))
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
    assert.equal(reservations.begin('acme', PRICE, () => undefined) !== undefined, begins)
    assert.equal(reservations.availableOf('acme'), begins ? 0n : balance)
  })
}

test('BIL-09: a call ends in the second in which the credit does, and a moment’s delay is not paid', async () => {
  const { clock, reservations } = bank(75_500n)
  const ends: number[] = []
  const call = reservations.begin('acme', PRICE, () => ends.push(clock.nowMs()))
  call?.answered()
  await clock.advance(300_000)
  assert.deepEqual(ends, [75_000])
  assert.equal(call?.end(), 75_000n)
  assert.equal(reservations.availableOf('acme'), 500n)
})

test('BIL-09: money that comes while a call runs lets it go on', async () => {
  const { clock, reservations } = bank(60_000n)
  const ends: number[] = []
  reservations.begin('acme', PRICE, () => ends.push(clock.nowMs()))?.answered()
  await clock.advance(59_000)
  reservations.setBalance('acme', 90_000n)
  await clock.advance(300_000)
  assert.deepEqual(ends, [90_000])
})

test('BIL-09: a call by the started minute is only begun or prolonged by whole minutes that are paid for', async () => {
  const { clock, reservations } = bank(150_000n)
  const price = priceOfMinutes({ setUpMicros: 20_000n, microsPerMinute: 60_000n, incrementSeconds: 60 })
  const ends: number[] = []
  const call = reservations.begin('acme', price, () => ends.push(clock.nowMs()))
  assert.equal(reservations.availableOf('acme'), 70_000n)
  call?.answered()
  await clock.advance(600_000)
  assert.deepEqual(ends, [120_000])
  assert.equal(call?.end(), 140_000n)
})

test('what a call has cost stays held until it is booked, whatever is loaded meanwhile', async () => {
  const { clock, reservations } = bank(EURO)
  const call = reservations.begin('acme', PRICE, () => undefined)
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
    reservations.begin('beta', PRICE, () => undefined),
    undefined,
  )
  reservations.setBalance('beta', EURO)
  reservations.begin('beta', PRICE, () => undefined)
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
      const call = reservations.begin('acme', price, () => {
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
