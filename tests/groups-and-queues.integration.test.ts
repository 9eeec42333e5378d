/** Ring groups and queues with phones that are not ours: who rings, and what each hears. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { assertHearsTone, missingPeers, RunningProduct } from '@klinke/testbed'
import { dialled, noLiveCalls, phone, root, TONES } from './support.ts'

const skip = missingPeers('baresip')
let product: RunningProduct

before(async () => {
  product = await RunningProduct.start({ root })
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
  await team('/ring-groups', '50', {}, ['11', '12'])
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await using bea = await phone(product, '11', { tone: TONES.bea })
  await using cleo = await phone(product, '12', { tone: TONES.anna })
  await anna.dial(dialled(product, '50'))
  await Promise.all([bea.rings(), cleo.rings()])
  await bea.accept()
  await Promise.all([anna.established(), bea.established(), cleo.ended()])
  assertHearsTone('the caller', await anna.listen(600), TONES.bea)
  assertHearsTone('the member', await bea.listen(600), TONES.anna)
  await anna.hangUp()
  await bea.ended()
  await noLiveCalls(product)
})
