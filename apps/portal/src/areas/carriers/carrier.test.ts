import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addressesOf, authenticationOf, type Carrier, fieldsOf, NEW_CARRIER, valuesOf } from './carrier.ts'

const CARRIER: Carrier = {
  ...{ id: 'c', createdAt: '2026-11-21T12:00:00Z', name: 'Netz', host: 'sip.netz.example', port: null, transport: 'TLS' },
  ...{ outboundFormat: 'national', priority: 5, srtp: 'offered', profile: '1tr119', profileChanges: {}, share: 70, channels: 30 },
  ...{ emergencyLocation: 'pidf-lo', foreign: true },
  authentication: { kind: 'registration', username: 'u', expiresSeconds: 300 },
}

test('a carrier that is shown and saved unchanged stays as it is, with its password', () => {
  const values = valuesOf(CARRIER)
  const { id: _id, createdAt: _createdAt, authentication: _authentication, profileChanges: _changes, ...fields } = CARRIER
  assert.deepEqual(fieldsOf(values), fields)
  assert.equal(authenticationOf(values), undefined)
})

test('with a password given, name and password are sent', () => {
  const values = { ...valuesOf(CARRIER), password: 'geheim' }
  assert.deepEqual(authenticationOf(values), { kind: 'registration', username: 'u', password: 'geheim' })
})

test('fixed addresses are read however they are separated', () => {
  assert.deepEqual(addressesOf(' 192.0.2.1, 2001:db8::1\n192.0.2.2;'), ['192.0.2.1', '2001:db8::1', '192.0.2.2'])
  const values = { ...NEW_CARRIER, kind: 'fixed-ip' as const, addresses: '192.0.2.1' }
  assert.deepEqual(authenticationOf(values), { kind: 'fixed-ip', addresses: ['192.0.2.1'] })
})
