import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkSipIdentity } from './sip-identity.ts'

const SUBJECT = { C: 'DE', ST: '', L: '', O: '', OU: '', CN: 'common.example' }

test('a certificate speaks for a SIP domain as RFC 5922 says', () => {
  const rows: [subjectaltname: string | undefined, domain: string, good: boolean][] = [
    ['DNS:sip.example, DNS:other.example', 'sip.example', true],
    ['DNS:sip.example', 'SIP.Example', true],
    ['DNS:sip.example', 'sub.sip.example', false],
    ['DNS:*.example', 'sip.example', false],
    ['URI:sip:sip.example, DNS:other.example', 'sip.example', true],
    ['URI:sip:sip.example, DNS:other.example', 'other.example', false],
    ['URI:sip:alice@sip.example, DNS:dns.example', 'sip.example', false],
    ['URI:sip:alice@sip.example, DNS:dns.example', 'dns.example', true],
    ['URI:https://sip.example', 'sip.example', false],
    ['IP Address:192.0.2.1', '192.0.2.1', true],
    ['IP Address:2001:DB8:0:0:0:0:0:1', '2001:db8::1', true],
    ['DNS:192.0.2.1x', '192.0.2.1', false],
    ['DNS:"evil.example\\u002c DNS:sip.example"', 'sip.example', false],
    [undefined, 'common.example', true],
    ['DNS:sip.example', 'common.example', false],
  ]
  for (const [subjectaltname, domain, good] of rows) {
    const error = checkSipIdentity(domain, { subject: SUBJECT, ...(subjectaltname === undefined ? {} : { subjectaltname }) } as Parameters<
      typeof checkSipIdentity
    >[1])
    assert.equal(error === undefined, good, `${subjectaltname} for ${domain}`)
  }
})

test('a certificate for another purpose is refused (RFC 5924)', () => {
  const certificate = (usages: string[]) => ({ subject: SUBJECT, subjectaltname: 'DNS:sip.example', ext_key_usage: usages })
  assert.match(checkSipIdentity('sip.example', certificate(['1.3.6.1.5.5.7.3.4']))?.message ?? '', /not meant for SIP/)
  assert.equal(checkSipIdentity('sip.example', certificate(['1.3.6.1.5.5.7.3.20'])), undefined)
})
