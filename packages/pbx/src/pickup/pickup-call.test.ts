import assert from 'node:assert/strict'
import { test } from 'node:test'
import { below, seededRandom } from '@klinke/foundation'
import type { PaperPhone } from '@klinke/testbed'
import { TestPbx } from '../test-support/test-pbx.ts'
import type { Pickup } from './rules.ts'

const GROUPS: Pickup['groupsOf'] = new Map([
  ['acme-11', new Set(['sales'])],
  ['acme-12', new Set(['sales', 'office'])],
  ['acme-13', new Set(['office'])],
])

function setUp(directed: Pickup['directed'] = 'everyone'): TestPbx {
  const extensions = Array.from({ length: 20 }, (_, index) => String(10 + index))
  const tenants = [
    { id: 'acme', extensions, numbers: {}, parts: { pickup: { directed, groupsOf: GROUPS } } },
    { id: 'bolt', extensions: ['11', '50'], numbers: {} },
  ]
  return new TestPbx(tenants)
}

/** 10 calls `number`, whose phone rings. */
async function ringing(pbx: TestPbx, number: string): Promise<PaperPhone> {
  await pbx.dial('acme', '10', number)
  pbx.phone().ring()
  await pbx.clock.advance(0)
  return pbx.phone()
}

test('CALL-02: a colleague answers the phone of another extension by code and number, which stops ringing without a missed call', async () => {
  const pbx = setUp()
  const caller = await pbx.dial('acme', '10', '11')
  const phone = pbx.phone()
  phone.ring()
  await pbx.clock.advance(0)
  const picker = await pbx.dial('acme', '12', '*8011')
  assert.deepEqual([caller.final, picker.final], [200, 200])
  assert.equal(phone.cancelReason, 'SIP;cause=200;text="Call completed elsewhere"')
  caller.session.hangUp()
  await pbx.clock.advance(0)
  assert.equal(picker.session.over, true)
  assert.equal(pbx.ended.length, 2)
})

const refusals: readonly (readonly [what: string, by: string, code: string, directed: Pickup['directed'], status: number])[] = [
  ['a phone that does not ring', '12', '*8013', 'everyone', 480],
  ['an extension that nobody has', '12', '*8077', 'everyone', 404],
  ['a phone outside the own groups, where only groups may', '13', '*8011', 'groups', 403],
  ['a phone of a colleague, where nobody may', '12', '*8011', 'nobody', 403],
  ['in a group without being in one', '14', '*81', 'everyone', 403],
  ['in a group in which nothing rings', '13', '*81', 'everyone', 480],
]
for (const [what, by, code, directed, status] of refusals) {
  test(`CALL-02: picking up ${what} gives ${status}, and the other phone rings on`, async () => {
    const pbx = setUp(directed)
    const phone = await ringing(pbx, '11')
    assert.equal((await pbx.dialAndListen('acme', by, code)).final, status)
    assert.equal(phone.over, false)
  })
}

for (const code of ['*8011', '*81']) {
  test(`CALL-02: who dials ${code} where nothing rings hears so before the answer, then 480`, async () => {
    const pbx = setUp()
    const caller = await pbx.dial('acme', '12', code)
    assert.deepEqual([pbx.announced, caller.final], [['de/nothing-rings'], undefined])
    await pbx.hearOut()
    assert.deepEqual(
      caller.responses.map((response) => response.slice(0, 3)),
      ['183', '480'],
    )
  })
}

test('CALL-02: in a group the phone that has been ringing for longest is answered, then the next', async () => {
  const pbx = setUp()
  const first = await ringing(pbx, '11')
  await pbx.clock.advance(3000)
  const second = await ringing(pbx, '13')
  assert.equal((await pbx.dial('acme', '12', '*81')).final, 200)
  assert.deepEqual([first.over, second.over], [true, false])
  assert.equal((await pbx.dial('acme', '12', '*81')).final, 200)
  assert.equal(second.over, true)
})

test('a phone of another tenant is not there, whatever its number', async () => {
  const pbx = setUp()
  const phone = await ringing(pbx, '11')
  assert.equal((await pbx.dialAndListen('bolt', '50', '*8011')).final, 480)
  assert.equal(phone.over, false)
})

for (const seed of [1, 2, 3]) {
  test(`CALL-02: of ten phones that pick up at once, by code or key, one is connected, the others are told 486 unanswered (seed ${seed})`, async () => {
    const random = seededRandom(seed)
    const pbx = setUp()
    const phone = await ringing(pbx, '11')
    const pickers = await Promise.all(
      Array.from({ length: 10 }, (_, index) => {
        const byKey = below(random, 2) === 0
        return pbx.dial('acme', String(12 + index), byKey ? '11' : '*8011', [], byKey ? { kind: 'calling', invite: phone } : undefined)
      }),
    )
    await pbx.clock.advance(0)
    const told = pickers.filter(({ final }) => final === undefined).length
    assert.deepEqual(pbx.announced, Array<string>(told).fill('de/call-gone'))
    await pbx.hearOut()
    const statuses = pickers.map(({ final }) => final)
    assert.deepEqual(statuses.sort(), [200, ...Array<number>(9).fill(486)])
    assert.equal(phone.over, true)
  })
}

for (const code of ['*8011', '*81']) {
  test(`CALL-02: who dials ${code} a moment too late hears before the answer that the call is taken, then 486; later on, that nothing rings`, async () => {
    const pbx = setUp()
    const phone = await ringing(pbx, '11')
    phone.answer('answer')
    await pbx.clock.advance(4000)
    const late = await pbx.dial('acme', '12', code)
    assert.deepEqual([pbx.announced, late.final], [['de/call-gone'], undefined])
    await pbx.hearOut()
    assert.equal(late.final, 486)
    await pbx.clock.advance(2000)
    assert.equal((await pbx.dialAndListen('acme', '12', code)).final, 480)
  })
}

const replacing: readonly (readonly [what: string, by: string, directed: Pickup['directed'], status: number])[] = [
  ['a colleague', '14', 'everyone', 200],
  ['a member of its group', '12', 'groups', 200],
  ['somebody outside its groups', '13', 'groups', 403],
  ['another phone of the same extension', '11', 'nobody', 200],
]
for (const [what, by, directed, status] of replacing) {
  test(`CALL-02: ${what} that presses the key beside the lamp of a ringing phone gets ${status} where ${directed} may`, async () => {
    const pbx = setUp(directed)
    const phone = await ringing(pbx, '11')
    const picker = await pbx.dial('acme', by, '11', [], { kind: 'calling', invite: phone })
    assert.equal(picker.final, status)
    assert.equal(phone.over, status === 200)
  })
}

test('nobody takes the place of somebody else in a conversation, but every extension goes on at another device of its own', async () => {
  const pbx = setUp()
  const phone = await ringing(pbx, '11')
  phone.answer('answer')
  await pbx.clock.advance(0)
  assert.equal((await pbx.dial('acme', '12', '11', [], { kind: 'session', session: phone.session })).final, 403)
  assert.equal((await pbx.dial('acme', '11', '11', [], { kind: 'session', session: phone.session })).final, 200)
  assert.equal(phone.session.over, true)
})
