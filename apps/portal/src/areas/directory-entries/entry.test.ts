import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bodyOf, listedNumber, type Proposal, valuesOf } from './entry.ts'

const PROPOSAL: Proposal = {
  ...{ subscriberNumber: '+4922155555500', extension: '0', use: 'phone', kind: 'company', name: 'Muster GmbH', firstName: '', title: '' },
  ...{ historicName: '', searchWord: '', profession: '', correspondence: null, printed: 'yes', electronic: true, inquiry: 'full' },
  ...{ inverseSearch: false, validFrom: '2030-01-01', validUntil: null },
  address: { street: 'Lange Straße', houseNumber: '7', postalCode: '50667', city: 'Köln' },
}

test('what the form sends of a proposal that nobody has touched is the proposal', () => {
  const { subscriberNumber: _number, ...rest } = PROPOSAL
  assert.deepEqual(bodyOf(valuesOf(PROPOSAL)), rest)
})

test('empty fields are no extension, no last day and no other address', () => {
  const body = bodyOf({ ...valuesOf({ ...PROPOSAL, validUntil: '2031-01-01' }), extension: ' ', validUntil: '' })
  assert.deepEqual([body.extension, body.validUntil, body.correspondence], [null, null, null])
})

test('the head number of a block is shown with its extension', () => {
  assert.equal(listedNumber(PROPOSAL), '+49 221 555555-0')
  assert.equal(listedNumber({ subscriberNumber: '+49221777777', extension: null }), '+49 221 777777')
})
