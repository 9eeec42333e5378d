import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PaperCaller, PaperPhone } from '@klinke/testbed'
import { DEFAULT_CALL_SETTINGS, NO_CALL_SETTINGS } from '../call-settings/settings.ts'
import { TestPbx } from '../test-support/test-pbx.ts'
import { secretariatFeatures } from './codes.ts'
import { FilteredCalls } from './filtered-calls.ts'
import { DEFAULT_SECRETARIAT_SETTINGS, type FilteredCall, isFiltered, type Secretariat, type SecretariatSettings } from './rules.ts'
import { secretaryFlow } from './secretary-call.ts'

const BOSS = 'acme-11'
const RING_SECONDS = 15

function secretariat(settings: Partial<SecretariatSettings> = {}, active = true): Secretariat {
  const all = { ...DEFAULT_SECRETARIAT_SETTINGS, ringSeconds: RING_SECONDS, ...settings }
  return { bossId: BOSS, secretaries: ['acme-12', 'acme-13'], active, settings: all }
}

/** 11 is the boss of 12 and 13. */
function setUp(first: Secretariat = secretariat()): TestPbx {
  const filtered = new FilteredCalls()
  const change = (_tenantId: string, bossId: string, active: boolean): Promise<void> => {
    const before = pbx.directory().tenant('acme')?.secretariats.get(bossId) ?? first
    pbx.change('acme', { secretariats: new Map([[bossId, { ...before, active }]]) })
    return Promise.resolve()
  }
  const instead = {
    secretariats: { destinations: { targets: { secretariat: secretaryFlow(filtered) } }, features: secretariatFeatures(change, filtered) },
  }
  const tenant = { id: 'acme', extensions: ['10', '11', '12', '13', '14'], numbers: {}, parts: { secretariats: new Map([[BOSS, first]]) } }
  const pbx: TestPbx = new TestPbx([tenant], { instead })
  return pbx
}

function called(pbx: TestPbx): readonly string[] {
  return pbx.phones.map(({ invite }) => invite.uri.replace(/sip:(.*)@.*/, '$1'))
}

async function answered(pbx: TestPbx, phone: PaperPhone | undefined): Promise<void> {
  phone?.answer(`answer of ${phone.invite.uri}`)
  await pbx.clock.advance(0)
}

/** 10 calls the boss and 12 answers. */
async function talking(pbx: TestPbx): Promise<{ readonly caller: PaperCaller; readonly secretary: PaperPhone }> {
  const caller = await pbx.dial('acme', '10', '11')
  const [secretary] = pbx.phones
  assert.ok(secretary)
  await answered(pbx, secretary)
  return { caller, secretary }
}

const from = (number: string, extensionId?: string) => ({ tenantId: 'acme', extensionId, number, displayName: undefined })
const internal: FilteredCall = { from: from('10', 'acme-10'), internal: true, forwards: [] }
const external: FilteredCall = { from: from('+4930123456'), internal: false, forwards: [] }

const rows: readonly (readonly [what: string, Partial<SecretariatSettings>, FilteredCall, boolean])[] = [
  ['an internal call', {}, internal, true],
  ['an external call', {}, external, true],
  ["a secretary's call", {}, { ...internal, from: from('12', 'acme-12') }, false],
  ["the boss's own call from another phone", {}, { ...internal, from: from('11', BOSS) }, false],
  ['an internal call, external ones filtered', { callers: 'external' }, internal, false],
  ['an external call, external ones filtered', { callers: 'external' }, external, true],
  ['an external call, internal ones filtered', { callers: 'internal' }, external, false],
  ['an extension on the bypass list', { bypass: ['10'] }, internal, false],
  ['a number on the bypass list', { bypass: ['+4930123456'] }, external, false],
  ['the beginning of a number on the bypass list', { bypass: ['+4930*'] }, external, false],
  ['another number', { bypass: ['+4989*', '11'] }, external, true],
  ['a call that the boss has forwarded before', {}, { ...external, forwards: [{ extensionId: BOSS }] }, false],
  ['a call that the secretaries have not answered', {}, { ...external, unansweredFor: BOSS }, false],
]
for (const [what, settings, call, filtered] of rows) {
  test(`CALL-05: ${what} ${filtered ? 'goes to the secretaries' : 'reaches the boss'}`, () => {
    assert.equal(isFiltered(new Map([[BOSS, secretariat(settings)]]), BOSS, call), filtered)
  })
}

test('CALL-05: with the filter off, and for extensions without one, nothing is filtered', () => {
  assert.equal(isFiltered(new Map([[BOSS, secretariat({}, false)]]), BOSS, internal), false)
  assert.equal(isFiltered(new Map([[BOSS, secretariat()]]), 'acme-14', internal), false)
})

test('CALL-05: the secretaries ring together, see for whom, and the first one talks to the caller', async () => {
  const pbx = setUp()
  const caller = await pbx.dial('acme', '10', '11')
  assert.deepEqual(called(pbx), ['12', '13'])
  const [first, second] = pbx.phones
  const headers = first?.invite.headers ?? []
  assert.equal(first?.invite.from, '"für Extension 11: Extension 10" <sip:10@acme.example>')
  assert.match(headers.find(([name]) => name === 'Diversion')?.[1] ?? '', /sip:11@acme\.example.*reason=unconditional/)
  assert.match(headers.findLast(([name]) => name === 'History-Info')?.[1] ?? '', /sip:12@acme\.example/)
  await answered(pbx, second)
  assert.equal(first?.over, true)
  assert.equal(caller.final, 200)
  caller.session.hangUp()
  await pbx.clock.advance(0)
  assert.equal(second?.session.over, true)
  assert.equal(pbx.ended.length, 1)
  assert.equal(pbx.media.opened, 0)
})

test('CALL-05: the filter goes before forwardings and do not disturb of the boss, but not before callers that the boss rejects', async () => {
  const pbx = setUp()
  const settings = { ...DEFAULT_CALL_SETTINGS, doNotDisturb: true, rejectedCallers: ['14'] }
  pbx.change('acme', { callSettings: { ...NO_CALL_SETTINGS, extensions: new Map([[BOSS, settings]]) } })
  await pbx.dial('acme', '10', '11')
  assert.deepEqual(called(pbx), ['12', '13'])
  await pbx.dialAndListen('acme', '14', '11')
  assert.deepEqual(called(pbx), ['12', '13'])
})

test('CALL-05: a secretary that is not to be disturbed or not signed in is left out', async () => {
  const pbx = setUp()
  pbx.unregistered.add('12@acme.example')
  await pbx.dial('acme', '10', '11')
  assert.deepEqual(called(pbx), ['13'])
})

const absences: readonly (readonly [what: string, (pbx: TestPbx) => Promise<void>])[] = [
  ['do not answer', (pbx) => pbx.clock.advance(RING_SECONDS * 1000)],
  [
    'are busy',
    async (pbx) => {
      for (const phone of pbx.phones) phone.refuse(486)
      await pbx.clock.advance(0)
    },
  ],
]
for (const [what, fail] of absences) {
  test(`CALL-05: secretaries that ${what}: the boss rings, or any destination, or the caller is told`, async () => {
    const toBoss = setUp()
    const caller = await toBoss.dial('acme', '10', '11')
    await fail(toBoss)
    assert.deepEqual(called(toBoss), ['12', '13', '11'])
    assert.equal(toBoss.phone().invite.from, '"Extension 10" <sip:10@acme.example>')
    await answered(toBoss, toBoss.phone())
    assert.equal(caller.final, 200)

    const elsewhere = setUp(secretariat({ whenAbsent: { kind: 'extension', targetId: 'acme-14' } }))
    await elsewhere.dial('acme', '10', '11')
    await fail(elsewhere)
    assert.deepEqual(called(elsewhere), ['12', '13', '14'])

    const nowhere = setUp(secretariat({ whenAbsent: null }))
    const refused = await nowhere.dial('acme', '10', '11')
    await fail(nowhere)
    assert.equal(refused.final, what === 'are busy' ? 486 : 480)
  })
}

test('CALL-05: no secretary signed in: the boss rings at once', async () => {
  const pbx = setUp()
  for (const number of ['12', '13']) pbx.unregistered.add(`${number}@acme.example`)
  await pbx.dial('acme', '10', '11')
  assert.deepEqual(called(pbx), ['11'])
})

test('CALL-05: two bosses who are secretaries of each other and absent: the call does not go round', async () => {
  const pbx = setUp(secretariat({ whenAbsent: { kind: 'extension', targetId: 'acme-12' } }))
  const other = { ...secretariat({ whenAbsent: { kind: 'extension', targetId: BOSS } }), bossId: 'acme-12', secretaries: [BOSS] }
  pbx.change('acme', { secretariats: new Map([...(pbx.directory().tenant('acme')?.secretariats ?? []), ['acme-12', other]]) })
  for (const number of ['11', '12', '13']) pbx.unregistered.add(`${number}@acme.example`)
  assert.equal((await pbx.dial('acme', '10', '11')).final, 480)
})

test('CALL-05: the filter is switched by the boss or a secretary, who hears so', async () => {
  const pbx = setUp(secretariat({}, false))
  const active = () => pbx.directory().tenant('acme')?.secretariats.get(BOSS)?.active
  const codes: readonly (readonly [who: string, code: string, said: string, after: boolean])[] = [
    ['11', '*48', 'de/filter-on', true],
    ['12', '#48', 'de/filter-off', false],
    ['13', '*4811', 'de/filter-on', true],
    ['11', '*048', 'de/filter-off', false],
  ]
  for (const [who, code, said, after] of codes) {
    assert.equal((await pbx.dialAndListen('acme', who, code)).final, 200)
    assert.equal(pbx.announced.at(-1), said)
    assert.equal(active(), after)
  }
})

test('CALL-05: nobody else switches the filter', async () => {
  const pbx = setUp(secretariat({}, false))
  for (const [who, code] of [
    ['10', '*48'],
    ['10', '*4811'],
    ['12', '*4814'],
  ] as const) {
    assert.equal((await pbx.dialAndListen('acme', who, code)).final, 403)
  }
  assert.equal(pbx.directory().tenant('acme')?.secretariats.get(BOSS)?.active, false)
})

test('CALL-05: the boss takes a call that rings at the secretaries', async () => {
  const pbx = setUp()
  const caller = await pbx.dial('acme', '10', '11')
  const boss = await pbx.dial('acme', '11', '*49')
  assert.deepEqual([boss.final, caller.final], [200, 200])
  assert.deepEqual(
    pbx.phones.map(({ over }) => over),
    [true, true],
  )
  caller.session.hangUp()
  await pbx.clock.advance(0)
  assert.equal(boss.session.over, true)
  assert.equal(pbx.media.opened, 0)
})

test('CALL-05: the boss takes the caller that a secretary talks to; her phone is free', async () => {
  const pbx = setUp()
  const { caller, secretary } = await talking(pbx)
  const boss = await pbx.dial('acme', '11', '*49')
  await pbx.clock.advance(0)
  assert.equal(boss.final, 200)
  assert.deepEqual([caller.session.over, secretary.session.over, boss.session.over], [false, true, false])
  boss.session.hangUp()
  await pbx.clock.advance(0)
  assert.equal(caller.session.over, true)
  assert.equal(pbx.ended.length, 2)
  assert.equal(pbx.media.opened, 0)
})

test("CALL-05: a secretary's other calls are not the boss's, nor are the boss's calls others'", async () => {
  const pbx = setUp()
  const own = await pbx.dial('acme', '10', '12')
  await answered(pbx, pbx.phone())
  assert.equal((await pbx.dialAndListen('acme', '11', '*49')).final, 480)
  assert.deepEqual(pbx.announced, ['de/nothing-to-take'])
  assert.equal(own.session.over, false)
  const { caller } = await talkingBeside(pbx)
  for (const who of ['14', '13']) assert.equal((await pbx.dialAndListen('acme', who, '*49')).final, 480)
  assert.equal(caller.session.over, false)
})

/** 14 calls the boss, 13 answers. */
async function talkingBeside(pbx: TestPbx): Promise<{ readonly caller: PaperCaller }> {
  const caller = await pbx.dial('acme', '14', '11')
  await answered(pbx, pbx.phone())
  return { caller }
}

test('CALL-05: a call that is over cannot be taken', async () => {
  const pbx = setUp()
  const { caller } = await talking(pbx)
  caller.session.hangUp()
  await pbx.clock.advance(0)
  assert.equal((await pbx.dialAndListen('acme', '11', '*49')).final, 480)
})

test('CALL-05: the secretary sends the caller to the boss though the filter is on', async () => {
  const pbx = setUp()
  const { caller, secretary } = await talking(pbx)
  secretary.session.sendRefer({ uri: 'sip:11@acme.example' })
  await pbx.clock.advance(0)
  assert.equal(called(pbx).at(-1), '11')
  assert.equal(pbx.phone().invite.from, '"Extension 10" <sip:10@acme.example>')
  await answered(pbx, pbx.phone())
  assert.equal(caller.session.over, false)
})

test('CALL-05: the secretary asks the boss and connects both though the filter is on', async () => {
  const pbx = setUp()
  const { caller, secretary } = await talking(pbx)
  const consulted = await pbx.dial('acme', '12', '11')
  assert.equal(called(pbx).at(-1), '11')
  const boss = pbx.phone()
  await answered(pbx, boss)
  const replaces = { callId: consulted.session.callId, toTag: 'exchange', fromTag: 'peer', earlyOnly: false, params: [] }
  const refer = secretary.session.sendRefer({ uri: 'sip:11@acme.example', replaces })
  await pbx.clock.advance(0)
  assert.equal(refer.told.at(-1), 200)
  assert.deepEqual([caller.session.over, boss.session.over, secretary.session.over], [false, false, true])
  boss.session.hangUp()
  await pbx.clock.advance(0)
  assert.equal(caller.session.over, true)
  assert.equal(pbx.media.opened, 0)
})

test('CALL-05: the secretary vanishes in the middle of a take-over: the caller has the boss all the same', async () => {
  const pbx = setUp()
  const { caller, secretary } = await talking(pbx)
  const taking = pbx.dial('acme', '11', '*49')
  secretary.session.hangUp()
  const boss = await taking
  await pbx.clock.advance(0)
  assert.deepEqual([boss.session.over, caller.session.over], [false, false])
  caller.session.hangUp()
  await pbx.clock.advance(0)
  assert.equal(boss.session.over, true)
  assert.equal(pbx.ended.length, 2)
  assert.equal(pbx.media.opened, 0)
})

test('CALL-05: while the secretary asks the boss by code there is nothing to take; she connects the two', async () => {
  const pbx = setUp()
  const { caller, secretary } = await talking(pbx)
  const [call] = pbx.live.ofTenant('acme')
  const leg = call?.legs.find(({ party, state }) => party.number === '12' && state === 'answered')
  for (const keys of ['*2', '11#']) {
    for (const key of keys) leg?.digits.pressed(key, 'info')
    await pbx.clock.advance(0)
  }
  const boss = pbx.phone()
  assert.equal(called(pbx).at(-1), '11')
  await answered(pbx, boss)
  assert.equal((await pbx.dialAndListen('acme', '11', '*49')).final, 480)
  assert.deepEqual([caller.session.over, secretary.session.over, boss.session.over], [false, false, false])
  secretary.session.hangUp()
  await pbx.clock.advance(0)
  assert.deepEqual([caller.session.over, boss.session.over], [false, false])
  boss.session.hangUp()
  await pbx.clock.advance(0)
  assert.equal(caller.session.over, true)
})

test('CALL-05: two phones of the boss that take the same caller at once: one has it, the other is over', async () => {
  const pbx = setUp()
  const { caller, secretary } = await talking(pbx)
  const takers = await Promise.all(['*49', '*49'].map((code) => pbx.dial('acme', '11', code)))
  await pbx.clock.advance(0)
  await pbx.hearOut()
  const talks = takers.filter(({ final, session }) => final === 200 && !session.over)
  assert.equal(talks.length, 1)
  assert.deepEqual([caller.session.over, secretary.session.over], [false, true])
  talks[0]?.session.hangUp()
  await pbx.clock.advance(60_000)
  assert.equal(caller.session.over, true)
  assert.equal(pbx.live.ofTenant('acme').length, 0)
  assert.equal(pbx.media.opened, 0)
})
