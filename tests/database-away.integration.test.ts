/** Calls need no database: what happens to them when it is away, and to their records. */
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { globSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { assertHearsRecording, eventually, hearsTone, missingPeers, RunningProduct, type Sound } from '@klinke/testbed'
import { type CallRecord, callRecord, dialled, phone, root, TONES } from './support.ts'

const skip = missingPeers('baresip')
const PROMPT = join(root, 'packages/pbx/src/prompts/audio/de/not-possible-now.wav')
/** Of full scale: no noise of the line. */
const LEAST_SAMPLE = 0.01
/** Until the exchange knows that the database hangs, and has said what it means. */
const CODE_WITHIN_MS = 20_000
const CLOCKS_DIFFER_MS = 100

let product: RunningProduct

before(async () => {
  product = await RunningProduct.start({ root })
})
after(() => product?.[Symbol.asyncDispose]())

/** The first process of the product's PostgreSQL. */
function postmaster(product: RunningProduct): number {
  const [pidFile = ''] = globSync('postgres/**/postmaster.pid', { cwd: product.dataDirectory })
  return Number(readFileSync(join(product.dataDirectory, pidFile), 'utf8').split('\n')[0])
}

/** Ends the product's PostgreSQL the hard way. */
function killDatabase(product: RunningProduct): void {
  process.kill(postmaster(product), 'SIGKILL')
}

/** Its PostgreSQL takes connections and statements and says nothing, until the hang is disposed. */
function databaseHangs(product: RunningProduct): Disposable {
  const first = postmaster(product)
  const all = [
    first,
    ...execFileSync('pgrep', ['-P', String(first)], { encoding: 'utf8' })
      .trim()
      .split('\n')
      .map(Number),
  ]
  for (const pid of all) process.kill(pid, 'SIGSTOP')
  return {
    [Symbol.dispose]: () => {
      for (const pid of all) process.kill(pid, 'SIGCONT')
    },
  }
}

test('the database dies in the middle of a call: the call goes on, new ones come about, and no record is lost', { skip }, async () => {
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await using bea = await phone(product, '11', { tone: TONES.bea, answersAtOnce: true })
  await using carl = await phone(product, '12', { tone: TONES.anna })
  await anna.dial(dialled(product, '11'))
  await Promise.all([anna.established(), bea.established()])
  killDatabase(product)
  await carl.dial(dialled(product, '99'))
  await carl.established()
  await hearsTone('the caller', anna, TONES.bea, 600)
  await Promise.all([anna.hangUp(), carl.hangUp()])
  await eventually('the return of the database', async () => (await product.request('GET', '/call-records')).status === 200)
  for (const caller of ['10', '12']) {
    const record = await callRecord(product, `the call of ${caller}`, (call) => call.caller.number === caller && call.endedAt !== null)
    assert.equal(record.cause, 'hung-up-by-caller')
    assert.ok(record.answeredAt !== null)
  }
})

test('a code whose change would have to be stored: while the database is away the phone hears that this is not possible at present', {
  skip,
}, async () => {
  await using anna = await phone(product, '10', { tone: TONES.anna })
  const comesBack = keepDatabaseAway(product)
  await anna.dial(dialled(product, '*2112'))
  assertHearsRecording('who dialled the code', fromFirstSound(await anna.listen(2200)), PROMPT)
  assert.match(await anna.ended(), /480/)
  assert.match(product.output, /"level":"warn".*"feature":"forward-always-on".*needs the database, which does not answer/)
  assert.doesNotMatch(product.output, /call flow failed/)
  comesBack()
  await eventually('the return of the database', async () => (await product.request('GET', '/call-records')).status === 200)
  const record = await callRecord(product, 'the code', ({ called, endedAt }) => called.number === '*2112' && endedAt !== null)
  assert.equal(record.cause, 'unreachable')
})

test('the database hangs while a phone rings: it is answered and both hear each other, new calls and registrations come about, and a code says within seconds that it is not possible', {
  skip,
}, async () => {
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await using bea = await phone(product, '11', { tone: TONES.bea })
  const since = Date.now() - CLOCKS_DIFFER_MS
  await anna.dial(dialled(product, '11'))
  await bea.rings()
  {
    using _hang = databaseHangs(product)
    await bea.accept()
    await Promise.all([anna.established(), bea.established()])
    await hearsTone('the caller', anna, TONES.bea, 600)
    await using carl = await phone(product, '12', { tone: TONES.anna })
    await carl.dial(dialled(product, '99'))
    await carl.established()
    await hearsTone('a new caller, of the echo', carl, TONES.anna, 600)
    await carl.hangUp()
    await carl.ended()
    await carl.dial(dialled(product, '*2111'))
    const heard = carl.listen(2200, CODE_WITHIN_MS)
    assert.match(await carl.ended(CODE_WITHIN_MS), /480/)
    assertHearsRecording('who dialled the code', fromFirstSound(await heard), PROMPT)
    await hearsTone('the caller, still', anna, TONES.bea, 600)
    await anna.hangUp()
    await bea.ended()
  }
  const isIt = ({ called, startedAt, endedAt }: CallRecord): boolean =>
    called.number === '11' && Date.parse(startedAt) > since && endedAt !== null
  const record = await callRecord(product, 'the call', isIt)
  assert.deepEqual([record.cause, record.answeredAt !== null], ['hung-up-by-caller', true])
})

/** Kills it, and lets it not start again before what is given is called. */
function keepDatabaseAway(product: RunningProduct): () => void {
  const [version = ''] = globSync('postgres/*/PG_VERSION', { cwd: product.dataDirectory })
  const file = join(product.dataDirectory, version)
  renameSync(file, `${file}.away`)
  killDatabase(product)
  return () => renameSync(`${file}.away`, file)
}

function fromFirstSound(sound: Sound): Sound {
  const first = sound.samples.findIndex((sample) => Math.abs(sample) > LEAST_SAMPLE)
  return { ...sound, samples: sound.samples.subarray(Math.max(0, first)) }
}
