import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isBelow } from '../below.ts'
import { pathsOf, readStreamMessage } from './event.ts'

const EVENT = {
  kind: 'event',
  id: '7',
  at: '2026-11-21T12:00:00Z',
  topic: 'calls',
  type: 'call.started',
  tenantId: 't',
  data: { callId: 'c' },
}

test('an event of the stream says what has to be read again', () => {
  const message = readStreamMessage(JSON.stringify(EVENT))
  assert.ok(message?.kind === 'event')
  assert.ok(isBelow('GET /live-calls', pathsOf(message.event)))
  assert.ok(!isBelow('GET /call-records', pathsOf(message.event)))
})

test('a change of the configuration may be of anything', () => {
  const message = readStreamMessage(JSON.stringify({ ...EVENT, topic: 'configuration', type: 'configuration.changed' }))
  assert.ok(message?.kind === 'event' && isBelow('GET /extensions', pathsOf(message.event)))
})

for (const text of ['', 'x', 'null', '[]', '{"kind":"event"}', JSON.stringify({ ...EVENT, topic: 'weather' }), '{"kind":"pong"}']) {
  test(`${text === '' ? 'nothing' : text} is passed over`, () => assert.equal(readStreamMessage(text), undefined))
}

test('heartbeats say where to go on, and a gap that everything is to be read again', () => {
  assert.deepEqual(readStreamMessage('{"kind":"heartbeat","lastId":"9"}'), { kind: 'alive', lastId: '9' })
  assert.deepEqual(readStreamMessage('{"kind":"resync"}'), { kind: 'resync' })
})
