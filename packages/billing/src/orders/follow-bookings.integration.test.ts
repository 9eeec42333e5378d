/** Limits of exchanges are what is booked, also on the day on which a contract begins. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { accountsMigrations, findTenant } from '@klinke/accounts'
import { silentLogger } from '@klinke/foundation'
import { platformMigrations } from '@klinke/platform'
import { type TestCluster, testCluster } from '@klinke/platform/test-support'
import { VirtualClock } from '@klinke/testbed'
import { sql } from 'kysely'
import { Catalogue } from '../catalogue/catalogue.ts'
import { applyOne } from '../contracts/settings-at-begin.ts'
import { openProvider } from '../contracts/test-support/provider.ts'
import { billingMigrations } from '../migrations.ts'
import { FollowedBookings } from './follow-bookings.ts'
import { loadProfile } from './test-support/given-orders.ts'

const HOUR_MS = 3_600_000
let cluster: TestCluster
before(async () => {
  cluster = await testCluster([platformMigrations, accountsMigrations, billingMigrations])
})
after(() => cluster[Symbol.asyncDispose]())

class SeldomThere extends Catalogue {
  isAway = false

  override versions(ids: Iterable<string>): ReturnType<Catalogue['versions']> {
    return this.isAway ? Promise.reject(new Error('away')) : super.versions(ids)
  }
}

/** With twenty channels beside the ten that are included, from December on; nothing runs by itself. */
async function flatCustomer() {
  const running = await openProvider(cluster)
  const { operator, database } = running
  await loadProfile(operator, 'flat')
  const tenantId = await running.customer('alpha')
  const items = [
    { item: 'base', quantity: 1 },
    { item: 'extension', quantity: 3 },
    { item: 'channel', quantity: 20 },
  ]
  const { status, body } = await operator('POST', '/contracts', { tenantId, profileId: 'flat', begins: '2026-12-01', items })
  assert.equal(status, 201, JSON.stringify(body))
  // That of the provider stands still: what it does by itself never begins.
  const clock = new VirtualClock(running.clock.epochMs())
  const parts = { database, clock, logger: silentLogger, catalogue: new SeldomThere(database) }
  return {
    ...{ running, tenantId, parts, bookings: new FollowedBookings(parts) },
    channels: () => database.withOperator(async (tx) => (await findTenant(tx, tenantId))?.profile.admission?.channels?.both),
  }
}

test('what the product sets on the first day of a contract leaves what is booked', async () => {
  const { running, bookings, channels, parts } = await flatCustomer()
  await using _provider = running
  await bookings.look()
  assert.equal(await channels(), 30)
  await parts.clock.advance(Date.parse('2026-12-01T06:00:00Z') - parts.clock.epochMs())
  await bookings.look()
  assert.equal(await applyOne(parts), true)
  assert.equal(await channels(), 30, 'not the ten that everybody has')
  assert.equal(await applyOne(parts), false)
})

test('who has nothing set yet, and whose look has failed, is looked at again the same day', async () => {
  const { running, bookings, channels, tenantId, parts } = await flatCustomer()
  await using provider = running
  const execute = (query: ReturnType<typeof sql>) => provider.database.withOperator((tx) => query.execute(tx.tables()))
  // By then its contract is not among those that have changed lately.
  const before = await channels()
  await execute(sql`INSERT INTO booked_limit VALUES (${tenantId}, '{}')`)
  parts.catalogue.isAway = true
  await bookings.look()
  assert.equal(await channels(), before)
  parts.catalogue.isAway = false
  await parts.clock.advance(HOUR_MS)
  await bookings.look()
  assert.equal(await channels(), 30, 'after a fault')

  await parts.clock.advance(HOUR_MS)
  await bookings.look()
  await execute(sql`DELETE FROM booked_limit WHERE tenant_id = ${tenantId}`)
  await execute(sql`UPDATE tenant SET profile = profile #- '{admission,channels}' WHERE id = ${tenantId}`)
  await bookings.look()
  assert.equal(await channels(), 30, 'nothing set yet')
})
