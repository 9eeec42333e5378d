import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CallMeter } from './call-meter.ts'
import { CallWindow } from './call-window.ts'
import { answeredPercent, patternsOf } from './patterns.ts'

const MINUTE = 60_000
const NONE = { attempts: 0, answered: 0, abandoned: 0, rungOnly: 0, withoutMedia: 0 }

test('a window knows the last hour, to the minute', () => {
  const window = new CallWindow()
  window.add({ attempts: 1, answered: 1 }, 0)
  window.add({ attempts: 2 }, 30 * MINUTE)
  const attempts = [30, 59, 60, 89, 90].map((minute) => window.total(minute * MINUTE).attempts)
  assert.deepEqual(attempts, [3, 3, 2, 2, 0])
})

test('a meter gives calls a second over the last ten', () => {
  const meter = new CallMeter()
  for (let i = 0; i < 20; i++) meter.add(i * 100)
  assert.deepEqual(
    [2_000, 9_999, 10_000, 11_000, 60_000].map((nowMs) => meter.perSecond(nowMs)),
    [2, 2, 1, 0, 0],
  )
})

for (const [what, counts, percent] of [
  ['nothing is said of fewer than twenty calls', { attempts: 19, answered: 0 }, undefined],
  ['half', { attempts: 20, answered: 10 }, 50],
  ['59.9 % is not 60', { attempts: 1000, answered: 599 }, 59],
] as const) {
  test(`TRK-05, the share that was answered: ${what}`, () => assert.equal(answeredPercent({ ...NONE, ...counts }), percent))
}

for (const [what, counts, patterns] of [
  ['an office', { attempts: 100, answered: 70, abandoned: 2, rungOnly: 10 }, []],
  ['a machine that has nobody free for one in ten', { attempts: 100, answered: 40, abandoned: 4 }, ['dialler']],
  ['the same in a few calls', { attempts: 49, answered: 20, abandoned: 10 }, []],
  ['missed calls on purpose (TRK-15)', { attempts: 30, rungOnly: 20 }, ['signalling-only']],
  ['answered calls without sound (TRK-15)', { attempts: 20, answered: 20, withoutMedia: 10 }, ['signalling-only']],
  ['both together', { attempts: 20, answered: 10, withoutMedia: 5, rungOnly: 5 }, ['signalling-only']],
  [
    'a machine that gives up half of its calls',
    { attempts: 100, answered: 20, abandoned: 5, rungOnly: 60 },
    ['dialler', 'signalling-only'],
  ],
] as const) {
  test(`FRD-05, the pattern of ${what}`, () => assert.deepEqual(patternsOf({ ...NONE, ...counts }), patterns))
}

test('from where on calls look like a dialler, or carry no speech, is for the product to say', () => {
  const counts = { ...NONE, attempts: 100, answered: 40, abandoned: 4, rungOnly: 40 }
  for (const [thresholds, patterns] of [
    [{}, ['dialler']],
    [{ abandonedPercent: 11 }, []],
    [{ fewestForDialler: 101 }, []],
    [{ abandonedPercent: 11, rungOnlyPercent: 40 }, ['signalling-only']],
    [{ abandonedPercent: 11, soundlessPercent: 40 }, ['signalling-only']],
    [{ abandonedPercent: 11, soundlessPercent: 40, fewestCalls: 101 }, []],
  ] as const)
    assert.deepEqual(patternsOf(counts, thresholds), patterns, JSON.stringify(thresholds))
})
