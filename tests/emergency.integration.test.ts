/** 110 and 112 from a phone, in the forms that phones send them (EMG-01). */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { assertHearsTone, missingPeers, RunningProduct } from '@klinke/testbed'
import { callRecord, dialled, phone, root, TONES } from './support.ts'

const skip = missingPeers('baresip')
/** What the simulated control centre plays. */
const CONTROL_CENTRE = { frequencyHz: 1020, levelDbm0: -10 }
let product: RunningProduct

before(async () => {
  product = await RunningProduct.start({ root })
})
after(() => product?.[Symbol.asyncDispose]())

for (const [form, reached] of [
  ['112', '112'],
  ['110', '110'],
  ['0112', '112'],
  ['+49112', '112'],
  ['0221110', '110'],
] as const) {
  test(`${form} reaches the control centre ${reached}, and the record says that it was an emergency`, { skip }, async () => {
    await using anna = await phone(product, '10', { tone: TONES.anna })
    await anna.dial(dialled(product, form))
    await anna.established()
    assertHearsTone('the caller', await anna.listen(600), CONTROL_CENTRE)
    await anna.hangUp()
    const record = await callRecord(
      product,
      `the call to ${form}`,
      (call) => call.emergency && call.called.number === reached && call.endedAt !== null,
    )
    assert.equal(record.cause, 'hung-up-by-caller')
    assert.ok(record.answeredAt !== null)
  })
}
