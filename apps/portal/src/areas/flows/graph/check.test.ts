import assert from 'node:assert/strict'
import { test } from 'node:test'
import { structureOf } from './check.ts'
import type { FlowBlock } from './flow.ts'

const say = (id: string, next?: string): FlowBlock => ({
  ...{ id, kind: 'announcement', prompt: 'p', beforeAnswer: false },
  ...(next === undefined ? {} : { next }),
})

test('what no call comes to is seen, with all that only it leads to', () => {
  const { unreachable } = structureOf({ start: 'a', blocks: [say('a'), say('b', 'c'), say('c')] })
  assert.deepEqual([...unreachable], ['b', 'c'])
})

test('blocks from which the flow comes back to themselves are seen, not those before', () => {
  const { circling } = structureOf({ start: 'a', blocks: [say('a', 'b'), say('b', 'c'), say('c', 'b')] })
  assert.deepEqual([...circling], ['b', 'c'])
})

test('exits at which calls end are named; a destination without a way back is meant so', () => {
  const blocks: readonly FlowBlock[] = [
    say('a', 'to'),
    { id: 'to', kind: 'destination', to: { kind: 'operator' } },
    { id: 'menu', kind: 'menu', prompt: 'p', waitSeconds: 5, retries: 2, keys: { 1: 'a' } },
    { id: 'end', kind: 'hang-up' },
  ]
  assert.deepEqual([...structureOf({ start: 'a', blocks }).open], [['menu', ['timedOut']]])
})
