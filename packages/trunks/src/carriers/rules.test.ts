import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newCarrier } from './rules.ts'

const registration = { kind: 'registration', username: 'klinke', password: 'secret' } as const

test('a carrier without wishes is reached over UDP with E.164 numbers', () => {
  const carrier = newCarrier.parse({ name: 'Amt', host: 'sip.example.net', authentication: registration })
  assert.partialDeepStrictEqual(carrier, {
    port: null,
    transport: 'UDP',
    outboundFormat: 'e164',
    srtp: 'none',
    authentication: { expiresSeconds: 300 },
  })
})

const rows: readonly (readonly [what: string, change: Record<string, unknown>, valid: boolean])[] = [
  ['an IPv6 host', { host: '2001:db8::1' }, true],
  ['a host with a port in it', { host: 'sip.example.net:5060' }, false],
  ['a host with a space', { host: 'sip example' }, false],
  ['a fixed address', { authentication: { kind: 'fixed-ip', addresses: ['192.0.2.7'] } }, true],
  ['no address at all', { authentication: { kind: 'fixed-ip', addresses: [] } }, false],
  ['a name in place of an address', { authentication: { kind: 'fixed-ip', addresses: ['sip.example.net'] } }, false],
  ['a password with a line break', { authentication: { ...registration, password: 'a\nb' } }, false],
  ['a password with a quote', { authentication: { ...registration, password: 'a"b' } }, false],
  ['an unknown field', { colour: 'red' }, false],
]
for (const [what, change, valid] of rows) {
  test(`a carrier with ${what} is ${valid ? 'accepted' : 'refused'}`, () => {
    assert.equal(newCarrier.safeParse({ name: 'Amt', host: 'sip.example.net', authentication: registration, ...change }).success, valid)
  })
}
