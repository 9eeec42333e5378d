import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  isUsable,
  lapsesOn,
  MANDATE_STATES,
  type MandateEvent,
  type MandateState,
  mandateAfter,
  sequenceOf,
  type UsableMandate,
} from './mandate.ts'

const steps: readonly (readonly [from: MandateState, event: MandateEvent, to: MandateState])[] = [
  ['given', 'confirmed', 'active'],
  ['given', 'revoked', 'revoked'],
  ['given', 'unused', 'lapsed'],
  ['active', 'collected', 'used'],
  ['active', 'revoked', 'revoked'],
  ['active', 'unused', 'lapsed'],
  ['used', 'collected', 'used'],
  ['used', 'rejected', 'active'],
  ['used', 'revoked', 'revoked'],
  ['used', 'unused', 'lapsed'],
]
for (const state of MANDATE_STATES) {
  for (const event of ['confirmed', 'collected', 'rejected', 'revoked', 'unused'] as const) {
    const to = steps.find(([from, by]) => from === state && by === event)?.[2]
    test(`BIL-08: a mandate that is ${state} ${to === undefined ? 'cannot be' : `becomes ${to} when it is`} ${event}`, () => {
      assert.equal(mandateAfter(state, event), to)
    })
  }
}

const MANDATE: UsableMandate = { kind: 'recurring', state: 'active', signedOn: '2026-01-31', lastUsedOn: null, isFirstCollected: false }
const usable: readonly (readonly [what: string, mandate: Partial<UsableMandate>, day: string, usable: boolean])[] = [
  ['that is active', {}, '2026-02-01', true],
  ['that has been used', { state: 'used', isFirstCollected: true }, '2026-02-01', true],
  ['that nobody has confirmed', { state: 'given' }, '2026-02-01', false],
  ['that was revoked', { state: 'revoked' }, '2026-02-01', false],
  ['for one debit', { kind: 'one-off' }, '2026-02-01', true],
  ['for one debit that is spent', { kind: 'one-off', state: 'used', isFirstCollected: true }, '2026-02-01', false],
  ['on its last day', {}, '2029-01-30', true],
  ['36 months after the signature', {}, '2029-01-31', false],
  ['36 months after the signature, used since', { lastUsedOn: '2027-06-01', state: 'used' }, '2029-01-31', true],
  ['36 months after the last use', { lastUsedOn: '2027-06-01', state: 'used' }, '2030-06-01', false],
]
for (const [what, mandate, day, expected] of usable) {
  test(`BIL-08: by a mandate ${what} money is ${expected ? '' : 'not '}collected`, () => {
    assert.equal(isUsable({ ...MANDATE, ...mandate }, Temporal.PlainDate.from(day)), expected)
  })
}

test('a mandate of a leap day lapses at the end of February', () => {
  assert.equal(lapsesOn({ signedOn: '2024-02-29', lastUsedOn: null }).toString(), '2027-02-28')
})

test('the first collection of a recurring mandate is FRST, the others RCUR, that of a one-off mandate OOFF', () => {
  assert.equal(sequenceOf({ kind: 'recurring', isFirstCollected: false }), 'FRST')
  assert.equal(sequenceOf({ kind: 'recurring', isFirstCollected: true }), 'RCUR')
  assert.equal(sequenceOf({ kind: 'one-off', isFirstCollected: false }), 'OOFF')
})
