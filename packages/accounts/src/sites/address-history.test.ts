import assert from 'node:assert/strict'
import { test } from 'node:test'
import { corrected, germanDay, moved, plannedMove, withoutMove } from './address-history.ts'
import { addressOn, type SiteAddress } from './site.ts'

const AT = (iso: string) => ({ epochMs: Date.parse(iso), by: 'Eva' })
const NOW = AT('2026-11-21T12:00:00Z')
const OLD: SiteAddress = { street: 'Neumarkt', houseNumber: '1', postalCode: '50667', city: 'Köln' }
const NEW: SiteAddress = { ...OLD, street: 'Rudolfplatz', houseNumber: '2' }
const HISTORY = corrected([], OLD, AT('2026-01-05T08:00:00Z'))

test('a correction holds at once, and what was written before is kept with its day (EMG-06)', () => {
  const addresses = corrected(HISTORY, NEW, NOW)
  assert.equal(addressOn(addresses, '2026-11-20')?.street, 'Neumarkt')
  assert.partialDeepStrictEqual(addressOn(addresses, '2026-11-21'), { street: 'Rudolfplatz', reason: 'correction', recordedBy: 'Eva' })
})

test('of two corrections of one day the later one holds', () => {
  const addresses = corrected(corrected(HISTORY, NEW, NOW), { ...NEW, houseNumber: '3' }, AT('2026-11-21T12:05:00Z'))
  assert.equal(addressOn(addresses, '2026-11-21')?.houseNumber, '3')
  assert.equal(addresses.length, 3)
})

test('saying the same address again records nothing', () => {
  assert.deepEqual(corrected(HISTORY, OLD, NOW), HISTORY)
})

test('a move holds from its day on and is planned until then (EMG-06)', () => {
  const addresses = moved(HISTORY, NEW, '2026-11-28', NOW)
  assert.equal(plannedMove(addresses, NOW.epochMs)?.from, '2026-11-28')
  assert.deepEqual(
    ['2026-11-27', '2026-11-28'].map((day) => addressOn(addresses, day)?.street),
    ['Neumarkt', 'Rudolfplatz'],
  )
  assert.equal(plannedMove(addresses, Date.parse('2026-11-28T00:00:00Z')), undefined)
})

for (const [from, isTaken] of [
  ['2026-11-21', false],
  ['2026-11-27', false],
  ['2026-11-28', true],
  ['2027-03-01', true],
] as const) {
  test(`a move told on 21 November is ${isTaken ? 'taken' : 'refused'} for ${from}: a week before (EMG-06)`, () => {
    const plan = () => moved(HISTORY, NEW, from, NOW)
    if (isTaken) assert.equal(plan().length, 2)
    else assert.throws(plan, { code: 'move-too-soon' })
  })
}

test('another plan replaces the one before, and giving it up leaves what is', () => {
  const twice = moved(moved(HISTORY, NEW, '2026-12-01', NOW), NEW, '2026-12-24', NOW)
  assert.deepEqual(
    twice.map(({ from }) => from),
    ['2026-01-05', '2026-12-24'],
  )
  assert.deepEqual(withoutMove(twice, NOW.epochMs), HISTORY)
})

test('a correction leaves a planned move', () => {
  const addresses = corrected(moved(HISTORY, NEW, '2026-12-01', NOW), { ...OLD, houseNumber: '1a' }, NOW)
  assert.deepEqual(
    addresses.map(({ from }) => from),
    ['2026-01-05', '2026-11-21', '2026-12-01'],
  )
})

test('the day is the one in Germany', () => {
  assert.equal(germanDay(Date.parse('2026-11-21T23:30:00Z')), '2026-11-22')
  assert.equal(germanDay(Date.parse('2026-07-01T22:30:00Z')), '2026-07-02')
})

test('no more than a hundred addresses are kept', () => {
  let addresses = HISTORY
  const next = (n: number) => corrected(addresses, { ...OLD, houseNumber: String(n) }, NOW)
  for (let n = 2; n <= 100; n++) addresses = next(n)
  assert.throws(() => next(101), { code: 'too-many-addresses' })
})

test('EMG-06: how long before a move is told is for the product to say', () => {
  assert.equal(moved(HISTORY, NEW, '2026-11-21', NOW, 0).at(-1)?.from, '2026-11-21')
  assert.throws(() => moved(HISTORY, NEW, '2026-12-01', NOW, 30), /at least 30 days before/)
})
