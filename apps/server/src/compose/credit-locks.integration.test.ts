/** From a balance that stays negative to the lock that calls meet: billing decides, the cost guard locks, both tell the customer by mail (FRD-03). */
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { accountsMigrations, DEFAULT_PROFILE, insertTenant } from '@klinke/accounts'
import { billingMigrations, openBilling } from '@klinke/billing'
import { seededRandom, silentLogger } from '@klinke/foundation'
import { pbxMigrations } from '@klinke/pbx'
import { FolderBlobStore, insertLogin, platformMigrations, readMail, smtpMailSender, systemClock } from '@klinke/platform'
import { type TestCluster, testCluster, testMailServer, testSecrets } from '@klinke/platform/test-support'
import { eventually, VirtualClock } from '@klinke/testbed'
import { CreditLocks, GuardNotices, StoredGuard, trunksMigrations } from '@klinke/trunks'
import { sql } from 'kysely'

let cluster: TestCluster
before(async () => {
  cluster = await testCluster([platformMigrations, accountsMigrations, pbxMigrations, trunksMigrations, billingMigrations])
})
after(() => cluster[Symbol.asyncDispose]())

const HOUR_MS = 3_600_000
const QUARTER_MS = HOUR_MS / 4
const BEGIN_MS = Date.parse('2026-11-03T11:00:00Z')

test('FRD-03: a negative balance is reminded of, its lock announced in time by mail, in force for all calls out, and lifted by a payment', async () => {
  const opened = await cluster.database()
  const { database } = opened
  const server = await testMailServer()
  const mail = smtpMailSender(server.url, 'klinke@provider.example')
  const [clock, portal] = [new VirtualClock(BEGIN_MS), 'https://telefon.example']
  const profile = { ...DEFAULT_PROFILE, payments: { creditLowMicros: 0, creditLockAfterDays: 1 }, guard: { lockNoticeHours: 21 } }
  const tenantId = await database.withOperator(async (tx) => {
    const { id } = await insertTenant(tx, { name: 'acme', sipDomain: 'acme.example', areaCode: '221', profile })
    await insertLogin(tx, { email: 'anna@acme.example', name: 'Anna', language: 'de', principal: { kind: 'tenant', tenantId: id } })
    await sql`INSERT INTO prepaid_account (tenant_id, currency, opened_on) VALUES (${id}, 'EUR', '2026-01-01')`.execute(tx.tables())
    return id
  })
  const moves = (kind: 'call' | 'top-up', from: string, to: string, micros: number) =>
    database.withOperator((tx) =>
      sql`INSERT INTO prepaid_movement (id, tenant_id, kind, from_account, to_account, amount_micros, source, noted_by)
        VALUES (gen_random_uuid(), ${tenantId}, ${kind}, ${from}, ${to}, ${micros}, ${kind}, 'test')`.execute(tx.tables()),
    )
  const rules = await StoredGuard.open({ database, clock: systemClock(), logger: silentLogger, replaced: () => undefined })
  const locks = new CreditLocks({ database, clock, notices: new GuardNotices({ database, mail, portal, logger: silentLogger }) })
  const folder = mkdtempSync(join(tmpdir(), 'klinke-credit-'))
  const billing = openBilling({
    ...{ database, clock, mail, portalUrl: portal, creditLocks: locks, blobs: new FolderBlobStore(folder), random: seededRandom(1) },
    ...{ logger: silentLogger, secrets: testSecrets(), usage: { after: async (cursor) => ({ usage: [], cursor }) } },
  })
  const running = billing.begin()
  try {
    const passes = (what: string, isSo: () => boolean | Promise<boolean>, stepMs = 5_000) =>
      eventually(what, async () => {
        await clock.advance(stepMs)
        return isSo()
      })
    const told = async (): Promise<string> => (await readMail(Buffer.from(await server.next())))?.text ?? ''
    const lock = () => rules.rulesOf(tenantId)?.locks[0]
    await moves('call', 'balance', 'usage', 2_500_000)
    await passes('the reminder', () => server.taken.length > 0)
    assert.match(await told(), /2,50 EUR[\s\S]*ab dem 04\.11\.2026[\s\S]*110 und 112/)
    assert.equal(lock()?.id, undefined)
    // In small steps: what is under way when the time comes ends long before the next hour.
    await passes('the announcement', () => lock() !== undefined, QUARTER_MS)
    assert.match(await told(), /abgehende Anrufe ab 4\. November 2026[\s\S]*−2,50 EUR[\s\S]*110 und 112 bleiben erreichbar/)
    assert.deepEqual([lock()?.cause, lock()?.services, lock()?.fullFromMs], ['negative-balance', 'all', undefined])
    const { rows } = await database.withOperator((tx) =>
      sql<{ hours: number }>`SELECT extract(epoch FROM outgoing_from - announced_at)::float / 3600 AS hours FROM guard_lock`.execute(
        tx.tables(),
      ),
    )
    assert.ok(Number(rows[0]?.hours) >= 21, `announced ${rows[0]?.hours} hours before`)
    const afterDays = ((lock()?.outgoingFromMs ?? 0) - BEGIN_MS) / (24 * HOUR_MS)
    assert.ok(afterDays >= 1 && afterDays < 2, `${afterDays} days after`)
    await moves('top-up', 'cash', 'balance', 10_000_000)
    await passes('the end of the lock', () => lock() === undefined)
    assert.match(await told(), /Die Sperre ist aufgehoben/)
  } finally {
    for (const each of running) await each.close(undefined)
    await rules[Symbol.asyncDispose]()
    await server[Symbol.asyncDispose]()
    await opened[Symbol.asyncDispose]()
    rmSync(folder, { recursive: true })
  }
})
