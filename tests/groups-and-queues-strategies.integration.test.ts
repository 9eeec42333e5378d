/** Ring groups of every strategy with phones that are not ours: who rings when, members in and out, greeting, overflow, limit of callers (ACD-01). */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  assertHears,
  assertHearsRecording,
  assertHearsTone,
  type Baresip,
  eventually,
  hearsRecording,
  hearsTone,
  missingPeers,
} from '@klinke/testbed'
import { firstToRing, prompt, quiet, rang, TeamLane } from './groups-and-queues-lane.ts'
import { TONES } from './support.ts'

const skip = missingPeers('baresip')
const RINGBACK_HZ = 425
/** In the order of the groups. */
const MEMBERS = ['11', '12', '13']
const TONE_OF = {
  '10': TONES.anna,
  '11': TONES.bea,
  '12': { frequencyHz: 620, levelDbm0: -12 },
  '13': { frequencyHz: 1400, levelDbm0: -12 },
  '14': { frequencyHz: 800, levelDbm0: -14 },
} as const
const ANNOUNCED = { frequencyHz: 1800, levelDbm0: -18 }
let lane: TeamLane
let mailbox: string
let anna: Baresip
let eva: Baresip
let members: readonly Baresip[]

before(async () => {
  lane = await TeamLane.start()
  const [memberSeconds, roundRobin] = [30, 'one-then-all']
  await lane.group('700', { strategy: 'random', memberSeconds }, MEMBERS)
  await lane.group('701', { strategy: 'round-robin', memberSeconds }, MEMBERS)
  await lane.group('702', { strategy: 'round-robin', roundRobin, memberSeconds }, MEMBERS)
  await lane.group('703', { strategy: 'longest-idle', memberSeconds }, MEMBERS)
  await lane.group('704', { greeting: 'before-answer' }, ['11', '12'])
  await lane.group('705', { ringSeconds: 5, overflow: lane.to('14') }, ['11'])
  await lane.group('706', { maxCallers: 1 }, ['11'])
  await lane.group('707', { maxCallers: 1, whenFull: lane.to('13') }, ['11'])
  mailbox = `/extensions/${lane.extension('14').id}/mailbox`
  const { id: box } = await lane.ask('PATCH', mailbox, {})
  await lane.group('708', { ringSeconds: 5, overflow: { kind: 'voicemail', targetId: box } }, ['11'])
  await lane.group('709', { ringSeconds: 5, overflow: { kind: 'announcement', targetId: await lane.announcement(ANNOUNCED) } }, ['12'])
  const phones = Object.entries(TONE_OF).map(([number, tone]) => lane.phone(number, tone))
  const [first, ...others] = await Promise.all(phones)
  const last = others.pop()
  assert.ok(first && last)
  ;[anna, members, eva] = [first, others, last]
})
after(async () => {
  for (const phone of [anna, eva, ...(members ?? [])]) await phone?.[Symbol.asyncDispose]()
  await lane?.[Symbol.asyncDispose]()
})

const toneOf = (member: Baresip) => TONE_OF[numberOf(member)]

function numberOf(member: Baresip): '11' | '12' | '13' {
  return (['11', '12', '13'] as const)[members.indexOf(member)] ?? '11'
}

/** This one rings, and no other member. */
async function ringsAlone(): Promise<Baresip> {
  const first = await firstToRing(members)
  // Time for the others to tell, were they rung in the same moment.
  for (let asked = 0; asked < 3; asked++) await lane.product.get('/live-calls')
  for (const other of members.filter((each) => each !== first)) assert.equal(await rang(other), false, 'another one rings too')
  return first
}

/** They talk, and hear each other. */
async function talk(caller: Baresip, member: Baresip): Promise<void> {
  await member.accept()
  await Promise.all([caller.established(), member.established()])
  await hearsTone('the caller', caller, toneOf(member), 400)
  await hearsTone('the member', member, TONE_OF['10'], 400)
}

/** The caller hangs up; all who were in its call, or rang for it, are told. */
async function over(caller: Baresip, ...others: readonly Baresip[]): Promise<void> {
  await caller.hangUp()
  await Promise.all([caller, ...others].map((phone) => phone.ended()))
  await quiet(lane.product, [anna, eva, ...members])
}

async function declines(member: Baresip): Promise<void> {
  await member.hangUp()
  await member.ended()
}

test('ACD-01: a random group rings every member once, one after the other, and the last one who is left talks', { skip }, async () => {
  await lane.dial(anna, '700')
  const rung: string[] = []
  for (const left of [2, 1, 0]) {
    const member = await ringsAlone()
    rung.push(numberOf(member))
    if (left > 0) await declines(member)
    else {
      await talk(anna, member)
      await over(anna, member)
    }
  }
  assert.deepEqual(rung.toSorted(), MEMBERS)
})

test('ACD-01: round robin, the next in turn: each call begins with the member after the one before', { skip }, async () => {
  const begun: string[] = []
  for (const _call of [1, 2, 3, 4]) {
    await lane.dial(anna, '701')
    const member = await ringsAlone()
    begun.push(numberOf(member))
    await over(anna, member)
  }
  assert.deepEqual(begun, ['11', '12', '13', '11'])
})

test('ACD-01: round robin, one then all: one rings alone, when it declines the others ring together, one of them talks', {
  skip,
}, async () => {
  await lane.dial(anna, '702')
  const first = await ringsAlone()
  await declines(first)
  const others = members.filter((each) => each !== first)
  await Promise.all(others.map((each) => each.rings()))
  const [second, third] = others
  assert.ok(second && third)
  await talk(anna, second)
  await third.ended()
  assert.equal(await rang(first), false)
  await over(anna, second)
})

test('ACD-01: longest idle: who talked first of all is rung again when all have talked', { skip }, async () => {
  const talked: string[] = []
  for (const _call of [1, 2, 3, 4]) {
    await lane.dial(anna, '703')
    const member = await ringsAlone()
    talked.push(numberOf(member))
    await member.accept()
    await Promise.all([anna.established(), member.established()])
    await over(anna, member)
  }
  assert.deepEqual(talked.slice(0, 3).toSorted(), MEMBERS)
  assert.equal(talked[3], talked[0])
})

test('ACD-01: a member leaves the group by code and is rung no more, comes back and is', { skip }, async () => {
  const [bea] = members
  assert.ok(bea)
  const dials = async (code: string, said: string): Promise<void> => {
    await lane.dial(bea, code)
    await bea.established()
    await hearsRecording('the member', bea, prompt(said), 1500)
    await bea.ended()
    await quiet(lane.product, members)
  }
  await dials('#41700', 'agent-logged-out')
  await lane.dial(anna, '700')
  for (const _left of [1, 0]) {
    const member = await ringsAlone()
    assert.notEqual(member, bea)
    await declines(member)
  }
  assert.match(await anna.ended(), /486/)
  await dials('*41700', 'agent-logged-in')
  await lane.dial(anna, '700')
  const rung: string[] = []
  for (const _left of [2, 1, 0]) {
    const member = await ringsAlone()
    rung.push(numberOf(member))
    await declines(member)
  }
  assert.deepEqual(rung.toSorted(), MEMBERS)
  assert.match(await anna.ended(), /486/)
  await quiet(lane.product, [anna, ...members])
})

test('ACD-01: a greeting before the answer: the caller hears it, then it rings, then it talks', { skip }, async () => {
  await lane.dial(anna, '704')
  assertHearsRecording('the caller', await anna.listen(2500), prompt('queue-welcome'))
  const [bea, cleo] = members
  assert.ok(bea && cleo)
  await Promise.all([bea.rings(), cleo.rings()])
  assertHears('the caller, while it rings', await anna.listen(1500), RINGBACK_HZ)
  await talk(anna, cleo)
  await bea.ended()
  await over(anna, cleo)
})

test('ACD-01: when nobody answers in time the caller is led on, and the member rings no more', { skip }, async () => {
  await lane.dial(anna, '705')
  const member = await ringsAlone()
  await eva.rings()
  await member.ended()
  await eva.accept()
  await Promise.all([anna.established(), eva.established()])
  await hearsTone('the caller', anna, TONE_OF['14'], 400)
  await over(anna, eva)
})

test('ACD-01: when nobody answers in time the caller hears an announcement, or leaves a message in a mailbox', { skip }, async () => {
  const [bea, cleo] = members
  assert.ok(bea && cleo)
  await Promise.all([lane.dial(anna, '708'), lane.dial(eva, '709')])
  await Promise.all([bea.rings(), cleo.rings()])
  await Promise.all([anna.established(), eva.established(), bea.ended(), cleo.ended()])
  const [byAnna, byEva] = await Promise.all([anna.listen(2500), eva.listen(2500)])
  assertHearsRecording('who is led to the mailbox', byAnna, prompt('vm-greeting'))
  assertHearsTone('who is led to the announcement', { ...byEva, samples: byEva.samples.subarray(byEva.samples.length >> 1) }, ANNOUNCED)
  await eva.hangUp()
  await anna.press('#')
  await anna.listen(3000)
  await over(anna, eva)
  const messages = async () => ((await lane.product.get(mailbox)) as { readonly newMessages: number }).newMessages
  await eventually('the message', async () => (await messages()) === 1)
})

test('ACD-01: one caller more than the group takes is busy, or led elsewhere; while the first one talks there is room again', {
  skip,
}, async () => {
  const [bea, , david] = members
  assert.ok(bea && david)
  await lane.dial(anna, '706')
  await bea.rings()
  await lane.dial(eva, '706')
  assert.match(await eva.ended(), /486/)
  await talk(anna, bea)
  await lane.dial(eva, '706')
  await bea.rings()
  await eva.hangUp()
  await Promise.all([eva.ended(), bea.ended()])
  await over(anna, bea)

  await lane.dial(anna, '707')
  await bea.rings()
  await lane.dial(eva, '707')
  await david.rings()
  await david.accept()
  await Promise.all([eva.established(), david.established()])
  await hearsTone('the second caller', eva, TONE_OF['13'], 400)
  await eva.hangUp()
  await Promise.all([eva.ended(), david.ended()])
  await over(anna, bea)
})
