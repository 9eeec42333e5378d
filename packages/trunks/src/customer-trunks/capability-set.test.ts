import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type CapabilityFacts, capabilitySet } from './capability-set.ts'
import type { CustomerTrunk } from './customer-trunk.ts'
import type { TrunkRange } from './sellable.ts'

const range = (first: string, size: number, state: TrunkRange['state'] = 'active'): TrunkRange => ({
  ...{ first, size, state, siteId: null, temporaryFor: null },
})
const TRUNK: CustomerTrunk = {
  ...{ id: 't', tenantId: 'a', name: 'PBX', product: 'extended-connect', channels: 10, numberFormat: 'e164', signalling: 'sipconnect' },
  access: { kind: 'registration', logins: [{ id: 'l', username: 'tabc', ha1: { md5: 'SECRET', sha256: 'SECRET' }, block: undefined }] },
  ...{ transport: 'TLS', srtp: 'required', headNumber: undefined, siteId: undefined, isActive: true },
}
const FACTS: CapabilityFacts = {
  trunk: TRUNK,
  ranges: [range('+49221123400', 100), range('+4922155555', 1), range('+4922155556', 1), range('+4922155557', 1, 'ordered')],
  server: { host: 'sip.klinke.example', sipPort: 5060, sipsPort: 5061 },
  domain: 'muster.klinke.example',
  location: 'https://klinke.example/api/v1/customer-trunks/t/capability-set',
  notBefore: new Date('2026-11-21T12:00:00Z'),
}
const of = (trunk: Partial<CustomerTrunk>): CapabilityFacts => ({ ...FACTS, trunk: { ...TRUNK, ...trunk } })

test('RFC 10006: the capability set of a trunk that registers over TLS', () => {
  const here = { host: 'sip.klinke.example', port: 5061 }
  assert.deepEqual(capabilitySet(FACTS), {
    'ietf-sip-auto-peering:sip-auto-peering': {
      variant: 'ietf-sip-auto-peering:v1-0',
      revision: { 'not-before': '2026-11-21T12:00:00.000Z', location: FACTS.location },
      'transport-info': {
        transport: ['ietf-sip-auto-peering:tcp'],
        registrar: [here],
        realm: [{ name: 'muster.klinke.example', username: 'tabc' }],
        'call-control': [here],
        'outbound-proxy': [here],
      },
      'call-spec': {
        'early-media': true,
        'signaling-forking': false,
        'supported-method': ['invite', 'ack', 'bye', 'cancel', 'prack', 'update', 'register', 'options', 'refer', 'notify'],
        'caller-id': { 'e164-format': false, 'preferred-method': 'p-asserted-identity' },
        'number-range': [
          { index: 0, type: 'range', count: 100, value: ['49221123400'] },
          { index: 1, type: 'collection', count: 2, value: ['4922155555', '4922155556'] },
        ],
      },
      media: {
        'media-type-audio': [
          { 'media-format': 'ietf-sip-auto-peering:pcma', rate: 8000, ptime: 20 },
          { 'media-format': 'ietf-sip-auto-peering:pcmu', rate: 8000, ptime: 20 },
          { 'media-format': 'ietf-sip-auto-peering:g729', rate: 8000, ptime: 20 },
        ],
        fax: { protocol: ['t38', 'pass-through'] },
        rtp: { 'rtp-trigger': false, 'symmetric-rtp': true },
        rtcp: { 'symmetric-rtcp': true, 'rtcp-feedback': false },
      },
      dtmf: { 'payload-number': 101, iteration: true },
      security: {
        signaling: { secure: true, version: ['ietf-tls-common:tls12', 'ietf-tls-common:tls13'] },
        'media-security': { 'key-management': ['sdes'] },
        'secure-telephony-identity': { 'stir-compliance': false },
      },
      extension: ['one-hundred-rel', 'timer', 'replaces'],
    },
  })
})

test('link with fixed addresses has no registrar, no fax, no G.729, and no Replaces', () => {
  const text = JSON.stringify(
    capabilitySet(
      of({ product: 'extended-link', signalling: 'microsoft', access: { kind: 'fixed-ip', places: [{ host: 'a.b', port: undefined }] } }),
    ),
  )
  assert.doesNotMatch(text, /registrar|register|"fax"|g729|replaces/)
})

test('TRK-07: SIP-DDI names no SUBSCRIBE, OPTIONS, NOTIFY or REFER', () => {
  const text = JSON.stringify(capabilitySet(of({ product: 'extended', signalling: 'sip-ddi', transport: 'UDP', srtp: 'none' })))
  assert.doesNotMatch(text, /subscribe|"options"|notify|refer"/)
  assert.match(text, /"transport":\["ietf-sip-auto-peering:udp"\].*"secure":false/)
})

test('nothing in it proves an account', () => assert.doesNotMatch(JSON.stringify(capabilitySet(FACTS)), /SECRET|password/))
