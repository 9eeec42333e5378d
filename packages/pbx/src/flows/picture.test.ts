import assert from 'node:assert/strict'
import { test } from 'node:test'
import { flowGraph } from './blocks.ts'
import { layOut } from './picture/lay-out.ts'
import { drawFlow } from './picture.ts'

const SALES = '00000000-0000-7000-8000-0000000000a1'
const graph = flowGraph.parse({
  start: 'hours',
  blocks: [
    { id: 'closed', kind: 'announcement', prompt: 'outside-hours', next: 'end' },
    {
      id: 'hours',
      kind: 'hours',
      when: [{ schedule: { kind: 'schedule', targetId: SALES }, is: 'open', next: 'menu' }],
      otherwise: 'closed',
    },
    { id: 'menu', kind: 'menu', prompt: 'please-wait', keys: { 2: 'sales', '#': 'menu' }, timedOut: 'end' },
    { id: 'sales', kind: 'destination', to: { kind: 'extension', targetId: SALES }, otherwise: 'closed' },
    { id: 'pin', kind: 'number-pin', prompt: 'enter-pin', entries: [{ pin: '4711', to: { kind: 'extension', targetId: SALES } }] },
    { id: 'end', kind: 'hang-up' },
  ],
})

test('IVR-01: each block stands below what leads to it, what is led to by nothing comes last', () => {
  const places = layOut(graph).map(({ block, row, column }) => `${block.id} ${row} ${column}`)
  assert.deepEqual(places, ['hours 0 0', 'menu 1 0', 'closed 1 1', 'sales 2 0', 'end 2 1', 'pin 0 1'])
})

test('IVR-01: the picture names blocks, what they say and lead to, and the keys, in both languages; no PIN', () => {
  const names = new Map([[SALES, 'Bernd <Vertrieb>']])
  const [de, en] = [drawFlow(graph, names, 'de'), drawFlow(graph, names, 'en')]
  for (const words of ['Menü', 'Bitte warten Sie.', 'geöffnet', 'keine Taste', '>2<', '>#<']) assert.ok(de.includes(words), words)
  for (const words of ['Menu', 'Please wait.', 'open', 'no key']) assert.ok(en.includes(words), words)
  assert.ok(!de.includes('4711'))
  assert.ok(de.includes('Bernd &#60;Vertrieb&#62;') && !de.includes('<Vertrieb>'), 'names are no markup')
  assert.equal(de.match(/<rect x=/g)?.length, graph.blocks.length)
  assert.equal(de.match(/marker-end/g)?.length, 7)
})
