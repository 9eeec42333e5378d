import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pictureOf } from './timeline.ts'

test('versions stand side by side in the order of time, with today between them', () => {
  const { bars, today, first, last } = pictureOf(
    [
      { id: 'a', validFrom: '2020-01-01', validUntil: '2026-06-30', state: 'past' },
      { id: 'b', validFrom: '2026-07-01', validUntil: '2026-12-31', state: 'current' },
      { id: 'c', validFrom: '2027-01-01', validUntil: null, state: 'planned' },
    ],
    '2026-11-22',
  )
  assert.deepEqual([first, last], ['2025-11-22', '2027-05-21'])
  const [past, current, planned] = bars
  assert.equal(past?.from, 0)
  assert.ok(Math.abs((past?.width ?? 0) - (current?.from ?? 0)) < 0.2)
  assert.ok(today > (current?.from ?? 100) && today < (planned?.from ?? 0))
  assert.ok(Math.abs((planned?.from ?? 0) + (planned?.width ?? 0) - 100) < 0.2)
})

test('a version that ended before the picture begins is not in it', () => {
  assert.deepEqual(pictureOf([{ id: 'a', validFrom: '2019-01-01', validUntil: '2019-12-31', state: 'past' }], '2026-11-22').bars, [])
})
