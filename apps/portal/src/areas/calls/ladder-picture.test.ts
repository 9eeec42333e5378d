import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ladderPicture } from './ladder-picture.ts'

function rung(at: number, direction: 'received' | 'sent', sipCallId: string, party: string, status: number | null) {
  const blank = { reason: null, authenticates: false, userAgent: null, sdp: null, protocol: 'UDP', peer: '192.0.2.1:5060' }
  return {
    ...blank,
    at: new Date(at).toISOString(),
    direction,
    sipCallId,
    party,
    method: 'INVITE',
    status,
    phrase: status === null ? null : 'Words',
  }
}

test('the caller stands left of the exchange, everybody called right of it, and arrows go as the messages did', () => {
  const picture = ladderPicture(
    [
      rung(1000, 'received', 'a', '10', null),
      rung(1020, 'sent', 'b', '11', null),
      rung(1250, 'received', 'b', '11', 486),
      rung(1260, 'sent', 'a', '10', 486),
    ],
    'Klinke',
  )
  assert.deepEqual(
    picture.columns.map(({ title }) => title),
    ['10', 'Klinke', '11'],
  )
  const [left = 0, middle = 0, right = 0] = picture.columns.map(({ x }) => x)
  assert.ok(left < middle && middle < right && right < picture.width)
  assert.deepEqual(
    picture.rows.map(({ fromX, toX, label, time, kind }) => [fromX, toX, label, time, kind]),
    [
      [left, middle, 'INVITE', '+0.000', 'request'],
      [middle, right, 'INVITE', '+0.020', 'request'],
      [right, middle, '486 Words', '+0.250', 'bad'],
      [middle, left, '486 Words', '+0.260', 'bad'],
    ],
  )
})

test('no messages make an empty picture', () => {
  assert.deepEqual(ladderPicture([], 'Klinke').rows, [])
})
