import assert from 'node:assert/strict'
import { test } from 'node:test'
import { begin, type HistoryAction, step } from './history.ts'

const to = (value: string, about?: string): HistoryAction<string> => ({ kind: 'change', change: () => value, ...(about && { about }) })
const UNDO: HistoryAction<string> = { kind: 'undo' }
const REDO: HistoryAction<string> = { kind: 'redo' }

const rows: readonly (readonly [what: string, actions: readonly HistoryAction<string>[], present: string])[] = [
  ['a change is undone', [to('b'), UNDO], 'a'],
  ['an undone change is done again', [to('b'), UNDO, REDO], 'b'],
  ['a change after an undone one takes its place', [to('b'), UNDO, to('c'), REDO], 'c'],
  ['letters of one text are undone together', [to('b', 'text'), to('bc', 'text'), to('bcd', 'text'), UNDO], 'a'],
  ['changes of different things are undone one by one', [to('b', 'x'), to('c', 'y'), UNDO], 'b'],
  ['the same text after an undo is a step of its own', [to('b', 'x'), UNDO, to('c', 'x'), UNDO], 'a'],
  ['what did not change is no step', [to('b'), { kind: 'change', change: (state) => state }, UNDO], 'a'],
  ['nothing is undone where nothing was done', [UNDO, REDO], 'a'],
  ['a fresh start has no way back', [to('b'), { kind: 'start-over', state: 'z' }, UNDO], 'z'],
]
for (const [what, actions, present] of rows) {
  test(`history of a drawing: ${what}`, () => {
    assert.equal(actions.reduce(step<string>, begin('a')).present, present)
  })
}
