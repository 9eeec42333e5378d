import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Machine, statesOf } from '../transaction/machine.ts'

/** Every edge the RFCs draw, read off their figures. Any other pair of state and event must change nothing. */
export type EdgeRow = readonly [state: string, event: string, next: string, effects: string]

/** Tests that the machine has exactly these edges. */
export function checkMachine<S extends string, E extends string, F extends string>(
  machine: Machine<S, E, F>,
  rows: readonly EdgeRow[],
): void {
  const drawn = new Map(rows.map(([state, event, next, effects]) => [`${state} + ${event}`, `${next}: ${effects}`]))
  test(`${machine.name}: every drawn edge leads where ${machine.source} says, every other event changes nothing`, () => {
    for (const state of statesOf(machine.edges)) {
      for (const event of machine.events) {
        const [next, effects] = machine.step(state, event)
        const expected = drawn.get(`${state} + ${event}`) ?? `${state}: `
        assert.equal(`${next}: ${effects.join(', ')}`, expected, `${state} + ${event}`)
        drawn.delete(`${state} + ${event}`)
      }
    }
    assert.deepEqual([...drawn.keys()], [], 'rows the machine does not know')
  })

  test(`${machine.name}: a terminated transaction does nothing any more`, () => {
    const terminated = statesOf(machine.edges).at(-1)
    assert.equal(terminated, 'terminated')
    for (const event of machine.events) assert.deepEqual(terminated && machine.step(terminated, event), ['terminated', []])
  })
}
