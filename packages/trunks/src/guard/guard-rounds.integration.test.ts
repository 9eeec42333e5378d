/** What the guard does by the clock, in the database: the mail when a full lock begins, and what it deletes. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { accountsMigrations, DEFAULT_PROFILE, insertTenant } from '@klinke/accounts'
import { silentLogger } from '@klinke/foundation'
import { pbxMigrations } from '@klinke/pbx'
import { type Mail, platformMigrations, type Tx } from '@klinke/platform'
import { type TestCluster, testCluster } from '@klinke/platform/test-support'
import { VirtualClock } from '@klinke/testbed'
import { sql } from 'kysely'
import { trunksMigrations } from '../migrations.ts'
import { deleteOldGuardEvents, listGuardEvents, noteGuardEvent } from './event-store.ts'
import { tellFullLocks } from './guard-rounds.ts'
import { NO_SETTINGS } from './guard-rules.ts'
import { changeLock, insertLock } from './lock-store.ts'
import { GuardNotices } from './notices.ts'
import { putGuardSettings } from './settings-store.ts'

let cluster: TestCluster
before(async () => {
  cluster = await testCluster([platformMigrations, accountsMigrations, pbxMigrations, trunksMigrations])
})
after(() => cluster[Symbol.asyncDispose]())

const DAY_MS = 86_400_000

async function world() {
  const opened = await cluster.database()
  const { database } = opened
  const mails: Mail[] = []
  const mail = { send: (sent: Mail) => Promise.resolve(void mails.push(sent)) }
  const notices = new GuardNotices({ database, mail, portal: 'https://portal.example', logger: silentLogger })
  const tenant = (name: string, eventDays?: number) => {
    const profile = { ...DEFAULT_PROFILE, ...(eventDays !== undefined && { guard: { eventDays } }) }
    return database.withOperator(
      async (tx) => (await insertTenant(tx, { name, sipDomain: `${name}.example`, areaCode: '221', profile })).id,
    )
  }
  return {
    database,
    notices,
    mails,
    tenant,
    clock: new VirtualClock(Date.now()),
    [Symbol.asyncDispose]: () => opened[Symbol.asyncDispose](),
  }
}

test('FRD-03: when the full lock begins its customer gets a second mail, once, and none after it is lifted', async () => {
  await using running = await world()
  const { database, clock, mails, tenant } = running
  const tenantId = await tenant('alice')
  const at = (days: number): Date => new Date(clock.epochMs() + days * DAY_MS)
  const lock = {
    tenantId,
    cause: 'negative-balance',
    services: 'all',
    reason: 'Rechnung 17',
    announcedAt: at(0),
    lockedBy: 'Olga',
  } as const
  const both = await database.withTenant(tenantId, async (tx) => {
    await putGuardSettings(tx, tenantId, { ...NO_SETTINGS, mailTo: 'a@example.org' })
    const held = await insertLock(tx, { ...lock, outgoingFrom: at(1), fullFrom: at(9) })
    return { held, lifted: await insertLock(tx, { ...lock, outgoingFrom: at(1), fullFrom: at(9) }) }
  })
  await database.withTenant(tenantId, (tx) => changeLock(tx, both.lifted.id, { liftedAt: at(2), liftedBy: 'Olga' }))
  await clock.advance(8 * DAY_MS)
  await tellFullLocks(running)
  assert.equal(mails.length, 0)
  await clock.advance(DAY_MS)
  for (let round = 0; round < 2; round++) await tellFullLocks(running)
  assert.deepEqual(
    mails.map(({ to }) => to),
    ['a@example.org'],
  )
  assert.match(mails[0]?.text ?? '', /auch für ankommende Anrufe gesperrt.*Rechnung 17/)
  const events = await database.withTenant(tenantId, (tx) => listGuardEvents(tx, 10))
  assert.deepEqual(
    events.map(({ kind }) => kind),
    ['lock-full'],
  )
})

test('what the guard has told is deleted after the days of the product, 180 where it says nothing', async () => {
  await using running = await world()
  const { database, tenant } = running
  const [usual, short] = [await tenant('usual'), await tenant('short', 30)]
  const aged = (tenantId: string, days: number) =>
    database.withOperator(async (tx: Tx) => {
      await noteGuardEvent(tx, { tenantId, kind: 'limit-warning', onceKey: String(days), words: { de: String(days), en: String(days) } })
      await sql`UPDATE guard_event SET at = now() - ${days} * interval '1 day' WHERE once_key = ${String(days)}`.execute(tx.tables())
    })
  for (const [tenantId, days] of [
    [usual, 179],
    [usual, 181],
    [short, 29],
    [short, 31],
  ] as const)
    await aged(tenantId, days)
  assert.equal(await database.withOperator((tx) => deleteOldGuardEvents(tx, new Date())), 2)
  const left = await database.withOperator((tx) => listGuardEvents(tx, 10))
  assert.deepEqual(left.map(({ words }) => words.en).toSorted(), ['179', '29'])
})
