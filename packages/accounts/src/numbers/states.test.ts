import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assertMayBecome, IN_USE, NUMBER_STATES, type NumberState } from './states.ts'

/** From each state to all others; those that are possible. */
const POSSIBLE: ReadonlySet<string> = new Set([
  ...['ordered → temporary', 'ordered → porting-in', 'ordered → active'],
  ...['temporary → active', 'temporary → quarantined'],
  ...['porting-in → active', 'porting-in → ordered'],
  ...['active → porting-out', 'active → quarantined', 'active → porting-in'],
  ...['porting-out → quarantined', 'porting-out → active'],
  ...['quarantined → active', 'quarantined → porting-out'],
])

for (const from of NUMBER_STATES)
  for (const to of NUMBER_STATES) {
    const way = `${from} → ${to}`
    const isPossible = from === to || POSSIBLE.has(way)
    test(`a number goes ${way}: ${isPossible ? 'yes' : 'no'}`, () => {
      const change = () => assertMayBecome('+4922112345', from, to)
      if (isPossible) change()
      else assert.throws(change, { code: 'number-state-impossible' })
    })
  }

const REACHED: readonly (readonly [NumberState, boolean])[] = [
  ['ordered', false],
  ['temporary', true],
  ['porting-in', false],
  ['active', true],
  ['porting-out', true],
  ['quarantined', false],
]
for (const [state, isReached] of REACHED) {
  test(`a number that is ${state} is ${isReached ? '' : 'not '}reached by calls`, () => assert.equal(IN_USE.has(state), isReached))
}
