import assert from 'node:assert/strict'
import { test } from 'node:test'
import { corrected, moved, type RecordedAddress } from './address-history.ts'
import { hasMoved, withoutOrdered } from './leaving.ts'

const KOELN = { street: 'Domkloster', houseNumber: '4', postalCode: '50667', city: 'Köln' }
const BERLIN = { street: 'Torstraße', houseNumber: '1', postalCode: '10119', city: 'Berlin' }
const at = (day: string) => ({ epochMs: Date.parse(`${day}T12:00:00Z`), by: 'Anna' })
const MOVE = { address: BERLIN, from: '2026-12-07' }

const here = corrected([], KOELN, at('2026-11-01'))
const planned = moved(here, BERLIN, MOVE.from, at('2026-11-22'))

test('EMG-06: a site has moved from the day of the move on, and not before', () => {
  assert.equal(hasMoved({ addresses: planned }, MOVE, '2026-12-06'), false)
  assert.equal(hasMoved({ addresses: planned }, MOVE, '2026-12-07'), true)
  assert.equal(hasMoved({ addresses: here }, MOVE, '2026-12-07'), false, 'given up')
})

test('EMG-06: a move that was shifted, or that another one has followed, is not the ordered one', () => {
  const shifted = moved(planned, BERLIN, '2026-12-14', at('2026-11-23'))
  assert.equal(hasMoved({ addresses: shifted }, MOVE, '2026-12-20'), false)
  const further: RecordedAddress[] = moved(planned, { ...BERLIN, city: 'Bonn' }, '2026-12-20', at('2026-12-08'))
  assert.deepEqual(
    ['2026-12-19', '2026-12-20'].map((day) => hasMoved({ addresses: further }, MOVE, day)),
    [true, false],
  )
})

test('EMG-06: a correction after the move does not undo it, and one before does not stop it', () => {
  const after = corrected(planned, { ...BERLIN, houseNumber: '2' }, at('2026-12-08'))
  const before = corrected(planned, { ...KOELN, houseNumber: '5' }, at('2026-11-25'))
  for (const addresses of [after, before]) assert.equal(hasMoved({ addresses }, MOVE, '2026-12-09'), true)
})

test('only what was planned for the move is taken back', () => {
  assert.deepEqual(withoutOrdered(planned, MOVE), here)
  const other = moved(planned, { ...BERLIN, city: 'Bonn' }, MOVE.from, at('2026-11-23'))
  assert.deepEqual(withoutOrdered(other, MOVE), other)
})
