import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Lock, lockFault, stageOf } from './lock.ts'
import { isAllowedAgent } from './user-agents.ts'

const DAY = 86_400_000
const STAGED: Lock = {
  ...{ id: 'l', cause: 'surge', services: 'all', liftedAtMs: undefined },
  ...{ outgoingFromMs: DAY, fullFromMs: 8 * DAY },
}

for (const [atMs, stage] of [
  [0, 'announced'],
  [DAY, 'outgoing'],
  [8 * DAY - 1, 'outgoing'],
  [8 * DAY, 'full'],
] as const) {
  test(`FRD-03: after ${atMs / DAY} days the lock is ${stage}, and lifted once it is`, () => {
    assert.equal(stageOf(STAGED, atMs), stage)
    assert.equal(stageOf({ ...STAGED, liftedAtMs: atMs }, atMs), 'lifted')
  })
}

for (const [what, lock, fault] of [
  ['announced a day before, full a week later', {}, undefined],
  ['announced too late', { outgoingFromMs: DAY - 1 }, 'too-soon'],
  ['full before a week has passed', { fullFromMs: 8 * DAY - 1 }, 'full-too-soon'],
  ['the same for a negative balance', { cause: 'negative-balance', fullFromMs: 8 * DAY - 1 }, 'full-too-soon'],
  ['full, and limited to some services', { services: 'international' }, 'full-needs-all'],
  ['a security risk, at once and wholly (FRD-04)', { cause: 'security', outgoingFromMs: 0, fullFromMs: 0 }, undefined],
] as const satisfies readonly (readonly [string, Partial<Lock>, string | undefined])[]) {
  test(`FRD-03: a lock ${what} is ${fault ?? 'right'}`, () => {
    assert.equal(lockFault({ ...STAGED, ...lock }, 0, 24), fault)
  })
}

for (const [agent, patterns, allowed] of [
  ['anything', [], true],
  ['Snom D735', ['snom*'], true],
  ['Snom', ['snom'], true],
  ['Snom D735', ['snom'], false],
  ['my Snom', ['snom*'], false],
  ['Asterisk PBX 20.1', ['*pbx*20*'], true],
  ['Asterisk 20 PBX', ['*pbx*20*'], false],
  ['aba', ['ab*ba'], false],
  [undefined, ['*'], true],
  [undefined, ['x*'], false],
] as const) {
  test(`TRK-11: ${agent ?? 'no name'} is ${allowed ? '' : 'not '}one of ${patterns.join(', ') || 'all'}`, () => {
    assert.equal(isAllowedAgent(agent, patterns), allowed)
  })
}
