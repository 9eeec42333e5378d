import assert from 'node:assert/strict'
import { test } from 'node:test'
import { allFields, customersFields, type Recipient, valuesOf } from './recipient.ts'

const DETAILS: Recipient = {
  ...{ number: 'K-1', company: 'Muster GmbH', addition: null, street: 'Hohe Straße 1', postalCode: '50667', city: 'Köln', country: 'DE' },
  ...{ vatId: null, treatment: 'domestic', email: 'a@muster.example', language: 'de', delivery: ['mail', 'paper'], eInvoice: 'zugferd' },
  ...{ buyerReference: null, splitBySite: false, debtorAccount: null, profile: 'flat' },
}

test('a recipient that is shown and saved unchanged stays as it is', () => {
  const { debtorAccount: _kept, ...shown } = DETAILS
  assert.deepEqual(allFields(valuesOf({ details: DETAILS })), shown)
})

test('a customer sends nothing that only the operator may change', () => {
  const fields = Object.keys(customersFields(valuesOf({ details: DETAILS }))).sort()
  assert.deepEqual(fields, ['buyerReference', 'delivery', 'eInvoice', 'email', 'language', 'splitBySite'])
})
