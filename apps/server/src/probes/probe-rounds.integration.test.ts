/** What probes find becomes availability: over hours of a virtual clock, in a real database, which is away for one of them. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  accountsMigrations,
  availabilityRoutes,
  DEFAULT_PROFILE,
  insertTenant,
  noteProbe,
  publicStatus,
  type ServiceLevelProfile,
} from '@klinke/accounts'
import { silentLogger } from '@klinke/foundation'
import { type Database, platformMigrations, systemClock } from '@klinke/platform'
import { type TestCluster, testApi, testCluster } from '@klinke/platform/test-support'
import { RtpEcho, VirtualClock } from '@klinke/testbed'
import { restAll } from '../compose/probes.ts'
import { EchoSound } from './echo-sound.ts'
import { ProbeRounds } from './probe-rounds.ts'
import type { Fault } from './sip-probe.ts'

let cluster: TestCluster
before(async () => {
  cluster = await testCluster([platformMigrations, accountsMigrations])
})
after(() => cluster[Symbol.asyncDispose]())

const NOW_MS = Date.parse('2026-11-23T11:00:00Z')
const EVERY_MS = 120_000
const PROMISED: ServiceLevelProfile = {
  availability: [
    { side: 'internet', percent: 99.9 },
    { side: 'upstream', percent: 99 },
  ],
}

async function exchange() {
  const opened = await cluster.database()
  const { database } = opened
  const clock = new VirtualClock(NOW_MS)
  const state: { carriers: Fault | null; call: Fault; isDatabaseAway: boolean } = {
    carriers: undefined,
    call: undefined,
    isDatabaseAway: false,
  }
  const seen: Pick<Database, 'withOperator' | 'isReady'> = {
    isReady: () => Promise.resolve(!state.isDatabaseAway),
    withOperator: (work) => (state.isDatabaseAway ? Promise.reject(new Error('away')) : database.withOperator(work)),
  }
  const call = async () => ({ calls: state.call, media: state.call === undefined ? undefined : 'no call' })
  const rounds = new ProbeRounds({
    ...{ database: seen, clock, logger: silentLogger, everyMs: EVERY_MS },
    ...{ sip: { register: async () => undefined, call }, web: async () => undefined, upstream: () => state.carriers },
  })
  const tenant = await database.withOperator((tx) =>
    insertTenant(tx, {
      name: 'muster',
      sipDomain: 'muster.example',
      areaCode: null,
      profile: { ...DEFAULT_PROFILE, serviceLevel: PROMISED },
    }),
  )
  const api = await testApi(
    database,
    [availabilityRoutes({ database, clock, facts: { contractBegan: async () => Temporal.PlainDate.from('2025-01-01') } })],
    [],
  )
  return {
    ...{ database, clock, state },
    customer: await api.client({ kind: 'tenant', tenantId: tenant.id }),
    hours: async (count: number) => {
      for (let round = 0; round < (count * 3_600_000) / EVERY_MS; round++) {
        await rounds.round()
        await clock.advance(EVERY_MS)
      }
    },
    [Symbol.asyncDispose]: async () => {
      await api[Symbol.asyncDispose]()
      await opened[Symbol.asyncDispose]()
    },
  }
}

test('SLA-01: carriers that are away for an hour cost the upstream side sixty minutes, and the other side none', async () => {
  await using running = await exchange()
  const { customer, hours, state } = running
  await hours(1)
  state.carriers = 'no carrier is reachable'
  await hours(1)
  state.carriers = undefined
  await hours(1)
  assert.partialDeepStrictEqual((await customer('GET', '/availability')).body.sides, [
    { side: 'internet', outageMinutes: 0, percent: 100 },
    { side: 'upstream', outageMinutes: 60, percent: 99.99 },
  ])
})

test('SLA-01: a database that is away for an hour is an outage of the portal alone, and what was found meanwhile is not lost', async () => {
  await using running = await exchange()
  const { customer, hours, state, database, clock } = running
  await hours(1)
  state.isDatabaseAway = true
  await hours(1)
  state.call = 'INVITE: 503'
  await hours(1)
  state.isDatabaseAway = false
  state.call = undefined
  await hours(1)
  assert.partialDeepStrictEqual((await customer('GET', '/availability')).body.sides, [{ side: 'internet', outageMinutes: 60 }])
  const status = await database.withOperator((tx) => publicStatus(tx, clock.epochMs()))
  const minutes = status.components.map(({ component, state: now, days }) => [component, now, days.at(-1)?.outageMinutes])
  assert.deepEqual(minutes, [
    ['signalling', 'works', 0],
    ['calls', 'works', 60],
    ['media', 'works', 60],
    ['portal', 'works', 120],
    ['upstream', 'works', 0],
  ])
})

test('a failing probe counts until one goes well, however many exchanges have stopped in between', async () => {
  await using running = await exchange()
  const { database } = running
  const at = (minute: number, good: boolean) =>
    database.withOperator((tx) => noteProbe(tx, 'media', { atMs: NOW_MS + minute * 60_000, good, detail: '' }))
  await at(0, true)
  await at(2, false)
  await at(62, true)
  const status = await database.withOperator((tx) => publicStatus(tx, NOW_MS + 62 * 60_000))
  assert.equal(status.components.find(({ component }) => component === 'media')?.days.at(-1)?.outageMinutes, 60)
})

test('SLA-01: without a carrier, and with probes switched off, nobody measures: that time is no outage', async () => {
  await using running = await exchange()
  const { customer, hours, state, database, clock } = running
  const now = async () => {
    const status = await database.withOperator((tx) => publicStatus(tx, clock.epochMs()))
    return status.components.map((each) => each.state)
  }
  const none = [
    { side: 'internet', outageMinutes: 0 },
    { side: 'upstream', outageMinutes: 0 },
  ]
  await hours(1)
  state.carriers = null
  await hours(3)
  assert.deepEqual(await now(), ['works', 'works', 'works', 'works', 'not-measured'])
  state.carriers = undefined
  await hours(1)
  assert.partialDeepStrictEqual((await customer('GET', '/availability')).body.sides, none)
  await restAll(running)
  assert.deepEqual(new Set(await now()), new Set(['not-measured']))
  await clock.advance(24 * 3_600_000)
  await hours(1)
  assert.partialDeepStrictEqual((await customer('GET', '/availability')).body.sides, none)
  assert.deepEqual(new Set(await now()), new Set(['works']))
})

test('what is heard of an echo is judged: clean, with a third lost, and nothing at all', async () => {
  const heard = async (losesOneIn?: number): Promise<number> => {
    await using echo = await RtpEcho.start(losesOneIn)
    await using sound = await EchoSound.open('127.0.0.1', systemClock())
    return (await sound.judge({ address: '127.0.0.1', port: echo.port })).mos
  }
  assert.ok((await heard()) > 4, 'clean')
  assert.ok((await heard(3)) < 3.6, 'a third is lost')
  await using sound = await EchoSound.open('127.0.0.1', systemClock())
  await using nobody = await EchoSound.open('127.0.0.1', systemClock())
  assert.equal((await sound.judge({ address: '127.0.0.1', port: nobody.port })).mos, 1)
})
