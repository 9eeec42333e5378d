import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Site, TenantSnapshot } from '@klinke/accounts'
import { buildRequest, type HeaderField, type SipRequest } from '@klinke/sip'
import { fixedTrunk } from '../../test-support/customer-trunks.ts'
import { TENANT } from '../../test-support/test-trunks.ts'
import { trunkForHelp } from './trunk-for-help.ts'

function site(id: string, areaCode: string, isMain = false): Site {
  return { id, name: id, isMain, areaCode, addresses: [], emergencyNumber: undefined }
}

/** Acme has a PBX in Cologne and one in Berlin, Bolt one in Munich; all three send from one address. */
const ACME: TenantSnapshot = {
  ...TENANT,
  numbers: new Map([
    ['+4922155500', { e164: '+4922155500' }],
    ['+493055500', { e164: '+493055500', siteId: 'berlin' }],
    ['+4940555', { e164: '+4940555', siteId: 'hamburg' }],
  ]),
  sites: new Map([site('cologne', '221', true), site('berlin', '30'), site('hamburg', '40')].map((each) => [each.id, each])),
}
const BOLT: TenantSnapshot = {
  ...TENANT,
  id: 'bolt',
  areaCode: '89',
  numbers: new Map([['+498977700', { e164: '+498977700' }]]),
  sites: new Map([['munich', site('munich', '89', true)]]),
}
const AT = ['203.0.113.7']
const IN_QUESTION = [
  { trunk: fixedTrunk(AT, { id: 'cologne' }), tenant: ACME },
  { trunk: fixedTrunk(AT, { id: 'berlin', siteId: 'berlin' }), tenant: ACME },
  { trunk: fixedTrunk(AT, { id: 'munich', tenantId: 'bolt' }), tenant: BOLT },
]

function sent(from: string, asserted?: string): SipRequest {
  const headers: readonly HeaderField[] = asserted === undefined ? [] : [['P-Asserted-Identity', `<sip:${asserted}@pbx.example>`]]
  const uri = 'sip:112@klinke.example'
  return buildRequest({ method: 'INVITE', uri, from: `<sip:${from}@pbx.example>;tag=a`, to: `<${uri}>`, callId: 'c', cseq: 1, headers })
}

for (const [what, request, led, trunk] of [
  ['its number is led there', sent('+4922155500'), { '+4922155500': 'berlin' }, 'berlin'],
  ['its number is one of the site', sent('+493055500'), {}, 'berlin'],
  ['its number is one of the site, as From says nothing', sent('anonymous', '+493055500'), {}, 'berlin'],
  ['its number without area code is one of the site', sent('55500'), {}, 'cologne'],
  ['its number is one of the customer', sent('+498977700'), {}, 'munich'],
  ['its number is the customer’s, of a third site: the area code tells', sent('+4940555', '+4930999'), {}, 'berlin'],
  ['its number is nobody’s, but of the Ortsnetz', sent('+498912345'), {}, 'munich'],
  ['nothing tells: the first', sent('anonymous'), {}, 'cologne'],
] as const) {
  test(`EMG-02: a call for help from an address of several PBXs is that of a PBX when ${what}`, () => {
    const trunkOf: Readonly<Record<string, string>> = led
    assert.equal(trunkForHelp(request, IN_QUESTION, (e164) => trunkOf[e164])?.id, trunk)
  })
}
