import assert from 'node:assert/strict'
import { test } from 'node:test'
import { silentLogger } from '@klinke/foundation'
import { VirtualClock } from '@klinke/testbed'
import { ImportCancelled, type JobAbout } from './import-job.ts'
import { ImportJobs, KEPT_MS, TooManyImports } from './import-jobs.ts'
import type { ImportProgress } from './import-progress.ts'

const OWNER = { holderId: 'anna', subject: 'book' }
const ABOUT: JobAbout = { owner: OWNER, fileName: 'a.csv', dryRun: false, octets: new Uint8Array(3) }

function setUp() {
  const clock = new VirtualClock()
  return { clock, jobs: new ImportJobs<string>(clock, silentLogger) }
}

/** Work that goes on when it is told to. */
function steered() {
  const { promise, resolve } = Promise.withResolvers<string>()
  const told = Promise.withResolvers<ImportProgress>()
  const work = (progress: ImportProgress): Promise<string> => {
    told.resolve(progress)
    return promise
  }
  return { work, progress: told.promise, end: resolve }
}

test('who follows a job is told as soon as it is further, and has the report in the end', async () => {
  const { clock, jobs } = setUp()
  const { work, progress, end } = steered()
  const job = jobs.start(ABOUT, work)
  const tell = await progress
  const seen: number[] = []
  for (const done of [250, 500, 1_000]) {
    const next = job.beyond(job.percent, clock, 10_000)
    tell('writing', done, 1_000)
    await next
    seen.push(job.percent)
  }
  assert.deepEqual(seen, [47, 64, 99])
  const last = job.beyond(99, clock, 10_000)
  end('report')
  await last
  assert.deepEqual([job.percent, job.state], [100, { kind: 'done', report: 'report' }])
})

test('who waits for a job that does not move is answered after a while', async () => {
  const { clock, jobs } = setUp()
  const job = jobs.start(ABOUT, steered().work)
  const waiting = job.beyond(0, clock, 10_000)
  await clock.advance(10_000)
  await waiting
  assert.equal(job.percent, 0)
})

test('what came of a job can be had for an hour, by its owner alone', async () => {
  const { clock, jobs } = setUp()
  const { work, end } = steered()
  const job = jobs.start(ABOUT, work)
  end('with passwords')
  await job.beyond(99, clock, 1)
  assert.equal(jobs.find({ ...OWNER, holderId: 'bert' }, job.id), undefined)
  assert.equal(jobs.find({ ...OWNER, subject: 'another book' }, job.id), undefined)
  assert.deepEqual(jobs.list(OWNER), [job])
  await Promise.resolve()
  await clock.advance(KEPT_MS)
  assert.equal(jobs.find(OWNER, job.id), undefined)
})

test('a cancelled job ends at its next step', async () => {
  const { clock, jobs } = setUp()
  const go = Promise.withResolvers<void>()
  const job = jobs.start(ABOUT, async (progress) => {
    await go.promise
    progress('writing', 1, 2)
    return 'never'
  })
  jobs.discard(job)
  go.resolve()
  await job.beyond(99, clock, 1)
  assert.ok(job.state.kind === 'failed' && job.state.error instanceof ImportCancelled)
  assert.deepEqual(jobs.list(OWNER), [])
})

test('nobody runs more than two at a time, and only the last five are kept', async () => {
  const { clock, jobs } = setUp()
  const [one, other] = [steered(), steered()]
  const running = [jobs.start(ABOUT, one.work), jobs.start(ABOUT, other.work)]
  assert.throws(() => jobs.start(ABOUT, one.work), TooManyImports)
  one.end('1')
  other.end('2')
  for (const job of running) await job.beyond(99, clock, 1)
  for (let more = 0; more < 5; more++) await jobs.start(ABOUT, async () => 'more').beyond(99, clock, 1)
  assert.deepEqual([jobs.list(OWNER).length, running.some((job) => jobs.list(OWNER).includes(job))], [5, false])
})

test('files that fill the memory let go of the oldest', async () => {
  const { clock, jobs } = setUp()
  const octets = new Uint8Array(30 * 1024 * 1024)
  const made = []
  for (const holderId of ['a', 'b', 'c', 'd']) {
    const job = jobs.start({ ...ABOUT, owner: { ...OWNER, holderId }, octets }, async () => 'done')
    await job.beyond(99, clock, 1)
    made.push(job)
  }
  assert.deepEqual(
    made.map((job) => jobs.find(job.about.owner, job.id) !== undefined),
    [false, true, true, true],
  )
})
