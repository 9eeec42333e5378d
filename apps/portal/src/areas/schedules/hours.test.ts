import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseHours, placeOf, weekOf, writtenHours, writtenWeek } from './hours.ts'

const ROWS = [
  ['8-12, 13:00–17:30', '08:00–12:00, 13:00–17:30'],
  ['9 bis 24', '09:00–24:00'],
  ['8 Uhr - 16.30 Uhr', '08:00–16:30'],
  ['', ''],
  ['17-9', undefined],
  ['8-25', undefined],
  ['8', undefined],
  ['8-9-10', undefined],
  ['immer', undefined],
] as const
for (const [written, meant] of ROWS) {
  test(`"${written}" is ${meant ?? 'not understood'}`, () => {
    const hours = parseHours(written)
    assert.equal(hours && writtenHours(hours), meant)
  })
}

test('days with the same hours are one entry, and come back day by day', () => {
  const written = { mon: '8-12, 13-17', tue: '8-12', wed: '', thu: '', fri: '8-12', sat: '', sun: '' }
  const week = weekOf(written)
  assert.deepEqual(week, [
    { from: '08:00', to: '12:00', days: ['mon', 'tue', 'fri'] },
    { from: '13:00', to: '17:00', days: ['mon'] },
  ])
  assert.partialDeepStrictEqual(writtenWeek(week), { mon: '08:00–12:00, 13:00–17:00', tue: '08:00–12:00', wed: '' })
})

test('six to eighteen is the middle half of the day', () => {
  assert.deepEqual(placeOf({ from: '06:00', to: '18:00' }), { startPercent: 25, widthPercent: 50 })
})
