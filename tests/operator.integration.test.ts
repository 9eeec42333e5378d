/** The operator position with phones that are not ours: who rings, and what each hears. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { assertHears, assertHearsTone, type Baresip, missingPeers, RunningProduct } from '@klinke/testbed'
import { callRecords, dialled, endedRecords, noLiveCalls, phone, root, TONES } from './support.ts'

const skip = missingPeers('baresip')
const CLEO = { frequencyHz: 620, levelDbm0: -12 }
const RINGBACK_HZ = 425
const RINGBACK_EVERY_MS = 5200
const POSITION = '90'
let product: RunningProduct

before(async () => {
  product = await RunningProduct.start({ root })
})
after(() => product?.[Symbol.asyncDispose]())

/** Extension 11 is the operator of the demo customer by day, 12 by night. */
async function position(change: object): Promise<void> {
  const { items } = (await product.get('/extensions?limit=100')) as { readonly items: readonly Record<string, string>[] }
  const extension = (number: string) => ({ kind: 'extension', targetId: items.find((item) => item.number === number)?.id })
  const body = { number: POSITION, day: extension('11'), night: extension('12'), ...change }
  const response = await product.request('PATCH', `/operator-position?tenantId=${items[0]?.tenantId}`, body)
  assert.equal(response.status, 200, await response.clone().text())
}

async function talk(caller: Baresip, operator: Baresip): Promise<void> {
  await caller.dial(dialled(product, POSITION))
  await operator.rings()
  await operator.accept()
  await Promise.all([caller.established(), operator.established()])
}

test('CALL-09: a transferred caller that nobody answers hears ringing, comes back to the operator, and both hear each other', {
  skip,
}, async () => {
  await position({ returnSeconds: 7 })
  const before = (await callRecords(product)).length
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await using bea = await phone(product, '11', { tone: TONES.bea })
  await using cleo = await phone(product, '12', { tone: CLEO })
  await talk(anna, bea)
  assertHearsTone('the caller', await anna.listen(600), TONES.bea)
  await bea.transfer(dialled(product, '12'))
  await cleo.rings()
  assertHears('the caller, while it rings', await anna.listen(RINGBACK_EVERY_MS), RINGBACK_HZ)
  await Promise.all([cleo.ended(), bea.rings()])
  assert.match(bea.output, /zurück von 12/)
  await bea.accept()
  await bea.established()
  assertHearsTone('the caller', await anna.listen(600), TONES.bea)
  assertHearsTone('the operator', await bea.listen(600), TONES.anna)
  await anna.hangUp()
  await bea.ended()
  await noLiveCalls(product)
  assert.equal((await endedRecords(product, before + 2, () => true)).length, before + 2)
})

test('CALL-09: a transferred caller whose target answers in time stays there', { skip }, async () => {
  await position({ returnSeconds: 5 })
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await using bea = await phone(product, '11', { tone: TONES.bea })
  await using cleo = await phone(product, '12', { tone: CLEO })
  await talk(anna, bea)
  await bea.transfer(dialled(product, '12'))
  await cleo.rings()
  await cleo.accept()
  await Promise.all([cleo.established(), bea.ended()])
  await anna.listen(6000)
  assertHearsTone('the caller, after the time', await anna.listen(600), CLEO)
  assertHearsTone('the target', await cleo.listen(600), TONES.anna)
  await cleo.hangUp()
  await anna.ended()
  await noLiveCalls(product)
})

test('CALL-09: the operator switches to night by key and hears so; the next caller reaches the night target', { skip }, async () => {
  await position({ mode: 'day' })
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await using bea = await phone(product, '11', { tone: TONES.bea })
  await using cleo = await phone(product, '12', { tone: CLEO })
  await bea.dial(dialled(product, '*462'))
  await bea.established()
  await bea.ended()
  await anna.dial(dialled(product, POSITION))
  await cleo.rings()
  await cleo.accept()
  await Promise.all([anna.established(), cleo.established()])
  assertHearsTone('the caller', await anna.listen(600), CLEO)
  assertHearsTone('the night target', await cleo.listen(600), TONES.anna)
  await anna.hangUp()
  await cleo.ended()
  await noLiveCalls(product)
})
