import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Refusal, refused } from '@klinke/calls'
import { TestPbx } from '../test-support/index.ts'
import type { ContinuityMode } from './rules.ts'

const [NUMBER, OUTSIDE, TRUNK] = ['+4922155500', '+493023125000', 't1']
const UNREACHABLE: Refusal = { ...refused('unreachable', 480), tryElsewhere: true }

/** Calls a number of the PBX, which answers like that; gives where the call went outside, and what its record says. */
async function called(mode: ContinuityMode | undefined, outcome: Refusal) {
  const asked: (boolean | undefined)[] = []
  const continuity = mode === undefined ? [] : ([[TRUNK, { mode, destination: { kind: 'external', number: OUTSIDE } }]] as const)
  const pbx = new TestPbx([
    {
      id: 'a',
      extensions: ['10'],
      numbers: { [NUMBER]: { kind: 'trunk', targetId: TRUNK } },
      parts: { trunkContinuity: new Map(continuity) },
    },
  ])
  pbx.pbxAtTrunk = (ring) => {
    asked.push(ring.knownDownIsEnough)
    return outcome
  }
  const caller = await pbx.dial('a', '10', NUMBER)
  await pbx.hearOut()
  return { outside: pbx.outside.map(({ number }) => number), asked, final: caller.final }
}

for (const [mode, outcome, outside, asked] of [
  ['automatic', UNREACHABLE, [OUTSIDE], [true]],
  ['automatic', refused('busy', 486), [], [true]],
  ['automatic', refused('no-answer', 480), [], [true]],
  ['always', UNREACHABLE, [OUTSIDE], []],
  ['off', UNREACHABLE, [], [undefined]],
  [undefined, UNREACHABLE, [], [undefined]],
] as const) {
  const what = outcome === UNREACHABLE ? 'unreachable' : outcome.cause
  test(`BCP-01: continuity ${mode ?? 'not set'} and a PBX that is ${what}: ${outside.length > 0 ? 'the call goes elsewhere' : 'the caller is told'}`, async () => {
    const result = await called(mode, outcome)
    assert.deepEqual([result.outside, result.asked], [outside, asked])
    if (outside.length === 0) assert.equal(result.final, outcome.status)
  })
}

for (const [contact, goes] of [
  ['sip:03023125000@pbx.example', [OUTSIDE]],
  ['tel:+493023125000', [OUTSIDE]],
  ['sip:112@pbx.example', []],
  ['sip:secretary@pbx.example', []],
  ['mailto:boss@pbx.example', []],
] as const) {
  test(`a PBX that redirects to ${contact} ${goes.length > 0 ? 'forwards the call' : 'is not followed'}`, async () => {
    const { outside } = await called('automatic', { ...refused('unreachable', 480), redirectedTo: contact })
    assert.deepEqual(outside, goes)
  })
}
