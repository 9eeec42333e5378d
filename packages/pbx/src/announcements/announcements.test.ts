import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CallTarget } from '../internal-numbers/store.ts'
import { PinLock } from '../pins/pin-lock.ts'
import { TestPbx } from '../test-support/test-pbx.ts'
import type { Announcement } from './announcement.ts'
import { playAnnouncement } from './announcement-call.ts'
import { type RecordParts, recordFeature } from './record-call.ts'

const PIN = '4711'
const WELCOME: Announcement = { id: 'welcome', name: 'Willkommen', sounds: new Map([['en', 'key-en']]) }
const EMPTY: Announcement = { id: 'empty', name: 'Leer', sounds: new Map() }

/** Announcement 80 is heard by dialling it, 81 has nothing to say yet. */
class World {
  readonly kept: string[] = []
  readonly removed: string[] = []
  readonly pbx: TestPbx

  constructor(recordingPinHash: string | undefined) {
    const targets = [WELCOME, EMPTY].map(({ id, name }, index): CallTarget => ({ kind: 'announcement', id, name, number: `${80 + index}` }))
    const byId = new Map([WELCOME, EMPTY].map((each) => [each.id, each]))
    const parts: RecordParts = {
      lock: new PinLock({ nowMs: () => this.pbx.clock.nowMs(), epochMs: () => 0, after: () => ({ cancel: () => undefined }) }),
      isPin: async (pin, stored) => pin === stored,
      files: {
        create: () => Promise.resolve('recording.wav'),
        read: () => Promise.resolve(new Uint8Array([1, 2, 3])),
        remove: (path) => {
          this.removed.push(path)
          return Promise.resolve()
        },
      },
      keep: (tenantId, id, language, octets) => {
        this.kept.push(`${tenantId} ${id} ${language} ${octets.length}`)
        return Promise.resolve()
      },
    }
    const announcements = { destinations: { targets: { announcement: playAnnouncement } }, features: [recordFeature(parts)] }
    const tenant = { id: 'acme', extensions: ['10'], numbers: {}, targets, parts: { announcements: { byId, recordingPinHash } } }
    this.pbx = new TestPbx([tenant], { instead: { announcements } })
  }

  async press(keys: string): Promise<void> {
    for (const digit of keys) {
      this.pbx.media.sessions.at(-1)?.events.send({ kind: 'dtmf', endpoint: 'caller', digit, durationMs: 100, by: 'telephone-event' })
      await this.pbx.clock.advance(0)
    }
  }

  assertSaid(prompt: string, times = 1): void {
    assert.ok(this.pbx.announced.filter((said) => said.endsWith(prompt)).length >= times)
  }

  /** Gives the PIN, speaks, and ends by #. */
  async speak(durationMs: number): Promise<void> {
    await this.press(`${PIN}#`)
    this.assertSaid('vm-record-after-tone')
    await this.pbx.hearOut()
    assert.ok(this.pbx.media.sessions.at(-1)?.recordings.length === 1)
    this.pbx.media.sessions.at(-1)?.recordings.at(-1)?.end('stopped', durationMs)
    await this.pbx.clock.advance(0)
  }
}

test('an announcement is heard to its end by who is led there, in the other language when it has none of the tenant', async () => {
  const world = new World(PIN)
  const caller = await world.pbx.dial('acme', '10', '80')
  assert.equal(caller.final, 200)
  assert.deepEqual(world.pbx.announced, ['key-en'])
  await world.pbx.hearOut()
  assert.equal(world.pbx.ended.at(-1)?.cause, 'hung-up-by-called')
})

test('an announcement that says nothing yet is refused, and the record says why', async () => {
  const world = new World(PIN)
  assert.equal((await world.pbx.dial('acme', '10', '81')).final, 404)
  assert.ok(world.pbx.steps.includes('announcement-silent'))
})

test('*57, the number and the PIN record an announcement, which is kept by 1', async () => {
  const world = new World(PIN)
  await world.pbx.dial('acme', '10', '*5780')
  await world.speak(3_000)
  world.assertSaid('vm-keep-recording')
  await world.press('2')
  assert.ok(world.pbx.announced.includes('recording'))
  await world.pbx.hearOut()
  await world.press('1')
  world.assertSaid('done')
  await world.pbx.hearOut()
  assert.ok(world.removed.length > 0)
  assert.deepEqual([world.kept, world.removed], [['acme welcome de 3'], ['recording.wav']])
})

test('what is too short or not kept leaves the announcement as it was', async () => {
  const short = new World(PIN)
  await short.pbx.dial('acme', '10', '*5780')
  await short.speak(200)
  short.assertSaid('vm-message-too-short')
  const left = new World(PIN)
  const caller = await left.pbx.dial('acme', '10', '*5780')
  await left.speak(3_000)
  left.assertSaid('vm-keep-recording')
  caller.session.hangUp()
  await left.pbx.clock.advance(0)
  assert.ok(left.removed.length === 1)
  assert.deepEqual([short.kept, left.kept], [[], []])
})

test('a wrong PIN records nothing, and five lock', async () => {
  const world = new World(PIN)
  for (const wrong of [3, 2]) {
    await world.pbx.dial('acme', '10', '*5780')
    for (let n = 0; n < wrong; n++) {
      const before = world.pbx.announced.length
      await world.press('0815#')
      assert.ok(world.pbx.announced.length > before)
      await world.pbx.hearOut()
    }
  }
  world.assertSaid('pin-locked')
  assert.deepEqual(world.kept, [])
})

test('without a PIN of the tenant for it, or for what is no announcement, the code does nothing', async () => {
  const closed = new World(undefined)
  assert.equal((await closed.pbx.dialAndListen('acme', '10', '*5780')).final, 403)
  const world = new World(PIN)
  assert.equal((await world.pbx.dialAndListen('acme', '10', '*5710')).final, 403)
})
