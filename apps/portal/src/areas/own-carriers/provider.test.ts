import assert from 'node:assert/strict'
import { test } from 'node:test'
import { authenticationOf, fieldsOf, NEW_PROVIDER, type Provider, valuesOf } from './provider.ts'

const PROVIDER: Provider = {
  ...{
    id: 'p',
    tenantId: 't',
    createdAt: '2026-11-21T12:00:00Z',
    name: 'Eigener',
    host: 'sip.eigener.example',
    port: 5061,
    transport: 'TLS',
  },
  ...{ outboundFormat: 'national', srtp: 'none', profile: '1tr118', profileChanges: {}, siteId: 'köln', alsoServes: ['bonn'] },
  ...{ authentication: { kind: 'registration', username: 'u', expiresSeconds: 300 } },
}

test('a provider that is shown and saved unchanged stays as it is, with its password', () => {
  const { name, host, port, transport, outboundFormat, profile, siteId, alsoServes } = PROVIDER
  assert.deepEqual(fieldsOf(valuesOf(PROVIDER)), { name, host, port, transport, outboundFormat, profile, siteId, alsoServes })
  assert.equal(authenticationOf(valuesOf(PROVIDER)), undefined)
})

test('the site of the line is not among the further ones', () => {
  const values = { ...NEW_PROVIDER, siteId: 'köln', alsoServes: ['köln', 'bonn'] }
  assert.deepEqual(fieldsOf(values).alsoServes, ['bonn'])
})
