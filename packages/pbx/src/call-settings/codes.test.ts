import assert from 'node:assert/strict'
import { test } from 'node:test'
import { TestPbx } from '../test-support/test-pbx.ts'
import { settingsFeatures } from './codes.ts'
import { callExtension } from './extension-call.ts'
import { ForwardsToItself } from './rules.ts'
import { type CallSettings, DEFAULT_CALL_SETTINGS, NO_CALL_SETTINGS } from './settings.ts'

/** A PBX whose settings are kept in memory, as the database would. */
function setUp(first: CallSettings = DEFAULT_CALL_SETTINGS) {
  let settings = first
  const features = settingsFeatures((_tenantId, extensionId, change) => {
    const next = change(settings)
    if (next.forwardings.some(({ to }) => 'targetId' in to && to.targetId === extensionId)) return Promise.reject(new ForwardsToItself())
    settings = next
    pbx.change('acme', { callSettings: { ...NO_CALL_SETTINGS, extensions: new Map([[extensionId, settings]]) } })
    return Promise.resolve()
  })
  const instead = { callSettings: { destinations: { targets: { extension: callExtension } }, features } }
  const pbx = new TestPbx([{ id: 'acme', extensions: ['10', '11'], numbers: { '+4922155500': '10' } }], { instead })
  return { pbx, now: () => settings }
}

/** Dials a code and hears what it says; the SIP status of the answer. */
async function dialCode(pbx: TestPbx, code: string): Promise<number | undefined> {
  return (await pbx.dialAndListen('acme', '10', code)).final
}

const MOBILE = { kind: 'external', number: '+491701234567' } as const
const COLLEAGUE = { kind: 'extension', targetId: 'acme-11' } as const

const forwardings = [
  ['*21', '#21', '*021', 'always'],
  ['*61', '#61', '*061', 'no-answer'],
  ['*62', '#62', '*062', 'not-registered'],
  ['*67', '#67', '*067', 'busy'],
] as const
for (const [on, off, otherOff, when] of forwardings) {
  test(`CALL-03: ${on} with a number forwards "${when}", ${off} and ${otherOff} end it, ${on} alone begins again`, async () => {
    const { pbx, now } = setUp()
    assert.equal(await dialCode(pbx, `${on}*01701234567#`), 200)
    assert.partialDeepStrictEqual(now().forwardings, [{ when, to: MOBILE, active: true }])
    for (const code of [off, otherOff]) {
      assert.equal(await dialCode(pbx, code), 200)
      assert.equal(now().forwardings[0]?.active, false)
      assert.equal(await dialCode(pbx, on), 200)
      assert.equal(now().forwardings[0]?.active, true)
    }
    assert.equal(await dialCode(pbx, `${on}11`), 200)
    assert.partialDeepStrictEqual(now().forwardings, [{ to: COLLEAGUE, active: true }])
    assert.equal(now().forwardings.length, 1)
  })
}

test('CALL-03: one code ends all forwardings', async () => {
  const { pbx, now } = setUp()
  for (const code of ['*2111', '*6711', '#20']) await dialCode(pbx, code)
  assert.deepEqual(
    now().forwardings.map(({ active }) => active),
    [false, false],
  )
})

const switches: readonly (readonly [on: string, off: string, of: (settings: CallSettings) => boolean])[] = [
  ['*26', '#26', ({ doNotDisturb }) => doNotDisturb],
  ['*28', '#28', ({ rejectAnonymous }) => rejectAnonymous],
  ['*32', '#32', ({ hideNumber }) => hideNumber],
  ['*43', '#43', ({ callWaiting }) => callWaiting],
  ['*24', '#24', ({ alsoRing }) => alsoRing.active],
  ['*25', '#25', ({ followMe }) => followMe.active],
]
for (const [on, off, of] of switches) {
  test(`CALL-04, CLI-01: ${on} switches on, ${off} and ${off.replace('#', '*0')} switch off`, async () => {
    const { pbx, now } = setUp()
    for (const code of [off, off.replace('#', '*0')]) {
      assert.equal(await dialCode(pbx, on), 200)
      assert.equal(of(now()), true)
      assert.equal(await dialCode(pbx, code), 200)
      assert.equal(of(now()), false)
    }
  })
}

const denied: readonly (readonly [what: string, dialled: string])[] = [
  ['a forwarding that never led anywhere', '*21'],
  ['a forwarding to an emergency number', '*21112'],
  ['a forwarding to itself', '*2110'],
  ['a forwarding to nobody', '*2199'],
]
for (const [what, dialled] of denied) {
  test(`${what} is denied with 403, and nothing changes`, async () => {
    const { pbx, now } = setUp()
    assert.equal(await dialCode(pbx, dialled), 403)
    assert.ok(pbx.steps.includes('denied'))
    assert.deepEqual(pbx.announced, ['de/not-possible'])
    assert.deepEqual(now(), DEFAULT_CALL_SETTINGS)
  })
}

test('a switch says what it did and hangs up, and is noted', async () => {
  const { pbx } = setUp()
  await dialCode(pbx, '*26')
  await dialCode(pbx, '#26')
  assert.deepEqual(pbx.announced, ['de/switched-on', 'de/switched-off'])
  assert.deepEqual(pbx.steps, ['feature', 'confirmed'])
})

test('CALL-01: *66 calls the last number again', async () => {
  const { pbx } = setUp()
  await pbx.dial('acme', '10', '0302312500')
  await pbx.dial('acme', '10', '*66')
  assert.deepEqual(
    pbx.outside.map(({ number }) => number),
    ['+49302312500', '+49302312500'],
  )
  assert.equal((await pbx.dialAndListen('acme', '11', '*66')).final, 404, 'an extension that has dialled nothing')
})
