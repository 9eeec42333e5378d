import assert from 'node:assert/strict'
import { test } from 'node:test'
import { flowGraph } from './blocks.ts'
import { layOut } from './picture/lay-out.ts'
import { linesOf, portsOf } from './picture/lines.ts'
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

test('exits of a block to the same place are one line with all its keys; lines of one block do not cross each other', () => {
  const [start, ...others] = layOut(
    flowGraph.parse({
      start: 'menu',
      blocks: [
        { id: 'menu', kind: 'menu', prompt: 'please-wait', keys: { 0: 'a', 1: 'b', 2: 'menu' }, timedOut: 'a', invalid: 'a' },
        { id: 'b', kind: 'destination', to: { kind: 'operator' }, otherwise: 'a' },
        { id: 'a', kind: 'destination', to: { kind: 'hang-up', as: 'busy' } },
      ],
    }),
  )
  assert.ok(start)
  const lines = linesOf([start, ...others], 'de')
  assert.deepEqual(
    lines.map(({ from, to, label }) => [from.block.id, to.block.id, label]),
    [
      ['menu', 'a', '0, keine Taste, falsche Taste'],
      ['menu', 'b', '1'],
      ['menu', 'menu', '2'],
      ['b', 'a', 'sonst'],
    ],
  )
  const [departures, arrivals] = [portsOf(lines, 'from'), portsOf(lines, 'to')]
  assert.deepEqual([...departures.values()], [1 / 3, 2 / 3])
  const [fromMenu, , , round] = lines
  assert.ok(fromMenu && round && (arrivals.get(fromMenu) ?? 1) < (arrivals.get(round) ?? 0), 'what goes round arrives at the right')
})

test('the picture says of a destination what it is, in both languages', () => {
  const rows = [
    [{ kind: 'queue', targetId: SALES }, 'Weiter in die Warteschlange', 'On to the queue'],
    [{ kind: 'voicemail', targetId: SALES }, 'Weiter zur Mailbox', 'On to the voicemail box'],
    [{ kind: 'operator' }, 'Weiter zur Vermittlung', 'On to the operator'],
    [{ kind: 'hang-up', as: 'busy' }, 'besetzt', 'busy'],
  ] as const
  for (const [to, german, english] of rows) {
    const one = flowGraph.parse({ start: 'a', blocks: [{ id: 'a', kind: 'destination', to }] })
    assert.ok(drawFlow(one, new Map(), 'de').includes(`>${german}<`), german)
    assert.ok(drawFlow(one, new Map(), 'en').includes(`>${english}<`), english)
  }
})
