/** A recorded party is transferred to a phone that is not ours: recording goes on when that has heard the announcement. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { assertHears, hearsInstead, hearsTone, missingPeers, RunningProduct } from '@klinke/testbed'
import { dialled, noLiveCalls, phone, root, TONES } from './support.ts'

const skip = missingPeers('baresip')
const CARLA = { frequencyHz: 1700, levelDbm0: -13 } as const
const DEADLINE_MS = 20_000
const HEADER_OCTETS = 44
let product: RunningProduct
let tenantId: string

interface Recorded {
  readonly id: string
  readonly callId: string
  readonly continues: string | null
  readonly consents: readonly { readonly number: string }[]
}

before(async () => {
  product = await RunningProduct.start({ root })
  const { items } = await list<{ readonly tenantId: string }>('/extensions')
  tenantId = items[0]?.tenantId ?? ''
  const policy = await product.request('PATCH', `/recording-policy?tenantId=${tenantId}`, { onDemand: true, consent: 'announce' })
  assert.equal(policy.status, 200)
})
after(() => product?.[Symbol.asyncDispose]())

async function list<T>(path: string): Promise<{ readonly items: readonly T[] }> {
  return (await product.get(path)) as { readonly items: readonly T[] }
}

async function until<T>(what: string, ask: () => Promise<T | undefined>): Promise<T> {
  const deadline = performance.now() + DEADLINE_MS
  for (;;) {
    const answer = await ask()
    if (answer !== undefined) return answer
    assert.ok(performance.now() < deadline, `no ${what} within ${DEADLINE_MS} ms: ${product.output.slice(-1500)}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** Settles when the call is being recorded, and not as `other`. Gives the recording's id. */
async function recording(other?: string): Promise<string> {
  const { items } = await list<{ readonly id: string }>('/live-calls')
  return until('recording', async () => {
    const state = (await product.get(`/live-calls/${items[0]?.id}/recording`)) as { state: string; recording: { id: string } | null }
    return state.state === 'recording' && state.recording?.id !== other ? state.recording?.id : undefined
  })
}

async function right(id: string) {
  const file = Buffer.from(await (await product.request('GET', `/recordings/${id}/sound`)).arrayBuffer())
  const frames = Math.floor((file.length - HEADER_OCTETS) / 4)
  const samples = Float32Array.from({ length: frames }, (_, index) => file.readInt16LE(HEADER_OCTETS + 4 * index + 2) / 32_768)
  return { samples: samples.subarray(2000, frames - 2000), sampleRateHz: file.readUInt32LE(24) }
}

test('LAW-06: after a blind transfer the new party is told, then recorded; the two recordings hang together', { skip }, async () => {
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await using bea = await phone(product, '11', { tone: TONES.bea, answersAtOnce: true })
  await using carla = await phone(product, '12', { tone: CARLA, answersAtOnce: true })
  await anna.dial(dialled(product, '11'))
  await Promise.all([anna.established(), bea.established()])
  for (const key of '*1') await anna.press(key)
  const first = await recording()
  await anna.listen(1500)
  await bea.transfer(dialled(product, '12'))
  await carla.established()
  await hearsInstead('the new party', carla, TONES.anna, 1500)
  await recording(first)
  await anna.listen(1500)
  await hearsTone('the new party', carla, TONES.anna, 400)
  await anna.hangUp()
  await carla.ended()
  await noLiveCalls(product)
  const kept = await until('recordings', async () => {
    const { items } = await list<Recorded>(`/recordings?tenantId=${tenantId}`)
    return items.length === 2 ? items : undefined
  })
  assert.deepEqual(
    kept.map(({ consents }) => consents.map(({ number }) => number).toSorted()),
    [
      ['10', '12'],
      ['10', '11'],
    ],
  )
  assert.equal(kept[0]?.continues, first)
  // With pauses: a telephone that the machine lets wait falls silent now and then.
  assertHears('the first recording', await right(first), TONES.bea.frequencyHz)
  assertHears('the second recording', await right(kept[0]?.id ?? ''), CARLA.frequencyHz)
})
