/** A real browser calls ordinary telephones through the running product, and is called: WebRTC by Chromium, sound by its content. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { assertHearsTone, BrowserPhone, missingPeers, RunningProduct } from '@klinke/testbed'
import { callRecord, noLiveCalls, phone, root, TONES } from './support.ts'

const skip = missingPeers('baresip', 'chromium')
let product: RunningProduct

before(async () => {
  if (skip === false) product = await RunningProduct.start({ root })
})
after(() => product?.[Symbol.asyncDispose]())

/** Chromium with JsSIP, registered as one of the demo customer's extensions. */
function browser(extension: string): Promise<BrowserPhone> {
  const { username, password } = product.extension(extension)
  const { domain, ws } = product.demo.sip
  return BrowserPhone.start({ username, password, domain, socket: ws, tone: TONES.anna })
}

test('a browser calls a telephone, both hear each other, and it hangs up', { skip }, async () => {
  await using anna = await browser('10')
  await using bea = await phone(product, '11', { tone: TONES.bea })
  await anna.dial('11')
  assert.match(await bea.rings(), /10@/)
  await bea.accept()
  await Promise.all([anna.established(), bea.established()])
  const [heard, heardThere] = await Promise.all([anna.listen(1500), bea.listen(1500)])
  assertHearsTone('the browser', heard, TONES.bea)
  assertHearsTone('the telephone', heardThere, TONES.anna)
  const { dtlsState, codec } = await anna.transport()
  assert.equal(dtlsState, 'connected')
  assert.match(codec, /PCM[AU]$/)
  await anna.hangUp()
  await bea.ended()
  const record = await callRecord(product, 'the call', ({ caller, endedAt }) => caller.number === '10' && endedAt !== null)
  assert.equal(record.cause, 'hung-up-by-caller')
  await noLiveCalls(product)
})
