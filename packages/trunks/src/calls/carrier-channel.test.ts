import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { OwnCarrier } from '../own-carriers/own-carrier.ts'
import { customerTrunk, PaperTrunks } from '../test-support/customer-trunks.ts'
import { carrier, TENANT, TestTrunks } from '../test-support/test-trunks.ts'

const BERLIN = '+49302312500'
const OWN = 'sip:+4922155500@klinke.example'
const FULL = carrier('one', { channels: 1 })
const NEXT = carrier('two', { priority: 2 })

async function talks(trunks: TestTrunks, from = '10') {
  const caller = await trunks.dial(BERLIN, from)
  trunks.userAgent.called.at(-1)?.answer('answer')
  await trunks.clock.advance(0)
  return caller
}

function inUse(trunks: TestTrunks, id = 'one'): number {
  const { in: coming, out } = trunks.admission.ledger.inUse('carrier', id)
  return coming + out
}

test('a call for which the carrier has no channel left goes over the next one, which is not its fault', async () => {
  const trunks = new TestTrunks([FULL, NEXT])
  const first = await talks(trunks)
  const second = await talks(trunks, '11')
  assert.deepEqual([first.final, second.final], [200, 200])
  assert.deepEqual([trunks.tried, trunks.suspects], [['one', 'two'], []])
  assert.deepEqual([inUse(trunks), inUse(trunks, 'two')], [1, 1])
  second.session.hangUp()
  await trunks.clock.advance(0)
  const steps = trunks.ended[0]?.route.filter(({ step }) => step.startsWith('carrier')).map(({ step, detail }) => `${step} ${detail}`)
  assert.deepEqual(steps, ['carrier-selected one', 'carrier-full one: 1', 'carrier-selected two'])
})

test('where all carriers are full the caller hears so, and no carrier is asked', async () => {
  const trunks = new TestTrunks([FULL])
  await talks(trunks)
  const second = await trunks.dial(BERLIN, '11')
  assert.deepEqual([second.final, trunks.tried.length, trunks.ended[0]?.cause], [486, 1, 'congestion'])
})

test('what a carrier has said is not hidden by the next one that is full, and a full carrier is no full contract', async () => {
  const trunks = new TestTrunks([carrier('one'), carrier('two', { channels: 1, priority: 2 })])
  const failed = async (status: number) => {
    const caller = await trunks.dial(BERLIN, '11')
    trunks.userAgent.called.at(-1)?.refuse(status)
    await trunks.clock.advance(0)
    return caller
  }
  const first = await failed(503)
  trunks.userAgent.called.at(-1)?.answer('answer')
  await trunks.clock.advance(0)
  assert.equal(first.final, 200)
  const second = await failed(408)
  assert.deepEqual([second.final, trunks.tried, trunks.ended[0]?.cause], [480, ['one', 'two', 'one'], 'unreachable'])
})

test('TRK-06: a PBX is not told that the channels of its contract are in use when those of the carrier are', async () => {
  const trunks = new TestTrunks([FULL], TENANT, {}, new PaperTrunks(customerTrunk({ channels: 5 })))
  await trunks.dialFromPbx(BERLIN)
  const second = await trunks.dialFromPbx(BERLIN)
  await trunks.clock.advance(2000)
  assert.deepEqual([second.final, trunks.tried.length, trunks.ended[0]?.cause, trunks.refused], [486, 1, 'congestion', []])
})

test('a channel is free again when its call is over, or has failed', async () => {
  const trunks = new TestTrunks([FULL])
  const first = await talks(trunks)
  first.session.hangUp()
  await trunks.clock.advance(0)
  await trunks.dial(BERLIN)
  trunks.userAgent.called.at(-1)?.refuse(486)
  await trunks.clock.advance(0)
  assert.equal((await talks(trunks)).final, 200)
  assert.equal(inUse(trunks), 1)
})

test('calls that the carrier brings are counted with the others, and none of them is refused', async () => {
  const trunks = new TestTrunks([FULL, NEXT])
  trunks.answers = (call) => call.listenTo({ kind: 'signal', signal: 'beep' }, NOBODY)
  await trunks.callIn('one', { uri: OWN })
  await trunks.callIn('one', { uri: OWN })
  assert.deepEqual([trunks.inside.length, inUse(trunks)], [2, 2])
  await talks(trunks)
  assert.deepEqual(trunks.tried, ['two'])
})

const NOBODY = { tenantId: undefined, extensionId: undefined, number: '1', displayName: undefined }

test('EMG-01: a call for help over a full carrier ends the youngest ordinary call there, and no other', async () => {
  const trunks = new TestTrunks([carrier('one', { channels: 2 }), NEXT])
  const [oldest, youngest] = [await talks(trunks), await talks(trunks, '11')]
  const help = await talksTo112(trunks)
  assert.equal(help.final, 200)
  assert.deepEqual(trunks.tried, ['one', 'one', 'one'])
  assert.deepEqual([oldest.session.over, youngest.session.over], [false, true])
  assert.match(youngest.session.byeReason ?? '', /Network Preemption/)
})

test('EMG-01: a call that ends for a channel of the contract frees that of the carrier, too: no second one ends for it', async () => {
  const tenant = { ...TENANT, profile: { ...TENANT.profile, admission: { channels: { both: 2 } } } }
  const trunks = new TestTrunks([carrier('one', { channels: 2 })], tenant)
  const [oldest, youngest] = [await trunks.dial(BERLIN), await trunks.dial(BERLIN, '11')]
  for (const phone of trunks.userAgent.called) {
    phone.ring()
    // Its INVITE is not over yet when the one for help leaves.
    phone.obeysCancel = false
  }
  await talksTo112(trunks)
  assert.deepEqual([oldest.final, youngest.final], [undefined, 486])
})

test('EMG-01: however often help is called over a full carrier that ignores CANCEL, one ordinary call ends', async () => {
  const trunks = new TestTrunks([carrier('one', { channels: 3 })])
  const talking = [await talks(trunks), await talks(trunks, '11'), await talks(trunks)]
  const help = await trunks.dial('112', '11')
  for (let round = 0; round < 4; round++) {
    const tried = trunks.userAgent.called.at(-1)
    assert.ok(tried)
    tried.obeysCancel = false
    tried.heard = true
    await trunks.clock.advance(40_000)
  }
  assert.ok(trunks.tried.length >= 5, `${trunks.tried.length} tries`)
  assert.deepEqual(
    talking.map(({ session }) => session.over),
    [false, false, true],
  )
  help.cancel()
  for (const phone of trunks.userAgent.called.slice(3)) phone.refuse(487)
  await trunks.clock.advance(0)
  assert.equal(inUse(trunks), 2)
})

test('EMG-01: one who calls for help over that carrier is never ended for another', async () => {
  const trunks = new TestTrunks([FULL])
  const [first, second] = [await talksTo112(trunks), await talksTo112(trunks, '11')]
  assert.deepEqual([first.final, first.session.over, second.final], [200, false, 200])
})

async function talksTo112(trunks: TestTrunks, from = '10') {
  const caller = await trunks.dial('112', from)
  trunks.userAgent.called.at(-1)?.answer('answer')
  await trunks.clock.advance(0)
  return caller
}

test("the channels of a customer's own provider are its own matter", async () => {
  const own: OwnCarrier = { ...carrier('own', { channels: 1 }), tenantId: 'acme', siteId: 'cologne', alsoServes: [] }
  const site = { id: 'cologne', name: 'Köln', isMain: true, areaCode: '221', addresses: [], emergencyNumber: undefined }
  const tenant = { ...TENANT, sites: new Map([['cologne', site]]) }
  const trunks = new TestTrunks([], tenant, {}, undefined, { ownCarriers: { carrier: () => own, ofTenant: () => [own] } })
  trunks.ways.set('own', { targets: [{ protocol: 'UDP', remote: { address: '192.0.2.9', port: 5060 } }], route: [] })
  for (const from of ['10', '11']) assert.equal((await talks(trunks, from)).final, 200)
  assert.equal(inUse(trunks, 'own'), 0)
})
