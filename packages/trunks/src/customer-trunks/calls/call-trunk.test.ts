import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TenantSnapshot } from '@klinke/accounts'
import { customerTrunk, fixedTrunk, PaperTrunks } from '../../test-support/customer-trunks.ts'
import { carrier, TENANT, TestTrunks } from '../../test-support/test-trunks.ts'
import type { CustomerTrunk } from '../customer-trunk.ts'
import { PBX_SILENT_SECONDS } from './call-trunk.ts'

const NUMBER = '+4922155501'
const CALLER = '<sip:+493023125000@one.example>'
const CONTACT = 'sip:tabc@203.0.113.7:5070;transport=tcp'

/** The number is a block's second, and is led to the trunk. */
const OF_BLOCK: TenantSnapshot = {
  ...TENANT,
  numbers: new Map([...TENANT.numbers].map(([e164]) => [e164, { e164, block: '+4922155500' }])),
}

async function called(
  trunk: CustomerTrunk,
  { at = CONTACT, dialled = NUMBER, headers = [] as readonly (readonly [string, string])[] } = {},
) {
  const pbx = new PaperTrunks(trunk)
  if (at !== '') pbx.contacts.set('', [at])
  const trunks = new TestTrunks([carrier('one')], OF_BLOCK, {}, pbx)
  trunks.ledToTrunks.set(NUMBER, trunk.id)
  const caller = await trunks.callIn('one', { uri: `sip:${dialled}@klinke.example`, from: CALLER, headers })
  return { pbx, trunks, caller, invite: trunks.userAgent.called[0]?.invite }
}

for (const [what, trunk, at, uri] of [
  ['registered, with the number in place of the user', customerTrunk(), CONTACT, `sip:${NUMBER}@203.0.113.7:5070;transport=tcp`],
  ['registered for many numbers (RFC 6140)', customerTrunk(), 'sip:203.0.113.7;bnc', `sip:${NUMBER}@203.0.113.7`],
  ['as a basic trunk, by its contact', customerTrunk({ product: 'basic' }), CONTACT, CONTACT],
  ['at its fixed address', fixedTrunk(['203.0.113.7']), '', `sip:${NUMBER}@203.0.113.7`],
] as const) {
  test(`a number of a PBX rings it ${what}; To names the number`, async () => {
    const { invite } = await called(trunk, { at })
    assert.equal(invite?.uri, uri)
    assert.equal(invite?.to, `<sip:${NUMBER}@acme.example>`)
    assert.equal(invite?.from, '<sip:+493023125000@acme.example>')
  })
}

for (const [format, user, from] of [
  ['e164', NUMBER, '+493023125000'],
  ['international', '004922155501', '00493023125000'],
  ['national', '022155501', '03023125000'],
  ['local', '55501', '03023125000'],
] as const) {
  test(`NUM-04: a PBX with ${format} numbers is called as ${user}, by ${from}`, async () => {
    const { invite } = await called(customerTrunk({ numberFormat: format }))
    assert.equal(invite?.uri, `sip:${user}@203.0.113.7:5070;transport=tcp`)
    assert.equal(invite?.to, `<sip:${user}@acme.example>`)
    assert.equal(invite?.from, `<sip:${from}@acme.example>`)
  })
}

test('the network vouches to the PBX for the number of the caller, and says nothing of one who hides', async () => {
  const asserted = ['P-Asserted-Identity', '<sip:+493023125000@one.example>'] as const
  const { trunks } = await called(customerTrunk(), { headers: [asserted] })
  assert.deepEqual(trunks.sent('P-Asserted-Identity'), ['<sip:+493023125000@acme.example>'])
  const hiding = await called(customerTrunk(), { headers: [asserted, ['Privacy', 'id']] })
  assert.deepEqual(hiding.trunks.sent('P-Asserted-Identity'), [])
  assert.equal(hiding.invite?.from, '"Anonymous" <sip:anonymous@anonymous.invalid>')
})

test('NUM-05: digits dialled on behind a number of a block reach the PBX, and are counted', async () => {
  const { invite, trunks } = await called(customerTrunk(), { dialled: `${NUMBER}23` })
  assert.equal(invite?.uri, `sip:${NUMBER}23@203.0.113.7:5070;transport=tcp`)
  assert.deepEqual(trunks.beyond, ['+4922155500'])
})

test('TRK-01: the login of a block gets the calls to its numbers', async () => {
  const pbx = new PaperTrunks(customerTrunk())
  pbx.contacts.set('', ['sip:a@203.0.113.1']).set('+4922155500', ['sip:b@203.0.113.2'])
  const trunks = new TestTrunks([carrier('one')], OF_BLOCK, {}, pbx)
  trunks.ledToTrunks.set(NUMBER, 't1')
  await trunks.callIn('one', { uri: `sip:${NUMBER}@klinke.example`, from: CALLER })
  assert.equal(trunks.userAgent.called[0]?.invite.uri, `sip:${NUMBER}@203.0.113.2`)
})

test('the party of a record names the trunk', async () => {
  const { trunks, caller } = await called(customerTrunk())
  trunks.userAgent.called[0]?.answer('answer')
  await trunks.clock.advance(0)
  assert.equal(caller.final, 200)
})

for (const [what, fail] of [
  ['503', 503],
  ['500', 500],
  ['a challenge that nobody has the answer to (407 loops)', 407],
  ['silence', undefined],
] as const) {
  test(`BCP-03: after ${what} of the primary address the secondary one is called`, async () => {
    const { trunks, pbx } = await called(fixedTrunk(['203.0.113.7', '203.0.113.8']))
    if (fail === undefined) await trunks.clock.advance(PBX_SILENT_SECONDS * 1000)
    else trunks.userAgent.called[0]?.refuse(fail)
    await trunks.clock.advance(0)
    assert.deepEqual(pbx.suspects, ['203.0.113.7'])
    assert.equal(trunks.userAgent.called[1]?.invite.uri, `sip:${NUMBER}@203.0.113.8`)
  })
}

for (const status of [486, 404, 480, 603]) {
  test(`a PBX that says ${status} has spoken: its other address is not called`, async () => {
    const { trunks, pbx } = await called(fixedTrunk(['203.0.113.7', '203.0.113.8']))
    trunks.userAgent.called[0]?.refuse(status)
    await trunks.clock.advance(0)
    assert.equal(trunks.userAgent.called.length, 1)
    assert.deepEqual(pbx.suspects, [])
  })
}

test('no PBX that has rung is called a second time elsewhere', async () => {
  const { trunks } = await called(fixedTrunk(['203.0.113.7', '203.0.113.8']))
  trunks.userAgent.called[0]?.ring()
  await trunks.clock.advance(0)
  trunks.userAgent.called[0]?.refuse(503)
  await trunks.clock.advance(0)
  assert.equal(trunks.userAgent.called.length, 1)
})

test('a PBX that has not registered is not there, and the record says so', async () => {
  const { trunks, caller } = await called(customerTrunk(), { at: '' })
  assert.equal(caller.final, 480)
  assert.ok(trunks.ended[0]?.route.some(({ step, detail }) => step === 'trunk-not-reached' && detail === 'Zentrale: not registered'))
})

test('BCP-01: where somebody else waits to take the call, a PBX that is known to be down is not tried', async () => {
  const trunk = fixedTrunk(['203.0.113.7', '203.0.113.8'])
  for (const [down, tried] of [
    [['203.0.113.7', '203.0.113.8'], 0],
    [['203.0.113.7'], 1],
  ] as const) {
    const pbx = new PaperTrunks(trunk)
    for (const host of down) pbx.down.add(host)
    const trunks = new TestTrunks([carrier('one')], OF_BLOCK, {}, pbx)
    trunks.ledToTrunks.set(NUMBER, 't1')
    trunks.waits = true
    const caller = await trunks.callIn('one', { uri: `sip:${NUMBER}@klinke.example`, from: CALLER })
    assert.equal(trunks.userAgent.called.length, tried)
    assert.equal(caller.final, tried === 0 ? 480 : undefined)
  }
})

test('EMG-01: a control centre that calls back a PBX is kept from it neither by a trunk that is switched off nor by channels in use', async () => {
  const pbx = new PaperTrunks(customerTrunk({ isActive: false, channels: 0 }))
  pbx.led.set(NUMBER, 't1')
  pbx.contacts.set('', [CONTACT])
  const trunks = new TestTrunks([carrier('one')], OF_BLOCK, {}, pbx)
  trunks.ledToTrunks.set(NUMBER, 't1')
  assert.equal((await trunks.callIn('one', { uri: `sip:${NUMBER}@klinke.example`, from: CALLER })).final, 480)
  trunks.ringsForHelp = true
  const caller = await trunks.callIn('one', { uri: `sip:${NUMBER}@klinke.example`, from: CALLER })
  trunks.userAgent.called[0]?.answer('answer')
  await trunks.clock.advance(0)
  assert.equal(caller.final, 200)
})

for (const [what, head, rung] of [
  ['the head number of the trunk', '+4922155500', '+4922155500'],
  ['a number that is led to the trunk, which has no head number', undefined, '+4922155500'],
] as const) {
  test(`EMG-01: a control centre that calls a number of the site which is not the PBX’s own rings the PBX by ${what}`, async () => {
    const pbx = new PaperTrunks(customerTrunk({ headNumber: head }))
    pbx.led.set('+4922155500', 't1')
    pbx.contacts.set('+4922155500', [CONTACT])
    const trunks = new TestTrunks([carrier('one')], OF_BLOCK, {}, pbx)
    trunks.ledToTrunks.set(NUMBER, 't1')
    trunks.ringsForHelp = true
    await trunks.callIn('one', { uri: `sip:${NUMBER}@klinke.example`, from: CALLER })
    assert.equal(trunks.userAgent.called[0]?.invite.uri, `sip:${rung}@203.0.113.7:5070;transport=tcp`)
  })
}
