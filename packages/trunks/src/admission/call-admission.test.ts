import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AdmissionProfile, ChannelLimits, Site, TenantSnapshot } from '@klinke/accounts'
import { customerTrunk, PaperTrunks } from '../test-support/customer-trunks.ts'
import { carrier, TENANT, TestTrunks } from '../test-support/test-trunks.ts'
import type { CallAdmissionParts } from './call-admission.ts'

const BERLIN = '+49302312500'
const OWN = 'sip:+4922155500@klinke.example'
const SITE: Site = { id: 'koeln', name: 'Köln', isMain: true, areaCode: '221', addresses: [], emergencyNumber: undefined }
const PREEMPTED = 'preemption;cause=5;text="Network Preemption"'

function setUp(admission: AdmissionProfile, parts: CallAdmissionParts = {}): TestTrunks {
  const tenant: TenantSnapshot = { ...TENANT, profile: { ...TENANT.profile, admission }, sites: new Map([[SITE.id, SITE]]) }
  return new TestTrunks([carrier('one')], tenant, parts)
}

function inUse(trunks: TestTrunks): number {
  const { in: coming, out } = trunks.admission.ledger.inUse('customer', 'acme')
  return coming + out
}

function lastStep(trunks: TestTrunks, name: string) {
  return trunks.ended.at(-1)?.route.find(({ step }) => step === name)
}

async function dialAndAnswer(trunks: TestTrunks, from = '10') {
  const caller = await trunks.dial(BERLIN, from)
  trunks.userAgent.called.at(-1)?.answer('answer')
  await trunks.clock.advance(0)
  return caller
}

test('TRK-06: the call beyond the last channel is refused with its rule in two languages and reaches no carrier', async () => {
  const trunks = setUp({ channels: { both: 1 } })
  await dialAndAnswer(trunks)
  const caller = await trunks.dial(BERLIN, '11')
  assert.equal(caller.final, 486)
  assert.equal(trunks.tried.length, 1)
  const words = lastStep(trunks, 'channels-in-use')?.words
  assert.equal(words?.de, 'Der Anruf wurde nicht zugelassen: der einzige Kanal des Vertrags ist belegt.')
  assert.equal(words?.en, 'The call was not admitted: the only channel of the contract is in use.')
  assert.equal(trunks.ended[0]?.cause, 'congestion')
})

test('TRK-06: a caller from outside who finds no channel is told so, and nobody is rung', async () => {
  const trunks = setUp({ channels: { in: 1, both: 9 } })
  trunks.answers = (call) => call.listenTo({ kind: 'signal', signal: 'beep' }, { ...NOBODY })
  await trunks.callIn('one', { uri: OWN })
  const second = await trunks.callIn('one', { uri: OWN })
  assert.deepEqual([second.final, trunks.refused, trunks.inside.length], [486, ['channels-in-use'], 1])
})

const NOBODY = { tenantId: undefined, extensionId: undefined, number: '1', displayName: undefined }

for (const [what, limits, words] of [
  ['the data link', { links: new Map([['koeln', { both: 1 }]]), devices: new Map() }, 'der Datenleitung am Standort „Köln“ ist belegt'],
  ['the device', { links: new Map(), devices: new Map([['acme-10', { out: 1 }]]) }, 'der Nebenstelle 10 für abgehende Anrufe ist belegt'],
] as const) {
  test(`TRK-06: ${what} has channels of its own`, async () => {
    const trunks = setUp({}, { channelsOf: () => limits })
    await dialAndAnswer(trunks)
    assert.equal((await trunks.dial(BERLIN)).final, 486)
    assert.match(lastStep(trunks, 'channels-in-use')?.words?.de ?? '', new RegExp(words))
  })
}

test('a device that uses up its channels leaves those of others', async () => {
  const devices: ReadonlyMap<string, ChannelLimits> = new Map([['acme-10', { both: 1 }]])
  const trunks = setUp({}, { channelsOf: () => ({ links: new Map(), devices }) })
  await dialAndAnswer(trunks)
  await trunks.dial(BERLIN, '11')
  assert.equal(trunks.tried.length, 2)
})

test('a call from outside that is forwarded outside takes two channels, and gives both back (TRK-06 [C])', async () => {
  const trunks = setUp({ channels: { both: 2 } })
  trunks.forwards()
  const caller = await trunks.callIn('one', { uri: OWN })
  assert.equal(inUse(trunks), 2)
  trunks.userAgent.called[0]?.answer('answer')
  await trunks.clock.advance(0)
  assert.equal(inUse(trunks), 2)
  caller.session.hangUp()
  await trunks.clock.advance(0)
  assert.equal(trunks.admission.ledger.size, 0)
})

test('a forwarding outside that finds only one channel is refused', async () => {
  const trunks = setUp({ channels: { both: 1 } })
  trunks.forwards()
  assert.equal((await trunks.callIn('one', { uri: OWN })).final, 486)
  assert.equal(trunks.admission.ledger.size, 0)
})

test('the channel is kept from one carrier to the next, and given back when all refuse', async () => {
  const trunks = new TestTrunks([carrier('one'), carrier('two', { priority: 2 })])
  await trunks.dial(BERLIN)
  trunks.userAgent.called[0]?.refuse(503)
  await trunks.clock.advance(0)
  assert.deepEqual([trunks.tried, inUse(trunks)], [['one', 'two'], 1])
  trunks.userAgent.called[1]?.refuse(503)
  await trunks.clock.advance(0)
  assert.equal(trunks.admission.ledger.size, 0)
})

test('TRK-04: a call that comes too early waits for its turn, and is not refused', async () => {
  const trunks = setUp({ callRate: { rule: 'single-account' } })
  await trunks.dial(BERLIN)
  const second = await trunks.dial(BERLIN, '11')
  await trunks.clock.advance(4_999)
  assert.deepEqual([trunks.tried.length, second.final], [1, undefined])
  await trunks.clock.advance(1)
  assert.equal(trunks.tried.length, 2)
})

test('TRK-04: who would wait too long gets 503 with Retry-After, and its record says why', async () => {
  const trunks = setUp({ callRate: { rule: 'single-account' } })
  await trunks.dial(BERLIN)
  await trunks.dial(BERLIN, '11')
  const third = await trunks.dial(BERLIN, '11')
  assert.equal(third.final, 503)
  assert.deepEqual(third.finalHeaders, [['Retry-After', '5']])
  assert.equal(
    lastStep(trunks, 'call-rate')?.words?.de,
    'Zu viele Anrufe auf einmal: der Vertrag erlaubt 0,2 je Sekunde. Ein neuer Versuch ist in 5 s möglich.',
  )
})

test('TRK-04: a conversation is never ended for the rate', async () => {
  const trunks = setUp({ callRate: { rule: 'single-account', maxWaiting: 0 } })
  const talking = await dialAndAnswer(trunks)
  for (let i = 0; i < 50; i++) await trunks.dial(BERLIN, '11')
  assert.equal(talking.session.over, false)
  assert.equal(trunks.tried.length, 1)
})

test('who hangs up while it waits reaches no carrier and keeps no channel', async () => {
  const trunks = setUp({ callRate: { rule: 'single-account' } })
  const first = await trunks.dial(BERLIN)
  const second = await trunks.dial(BERLIN, '11')
  for (const caller of [first, second]) caller.cancel()
  await trunks.clock.advance(10_000)
  assert.deepEqual([trunks.tried.length, trunks.admission.ledger.size], [1, 0])
})

test('EMG-01: where all channels are in use a call for help ends the youngest ordinary call, before its own INVITE leaves', async () => {
  const trunks = setUp({ channels: { both: 2 }, callRate: { rule: 'single-account', maxWaiting: 0 } })
  const eldest = await dialAndAnswer(trunks)
  await trunks.clock.advance(5_000)
  const youngest = await dialAndAnswer(trunks, '11')
  await trunks.dial('112')
  assert.deepEqual([eldest.session.over, youngest.session.byeReason], [false, PREEMPTED])
  assert.equal(trunks.userAgent.called[1]?.session.byeReason, PREEMPTED)
  assert.equal(trunks.userAgent.called[2]?.invite.uri, 'sip:112@one.example')
  assert.equal(trunks.ended[0]?.cause, 'preempted')
  assert.equal(inUse(trunks), 2)
})

test('EMG-01: a call that only rings gives its channel up as well', async () => {
  const trunks = setUp({ channels: { out: 1 } })
  const ringing = await trunks.dial(BERLIN)
  trunks.userAgent.called[0]?.ring()
  await trunks.dial('110', '11')
  assert.deepEqual([ringing.final, trunks.userAgent.called[0]?.cancelReason], [486, PREEMPTED])
  assert.equal(trunks.tried.length, 2)
})

test('EMG-01: a caller from outside whom nobody has answered yet gives its channel up', async () => {
  const trunks = setUp({ channels: { both: 1 } })
  trunks.answers = () => new Promise(() => undefined)
  const caller = await trunks.callIn('one', { uri: OWN })
  await trunks.dial('112')
  assert.equal(caller.final, 486)
  assert.deepEqual([trunks.tried, inUse(trunks)], [['one'], 1])
})

test('EMG-01: no call for help ends another, and each of them goes out', async () => {
  const trunks = setUp({ channels: { both: 1 } })
  const first = await trunks.dial('112')
  trunks.userAgent.called[0]?.answer('answer')
  await trunks.dial('110', '11')
  assert.equal(first.session.over, false)
  assert.deepEqual([trunks.tried.length, inUse(trunks)], [2, 2])
})

test('EMG-01: two calls for help end two ordinary calls, not one twice', async () => {
  const trunks = setUp({ channels: { both: 2 } })
  for (const from of ['10', '11']) await trunks.dial(BERLIN, from)
  const ringing = [...trunks.userAgent.called]
  // Their channels are not free before they have said so.
  for (const phone of ringing) phone.obeysCancel = false
  for (const phone of ringing) phone.ring()
  await trunks.dial('112')
  assert.equal(inUse(trunks), 3)
  await trunks.dial('110', '11')
  assert.deepEqual(
    ringing.map(({ cancelReason }) => cancelReason),
    [PREEMPTED, PREEMPTED],
  )
})

test('EMG-01: a control centre that calls back finds a channel', async () => {
  const trunks = setUp({ channels: { both: 1 } })
  const talking = await dialAndAnswer(trunks)
  trunks.callBacks.add('+4922155500')
  await trunks.callIn('one', { uri: OWN })
  assert.deepEqual([trunks.inside.length, trunks.refused, talking.session.over], [1, [], true])
})

test('EMG-01: whoever calls a number with which help was called ends nobody’s call while there is a channel', async () => {
  const trunks = setUp({ channels: { both: 2 } })
  const talking = await dialAndAnswer(trunks)
  trunks.answers = () => new Promise(() => undefined)
  trunks.callBacks.add('+4922155500')
  const caller = await trunks.callIn('one', { uri: OWN })
  assert.deepEqual([trunks.inside.length, talking.session.over, inUse(trunks)], [1, false, 2])
  await trunks.dial('112')
  assert.deepEqual([talking.session.over, caller.final], [true, undefined])
  await trunks.dial('110')
  assert.equal(caller.final, 486, 'a call for help that finds nothing else takes the channel of one that need not be a control centre')
})

test('EMG-01: of those who call a number with which help was called one at a time ends another call, and none ends one to that number', async () => {
  const trunks = setUp({ channels: { both: 3 } })
  const talks = [await dialAndAnswer(trunks), await dialAndAnswer(trunks, '11')]
  const over = () => talks.map(({ session }) => session.over)
  trunks.answers = () => new Promise(() => undefined)
  trunks.callBacks.add('+4922155500')
  const callers = [await trunks.callIn('one', { uri: OWN }), await trunks.callIn('one', { uri: OWN })]
  assert.deepEqual(
    [over(), callers.map(({ final }) => final)],
    [
      [false, true],
      [undefined, undefined],
    ],
  )
  assert.equal((await trunks.callIn('one', { uri: OWN })).final, 486)
  assert.deepEqual([over(), callers[0]?.final, trunks.refused], [[false, true], undefined, ['channels-in-use']])
})

test('an emergency call waits for nobody and takes no turn (EMG-01)', async () => {
  const trunks = setUp({ callRate: { rule: 'single-account', maxWaiting: 0 } })
  await trunks.dial(BERLIN)
  await trunks.dial('112', '11')
  assert.deepEqual([trunks.tried.length, trunks.ended.length], [2, 0])
})

const LED = '+4922155501'

/** A PBX behind a trunk with so many channels; one of the customer's numbers is led there. */
function withPbx(channels: number, isKnownAtOnce = true): TestTrunks {
  const pbx = new PaperTrunks(customerTrunk({ channels }))
  if (isKnownAtOnce) pbx.led.set(LED, 't1')
  pbx.contacts.set('', ['sip:pbx@203.0.113.7'])
  const trunks = new TestTrunks([carrier('one')], TENANT, {}, pbx)
  trunks.ledToTrunks.set(LED, 't1')
  return trunks
}

function onTrunk({ admission: { ledger } }: TestTrunks): number {
  const { in: coming, out } = ledger.inUse('trunk', 't1')
  return coming + out
}

for (const [what, isKnownAtOnce] of [
  ['is led to a PBX', true],
  ['comes to a PBX by way of an extension', false],
] as const) {
  test(`a call from outside that ${what} takes one channel of its trunk, and gives it back`, async () => {
    const trunks = withPbx(1, isKnownAtOnce)
    const caller = await trunks.callIn('one', { uri: `sip:${LED}@klinke.example` })
    trunks.userAgent.called[0]?.answer('answer')
    await trunks.clock.advance(0)
    assert.deepEqual([caller.final, onTrunk(trunks), inUse(trunks)], [200, 1, 1])
    caller.session.hangUp()
    await trunks.clock.advance(0)
    assert.equal(trunks.admission.ledger.size, 0)
  })
}

test('a call of a PBX that stays on this exchange takes a channel of its trunk, and none of the contract (TRK-06, TRK-14)', async () => {
  const trunks = withPbx(1)
  trunks.answers = (call) => call.listenTo({ kind: 'signal', signal: 'beep' }, { ...NOBODY })
  const caller = await trunks.dialFromPbx('+4922155500')
  assert.deepEqual([caller.final, onTrunk(trunks), inUse(trunks)], [200, 1, 0])
  const second = await trunks.callIn('one', { uri: `sip:${LED}@klinke.example` })
  assert.equal(second.final, 486)
  caller.session.hangUp()
  await trunks.clock.advance(0)
  assert.equal(trunks.admission.ledger.size, 0)
})

test('a PBX that finds no channel is told why before its call is refused (TRK-06)', async () => {
  const trunks = withPbx(1)
  await trunks.dialFromPbx(BERLIN)
  const second = await trunks.dialFromPbx(BERLIN)
  assert.deepEqual([second.final, trunks.refused, trunks.tried.length], [486, ['channels-in-use'], 1])
})
