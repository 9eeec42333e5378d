/** What phones are told beside the call itself, by phones that are not ours: how to ring, to answer by themselves, who is there. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  answerCalls,
  assertHearsSilence,
  assertHearsTone,
  type Baresip,
  type ExpectedTone,
  missingPeers,
  RunningProduct,
} from '@klinke/testbed'
import { dialled, noLiveCalls, phone, root, sippCalled, TONES } from './support.ts'

const skip = missingPeers('baresip', 'sipp')
let product: RunningProduct
let extensions: readonly { readonly id: string; readonly number: string; readonly tenantId: string }[]

before(async () => {
  product = await RunningProduct.start({ root })
  extensions = ((await product.get('/extensions?limit=100')) as { readonly items: typeof extensions }).items
  // Calls see it a moment later, while the first phones start.
  await post('/ring-groups', { name: 'Sales', number: '50', settings: {}, members: [{ extensionId: idOf('12') }] })
  await post('/page-groups', {
    name: 'Hall',
    number: '80',
    settings: {},
    members: ['11', '12', '13'].map((number) => ({ extensionId: idOf(number) })),
  })
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

const AUTO_ANSWER = 'Alert-Info:.*info=alert-autoanswer;delay=0.*Call-Info:.*answer-after=0.*Answer-Mode: Auto'

test('CALL-05: a phone is asked to answer by itself in the words of all makers', { skip }, async () => {
  await using called = await sippCalled(product, { extension: '12', scenario: answerCalls({ contains: AUTO_ANSWER }) })
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await anna.dial(dialled(product, '*8312'))
  await anna.established()
  await anna.hangUp()
  await called.succeeded(10_000)
  await noLiveCalls(product)
})

test('CALL-05: the caller speaks over the loudspeaker of a phone that answers by itself, and hears what is said there', {
  skip,
}, async () => {
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await using bea = await phone(product, '11', { tone: TONES.bea, answersAtOnce: true })
  await anna.dial(dialled(product, '*8311'))
  await Promise.all([anna.established(), bea.established()])
  await eventuallyHears('the called', bea, TONES.anna)
  assertHearsTone('the caller', await anna.listen(600), TONES.bea)
  await anna.hangUp()
  await bea.ended()
  await noLiveCalls(product)
})

test('CALL-05: a page is heard by all phones that are free, and the caller hears none of them', { skip }, async () => {
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await using bea = await phone(product, '11', { tone: TONES.bea, answersAtOnce: true })
  await using cleo = await phone(product, '12', { tone: CLEO, answersAtOnce: true })
  await anna.dial(dialled(product, '80'))
  await Promise.all([anna.established(), bea.established(), cleo.established()])
  await eventuallyHears('one of the phones', bea, TONES.anna)
  await eventuallyHears('the other one', cleo, TONES.anna)
  assertHearsSilence('the caller', await anna.listen(600))
  await bea.hangUp()
  await eventuallyHears('who is left', cleo, TONES.anna)
  await anna.hangUp()
  await cleo.ended()
  await noLiveCalls(product)
})

const CLEO = { frequencyHz: 620, levelDbm0: -12 }
const HEARS_WITHIN_MS = 8_000

/** Ringing and beeps pass. */
async function eventuallyHears(who: string, listener: Baresip, tone: ExpectedTone): Promise<void> {
  const untilMs = performance.now() + HEARS_WITHIN_MS
  for (;;) {
    const sound = await listener.listen(400)
    try {
      return assertHearsTone(who, sound, tone)
    } catch (error) {
      if (performance.now() > untilMs) throw error
    }
  }
}
