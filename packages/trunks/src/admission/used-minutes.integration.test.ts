import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accountsMigrations, DEFAULT_PROFILE, insertTenant } from '@klinke/accounts'
import { silentLogger } from '@klinke/foundation'
import { pbxMigrations } from '@klinke/pbx'
import { platformMigrations } from '@klinke/platform'
import { testCluster } from '@klinke/platform/test-support'
import { VirtualClock } from '@klinke/testbed'
import { sql } from 'kysely'
import { trunksMigrations } from '../migrations.ts'
import { UsedMinutes } from './used-minutes.ts'

const PROFILE = { ...DEFAULT_PROFILE, admission: { channels: { both: 10 }, callRate: { rule: 'per-channel' } } } as const

test('TRK-04: minutes to and from outside of the last thirty days, for each channel', async () => {
  await using cluster = await testCluster([platformMigrations, accountsMigrations, pbxMigrations, trunksMigrations])
  await using opened = await cluster.database()
  const { database } = opened
  const tenant = (name: string) =>
    database.withOperator((tx) => insertTenant(tx, { name, sipDomain: `${name}.example.org`, areaCode: '221', profile: PROFILE }))
  const [alice, bob] = [(await tenant('alice')).id, (await tenant('bob')).id]
  for (const [id, of, direction, daysAgo, minutes] of [
    ['a', alice, 'outbound', 1, 100],
    ['b', alice, 'inbound', 20, 50],
    ['c', alice, 'internal', 1, 1_000],
    ['d', alice, 'outbound', 40, 1_000],
    ['e', bob, 'outbound', 1, 7],
  ] as const) {
    await database.withOperator(async (tx) => {
      const at = sql`now() - make_interval(days => ${daysAgo})`
      await sql`SELECT ensure_call_partitions(${at})`.execute(tx.tables<unknown>())
      await sql`INSERT INTO call_started VALUES (${id}, ${at}, ${of}, ${direction}, '{}', '{}', 'x', false)`.execute(tx.tables<unknown>())
      await sql`INSERT INTO call_answered SELECT call_id, started_at, tenant_id, started_at, '{}' FROM call_started WHERE call_id = ${id}`.execute(
        tx.tables<unknown>(),
      )
      const end = sql`started_at + make_interval(mins => ${minutes})`
      await sql`INSERT INTO call_ended SELECT call_id, started_at, tenant_id, ${end}, 'x', NULL, '[]', NULL, NULL FROM call_started WHERE call_id = ${id}`.execute(
        tx.tables<unknown>(),
      )
    })
  }
  const tenants = () => [alice, bob].map((id) => ({ id, profile: PROFILE }))
  const used = new UsedMinutes({ database, clock: new VirtualClock(), logger: silentLogger, tenants })
  assert.equal(used.perChannel(alice), undefined)
  await used.refresh()
  assert.deepEqual([used.perChannel(alice), used.perChannel(bob)], [15, 0.7])
  used.close()
})
