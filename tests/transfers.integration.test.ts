/** Transfers between phones that are not ours: who hears whom at the end is measured. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { assertHears, assertHearsTone, missingPeers, RunningProduct } from '@klinke/testbed'
import { callRecords, dialled, endedRecords, noLiveCalls, type PhoneOptions, phone, root, TONES, talking, webPhone } from './support.ts'

const skip = missingPeers('baresip')
const CARL = { frequencyHz: 1500, levelDbm0: -13 }
const RINGBACK_HZ = 425
const RINGBACK_EVERY_MS = 5200
let product: RunningProduct

before(async () => {
  product = await RunningProduct.start({ root })
})
after(() => product?.[Symbol.asyncDispose]())

type Access = Pick<PhoneOptions, 'transport' | 'srtp'>
const SECURE: Access = { transport: 'TLS', srtp: true }

for (const [what, access] of [
  ['over UDP', {}],
  ['to an encrypted phone', SECURE],
] as const) {
  test(`blind transfer ${what}: the party that remains hears ring-back and then the new one, no phone is asked for new media`, {
    skip,
  }, async () => {
    await using anna = await phone(product, '10', { tone: TONES.anna })
    await using bea = await phone(product, '11', { tone: TONES.bea, answersAtOnce: true })
    await using carl = await phone(product, '12', { tone: CARL, ...access })
    await anna.dial(dialled(product, '11'))
    await Promise.all([anna.established(), bea.established()])
    await anna.transfer(dialled(product, '12'))
    assert.match(await carl.rings(), /11@/)
    assertHears('the one who remains, while it rings', await bea.listen(RINGBACK_EVERY_MS), RINGBACK_HZ)
    await carl.accept()
    await carl.established()
    await anna.ended()
    assertHearsTone('the one who remains', await bea.listen(600), CARL)
    assertHearsTone('the new one', await carl.listen(600), TONES.bea)
    await carl.hangUp()
    await bea.ended()
    await noLiveCalls(product)
  })
}

test('the called side transfers; its caller talks to the new one', { skip }, async () => {
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await using bea = await phone(product, '11', { tone: TONES.bea, answersAtOnce: true })
  await using carl = await phone(product, '12', { tone: CARL, answersAtOnce: true })
  await anna.dial(dialled(product, '11'))
  await Promise.all([anna.established(), bea.established()])
  await bea.transfer(dialled(product, '12'))
  await Promise.all([carl.established(), bea.ended()])
  assertHearsTone('the caller', await anna.listen(600), CARL)
  assertHearsTone('the new one', await carl.listen(600), TONES.anna)
  await anna.hangUp()
  await carl.ended()
})

test('a transfer into the public network goes over the carrier', { skip }, async () => {
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await using bea = await phone(product, '11', { tone: TONES.bea, answersAtOnce: true })
  await anna.dial(dialled(product, '11'))
  await Promise.all([anna.established(), bea.established()])
  await anna.transfer(dialled(product, product.demo.network.tone))
  await anna.ended()
  assertHearsTone('the one who remains', await bea.listen(600), { frequencyHz: 1020, levelDbm0: -10 })
  await bea.hangUp()
  const [record] = await endedRecords(
    product,
    1,
    ({ called, direction }) => direction === 'outbound' && called.number === product.demo.network.tone,
  )
  assert.equal(record?.caller.number, '10')
})

test('a transfer to a number that nobody has leaves the two together', { skip }, async () => {
  await using anna = await webPhone(product, '10')
  await using bea = await phone(product, '11', { tone: TONES.bea, answersAtOnce: true })
  const call = anna.sip.call('11')
  await Promise.all([bea.established(), talking(call)])
  assert.equal(await call.transfer(dialled(product, '77')), 404)
  assertHearsTone('the called, its own tone from the other end and back', await bea.listen(600), TONES.bea)
  call.hangUp()
  await bea.ended()
})

test('attended transfer: both hear each other, without new offers to either, and each record lasts until its party has gone', {
  skip,
}, async () => {
  const before = (await callRecords(product)).length
  await using anna = await webPhone(product, '10')
  await using bea = await phone(product, '11', { tone: TONES.bea, answersAtOnce: true })
  await using carl = await phone(product, '12', { tone: CARL, answersAtOnce: true, ...SECURE })
  const first = anna.sip.call('11')
  await Promise.all([bea.established(), talking(first)])
  await first.hold()
  const second = anna.sip.call('12')
  await Promise.all([carl.established(), talking(second)])
  assert.equal(await first.connectWith(second, dialled(product, '12')), 200)
  assertHearsTone('the first', await bea.listen(600), CARL)
  assertHearsTone('the second', await carl.listen(600), TONES.bea)
  assert.equal((await first.over).kind, 'ended')
  assert.equal((await second.over).kind, 'ended')
  await bea.hangUp()
  await carl.ended()
  await noLiveCalls(product)
  const records = await endedRecords(product, before + 2, () => true)
  assert.equal(records.length, before + 2)
})

test('a user goes on with a conversation at another device, by INVITE with Replaces', { skip }, async () => {
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await using desk = await webPhone(product, '11', { kind: 'answer', afterMs: 0 })
  await using mobile = await webPhone(product, '11')
  await anna.dial(dialled(product, '11'))
  await anna.established()
  const [call] = desk.sip.calls
  assert.ok(call?.replaces)
  const taken = mobile.sip.call('11', call.replaces)
  await talking(taken)
  assert.equal((await call.over).kind, 'ended')
  assertHearsTone('the caller, its own tone from the new device and back', await anna.listen(600), TONES.anna)
  assert.ok(mobile.echo.heard > 25)
  taken.hangUp()
  await anna.ended()
})
