import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assertMayBecome, type NumberState } from '../numbers/states.ts'
import { CASE_WORDS, PORTING_CASES, REJECTION_CODES, REJECTIONS } from './cases.ts'
import { PORTING_STATES, PORTING_STEPS, type PortingDirection, type PortingState, type PortingStep, step } from './porting.ts'

/** From each state by each step; what is not here is refused. */
const POSSIBLE: Readonly<Record<string, PortingState>> = {
  'draft ask': 'asked',
  'draft cancel': 'cancelled',
  'asked agree': 'agreed',
  'asked reject': 'rejected',
  'asked cancel': 'cancelled',
  'rejected correct': 'draft',
  'rejected cancel': 'cancelled',
  'agreed schedule': 'scheduled',
  'agreed postpone': 'agreed',
  'agreed cancel': 'cancelled',
  'scheduled schedule': 'scheduled',
  'scheduled postpone': 'agreed',
  'scheduled switch': 'switched',
  'scheduled cancel': 'cancelled',
  'switched confirm': 'done',
  'switched roll-back': 'agreed',
}

for (const from of PORTING_STATES)
  for (const made of PORTING_STEPS) {
    const to = POSSIBLE[`${from} ${made}`]
    test(`LAW-05: a porting that is ${from} ${to === undefined ? 'has no step' : `becomes ${to} by`} ${made}`, () => {
      if (to === undefined) assert.throws(() => step('in', from, made), { code: 'porting-step-impossible' })
      else assert.equal(step('in', from, made).state, to)
    })
  }

type Way = readonly (readonly [PortingStep, NumberState])[]

/** What the numbers are after each step. */
const WAYS: readonly (readonly [string, PortingDirection, PortingState, NumberState, Way])[] = [
  [
    ...(['numbers come', 'in', 'draft', 'ordered'] as const),
    [
      ['ask', 'porting-in'],
      ['reject', 'porting-in'],
      ['correct', 'ordered'],
      ['ask', 'porting-in'],
      ['agree', 'porting-in'],
      ['schedule', 'porting-in'],
      ['switch', 'active'],
      ['roll-back', 'porting-in'],
      ['schedule', 'porting-in'],
      ['switch', 'active'],
      ['confirm', 'active'],
    ],
  ],
  [...(['numbers that were asked for are given up', 'in', 'asked', 'porting-in'] as const), [['cancel', 'ordered']]],
  [
    ...(['numbers go', 'out', 'asked', 'active'] as const),
    [
      ['agree', 'porting-out'],
      ['schedule', 'porting-out'],
      ['postpone', 'porting-out'],
      ['schedule', 'porting-out'],
      ['switch', 'quarantined'],
      ['roll-back', 'porting-out'],
      ['cancel', 'active'],
    ],
  ],
  [
    ...(['numbers that we have refused to give away stay', 'out', 'asked', 'active'] as const),
    [
      ['reject', 'active'],
      ['cancel', 'active'],
    ],
  ],
]

for (const [name, direction, first, numbers, way] of WAYS) {
  test(`LAW-05: ${name}, and each of their states follows from the one before`, () => {
    let [state, now] = [first, numbers]
    for (const [made, expected] of way) {
      const next = step(direction, state, made)
      if (next.numbers !== undefined) assertMayBecome('+4922112345', now, next.numbers)
      state = next.state
      now = next.numbers ?? now
      assert.equal(now, expected, `${made}: ${state}`)
    }
  })
}

test('LAW-05: each case and each code for a rejection is told in plain words, German and English', () => {
  const texts = [
    ...PORTING_CASES.map((each) => CASE_WORDS[each]),
    ...REJECTION_CODES.flatMap((code) => [REJECTIONS[code].reason, REJECTIONS[code].remedy]),
  ]
  assert.equal(texts.length, 3 + 7 * 2)
  for (const { de, en } of texts) assert.ok(de.length > 15 && en.length > 15 && de !== en)
})
