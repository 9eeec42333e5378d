import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deskCalls, type LiveCall } from './desk-calls.ts'

const party = (number: string) => ({ tenantId: 't', extensionId: `ext-${number}`, number, displayName: `Extension ${number}` })
const leg = (number: string, role: 'caller' | 'called', state: 'ringing' | 'answered', holds = false) => ({
  ...{ id: number, role, state, holds, party: party(number), sipCallId: `line of ${number}` },
})

function call(change: Partial<LiveCall>): LiveCall {
  return {
    ...{ id: 'one', tenantId: 't', direction: 'internal', caller: party('10'), called: party('11'), state: 'answered', emergency: false },
    ...{ since: '2026-01-01T00:00:00Z', startedAt: '2026-01-01T00:00:00Z', answeredAt: '2026-01-01T00:00:05Z', route: [] },
    legs: [leg('10', 'caller', 'answered'), leg('11', 'called', 'answered')],
    ...change,
  }
}

test('a call is shown from the side of its extension', () => {
  const [outgoing] = deskCalls([call({})], 'ext-10')
  assert.partialDeepStrictEqual(outgoing, { direction: 'outgoing', number: '11', name: 'Extension 11', state: 'talking', isHeld: false })
  const [incoming] = deskCalls([call({})], 'ext-11')
  assert.partialDeepStrictEqual(incoming, { direction: 'incoming', number: '10', state: 'talking' })
  assert.deepEqual(deskCalls([call({})], 'ext-12'), [])
})

for (const [what, change, of, expected] of [
  [
    'the own phone is called first',
    { state: 'ringing', answeredAt: null, legs: [leg('10', 'caller', 'ringing')] },
    'ext-10',
    { direction: 'outgoing', state: 'calling' },
  ],
  [
    'it rings there',
    { state: 'ringing', answeredAt: null, legs: [leg('10', 'caller', 'answered'), leg('11', 'called', 'ringing')] },
    'ext-10',
    { direction: 'outgoing', state: 'ringing' },
  ],
  [
    'it rings here',
    { state: 'ringing', answeredAt: null, legs: [leg('10', 'caller', 'ringing'), leg('11', 'called', 'ringing')] },
    'ext-11',
    { direction: 'incoming', state: 'ringing' },
  ],
  ['it holds', { legs: [leg('10', 'caller', 'answered', true), leg('11', 'called', 'answered')] }, 'ext-10', { isHeld: true }],
  ['it is held', { legs: [leg('10', 'caller', 'answered'), leg('11', 'called', 'answered', true)] }, 'ext-10', { isHeldByOther: true }],
] as const) {
  test(`a call of the desk phone: ${what}`, () => {
    assert.partialDeepStrictEqual(deskCalls([call(change)], of)[0], expected)
  })
}

test('of two calls over one line the older waits while it consults', () => {
  const legs = [leg('10', 'caller', 'answered'), leg('11', 'called', 'answered'), leg('12', 'called', 'answered')]
  const shown = deskCalls([call({ legs }), call({ id: 'two', called: party('12'), legs })], 'ext-10')
  assert.deepEqual(
    shown.map(({ id, isHeld, number }) => [id, isHeld, number]),
    [
      ['one', true, '11'],
      ['two', false, '12'],
    ],
  )
})
