/** What a room lets in and what moderators do, by key and by REST: phones that are not ours hear each other, music, or why not. */
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { assertHearsMixture, type Baresip, hearsRecording, type Sound } from '@klinke/testbed'
import { CARL, type ConferenceDesk, eventuallyHears, memberAt } from './conference-desk.ts'
import { assertHearsWords, HOLD_MUSIC } from './groups-and-queues-lane.ts'
import { assertIsSaid, millisecondsOf, windowsOf } from './spoken.ts'
import { dialled, TONES } from './support.ts'

const TESTS_AT_A_TIME = 4
/** Each peer is ended with the process. */
const MAX_PEERS = 20
const ROOMS = ['710', '711', '712', '713', '714', '715', '716']
const [ANNA, BEA] = [TONES.anna, TONES.bea]
const [PIN, MODERATOR] = ['1234', '4711']
const PINS = { participantPin: PIN, moderatorPin: MODERATOR, announceCount: false, entryTones: false }
const SAID_MS = 1500
/** What was heard before, and how long the exchange takes to say something. */
const BEFORE_SAID_MS = 1500
/** The tones by which somebody is announced (`NOTICE_TONES`), and how long each lasts at least. */
const [COMES_HZ, GOES_HZ] = [
  [600, 750, 900],
  [900, 750, 600],
]
const TONE_SECONDS = 0.08
/** From the first key of the PIN to the seat; and a hang-up. */
const [ENTERING_MS, LEAVING_MS] = [8000, 2000]

/** Anna moderates, bea takes part, carl stands at the door. */
interface Three extends AsyncDisposable {
  readonly anna: Baresip
  readonly bea: Baresip
  readonly carl: Baresip
}

async function threePhones(desk: ConferenceDesk, room: string): Promise<Three> {
  const stack = new AsyncDisposableStack()
  const [annas, beas, carls] = extensionsOf(room)
  const anna = stack.use(await desk.phone(annas, ANNA))
  const bea = stack.use(await desk.phone(beas, BEA))
  const carl = stack.use(await desk.phone(carls, CARL))
  return { anna, bea, carl, [Symbol.asyncDispose]: () => stack.disposeAsync() }
}

/** Each test has extensions of its own: for room 712 they are 921, 922, 923. */
function extensionsOf(room: string): readonly [string, string, string] {
  const first = 10 * (Number(room) - 620)
  return [String(first + 1), String(first + 2), String(first + 3)]
}

async function press(who: Baresip, keys: string): Promise<void> {
  for (const key of keys) await who.press(key)
}

/** Presses the keys and hears that. */
async function pressesAndHears(who: Baresip, keys: string, id: string): Promise<void> {
  await press(who, keys)
  await isTold(who, id)
}

/** Hears that prompt now; what it hears before and afterwards, such as the others, does not count. */
async function isTold(who: Baresip, id: string): Promise<void> {
  assertIsSaid(who.name, await who.listen(BEFORE_SAID_MS + millisecondsOf(id)), id)
}

/** They go on at the same time, each in a room of its own. */
export function moderatorTests(desk: () => ConferenceDesk, skip: string | false): void {
  describe('rooms and moderators', { concurrency: TESTS_AT_A_TIME, skip }, () => {
    before(async () => {
      process.setMaxListeners(MAX_PEERS)
      for (const room of ROOMS) for (const number of extensionsOf(room)) await desk().newExtension(number)
    })
    test('CONF-02: *7 locks the room: who comes then hears so and is sent away, but no moderator; *7 again opens it', () => locks(desk()))
    test('CONF-02: *8 sends away who came last, which hears so while the others talk on; *9 ends the conference for all', () =>
      removes(desk()))
    test('CONF-02: *5 mutes all who are no moderators, REST mutes one; the others hear them again afterwards', () => mutes(desk()))
    test('CONF-02: until a moderator is there participants hear music and not each other; when it leaves the conference ends', () =>
      waits(desk()))
    test('CONF-02: a wrong PIN is asked for again; the PIN of participants opens no key of moderators', () => pins(desk()))
    test('CONF-01: one more than the room takes is told so unanswered (486), and gets in when somebody has left', () => full(desk()))
    test('CONF-02: who comes hears how many are there, the others a tone when it comes and another when it goes', () => announces(desk()))
  })
}

async function locks(desk: ConferenceDesk): Promise<void> {
  const { room, number } = await desk.newRoom('710', PINS)
  await using three = await threePhones(desk, number)
  const { anna, bea, carl } = three
  await desk.enter(anna, number, MODERATOR)
  await desk.enter(bea, number, PIN)
  await desk.together(room, 2)
  await pressesAndHears(anna, '*7', 'conf-locked')
  await desk.enter(carl, number, PIN)
  await isTold(carl, 'conf-is-locked')
  await carl.ended()
  assert.equal((await desk.members(room, () => true)).length, 2)
  await desk.enter(carl, number, MODERATOR)
  await desk.together(room, 3)
  await eventuallyHears(carl, [ANNA, BEA], [CARL])
  await carl.hangUp()
  await pressesAndHears(anna, '*7', 'conf-unlocked')
  await desk.enter(carl, number, PIN)
  await desk.together(room, 3)
  await eventuallyHears(bea, [ANNA, CARL], [BEA])
  await Promise.all([anna.hangUp(), bea.hangUp(), carl.hangUp()])
  await desk.members(room, (list) => list.length === 0)
}

async function removes(desk: ConferenceDesk): Promise<void> {
  const { room, number } = await desk.newRoom('711', PINS)
  await using three = await threePhones(desk, number)
  const { anna, bea, carl } = three
  await desk.enter(anna, number, MODERATOR)
  await desk.enter(bea, number, PIN)
  await desk.together(room, 2)
  await desk.enter(carl, number, PIN)
  await desk.together(room, 3)
  await eventuallyHears(anna, [BEA, CARL], [ANNA])
  await press(anna, '*8')
  await isTold(carl, 'conf-kicked')
  await carl.ended()
  await eventuallyHears(anna, [BEA], [ANNA, CARL])
  await eventuallyHears(bea, [ANNA], [BEA, CARL])
  await press(anna, '*9')
  await Promise.all([anna.ended(), bea.ended()])
  await desk.members(room, (list) => list.length === 0)
}

async function mutes(desk: ConferenceDesk): Promise<void> {
  const { room, number } = await desk.newRoom('712', PINS)
  await using three = await threePhones(desk, number)
  const { anna, bea, carl } = three
  await desk.enter(anna, number, MODERATOR)
  for (const who of [bea, carl]) await desk.enter(who, number, PIN)
  const all = await desk.together(room, 3)
  await pressesAndHears(anna, '*5', 'conf-all-muted')
  await eventuallyHears(anna, [], [ANNA, BEA, CARL])
  await eventuallyHears(bea, [ANNA], [BEA, CARL])
  await pressesAndHears(anna, '*5', 'conf-all-unmuted')
  await eventuallyHears(anna, [BEA, CARL], [ANNA])
  const [, beas] = extensionsOf(number)
  const path = `/conference-rooms/${room}/conference/members/${memberAt(all, beas)?.id}`
  for (const [muted, heard, unheard] of [
    [true, [ANNA], [BEA]],
    [false, [ANNA, BEA], []],
  ] as const) {
    assert.equal((await desk.product.request('PATCH', path, { muted })).status, 200)
    await eventuallyHears(carl, heard, [...unheard, CARL])
  }
  await Promise.all([anna.hangUp(), bea.hangUp(), carl.hangUp()])
  await desk.members(room, (list) => list.length === 0)
}

async function waits(desk: ConferenceDesk): Promise<void> {
  const { room, number } = await desk.newRoom('713', { ...PINS, waitForModerator: true, whenModeratorLeaves: 'ends' })
  await using three = await threePhones(desk, number)
  const { anna, bea, carl } = three
  await desk.enter(bea, number, PIN)
  await isTold(bea, 'conf-wait-for-moderator')
  await desk.enter(carl, number, PIN)
  await desk.members(room, (list) => list.length === 2 && list.every(({ waiting }) => waiting))
  await hearsRecording('who waits', bea, HOLD_MUSIC, SAID_MS)
  await eventuallyHears(bea, [], [BEA, CARL])
  await desk.enter(anna, number, MODERATOR)
  await desk.together(room, 3)
  await eventuallyHears(bea, [ANNA, CARL], [BEA])
  await eventuallyHears(anna, [BEA, CARL], [ANNA])
  await anna.hangUp()
  await Promise.all([bea.ended(), carl.ended()])
  await desk.members(room, (list) => list.length === 0)
}

async function pins(desk: ConferenceDesk): Promise<void> {
  const { room, number } = await desk.newRoom('714', PINS)
  await using three = await threePhones(desk, number)
  const { anna, bea } = three
  await bea.dial(dialled(desk.product, number))
  await bea.established()
  await isTold(bea, 'conf-enter-pin')
  await pressesAndHears(bea, '9999#', 'wrong-pin')
  await press(bea, `${PIN}#`)
  await desk.enter(anna, number, MODERATOR)
  const all = await desk.together(room, 2)
  const [annas, beas] = extensionsOf(number)
  assert.deepEqual([memberAt(all, beas)?.role, memberAt(all, annas)?.role], ['participant', 'moderator'])
  await eventuallyHears(bea, [ANNA], [BEA])
  await pressesAndHears(bea, '*8', 'not-possible')
  await eventuallyHears(bea, [ANNA], [BEA])
  await Promise.all([anna.hangUp(), bea.hangUp()])
  await desk.members(room, (list) => list.length === 0)
}

async function full(desk: ConferenceDesk): Promise<void> {
  const { room, number } = await desk.newRoom('715', { ...PINS, maxMembers: 2 })
  await using three = await threePhones(desk, number)
  const { anna, bea, carl } = three
  await desk.enter(anna, number, MODERATOR)
  await desk.enter(bea, number, PIN)
  await desk.together(room, 2)
  await carl.dial(dialled(desk.product, number))
  assert.match(await carl.ended(), /486/)
  await bea.hangUp()
  await desk.members(room, (list) => list.length === 1)
  await desk.enter(carl, number, PIN)
  await desk.together(room, 2)
  await eventuallyHears(carl, [ANNA], [CARL, BEA])
  await Promise.all([anna.hangUp(), carl.hangUp()])
  await desk.members(room, (list) => list.length === 0)
}

async function announces(desk: ConferenceDesk): Promise<void> {
  const { room, number } = await desk.newRoom('716', { ...PINS, announceCount: true, entryTones: true })
  await using three = await threePhones(desk, number)
  const { anna, bea, carl } = three
  await desk.enter(anna, number, MODERATOR)
  await desk.enter(bea, number, PIN)
  await desk.together(room, 2)
  await press(bea, '*6')
  const [, beas] = extensionsOf(number)
  await desk.members(room, (list) => memberAt(list, beas)?.muted === true)
  await carl.dial(dialled(desk.product, number))
  await carl.established()
  const whileItComes = anna.listen(ENTERING_MS)
  await press(carl, `${PIN}#`)
  assertHearsWords('who comes', await carl.listen(2 * SAID_MS), ['conf-there-are', 'number-3', 'conf-participants'])
  await desk.together(room, 3)
  assertTonesPass('who is there', await whileItComes, COMES_HZ)
  const whileItGoes = anna.listen(LEAVING_MS)
  await carl.hangUp()
  assertTonesPass('who is there', await whileItGoes, GOES_HZ)
  await Promise.all([anna.hangUp(), bea.hangUp()])
  await desk.members(room, (list) => list.length === 0)
}

/** Of what was heard these tones are one after the other. */
function assertTonesPass(who: string, sound: Sound, tonesHz: readonly number[]): void {
  let awaited = 0
  for (const part of windowsOf(sound, TONE_SECONDS, TONE_SECONDS / 4)) {
    if (awaited < tonesHz.length && isHeard(part, tonesHz[awaited] ?? 0)) awaited++
  }
  assert.equal(awaited, tonesHz.length, `${who} should hear ${tonesHz.join(', ')} Hz one after the other`)
}

function isHeard(sound: Sound, frequencyHz: number): boolean {
  try {
    assertHearsMixture('somebody', sound, [{ frequencyHz }], [])
    return true
  } catch {
    return false
  }
}
