import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FlowBlock, FlowGraph, Layout } from './flow.ts'
import { BLOCK_WIDTH, layOut, placesOf } from './lay-out.ts'

const say = (id: string, next: string): FlowBlock => ({ id, kind: 'announcement', prompt: 'p', beforeAnswer: false, next })
const END: FlowBlock = { id: 'end', kind: 'hang-up' }
const GRAPH: FlowGraph = { start: 'a', blocks: [END, say('b', 'end'), say('a', 'b')] }

function x(places: Layout, id: string): number {
  return places[id]?.x ?? Number.NaN
}

test('a block stands to the right of what leads to it', () => {
  const places = layOut(GRAPH)
  assert.ok(x(places, 'a') + BLOCK_WIDTH < x(places, 'b'))
  assert.ok(x(places, 'b') + BLOCK_WIDTH < x(places, 'end'))
})

test('a circle is laid out too', () => {
  assert.equal(Object.keys(layOut({ start: 'a', blocks: [say('a', 'b'), say('b', 'a')] })).length, 2)
})

test('what somebody has placed stays; what has no place comes to the right of what leads to it, over nothing', () => {
  const layout = { a: { x: 7, y: 8 }, end: { x: 7 + BLOCK_WIDTH + 60, y: 8 } }
  const places = placesOf(GRAPH, layout)
  assert.deepEqual(places.a, layout.a)
  assert.deepEqual(places.end, layout.end)
  assert.equal(x(places, 'b'), x(places, 'end'))
  assert.notEqual(places.b?.y, places.end?.y)
  assert.equal(placesOf(GRAPH, places), places)
})
