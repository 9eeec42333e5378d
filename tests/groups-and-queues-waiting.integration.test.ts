/** Waiting in queues with phones that are not ours: what callers hear, who is served when, and where those are led who are not (ACD-02, LAW-08). */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import {
  assertHears,
  assertHearsRecording,
  type Baresip,
  type ExpectedTone,
  eventually,
  hearsRecording,
  missingPeers,
} from '@klinke/testbed'
import { assertHearsWords, HOLD_MUSIC, prompt, rang, secondsSaid, TeamLane } from './groups-and-queues-lane.ts'
import { callRecord, TONES } from './support.ts'

const skip = missingPeers('baresip')
const TESTS_AT_A_TIME = 6
/** Each peer is ended with the process. */
const MAX_PEERS = 20
const WRAP_UP_SECONDS = 3
const MAX_WAIT_SECONDS = 10
/** Signed in, but its phone is nowhere. */
const ABSENT = '14'
let lane: TeamLane
let refuge: Baresip
/** Id of the queue that announces itself to its agents. */
let announced: string
const NAME = 'Kundendienst für Köln und Bonn'
/** "Call from the queue", the name, "the caller has waited for …". */
const ANNOUNCED_MS = 7500
/** What the number outside plays. */
const NETWORK_TONE: ExpectedTone = { frequencyHz: 1020, levelDbm0: -10 }
const REFUGE: ExpectedTone = { frequencyHz: 1400, levelDbm0: -12 }

before(async () => {
  process.setMaxListeners(MAX_PEERS)
  lane = await TeamLane.start(Array.from({ length: 12 }, (_, index) => String(20 + index)))
  const { id } = await lane.ask('POST', '/schedules', { tenantId: lane.tenantId, name: 'Nie', week: [] })
  const hours = { schedule: { kind: 'schedule', targetId: id } }
  const to = lane.to('28')
  const once = { everySeconds: 60 }
  const announcements = {
    position: { firstSeconds: 5, ...once },
    wait: { firstSeconds: 5, ...once },
    periodic: { firstSeconds: 11, ...once },
  }
  const priorityCallers = [{ caller: '23', priority: 5 }]
  await lane.queue('800', { announcements }, [ABSENT])
  await lane.queue('801', { priorityCallers, wrapUpSeconds: WRAP_UP_SECONDS }, ['24'])
  await lane.queue('802', {}, ['24'])
  const callback = { callback: { key: '5' }, announcements: { callback: { firstSeconds: 5, ...once } } }
  await lane.queue('803', { maxWaitSeconds: MAX_WAIT_SECONDS, afterMaxWait: lane.to('27'), ...callback }, [ABSENT])
  await lane.queue('804', { maxCallers: 1, whenFull: to }, [ABSENT])
  await lane.queue('805', { whenNoAgent: to }, [])
  await lane.queue('806', { hours, whenClosed: to }, [ABSENT])
  await lane.queue('807', { whenAllBusy: to }, [ABSENT])
  await lane.queue('808', { exit: { key: '9', to } }, [ABSENT])
  await lane.queue('813', { exit: { key: '9', to: { kind: 'external', number: lane.product.demo.network.tone } } }, [ABSENT])
  await lane.queue('809', { hours }, [ABSENT])
  await lane.queue('810', { maxCallers: 1 }, [ABSENT])
  announced = await lane.queue('812', { announceToAgent: true }, ['12'])
  await lane.queue('811', { answer: 'with-agent', greeting: true }, ['31'])
  refuge = await lane.phone('28', REFUGE, true)
})
after(async () => {
  await refuge?.[Symbol.asyncDispose]()
  await lane?.[Symbol.asyncDispose]()
})

/** They wait in that queue, one behind the other, and have been answered. */
async function wait(queue: string, ...callers: readonly Baresip[]): Promise<void> {
  for (const caller of callers) {
    await lane.dial(caller, queue)
    await caller.established()
  }
}

/** One of the next seconds is of that: what was said before comes to its end. */
async function hearsSoon(who: string, listener: Baresip, { frequencyHz }: ExpectedTone): Promise<void> {
  await eventually(`${who} hears ${frequencyHz} Hz`, async () => {
    const heard = await listener.listen(400)
    try {
      assertHears(who, heard, frequencyHz)
      return true
    } catch {
      return false
    }
  })
}

/** Each test has phones and queues of its own: they wait at the same time. */
describe('queues', { concurrency: TESTS_AT_A_TIME, skip }, () => {
  test('ACD-02: callers hear their places, how long they will wait, and a word of patience', async () => {
    await using first = await lane.phone('20', TONES.anna)
    await using second = await lane.phone('21', TONES.bea)
    await wait('800', first, second)
    const [heardByFirst, heardBySecond] = await Promise.all([first.listen(13_300), second.listen(13_300)])
    assertHearsRecording('the first', heardByFirst, prompt('position-next'))
    assertHearsWords('the first', heardByFirst, ['wait-about', 'number-3', 'minutes'])
    assertHearsWords('the second', heardBySecond, ['position-number-before', 'number-2', 'position-after'])
    assertHearsWords('the second', heardBySecond, ['wait-about', 'number-6', 'minutes'])
    for (const heard of [heardByFirst, heardBySecond]) assertHearsRecording('a caller', heard, prompt('queue-please-hold'))
  })

  test('ACD-02: who has priority overtakes; an agent has time to wrap up, and is busy for other queues until then', async () => {
    await using caller = await lane.phone('22', TONES.anna)
    await using important = await lane.phone('23', { frequencyHz: 620, levelDbm0: -12 })
    await using elsewhere = await lane.phone('25', TONES.anna)
    await wait('801', caller, important)
    await using agent = await lane.phone('24', TONES.bea)
    assert.match(await agent.rings(), /sip:23@/)
    await agent.accept()
    await agent.established()
    await hearsSoon('who has priority', important, TONES.bea)
    assertHears('the agent', await agent.listen(400), 620)
    await wait('802', elsewhere)
    await important.hangUp()
    await agent.ended()
    const overMs = performance.now()
    const next = [await agent.rings()]
    const wrappedUpMs = performance.now() - overMs
    assert.ok(wrappedUpMs > WRAP_UP_SECONDS * 1000 - 200, `rung after ${wrappedUpMs} ms`)
    await agent.hangUp()
    next.push(await agent.rings())
    assert.deepEqual(next.map((uri) => /sip:(\d+)@/.exec(uri)?.[1]).toSorted(), ['22', '25'])
  })

  test('ACD-02: after the longest stay the caller, who has heard music and the offer of a callback, is led on', async () => {
    await using caller = await lane.phone('26', TONES.anna)
    await using target = await lane.phone('27', TONES.bea, true)
    await wait('803', caller)
    const sinceMs = performance.now()
    assertHearsRecording('who waits', await caller.listen(3000), HOLD_MUSIC)
    assertHearsWords('who waits', await caller.listen(6000), ['callback-offer', 'flow-press', 'number-5'])
    await target.event('CALL_ESTABLISHED', (MAX_WAIT_SECONDS + 20) * 1000)
    assert.ok(performance.now() - sinceMs > (MAX_WAIT_SECONDS - 1) * 1000)
    await hearsSoon('the caller', caller, TONES.bea)
  })

  test('ACD-02: full, without agents, closed, all agents busy, or left by key: the caller is led elsewhere, or told', async () => {
    await using caller = await lane.phone('29', TONES.anna)
    await using occupant = await lane.phone('30', TONES.bea)
    await wait('804', occupant)
    for (const queue of ['804', '805', '806', '807', '808']) {
      await lane.dial(caller, queue)
      await caller.established()
      if (queue === '808') await caller.press('9')
      await refuge.established()
      await hearsSoon(`who called ${queue}`, caller, REFUGE)
      await caller.hangUp()
      await Promise.all([caller.ended(), refuge.ended()])
    }
    await wait('813', caller)
    await caller.press('9')
    await hearsSoon('who leaves for a number outside', caller, NETWORK_TONE)
    await caller.hangUp()
    await caller.ended()
    await lane.dial(caller, '809')
    await hearsRecording('who calls when it is closed', caller, prompt('queue-closed'), 1600)
    assert.match(await caller.ended(), /603/)
    await occupant.hangUp()
    await wait('810', occupant)
    await lane.dial(caller, '810')
    await hearsRecording('who calls when it is full', caller, prompt('queue-full'), 1200)
    assert.match(await caller.ended(), /486/)
  })

  test('LAW-08: who waits hears greeting and music before the answer; an agent in pause is not rung, and after it is the answer', async () => {
    await using agent = await lane.phone('31', TONES.bea)
    await using caller = await lane.phone('13', TONES.anna)
    await lane.dial(agent, '*45811')
    await agent.established()
    await agent.ended()
    await lane.dial(caller, '811')
    assertHearsRecording('the caller, before the answer', await caller.listen(2500), prompt('queue-welcome'))
    await caller.listen(2500)
    await hearsRecording('the caller, before the answer', caller, HOLD_MUSIC, 2000)
    assert.equal(await rang(agent), false)
    await lane.dial(agent, '#45811')
    await agent.established()
    await agent.ended()
    await agent.rings()
    await agent.accept()
    await Promise.all([agent.established(), caller.established()])
    await hearsSoon('the caller', caller, TONES.bea)
    await hearsSoon('the agent', agent, TONES.anna)
    await caller.hangUp()
    const { startedAt, answeredAt } = await callRecord(lane.product, 'the call to the queue', ({ called, endedAt }) => {
      return called.number === '811' && endedAt !== null
    })
    assert.ok(answeredAt !== null && Date.parse(answeredAt) - Date.parse(startedAt) > 7000, `answered at ${answeredAt}`)
  })

  test('ACD-02: an agent who signs in by code hears the name of the queue, spoken, and the waiting time, while the caller hears music', {
    skip: missingPeers('espeak-ng'),
  }, async () => {
    await lane.ask('PATCH', `/queues/${announced}`, { name: NAME })
    await lane.ask('PATCH', `/queues/${announced}/members/${lane.extension('12').id}`, { signedIn: false })
    const path = join(
      lane.product.dataDirectory,
      'spoken-names',
      lane.tenantId,
      `de-${createHash('sha256').update(NAME).digest('hex').slice(0, 32)}.wav`,
    )
    await eventually('the spoken name', () => existsSync(path))
    await using agent = await lane.phone('12', { frequencyHz: 620, levelDbm0: -12 })
    await using caller = await lane.phone('10', TONES.anna)
    await lane.dial(caller, '812')
    await caller.established()
    const sinceMs = performance.now()
    await hearsRecording('the caller', caller, HOLD_MUSIC, 1500)
    assert.equal(await rang(agent), false)
    await lane.dial(agent, '*42812')
    await agent.established()
    await hearsRecording('the agent', agent, prompt('agent-logged-in'), 1500)
    await agent.rings()
    assert.match(agent.output, /Kundendienst/)
    await agent.accept()
    await agent.established()
    const waitedSeconds = (performance.now() - sinceMs) / 1000
    const [byAgent, byCaller] = await Promise.all([agent.listen(ANNOUNCED_MS), caller.listen(3000)])
    assertHearsRecording('the caller', byCaller, HOLD_MUSIC)
    assertHearsRecording('the agent', byAgent, prompt('agent-call-from-queue'))
    assertHearsRecording('the agent', byAgent, path)
    assert.ok(Math.abs(secondsSaid(byAgent) - waitedSeconds) <= 3, `${secondsSaid(byAgent)} s are said instead of ${waitedSeconds}`)
    await hearsSoon('the caller', caller, { frequencyHz: 620, levelDbm0: -12 })
    await hearsSoon('the agent', agent, TONES.anna)
  })
})
