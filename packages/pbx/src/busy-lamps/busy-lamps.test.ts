import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { DialogChange, DialogOwner, Missed, Verdict } from '@klinke/calls'
import { Channel } from '@klinke/foundation'
import { buildRequest, type IncomingSubscription, type SubscriptionEnd } from '@klinke/sip'
import { TestPbx } from '../test-support/test-pbx.ts'
import { BusyLamps, MAX_LAMPS } from './busy-lamps.ts'

const FLOW = {
  id: 'x',
  protocol: 'UDP',
  local: { address: '192.0.2.1', port: 5060 },
  remote: { address: '192.0.2.2', port: 5060 },
} as const

/** A phone that watches: what it was answered, and the documents that it got. */
class Watcher {
  status = 0
  readonly documents: string[] = []
  readonly #ended = Promise.withResolvers<SubscriptionEnd>()

  /** Extension `by` of a tenant, or whoever `verdict` says, subscribes to `number`. */
  static subscribe(world: World, by: string, number: string, verdict?: Verdict): Watcher {
    const watcher = new Watcher()
    const [tenantId = '', extensionNumber = ''] = by.split('/')
    world.verdict = verdict ?? { kind: 'extension', subscriber: subscriber(tenantId, extensionNumber), headers: [] }
    const uri = `sip:${number}@${tenantId}.example`
    const request = buildRequest({ method: 'SUBSCRIBE', uri, from: `<${uri}>;tag=a`, to: `<${uri}>`, callId: 'x', cseq: 1 })
    const subscription: IncomingSubscription = {
      ...{ request, flow: FLOW, expiresSeconds: 3600, drop: () => undefined },
      accept: (content) => {
        watcher.status = 200
        const notify = (): void => void watcher.documents.push(String(content()?.body))
        notify()
        return { activate: () => undefined, changed: notify, terminate: () => undefined, ended: watcher.#ended.promise }
      },
      reject: (status) => {
        watcher.status = status
      },
    }
    world.lamps.subscribed(subscription)
    return watcher
  }

  leave(): void {
    this.#ended.resolve({ by: 'subscriber' })
  }

  /** The states of all documents, such as `full`, `partial early`. */
  get told(): string[] {
    return this.documents.map((document) => [/ state="(\w+)"/, /<state>(\w+)/].flatMap((part) => part.exec(document)?.[1] ?? []).join(' '))
  }
}

interface World {
  readonly pbx: TestPbx
  readonly lamps: BusyLamps
  verdict: Verdict
}

function setUp(): World {
  const pbx = new TestPbx([
    { id: 'acme', extensions: ['10', '11', '12', '13'], numbers: {} },
    { id: 'bolt', extensions: ['50'], numbers: {} },
  ])
  const world: World = {
    ...{ pbx, verdict: { kind: 'drop' } },
    lamps: new BusyLamps({ directory: pbx.directory(), calls: pbx.live, admission: { decide: () => world.verdict } }),
  }
  return world
}

function subscriber(tenantId: string, number: string) {
  const registration = { maxContacts: 4, whenFull: 'refuse', minExpiresSeconds: 60, maxExpiresSeconds: 3600 } as const
  const names = { tenantId, extensionId: `${tenantId}-${number}`, extensionNumber: number, username: number, domain: `${tenantId}.example` }
  return { ...names, ha1: { md5: '', sha256: '' }, registration }
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

const refusals: readonly (readonly [what: string, by: string, number: string, verdict: Verdict | undefined, status: number])[] = [
  ['an extension of another tenant', 'bolt/50', '11', undefined, 404],
  ['an extension that nobody has', 'acme/10', '77', undefined, 404],
  ['without credentials', 'acme/10', '11', { kind: 'challenge', status: 401, headers: [] }, 401],
  ['as a carrier', 'acme/10', '11', { kind: 'carrier', carrier: { id: 'c' } }, 403],
]
for (const [what, by, number, verdict, status] of refusals) {
  test(`subscribing to ${what} is answered ${status}`, () => {
    assert.equal(Watcher.subscribe(setUp(), by, number, verdict).status, status)
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
  const late: World = {
    ...world,
    lamps: new BusyLamps({ directory: world.pbx.directory(), calls, admission: { decide: () => late.verdict } }),
  }
  const lamp = Watcher.subscribe(late, 'acme/12', '11')
  await world.pbx.dial('acme', '10', '11')
  world.pbx.phone().ring()
  await world.pbx.clock.advance(0)
  assert.deepEqual(lamp.told, ['full'])
  feed.send({ kind: 'missed' })
  await world.pbx.clock.advance(0)
  assert.deepEqual(lamp.told, ['full', 'full early'])
})
