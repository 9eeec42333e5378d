import assert from 'node:assert/strict'
import { test } from 'node:test'
import { silentLogger } from '@klinke/foundation'
import type { CallDestination } from '../destinations/destination.ts'
import { ExtensionPins } from '../pins/extension-pins.ts'
import { TestPbx } from '../test-support/test-pbx.ts'
import { DEFAULT_HOT_DESK_SETTINGS, type HotDeskSettings, hotDeskingOf } from './hot-desks.ts'
import { type HotDeskStore, hotDeskFeatures } from './log-in-call.ts'
import { PhoneTaken } from './rules.ts'

const PIN = '4711'
const ANNA = 'acme-10'
const PHONE = 'acme-90'

/** Extension 10 has a PIN; 90 and 91 are shared phones, 11 a phone of its own. Log-ins change what calls read at once. */
class HotDeskWorld {
  readonly pbx: TestPbx
  readonly warned: string[] = []
  readonly #pins: ReadonlyMap<string, string>
  readonly #settings: HotDeskSettings
  #places = new Map<string, string | undefined>([
    [PHONE, undefined],
    ['acme-91', undefined],
  ])

  static open(settings: Partial<HotDeskSettings> = {}): HotDeskWorld {
    return new HotDeskWorld(new Map([[ANNA, PIN]]), { ...DEFAULT_HOT_DESK_SETTINGS, ...settings })
  }

  private constructor(pins: ReadonlyMap<string, string>, settings: HotDeskSettings) {
    this.#pins = pins
    this.#settings = settings
    const nowMs = () => this.pbx.clock.nowMs()
    const clock = { nowMs, epochMs: nowMs, after: () => ({ cancel: () => undefined }) }
    const logger = { ...silentLogger, warn: (message: string) => void this.warned.push(message) }
    const features = hotDeskFeatures(this.#store(), new ExtensionPins({ clock, logger, isPin: async (pin, stored) => pin === stored }))
    const numbers = { '+4922155510': '10', '+4922155500': '11' }
    const acme = { id: 'acme', extensions: ['10', '11', '90', '91'], numbers, parts: { hotDesking: this.#part() } }
    this.pbx = new TestPbx([acme, { id: 'bolt', extensions: ['20'], numbers: {} }], { instead: { hotDesking: { features } } })
  }

  put(phone: string, user: string | undefined): void {
    for (const [place, other] of this.#places) if (other === user) this.#places.set(place, undefined)
    this.#places.set(phone, user)
    this.pbx.change('acme', { hotDesking: this.#part() })
  }

  at(phone: string): string | undefined {
    return this.#places.get(phone)
  }

  async press(keys: string): Promise<void> {
    for (const digit of keys) {
      this.pbx.media.sessions.at(-1)?.events.send({ kind: 'dtmf', endpoint: 'caller', digit, durationMs: 100, by: 'telephone-event' })
      await this.pbx.clock.advance(0)
    }
  }

  /** That has been said so often. */
  assertSaid(prompt: string, times = 1): void {
    assert.equal(this.pbx.announced.filter((said) => said === `de/${prompt}`).length, times, this.pbx.announced.join())
  }

  #part() {
    const phones = [...this.#places].map(
      ([phone, user]) => [phone, user === undefined ? undefined : { extensionId: user, sinceMs: 0 }] as const,
    )
    return hotDeskingOf(phones, this.#pins, this.#settings)
  }

  #store(): HotDeskStore {
    return {
      logIn: (_tenant, phone, user, replace) => {
        if (!replace && this.at(phone) !== undefined) return Promise.reject(new PhoneTaken(phone, 'x'))
        return Promise.resolve(this.put(phone, user))
      },
      logOut: (_tenant, phone) => {
        const was = this.at(phone)
        this.put(phone, undefined)
        return Promise.resolve(was !== undefined)
      },
    }
  }
}

/** Who was rung, by the phone's Request-URI. */
const rung = (pbx: TestPbx): readonly string[] => pbx.phones.map(({ invite }) => /^sip:([^@]+)@/.exec(invite.uri)?.[1] ?? '')

test('DEV-05: *47, extension and PIN log in at a shared phone, #47 logs out', async () => {
  const world = HotDeskWorld.open()
  await world.pbx.dial('acme', '90', '*47')
  await world.press('10#')
  await world.press(`${PIN}#`)
  world.assertSaid('logged-in')
  assert.equal(world.at(PHONE), ANNA)
  await world.pbx.dialAndListen('acme', '90', '#47')
  world.assertSaid('logged-out')
  assert.equal(world.at(PHONE), undefined)
})

test('DEV-05: the extension may stand behind the code; a phone of its own lets nobody log in', async () => {
  const world = HotDeskWorld.open()
  await world.pbx.dial('acme', '90', '*4710')
  await world.press(`${PIN}#`)
  world.assertSaid('logged-in')
  assert.equal(world.at(PHONE), ANNA)
  const caller = await world.pbx.dialAndListen('acme', '11', '*4710')
  assert.equal(caller.final, 403)
})

test('DEV-05: who is logged in already stays, unless the tenant lets newcomers take the place', async () => {
  for (const [whenTaken, said, at] of [
    ['refuse', 'hot-desk-taken', 'acme-11'],
    ['replace', 'logged-in', ANNA],
  ] as const) {
    const world = HotDeskWorld.open({ whenTaken })
    world.put(PHONE, 'acme-11')
    await world.pbx.dial('acme', '90', '*4710')
    await world.press(`${PIN}#`)
    world.assertSaid(said)
    assert.equal(world.at(PHONE), at)
  }
})

test('DEV-05: five wrong PINs, over two calls, lock the extension at every phone for half an hour, and the owner is told', async () => {
  const world = HotDeskWorld.open()
  for (const [phone, wrong] of [
    ['90', 3],
    ['91', 2],
  ] as const) {
    const before = world.pbx.announced.filter((said) => said === 'de/enter-pin').length
    await world.pbx.dial('acme', phone, '*4710')
    for (let n = 1; n <= wrong; n++) {
      world.assertSaid('enter-pin', before + n)
      await world.press('0815#')
      await world.pbx.hearOut()
    }
    await world.pbx.hearOut()
  }
  world.assertSaid('pin-locked')
  assert.deepEqual(world.warned, ['extension locked after wrong PINs'])
  await world.pbx.hearOut()
  await world.pbx.dial('acme', '90', '*4710')
  world.assertSaid('pin-locked', 2)
  await world.pbx.hearOut()
  await world.pbx.clock.advance(30 * 60_000)
  await world.pbx.dial('acme', '90', '*4710')
  await world.press(`${PIN}#`)
  world.assertSaid('logged-in')
})

test('DEV-05: calls from the phone are those of who is logged in there', async () => {
  const world = HotDeskWorld.open()
  world.put(PHONE, ANNA)
  await world.pbx.dial('acme', '90', '11')
  assert.equal(world.pbx.phone().invite.from, '"Extension 10" <sip:10@acme.example>')
  const caller = world.pbx.started.at(-1)?.caller
  assert.deepEqual([caller?.extensionId, caller?.number, caller?.phone], [ANNA, '10', { extensionId: PHONE, number: '90' }])
})

test('DEV-05: calls out are made with the number of who is logged in', async () => {
  const world = HotDeskWorld.open()
  world.put(PHONE, ANNA)
  await world.pbx.dial('acme', '90', '030123456')
  assert.deepEqual(
    world.pbx.outside.map(({ number, extension }) => [number, extension?.number]),
    [['+4930123456', '10']],
  )
})

test('DEV-05: calls to who is logged in ring there and at its own phones; calls to the phone itself ring it, too', async () => {
  const world = HotDeskWorld.open()
  world.put(PHONE, ANNA)
  await world.pbx.dial('acme', '11', '10')
  assert.deepEqual(rung(world.pbx).toSorted(), ['10', '90'])
  assert.ok(world.pbx.phones.every(({ invite }) => invite.to === '<sip:10@acme.example>'))
  await world.pbx.dial('acme', '11', '90')
  assert.equal(rung(world.pbx).at(-1), '90')
  assert.equal(world.pbx.phone().invite.to, '<sip:90@acme.example>')
})

test('EMG-02: what is dialled inside a call that was taken at the phone is dialled from the phone', async () => {
  const world = HotDeskWorld.open()
  world.pbx.unregistered.add('10@acme.example')
  world.put(PHONE, ANNA)
  await world.pbx.dial('acme', '11', '10')
  world.pbx.phone().answer('answer')
  await world.pbx.clock.advance(0)
  const parties = world.pbx.live.ofExtension('acme', ANNA).map(({ leg }) => leg.party)
  assert.deepEqual(
    parties.map(({ number, phone }) => [number, phone]),
    [['10', { extensionId: PHONE, number: '90' }]],
  )
})

test('DEV-05: after logging in elsewhere, and after logging out, the phone rings for nobody', async () => {
  const world = HotDeskWorld.open()
  world.pbx.unregistered.add('10@acme.example')
  world.put(PHONE, ANNA)
  world.put('acme-91', ANNA)
  await world.pbx.dial('acme', '11', '10')
  assert.deepEqual(rung(world.pbx), ['91'])
  world.put('acme-91', undefined)
  assert.equal((await world.pbx.dialAndListen('acme', '11', '10')).final, 480)
})

test('DEV-05: calls to an extension that is logged in nowhere go to the operator, or where the tenant wants them', async () => {
  const toEleven: CallDestination = { kind: 'extension', targetId: 'acme-11' }
  for (const [loggedOffTo, final, phones] of [
    [toEleven, undefined, ['11']],
    [{ kind: 'operator' } as const, 480, []],
    [null, 480, []],
  ] as const) {
    const world = HotDeskWorld.open({ loggedOffTo })
    world.pbx.unregistered.add('10@acme.example')
    const caller = await world.pbx.dial('acme', '91', '10')
    assert.equal(caller.final, final)
    assert.deepEqual(rung(world.pbx), phones)
  }
})

const LOGGED_OFF: readonly (readonly [what: string, dialled: string, allowed: boolean])[] = [
  ['an extension', '11', true],
  ["the tenant's own public number", '0221 55500', true],
  ['a number outside', '030123456', false],
  ['a number outside behind a code', '*31030123456', false],
  ['a code that changes settings', '*2111', false],
  ['a code that nobody has', '*99', false],
]
for (const [what, dialled, allowed] of LOGGED_OFF) {
  test(`DEV-05: a phone at which nobody is logged in ${allowed ? 'calls' : 'does not call'} ${what}`, async () => {
    const world = HotDeskWorld.open()
    const caller = await world.pbx.dialAndListen('acme', '90', dialled)
    assert.equal(caller.final, allowed ? undefined : 403)
    assert.equal(world.pbx.announced.includes('de/hot-desk-log-in-first'), !allowed)
    assert.equal(world.pbx.outside.length, 0)
  })
}

test('EMG: who calls back after an emergency call reaches the shared phone, for half an hour, then the number leads where it did', async () => {
  const world = HotDeskWorld.open()
  world.put(PHONE, ANNA)
  world.pbx.calls.emergencyCalled('acme', PHONE, '+4922155500')
  world.put(PHONE, undefined)
  await world.pbx.dial('bolt', '20', '+4922155500')
  assert.deepEqual(rung(world.pbx), ['90'])
  await world.pbx.clock.advance(20_000)
  assert.deepEqual(rung(world.pbx), ['90', '11'])
  await world.pbx.clock.advance(30 * 60_000)
  await world.pbx.dial('bolt', '20', '+4922155500')
  assert.deepEqual(rung(world.pbx), ['90', '11', '11'])
})
