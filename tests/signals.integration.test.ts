/** What phones are told beside the call itself, by phones that are not ours: how to ring, to answer by themselves, who is there. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { answerCalls, missingPeers, RunningProduct } from '@klinke/testbed'
import { dialled, noLiveCalls, phone, root, sippCalled, TONES } from './support.ts'

const skip = missingPeers('baresip', 'sipp')
let product: RunningProduct
let extensions: readonly { readonly id: string; readonly number: string; readonly tenantId: string }[]

before(async () => {
  product = await RunningProduct.start({ root })
  extensions = ((await product.get('/extensions?limit=100')) as { readonly items: typeof extensions }).items
  // Calls see it a moment later, while the first phones start.
  await post('/ring-groups', { name: 'Sales', number: '50', settings: {}, members: [{ extensionId: idOf('12') }] })
})
after(() => product?.[Symbol.asyncDispose]())

function idOf(number: string): string {
  return extensions.find((extension) => extension.number === number)?.id ?? ''
}

async function post(path: string, body: object): Promise<void> {
  const response = await product.request('POST', path, { tenantId: extensions[0]?.tenantId, ...body })
  assert.equal(response.status, 201, await response.clone().text())
}

for (const [what, number, ring] of [
  ['a colleague', '12', 'Bellcore-dr1.*info=alert-internal'],
  ['a ring group', '50', 'Bellcore-dr3.*info=alert-group'],
] as const) {
  test(`CALL-05: a phone is told that it rings for ${what}`, { skip }, async () => {
    await using called = await sippCalled(product, { extension: '12', scenario: answerCalls({ contains: `Alert-Info:.*${ring}` }) })
    await using anna = await phone(product, '10', { tone: TONES.anna })
    await anna.dial(dialled(product, number))
    await anna.established()
    await anna.hangUp()
    await called.succeeded(10_000)
    await noLiveCalls(product)
  })
}
