/** Callers of queues who are called back after a crash (ACD-02): their places, what the agent hears before, who hears whom. Phones that are not ours. */
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import {
  assertHearsRecording,
  assertHearsTone,
  type Baresip,
  type ExpectedTone,
  eventually,
  hearsTone,
  missingPeers,
  type Sound,
  writeTone,
} from '@klinke/testbed'
import { changed, fromOutside, subscriberOutside } from './call-settings-support.ts'
import { prompt, quiet, secondsSaid, TeamLane } from './groups-and-queues-lane.ts'
import { TONES } from './support.ts'

const skip = missingPeers('baresip')
const CLEO: ExpectedTone = { frequencyHz: 620, levelDbm0: -12 }
const DAVID: ExpectedTone = { frequencyHz: 800, levelDbm0: -14 }
/** The name of a queue as the tenant has recorded it. */
const OWN_NAME: ExpectedTone = { frequencyHz: 700, levelDbm0: -18 }
/** "Call from the queue", the name, "the caller has waited for …". */
const ANNOUNCED_MS = 7000
const WRAP_UP_SECONDS = 600
let lane: TeamLane
let called: string
let wrappedUp: string

before(async () => {
  lane = await TeamLane.start()
  const nameAnnouncement = { kind: 'announcement', targetId: await ownName() }
  await lane.queue('822', { strategy: 'next-in-turn' }, ['13', '11'])
  wrappedUp = await lane.queue('823', { wrapUpSeconds: WRAP_UP_SECONDS }, ['14'])
  called = await lane.queue('821', { announceToAgent: true, nameAnnouncement, callback: { key: '5' } }, ['13'])
})
after(() => lane?.[Symbol.asyncDispose]())

async function ownName(): Promise<string> {
  const { id } = await lane.ask('POST', '/announcements', { tenantId: lane.tenantId, name: 'Name der Warteschlange' })
  const file = join(lane.product.dataDirectory, 'name.wav')
  writeTone(file, OWN_NAME.frequencyHz, -10, 1.5)
  const { url, key } = lane.product.demo.api
  const base = url.replace(/\/$/, '').replace(/\/api\/v1$/, '')
  const sent = await fetch(`${base}/api/v1/announcements/${String(id)}/sounds/de`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'audio/wav' },
    body: new Uint8Array(readFileSync(file)),
  })
  assert.equal(sent.status, 201, await sent.text())
  return String(id)
}

/** They hear each other. */
async function assertTalk(one: Baresip, ofOne: ExpectedTone, other: Baresip, ofOther: ExpectedTone): Promise<void> {
  await Promise.all([hearsTone('one party', one, ofOther, 500), hearsTone('the other', other, ofOne, 500)])
}

/** Some part of it is that tone. */
function assertTonePasses(heard: Sound, tone: ExpectedTone): void {
  const length = heard.sampleRateHz / 2
  const isThere = Array.from({ length: Math.floor(heard.samples.length / length) }, (_, part) => {
    const sound = { ...heard, samples: heard.samples.subarray(part * length, (part + 1) * length) }
    try {
      assertHearsTone('the agent', sound, tone)
      return true
    } catch {
      return false
    }
  }).some(Boolean)
  assert.ok(isThere, `the agent should hear ${tone.frequencyHz} Hz for a while`)
}

/** Nobody is called back for the only promise any more; gives its path. */
async function takeBack(): Promise<string> {
  const { waiting } = (await lane.product.get(`/queues/${called}/live`)) as { readonly waiting: readonly { readonly callbackId: string }[] }
  const path = `/queues/${called}/callbacks/${waiting[0]?.callbackId ?? ''}`
  assert.equal((await lane.product.request('DELETE', path)).status, 204)
  assert.deepEqual(await line(), [])
  return path
}

/** Who waits in the queue, such as `callback 10`, in order. */
async function line(): Promise<readonly string[]> {
  type Live = { readonly waiting: readonly { readonly kind: string; readonly caller: { readonly number: string } }[] }
  const { waiting } = (await lane.product.get(`/queues/${called}/live`)) as Live
  return waiting.map(({ kind, caller }) => `${kind} ${caller.number}`)
}

test('ACD-02: who is to be called back keeps its place over a crash, before who comes later; agent and caller talk', { skip }, async () => {
  await using anna = await lane.phone('10', TONES.anna)
  await lane.dial(anna, '821')
  await anna.established()
  const sinceMs = performance.now()
  await anna.listen(300)
  await anna.press('5')
  assertHearsRecording('who asks', await anna.listen(2500), prompt('callback-confirmed'))
  await anna.ended()
  assert.deepEqual(await line(), ['callback 10'])
  await lane.product.kill()
  await lane.product.restart()
  await using cleo = await lane.phone('12', CLEO)
  await lane.dial(cleo, '821')
  await cleo.established()
  // What was promised is read while calls come in already.
  await eventually('the line as it was', async () => (await line()).join() === 'callback 10,caller 12', { shown: line })
  await using david = await lane.phone('13', DAVID)
  assert.match(await david.rings(), /sip:10@/)
  await david.accept()
  await david.established()
  const waitedSeconds = (performance.now() - sinceMs) / 1000
  const announced = await david.listen(ANNOUNCED_MS)
  assertTonePasses(announced, OWN_NAME)
  assert.ok(Math.abs(secondsSaid(announced) - waitedSeconds) <= 3, `${secondsSaid(announced)} s are said instead of ${waitedSeconds}`)
  assert.match(await anna.rings(), /sip:13@/)
  await anna.accept()
  await anna.established()
  await assertTalk(anna, TONES.anna, david, DAVID)
  await eventually('the line without who talks', async () => (await line()).join() === 'caller 12', { shown: line })
  await anna.hangUp()
  await david.ended()
  assert.match(await david.rings(), /sip:12@/)
  await cleo.hangUp()
  await quiet(lane.product, [anna, cleo, david])
})

test('ACD-02: who calls again stands in line once, in the place kept for it, and the promise can be taken back by REST', {
  skip,
}, async () => {
  await using anna = await lane.phone('10', TONES.anna)
  await lane.dial(anna, '821')
  await anna.established()
  await anna.press('5')
  await anna.ended()
  assert.deepEqual(await line(), ['callback 10'])
  await lane.dial(anna, '821')
  await anna.established()
  assert.deepEqual(await line(), ['caller 10'])
  await anna.hangUp()
  await anna.ended()
  await eventually('the promise in line again', async () => (await line()).join() === 'callback 10', { shown: line })
  const path = await takeBack()
  assert.equal((await lane.product.request('DELETE', path)).status, 404)
  await lane.product.kill()
  await lane.product.restart()
  assert.deepEqual(await line(), [])
})

test('ACD-02: who only says that it calls from a number does not take the place of its callback, nor is that promised twice', {
  skip,
}, async () => {
  const { product } = lane
  const [, , , , e164 = ''] = product.demo.numbers
  await changed(product, `/numbers/${e164}`, { destination: { kind: 'queue', targetId: called } })
  await using outside = await subscriberOutside(product, { number: '+493023125777', tone: DAVID, priority: 900 })
  const calls = async (): Promise<void> => {
    await outside.dial(fromOutside(product, e164))
    await outside.established()
  }
  const asks = async (): Promise<void> => {
    await outside.press('5')
    await outside.ended()
  }
  await calls()
  await asks()
  assert.deepEqual(await line(), ['callback +493023125777'])
  await calls()
  assert.deepEqual(await line(), ['callback +493023125777', 'caller +493023125777'])
  await asks()
  await eventually('one promise', async () => (await line()).join() === 'callback +493023125777', { shown: line })
  await takeBack()
})

/** A caller talks to the agent that rings. */
async function talkTo(caller: Baresip, queue: string, agent: Baresip): Promise<void> {
  await lane.dial(caller, queue)
  await agent.rings()
  await agent.accept()
  await Promise.all([caller.established(), agent.established()])
  await assertHearEachOther(caller, agent)
  await caller.hangUp()
  await Promise.all([caller.ended(), agent.ended()])
}

async function assertHearEachOther(caller: Baresip, agent: Baresip): Promise<void> {
  const hears = async (who: Baresip, tone: ExpectedTone): Promise<true | undefined> => {
    try {
      await hearsTone(who.name, who, tone, 400)
      return true
    } catch {
      return undefined
    }
  }
  await eventually('the caller to be heard', () => hears(agent, TONES.anna))
  await eventually('the agent to be heard', () => hears(caller, CLEO))
}

test('ACD-01, ACD-02: after a crash the next agent in turn is rung, and who had time to wrap up a call has it still', {
  skip,
}, async () => {
  const memory = join(lane.product.dataDirectory, 'team-memory', 'queues.json')
  await using anna = await lane.phone('10', TONES.anna)
  await using bea = await lane.phone('11', CLEO)
  await using david = await lane.phone('13', CLEO)
  {
    await using eva = await lane.phone('14', CLEO)
    await talkTo(anna, '823', eva)
  }
  await talkTo(anna, '822', david)
  const isKept = (): boolean => {
    if (!existsSync(memory)) return false
    const text = readFileSync(memory, 'utf8')
    const { wrapUps } = JSON.parse(text) as { readonly wrapUps: readonly (readonly unknown[])[] }
    // Who wraps up is in the file before that, too: whose turn it was.
    return text.includes(lane.extension('13').id) && wrapUps.some((entry) => entry.includes(lane.extension('14').id))
  }
  await eventually('the memory of the queues', isKept)
  await lane.product.kill()
  await lane.product.restart()
  type Live = { readonly agents: readonly { readonly state: string; readonly endsInSeconds: number | null }[] }
  const wrapping = async (): Promise<number | undefined> => {
    const { agents } = (await lane.product.get(`/queues/${wrappedUp}/live`)) as Live
    return agents.length === 1 && agents[0]?.state === 'wrap-up' ? (agents[0].endsInSeconds ?? 0) : undefined
  }
  const endsInSeconds = await eventually('the agent wraps up', wrapping)
  assert.ok(endsInSeconds > WRAP_UP_SECONDS / 2)
  await talkTo(anna, '822', bea)
  await quiet(lane.product, [anna, bea, david])
})
