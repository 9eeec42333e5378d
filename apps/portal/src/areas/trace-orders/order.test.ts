import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Order, stepOf, windowAt } from './order.ts'

const WINDOW = { validFrom: '2026-12-01T00:00:00Z', validUntil: '2026-12-15T00:00:00Z' }

for (const [now, state] of [
  ['2026-11-30T23:59:59Z', 'to-come'],
  ['2026-12-01T00:00:00Z', 'running'],
  ['2026-12-15T00:00:00Z', 'over'],
] as const)
  test(`at ${now} the window of an order is ${state}`, () => assert.equal(windowAt(WINDOW, Date.parse(now)), state))

const ASKED: Order['release'] = { reason: 'Anzeige', askedBy: 'Eva', askedAt: '2026-12-20T00:00:00Z', releasedBy: null, releasedAt: null }
for (const [release, step] of [
  [null, 'unasked'],
  [ASKED, 'asked'],
  [{ ...ASKED, releasedBy: 'Ida', releasedAt: '2026-12-20T01:00:00Z' }, 'released'],
] as const)
  test(`a report is ${step}`, () => assert.equal(stepOf({ release }), step))
