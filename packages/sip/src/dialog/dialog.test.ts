import assert from 'node:assert/strict'
import { test } from 'node:test'
import { buildRequest } from '../message/build-request.ts'
import { buildResponse } from '../message/build-response.ts'
import type { SipRequest } from '../message/message.ts'
import { advanced, confirmed, dialogOfRequest, dialogOfResponse, refreshed } from './dialog.ts'
import { routeOf } from './dialog-route.ts'
import { failureEffect } from './failure-effect.ts'

const invite = (headers: readonly (readonly [string, string])[] = [], contact?: string): SipRequest =>
  buildRequest({
    method: 'INVITE',
    uri: 'sip:bob@b.example',
    from: '<sip:alice@a.example>;tag=alice',
    to: '<sip:bob@b.example>',
    callId: 'c1',
    cseq: 7,
    headers,
    ...(contact !== undefined && { contact }),
  })

const RECORDED = [
  ['Record-Route', '<sip:p2.example;lr>, <sip:p1.example;lr>'],
  ['Record-Route', '<sip:p0.example;lr>'],
] as const

const ORIGIN = {
  callId: 'c1',
  localTag: 'alice',
  localParty: '<sip:alice@a.example>;tag=alice',
  sequence: 7,
  requestUri: 'sip:bob@b.example',
}

test('the dialog of the called side has the route as recorded and the caller’s CSeq', () => {
  const dialog = dialogOfRequest(invite(RECORDED, '<sip:alice@10.0.0.1>'), 'bob')
  assert.deepEqual(dialog, {
    callId: 'c1',
    localTag: 'bob',
    remoteTag: 'alice',
    localParty: '<sip:bob@b.example>;tag=bob',
    remoteParty: '<sip:alice@a.example>;tag=alice',
    remoteTarget: 'sip:alice@10.0.0.1',
    routeSet: ['<sip:p2.example;lr>', '<sip:p1.example;lr>', '<sip:p0.example;lr>'],
    localSequence: 0,
    remoteSequence: 7,
  })
})

test('the dialog of the calling side has the recorded route reversed', () => {
  const response = buildResponse(invite(RECORDED), 180, { toTag: 'bob', contact: '<sip:bob@10.0.0.2>' })
  const dialog = dialogOfResponse(ORIGIN, response)
  assert.deepEqual(dialog.routeSet, ['<sip:p0.example;lr>', '<sip:p1.example;lr>', '<sip:p2.example;lr>'])
  assert.deepEqual([dialog.remoteTag, dialog.remoteTarget, dialog.localSequence], ['bob', 'sip:bob@10.0.0.2', 7])
})

test('an INVITE without Contact makes no dialog; a response without one leaves the Request-URI as target', () => {
  assert.equal(dialogOfRequest(invite(), 'bob'), undefined)
  assert.equal(dialogOfResponse(ORIGIN, buildResponse(invite(), 180, { toTag: 'bob' })).remoteTarget, 'sip:bob@b.example')
})

test('the 2xx sets target and route of an early dialog anew, a later target refresh only the target', () => {
  const early = dialogOfResponse(ORIGIN, buildResponse(invite(), 180, { toTag: 'bob', contact: '<sip:bob@early>' }))
  const success = buildResponse(invite([['Record-Route', '<sip:p.example;lr>']]), 200, { toTag: 'bob', contact: '<sip:bob@final>' })
  const dialog = confirmed(early, success)
  assert.deepEqual([dialog.remoteTarget, dialog.routeSet], ['sip:bob@final', ['<sip:p.example;lr>']])
  const moved = refreshed(dialog, buildResponse(invite(), 200, { contact: '<sip:bob@moved>' }).headers)
  assert.deepEqual([moved.remoteTarget, moved.routeSet], ['sip:bob@moved', ['<sip:p.example;lr>']])
})

const SEQUENCES: readonly (readonly [known: number | undefined, next: number, accepted: boolean])[] = [
  [undefined, 1, true],
  [7, 8, true],
  [7, 100, true],
  [7, 7, false],
  [7, 6, false],
]

for (const [known, next, accepted] of SEQUENCES) {
  test(`CSeq ${next} after ${known ?? 'none'} is ${accepted ? 'taken' : 'out of order'}`, () => {
    const dialog = { ...dialogOfResponse(ORIGIN, buildResponse(invite(), 200, { toTag: 'b' })), remoteSequence: known }
    const request = buildRequest({ method: 'BYE', uri: 'sip:a', from: '<sip:b@b>', to: '<sip:a@a>', callId: 'c1', cseq: next })
    assert.equal(advanced(dialog, request)?.remoteSequence, accepted ? next : undefined)
  })
}

const TARGET = 'sip:bob@10.0.0.2'
const WAYS: readonly (readonly [what: string, routes: readonly string[], uri: string, route: readonly string[], hop: string])[] = [
  ['no proxy', [], TARGET, [], TARGET],
  ['loose routers', ['<sip:p1;lr>', '<sip:p2>'], TARGET, ['<sip:p1;lr>', '<sip:p2>'], 'sip:p1;lr'],
  ['a strict router first', ['<sip:p1>', '<sip:p2;lr>'], 'sip:p1', ['<sip:p2;lr>', `<${TARGET}>`], 'sip:p1'],
]

for (const [what, routeSet, uri, route, nextHop] of WAYS) {
  test(`a request over ${what} finds its way`, () => {
    const dialog = { ...dialogOfResponse(ORIGIN, buildResponse(invite(), 200, { toTag: 'b' })), remoteTarget: TARGET, routeSet }
    assert.deepEqual(routeOf(dialog), { uri, route, nextHop })
  })
}

const EFFECTS: readonly (readonly [status: number, method: string, effect: string])[] = [
  ...[404, 410, 416, 482, 483, 484, 485, 502, 604].map((status) => [status, 'INFO', 'dialog'] as const),
  ...[408, 480, 481].map((status) => [status, 'INFO', 'usage'] as const),
  ...[405, 489, 501].flatMap((status) => [[status, 'INFO', 'transaction'] as const, [status, 'INVITE', 'usage'] as const]),
  ...[400, 401, 403, 407, 415, 420, 422, 486, 487, 488, 491, 500, 503, 600, 603].map(
    (status) => [status, 'INVITE', 'transaction'] as const,
  ),
]

test('a failed request ends transaction, usage or dialog as RFC 5057 §5.1 lists', () => {
  for (const [status, method, effect] of EFFECTS) assert.equal(failureEffect(status, method, ['INVITE']), effect, `${status} ${method}`)
})
