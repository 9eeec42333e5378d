import assert from 'node:assert/strict'
import { test } from 'node:test'
import { silentLogger } from '@klinke/foundation'
import { DEFAULT_HOT_DESK_SETTINGS, hotDeskingOf } from '../hot-desking/hot-desks.ts'
import { ExtensionPins } from '../pins/extension-pins.ts'
import { TestPbx } from '../test-support/test-pbx.ts'
import { phoneLockFeatures } from './phone-lock.ts'

const PIN = '4711'
const NUMBER = '+49302312500'

/** Extension 10 has a PIN, 11 none. */
function setUp(): TestPbx {
  const clock = { nowMs: () => pbx.clock.nowMs(), epochMs: () => pbx.clock.nowMs(), after: () => ({ cancel: () => undefined }) }
  const features = phoneLockFeatures(new ExtensionPins({ clock, logger: silentLogger, isPin: async (pin, stored) => pin === stored }))
  const hotDesking = hotDeskingOf([], new Map([['acme-10', PIN]]), DEFAULT_HOT_DESK_SETTINGS)
  const acme = { id: 'acme', extensions: ['10', '11'], numbers: { '+4922155500': '10' }, parts: { hotDesking } }
  const bolt = { id: 'bolt', extensions: ['20'], numbers: { '+4922166600': '20' } }
  const pbx = new TestPbx([acme, bolt], { instead: { phoneLock: { features } } })
  return pbx
}

async function press(pbx: TestPbx, keys: string): Promise<void> {
  for (const digit of keys) {
    pbx.media.sessions.at(-1)?.events.send({ kind: 'dtmf', endpoint: 'caller', digit, durationMs: 100, by: 'telephone-event' })
    await pbx.clock.advance(0)
  }
}

test('FRD-02: *34 locks the telephone and says so', async () => {
  const pbx = setUp()
  await pbx.dialAndListen('acme', '10', '*34')
  assert.deepEqual([...pbx.locked], ['acme-10'])
  assert.deepEqual(pbx.announced, ['de/phone-lock-on'])
})

test('FRD-02: who has no PIN cannot lock, for nobody could unlock', async () => {
  const pbx = setUp()
  const caller = await pbx.dialAndListen('acme', '11', '*34')
  assert.deepEqual([caller.final, [...pbx.locked], pbx.announced], [403, [], ['de/phone-lock-needs-pin']])
})

test('FRD-02: *35 unlocks with the PIN only', async () => {
  const pbx = setUp()
  pbx.locked.add('acme-10')
  await pbx.dial('acme', '10', '*35')
  await press(pbx, '1111#')
  assert.deepEqual([...pbx.locked], ['acme-10'])
  await pbx.hearOut()
  await press(pbx, `${PIN}#`)
  assert.deepEqual([...pbx.locked], [])
  assert.deepEqual(pbx.announced, ['de/enter-pin', 'de/wrong-pin', 'de/enter-pin', 'de/phone-lock-off'])
})

test('FRD-02: *58 before a number asks for the PIN, then calls it in spite of what is barred for the extension', async () => {
  const pbx = setUp()
  await pbx.dial('acme', '10', `*58${NUMBER}`)
  assert.equal(pbx.outside.length, 0)
  await press(pbx, `${PIN}#`)
  assert.deepEqual(
    pbx.outside.map(({ number, choice }) => [number, choice?.pinProven]),
    [[NUMBER, true]],
  )
  await pbx.clock.advance(5_000)
  assert.ok(pbx.steps.includes('bar-lifted'))
})

test('FRD-02: five wrong PINs behind *58 lock the extension’s PIN, and the number is not called', async () => {
  const pbx = setUp()
  for (const wrong of [3, 2]) {
    await pbx.dial('acme', '10', `*58${NUMBER}`)
    for (let i = 0; i < wrong; i++) {
      await press(pbx, '1111#')
      await pbx.hearOut()
    }
    await pbx.hearOut()
  }
  assert.equal(pbx.announced.at(-1), 'de/pin-locked')
  await pbx.dialAndListen('acme', '10', `*58${NUMBER}`)
  assert.equal(pbx.announced.at(-1), 'de/pin-locked')
  assert.deepEqual(pbx.outside, [])
})

for (const [what, dialled] of [
  ['an internal number', '*5811'],
  ['an own number', '*58022155500'],
] as const) {
  test(`behind *58 ${what} needs no PIN`, async () => {
    const pbx = setUp()
    await pbx.dial('acme', dialled.endsWith('500') ? '11' : '10', dialled)
    assert.deepEqual([pbx.announced, pbx.phones.length], [[], 1])
  })
}

test('EMG-01: 112 is found behind *58, where no PIN is asked for', () => {
  assert.equal(setUp().numberDialled('acme', '10', '*58112'), '112')
})

test('FRD-02: a number of another customer that is barred does not ring there', async () => {
  const pbx = setUp()
  pbx.barred.add('+4922166600')
  const caller = await pbx.dial('acme', '10', '022166600')
  assert.deepEqual([caller.final, pbx.phones.length], [403, 0])
})

test('FRD-02: from a locked telephone no forwarding to a number outside is set by code', async () => {
  const pbx = setUp()
  pbx.locked.add('acme-10')
  const caller = await pbx.dialAndListen('acme', '10', '*210302312500')
  assert.deepEqual([caller.final, pbx.announced], [403, ['de/phone-locked']])
})
