/** Ring groups and queues with phones that are not ours: who rings, and what each hears. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  assertHearsSilence,
  assertHearsTone,
  type Baresip,
  type ExpectedTone,
  hearsTone,
  missingPeers,
  RunningProduct,
} from '@klinke/testbed'
import { dialled, noLiveCalls, phone, root, TONES } from './support.ts'

const skip = missingPeers('baresip')
let product: RunningProduct
const queues: Record<string, string> = {}

before(async () => {
  product = await RunningProduct.start({ root })
  // Calls see them a moment later, while the first phones start.
  await team('/ring-groups', '50', {}, ['11', '12'])
  for (const [answer, number] of [
    ['at-once', '60'],
    ['with-agent', '61'],
  ] as const) {
    queues[answer] = await team('/queues', number, { answer, greeting: false }, ['12'])
  }
})
after(() => product?.[Symbol.asyncDispose]())

/** Creates a team of these extensions of the demo customer. */
async function team(path: string, number: string, settings: object, extensions: readonly string[]): Promise<string> {
  const { items } = (await product.get('/extensions?limit=100')) as { readonly items: readonly Record<string, string>[] }
  const members = items.filter(({ number }) => extensions.includes(String(number))).map(({ id }) => ({ extensionId: id }))
  const tenantId = items.find(({ number }) => number === extensions[0])?.tenantId
  const response = await product.request('POST', path, { tenantId, name: `Team ${number}`, number, settings, members })
  assert.equal(response.status, 201, await response.clone().text())
  return ((await response.json()) as { readonly id: string }).id
}

test('ACD-01: a ring group rings all its members; who answers talks with the caller, the other stops ringing', { skip }, async () => {
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await using bea = await phone(product, '11', { tone: TONES.bea })
  await using cleo = await phone(product, '12', { tone: TONES.anna })
  await anna.dial(dialled(product, '50'))
  await Promise.all([bea.rings(), cleo.rings()])
  await bea.accept()
  await Promise.all([anna.established(), bea.established(), cleo.ended()])
  await hearsTone('the caller', anna, TONES.bea, 600)
  await hearsTone('the member', bea, TONES.anna, 600)
  await anna.hangUp()
  await bea.ended()
  await noLiveCalls(product)
})

/** The tone is heard within some seconds: it has pauses. */
async function hearsWithin(who: string, listener: Baresip, tone: ExpectedTone, attempts: number): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const sound = await listener.listen(400)
    try {
      return assertHearsTone(who, sound, tone)
    } catch (error) {
      if (attempt >= attempts) throw error
    }
  }
}

for (const answer of ['at-once', 'with-agent'] as const) {
  test(`ACD-02: a caller hears the queue, then the agent who signs in (answer ${answer})`, { skip }, async () => {
    const number = answer === 'at-once' ? '60' : '61'
    const id = queues[answer] ?? ''
    await using anna = await phone(product, '10', { tone: TONES.anna })
    await anna.dial(dialled(product, number))
    if (answer === 'at-once') await anna.established()
    const waited = await anna.listen(1500)
    assert.throws(() => assertHearsSilence('the caller who waits', waited), 'music is heard')
    const live = (await product.get(`/queues/${id}/live`)) as { readonly waiting: readonly { readonly position: number }[] }
    assert.deepEqual(
      live.waiting.map(({ position }) => position),
      [1],
    )
    await using bea = await phone(product, '12', { tone: TONES.bea, answersAtOnce: true })
    await bea.established()
    if (answer === 'with-agent') await anna.established()
    await hearsWithin('the caller', anna, TONES.bea, 30)
    await hearsWithin('the agent', bea, TONES.anna, 30)
    await anna.hangUp()
    await bea.ended()
    await noLiveCalls(product)
  })
}
