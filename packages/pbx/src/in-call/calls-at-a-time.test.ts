import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DEFAULT_CALL_POLICY, DEFAULT_CALL_SETTINGS, type Forwarding } from '../call-settings/settings.ts'
import { TestPbx } from '../test-support/test-pbx.ts'

const ON_BUSY: Forwarding = {
  ...{ when: 'busy', to: { kind: 'extension', targetId: 'acme-14' }, active: true },
  ...{ callers: 'all', during: null, afterSeconds: null },
}

function setUp(maxCallsPerExtension: number | null, forwardings: readonly Forwarding[] = []): TestPbx {
  const extensions = new Map([['acme-10', { ...DEFAULT_CALL_SETTINGS, forwardings }]])
  const parts = { callSettings: { policy: DEFAULT_CALL_POLICY, extensions } }
  return new TestPbx([{ id: 'acme', extensions: ['10', '11', '12', '13', '14'], numbers: {}, profile: { maxCallsPerExtension }, parts }])
}

/** 10 talks to 11. */
async function talking(pbx: TestPbx) {
  const call = await pbx.dial('acme', '10', '11')
  pbx.phone().answer('answer of 11')
  await pbx.clock.advance(0)
  return call
}

test('one call more than allowed finds the extension busy, and the next one reaches it when it has hung up', async () => {
  const pbx = setUp(1)
  const call = await talking(pbx)
  assert.equal((await pbx.dial('acme', '12', '10')).final, 486)
  call.session.hangUp()
  await pbx.clock.advance(0)
  assert.equal((await pbx.dial('acme', '12', '10')).final, undefined)
})

test('its forwarding on busy applies', async () => {
  const pbx = setUp(1, [ON_BUSY])
  await talking(pbx)
  await pbx.dial('acme', '12', '10')
  assert.match(pbx.phone().invite.uri, /14@/)
})

test('it calls nobody else, and somebody else when a call is over', async () => {
  const pbx = setUp(1)
  const call = await talking(pbx)
  assert.equal((await pbx.dial('acme', '10', '12')).final, 486)
  call.session.hangUp()
  await pbx.clock.advance(0)
  assert.equal((await pbx.dial('acme', '10', '12')).final, undefined)
})

test('up to the limit it talks in several', async () => {
  const pbx = setUp(2)
  await talking(pbx)
  assert.equal((await pbx.dial('acme', '10', '12')).final, undefined)
})

for (const number of ['110', '112']) {
  test(`at the limit it still reaches ${number} (EMG-01)`, async () => {
    const pbx = setUp(1)
    await talking(pbx)
    await pbx.dial('acme', '10', number)
    assert.deepEqual(
      pbx.outside.map((call) => call.number),
      [number],
    )
  })
}

test('at the limit it still transfers', async () => {
  const pbx = setUp(1)
  const call = await talking(pbx)
  const refer = call.session.sendRefer({ uri: 'sip:12@acme.example' })
  await pbx.clock.advance(0)
  assert.match(pbx.phone().invite.uri, /12@/)
  pbx.phone().answer('answer of 12')
  await pbx.clock.advance(3000)
  assert.equal(refer.told.at(-1), 200)
})

test('without a limit nothing is counted', async () => {
  const pbx = setUp(null)
  await talking(pbx)
  assert.equal((await pbx.dial('acme', '12', '10')).final, undefined)
})

test('BIL-01: the package of an extension says how many calls it has at a time, whatever the product says', async () => {
  const extensions = ['10', '11', '12']
  const userPackages = [
    { id: 'basic', title: { de: 'Basis', en: 'Basic' }, limits: { maxCallsPerExtension: 1 } },
    { id: 'premium', title: { de: 'Premium', en: 'Premium' }, limits: { maxCallsPerExtension: null } },
  ]
  for (const [userPackage, final] of [
    ['basic', 486],
    ['premium', undefined],
  ] as const) {
    const profile = { maxCallsPerExtension: 2, userPackages }
    const pbx = new TestPbx([{ id: 'acme', extensions, numbers: {}, profile, packages: { '10': userPackage, '11': 'premium' } }])
    await talking(pbx)
    assert.equal((await pbx.dial('acme', '12', '10')).final, final, userPackage)
    assert.equal((await pbx.dial('acme', '10', '12')).final, final, userPackage)
  }
})
