import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TenantSnapshot } from '@klinke/accounts'
import { refused } from '@klinke/calls'
import { NO_IDENTITY } from '../../identity/identity-rules.ts'
import { customerTrunk, PaperTrunks } from '../../test-support/customer-trunks.ts'
import { tenantRules } from '../../test-support/rules.ts'
import { carrier, TENANT, TestTrunks } from '../../test-support/test-trunks.ts'

const ONE = carrier('one')
const [HEAD, OWN, OTHERS] = ['+4922155500', '+4922155501', '+493023125000']

function trunksWith(more: Parameters<typeof customerTrunk>[0] = {}, tenant: TenantSnapshot = TENANT): TestTrunks {
  return new TestTrunks([ONE], tenant, {}, new PaperTrunks(customerTrunk(more)))
}

for (const [dialled, number] of [
  ['+4961311620', '+4961311620'],
  ['004961311620', '+4961311620'],
  ['061311620', '+4961311620'],
  ['1620', '+492211620'],
  ['0041443643232', '+41443643232'],
  ['116117', '116117'],
] as const) {
  test(`NUM-04: a PBX in Cologne that dials ${dialled} reaches ${number}`, async () => {
    const trunks = trunksWith()
    await trunks.dialFromPbx(dialled)
    assert.equal(trunks.userAgent.called[0]?.invite.uri, `sip:${number}@one.example`)
    const { direction, caller, emergency } = trunks.started[0] ?? {}
    assert.deepEqual([direction, caller?.trunk, emergency], ['outbound', { id: 't1', name: 'Zentrale' }, false])
  })
}

test('NUM-04: what a PBX dials without area code is in the place of its own site', async () => {
  const site = { id: 's2', name: 'Mainz', isMain: false, areaCode: '6131', addresses: [], emergencyNumber: undefined }
  const trunks = trunksWith({ siteId: 's2' }, { ...TENANT, sites: new Map([['s2', site]]) })
  await trunks.dialFromPbx('1620')
  assert.equal(trunks.userAgent.called[0]?.invite.uri, 'sip:+4961311620@one.example')
})

for (const [what, call, shown] of [
  ['its own number in From', { from: `<sip:${OWN}@pbx.example>` }, OWN],
  ['its own number in national form', { from: '<sip:022155501@pbx.example>' }, OWN],
  ['its own number in local form', { from: '<sip:55501@pbx.example>' }, OWN],
  ["somebody else's number in From", { from: `<sip:${OTHERS}@pbx.example>` }, HEAD],
  ['a login in From', { from: '<sip:tabc@acme.example>' }, HEAD],
  ['its own number in P-Asserted-Identity', { from: '<sip:tabc@x>', headers: [['P-Asserted-Identity', `<sip:${OWN}@x>`]] }, OWN],
  ["somebody else's number in P-Asserted-Identity", { from: '<sip:tabc@x>', headers: [['P-Asserted-Identity', `<tel:${OTHERS}>`]] }, HEAD],
  ['a wish in P-Preferred-Identity', { headers: [['P-Preferred-Identity', `<sip:${OWN}@x>`]] }, OWN],
  ['rubbish', { from: '<sip:%00%ff@x>', headers: [['P-Asserted-Identity', '<<<>>>;;']] }, HEAD],
] as const) {
  test(`CLI-04: a PBX that names ${what} is shown as ${shown}, and nothing else of what it says reaches the carrier`, async () => {
    const trunks = trunksWith()
    await trunks.dialFromPbx(OTHERS, call)
    assert.deepEqual(trunks.sent('P-Asserted-Identity'), [`<sip:${shown}@one.example>`])
    assert.equal(trunks.userAgent.called[0]?.invite.from, `<sip:${shown}@one.example>`)
  })
}

const MOBILE = '+4915112345678'
for (const [pattern, call] of [
  ['(a)', { from: `<sip:${OWN}@x>`, headers: [['P-Preferred-Identity', `<sip:${MOBILE}@x>`]] }],
  ['(b)', { from: `<sip:${MOBILE}@x>`, headers: [['P-Asserted-Identity', `<sip:${OWN}@x>`]] }],
] as const) {
  test(`CLI-02 ${pattern}: a number that the customer has proven is shown, and the own number that the PBX names is billed`, async () => {
    const trunks = trunksWith()
    const right = { number: MOBILE, validFromMs: 0, validUntilMs: undefined }
    trunks.identity = { ...NO_IDENTITY, rights: new Map([[MOBILE, right]]) }
    await trunks.dialFromPbx(OTHERS, call)
    assert.equal(trunks.userAgent.called[0]?.invite.from, `<sip:${MOBILE}@one.example>`)
    assert.deepEqual(trunks.sent('P-Asserted-Identity'), [`<sip:${OWN}@one.example>`])
    assert.deepEqual(trunks.sent('P-Preferred-Identity'), [])
  })
}

test('CLI-05: a pinned sender is shown whatever the PBX names, and it cannot be hidden', async () => {
  const trunks = trunksWith()
  trunks.identity = { ...NO_IDENTITY, customer: { shown: undefined, pinned: HEAD } }
  await trunks.dialFromPbx(OTHERS, { from: `<sip:${OWN}@x>`, headers: [['Privacy', 'id']] })
  assert.equal(trunks.userAgent.called[0]?.invite.from, `<sip:${HEAD}@one.example>`)
  assert.deepEqual(trunks.sent('Privacy'), ['none'])
})

test('CLI-01: a PBX hides the caller by Privacy; the carrier alone is told the number', async () => {
  const trunks = trunksWith()
  await trunks.dialFromPbx(OTHERS, { from: `<sip:${OWN}@x>`, headers: [['Privacy', 'id']] })
  assert.equal(trunks.userAgent.called[0]?.invite.from, '"Anonymous" <sip:anonymous@anonymous.invalid>')
  assert.deepEqual(trunks.sent('P-Asserted-Identity'), [`<sip:${OWN}@one.example>`])
})

test('FRD-02: what is barred for the customer no PBX of his calls', async () => {
  const trunks = trunksWith()
  trunks.rules = tenantRules({ customer: { deny: [OTHERS] } })
  const caller = await trunks.dialFromPbx(OTHERS)
  assert.equal(caller.final, 403)
  assert.deepEqual(trunks.tried, [])
})

test('TRK-14: a number of this exchange is called inside, under the number that is shown', async () => {
  const trunks = trunksWith()
  await trunks.dialFromPbx('55501', { from: `<sip:${HEAD}@x>` })
  assert.deepEqual(trunks.inside, [{ e164: OWN, from: HEAD, displayName: undefined, isAsserted: true }])
  assert.deepEqual(trunks.tried, [])
})

test('a trunk that is switched off calls nobody but 110 and 112', async () => {
  const trunks = trunksWith({ isActive: false })
  assert.equal((await trunks.dialFromPbx(OTHERS)).final, 403)
  assert.deepEqual(trunks.tried, [])
  await trunks.dialFromPbx('112')
  assert.deepEqual(trunks.tried, ['one'])
})

for (const [dialled, number] of [
  ['110', '110'],
  ['112', '112'],
  ['0112', '112'],
  ['+49110', '110'],
  ['0221112', '112'],
  ['urn:service:sos', '112'],
] as const) {
  test(`EMG-01: a PBX that dials ${dialled} reaches ${number} under the number of its site, whatever it says of the caller`, async () => {
    const trunks = trunksWith()
    trunks.rules = tenantRules({ customer: { class: 0, deny: ['110', '112'] } })
    const call = { from: `<sip:${OTHERS}@x>`, headers: [['Privacy', 'id']] as const }
    await trunks.dialFromPbx(dialled, dialled.startsWith('urn:') ? { ...call, uri: dialled } : call)
    assert.equal(trunks.userAgent.called[0]?.invite.uri, `sip:${number}@one.example`)
    assert.deepEqual(trunks.sent('P-Asserted-Identity'), [`<sip:${HEAD}@one.example>`])
    assert.deepEqual(trunks.sent('Privacy'), ['none'])
    assert.equal(trunks.started[0]?.emergency, true)
  })
}

test('FRD-03: a customer that is locked wholly takes no call from the PBX of another one, but is called back', async () => {
  const incoming = (_call: unknown, { id }: { readonly id: string }) => (id === 'bolt' ? refused('unreachable', 480) : undefined)
  const guard = { admit: () => undefined, locked: () => undefined, incoming }
  const trunks = new TestTrunks([ONE], TENANT, {}, new PaperTrunks(customerTrunk()), { guard })
  trunks.others.set(OTHERS, { ...TENANT, id: 'bolt', numbers: new Map([[OTHERS, { e164: OTHERS }]]) })
  assert.equal((await trunks.dialFromPbx(OTHERS)).final, 480)
  assert.deepEqual(trunks.inside, [])
  trunks.callBacks.add(OTHERS)
  await trunks.dialFromPbx(OTHERS)
  assert.equal(trunks.inside.length, 1)
})

/** A PBX that wants that number shown calls another customer of this exchange. */
async function callsBolt(trunks: TestTrunks, named: string) {
  trunks.others.set(OTHERS, { ...TENANT, id: 'bolt', numbers: new Map([[OTHERS, { e164: OTHERS }]]) })
  return trunks.dialFromPbx(OTHERS, { from: `<sip:${OWN}@x>`, headers: [['P-Preferred-Identity', `<sip:${named}@x>`]] })
}

test('CLI-02: inside, too, a PBX shows the number that it has proven the right to', async () => {
  const trunks = trunksWith()
  trunks.identity = { ...NO_IDENTITY, rights: new Map([[MOBILE, { number: MOBILE, validFromMs: 0, validUntilMs: undefined }]]) }
  await callsBolt(trunks, MOBILE)
  assert.deepEqual(
    trunks.inside.map(({ from }) => from),
    [MOBILE],
  )
})

for (const [wrongCallerNumber, final, inside] of [
  ['refuse', 403, []],
  ['replace', 486, [OWN]],
] as const) {
  test(`CLI-03: a number that may not be shown does inside what it does outside: ${wrongCallerNumber}`, async () => {
    const trunks = trunksWith({}, { ...TENANT, profile: { ...TENANT.profile, outbound: { wrongCallerNumber } } })
    const caller = await callsBolt(trunks, MOBILE)
    assert.deepEqual([caller.final, trunks.inside.map(({ from }) => from)], [final, inside])
    const outside = await trunks.dialFromPbx('+493012345', { headers: [['P-Preferred-Identity', `<sip:${MOBILE}@x>`]] })
    assert.equal(outside.final, wrongCallerNumber === 'refuse' ? 403 : undefined)
  })
}

for (const isForbidden of [false, true]) {
  test(`NUM-05: a PBX that dials on behind a block of this exchange is counted there, and ${isForbidden ? 'reaches nobody where that is forbidden' : 'reaches its number'}`, async () => {
    const number = { e164: OWN, block: HEAD, ...(isForbidden && { noneBeyond: true as const }) }
    const trunks = trunksWith({}, { ...TENANT, numbers: new Map([[OWN, number]]) })
    const caller = await trunks.dialFromPbx(`${OWN}23`)
    assert.deepEqual(trunks.beyond, [HEAD])
    assert.deepEqual([trunks.inside.length, caller.final], isForbidden ? [0, 404] : [1, 486])
  })
}
