/** What few phones do, and some carriers: walked by sipp on both sides of Klinke. */
import { after, before, test } from 'node:test'
import { missingPeers, RunningProduct } from '@klinke/testbed'
import * as ladder from './edge-scenarios.ts'
import { noLiveCalls, root, sippCalled, sippCaller } from './support.ts'

const skip = missingPeers('sipp')
const DEADLINE_MS = 30_000
let product: RunningProduct

before(async () => {
  product = await RunningProduct.start({ root })
})
after(() => product?.[Symbol.asyncDispose]())

/** Each row has an extension of its own to call: a phone that is gone would be rung beside the next one, in vain, for half a minute. */
const rows: readonly (readonly [what: string, extension: string, caller: string, called: string])[] = [
  ['a call whose caller sends its position, which the called party gets', '10', ladder.CALL_WITH_POSITION, ladder.ANSWER_POSITION],
  ['a key pressed, told by INFO', '11', ladder.PRESS_KEYS, ladder.TAKE_KEYS],
  ['other media before the answer, by reliable 183, PRACK and UPDATE', '13', ladder.CHANGED_BEFORE_ANSWER, ladder.CHANGES_BEFORE_ANSWER],
  ['a late offer that is never answered, which ends the call for both', '14', ladder.NO_ANSWER_IN_ACK, ladder.LEFT_WITHOUT_ANSWER],
  ['an INVITE too large for UDP to a phone that has only UDP', '12', ladder.LONG_CALL, ladder.ANSWER_LONG],
  ['a text from one extension to another, word for word', '13', ladder.WRITE, ladder.READ],
]

for (const [what, extension, caller, called] of rows) {
  test(`sipp walks with Klinke: ${what}`, { skip }, async () => {
    await using uas = await sippCalled(product, { extension, scenario: called })
    await using uac = await sippCaller(product, { extension: extension === '12' ? '13' : '12', peer: extension, scenario: caller })
    await uac.succeeded(DEADLINE_MS)
    await uas.succeeded(DEADLINE_MS)
    await noLiveCalls(product)
  })
}
