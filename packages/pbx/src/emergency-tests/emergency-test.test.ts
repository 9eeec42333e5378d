import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Site } from '@klinke/accounts'
import { makeHeaders } from '@klinke/sip'
import type { InviteForHelp } from '../calls/outside-lines.ts'
import { snapshot } from '../test-support/test-pbx.ts'
import { testEmergencyCall } from './emergency-test.ts'
import { readinessOf } from './readiness.ts'

const ADDRESS = { street: 'Am Markt & Tor', houseNumber: '12a', postalCode: '50667', city: 'Köln' }
const SITE: Site = {
  ...{ id: 'cologne', name: 'Köln', isMain: true, areaCode: '221', emergencyNumber: undefined },
  addresses: [{ ...ADDRESS, from: '2020-01-01' }],
}
const OBJECT =
  '<ca:A3>Köln</ca:A3><ca:RD>Am Markt &#38; Tor</ca:RD><ca:HNO>12</ca:HNO><ca:HNS>a</ca:HNS><ca:PC>50667</ca:PC><ca:NAM>Acme</ca:NAM>'
const NOW = Date.UTC(2026, 10, 1)

function part(xml: string): InviteForHelp['parts'][number] {
  return { headers: makeHeaders([['Content-Type', 'application/pidf+xml']]), body: Buffer.from(xml) }
}

const GOOD: InviteForHelp = {
  carrier: 'Netz',
  from: '<sip:022155500@netz.example>',
  headers: [
    ['P-Preferred-Identity', '<sip:004922155500@netz.example>'],
    ['Privacy', 'none'],
  ],
  parts: [part(OBJECT)],
}

function found(invite: Partial<InviteForHelp>, sites: readonly Site[] = [SITE]) {
  const tenant = snapshot({ id: 'acme', extensions: ['10'], numbers: { '+4922155500': '10' }, sites })
  const extension = tenant.extensions.get('10')
  assert.ok(extension)
  return testEmergencyCall(tenant, extension, { inviteForHelp: () => ({ ...GOOD, ...invite }) }, NOW)
}

test('the control centre reads number and address as they are sent, and they are those of the site', () => {
  assert.deepEqual(found({}), { number: '+4922155500', address: ADDRESS, site: 'Köln', carrier: 'Netz', findings: [] })
})

for (const [what, invite, sites, findings] of [
  ['a carrier that takes no location object', { parts: [] }, [SITE], ['address-not-sent']],
  ['a number that is not of the site', { headers: [['P-Asserted-Identity', '<sip:+493012345678@x>']] }, [SITE], ['number-not-of-site']],
  [
    'a number that is hidden',
    {
      headers: [
        ['P-Asserted-Identity', '<sip:+4922155500@x>'],
        ['Privacy', 'id'],
      ],
    },
    [SITE],
    ['no-number'],
  ],
  ['an anonymous caller', { from: '<sip:anonymous@anonymous.invalid>', headers: [] }, [SITE], ['no-number']],
  ['an address that is another', { parts: [part(OBJECT.replace('50667', '50668'))] }, [SITE], ['address-differs']],
  ['a site without an address', { parts: [] }, [{ ...SITE, addresses: [] }], ['address-missing']],
  ['no site', { parts: [] }, [], ['no-site', 'number-not-of-site']],
  ['no carrier', { carrier: undefined, from: '', headers: [], parts: [] }, [SITE], ['no-carrier', 'no-number', 'address-not-sent']],
] as const) {
  test(`a test of 112 finds ${what}`, () => {
    const { headers, ...rest } = invite as Partial<InviteForHelp>
    assert.deepEqual(found({ ...rest, ...(headers && { headers }) }, sites).findings, findings)
  })
}

test('extensions that help would not find are named with what is missing', () => {
  const tenant = snapshot({
    id: 'acme',
    extensions: ['10', '11'],
    numbers: { '+4922155500': '10' },
    sites: [SITE],
    elsewhere: { '11': '30' },
  })
  const { extensions, unfindable } = readinessOf(tenant, NOW)
  assert.deepEqual(
    [extensions, unfindable.map(({ number, flaws }) => [number, flaws])],
    [2, [['11', ['address-missing', 'geographic-number-missing']]]],
  )
  const none = snapshot({ id: 'acme', extensions: ['10'], numbers: {} })
  assert.deepEqual(readinessOf(none, NOW).unfindable[0]?.flaws, ['no-site'])
})
