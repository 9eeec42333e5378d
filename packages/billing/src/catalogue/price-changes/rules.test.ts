import assert from 'node:assert/strict'
import { test } from 'node:test'
import { firstDayOfPrices, isToldTooEarly } from './rules.ts'

const ROWS: readonly (readonly [
  notice: { weeks: number },
  from: 'any-day' | 'month-begin',
  told: string,
  wanted: string,
  first: string,
])[] = [
  // Two weeks before the next month [F]: the mail of 16 November leaves the 17th to the 30th.
  [{ weeks: 2 }, 'month-begin', '2026-11-16', '2026-12-01', '2026-12-01'],
  [{ weeks: 2 }, 'month-begin', '2026-11-17', '2026-12-01', '2027-01-01'],
  [{ weeks: 2 }, 'month-begin', '2026-11-01', '2027-02-01', '2027-02-01'],
  [{ weeks: 2 }, 'month-begin', '2026-11-01', '2027-02-10', '2027-03-01'],
  [{ weeks: 2 }, 'month-begin', '2028-02-15', '2028-03-01', '2028-03-01'],
  [{ weeks: 2 }, 'month-begin', '2027-02-15', '2027-03-01', '2027-04-01'],
  // Eight weeks of the general terms.
  [{ weeks: 8 }, 'any-day', '2026-11-22', '2026-12-01', '2027-01-18'],
  [{ weeks: 8 }, 'month-begin', '2026-11-05', '2026-12-01', '2027-01-01'],
  [{ weeks: 8 }, 'month-begin', '2026-11-06', '2026-12-01', '2027-02-01'],
]
for (const [notice, from, told, wanted, first] of ROWS)
  test(`BIL-07: who is told on ${told}, ${notice.weeks} weeks before ${from === 'any-day' ? 'any day' : 'a month'}, pays new prices wanted on ${wanted} from ${first} on`, () => {
    const day = (text: string) => Temporal.PlainDate.from(text)
    assert.equal(firstDayOfPrices({ notice, from }, day(told), day(wanted)).toString(), first)
  })

test('§ 57 (2) TKG: two weeks of notice are a month for consumers and small enterprises, and nobody of them is told more than two months before', () => {
  const rule = { notice: { weeks: 2 }, from: 'month-begin' } as const
  const [told, wanted] = [Temporal.PlainDate.from('2026-11-10'), Temporal.PlainDate.from('2026-12-01')]
  assert.deepEqual(
    (['enterprise', 'small-enterprise', 'consumer'] as const).map((kind) => firstDayOfPrices(rule, told, wanted, kind).toString()),
    ['2026-12-01', '2027-01-01', '2027-01-01'],
  )
  const holdsFrom = Temporal.PlainDate.from('2027-01-11')
  assert.deepEqual([isToldTooEarly(told, holdsFrom, 'consumer'), isToldTooEarly(told, holdsFrom, 'enterprise')], [true, false])
  assert.equal(isToldTooEarly(told.add({ days: 1 }), holdsFrom, 'consumer'), false)
})

test('§ 57 (2) TKG: whatever notice is agreed, on some day of the next month consumers are told, a month before at least', () => {
  const begin = Temporal.PlainDate.from('2027-12-20')
  const days = Array.from({ length: 400 }, (_, index) => begin.add({ days: index }))
  const notices = [{ days: 0 }, { weeks: 2 }, { weeks: 8 }, { weeks: 9 }, { months: 2 }, { months: 3 }, { months: 60 }]
  for (const notice of notices)
    for (const from of ['any-day', 'month-begin'] as const) {
      const told = days.filter((day) => {
        const holdsFrom = firstDayOfPrices({ notice, from }, day, day, 'consumer')
        assert.ok(Temporal.PlainDate.compare(holdsFrom, day.add({ months: 1 })) > 0, `${JSON.stringify(notice)} ${String(day)}`)
        return !isToldTooEarly(day, holdsFrom, 'consumer')
      })
      const months = new Set(told.map((day) => day.toPlainYearMonth().toString()))
      assert.ok(
        from === 'any-day' ? told.length === days.length : months.size >= 13,
        `${JSON.stringify(notice)} ${from}: ${told.length} days`,
      )
    }
  const long = { notice: { months: 3 }, from: 'any-day' } as const
  const told = Temporal.PlainDate.from('2026-11-10')
  assert.equal(firstDayOfPrices(long, told, told, 'consumer').toString(), '2027-01-10')
  assert.equal(firstDayOfPrices(long, told, told, 'enterprise').toString(), '2027-02-11')
})
