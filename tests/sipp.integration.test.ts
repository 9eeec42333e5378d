/** Ladders that softphones do not walk on their own, walked by sipp on both sides of Klinke. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { missingPeers, RunningProduct } from '@klinke/testbed'
import * as ladder from './scenarios.ts'
import { endedRecords, noLiveCalls, root, sippCalled, sippCaller } from './support.ts'

const skip = missingPeers('sipp')
const DEADLINE_MS = 30_000
let product: RunningProduct

before(async () => {
  product = await RunningProduct.start({ root })
})
after(() => product?.[Symbol.asyncDispose]())

const rows: readonly (readonly [what: string, caller: string, called: string])[] = [
  ['a call by register, INVITE with digest, ACK, BYE', ladder.CALL, ladder.ANSWER],
  ['hold and resume by re-INVITE', ladder.HOLD, ladder.HELD],
  ['CANCEL while it rings', ladder.CANCEL, ladder.CANCELLED],
  ['a late offer', ladder.LATE_OFFER, ladder.LATE_OFFER_ANSWER],
  ['a caller that demands PRACK', ladder.PRACK, ladder.ANSWER],
  ['a called party that rings reliably', ladder.CALL, ladder.RELIABLE_RINGING],
  ['a session timer, refused when too short, and its refresh', ladder.SESSION_TIMER, ladder.ANSWER],
]

for (const [what, caller, called] of rows) {
  test(`sipp walks with Klinke: ${what}`, { skip }, async () => {
    await using uas = await sippCalled(product, { extension: '13', scenario: called })
    await using uac = await sippCaller(product, { extension: '12', peer: '13', scenario: caller })
    await uac.succeeded(DEADLINE_MS)
    await uas.succeeded(DEADLINE_MS)
    await noLiveCalls(product)
  })
}

const races: readonly (readonly [what: string, caller: string, called: string, cause: string, answered: boolean])[] = [
  ['the caller cancels as the answer comes', ladder.CANCEL_AFTER_ANSWER, ladder.ANSWER, 'hung-up-by-caller', true],
  ['the phone answers as the CANCEL comes', ladder.CANCEL, ladder.ANSWER_AFTER_CANCEL, 'cancelled', false],
]

for (const [index, [what, caller, called, cause, answered]] of races.entries()) {
  test(`a CANCEL crosses a 200: ${what}; the call is over at both ends, with one record`, { skip }, async () => {
    await using uas = await sippCalled(product, { extension: '13', scenario: called })
    await using uac = await sippCaller(product, { extension: '14', peer: '13', scenario: caller })
    await uac.succeeded(DEADLINE_MS)
    await uas.succeeded(DEADLINE_MS)
    await noLiveCalls(product)
    const records = await endedRecords(product, index + 1, ({ caller }) => caller.number === '14')
    assert.equal(records.length, index + 1)
    assert.deepEqual([records[0]?.cause, records[0]?.answeredAt !== null], [cause, answered])
  })
}

test('eighty calls, fifty in a second, all go by the scenario and have one ended record each', { skip }, async () => {
  const calls = 80
  await using uas = await sippCalled(product, { extension: '11', scenario: ladder.ANSWER, calls })
  await using uac = await sippCaller(product, { extension: '10', peer: '11', scenario: ladder.CALL, calls, callsPerSecond: 50 })
  assert.equal((await uac.succeeded(DEADLINE_MS)).successfulCalls, calls)
  await uas.succeeded(DEADLINE_MS)
  await noLiveCalls(product)
  const records = await endedRecords(product, calls, ({ caller }) => caller.number === '10')
  assert.deepEqual([records.length, records.filter(({ cause }) => cause === 'hung-up-by-caller').length], [calls, calls])
})
