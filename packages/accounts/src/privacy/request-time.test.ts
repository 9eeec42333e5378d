import assert from 'node:assert/strict'
import { test } from 'node:test'
import { answerDueOn, isAnswerLate } from './request-time.ts'

const ROWS: readonly (readonly [string, number, string])[] = [
  ['2026-03-02T10:00:00Z', 0, '2026-04-02'],
  ['2026-03-02T10:00:00Z', 2, '2026-06-02'],
  ['2026-01-31T10:00:00Z', 0, '2026-02-28'],
  ['2026-01-31T10:00:00Z', 1, '2026-03-31'],
  // Already the first of July in Germany.
  ['2026-06-30T22:30:00Z', 0, '2026-08-01'],
]
for (const [asked, months, due] of ROWS)
  test(`Art. 12 (3) GDPR: asked on ${asked}, ${months} months longer: until ${due}`, () =>
    assert.equal(answerDueOn(new Date(asked), months).toString(), due))

test('the last day belongs to it, in German time', () => {
  const due = Temporal.PlainDate.from('2026-04-02')
  assert.equal(isAnswerLate(due, Date.parse('2026-04-02T21:59:59Z')), false)
  assert.equal(isAnswerLate(due, Date.parse('2026-04-02T22:00:00Z')), true)
})
