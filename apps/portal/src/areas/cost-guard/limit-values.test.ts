import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type GuardSettings, limitBodyOf, limitValuesOf } from './limit-values.ts'

const SETTINGS: GuardSettings = {
  limits: { minutesPerDay: 60, microsPerDay: 12_500_000 },
  ...{ holdNewCountries: true, businessHours: null, extensionAgents: ['snom*'], trunkAgents: [], mailTo: null },
  ...{ contract: {}, contractHoldsNewCountries: false },
}

test('limits go into the form and back as they were, money as money', () => {
  const values = limitValuesOf(SETTINGS)
  assert.deepEqual([values.minutesPerDay, values.moneyPerDay, values.internationalCalls], [60, 12.5, ''])
  const { contract, contractHoldsNewCountries, ...settings } = SETTINGS
  assert.deepEqual(limitBodyOf(values), settings)
})

test('a field that is emptied is a limit that is gone', () => {
  assert.deepEqual(limitBodyOf({ ...limitValuesOf(SETTINGS), minutesPerDay: '', moneyPerDay: 0 }).limits, { microsPerDay: 0 })
})
