/** Calls that are made again when their target can be reached, with phones that are not ours; what each hears is measured. */
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { assertHearsRecording, type Baresip, hearsRecording, hearsTone, missingPeers, RunningProduct } from '@klinke/testbed'
import { dialled, noLiveCalls, phone, root, TONES } from './support.ts'

const skip = missingPeers('baresip')
const CLEO = { frequencyHz: 620, levelDbm0: -12 }
/** A code's announcement and the end of it. */
const ANNOUNCED_MS = 30_000
/** Quiet for five seconds counts as free; then the look of that second. */
const RECALLED_MS = 25_000
/** The shortest that a profile may have. */
const REDIAL_SECONDS = 30
const PROMPTS = join(root, 'packages/pbx/src/prompts/audio/de')
let product: RunningProduct

before(async () => {
  product = await RunningProduct.start({ root })
  const { id } = await extensionOf('11')
  assert.equal((await product.request('PATCH', `/extensions/${id}/call-settings`, { callWaiting: false })).status, 200)
})
after(() => product?.[Symbol.asyncDispose]())

interface Callbacks {
  readonly items: readonly { readonly kind: string; readonly number: string }[]
}

/** The callbacks of the demo customer, such as `busy 11`. */
async function callbacks(): Promise<readonly string[]> {
  const { items } = (await product.get(`/callbacks?tenantId=${(await extensionOf('10')).tenantId}`)) as Callbacks
  return items.map(({ kind, number }) => `${kind} ${number}`)
}

async function extensionOf(number: string): Promise<{ readonly id: string; readonly tenantId: string }> {
  type Extensions = { readonly items: readonly { readonly id: string; readonly tenantId: string; readonly number: string }[] }
  const { items } = (await product.get('/extensions?limit=100')) as Extensions
  const found = items.find((extension) => extension.number === number)
  assert.ok(found)
  return found
}

/** The press of a key takes its time: one of the next seconds is of that recording. */
async function hearsSoon(listener: Baresip, prompt: string): Promise<void> {
  for (let second = 1; ; second++) {
    const heard = await listener.listen(1100)
    try {
      return assertHearsRecording('who asked', heard, join(PROMPTS, `${prompt}.wav`))
    } catch (error) {
      if (second === 3) throw error
    }
  }
}

test('CALL-01: who finds a line busy is told that it is called back, and when the line is free both phones ring and talk', {
  skip,
}, async () => {
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await using bea = await phone(product, '11', { tone: TONES.bea, answersAtOnce: true })
  await using cleo = await phone(product, '12', { tone: CLEO })
  await cleo.dial(dialled(product, '11'))
  await Promise.all([cleo.established(), bea.established()])
  await anna.dial(dialled(product, '11'))
  assert.match(await anna.ended(), /486/)
  await anna.dial(dialled(product, '*37'))
  await anna.established()
  await hearsRecording('who asked', anna, join(PROMPTS, 'callback-set.wav'), 1600)
  await anna.ended(ANNOUNCED_MS)
  assert.deepEqual(await callbacks(), ['busy 11'])
  await cleo.hangUp()
  await bea.ended()
  const { peeruri } = await anna.event('CALL_INCOMING', RECALLED_MS)
  assert.match(peeruri ?? '', /sip:11@/)
  await anna.accept()
  await Promise.all([anna.established(), bea.established()])
  await hearsTone('who asked', anna, TONES.bea, 800)
  await hearsTone('who was busy', bea, TONES.anna, 800)
  await anna.hangUp()
  await bea.ended()
  await noLiveCalls(product)
  assert.deepEqual(await callbacks(), [])
})

test('CALL-01: a caller presses 5 before the answer, while it hears that the line is busy, and is called back', { skip }, async () => {
  const { tenantId } = await extensionOf('11')
  const offer = (offerCallback: boolean) => product.request('PATCH', `/tenants/${tenantId}`, { profile: { offerCallback } })
  assert.equal((await offer(true)).status, 200)
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await using bea = await phone(product, '11', { tone: TONES.bea, answersAtOnce: true })
  await using cleo = await phone(product, '12', { tone: CLEO })
  await cleo.dial(dialled(product, '11'))
  await Promise.all([cleo.established(), bea.established()])
  await anna.dial(dialled(product, '11'))
  await hearsRecording('the caller', anna, join(PROMPTS, 'busy-callback-key.wav'), 2000)
  await anna.press('5')
  await hearsSoon(anna, 'callback-set')
  assert.match(await anna.ended(), /486/)
  assert.deepEqual(await callbacks(), ['busy 11'])
  await cleo.hangUp()
  await bea.ended()
  await anna.event('CALL_INCOMING', RECALLED_MS)
  await anna.accept()
  await Promise.all([anna.established(), bea.established()])
  await hearsTone('who asked', anna, TONES.bea, 800)
  await anna.hangUp()
  await bea.ended()
  assert.equal((await offer(false)).status, 200)
})

test('CALL-01: who was not answered is called back when the other has used its phone; both talk', { skip }, async () => {
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await using bea = await phone(product, '11', { tone: TONES.bea })
  await anna.dial(dialled(product, '11'))
  await bea.rings()
  await anna.hangUp()
  await Promise.all([anna.ended(), bea.ended()])
  await anna.dial(dialled(product, '*37'))
  await anna.established()
  await hearsRecording('who asked', anna, join(PROMPTS, 'callback-set-no-answer.wav'), 1600)
  await anna.ended(ANNOUNCED_MS)
  assert.deepEqual(await callbacks(), ['no-answer 11'])
  await bea.dial(dialled(product, '99'))
  await bea.established()
  // Whether the phone is in use is looked at each second.
  await bea.listen(1500)
  await bea.hangUp()
  await bea.ended()
  await anna.event('CALL_INCOMING', RECALLED_MS)
  await anna.accept()
  assert.match(await bea.rings(), /sip:10@/)
  await bea.accept()
  await Promise.all([anna.established(), bea.established()])
  await hearsTone('who asked', anna, TONES.bea, 800)
  await hearsTone('who is called back', bea, TONES.anna, 800)
  await anna.hangUp()
  await bea.ended()
  await noLiveCalls(product)
})

test('CALL-01: a callback to a phone that is not there outlives a crash, and comes when the phone registers', { skip }, async () => {
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await anna.dial(dialled(product, '*3713'))
  await anna.established()
  await hearsRecording('who asked', anna, join(PROMPTS, 'callback-set-not-registered.wav'), 1600)
  await anna.ended(ANNOUNCED_MS)
  await product.kill()
  await product.restart()
  assert.deepEqual(await callbacks(), ['not-registered 13'])
  await using david = await phone(product, '13', { tone: CLEO, answersAtOnce: true })
  await anna.event('CALL_INCOMING', RECALLED_MS)
  await anna.accept()
  await Promise.all([anna.established(), david.established()])
  await hearsTone('who asked', anna, CLEO, 800)
  await hearsTone('who came', david, TONES.anna, 800)
  await david.hangUp()
  await anna.ended()
})

test('CALL-01: a busy number outside is dialled again for the phone that wants it, which hears that it is still busy', {
  skip,
}, async () => {
  const { tenantId } = await extensionOf('10')
  const profile = { redialEverySeconds: REDIAL_SECONDS }
  assert.equal((await product.request('PATCH', `/tenants/${tenantId}`, { profile })).status, 200)
  await using anna = await phone(product, '10', { tone: TONES.anna })
  const { busy } = product.demo.network
  await anna.dial(dialled(product, busy))
  assert.match(await anna.ended(), /486/)
  await anna.dial(dialled(product, '*38'))
  await anna.established()
  await hearsRecording('who asked', anna, join(PROMPTS, 'redial-set.wav'), 1600)
  await anna.ended(ANNOUNCED_MS)
  assert.deepEqual(await callbacks(), [`redial ${busy}`])
  await anna.event('CALL_INCOMING', (REDIAL_SECONDS + 20) * 1000)
  await anna.accept()
  await anna.established()
  await hearsRecording('who asked', anna, join(PROMPTS, 'callback-still-busy.wav'), 2000)
  await anna.ended(ANNOUNCED_MS)
  await anna.dial(dialled(product, '*038'))
  await anna.established()
  await anna.ended(ANNOUNCED_MS)
  assert.deepEqual(await callbacks(), [])
})
