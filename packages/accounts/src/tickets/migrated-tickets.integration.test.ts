/** What 0411 and 0412 did as the owner, who sees no rows, 0455 does as the operator. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { silentLogger } from '@klinke/foundation'
import { openDatabase, platformMigrations, systemClock } from '@klinke/platform'
import { testCluster } from '@klinke/platform/test-support'
import { TemporaryFolder } from '@klinke/testbed'
import { sql } from 'kysely'
import { accountsMigrations } from '../migrations.ts'
import { DEFAULT_PROFILE } from '../tenants/rules.ts'
import { insertTenant } from '../tenants/store.ts'
import { openTicket } from './open-ticket.ts'

const DESK = { portalUrl: 'https://portal.example', messageDomain: 'example.org' }

test('SLA-02: tickets that people judged before severities were confirmed count as confirmed, later ones do not; a component that rested still does', async () => {
  const migrations = [platformMigrations, accountsMigrations]
  await using cluster = await testCluster(migrations)
  await using opened = await cluster.database()
  using folder = new TemporaryFolder('migrated')
  const outage = { kind: 'fault', severity: 'outage', severityConfirmedBy: null, text: '', report: {}, contactMail: null } as const
  await opened.database.withOperator(async (tx) => {
    const { id: tenantId } = await insertTenant(tx, { name: 'a', sipDomain: 'a.example', areaCode: '221', profile: DEFAULT_PROFILE })
    for (const day of ['2020-01-01', '2999-01-01']) {
      const said = { ...outage, tenantId, subject: day, side: 'customer', via: 'mail', openedBy: 'a', language: 'de' } as const
      await openTicket(tx, DESK, { ...said, openedAt: new Date(day) })
    }
    await sql`INSERT INTO service_component (component, measured_from, probed_at, good_at, rests_since) VALUES ('calls', now(), now(), now(), '2020-01-01')
      ON CONFLICT (component) DO UPDATE SET rests_since = excluded.rests_since`.execute(tx.tables())
  })
  await opened.database.withOperator(async (tx) => {
    await sql`SET LOCAL ROLE NONE`.execute(tx.tables())
    await sql`DELETE FROM klinke.migration WHERE number = 455`.execute(tx.tables())
  })
  const [clock, logger] = [systemClock(), silentLogger]
  await using database = await openDatabase({ url: opened.url, dataDirectory: folder.path, migrations, clock, logger })
  const { tickets, rests } = await database.withOperator(async (tx) => {
    const tables = tx.tables()
    return {
      tickets: await sql<{ by: string | null }>`SELECT severity_confirmed_by AS by FROM ticket ORDER BY opened_at`.execute(tables),
      rests: await sql<{ component: string; until: Date | null }>`SELECT component, until_at AS until FROM service_rest`.execute(tables),
    }
  })
  assert.deepEqual(
    tickets.rows.map(({ by }) => by),
    ['', null],
  )
  assert.deepEqual(rests.rows, [{ component: 'calls', until: null }])
})
