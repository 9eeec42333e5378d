import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type CompensationFacts, compensationDue, compensationLines, tellDelayBy } from './compensation.ts'

const ms = (text: string): number => Temporal.PlainDateTime.from(text).toZonedDateTime('Europe/Berlin').epochMilliseconds
const OUTAGE: CompensationFacts = {
  ...{ kind: 'fault', severity: 'outage', openedMs: ms('2026-11-02T14:00'), resolvedMs: undefined },
  ...{ causedByCustomer: false, missedAppointments: 0, mended: [] },
}
const euros = (facts: Partial<CompensationFacts>, now: string, monthly: bigint): bigint =>
  compensationDue(compensationLines({ ...OUTAGE, ...facts }, ms(now)), monthly * 1_000_000n)

/** Resolved after an hour, closed a week later, and reopened ten months after that. */
const MENDED_AND_REOPENED: Partial<CompensationFacts> = {
  mended: [
    { fromMs: ms('2026-11-02T15:00'), untilMs: ms('2026-11-09T15:00') },
    { fromMs: ms('2026-11-09T15:00'), untilMs: ms('2027-09-10T10:00') },
  ],
}
/** The report is of Monday, 2 November: nothing for the 3rd and 4th, the 5th is the third day. */
const ROWS: readonly (readonly [what: string, facts: Partial<CompensationFacts>, now: string, monthly: bigint, micros: bigint])[] = [
  ['nothing on the second day', {}, '2026-11-04T23:59', 30n, 0n],
  ['5 euros on the third day', {}, '2026-11-05T00:00', 30n, 5_000_000n],
  ['10 euros after the fourth day', {}, '2026-11-06T12:00', 30n, 10_000_000n],
  ['20 euros on the fifth day', {}, '2026-11-07T08:00', 30n, 20_000_000n],
  ['30 euros on the sixth day', {}, '2026-11-08T08:00', 30n, 30_000_000n],
  ['10 per cent where that is more', {}, '2026-11-05T08:00', 80n, 8_000_000n],
  ['20 per cent from the fifth day on', {}, '2026-11-07T08:00', 80n, 32_000_000n],
  ['no further once it is mended', { resolvedMs: ms('2026-11-05T09:00') }, '2026-11-30T08:00', 30n, 5_000_000n],
  ['nothing for months in which it was mended, however late it is reopened', MENDED_AND_REOPENED, '2027-09-10T11:00', 30n, 0n],
  ['the third day of outage counts, also after it was taken for mended', MENDED_AND_REOPENED, '2027-09-12T11:00', 30n, 5_000_000n],
  ['nothing for what still works in part', { severity: 'impaired' }, '2026-11-30T08:00', 30n, 0n],
  ['nothing for what the customer answers for', { causedByCustomer: true }, '2026-11-30T08:00', 30n, 0n],
  ['nothing for questions', { kind: 'question', missedAppointments: 1 }, '2026-11-30T08:00', 30n, 0n],
  ['10 euros for each missed appointment', { severity: 'minor', missedAppointments: 2 }, '2026-11-02T15:00', 30n, 20_000_000n],
  ['or 20 per cent', { severity: 'minor', missedAppointments: 1 }, '2026-11-02T15:00', 80n, 16_000_000n],
]

for (const [what, facts, now, monthly, micros] of ROWS)
  test(`§ 58 TKG: ${what}`, () => {
    assert.equal(euros(facts, now, monthly), micros)
  })

test('§ 58 (2) TKG: the customer is told by the end of the day after the report, also where clocks change', () => {
  assert.equal(tellDelayBy(ms('2026-11-02T23:59')), ms('2026-11-04T00:00'))
  assert.equal(tellDelayBy(ms('2026-10-24T10:00')), ms('2026-10-26T00:00'))
})
