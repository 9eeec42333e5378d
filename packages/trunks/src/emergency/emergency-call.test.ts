import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TenantSnapshot } from '@klinke/accounts'
import { KlinkeError } from '@klinke/foundation'
import { carrier, TENANT, TestTrunks } from '../test-support/test-trunks.ts'
import { GAP_SECONDS, REFUSED_ROUNDS, TRYING_SECONDS, UNRUNG_SECONDS, unrungSeconds } from './until-helped.ts'

const [ONE, TWO] = [carrier('one', { outboundFormat: 'international' }), carrier('two', { priority: 2 })]

for (const [dialled, number] of [
  ['110', '110'],
  ['112', '112'],
  ['0112', '112'],
  ['+49110', '110'],
  ['0221112', '112'],
  ['urn:service:sos', '112'],
  ['*31112', '112'],
] as const) {
  test(`${dialled} is recorded as an emergency call and sent as ${number} (EMG-01)`, async () => {
    const trunks = new TestTrunks([ONE])
    await trunks.dial(dialled)
    assert.equal(trunks.userAgent.called[0]?.invite.uri, `sip:${number}@one.example`)
    assert.equal(trunks.started[0]?.emergency, true)
    assert.equal(trunks.started[0]?.called.number, number)
  })
}

test('behind the outside-line prefix of the tenant 110 is an emergency call (EMG-01)', async () => {
  const trunks = new TestTrunks([ONE], { ...TENANT, profile: { ...TENANT.profile, outsideLinePrefix: '9' } })
  await trunks.dial('9110')
  assert.equal(trunks.started[0]?.emergency, true)
})

test('at a shared phone help is called from where the phone stands, whoever is logged in (EMG-02, DEV-05)', async () => {
  const trunks = new TestTrunks([ONE])
  await trunks.dial('112', '11', {}, '10')
  assert.equal(trunks.userAgent.called[0]?.invite.from, '<sip:004922155501@one.example>')
  assert.deepEqual([trunks.started[0]?.caller.extensionId, trunks.started[0]?.caller.number], ['acme-10', '10'])
  assert.deepEqual(trunks.helpCalled, ['acme acme-10 +4922155501'])
})

for (const status of [403, 404, 480, 486, 500, 603]) {
  test(`an emergency call that a carrier refuses with ${status} goes to the next (EMG-01)`, async () => {
    const trunks = new TestTrunks([ONE, TWO])
    await trunks.dial('112')
    trunks.userAgent.called[0]?.refuse(status)
    await trunks.clock.advance(0)
    assert.deepEqual(trunks.tried, ['one', 'two'])
  })
}

test('a carrier that says 100 and rings no control centre is left for the next, then it begins again with more patience, and one alone answers (EMG-01)', async () => {
  const trunks = new TestTrunks([ONE, TWO])
  const caller = await trunks.dial('112')
  const [first] = trunks.userAgent.called
  assert.ok(first)
  Object.assign(first, { heard: true, obeysCancel: false })
  await trunks.clock.advance(UNRUNG_SECONDS * 1000 - 1)
  assert.deepEqual(trunks.tried, ['one'])
  await trunks.clock.advance(1)
  assert.deepEqual([trunks.tried, first.cancelReason, trunks.suspects], [['one', 'two'], '', ['one']])
  first.answer('late')
  const second = trunks.userAgent.called[1]
  assert.ok(second)
  second.heard = true
  await trunks.clock.advance(2 * UNRUNG_SECONDS * 1000 - 1)
  assert.deepEqual([first.session.over, caller.final, second.cancelReason], [true, undefined, undefined])
  await trunks.clock.advance(1)
  const third = trunks.userAgent.called[2]
  assert.ok(third)
  third.heard = true
  assert.deepEqual([trunks.tried, second.cancelReason], [['one', 'two', 'one'], ''])
  await trunks.clock.advance(2 * UNRUNG_SECONDS * 1000 - 1)
  third.ring()
  await trunks.clock.advance(30_000)
  third.answer('answer')
  await trunks.clock.advance(0)
  assert.deepEqual([caller.final, third.session.over, trunks.tried.length], [200, false, 3])
})

test('places have twice the time in each round, and the last of a round as long as all in the next, a minute at most (EMG-01)', () => {
  const waits = [0, 1, 2, 3, 4].map((round) => [unrungSeconds(round, false), unrungSeconds(round, true)])
  assert.deepEqual(waits, [
    [8, 16],
    [16, 32],
    [32, 64],
    [64, 64],
    [64, 64],
  ])
})

test('where all carriers have refused they are tried again, soon and with more time between, and the one that takes it then connects (EMG-01)', async () => {
  const trunks = new TestTrunks([ONE, TWO])
  const caller = await trunks.dial('112')
  for (const number of [0, 1]) {
    trunks.userAgent.called[number]?.refuse(number === 0 ? 503 : 486)
    await trunks.clock.advance(0)
  }
  await trunks.clock.advance(GAP_SECONDS * 1000)
  assert.deepEqual([trunks.tried, caller.final], [['one', 'two', 'one'], undefined])
  trunks.userAgent.called[2]?.answer('answer')
  await trunks.clock.advance(0)
  assert.equal(caller.final, 200)
})

test('who is refused by all carriers again and again hears it soon, to take another phone, and no carrier is stormed (EMG-01)', async () => {
  const trunks = new TestTrunks([ONE])
  const caller = await trunks.dial('112')
  for (let second = 0; second < 10; second++) {
    trunks.userAgent.called.at(-1)?.refuse(503)
    await trunks.clock.advance(1_000)
  }
  assert.deepEqual([caller.final, trunks.tried.length], [500, REFUSED_ROUNDS])
  assert.equal(trunks.ended[0]?.route.filter(({ step }) => step === 'emergency-again').length, REFUSED_ROUNDS - 1)
})

test('a caller who hangs up before it begins again calls nobody any more (EMG-01)', async () => {
  const trunks = new TestTrunks([ONE])
  const caller = await trunks.dial('112')
  trunks.userAgent.called[0]?.refuse(503)
  await trunks.clock.advance(1_000)
  caller.cancel()
  await trunks.clock.advance(60_000)
  assert.deepEqual([trunks.tried, trunks.ended.length], [['one'], 1])
})

test('carriers that say nothing but 100 are gone round for three minutes (EMG-01)', async () => {
  const trunks = new TestTrunks([ONE, TWO])
  const caller = await trunks.dial('112')
  for (let second = 0; second < TRYING_SECONDS; second++) {
    for (const phone of trunks.userAgent.called) phone.heard = true
    await trunks.clock.advance(1_000)
  }
  assert.equal(caller.final, undefined)
  await trunks.clock.advance(130_000)
  assert.equal(caller.final, 480)
  assert.deepEqual(trunks.tried, ['one', 'two', 'one', 'two', 'one', 'two', 'one', 'two'])
})

test('a carrier that rings the control centre is not left, however long it rings (EMG-01)', async () => {
  const trunks = new TestTrunks([ONE, TWO])
  await trunks.dial('112')
  trunks.userAgent.called[0]?.ring(183)
  await trunks.clock.advance(60_000)
  assert.deepEqual([trunks.tried, trunks.userAgent.called[0]?.cancelReason], [['one'], undefined])
})

test('an emergency call needs no outgoing number (EMG-01)', async () => {
  const trunks = new TestTrunks([ONE], { ...TENANT, numbers: new Map() })
  await trunks.dial('112')
  assert.deepEqual(trunks.tried, ['one'])
})

test('an emergency call tries carriers that are down too, and a silent one again and again (EMG-01)', async () => {
  const trunks = new TestTrunks([ONE])
  trunks.down.add('one')
  const caller = await trunks.dial('112')
  await trunks.clock.advance(47_000)
  assert.deepEqual(trunks.tried, ['one', 'one'])
  trunks.userAgent.called[1]?.answer('answer')
  await trunks.clock.advance(0)
  assert.equal(caller.final, 200)
})

test('the control centre sees the number of a caller who hides it (EMG-01)', async () => {
  const trunks = new TestTrunks([ONE])
  await trunks.dial('112', '10', { from: '<sip:anonymous@anonymous.invalid>', headers: [['Privacy', 'id']] })
  assert.equal(trunks.userAgent.called[0]?.invite.from, '<sip:004922155501@one.example>')
  assert.deepEqual(trunks.sent('Privacy'), ['none'])
})

const SITE = { addresses: [], emergencyNumber: undefined }
/** Extension 11 stands in Berlin, 10 at the main site in Cologne. */
const TWO_SITES: TenantSnapshot = {
  ...TENANT,
  sites: new Map([
    ['cologne', { ...SITE, id: 'cologne', name: 'Köln', isMain: true, areaCode: '221' }],
    ['berlin', { ...SITE, id: 'berlin', name: 'Berlin', isMain: false, areaCode: '30' }],
  ]),
  extensions: new Map(
    [...TENANT.extensions].map(([number, extension]) => [number, number === '11' ? { ...extension, siteId: 'berlin' } : extension]),
  ),
  numbers: new Map([...TENANT.numbers, ['+493023125700', { e164: '+493023125700', siteId: 'berlin' }]]),
}
const HIDDEN = { from: '<sip:anonymous@anonymous.invalid>', headers: [['Privacy', 'id']] } as const

for (const { from, phone, dialled = '112', number, who } of [
  { from: '10', number: '004922155500', who: 'of the main site, although the user shows another' },
  { from: '11', number: '00493023125700', who: 'of the site of the line' },
  { from: '11', dialled: '*31112', number: '00493023125700', who: 'of the site, also behind the code that hides it' },
  { from: '10', phone: '11', number: '00493023125700', who: 'of the place of the phone, whoever is logged in there' },
  { from: '11', phone: '10', number: '004922155500', who: 'of the place of the phone, also of the main site' },
] as const) {
  test(`the control centre sees the number ${who} (EMG-02, EMG-03): ${from} at ${phone ?? 'its own phone'}, ${dialled}`, async () => {
    const trunks = new TestTrunks([ONE], TWO_SITES)
    const caller = await trunks.dial(dialled, from, HIDDEN, phone)
    assert.equal(trunks.userAgent.called[0]?.invite.from, `<sip:${number}@one.example>`)
    assert.deepEqual([trunks.sent('Privacy'), trunks.sent('P-Asserted-Identity')], [['none'], [`<sip:${number}@one.example>`]])
    caller.cancel()
    await trunks.clock.advance(0)
    const site = trunks.ended[0]?.route.find(({ step }) => step === 'emergency-site')?.detail
    assert.match(String(site), number === '004922155500' ? /^\+4922155500 at Köln$/ : /^\+493023125700 at Berlin$/)
  })
}

test('032 and mobile numbers are never shown to 110 and 112, and the call from a site without another is still tried (EMG-05)', async () => {
  const numbers = ['+4932211234567', '+491701234567'].map((e164) => [e164, { e164 }] as const)
  const trunks = new TestTrunks([ONE], { ...TWO_SITES, numbers: new Map(numbers) })
  const caller = await trunks.dial('110')
  assert.match(String(trunks.userAgent.called[0]?.invite.from), /anonymous/)
  assert.deepEqual([trunks.tried, trunks.helpCalled], [['one'], []])
  caller.cancel()
  await trunks.clock.advance(0)
  assert.equal(trunks.ended[0]?.route.find(({ step }) => step === 'emergency-no-site')?.detail, 'no number at Köln')
})

test('an emergency call is taken from an extension that was deleted after it signed in (EMG-01)', async () => {
  const trunks = new TestTrunks([ONE])
  await trunks.dial('112', '19')
  assert.deepEqual(trunks.tried, ['one'])
})

test('an emergency call comes before an extension of that number (EMG-01)', async () => {
  const extension = TENANT.extensions.get('11')
  assert.ok(extension)
  const trunks = new TestTrunks([ONE], { ...TENANT, extensions: new Map([...TENANT.extensions, ['112', { ...extension, number: '112' }]]) })
  await trunks.dial('112')
  assert.equal(trunks.started[0]?.emergency, true)
})

test('no limit of the profile ends an emergency call, neither its length nor silence (EMG-01)', async () => {
  const trunks = new TestTrunks([ONE], { ...TENANT, profile: { ...TENANT.profile, maxCallSeconds: 600 } })
  await trunks.dial('112')
  trunks.userAgent.called[0]?.answer('answer')
  await trunks.clock.advance(601_000)
  assert.equal(trunks.ended.length, 0)
  assert.ok((trunks.media.sessions[0]?.inactivitySeconds ?? 0) >= 86_400)
})

test('an emergency call goes to the next carrier when no media can be had for the first (EMG-01)', async () => {
  const trunks = new TestTrunks([carrier('one', { host: '2001:db8::1' }), TWO])
  trunks.media.refusesIPv6 = new KlinkeError('no-media-address', 'no IPv6')
  await trunks.dial('112')
  assert.deepEqual(trunks.tried, ['two'])
})

test('a carrier cannot make an emergency call through us', async () => {
  const trunks = new TestTrunks([ONE])
  const caller = await trunks.callIn('one', { uri: 'sip:112@klinke.example' })
  assert.equal(caller.final, 404)
  assert.deepEqual(trunks.tried, [])
})
