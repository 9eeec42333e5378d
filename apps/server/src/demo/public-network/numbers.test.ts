import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Behaviour, behaviourOf, calledNumber, NETWORK_CALLER, NETWORK_NUMBERS } from './numbers.ts'

const rows: readonly (readonly [dialled: string, kind: Behaviour['kind']])[] = [
  ['+493023125100', 'echo'],
  ['00493023125100', 'echo'],
  ['03023125100', 'echo'],
  ['+493023125102', 'tone'],
  ['+493023125486', 'busy'],
  ['+493023125180', 'no-answer'],
  ['+493023125404', 'unassigned'],
  ['+493023125905', 'hang-up-after'],
  ['+493023125900', 'unassigned'],
  ['110', 'tone'],
  ['112', 'tone'],
  ['+4930231251', 'unassigned'],
  ['anonymous', 'unassigned'],
]

for (const [dialled, kind] of rows) {
  test(`a call to ${dialled} meets: ${kind}`, () => assert.equal(behaviourOf(calledNumber(dialled)).kind, kind))
}

test('the last two digits say after how many seconds the network hangs up', () => {
  assert.deepEqual(behaviourOf('+493023125942'), { kind: 'hang-up-after', seconds: 42 })
})

test('every number of the network is reserved for fiction', () => {
  for (const number of [NETWORK_CALLER, ...Object.values(NETWORK_NUMBERS)]) assert.match(number, /^\+493023125\d{3}$/)
})
