/** Pickup in groups and by ten at once, and what becomes of parked calls that nobody takes or that vanish; what is announced is heard by phones that are not ours. */
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import {
  assertHearsInstead,
  assertHearsRecording,
  authenticatedInvite,
  type Baresip,
  CALLED,
  eventually,
  expectRequest,
  expectResponse,
  hearsRecording,
  hearsTone,
  label,
  levelOfSignal,
  missingPeers,
  RunningProduct,
  requestInDialog,
  respondInDialog,
  sameTransaction,
  sdp,
  sippScenario,
} from '@klinke/testbed'
import { callRecords, dialled, noLiveCalls, phone, root, sippCaller, TONES } from './support.ts'

const skip = missingPeers('baresip', 'sipp')
const PROMPTS = join(root, 'packages/pbx/src/prompts/audio/de')
const CLEO = { frequencyHz: 620, levelDbm0: -12 }
/** Music on hold lies about −18 dBm0; comfort noise and silence far below. */
const AUDIBLE_DBM0 = -35
/** The shortest times there are. */
const [RETURN_SECONDS, INACTIVITY_SECONDS] = [10, 10]
const TEN = 10
let product: RunningProduct
let tenantId: string

before(async () => {
  product = await RunningProduct.start({ root })
  const { items } = (await product.get('/extensions')) as { readonly items: readonly Record<'id' | 'number' | 'tenantId', string>[] }
  tenantId = items[0]?.tenantId ?? ''
  const members = items.filter(({ number }) => number === '11' || number === '12').map(({ id }) => id)
  await send('POST', '/pickup-groups', { tenantId, name: 'Vertrieb', members })
  await send('POST', '/park-slots', { tenantId, number: '71' })
  await send('PATCH', `/park-settings?tenantId=${tenantId}`, { returnSeconds: RETURN_SECONDS })
  await send('PATCH', `/tenants/${tenantId}`, { profile: { mediaInactivitySeconds: INACTIVITY_SECONDS } })
})
after(() => product?.[Symbol.asyncDispose]())

async function send(method: string, path: string, body: unknown): Promise<void> {
  const response = await product.request(method, path, body)
  assert.ok(response.ok, `${method} ${path}: ${response.status} ${await response.text()}`)
}

test('CALL-02: *81 answers the phone of the group that rings; both hear each other, and that phone stops ringing', { skip }, async () => {
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await using bea = await phone(product, '11', { tone: TONES.bea })
  await using cleo = await phone(product, '12', { tone: CLEO })
  await anna.dial(dialled(product, '11'))
  await bea.rings()
  await cleo.dial(dialled(product, '*81'))
  await Promise.all([anna.established(), cleo.established()])
  await bea.ended()
  await hearsTone('the caller', anna, CLEO, 800)
  await hearsTone('the one who picked up', cleo, TONES.anna, 800)
  await cleo.hangUp()
  await anna.ended()
  await noLiveCalls(product)
})

for (const code of ['*8011', '*81']) {
  test(`CALL-02: who dials ${code} where nothing rings hears that, unanswered, and then 480`, { skip }, async () => {
    await using cleo = await phone(product, '12', { tone: CLEO })
    await cleo.dial(dialled(product, code))
    await hearsRecording('who picks up', cleo, join(PROMPTS, 'nothing-rings.wav'), 1500)
    assert.match(await cleo.ended(), /480/)
  })
}

test('CALL-02: of ten phones that pick up at once one talks; the nine others are told unanswered that it is taken (486), in words too', {
  skip,
}, async () => {
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await using bea = await phone(product, '11', { tone: TONES.bea })
  await using cleo = await phone(product, '13', { tone: CLEO })
  await anna.dial(dialled(product, '11'))
  await bea.rings()
  const refused = async () =>
    (await callRecords(product)).filter(({ called, cause }) => called.number === '*8011' && cause === 'busy').length
  const earlier = await refused()
  await using ten = await sippCaller(product, {
    ...{ extension: '12', peer: '*8011', signedUri: `*8011@${product.demo.sip.domain}`, scenario: PICKS_UP },
    ...{ calls: TEN, callsPerSecond: 1000, concurrentCalls: TEN },
  })
  await anna.established()
  await bea.ended()
  await cleo.dial(dialled(product, '*8011'))
  await hearsRecording('the eleventh', cleo, join(PROMPTS, 'call-gone.wav'), 1800)
  assert.match(await cleo.ended(), /486/)
  await eventually('ten who were too late', async () => (await refused()) >= earlier + TEN, { shown: () => callRecords(product) })
  await anna.hangUp()
  await ten.succeeded(20_000)
  await noLiveCalls(product)
})

/** Picks up, and stays until the other hangs up; or is told that somebody else was faster. */
const PICKS_UP = sippScenario(
  'picks-up',
  authenticatedInvite({ sdp: sdp() }),
  expectResponse(183, { optional: true }),
  expectResponse(486, { optional: true, next: 50 }),
  expectResponse(200, { beginsDialog: true }),
  requestInDialog('ACK', 2),
  expectRequest('BYE'),
  respondInDialog('200 OK'),
  '<nop next="60"/>',
  label(50),
  sameTransaction('ACK', 2, CALLED),
  label(60),
)

/** Anna, whom bea holds and parks in slot 71 by code from a second call. */
async function parks(anna: Baresip, bea: Baresip): Promise<void> {
  await anna.dial(dialled(product, '11'))
  await bea.rings()
  await bea.accept()
  await Promise.all([anna.established(), bea.established()])
  await bea.hold()
  await bea.dial(dialled(product, '*8271'))
  await bea.established()
}

test('CALL-02: who parks hears in which slot, the parked caller music; another phone takes it from there', { skip }, async () => {
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await using bea = await phone(product, '11', { tone: TONES.bea })
  await using cleo = await phone(product, '12', { tone: CLEO })
  await parks(anna, bea)
  await hearsRecording('who parks', bea, join(PROMPTS, 'parked-at.wav'), 1200)
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

test('CALL-02: a parked call that nobody takes rings at who parked it, and they talk', { skip }, async () => {
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await using bea = await phone(product, '11', { tone: TONES.bea, answersAtOnce: true })
  await anna.dial(dialled(product, '11'))
  await Promise.all([anna.established(), bea.established()])
  await bea.transfer(dialled(product, '71'))
  await bea.ended()
  await bea.event('CALL_ESTABLISHED', (RETURN_SECONDS + 20) * 1000)
  await hearsTone('the parked caller', anna, TONES.bea, 800)
  await hearsTone('who parked it', bea, TONES.anna, 800)
  await bea.hangUp()
  await anna.ended()
  await noLiveCalls(product)
})

test('CALL-02: a parked phone that vanishes does not hold its slot: the call ends, and the slot is free again', { skip }, async () => {
  await send('PATCH', `/park-settings?tenantId=${tenantId}`, { returnSeconds: 600 })
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await using bea = await phone(product, '11', { tone: TONES.bea, answersAtOnce: true })
  await using cleo = await phone(product, '12', { tone: CLEO })
  await anna.dial(dialled(product, '11'))
  await Promise.all([anna.established(), bea.established()])
  await bea.transfer(dialled(product, '71'))
  await bea.ended()
  anna.vanish()
  const live = async () => ((await product.get('/live-calls')) as { readonly items: readonly unknown[] }).items.length
  await eventually('the end of the parked call', async () => (await live()) === 0, { deadlineMs: (INACTIVITY_SECONDS + 20) * 1000 })
  anna.reappear()
  await cleo.dial(dialled(product, '71'))
  assertHearsRecording('who dials an empty slot', await cleo.listen(2500), join(PROMPTS, 'park-empty.wav'))
  assert.match(await cleo.ended(), /480/)
})
