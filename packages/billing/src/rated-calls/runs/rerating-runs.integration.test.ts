/** Rating a month anew as a run: compared with progress, kept as it was looked at, cancelled, and gone on with after a restart. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Clock, silentLogger } from '@klinke/foundation'
import type { TestAnswer, TestCluster } from '@klinke/platform/test-support'
import { sql } from 'kysely'
import { holdRating } from '../rating-job.ts'
import type { SettleRated } from '../settle.ts'
import { ACME, BOLT, billingCluster, giveTariff, ratedWorld, used } from '../test-support/rated-world.ts'
import { advanceRerun, RerunWorker, type RerunWorkerParts } from './run-worker.ts'

let cluster: TestCluster
before(async () => {
  cluster = await billingCluster()
})
after(() => cluster[Symbol.asyncDispose]())

const MOBILE = { called: '+4915112345678' }
const UNKNOWN = '018f0000-0000-7000-8000-0000000000ff'

/** Four calls of acme and one of bolt that nothing could rate, and then tariffs of both; one call of acme stands on an invoice. */
async function lateWorld(settle?: SettleRated) {
  const world = await ratedWorld(cluster, settle)
  world.told.push(used('a1', MOBILE), used('a2', MOBILE), used('a3', MOBILE), used('b1', { ...MOBILE, tenantId: BOLT }))
  await world.rateAll()
  await giveTariff(world.operator, { bundles: [] })
  await giveTariff(world.operator, { tenantId: BOLT, bundles: [] })
  world.told.push(used('billed', MOBILE))
  await world.rateAll()
  await world.database.withOperator((tx) =>
    sql`INSERT INTO billed_calls (tenant_id, month, tariff_version_id, zone, site_id, after_place, until_place, invoice_id)
      SELECT tenant_id, month, tariff_version_id, zone, site_id, place - 1, place, ${UNKNOWN} FROM rated_call WHERE usage_id = 'billed'`.execute(
      tx.tables(),
    ),
  )
  const parts: RerunWorkerParts = {
    ...{ database: world.database, books: world.parts.books, clock: world.clock, logger: silentLogger, atATime: 1 },
    ...(settle && { settle }),
  }
  return {
    ...world,
    work: parts,
    begin: async (question: object = { month: '2026-11' }): Promise<string> => {
      const { status, body } = await world.operator('POST', '/rerating-runs', question)
      assert.equal(status, 202, JSON.stringify(body))
      return `/rerating-runs/${String(body.id)}`
    },
    toEnd: async (): Promise<void> => {
      while (await advanceRerun(parts));
    },
    prices: async (): Promise<readonly string[]> => {
      const { rows } = await world.database.withOperator((tx) =>
        sql<{ line: string }>`SELECT usage_id || ' ' || outcome AS line FROM rated_call ORDER BY usage_id`.execute(tx.tables()),
      )
      return rows.map(({ line }) => line)
    },
  }
}

const BEFORE = ['a1 put-aside', 'a2 put-aside', 'a3 put-aside', 'b1 put-aside', 'billed rated']
const AFTER = BEFORE.map((line) => line.replace('put-aside', 'rated'))

function customersOf({ body }: TestAnswer): readonly string[] {
  return (body.items ?? []).map(({ name, state, calls, invoiced, different, before: was, after: is }) =>
    [name, state, calls, invoiced, different, was, is].join(' '),
  )
}

test('a run compares all customers of a month, in sum and each by itself, and keeps nothing until somebody says so', async () => {
  await using world = await lateWorld()
  const run = await world.begin()
  assert.partialDeepStrictEqual((await world.operator('GET', run)).body, { state: 'comparing', percent: 0, tenantId: null })
  assert.equal((await world.operator('POST', `${run}/keep`)).status, 409)
  await world.toEnd()
  const compared = { state: 'compared', percent: 100, calls: 4, invoiced: 1, different: 4, before: '0.00', after: '1.0016' }
  assert.partialDeepStrictEqual((await world.operator('GET', run)).body, { ...compared, customers: { compared: 2, waiting: 0 } })
  const found = ['acme compared 3 1 3 0.00 0.7512', 'bolt compared 1 0 1 0.00 0.2504']
  assert.deepEqual(customersOf(await world.operator('GET', `${run}/customers`)), found)
  assert.deepEqual(customersOf(await world.operator('GET', `${run}/customers?limit=1`)), found.slice(0, 1))
  const { body } = await world.operator('GET', `${run}/customers/${BOLT}`)
  assert.partialDeepStrictEqual(body.differences, [
    {
      ...{
        callId: 'b1',
        before: { outcome: 'put-aside', price: null },
        after: { outcome: 'rated', price: { amount: '0.2504', currency: 'EUR' } },
      },
      call: { called: '+4915112345678' },
    },
  ])
  assert.deepEqual(await world.prices(), BEFORE)
  assert.equal((await world.operator('POST', `${run}/keep`)).body.state, 'keeping')
  await world.toEnd()
  assert.partialDeepStrictEqual((await world.operator('GET', run)).body, { state: 'kept', percent: 100, customers: { kept: 2 } })
  assert.deepEqual(await world.prices(), AFTER)
  assert.equal((await world.operator('POST', `${run}/cancel`)).status, 409)
  const again = await world.begin({ month: '2026-11', tenantId: ACME })
  await world.toEnd()
  assert.deepEqual(customersOf(await world.operator('GET', `${again}/customers`)), ['acme same 3 1 0 0.7512 0.7512'])
  const { items } = (await world.operator('GET', '/rerating-runs')).body
  assert.deepEqual(
    items?.map(({ state, tenantId }) => [state, tenantId]),
    [
      ['compared', ACME],
      ['kept', null],
    ],
  )
})

test('the progress of a run is seen; a server that stops leaves what the next one goes on with', async () => {
  await using world = await lateWorld()
  const run = await world.begin()
  await advanceRerun(world.work)
  let turns = 0
  // Of acme's calls all three are read and one is rated, of six steps of work; bolt counts as much as acme.
  await advanceRerun(world.work, () => turns++ === 5)
  assert.partialDeepStrictEqual((await world.operator('GET', run)).body, { state: 'comparing', percent: 33, customers: { waiting: 2 } })
  const { promise: hasRest, resolve: rests } = Promise.withResolvers<void>()
  const { clock } = world
  const after: Clock['after'] = (delayMs, act) => {
    if (delayMs > 0) rests()
    return clock.after(delayMs, act)
  }
  const worker = new RerunWorker({ ...world.work, clock: { nowMs: () => clock.nowMs(), epochMs: () => clock.epochMs(), after } })
  worker.wake()
  await hasRest
  await worker.close()
  assert.partialDeepStrictEqual((await world.operator('GET', run)).body, { state: 'compared', percent: 100, different: 4 })
})

test('a run is cancelled while it keeps: of the customer at work nothing is kept', async () => {
  let run = ''
  await using world = await lateWorld(async () => {
    if (run === '') return
    assert.equal((await world.operator('POST', `${run}/cancel`)).status, 200)
    run = ''
  })
  const begun = await world.begin()
  await world.toEnd()
  await world.operator('POST', `${begun}/keep`)
  run = begun
  await world.toEnd()
  assert.partialDeepStrictEqual((await world.operator('GET', begun)).body, { state: 'cancelled', customers: { compared: 2, kept: 0 } })
  assert.deepEqual(await world.prices(), BEFORE)
  assert.equal((await world.operator('POST', `${begun}/keep`)).status, 409)
})

test('what has changed since somebody looked is not kept, but looked at once more', async () => {
  await using world = await lateWorld()
  const run = await world.begin()
  await world.toEnd()
  world.told.push(used('a4', { called: '+1555' }))
  await world.rateAll()
  // Seen by no run, and it would be different now.
  await world.database.withOperator((tx) =>
    sql`UPDATE rated_call SET outcome = 'free', reason = 'enum' WHERE usage_id = 'a4'`.execute(tx.tables()),
  )
  await world.operator('POST', `${run}/keep`)
  await world.toEnd()
  assert.partialDeepStrictEqual((await world.operator('GET', run)).body, { state: 'compared', customers: { kept: 1, changed: 1 } })
  assert.deepEqual(customersOf(await world.operator('GET', `${run}/customers?state=changed`)), ['acme changed 4 1 4 0.00 0.7512'])
  assert.equal((await world.prices())[0], 'a1 put-aside')
  await world.operator('POST', `${run}/keep`)
  await world.toEnd()
  assert.partialDeepStrictEqual((await world.operator('GET', run)).body, { state: 'kept', customers: { kept: 2 } })
  assert.deepEqual(
    (await world.prices()).filter((line) => line.startsWith('a')),
    ['a1 rated', 'a2 rated', 'a3 rated', 'a4 put-aside'],
  )
})

test('a customer whose calls cannot be rated anew keeps no other one waiting', async () => {
  let isFaulty = false
  await using world = await lateWorld((_tx, calls) =>
    isFaulty && calls.some(({ usage }) => usage.tenantId === ACME) ? Promise.reject(new Error('no')) : Promise.resolve(),
  )
  const run = await world.begin()
  await world.toEnd()
  isFaulty = true
  await world.operator('POST', `${run}/keep`)
  await world.toEnd()
  assert.partialDeepStrictEqual((await world.operator('GET', run)).body, { state: 'kept', customers: { kept: 1, problem: 1 } })
  assert.deepEqual(await world.prices(), ['a1 put-aside', 'a2 put-aside', 'a3 put-aside', 'b1 rated', 'billed rated'])
})

test('a second server lets alone the customer that the first one keeps', async () => {
  const answers: boolean[] = []
  let isKeeping = false
  await using world = await lateWorld(async () => {
    if (isKeeping && answers.length === 0) answers.push(await advanceRerun({ ...world.work, lockWithinMs: 1 }))
  })
  const run = await world.begin()
  await world.toEnd()
  isKeeping = true
  await world.operator('POST', `${run}/keep`)
  await world.toEnd()
  assert.deepEqual(answers, [false])
  assert.partialDeepStrictEqual((await world.operator('GET', run)).body, { state: 'kept', customers: { kept: 2, problem: 0 } })
  assert.deepEqual(await world.prices(), AFTER)
})

test('while somebody else rates, a customer is kept later, and is no problem', async () => {
  await using world = await lateWorld()
  const run = await world.begin()
  await world.toEnd()
  await world.operator('POST', `${run}/keep`)
  await world.database.withOperator(async (tx) => {
    await holdRating(tx)
    assert.equal(await advanceRerun({ ...world.work, lockWithinMs: 1 }), false)
  })
  assert.partialDeepStrictEqual((await world.operator('GET', run)).body, { state: 'keeping', customers: { compared: 2, problem: 0 } })
  await world.toEnd()
  assert.partialDeepStrictEqual((await world.operator('GET', run)).body, { state: 'kept', customers: { kept: 2 } })
})

test('what goes wrong after a run was cancelled is no problem of the customer', async () => {
  let run = ''
  await using world = await lateWorld(async () => {
    if (run === '') return
    assert.equal((await world.operator('POST', `${run}/cancel`)).status, 200)
    throw new Error('no')
  })
  const begun = await world.begin()
  await world.toEnd()
  await world.operator('POST', `${begun}/keep`)
  run = begun
  await world.toEnd()
  assert.partialDeepStrictEqual((await world.operator('GET', begun)).body, { state: 'cancelled', customers: { compared: 2, problem: 0 } })
})

test('a run of nobody and one of another month are over at once; who is no operator begins none', async () => {
  await using world = await lateWorld()
  const run = await world.begin({ month: '2026-10' })
  await world.toEnd()
  assert.partialDeepStrictEqual((await world.operator('GET', run)).body, { state: 'compared', percent: 100, calls: 0, after: '0.00' })
  assert.equal((await world.operator('POST', '/rerating-runs', { month: '2026-13' })).status, 400)
  assert.equal((await world.operator('GET', `${run}/customers/${ACME}`)).status, 404)
  const acme = await world.api.client({ kind: 'tenant', tenantId: ACME })
  assert.equal((await acme('POST', '/rerating-runs', { month: '2026-11' })).status, 403)
})
