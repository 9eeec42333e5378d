import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type CallSettings, DEFAULT_CALL_SETTINGS, NO_CALL_SETTINGS } from '../call-settings/settings.ts'
import { TestPbx } from '../test-support/test-pbx.ts'
import { inCallCodesOf } from './in-call-codes.ts'

const PRODUCT = { transfer: '*2', back: '*3', toggle: '*4', conference: '*5' }

function setUp(codes: ReadonlyMap<string, readonly string[]> = new Map(), settings: Partial<CallSettings> = {}): TestPbx {
  const callSettings = { ...NO_CALL_SETTINGS, extensions: new Map([['acme-11', { ...DEFAULT_CALL_SETTINGS, ...settings }]]) }
  return new TestPbx([{ id: 'acme', extensions: ['10', '11', '12'], numbers: {}, parts: { featureCodes: codes, callSettings } }])
}

const rows: readonly (readonly [what: string, codes: ReadonlyMap<string, readonly string[]>, expected: object])[] = [
  ["the product's codes", new Map(), PRODUCT],
  ['a code of its own', new Map([['in-call-transfer', ['*9']]]), { ...PRODUCT, transfer: '*9' }],
  ['the first of several', new Map([['in-call-toggle', ['*7', '*8']]]), { ...PRODUCT, toggle: '*7' }],
]
for (const [what, codes, expected] of rows) {
  test(`CALL-01: calls are led with ${what}`, () => {
    const tenant = setUp(codes).directory().tenant('acme')
    assert.ok(tenant)
    assert.deepEqual(inCallCodesOf(tenant), expected)
  })
}

test("CALL-01: an extension presses its tenant's code, dials, and connects the other party by hanging up", async () => {
  const pbx = setUp(new Map([['in-call-transfer', ['*9']]]))
  const caller = await pbx.dial('acme', '10', '11')
  const first = pbx.phone()
  first.answer('answer')
  await pbx.clock.advance(0)
  const [call] = pbx.live.ofTenant('acme')
  for (const keys of ['*9', '12#']) {
    for (const key of keys) call?.caller?.digits.pressed(key, 'info')
    await pbx.clock.advance(0)
  }
  const [, second] = pbx.phones
  assert.equal(second?.invite.uri, 'sip:12@acme.example')
  second?.answer('answer')
  await pbx.clock.advance(0)
  caller.session.hangUp()
  await pbx.clock.advance(0)
  assert.deepEqual([first.session.over, second?.session.over], [false, false])
})

for (const callWaiting of [true, false]) {
  test(`CALL-01: with call waiting ${callWaiting ? 'on a second call rings' : 'off a second call is busy until the first is over'}`, async () => {
    const pbx = setUp(new Map(), { callWaiting })
    const first = await pbx.dial('acme', '10', '11')
    pbx.phone().answer('answer')
    await pbx.clock.advance(0)
    assert.equal((await pbx.dial('acme', '12', '11')).final, callWaiting ? undefined : 486)
    first.session.hangUp()
    await pbx.clock.advance(0)
    assert.equal((await pbx.dial('acme', '12', '11')).final, undefined)
  })
}
