import assert from 'node:assert/strict'
import type { SimulatedPbx } from './simulated-pbx.ts'

/** Each recording ended once, and everybody in it had been told or had agreed before it began (LAW-06). */
export function assertConsented({ recordings: { begun, kept, discarded, amended } }: SimulatedPbx): void {
  const ended = [...kept, ...discarded].map(({ id }) => id)
  assert.deepEqual(ended.toSorted(), begun.map(({ id }) => id).toSorted(), 'a recording that was begun is kept or discarded, once')
  for (const { consents, parties, startedAtMs, id } of kept) {
    const numbers = (of: readonly { readonly number: string }[]) => of.map(({ number }) => number).toSorted()
    assert.deepEqual(numbers(consents), numbers(parties), `everybody in ${id} has answered`)
    const late = amended.some((head) => head.id === id)
    assert.ok(late || consents.every(({ atMs }) => atMs <= startedAtMs), `nobody in ${id} was told late`)
  }
}
