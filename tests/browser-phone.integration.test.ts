/** A real browser calls ordinary telephones through the running product, and is called: WebRTC by Chromium, sound by its content. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  assertHearsTone,
  type Baresip,
  BrowserPhone,
  type BrowserPhoneOptions,
  type ExpectedTone,
  hearsTone,
  missingPeers,
  RunningProduct,
  type Sound,
  TcpProxy,
} from '@klinke/testbed'
import { callRecord, dialled, noLiveCalls, phone, root, TONES } from './support.ts'

const skip = missingPeers('baresip', 'chromium')
/** Enough to settle a browser's jitter buffer and gain. */
const LISTEN_MS = 1500
const CARLA: ExpectedTone = { frequencyHz: 700, levelDbm0: -12 }
let product: RunningProduct

before(async () => {
  if (skip === false) product = await RunningProduct.start({ root })
})
after(() => product?.[Symbol.asyncDispose]())

/** Chromium with JsSIP, registered as one of the demo customer's extensions. */
function browser(extension: string, more: Partial<BrowserPhoneOptions> = {}): Promise<BrowserPhone> {
  const { username, password } = product.extension(extension)
  const { domain, ws } = product.demo.sip
  return BrowserPhone.start({ username, password, domain, socket: ws, tone: TONES.anna, ...more })
}

test('a browser calls a telephone: both hear each other, it holds and resumes, presses a key, and hangs up', { skip }, async () => {
  await using anna = await browser('10')
  await using bea = await phone(product, '11', { tone: TONES.bea })
  await anna.dial('11')
  assert.match(await bea.rings(), /10@/)
  await bea.accept()
  await Promise.all([anna.established(), bea.established()])
  await bothHear(anna, bea)
  const { dtlsState, codec } = await anna.transport()
  assert.equal(dtlsState, 'connected')
  assert.match(codec, /PCM[AU]$/)

  await anna.hold()
  assertNotHearing(await bea.listen(LISTEN_MS), TONES.anna)
  await anna.resume()
  await hearsTone('the browser, after its hold', anna, TONES.bea, LISTEN_MS)
  await hearsTone('the telephone, after the hold', bea, TONES.anna, LISTEN_MS)

  await anna.press('5')
  assert.equal((await bea.event('CALL_DTMF_START')).param, '5')
  await anna.hangUp()
  await bea.ended()
  const record = await callRecord(product, 'the call', ({ caller, endedAt }) => caller.number === '10' && endedAt !== null)
  assert.equal(record.cause, 'hung-up-by-caller')
  await noLiveCalls(product)
})

test('a telephone calls a browser: it holds and resumes, the browser hears it again, and the telephone hangs up', { skip }, async () => {
  await using anna = await browser('12')
  await using bea = await phone(product, '11', { tone: TONES.bea })
  await bea.dial(dialled(product, '12'))
  assert.equal(await anna.rings(), '11')
  await anna.accept()
  await Promise.all([anna.established(), bea.established()])
  await bothHear(anna, bea)

  await bea.hold()
  assertNotHearing(await anna.listen(LISTEN_MS), TONES.bea)
  await bea.resume()
  await hearsTone('the browser, after the hold', anna, TONES.bea, LISTEN_MS)

  await bea.hangUp()
  await anna.ended()
  await noLiveCalls(product)
})

test('a browser talks to the exchange itself in Opus, and loses no packet', { skip }, async () => {
  await using anna = await browser('10')
  await anna.dial('99')
  await anna.established()
  await hearsTone('the browser, its echo', anna, TONES.anna, LISTEN_MS)
  const { codec, packetsLost } = await anna.transport()
  assert.equal(codec, 'audio/opus')
  assert.equal(packetsLost, 0)
  await anna.hangUp()
  await noLiveCalls(product)
})

test('a browser whose network has changed restarts ICE and goes on talking', { skip }, async () => {
  await using anna = await browser('10')
  await using bea = await phone(product, '11', { tone: TONES.bea })
  await anna.dial('11')
  await bea.rings()
  await bea.accept()
  await Promise.all([anna.established(), bea.established()])
  await bothHear(anna, bea)
  await anna.restartIce()
  await hearsTone('the browser, after the restart', anna, TONES.bea, LISTEN_MS)
  await hearsTone('the telephone, after the restart', { listen: (ms) => bea.listenAfterHold(ms) }, TONES.anna, LISTEN_MS)
  await anna.hangUp()
  await bea.ended()
})

test('a browser whose connection for SIP breaks goes on talking, registers again, and is told when the other hangs up', {
  skip,
}, async () => {
  await using proxy = await TcpProxy.start(Number(new URL(product.demo.sip.ws).port))
  await using anna = await browser('10', { socket: `ws://127.0.0.1:${proxy.port}/sip` })
  await using bea = await phone(product, '11', { tone: TONES.bea })
  await anna.dial('11')
  await bea.rings()
  await bea.accept()
  await Promise.all([anna.established(), bea.established()])
  proxy.cut()
  await bothHear(anna, bea)
  await anna.event('registered')
  await bea.hangUp()
  await anna.ended()
  await noLiveCalls(product)
})

test('two browsers talk to each other, also after a new offer of one that reaches the other', { skip }, async () => {
  await using anna = await browser('10')
  await using bea = await browser('12', { tone: TONES.bea })
  await anna.dial('12')
  assert.equal(await bea.rings(), '10')
  await bea.accept()
  await Promise.all([anna.established(), bea.established()])
  for (const when of ['at first', 'after the new offer']) {
    await hearsTone(`the caller, ${when}`, anna, TONES.bea, LISTEN_MS)
    await hearsTone(`the called, ${when}`, bea, TONES.anna, LISTEN_MS)
    if (when === 'at first') await anna.restartIce()
  }
  await bea.hangUp()
  await anna.ended()
  await noLiveCalls(product)
})

test('a browser sends the other party to a colleague', { skip }, async () => {
  await using anna = await browser('10')
  await using bea = await phone(product, '11', { tone: TONES.bea })
  await using carla = await browser('12', { tone: CARLA })
  await anna.dial('11')
  await bea.rings()
  await bea.accept()
  await Promise.all([anna.established(), bea.established()])
  await anna.transfer('12')
  assert.equal(await carla.rings(), '11')
  await carla.accept()
  await anna.ended()
  await hearsTone('the colleague', carla, TONES.bea, LISTEN_MS)
  await hearsTone('the telephone', bea, CARLA, LISTEN_MS)
  await carla.hangUp()
  await bea.ended()
  await noLiveCalls(product)
})

async function bothHear(anna: BrowserPhone, bea: Baresip): Promise<void> {
  await Promise.all([hearsTone('the browser', anna, TONES.bea, LISTEN_MS), hearsTone('the telephone', bea, TONES.anna, LISTEN_MS)])
}

/** On hold one hears music, or nothing, but not the other party. */
function assertNotHearing(heard: Sound, tone: ExpectedTone): void {
  assert.throws(() => assertHearsTone('who is on hold', heard, tone))
}
