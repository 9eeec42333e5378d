/** 0470: who said nothing of call lists when absent meant 90 days keeps them so. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { silentLogger } from '@klinke/foundation'
import { openDatabase, platformMigrations, systemClock } from '@klinke/platform'
import { testCluster } from '@klinke/platform/test-support'
import { TemporaryFolder } from '@klinke/testbed'
import { sql } from 'kysely'
import { accountsMigrations } from '../migrations.ts'
import { DEFAULT_PROFILE } from '../tenants/rules.ts'
import { insertTenant, listTenants } from '../tenants/store.ts'
import type { RetentionProfile } from './retention-profile.ts'

const BEFORE: readonly (readonly [name: string, retention: RetentionProfile | undefined])[] = [
  ['silent', undefined],
  ['other', { chargedCallDays: 120 }],
  ['strict', { callListDays: 1 }],
]

test('PRI-01: nobody’s call lists vanish because absent now means the day after', async () => {
  const migrations = [platformMigrations, accountsMigrations]
  await using cluster = await testCluster(migrations)
  await using opened = await cluster.database()
  using folder = new TemporaryFolder('migrated')
  await opened.database.withOperator(async (tx) => {
    for (const [name, retention] of BEFORE) {
      const profile = { ...DEFAULT_PROFILE, ...(retention && { retention }) }
      await insertTenant(tx, { name, sipDomain: `${name}.example`, areaCode: '221', profile })
    }
    await sql`SET LOCAL ROLE NONE`.execute(tx.tables())
    await sql`DELETE FROM klinke.migration WHERE number = 470`.execute(tx.tables())
  })
  const [clock, logger] = [systemClock(), silentLogger]
  await using database = await openDatabase({ url: opened.url, dataDirectory: folder.path, migrations, clock, logger })
  const tenants = await database.withOperator((tx) => listTenants(tx))
  const kept = new Map(tenants.map(({ name, profile }) => [name, profile.retention]))
  assert.deepEqual(
    BEFORE.map(([name]) => kept.get(name)),
    [{ callListDays: 90 }, { callListDays: 90, chargedCallDays: 120 }, { callListDays: 1 }],
  )
})
