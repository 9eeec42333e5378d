import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { DialogChange, DialogOwner, Missed } from '@klinke/calls'
import { Channel } from '@klinke/foundation'
import type { EventService } from '../slices/slice.ts'
import { PaperWatcher } from '../test-support/paper-watcher.ts'
import { subscriberOf, TestPbx } from '../test-support/test-pbx.ts'
import { BusyLamps, MAX_LAMPS } from './busy-lamps.ts'

/** A phone that watches. */
class Watcher extends PaperWatcher {
  /** Extension `by` of a tenant subscribes to `number`. */
  static subscribe(world: World, by: string, number: string): Watcher {
    const [tenantId = '', extensionNumber = ''] = by.split('/')
    const watcher = new Watcher(`sip:${number}@${tenantId}.example`)
    world.lamps.subscribed(watcher, subscriberOf(tenantId, extensionNumber))
    return watcher
  }

  /** The states of all documents, such as `full`, `partial early`. */
  get told(): string[] {
    return this.documents.map((document) => [/ state="(\w+)"/, /<state>(\w+)/].flatMap((part) => part.exec(document)?.[1] ?? []).join(' '))
  }
}

interface World {
  readonly pbx: TestPbx
  readonly lamps: EventService
}

function setUp(): World {
  const pbx = new TestPbx([
    { id: 'acme', extensions: ['10', '11', '12', '13'], numbers: {} },
    { id: 'bolt', extensions: ['50'], numbers: {} },
  ])
  const lamps = new BusyLamps()
  lamps.follow(pbx.live)
  return { pbx, lamps: lamps.service(pbx.directory()) }
}

test('CALL-02: a lamp tells at once, without any time passing, that an extension rings, talks and is free again', async () => {
  const world = setUp()
  const lamp = Watcher.subscribe(world, 'acme/12', '11')
  const callers = Watcher.subscribe(world, 'acme/12', '10')
  const caller = await world.pbx.dial('acme', '10', '11')
  world.pbx.phone().ring()
  await world.pbx.clock.advance(0)
  world.pbx.phone().answer('answer')
  await world.pbx.clock.advance(0)
  caller.session.hangUp()
  await world.pbx.clock.advance(0)
  assert.deepEqual(lamp.told, ['full', 'partial early', 'partial confirmed', 'partial terminated'])
  assert.deepEqual(callers.told, ['full', 'partial trying', 'partial early', 'partial confirmed', 'partial terminated'])
  assert.deepEqual(
    lamp.documents.map((document) => /version="(\d+)"/.exec(document)?.[1]),
    ['0', '1', '2', '3'],
  )
})

test('the document names the dialog as a key for pickup needs it, and who calls', async () => {
  const world = setUp()
  const lamp = Watcher.subscribe(world, 'acme/12', '11')
  await world.pbx.dial('acme', '10', '11')
  const phone = world.pbx.phone()
  phone.ring()
  await world.pbx.clock.advance(0)
  const document = lamp.documents.at(-1) ?? ''
  assert.match(
    document,
    /<dialog-info xmlns="urn:ietf:params:xml:ns:dialog-info" version="1" state="partial" entity="sip:11@acme.example">/,
  )
  assert.ok(
    document.includes(`call-id="${phone.callId}"`) && document.includes(`remote-tag="${phone.localTag}" direction="recipient"`),
    document,
  )
  assert.match(
    document,
    /<remote><identity display="Extension 10">sip:10@acme.example<\/identity><target uri="sip:10@acme.example"\/><\/remote>/,
  )
})

test('who subscribes later gets the full state', async () => {
  const world = setUp()
  await world.pbx.dial('acme', '10', '11')
  world.pbx.phone().ring()
  await world.pbx.clock.advance(0)
  assert.deepEqual(Watcher.subscribe(world, 'acme/12', '11').told, ['full early'])
})

test('CALL-02: a picked up call leaves no lamp lit behind', async () => {
  const world = setUp()
  const [rung, picker] = [Watcher.subscribe(world, 'acme/13', '11'), Watcher.subscribe(world, 'acme/13', '12')]
  const caller = await world.pbx.dial('acme', '10', '11')
  world.pbx.phone().ring()
  await world.pbx.clock.advance(0)
  await world.pbx.dial('acme', '12', '*8011')
  assert.equal(rung.told.at(-1), 'partial terminated')
  assert.equal(picker.told.at(-1), 'partial confirmed')
  caller.session.hangUp()
  await world.pbx.clock.advance(0)
  assert.equal(picker.told.at(-1), 'partial terminated')
  for (const number of ['10', '11', '12']) assert.deepEqual(Watcher.subscribe(world, 'acme/13', number).told, ['full'])
})

const refusals: readonly (readonly [what: string, by: string, number: string])[] = [
  ['an extension of another tenant', 'bolt/50', '11'],
  ['an extension that nobody has', 'acme/10', '77'],
]
for (const [what, by, number] of refusals) {
  test(`subscribing to ${what} is answered 404`, () => {
    assert.equal(Watcher.subscribe(setUp(), by, number).status, 404)
  })
}

test('an extension has a limited number of lamps, and gets the place of one that has ended', async () => {
  const world = setUp()
  const lamps = Array.from({ length: MAX_LAMPS }, () => Watcher.subscribe(world, 'acme/10', '11'))
  assert.equal(Watcher.subscribe(world, 'acme/10', '11').status, 403)
  assert.equal(Watcher.subscribe(world, 'acme/12', '11').status, 200)
  lamps[0]?.leave()
  await world.pbx.clock.advance(0)
  assert.equal(Watcher.subscribe(world, 'acme/10', '11').status, 200)
})

test('after changes were missed everybody is told the full state', async () => {
  const world = setUp()
  const feed = new Channel<DialogChange | Missed>()
  const calls = {
    changes: () => ({ close: () => feed.close(), [Symbol.asyncIterator]: () => feed[Symbol.asyncIterator]() }),
    dialogsOf: (owner: DialogOwner) => world.pbx.live.dialogsOf(owner),
  }
  const lamps = new BusyLamps()
  lamps.follow(calls)
  const late: World = { ...world, lamps: lamps.service(world.pbx.directory()) }
  const lamp = Watcher.subscribe(late, 'acme/12', '11')
  await world.pbx.dial('acme', '10', '11')
  world.pbx.phone().ring()
  await world.pbx.clock.advance(0)
  assert.deepEqual(lamp.told, ['full'])
  feed.send({ kind: 'missed' })
  await world.pbx.clock.advance(0)
  assert.deepEqual(lamp.told, ['full', 'full early'])
})
