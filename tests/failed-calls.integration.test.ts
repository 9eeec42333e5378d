/** What a phone that is not ours hears of calls that fail: before the answer and after a menu has answered. */
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { assertHears, assertHearsRecording, hearsRecording, missingPeers, RunningProduct, type Sound } from '@klinke/testbed'
import { callRecord, dialled, phone, root, TONES } from './support.ts'

const skip = missingPeers('baresip')
const PROMPTS = join(root, 'packages/pbx/src/prompts/audio/de')
/** Tones of the German network. */
const [FIRST_SPECIAL_HZ, BUSY_HZ] = [950, 425]
/** Of full scale: no noise of the line. */
const LEAST_SAMPLE = 0.01
let product: RunningProduct

before(async () => {
  product = await RunningProduct.start({ root })
})
after(() => product?.[Symbol.asyncDispose]())

test('an internal number that nobody has: the special information tone, "not assigned", then 404, all before the answer', {
  skip,
}, async () => {
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await anna.dial(dialled(product, '77'))
  const heard = fromFirstSound(await anna.listen(2400))
  assertHears('the caller', part(heard, 0, 0.3), FIRST_SPECIAL_HZ)
  assertHearsRecording('the caller', part(heard, 1, 3), join(PROMPTS, 'number-unassigned.wav'))
  assert.match(await anna.ended(), /404/)
  const record = await callRecord(product, 'the failed call', ({ called, endedAt }) => called.number === '77' && endedAt !== null)
  assert.deepEqual([record.cause, record.answeredAt], ['not-found', null])
})

test('a menu leads to a phone that is not there: the caller hears that, then the busy tone, then the call ends', { skip }, async () => {
  await publishMenu()
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await anna.dial(dialled(product, '70'))
  await anna.established()
  await anna.listen(500)
  await anna.press('1')
  await hearsRecording('the caller', anna, join(PROMPTS, 'not-available.wav'), 2000)
  // Words take two seconds, the tone four.
  assertHears('the caller', await anna.listen(2500), BUSY_HZ)
  await anna.ended()
})

function part({ samples, sampleRateHz }: Sound, fromSeconds: number, toSeconds: number): Sound {
  return { samples: samples.subarray(fromSeconds * sampleRateHz, toSeconds * sampleRateHz), sampleRateHz }
}

function fromFirstSound(sound: Sound): Sound {
  const first = sound.samples.findIndex((sample) => Math.abs(sample) > LEAST_SAMPLE)
  return { ...sound, samples: sound.samples.subarray(Math.max(0, first)) }
}

/** A flow with the internal number 70, whose key 1 leads to extension 14. */
async function publishMenu(): Promise<void> {
  type Extensions = { readonly items: readonly { readonly id: string; readonly number: string; readonly tenantId: string }[] }
  const { items } = (await product.get('/extensions')) as Extensions
  const target = items.find(({ number }) => number === '14')
  assert.ok(target)
  const blocks = [
    { id: 'menu', kind: 'menu', prompt: 'enter-extension', keys: { 1: 'leader' } },
    { id: 'leader', kind: 'destination', to: { kind: 'extension', targetId: target.id } },
  ]
  const draft = { start: 'menu', blocks }
  const created = await product.request('POST', '/flows', { tenantId: target.tenantId, name: 'Menu', number: '70', draft, examples: [] })
  assert.equal(created.status, 201, await created.clone().text())
  const { id } = (await created.json()) as { readonly id: string }
  assert.equal((await product.request('POST', `/flows/${id}/publish`, {})).status, 201)
}
