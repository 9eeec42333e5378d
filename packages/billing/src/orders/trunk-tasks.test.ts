import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { LineChange } from './line-changes.ts'
import { orderTerms } from './order-terms.ts'
import { takeAwayOf } from './take-away.ts'
import type { StoredTask } from './task-store.ts'
import { type OrderTask, taskWords } from './tasks.ts'
import { dealtTo, trunkTasksOf, yetToLeave } from './trunk-tasks.ts'

const TERMS = orderTerms.parse({
  provisions: [
    { item: 'extended', makes: 'trunk', product: 'extended' },
    { item: 'connect', makes: 'trunk', product: 'extended-connect' },
    { item: 'basic', makes: 'trunk', product: 'basic' },
    { item: 'group', makes: 'groups' },
    { item: 'basis', makes: 'extensions' },
    { item: 'premium', makes: 'extensions' },
  ],
})

function line(item: string, before: number, after: number): LineChange {
  return { item, before, after, places: [] }
}

const ROWS: readonly (readonly [why: string, lines: readonly LineChange[], tasks: readonly string[]])[] = [
  ['a line is a trunk, its quantity the channels', [line('extended', 0, 30), line('extended', 0, 10)], ['extended 30', 'extended 10']],
  ['a unit of basic is an account', [line('basic', 0, 2)], ['basic 1', 'basic 1']],
  ['more and fewer channels are of the same trunk', [line('connect', 4, 6), line('extended', 120, 30)], ['4 → 6', '120 → 30']],
  ['further accounts are accounts', [line('basic', 3, 4)], ['basic 1']],
  ['fewer accounts go one by one', [line('basic', 3, 1)], ['take 2 basic']],
  ['a trunk goes as a whole', [line('connect', 20, 0)], ['take 1 extended-connect']],
  ['what stays as it is needs nothing', [line('connect', 20, 20)], []],
  [
    'fewer groups and extensions go, of all packages together',
    [line('group', 4, 2), line('basis', 3, 2), line('premium', 2, 0)],
    ['take 3', 'take 2'],
  ],
]
for (const [why, lines, tasks] of ROWS)
  test(why, () => {
    const shown = [...trunkTasksOf(TERMS, lines), ...takeAwayOf(TERMS, lines)].map((task) => {
      if (task.kind === 'trunk') return `${task.product} ${task.channels}`
      if (task.kind === 'trunk-channels') return `${task.before} → ${task.channels}`
      return task.kind === 'take-away' ? ['take', task.count, task.product ?? ''].join(' ').trim() : task.kind
    })
    assert.deepEqual(shown.toSorted(), tasks.toSorted())
  })

test('tasks say what they take away and change', () => {
  assert.equal(taskWords({ kind: 'take-away', what: 'queue', count: 2 }).de, 'Nicht mehr Gebuchtes fortnehmen (2 × Warteschlange)')
  assert.equal(
    taskWords({ kind: 'trunk-channels', product: 'extended', before: 30, channels: 120 }).en,
    'Change the channels of a SIP trunk (30 → 120)',
  )
})

function tasksOf(...tasks: readonly OrderTask[]): readonly StoredTask[] {
  return tasks.map((task, index) => ({
    ...{ position: index + 1, task, due: undefined, doneAt: new Date(0), result: `+${index + 1}`, trouble: undefined },
    ...{ amendment: undefined, skipped: undefined },
  }))
}

test('TRK-01: numbers of an order go to its trunks: one single to each account, blocks in turn, further singles not to extended', () => {
  const number = (size: 1 | 10) => ({ kind: 'numbers', size }) as const
  const made = (product: string) => ({ kind: 'trunk', product, channels: 10 }) as const
  const all = tasksOf(number(10), number(10), number(10), number(1), number(1), made('extended'), made('extended-connect'), made('basic'))
  const dealt = (position: number) => dealtTo(all, position).map(({ first }) => first)
  assert.deepEqual([dealt(6), dealt(7), dealt(8)], [['+1', '+3'], ['+2', '+5'], ['+4']])
  const one = tasksOf(number(10), number(1), made('extended-connect'))
  assert.equal(dealtTo(one, 3).length, 2, 'one trunk gets all')
})

test('ORD-02 [T]: the contract is ahead of trunks that tasks behind this one are yet to bring to a size, or from it', () => {
  const channels = (before: number, after: number) => ({ kind: 'trunk-channels', product: 'extended', before, channels: after }) as const
  const left = (...tasks: readonly OrderTask[]) =>
    yetToLeave({ tasks: tasksOf(...tasks).map((each) => ({ ...each, doneAt: undefined })), position: 1 }, channels(30, 60))
  assert.equal(left(channels(30, 60)), 0)
  assert.equal(left(channels(30, 60), channels(30, 60)), 1, 'two go on')
  assert.equal(left(channels(30, 60), channels(60, 30)), -1, 'two change places')
  assert.equal(left(channels(30, 60), { kind: 'trunk', product: 'extended', channels: 30 }), -1, 'a new one comes')
  assert.equal(left(channels(30, 60), { kind: 'take-away', what: 'trunk', count: 1, product: 'extended', channels: 30 }), 1)
})
