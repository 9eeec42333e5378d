import assert from 'node:assert/strict'
import { test } from 'node:test'
import { NO_ORDER, orderOf, placesOf } from './new-order.ts'

const VALUES = { ...NO_ORDER, profileId: 'quota', wishDate: '2030-03-04', quantities: { extension: '10' } }

test('ORD-05: who chooses no installation asks for nothing to be installed', () => {
  const values = { ...VALUES, needs: { ...NO_ORDER.needs, forwardings: 4 } }
  assert.equal(JSON.stringify(orderOf(values)).includes('needs'), false)
})

test('BIL-08, BIL-09: who names no way to pay has the usual one of the product; an account is only for debits', () => {
  assert.equal('payment' in (orderOf(VALUES)?.form ?? {}), false)
  const account = { accountHolder: '', iban: 'DE02 1203 0000 0000 2020 51', company: 'Muster GmbH' }
  assert.partialDeepStrictEqual(orderOf({ ...VALUES, ...account })?.form, { mandate: { accountHolder: 'Muster GmbH' } })
  assert.partialDeepStrictEqual(orderOf({ ...VALUES, ...account, payment: 'prepaid' })?.form, { payment: 'prepaid', mandate: null })
})

test('ORD-05: the chosen variant is ordered with what is to be installed, and with hours where they are charged', () => {
  const values = { ...VALUES, installation: 'individual', installationHours: '3', needs: { ...NO_ORDER.needs, groups: '2' } }
  assert.partialDeepStrictEqual(orderOf(values)?.form, {
    installation: 'individual',
    installationHours: 3,
    needs: { groups: 2, softClients: 0 },
  })
  assert.partialDeepStrictEqual(orderOf({ ...values, installationHours: '' })?.form, { installationHours: null })
})

test('addresses of a PBX are read as they are typed', () => {
  assert.deepEqual(placesOf(), {})
  assert.deepEqual(placesOf('192.0.2.10, pbx.example.org:5061'), {
    places: [
      { host: '192.0.2.10', port: null },
      { host: 'pbx.example.org', port: 5061 },
    ],
  })
  assert.deepEqual(placesOf('2001:db8::1'), { places: [{ host: '2001:db8::1', port: null }] })
})
