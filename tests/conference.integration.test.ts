/** Three phones that are not ours meet in a conference room; what each hears is measured. */
import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { assertHearsMixture, eventually, hearsInstead, missingPeers, RunningProduct } from '@klinke/testbed'
import { CARL, ConferenceDesk, eventuallyHears, memberAt } from './conference-desk.ts'
import { callersFromOutsideTests } from './conference-from-outside.ts'
import { moderatorTests } from './conference-moderators.ts'
import { dialled, endedRecords, isAsked, noLiveCalls, phone, root, TONES, talking, webPhone } from './support.ts'

const skip = missingPeers('baresip')
const [ANNA, BEA] = [TONES.anna, TONES.bea]
/** Music has its pauses. */
const WAITS_MS = 1500
const WITH_PIN = { participantPin: '4711' }
let product: RunningProduct
let desk: ConferenceDesk

before(async () => {
  product = await RunningProduct.start({ root })
  desk = new ConferenceDesk(product)
})
after(() => product?.[Symbol.asyncDispose]())

/** What the simulated public network plays. */
const NETWORK = { frequencyHz: 1020, levelDbm0: -10 } as const

test('CONF-02: three phones dial in with a PIN and hear both others, never themselves; who mutes itself by key is not heard', {
  skip,
}, async () => {
  const { room, number } = await desk.newRoom('700', WITH_PIN)
  await using anna = await phone(product, '10', { tone: ANNA })
  await using bea = await phone(product, '11', { tone: BEA })
  await using carl = await phone(product, '12', { tone: CARL })
  for (const who of [anna, bea, carl]) await desk.enter(who, number)
  const all = await desk.together(room, 3)
  assert.deepEqual(all.map(({ id }) => id).sort(), ['1', '2', '3'])
  await eventuallyHears(anna, [BEA, CARL], [ANNA])
  await eventuallyHears(bea, [ANNA, CARL], [BEA])
  await eventuallyHears(carl, [ANNA, BEA], [CARL])
  await bea.press('*')
  await bea.press('6')
  await desk.members(room, (list) => memberAt(list, '11')?.muted === true)
  await eventuallyHears(anna, [CARL], [ANNA, BEA])
  await eventuallyHears(bea, [ANNA, CARL], [BEA])
  const removed = memberAt(all, '10')?.id
  assert.equal((await product.request('DELETE', `/conference-rooms/${room}/conference/members/${removed}`)).status, 204)
  await anna.ended()
  await eventuallyHears(bea, [CARL], [ANNA, BEA])
  await Promise.all([bea.hangUp(), carl.hangUp()])
  await noLiveCalls(product)
  assert.equal((await product.request('GET', `/conference-rooms/${room}/conference`)).status, 404)
})

test('CONF-02: who holds is not heard by the others, whatever its phone plays, and is again when it comes back', { skip }, async () => {
  const { room, number } = await desk.newRoom('701', WITH_PIN)
  await using anna = await phone(product, '10', { tone: ANNA })
  await using bea = await phone(product, '11', { tone: BEA })
  await using carl = await phone(product, '12', { tone: CARL })
  for (const who of [anna, bea, carl]) await desk.enter(who, number)
  await desk.together(room, 3)
  await eventuallyHears(anna, [BEA, CARL], [ANNA])
  await bea.hold()
  await desk.members(room, (list) => memberAt(list, '11')?.held === true)
  // What her phone has received before still plays on for a moment.
  await eventuallyHears(anna, [CARL], [BEA])
  await bea.resume()
  await desk.members(room, (list) => memberAt(list, '11')?.held === false)
  await eventuallyHears(anna, [BEA, CARL], [ANNA])
  assertHearsMixture('bea, who is back', await bea.listenAfterHold(600), [ANNA, CARL], [])
  await Promise.all([anna.hangUp(), bea.hangUp(), carl.hangUp()])
  await noLiveCalls(product)
})

test('CONF-02: attended transfer into a room: the party is in at once, without a PIN, and all hear each other', { skip }, async () => {
  const { room, number } = await desk.newRoom('702', {})
  await using carl = await phone(product, '12', { tone: CARL })
  await carl.dial(dialled(product, number))
  await carl.established()
  await using anna = await webPhone(product, '10')
  await using bea = await phone(product, '11', { tone: BEA, answersAtOnce: true })
  const first = anna.sip.call('11')
  await Promise.all([bea.established(), talking(first)])
  await first.hold()
  const second = anna.sip.call(number)
  await talking(second)
  await desk.together(room, 2)
  assert.equal(await first.connectWith(second, dialled(product, number)), 200)
  await eventuallyHears(bea, [CARL], [BEA])
  await eventuallyHears(carl, [BEA], [CARL])
  assert.deepEqual([(await first.over).kind, (await second.over).kind], ['ended', 'ended'])
  assert.equal((await desk.members(room, () => true)).length, 2)
  await Promise.all([bea.hangUp(), carl.hangUp()])
  await noLiveCalls(product)
})

test('CONF-02: blind transfer into a room: the party types the PIN itself, then all hear each other', { skip }, async () => {
  const { room, number } = await desk.newRoom('703', WITH_PIN)
  await using carl = await phone(product, '12', { tone: CARL })
  await desk.enter(carl, number)
  await using anna = await phone(product, '10', { tone: ANNA })
  await using bea = await phone(product, '11', { tone: BEA, answersAtOnce: true })
  await anna.dial(dialled(product, '11'))
  await Promise.all([anna.established(), bea.established()])
  await anna.transfer(dialled(product, number))
  await anna.ended()
  for (const key of '4711#') await bea.press(key)
  await desk.together(room, 2)
  await eventuallyHears(bea, [CARL], [BEA])
  await eventuallyHears(carl, [BEA], [CARL, ANNA])
  await Promise.all([bea.hangUp(), carl.hangUp()])
  await noLiveCalls(product)
})

test('CONF-02: somebody outside who is invited and presses nothing, as a mailbox, is never heard in the conference', { skip }, async () => {
  const { room, number } = await desk.newRoom('704', {})
  await using anna = await phone(product, '10', { tone: ANNA })
  await using bea = await phone(product, '11', { tone: BEA })
  for (const who of [anna, bea]) {
    await who.dial(dialled(product, number))
    await who.established()
  }
  await desk.together(room, 2)
  const { demo } = product
  const invited = demo.network.tone
  const answer = await product.request('POST', `/conference-rooms/${room}/conference/members`, {
    who: { kind: 'external', number: invited },
  })
  assert.equal(answer.status, 202)
  const { callId } = (await answer.json()) as { readonly callId: string }
  await eventuallyHears(anna, [BEA], [NETWORK])
  const [record] = await endedRecords(product, 1, ({ id }) => id === callId)
  assert.deepEqual([record?.direction, record?.called.number, record?.answeredAt === null], ['outbound', invited, false])
  assertHearsMixture('anna, when the mailbox has been hung up', await anna.listen(600), [BEA], [NETWORK])
  assert.equal((await desk.members(room, () => true)).length, 2)
  await Promise.all([anna.hangUp(), bea.hangUp()])
  await noLiveCalls(product)
})

test('CONF-02: who comes in says its name, which the others hear; no file of it is left afterwards', { skip }, async () => {
  const { room, number } = await desk.newRoom('706', { announceNames: true, announceCount: false })
  await using anna = await phone(product, '10', { tone: ANNA })
  await using bea = await phone(product, '11', { tone: BEA })
  await anna.dial(dialled(product, number))
  await anna.established()
  await desk.members(room, (list) => list.length === 1)
  await bea.dial(dialled(product, number))
  await bea.established()
  await desk.together(room, 2)
  // Bea's name is its tone: of one who is muted it is heard nowhere else.
  const id = memberAt(await desk.members(room, () => true), '11')?.id
  const path = `/conference-rooms/${room}/conference/members/${id}`
  assert.equal((await product.request('PATCH', path, { muted: true })).status, 200)
  await eventuallyHears(anna, [], [BEA])
  await anna.press('*')
  await anna.press('4')
  await desk.understood('10', 'names')
  await eventuallyHears(anna, [BEA], [])
  await Promise.all([anna.hangUp(), bea.hangUp()])
  await noLiveCalls(product)
  await eventually('the end of the names', () => readdirSync(join(product.dataDirectory, 'conference-names')).length === 0)
})

test('CONF-02: a moderator dials a colleague into the room by *3; both hear each other', { skip }, async () => {
  const { room, number } = await desk.newRoom('707', { moderatorPin: '4711' })
  await using anna = await phone(product, '10', { tone: ANNA })
  await using bea = await phone(product, '11', { tone: BEA, answersAtOnce: true })
  await desk.enter(anna, number)
  await desk.members(room, (list) => list.length === 1 && list[0]?.waiting === true)
  for (const key of '*311#') await anna.press(key)
  await bea.established()
  await desk.together(room, 2)
  await eventuallyHears(anna, [BEA], [ANNA])
  await eventuallyHears(bea, [ANNA], [BEA])
  await Promise.all([anna.hangUp(), bea.hangUp()])
  await noLiveCalls(product)
})

test('CONF-02: a moderator has a private word with a colleague by *0, whom the others do not hear; *0 again brings both in', {
  skip,
}, async () => {
  const { room, number } = await desk.newRoom('708', { moderatorPin: '4711' })
  await using anna = await phone(product, '10', { tone: ANNA })
  await using bea = await phone(product, '11', { tone: BEA, answersAtOnce: true })
  await using carl = await phone(product, '12', { tone: CARL })
  await desk.enter(anna, number)
  await desk.members(room, (list) => list.length === 1)
  await desk.enter(carl, number)
  await desk.together(room, 2)
  for (const key of '*011#') await anna.press(key)
  await bea.established()
  await eventuallyHears(anna, [BEA], [CARL])
  await eventuallyHears(bea, [ANNA], [CARL])
  await eventuallyHears(carl, [], [ANNA, BEA])
  for (const key of '*0') await anna.press(key)
  await desk.together(room, 3)
  await eventuallyHears(anna, [BEA, CARL], [ANNA])
  await eventuallyHears(bea, [ANNA, CARL], [BEA])
  await eventuallyHears(carl, [ANNA, BEA], [CARL])
  await Promise.all([anna.hangUp(), bea.hangUp(), carl.hangUp()])
  await noLiveCalls(product)
})

test('CONF-01: *2 and a number consults a third phone, which the first party does not hear; *5 makes three of it', { skip }, async () => {
  await using anna = await phone(product, '10', { tone: ANNA })
  await using bea = await phone(product, '11', { tone: BEA, answersAtOnce: true })
  await using carl = await phone(product, '12', { tone: CARL, answersAtOnce: true })
  await anna.dial(dialled(product, '11'))
  await Promise.all([anna.established(), bea.established()])
  for (const key of '*212#') await anna.press(key)
  await carl.established()
  await eventuallyHears(anna, [CARL], [BEA])
  await eventuallyHears(bea, [], [ANNA, CARL])
  for (const key of '*5') await anna.press(key)
  await eventuallyHears(anna, [BEA, CARL], [ANNA])
  await eventuallyHears(bea, [ANNA, CARL], [BEA])
  await eventuallyHears(carl, [ANNA, BEA], [CARL])
  await Promise.all([anna.hangUp(), bea.hangUp(), carl.hangUp()])
  await noLiveCalls(product)
})

test('CALL-01: *4 toggles between two parties, who each hear the one or music and never each other; *3 gives the third one up', {
  skip,
}, async () => {
  await using anna = await phone(product, '10', { tone: ANNA })
  await using bea = await phone(product, '11', { tone: BEA, answersAtOnce: true })
  await using carl = await phone(product, '12', { tone: CARL, answersAtOnce: true })
  await anna.dial(dialled(product, '11'))
  await Promise.all([anna.established(), bea.established()])
  for (const key of '*212#') await anna.press(key)
  await carl.established()
  for (const [talks, tone, waits] of [
    [carl, CARL, bea],
    [bea, BEA, carl],
    [carl, CARL, bea],
  ] as const) {
    await eventuallyHears(anna, [tone], [ANNA, tone === BEA ? CARL : BEA])
    await eventuallyHears(talks, [ANNA], [BEA, CARL])
    await hearsInstead('who waits', waits, ANNA, WAITS_MS)
    for (const key of '*4') await anna.press(key)
  }
  await eventuallyHears(anna, [BEA], [ANNA, CARL])
  // Back to the third one, which is given up.
  for (const key of '*4') await anna.press(key)
  await eventuallyHears(anna, [CARL], [ANNA, BEA])
  for (const key of '*3') await anna.press(key)
  await carl.ended()
  await eventuallyHears(bea, [ANNA], [BEA, CARL])
  await Promise.all([anna.hangUp(), bea.ended()])
  await noLiveCalls(product)
})

test('CONF-02: five wrong PINs over two calls lock the number out, which REST shows and lifts', { skip }, async () => {
  const { room, number } = await desk.newRoom('705', WITH_PIN)
  await using anna = await phone(product, '10', { tone: ANNA })
  const guess = async (keys: string): Promise<string> => {
    await anna.dial(dialled(product, number))
    await anna.established()
    await isAsked(anna)
    for (const key of keys) await anna.press(key)
    return anna.ended(20_000)
  }
  await guess('0001#0002#0003#')
  await guess('0004#0005#')
  await anna.dial(dialled(product, number))
  assert.match(await anna.ended(20_000), /403/)
  const locked = (await product.get(`/conference-rooms/${room}/pin-lock`)) as { readonly callers: readonly { readonly number: string }[] }
  assert.deepEqual(
    locked.callers.map((caller) => caller.number),
    ['10'],
  )
  assert.equal((await product.request('DELETE', `/conference-rooms/${room}/pin-lock`)).status, 204)
  await desk.enter(anna, number)
  await desk.members(room, (list) => list.length === 1)
  await anna.hangUp()
  await noLiveCalls(product)
})

moderatorTests(() => desk, skip)
callersFromOutsideTests(() => desk, skip)
