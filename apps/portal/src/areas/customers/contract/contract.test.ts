import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Customer, contractOf, contractValuesOf } from './contract.ts'

const PROFILE = { minRegistrationSeconds: 60 } as Customer['profile']

test('a contract that is shown and saved unchanged stays as it is, with what the form does not show', () => {
  const profile: Customer['profile'] = {
    ...PROFILE,
    admission: { channels: { both: 10, out: 4 }, callRate: { rule: 'fixed', callsPerSecond: 0.5, maxWaiting: 3 }, warnAtPercent: 70 },
    outbound: { barringClass: 3, wrongCallerNumber: 'refuse' },
  }
  const { admission, outbound } = profile
  assert.deepEqual(contractOf(contractValuesOf({ profile }), { profile }), { admission, outbound })
})

test('an empty field is no limit; calls a second count for a fixed rate alone', () => {
  const values = { ...contractValuesOf({ profile: PROFILE }), both: 6, rule: 'by-channels' as const, callsPerSecond: 9, barringClass: '0' }
  assert.deepEqual(contractOf(values, { profile: PROFILE }), {
    admission: { channels: { both: 6 }, callRate: { rule: 'by-channels' } },
    outbound: { barringClass: 0 },
  })
  assert.deepEqual(contractOf({ ...values, both: '', rule: '' }, { profile: PROFILE }).admission, {})
})
