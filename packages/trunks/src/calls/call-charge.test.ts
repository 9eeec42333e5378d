import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Site, TenantSnapshot } from '@klinke/accounts'
import type { CallCharge } from '@klinke/calls'
import type { EnumAnswer } from '../enum/enum-lookup.ts'
import { customerTrunk, PaperTrunks } from '../test-support/customer-trunks.ts'
import { GuardWorld } from '../test-support/guard-world.ts'
import { carrier, TENANT, TestTrunks } from '../test-support/test-trunks.ts'

const [HEAD, OWN, NUMBER] = ['+4922155500', '+4922155501', '+493023125000']
const SITE: Site = { id: 'mainz', name: 'Mainz', isMain: true, areaCode: '6131', addresses: [], emergencyNumber: undefined }
const AT_SITES: TenantSnapshot = { ...TENANT, sites: new Map([[SITE.id, SITE]]) }
const LISTED: EnumAnswer = {
  kind: 'listed',
  places: [{ uri: 'sip:info@holder.example', targets: [{ protocol: 'UDP', remote: { address: '203.0.113.7', port: 5060 } }] }],
}
const enumLookup = { find: () => Promise.resolve(LISTED) }

function world(more: ConstructorParameters<typeof TestTrunks>[4] = {}): TestTrunks {
  return new TestTrunks([carrier('one')], AT_SITES, {}, new PaperTrunks(customerTrunk({})), more)
}

/** The last call is answered, and hung up a second later. */
async function talked(trunks: TestTrunks): Promise<CallCharge | undefined> {
  await trunks.clock.advance(2_000)
  trunks.userAgent.called.at(-1)?.answer('answer')
  await trunks.clock.advance(1_000)
  trunks.userAgent.called.at(-1)?.session.hangUp()
  await trunks.clock.advance(0)
  return trunks.ended.at(-1)?.charge
}

test('CLI-02: a call over a carrier says who pays, for whom it is, and since when somebody outside has answered', async () => {
  const trunks = world()
  await trunks.dial(NUMBER)
  const began = trunks.clock.epochMs()
  assert.deepEqual(await talked(trunks), {
    ...{ way: 'carrier', origin: 'own', billed: OWN, extensionId: 'acme-10', siteId: 'mainz' },
    connectedAtMs: began + 2_000,
  })
})

test('a call that nobody outside answers has no time from which it costs anything', async () => {
  const trunks = world()
  await trunks.dial(NUMBER)
  trunks.userAgent.called[0]?.refuse(486)
  await trunks.clock.advance(0)
  assert.equal(trunks.ended[0]?.charge?.connectedAtMs, null)
})

test('BIL-05: what a setting leads outside is a forwarded leg', async () => {
  const trunks = world()
  trunks.wanted = { isLed: true }
  await trunks.dial(NUMBER)
  assert.equal((await talked(trunks))?.origin, 'forwarded')
})

test("a PBX's call names its trunk and the number that pays", async () => {
  const trunks = world()
  await trunks.dialFromPbx(NUMBER)
  const { way, trunkId, billed, extensionId } = (await talked(trunks)) ?? {}
  assert.deepEqual([way, trunkId, billed, extensionId], ['carrier', 't1', HEAD, undefined])
})

test('TRK-14: a call to where ENUM says is one by enum, also of a PBX', async () => {
  const trunks = world({ enumLookup })
  await trunks.dial(NUMBER)
  assert.equal((await talked(trunks))?.way, 'enum')
  await trunks.dialFromPbx(NUMBER)
  assert.equal(trunks.userAgent.called.at(-1)?.invite.uri, 'sip:info@holder.example')
  const charge = await talked(trunks)
  assert.deepEqual([charge?.way, charge?.trunkId], ['enum', 't1'])
})

test('where the place that ENUM names fails, the record says that a carrier was used in the end', async () => {
  const trunks = world({ enumLookup })
  await trunks.dial(NUMBER)
  trunks.userAgent.called[0]?.refuse(503)
  await trunks.clock.advance(0)
  assert.equal((await talked(trunks))?.way, 'carrier')
})

test("TRK-14: a PBX's call to another customer stays inside and costs nothing", async () => {
  const trunks = world()
  const bolt = { ...TENANT, id: 'bolt', numbers: new Map([['+4922166600', { e164: '+4922166600' }]]) }
  trunks.others.set('+4922166600', bolt)
  await trunks.dialFromPbx('+4922166600')
  await trunks.clock.advance(0)
  const [charge] = trunks.ended.flatMap(({ charge: own }) => own ?? [])
  assert.deepEqual(charge, { way: 'on-net', origin: 'own', billed: HEAD, trunkId: 't1', siteId: 'mainz' })
})

test('calls for help are rated by nobody', async () => {
  const trunks = world()
  await trunks.dial('112')
  assert.equal(await talked(trunks), undefined)
})

test('TRK-14: what ENUM finds uses up nothing of a day, and goes when the day has nothing left; the carrier behind it does not', async () => {
  const guarded = new GuardWorld({ limits: { minutesPerDay: 0 } })
  const trunks = world({ enumLookup, guard: guarded.guard })
  const caller = await trunks.dial(NUMBER)
  assert.equal(trunks.userAgent.called.length, 1)
  trunks.userAgent.called[0]?.answer('answer')
  await trunks.clock.advance(600_000)
  assert.equal(
    guarded.guard.today({ ...AT_SITES, profile: TENANT.profile }).counters.used('minutesPerDay', undefined, trunks.clock.epochMs()),
    0,
  )
  caller.session.hangUp()
  await trunks.clock.advance(0)
  const limited = new TestTrunks(
    [carrier('one')],
    { ...TENANT, profile: { ...TENANT.profile, guard: { limits: { minutesPerDay: 0 } } } },
    {},
    undefined,
    { enumLookup, guard: guarded.guard },
  )
  const refused = await limited.dial(NUMBER)
  limited.userAgent.called[0]?.refuse(503)
  await limited.clock.advance(0)
  assert.deepEqual([limited.userAgent.called.length, refused.final], [1, 403])
})
