import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seededRandom } from '@klinke/foundation'
import { VirtualClock } from '@klinke/testbed'
import { DatabaseUnavailable } from '../database/errors.ts'
import type { Principal } from '../database/tx.ts'
import { TooManyRequests } from '../http/errors.ts'
import type { ApiEvent } from './event.ts'
import { EventClient, MAX_UNSENT_BYTES } from './event-client.ts'
import { EventHub } from './event-hub.ts'

const RINGS: ApiEvent = { topic: 'calls', type: 'call.started', tenantId: 'a', area: 'live', users: ['ext-1'], data: { callId: 'c' } }

/** A socket on paper: what was sent, and why it was closed. */
class PaperSocket {
  bufferedAmount = 0
  readonly sent: Record<string, unknown>[] = []
  closed: string | undefined
  send(text: string): void {
    this.sent.push(JSON.parse(text) as Record<string, unknown>)
  }
  close(code: number, reason: string): void {
    this.closed = `${code} ${reason}`
  }
  of(kind: string): readonly Record<string, unknown>[] {
    return this.sent.filter((message) => message.kind === kind)
  }
}

function hubOf(limit?: number): EventHub {
  return new EventHub(new VirtualClock(), seededRandom(1), limit)
}

function listening(hub: EventHub, principal: Principal, customers: readonly string[] = [], consenting: readonly string[] = []) {
  const socket = new PaperSocket()
  const client = new EventClient(hub, socket, { principal, customers: new Set(customers), consenting: new Set(consenting) })
  client.subscribe({ topics: ['calls', 'call-records'] })
  return { socket, client }
}

const LISTENERS: readonly (readonly [who: string, principal: Principal, hears: boolean])[] = [
  ['the operator', { kind: 'operator' }, true],
  ['an operator whose rights do not open the area', { kind: 'operator', rights: { numbers: 'write' } }, false],
  ['the tenant', { kind: 'tenant', tenantId: 'a' }, true],
  ['an administrator of the area', { kind: 'tenant', tenantId: 'a', rights: { live: 'read' } }, true],
  ['an administrator of another area', { kind: 'tenant', tenantId: 'a', rights: { numbers: 'write' } }, false],
  ['another tenant', { kind: 'tenant', tenantId: 'b' }, false],
  ['the user of that extension', { kind: 'user', tenantId: 'a', extensionId: 'ext-1' }, true],
  ['a user of another extension', { kind: 'user', tenantId: 'a', extensionId: 'ext-2' }, false],
  ['a user of another tenant with the same id', { kind: 'user', tenantId: 'b', extensionId: 'ext-1' }, false],
  ['the reseller of the tenant', { kind: 'reseller', resellerId: 'r' }, true],
]
for (const [who, principal, expected] of LISTENERS)
  test(`${who} ${expected ? 'hears' : 'does not hear'} of a call of an extension`, () => {
    const hub = hubOf()
    const { socket } = listening(hub, principal, ['a'])
    hub.tell(RINGS)
    assert.equal(socket.of('event').length, expected ? 1 : 0)
  })

test('PORT-04: a customer and its reseller hear of call records while its management consents, the operator and users of their own always', () => {
  const record: ApiEvent = { ...RINGS, topic: 'call-records', type: 'call-record.finished', area: 'reports' }
  const heardBy = (principal: Principal, consenting: readonly string[]): number => {
    const hub = hubOf()
    const { socket } = listening(hub, principal, ['a', 'b'], consenting)
    hub.tell(record)
    return socket.of('event').length
  }
  for (const principal of [
    { kind: 'tenant', tenantId: 'a' },
    { kind: 'reseller', resellerId: 'r' },
  ] as const)
    assert.deepEqual([heardBy(principal, []), heardBy(principal, ['b']), heardBy(principal, ['a'])], [0, 0, 1], principal.kind)
  for (const principal of [{ kind: 'operator' }, { kind: 'user', tenantId: 'a', extensionId: 'ext-1' }] as const)
    assert.equal(heardBy(principal, []), 1, principal.kind)
})

test('a reseller hears nothing of the tenants of others', () => {
  const hub = hubOf()
  const { socket } = listening(hub, { kind: 'reseller', resellerId: 'r' }, ['b'])
  hub.tell(RINGS)
  assert.equal(socket.of('event').length, 0)
})

test('a client hears the topics and the tenant that it has subscribed to last', () => {
  const hub = hubOf()
  const { socket, client } = listening(hub, { kind: 'operator' })
  hub.tell({ ...RINGS, topic: 'queues' })
  client.received(JSON.stringify({ kind: 'subscribe', topics: ['queues'] }))
  hub.tell(RINGS)
  hub.tell({ ...RINGS, topic: 'queues', type: 'queue.changed' })
  assert.deepEqual(
    socket.of('event').map(({ type }) => type),
    ['queue.changed'],
  )
})

test('a client that comes back gets what it has missed, and only what it may see', () => {
  const hub = hubOf()
  hub.tell(RINGS)
  const seen = hub.lastId
  hub.tell({ ...RINGS, tenantId: 'b' })
  hub.tell({ ...RINGS, type: 'call.ended' })
  const { socket, client } = listening(hub, { kind: 'tenant', tenantId: 'a' })
  client.subscribe({ topics: ['calls'], after: seen })
  assert.deepEqual(
    socket.of('event').map(({ type }) => type),
    ['call.ended'],
  )
  assert.equal(socket.of('resync').length, 0)
})

test('a client whose last event is forgotten, unknown or of another run is told to look at the whole again', () => {
  const hub = hubOf(2)
  hub.tell(RINGS)
  const first = hub.lastId
  for (let more = 0; more < 3; more++) hub.tell(RINGS)
  for (const after of [first, 'elsewhere-1', 'nonsense', `${first.split('-')[0]}-99`]) {
    const { socket, client } = listening(hub, { kind: 'operator' })
    client.subscribe({ topics: ['calls'], after })
    assert.deepEqual([after, socket.of('resync').length, socket.of('event').length], [after, 1, 0])
  }
})

test('a client resumes whatever the run of the server is called', () => {
  for (let seed = 0; seed < 200; seed++) {
    const hub = new EventHub(new VirtualClock(), seededRandom(seed))
    const before = hub.lastId
    hub.tell(RINGS)
    assert.equal(hub.after(before)?.length, 1, before)
  }
})

test('a client that does not read is told and cut, and the others go on', () => {
  const hub = hubOf()
  const [slow, quick] = [listening(hub, { kind: 'operator' }), listening(hub, { kind: 'operator' })]
  slow.socket.bufferedAmount = MAX_UNSENT_BYTES + 1
  hub.tell(RINGS)
  hub.tell(RINGS)
  assert.match(String(slow.socket.closed), /^1013 you read too slowly/)
  assert.equal(slow.socket.of('event').length, 0)
  assert.equal(quick.socket.of('event').length, 2)
})

test('a client whose session has ended is cut at the next heartbeat, and hears nothing more', () => {
  const hub = hubOf()
  const { socket, client } = listening(hub, { kind: 'operator' })
  client.beat(undefined)
  hub.tell(RINGS)
  assert.match(String(socket.closed), /^4401/)
  assert.equal(socket.of('event').length, 0)
})

test('rights taken away end what is heard with the next heartbeat', () => {
  const hub = hubOf()
  const { socket, client } = listening(hub, { kind: 'tenant', tenantId: 'a' })
  client.beat({ principal: { kind: 'tenant', tenantId: 'a', rights: {} }, customers: new Set(), consenting: new Set() })
  hub.tell(RINGS)
  assert.equal(socket.of('event').length, 0)
  assert.equal(socket.of('heartbeat').length, 1)
})

test('what is no message is answered with how to speak, and too much of it ends the connection', () => {
  const { socket, client } = listening(hubOf(), { kind: 'operator' })
  for (const text of ['', 'null', '{"kind":"subscribe","topics":["everything"]}', '{"kind":"ping","more":1}']) client.received(text)
  assert.equal(socket.of('error').length, 4)
  client.received('{"kind":"ping"}')
  assert.equal(socket.of('pong').length, 1)
  for (let more = 0; more < 50; more++) client.received('{"kind":"ping"}')
  assert.match(String(socket.closed), /^1008/)
})

test('a client stays who it was last while the database is away, and for no other reason', async () => {
  const hub = hubOf()
  const { socket, client } = listening(hub, { kind: 'tenant', tenantId: 'a' })
  client.beat({ principal: { kind: 'tenant', tenantId: 'a', rights: { numbers: 'read' } }, customers: new Set(), consenting: new Set() })
  await client.beatAs(() => Promise.reject(new DatabaseUnavailable(undefined)))
  hub.tell(RINGS)
  assert.deepEqual([socket.of('event').length, socket.closed], [0, undefined], 'what was taken away stays away')
  await client.beatAs(() => Promise.reject(new TooManyRequests(1)))
  assert.match(String(socket.closed), /^1013 /)
})
