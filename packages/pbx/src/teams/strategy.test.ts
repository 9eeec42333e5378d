import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seededRandom } from '@klinke/foundation'
import { roundsOf, type Standing, type Strategy } from './strategy.ts'

const idle: Readonly<Record<string, number>> = { a: 300, b: 100, c: 200 }

function standing(more: Partial<Standing> = {}): Standing {
  return { last: undefined, idleSinceMs: (member) => idle[member] ?? Number.NEGATIVE_INFINITY, random: seededRandom(7), ...more }
}

const rows: readonly (readonly [what: string, Strategy, members: string, last: string | undefined, rounds: string])[] = [
  ['rings all together', 'simultaneous', 'abc', undefined, 'abc'],
  ['rings nobody where nobody is', 'simultaneous', '', undefined, ''],
  ['begins with who is idle for longest', 'longest-idle', 'abc', undefined, 'b c a'],
  ['begins with who has had no call at all, in the order of the team', 'longest-idle', 'axcy', undefined, 'x y c a'],
  ['begins with the first where nobody was in turn yet', 'next-in-turn', 'abc', undefined, 'a b c'],
  ['begins with the one after who was last in turn', 'next-in-turn', 'abc', 'a', 'b c a'],
  ['begins anew after the last of the team', 'next-in-turn', 'abc', 'c', 'a b c'],
  ['begins with the first where who was last has left', 'next-in-turn', 'abc', 'z', 'a b c'],
  ['rings only one where there is one', 'one-then-all', 'a', undefined, 'a'],
]
for (const [what, strategy, members, last, rounds] of rows) {
  test(`${strategy} ${what}`, () => {
    const rung = roundsOf(strategy, [...members], standing({ last }))
    assert.equal(rung.map((round) => round.join('')).join(' '), rounds)
  })
}

test('one-then-all rings one, then all others together, and each is the first now and then', () => {
  const random = seededRandom(1)
  const firsts = new Set<string>()
  for (let call = 0; call < 60; call++) {
    const [first, others] = roundsOf('one-then-all', ['a', 'b', 'c'], standing({ random }))
    assert.deepEqual([first?.length, [...(first ?? []), ...(others ?? [])].sort()], [1, ['a', 'b', 'c']])
    firsts.add(first?.[0] ?? '')
  }
  assert.equal(firsts.size, 3)
})

test('random rings everybody once, in all orders', () => {
  const random = seededRandom(1)
  const orders = new Set<string>()
  for (let call = 0; call < 100; call++) orders.add(roundsOf('random', ['a', 'b', 'c'], standing({ random })).flat().join(''))
  assert.equal(orders.size, 6)
})
