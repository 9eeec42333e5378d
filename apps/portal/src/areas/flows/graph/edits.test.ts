import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addBlock, connect, freeName, isBlockName, removeBlocks, renameBlock } from './edits.ts'
import type { Draft, FlowBlock } from './flow.ts'
import { newBlock } from './new-block.ts'

const MENU: FlowBlock = { id: 'menu', kind: 'menu', prompt: 'p', waitSeconds: 5, retries: 2, keys: { 1: 'end' }, timedOut: 'end' }
const HOURS: FlowBlock = {
  ...{ id: 'hours', kind: 'hours', otherwise: 'end' },
  when: [{ schedule: { kind: 'schedule', targetId: 's' }, is: 'open', next: 'menu' }],
}
const END: FlowBlock = { id: 'end', kind: 'hang-up' }
const EMPTY: Draft = { graph: { start: 'start', blocks: [] }, layout: {}, examples: [] }

function draft(...blocks: readonly FlowBlock[]): Draft {
  return {
    graph: { start: blocks[0]?.id ?? '', blocks },
    layout: Object.fromEntries(blocks.map(({ id }) => [id, { x: 1, y: 2 }])),
    examples: [],
  }
}

test('the first block is what calls begin with; the second is not, and can be led to by the exit of the first', () => {
  const one = addBlock(EMPTY, newBlock('menu', 'menu'), { x: 5, y: 6 })
  assert.equal(one.graph.start, 'menu')
  assert.deepEqual(one.layout, { menu: { x: 5, y: 6 } })
  const two = addBlock(one, END, undefined, { block: 'menu', exit: 'keys.3' })
  assert.equal(two.graph.start, 'menu')
  assert.partialDeepStrictEqual(two.graph.blocks[0], { keys: { 3: 'end' } })
})

test('a removed block takes along what led to it, and where it stood; the beginning moves on', () => {
  const left = removeBlocks(draft(HOURS, MENU, END), new Set(['end']))
  assert.deepEqual(left.graph.blocks[1], { id: 'menu', kind: 'menu', prompt: 'p', waitSeconds: 5, retries: 2, keys: {} })
  assert.ok(!('otherwise' in (left.graph.blocks[0] ?? {})))
  assert.deepEqual(Object.keys(left.layout), ['hours', 'menu'])
  assert.equal(removeBlocks(draft(HOURS, MENU, END), new Set(['hours'])).graph.start, 'menu')
})

test('what a destination leads to when nobody answers is cut with it, also where it hangs up by now', () => {
  const busy: FlowBlock = { id: 'to', kind: 'destination', to: { kind: 'hang-up' }, otherwise: 'end' }
  assert.ok(!('otherwise' in (removeBlocks(draft(busy, END), new Set(['end'])).graph.blocks[0] ?? {})))
})

test('exits of every shape are led and cut: conditions, keys, plain ones', () => {
  const led = connect(connect(draft(HOURS, MENU, END), 'hours', 'when.0.next', 'end'), 'menu', 'invalid', 'hours')
  assert.partialDeepStrictEqual(led.graph.blocks[0], { when: [{ is: 'open', next: 'end' }] })
  assert.partialDeepStrictEqual(led.graph.blocks[1], { invalid: 'hours' })
  const cut = connect(connect(led, 'hours', 'when.0.next', undefined), 'menu', 'invalid', undefined)
  assert.ok(!JSON.stringify(cut.graph.blocks[0]).includes('next'))
  assert.ok(!('invalid' in (cut.graph.blocks[1] ?? {})))
})

test('a renamed block keeps its place and all that leads to it, also in examples', () => {
  const call = { caller: '1', internal: false, called: '', at: '', keys: [], lookups: {}, refused: { end: 'busy' as const } }
  const examples = [{ name: 'x', call, expected: { end: 'hung-up' as const, blocks: ['menu', 'end'] } }]
  const renamed = renameBlock({ ...draft(MENU, END), examples }, 'end', 'schluss')
  assert.partialDeepStrictEqual(renamed.graph.blocks, [{ keys: { 1: 'schluss' }, timedOut: 'schluss' }, { id: 'schluss' }])
  assert.deepEqual(Object.keys(renamed.layout), ['menu', 'schluss'])
  assert.partialDeepStrictEqual(renamed.examples[0], { call: { refused: { schluss: 'busy' } }, expected: { blocks: ['menu', 'schluss'] } })
  assert.equal(renameBlock(draft(MENU, END), 'menu', 'a').graph.start, 'a')
})

test('a new block has a name of its own', () => {
  assert.equal(freeName(EMPTY.graph, 'menu'), 'menu')
  assert.equal(freeName(draft(MENU, { ...MENU, id: 'menu-2' }).graph, 'menu'), 'menu-3')
  assert.deepEqual(['taste-1', 'Menü', '', '-a', 'a'.repeat(41)].map(isBlockName), [true, false, false, false, false])
})
