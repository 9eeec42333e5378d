import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nextAnnouncements } from './announcements.ts'
import { estimatedWaitSeconds } from './estimate.ts'
import { priorityOf, queueSettings } from './rules.ts'

const every = (firstSeconds: number, everySeconds: number) => ({ firstSeconds, everySeconds })
const NONE = { position: null, wait: null, periodic: null, callback: null }

const announced: readonly (readonly [what: string, waited: number, times: Partial<typeof QUEUE>, next: string])[] = [
  ['nothing is said where nothing is set', 0, {}, 'never'],
  ['the first comes first', 0, { position: every(10, 30) }, '10 position'],
  ['what has been said at this moment comes again later', 10, { position: every(10, 30) }, '40 position'],
  ['an announcement that took long is not made up for', 95, { position: every(10, 30) }, '100 position'],
  ['what is due together is said together, the place first', 0, { wait: every(20, 20), position: every(20, 60) }, '20 position wait'],
  ['the earlier one comes first', 21, { wait: every(20, 20), position: every(20, 60), periodic: every(30, 30) }, '30 periodic'],
]
const QUEUE: {
  position: ReturnType<typeof every> | null
  wait: ReturnType<typeof every> | null
  periodic: ReturnType<typeof every> | null
  callback: ReturnType<typeof every> | null
} = NONE
for (const [what, waited, times, expected] of announced) {
  test(`announcements: ${what}`, () => {
    const next = nextAnnouncements({ ...QUEUE, ...times }, waited)
    assert.equal(next === undefined ? 'never' : `${next.atSeconds} ${next.kinds.join(' ')}`, expected)
  })
}

const estimates: readonly (readonly [position: number, agents: number, handled: readonly number[], seconds: number | undefined])[] = [
  [1, 1, [], 180],
  [1, 1, [60, 120], 90],
  [4, 2, [60, 120], 180],
  [1, 0, [60], undefined],
  [1, 1, [...Array<number>(5).fill(1000), ...Array<number>(20).fill(30)], 30],
]
for (const [position, agents, handled, seconds] of estimates) {
  test(`place ${position} with ${agents} agents and ${handled.length} calls so far waits ${seconds ?? 'for nobody knows how long'}`, () => {
    assert.equal(estimatedWaitSeconds(position, agents, handled), seconds)
  })
}

test('the first rule that fits a caller gives its priority', () => {
  const settings = queueSettings.parse({
    priorityCallers: [
      { caller: '+4922112345', priority: 9 },
      { caller: '+49221*', priority: 3 },
      { caller: '10', priority: 1 },
    ],
  })
  const numbers = ['+4922112345', '+4922199', '10', '100', '+4930']
  assert.deepEqual(
    numbers.map((number) => priorityOf(number, settings)),
    [9, 3, 1, 0, 0],
  )
})
