/** Pickup, park and busy lamps with phones that are not ours; who hears whom is measured. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  assertHearsInstead,
  authenticatedInvite,
  CALLED,
  expectRequest,
  expectResponse,
  hearsTone,
  levelOfSignal,
  missingPeers,
  newRequest,
  RtpEcho,
  RunningProduct,
  requestInDialog,
  respondInDialog,
  sdp,
  sippScenario,
} from '@klinke/testbed'
import { dialled, noLiveCalls, phone, root, sippCaller, TONES } from './support.ts'

const skip = missingPeers('baresip')
const CLEO = { frequencyHz: 620, levelDbm0: -12 }
/** Music on hold lies about −18 dBm0; comfort noise and silence far below. */
const AUDIBLE_DBM0 = -35
const LAMP = ['Event: dialog', 'Accept: application/dialog-info+xml', 'Expires: 600']
let product: RunningProduct

before(async () => {
  product = await RunningProduct.start({ root })
})
after(() => product?.[Symbol.asyncDispose]())

test('CALL-02: a phone answers another one that rings, by code; the caller and it hear each other', { skip }, async () => {
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await using bea = await phone(product, '11', { tone: TONES.bea })
  await using cleo = await phone(product, '12', { tone: CLEO })
  await anna.dial(dialled(product, '11'))
  await bea.rings()
  await cleo.dial(dialled(product, '*8011'))
  await Promise.all([anna.established(), cleo.established()])
  await hearsTone('the caller', anna, CLEO, 800)
  await hearsTone('the one who picked up', cleo, TONES.anna, 800)
  await bea.ended()
  await anna.hangUp()
  await cleo.ended()
  await noLiveCalls(product)
})

test('CALL-02: the key beside a lamp takes the call that the lamp has told of (INVITE with Replaces); the caller hears who took it', {
  skip: missingPeers('baresip', 'sipp'),
}, async () => {
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await using bea = await phone(product, '11', { tone: TONES.bea })
  await anna.dial(dialled(product, '11'))
  await bea.rings()
  await using lamp = await sippCaller(product, { extension: '12', peer: '11', scenario: EARLY_LAMP })
  await lamp.succeeded(10_000)
  const { errors: told } = lamp.result()
  const [, callId, localTag, remoteTag] = /<dialog .* call-id="(.+?)" local-tag="(.+?)" remote-tag="(.+?)"/.exec(told) ?? []
  assert.ok(callId && localTag && remoteTag, told)
  await using echo = await RtpEcho.start()
  const scenario = sippScenario(
    'takes the call',
    authenticatedInvite({
      sdp: sdp('sendrecv', 1, echo.port),
      headers: [`Replaces: ${callId};to-tag=${localTag};from-tag=${remoteTag}`],
    }),
    expectResponse(180, { optional: true }),
    expectResponse(200, { beginsDialog: true, contains: 'm=audio' }),
    requestInDialog('ACK', 2),
    expectRequest('BYE'),
    respondInDialog('200 OK'),
  )
  await using key = await sippCaller(product, { extension: '12', peer: '11', scenario })
  await Promise.all([anna.established(), bea.ended()])
  await hearsTone('the caller, of whom who took the call says everything back', anna, TONES.anna, 800)
  await anna.hangUp()
  await key.succeeded(10_000)
  await noLiveCalls(product)
})

test('CALL-02: a parked caller hears music, and talks to the phone that takes it from the slot', { skip }, async () => {
  await createSlot('71')
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await using bea = await phone(product, '11', { tone: TONES.bea, answersAtOnce: true })
  await using cleo = await phone(product, '12', { tone: CLEO })
  await anna.dial(dialled(product, '11'))
  await Promise.all([anna.established(), bea.established()])
  await hearsTone('the caller', anna, TONES.bea, 600)
  await bea.transfer(dialled(product, '71'))
  await bea.ended()
  const music = await anna.listen(1500)
  assertHearsInstead('the parked caller', music, TONES.bea)
  assert.ok(levelOfSignal(music.samples) > AUDIBLE_DBM0, `music at ${levelOfSignal(music.samples)} dBm0`)
  await cleo.dial(dialled(product, '71'))
  await cleo.established()
  await hearsTone('the caller', anna, CLEO, 800)
  await hearsTone('the one who took the call', cleo, TONES.anna, 800)
  await cleo.hangUp()
  await anna.ended()
  await noLiveCalls(product)
})

test('CALL-02: a lamp of a phone that is not ours is told at once that the extension talks, and then that it does no more', {
  skip: missingPeers('baresip', 'sipp'),
}, async () => {
  await using anna = await phone(product, '10', { tone: TONES.anna })
  const scenario = sippScenario(
    'lamp',
    newRequest('SUBSCRIBE', CALLED, 1, { headers: LAMP }),
    expectResponse(401, { challenge: true }),
    newRequest('SUBSCRIBE', CALLED, 2, { headers: ['[authentication]', ...LAMP] }),
    expectResponse(200, { contains: 'Expires: 600' }),
    expectRequest('NOTIFY', { contains: 'confirmed' }),
    respondInDialog('200 OK'),
    expectRequest('NOTIFY', { contains: 'terminated' }),
    respondInDialog('200 OK'),
  )
  // The public network ends this call by itself, some seconds after the lamp was lit.
  await anna.dial(dialled(product, product.demo.network.hangUpAfter))
  await anna.established()
  await using lamp = await sippCaller(product, { extension: '12', peer: '10', scenario })
  await anna.ended()
  await lamp.succeeded(10_000)
})

/** A lamp of a phone that rings. */
const EARLY_LAMP = sippScenario(
  'lamp of a phone that rings',
  newRequest('SUBSCRIBE', CALLED, 1, { headers: LAMP }),
  expectResponse(401, { challenge: true }),
  newRequest('SUBSCRIBE', CALLED, 2, { headers: ['[authentication]', ...LAMP] }),
  expectResponse(200, { contains: 'Expires: 600' }),
  expectRequest('NOTIFY', { contains: 'early' }),
  respondInDialog('200 OK'),
)

/** A park slot of the demo customer. */
async function createSlot(number: string): Promise<void> {
  const { items } = (await product.get('/extensions?limit=1')) as { readonly items: readonly { readonly tenantId: string }[] }
  const response = await product.request('POST', '/park-slots', { tenantId: items[0]?.tenantId, number })
  assert.equal(response.status, 201, await response.clone().text())
}
