/**
 * The transfer matrix on the wire: blind and attended by REFER, and by code; to targets that are free, busy, do not answer, have no phone
 * or do not exist, inside and outside; and who hangs up when. What is heard is measured, and every row leaves its records and nothing else.
 */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Baresip, eventually, hearsTone, missingPeers, type PhoneScript, RunningProduct, type ScriptedCall } from '@klinke/testbed'
import { noLiveCalls, root, TONES, talking } from './support.ts'
import { Lane } from './transfer-lane.ts'

const skip = missingPeers('baresip')
const LISTEN_MS = 300
const OUTSIDE_TONE = { frequencyHz: 1020, levelDbm0: -10 }

type Target =
  | 'free'
  | 'still ringing'
  | 'busy'
  | 'no answer'
  | 'offline'
  | 'unknown'
  | 'free outside'
  | 'busy outside'
  | 'unassigned outside'
/** Who hangs up, and when: the phone that transfers, when its REFER is accepted; nobody before the outcome; the one who remains while it rings; the target before it is connected, or at the end. */
type Leaves = 'transferrer at once' | 'nobody' | 'remaining while ringing' | 'target before' | 'target at the end'

type Row = readonly [
  how: 'blind' | 'attended',
  target: Target,
  leaves: Leaves,
  /** What the transferring phone is told at last (sipfrag); undefined: it has gone. */
  told: number | undefined,
  /** Whom the one who remains talks to then. */
  talksTo: 'target' | 'transferrer' | 'transferrer again' | 'nobody',
  causeOfFirst: string,
  causeOfSecond: string,
]

const CALLED = 'hung-up-by-called'
const CALLER = 'hung-up-by-caller'

const rows: readonly Row[] = [
  ['blind', 'free', 'transferrer at once', undefined, 'target', CALLED, CALLED],
  ['blind', 'free', 'nobody', 200, 'target', CALLED, CALLED],
  ['blind', 'free', 'target at the end', 200, 'target', CALLED, CALLED],
  ['blind', 'no answer', 'remaining while ringing', 487, 'nobody', CALLED, 'unanswered cancelled'],
  ['blind', 'busy', 'nobody', 486, 'transferrer', CALLER, 'unanswered busy'],
  ['blind', 'busy', 'transferrer at once', undefined, 'transferrer again', CALLED, 'unanswered busy'],
  ['blind', 'no answer', 'nobody', 480, 'transferrer', CALLER, 'unanswered no-answer'],
  ['blind', 'no answer', 'transferrer at once', undefined, 'transferrer again', CALLED, 'unanswered no-answer'],
  ['blind', 'offline', 'nobody', 480, 'transferrer', CALLER, 'unanswered unreachable'],
  ['blind', 'unknown', 'nobody', 404, 'transferrer', CALLER, 'unanswered not-found'],
  ['blind', 'free outside', 'nobody', 200, 'target', CALLED, CALLED],
  ['blind', 'free outside', 'transferrer at once', undefined, 'target', CALLED, CALLED],
  ['blind', 'busy outside', 'nobody', 486, 'transferrer', CALLER, 'unanswered busy'],
  ['blind', 'unassigned outside', 'transferrer at once', undefined, 'transferrer again', CALLED, 'unanswered not-found'],
  ['attended', 'free', 'nobody', 200, 'target', CALLED, CALLED],
  ['attended', 'free', 'transferrer at once', undefined, 'target', CALLED, CALLED],
  ['attended', 'free', 'target at the end', 200, 'target', CALLED, CALLED],
  ['attended', 'free outside', 'nobody', 200, 'target', CALLED, CALLED],
  ['attended', 'still ringing', 'nobody', 200, 'target', CALLED, CALLED],
  ['attended', 'free', 'target before', 481, 'transferrer', CALLER, CALLED],
]

const LANES = ['61', '62', '63'] as const
let product: RunningProduct
let lanes: readonly Lane[] = []

before(async () => {
  if (skip !== false) return
  product = await RunningProduct.start({ root })
  lanes = await Promise.all(LANES.map((prefix) => Lane.open(product, prefix)))
})
after(async () => {
  for (const lane of lanes) await lane[Symbol.asyncDispose]()
  await product?.[Symbol.asyncDispose]()
})

test('transfers by REFER', { skip, concurrency: LANES.length }, async (context) => {
  await Promise.all(
    LANES.map(async (_prefix, index) => {
      for (const row of rows.filter((_row, place) => place % LANES.length === index)) {
        const [how, target, leaves, told, talksTo] = row
        const name = `${how} to: ${target}; leaves: ${leaves}; told: ${told ?? 'nothing'}; talks to: ${talksTo}`
        await context.test(name, () => transfers(lanes[index], row))
      }
    }),
  )
  await noLiveCalls(product)
})

/** What the extension dials after `*2` and the number; `hangs up`: it leaves the other two to the ringing. */
type Then = '*2' | '*3' | 'hangs up' | 'nothing'
type CodeRow = readonly [target: Target, then: Then, talksTo: 'target' | 'transferrer']

const codeRows: readonly CodeRow[] = [
  ['free', '*2', 'target'],
  ['still ringing', 'hangs up', 'target'],
  ['no answer', '*3', 'transferrer'],
  ['busy', 'nothing', 'transferrer'],
  ['offline', 'nothing', 'transferrer'],
  ['unknown', 'nothing', 'transferrer'],
  ['free outside', '*2', 'target'],
]

test('transfers by code, from a phone that is not ours', { skip }, async (context) => {
  await using lane = await Lane.open(product, '64')
  await using dialler = await lane.anotherPhone('645', TONES.anna)
  for (const row of codeRows) {
    const [target, then, talksTo] = row
    await context.test(`*2 to: ${target}; then: ${then}; the one who remains talks to: ${talksTo}`, () =>
      transfersByCode(lane, dialler, row),
    )
  }
  await noLiveCalls(product)
})

async function transfersByCode(lane: Lane, dialler: Baresip, [target, then, talksTo]: CodeRow): Promise<void> {
  const { b, c, numbers } = lane
  c.sip.follow(SCRIPTS[target] ?? { kind: 'ring' })
  const callsBefore = c.sip.calls.length
  await dialler.dial(lane.uri(numbers.b))
  await b.rings()
  await b.accept()
  await Promise.all([b.established(), dialler.established()])
  const press = async (keys: string): Promise<void> => {
    for (const key of keys) await dialler.press(key)
  }
  await press(`*2${numberOf(lane, target).replace('+49', '0')}#`)
  const reached = (state: string) => () => c.sip.calls.length > callsBefore && c.sip.calls.at(-1)?.state.kind === state
  if (target === 'free') await eventually('an answer of the target', reached('talking'))
  if (target === 'free outside') await hearsTone('the extension', dialler, OUTSIDE_TONE, LISTEN_MS)
  if (then === '*3' || then === 'hangs up') await eventually('ringing at the target', reached('ringing'))
  if (then === 'nothing') await lane.assertIsHeldBy(TONES.anna)
  if (then === 'hangs up') await dialler.hangUp()
  else if (then !== 'nothing') await press(then)
  if (talksTo === 'transferrer') await lane.assertHears(TONES.anna)
  else await assertTalksToTarget(lane, target)
  if (talksTo === 'target') await b.hangUp()
  else await dialler.hangUp()
  await Promise.all([b.ended(), dialler.ended()])
}

async function transfers(lane: Lane | undefined, row: Row): Promise<void> {
  assert.ok(lane)
  const [how, target, leaves, toldStatus, talksTo, causeOfFirst, causeOfSecond] = row
  const { a, b, c, numbers } = lane
  const number = numberOf(lane, target)
  c.sip.follow(SCRIPTS[target] ?? { kind: 'ring' })
  a.sip.follow({ kind: 'answer', afterMs: 0 })
  const first = a.sip.call(numbers.b)
  await b.rings()
  await b.accept()
  await Promise.all([b.established(), talking(first)])
  const [callsOfA, callsOfC] = [a.sip.calls.length, c.sip.calls.length]
  const { told } = how === 'blind' ? { told: refer(lane, first, number, leaves) } : await consultAndConnect(lane, first, target, leaves)
  if (leaves === 'remaining while ringing') await hangUpWhileRinging(lane, callsOfC)
  if (toldStatus !== undefined) assert.equal(await told, toldStatus)
  if (talksTo === 'target') await assertTalksToTarget(lane, target)
  else if (talksTo !== 'nobody') await assertTalksBack(lane, first, callsOfA, talksTo === 'transferrer again')
  await everybodyOnTheHook(lane, talksTo === 'target' && leaves !== 'target at the end')
  const expected = [`${numbers.b} ${causeOfFirst}`, `${number} ${causeOfSecond}`]
  assert.deepEqual(await lane.records(expected.length), expected.toSorted())
}

const SCRIPTS: Partial<Readonly<Record<Target, PhoneScript>>> = {
  free: { kind: 'answer', afterMs: 200 },
  'still ringing': { kind: 'answer', afterMs: 1500 },
  busy: { kind: 'reject', afterMs: 100, status: 486 },
}

function numberOf({ numbers, product: { demo } }: Lane, target: Target): string {
  switch (target) {
    case 'offline':
      return numbers.offline
    case 'unknown':
      return '+49221399'
    case 'free outside':
      return demo.network.tone
    case 'busy outside':
      return demo.network.busy
    case 'unassigned outside':
      return demo.network.unassigned
    default:
      return numbers.c
  }
}

async function refer(lane: Lane, call: ScriptedCall, number: string, leaves: Leaves): Promise<number | undefined> {
  if (leaves !== 'transferrer at once') return call.transfer(lane.uri(number))
  await call.transferAndLeave(lane.uri(number))
  return undefined
}

/** Holds the first call, calls the target, and connects both. Gives what the phone is told, not waited for. */
async function consultAndConnect(
  lane: Lane,
  first: ScriptedCall,
  target: Target,
  leaves: Leaves,
): Promise<{ told: Promise<number | undefined> }> {
  const number = numberOf(lane, target)
  await first.hold()
  const second = lane.a.sip.call(number)
  if (target === 'still ringing') await eventually('ringing at the target', () => second.state.kind === 'ringing')
  else await talking(second)
  if (leaves === 'target before') {
    lane.c.sip.calls.at(-1)?.hangUp()
    await second.over
    await first.resume()
  }
  const accepted = leaves === 'transferrer at once' ? () => first.hangUp() : undefined
  return { told: first.connectWith(second, lane.uri(number), accepted) }
}

async function hangUpWhileRinging({ b, c }: Lane, before: number): Promise<void> {
  await eventually('ringing at the target', () => c.sip.calls.length > before)
  await b.hangUp()
}

async function assertTalksToTarget(lane: Lane, target: Target): Promise<void> {
  if (target !== 'free outside') {
    await eventually('an answer of the target', () => lane.c.sip.calls.at(-1)?.state.kind === 'talking')
    return lane.assertTalks(lane.c)
  }
  await lane.assertHears(OUTSIDE_TONE)
}

/** To the phone that transferred: in the call it had, or in the one that rings it again. */
async function assertTalksBack(lane: Lane, first: ScriptedCall, before: number, again: boolean): Promise<void> {
  const { a } = lane
  if (again) await eventually('a call back', () => a.sip.calls.length > before && a.sip.calls.at(-1)?.state.kind === 'talking')
  else assert.equal(first.state.kind, 'talking')
  return lane.assertTalks(a)
}

/** The one who remains hangs up, or the others do: all calls of the lane end. */
async function everybodyOnTheHook({ a, b, c }: Lane, byTheOneWhoRemains: boolean): Promise<void> {
  const calls = [...a.sip.calls, ...c.sip.calls]
  if (byTheOneWhoRemains) await b.hangUp()
  else for (const call of calls) call.hangUp()
  await b.ended()
  await Promise.all(calls.map(({ over }) => over))
}
