import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stretchTexts } from './stretch.ts'

const BERLIN = 'Europe/Berlin'

test('hours and days are said in the zone of the report, and two hours of the same name by their offset', () => {
  assert.deepEqual(stretchTexts(['2026-10-25T01:00:00+02:00', '2026-10-25T02:00:00+02:00', '2026-10-25T02:00:00+01:00'], 'de', BERLIN), [
    '25.10.2026, 01:00',
    '25.10.2026, 02:00 (UTC+02:00)',
    '25.10.2026, 02:00 (UTC+01:00)',
  ])
  assert.deepEqual(stretchTexts(['2026-10-25', '2026-10-26'], 'de', 'Pacific/Auckland'), ['25.10.2026', '26.10.2026'])
  assert.deepEqual(stretchTexts(['02:00'], 'en', BERLIN), ['02:00'])
})
