import assert from 'node:assert/strict'
import { test } from 'node:test'
import { VirtualClock } from '@klinke/testbed'
import { EmergencyCallBacks, type ExpectedCallBack, MAX_REMEMBERED } from './emergency-call-backs.ts'

const NUMBER = '+4922155501'

/** What was written last, on paper. */
class Paper {
  written: readonly ExpectedCallBack[] = []
  readonly kept: readonly ExpectedCallBack[]

  constructor(kept: readonly ExpectedCallBack[] = []) {
    this.kept = kept
  }

  changed(all: () => readonly ExpectedCallBack[]): void {
    this.written = all()
  }
}

test('EMG-01: after a restart control centres still reach who called for help, for the rest of the time', async () => {
  const clock = new VirtualClock()
  const paper = new Paper()
  const before = new EmergencyCallBacks(clock, paper)
  before.expect('acme', NUMBER, 'acme-10')
  before.expect('acme', NUMBER, 'acme-11', 60)
  await clock.advance(20 * 60_000)
  const after = new EmergencyCallBacks(clock, new Paper(paper.written))
  assert.deepEqual(after.phonesFor('acme', NUMBER), ['acme-10', 'acme-11'])
  await clock.advance(10 * 60_000)
  assert.deepEqual(after.phonesFor('acme', NUMBER), ['acme-11'])
  assert.deepEqual(after.phonesFor('bolt', NUMBER), [])
})

test('what has run out is not restored, and no file makes a window longer than a day', async () => {
  const clock = new VirtualClock()
  const kept = [
    { tenantId: 'acme', e164: NUMBER, phoneId: 'over', untilEpochMs: clock.epochMs() },
    { tenantId: 'acme', e164: NUMBER, phoneId: 'wild', untilEpochMs: clock.epochMs() + 1e12 },
  ]
  const callBacks = new EmergencyCallBacks(clock, new Paper(kept))
  assert.deepEqual(callBacks.phonesFor('acme', NUMBER), ['wild'])
  await clock.advance(24 * 3_600_000)
  assert.deepEqual(callBacks.phonesFor('acme', NUMBER), [])
})

test('what is kept is bounded: of too many numbers the oldest goes, and what has run out is not written', async () => {
  const clock = new VirtualClock()
  const paper = new Paper()
  const callBacks = new EmergencyCallBacks(clock, paper)
  for (let i = 0; i <= MAX_REMEMBERED; i++) callBacks.expect('acme', `+49221${i}`, 'acme-10')
  assert.equal(paper.written.length, MAX_REMEMBERED)
  assert.deepEqual(callBacks.phonesFor('acme', '+492210'), [])
  await clock.advance(30 * 60_000)
  callBacks.expect('acme', NUMBER, 'acme-10')
  assert.deepEqual(
    paper.written.map(({ e164 }) => e164),
    [NUMBER],
  )
})
