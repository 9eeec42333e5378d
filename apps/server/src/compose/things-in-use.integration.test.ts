/** What customers really have, on their invoices: licences at their maximum of the month, options by the days on which they were used (BIL-03, REC-01). */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { insertTenant, profileOf } from '@klinke/accounts'
import { countUse, invoiceSources } from '@klinke/billing'
import type { Registration } from '@klinke/calls'
import { silentLogger } from '@klinke/foundation'
import type { TestClient, TestCluster } from '@klinke/platform/test-support'
import { VirtualClock } from '@klinke/testbed'
import { sql } from 'kysely'
import { type WholeApi, wholeApi, wholeCluster } from '../every-route/test-support/whole-api.ts'
import { thingsInUse } from './things-in-use.ts'

let cluster: TestCluster
let whole: WholeApi
let operator: TestClient

before(async () => {
  cluster = await wholeCluster()
  whole = await wholeApi(cluster)
  operator = await whole.api.client({ kind: 'operator' })
})
after(async () => {
  await whole[Symbol.asyncDispose]()
  await cluster[Symbol.asyncDispose]()
})

/** A month that has not begun, so that the contract can still be recorded. */
const MONTH = Temporal.Now.plainDateISO('Europe/Berlin').toPlainYearMonth().add({ months: 1 })
const [FIRST, LAST] = [MONTH.toPlainDate({ day: 1 }).toString(), MONTH.toPlainDate({ day: MONTH.daysInMonth }).toString()]

/** A customer of a profile of the folder, changed; what it has, looked at on days of the month, and what the month's invoice says. */
async function customerOf(name: string, changes: readonly (readonly [string, string])[], items: readonly object[]) {
  const { database } = whole
  const text = await readFile(join(import.meta.dirname, `../../../../profiles/${name}.yaml`), 'utf8')
  for (const [was] of changes) assert.ok(text.includes(was), was)
  const yaml = changes.reduce((changed, [was, becomes]) => changed.replace(was, becomes), text)
  const given = await operator('POST', '/product-profiles', { yaml })
  assert.equal(given.status, 201, JSON.stringify(given.body))
  const { id: tenantId } = await database.withOperator((tx) =>
    insertTenant(tx, { name, sipDomain: `${randomUUID()}.example`, areaCode: '221', profile: profileOf(undefined) }),
  )
  const begun = await operator('POST', '/contracts', { tenantId, profileId: name, begins: FIRST, items })
  assert.equal(begun.status, 201, JSON.stringify(begun.body))
  const registered = new Set<string>()
  const registrar = {
    list: () => [...registered].map((extensionId) => ({ tenantId, extensionId, protocol: 'WSS' }) as Registration),
  }
  const clock = new VirtualClock(0)
  return {
    tenantId,
    registered,
    extend: async (number: string): Promise<string> => {
      const { status, body } = await operator('POST', '/extensions', { tenantId, number, name: number })
      assert.equal(status, 201, JSON.stringify(body))
      return String(body.id)
    },
    remove: async (id: string) => assert.equal((await operator('DELETE', `/extensions/${id}?tenantId=${tenantId}`)).status, 204),
    look: async (day: number, hour = 12) => {
      const at = MONTH.toPlainDate({ day }).toZonedDateTime({ timeZone: 'Europe/Berlin', plainTime: Temporal.PlainTime.from({ hour }) })
      await clock.advance(at.epochMilliseconds - clock.epochMs())
      // Each time as after a restart of the server.
      const counting = countUse({ database, clock, logger: silentLogger, thingsInUse: thingsInUse(database, registrar) })
      await clock.advance(0)
      await counting.close(undefined)
    },
    store: (octets: number) =>
      database.withTenant(
        tenantId,
        async (tx) =>
          await sql`INSERT INTO recording (id, tenant_id, call_id, started_at, ended_at, complete, ended_because, cause, channels, parties, consents,
              extension_ids, duration_ms, octets, key)
            VALUES (gen_random_uuid(), ${tenantId}, 'c', now(), now(), true, 'over', '{}', 'mixed', '[]', '[]', '{}', 1000, ${octets}, 'k')`.execute(
            tx.tables(),
          ),
      ),
    invoiced: async () => {
      const lines = await database.withOperator(async (tx) => {
        const source = invoiceSources({ database, clock }).charges.find(({ name: source }) => source === 'contracts')
        return (await source?.of(tx, tenantId, { from: FIRST, until: LAST })) ?? []
      })
      return lines.map(({ text: { de }, quantity, netMicros }) => `${de.split(/[:,(]/)[0]?.trim()} ${quantity} ${netMicros}`)
    },
  }
}

test('[P] BIL-03, REC-01: the most licences and storage that were there on one day of the month, less what the base includes', async () => {
  const included = [
    'quota: [{ item: group, quantity: 1 }]',
    'quota: [{ item: group, quantity: 1 }, { item: storage, quantity: 10 }]',
  ] as const
  const storage = [
    '  - { id: set-up,',
    `  - { id: licence, kind: option, title: { de: Lizenz, en: Licence }, price: 5.90, quantityFrom: use, counts: extensions }
  - { id: storage, kind: option, title: { de: Speicher, en: Storage }, price: 1, quantityFrom: use, counts: storage-gigabytes }
  - { id: set-up,`,
  ] as const
  const at = await customerOf('packages', [included, storage], [{ item: 'base', quantity: 1 }])
  const first = await at.extend('20')
  for (const number of ['21', '22']) await at.extend(number)
  await at.look(2)
  const fourth = await at.extend('23')
  await at.store(10 * 1024 ** 3)
  await at.look(12, 9)
  // The eleventh GiB has begun.
  await at.store(1)
  // Gone in the afternoon: the day has the most that was there.
  await at.remove(fourth)
  await at.look(12, 15)
  await at.remove(first)
  await at.look(13)
  await at.look(13)
  assert.deepEqual(await at.invoiced(), ['Grundlizenz 1 24900000', 'Lizenz 4 23600000', 'Speicher 1 1000000'])
  const { rows } = await whole.database.withOperator((tx) =>
    sql`SELECT quantity, until_day - from_day + 1 AS days FROM counted_use
      WHERE tenant_id = ${at.tenantId} AND kind = 'storage-gigabytes' ORDER BY from_day`.execute(tx.tables()),
  )
  assert.deepEqual(rows, [{ quantity: 11, days: 2 }], 'the day has its most, and days in a row are one row')
  assert.deepEqual(await at.invoiced(), await at.invoiced(), 'asked again it is the same')
})

test('[P] BIL-03: of each package the most that extensions had at the same time, by the history that the PBX leaves, when they are gone, too', async () => {
  const { database } = whole
  const at = await customerOf('packages', [], [{ item: 'base', quantity: 1 }])
  const packages = ['user-basic', 'user-comfort', 'user-premium'].map((id) => ({ id, title: { de: id, en: id } }))
  assert.equal((await operator('PATCH', `/tenants/${at.tenantId}`, { profile: { userPackages: packages } })).status, 200)
  const ids: string[] = []
  for (const number of ['20', '21', '22', '23']) ids.push(await at.extend(number))
  const [first = '', second = '', third = ''] = ids
  const clockOf = async () => {
    const { rows } = await database.withOperator((tx) => sql<{ now: Date }>`SELECT clock_timestamp() AS now`.execute(tx.tables()))
    return rows[0]?.now
  }
  const begun = await clockOf()
  const give = async (id: string, userPackage: string) =>
    assert.equal((await operator('PATCH', `/extensions/${id}`, { userPackage })).status, 200)
  // One goes up; another leaves, and a successor comes.
  await give(first, 'user-comfort')
  await at.remove(second)
  await at.extend('24')
  // Two change places: never more than one Comfort.
  await give(first, 'user-basic')
  await give(third, 'user-comfort')
  // All of that happened on the twelfth of the month.
  const noon = MONTH.toPlainDate({ day: 12 }).toZonedDateTime({ timeZone: 'Europe/Berlin', plainTime: '12:00' })
  await database.withOperator((tx) =>
    sql`UPDATE user_package_period SET
        from_at = CASE WHEN from_at > ${begun} THEN from_at + (${new Date(noon.epochMilliseconds)}::timestamptz - ${begun}::timestamptz) ELSE from_at END,
        until_at = until_at + (${new Date(noon.epochMilliseconds)}::timestamptz - ${begun}::timestamptz)
      WHERE tenant_id = ${at.tenantId}`.execute(tx.tables()),
  )
  // Basic: four until the twelfth, at the end three. Comfort: one.
  const expected = ['Grundlizenz 1 24900000', 'Benutzer Basis 4 23600000', 'Benutzer Komfort 1 9900000']
  assert.deepEqual(await at.invoiced(), expected)
  await at.remove(third)
  assert.deepEqual(await at.invoiced(), expected, 'what an extension had is charged after it is gone')
})

test('[Q] BIL-03: an app is charged for the extensions that used it on more than two days, whenever those were', async () => {
  const counted = ['price: 2.90 # example', 'price: 2.90\n    quantityFrom: use\n    counts: app-clients'] as const
  const at = await customerOf('quota', [counted], [{ item: 'quota-10', quantity: 1 }])
  const [often = '', seldom = ''] = [await at.extend('30'), await at.extend('31')]
  for (const [day, using] of [
    [3, [often, seldom]],
    [4, [seldom]],
    [17, [often]],
    [24, [often]],
  ] as const) {
    at.registered.clear()
    for (const id of using) at.registered.add(id)
    await at.look(day, 8)
    // Later on the day it is off again.
    at.registered.clear()
    await at.look(day, 20)
  }
  assert.deepEqual(await at.invoiced(), ['Grundpreis mit 10 Nebenstellen 1 79000000', 'Mobile App je Nebenstelle 1 2900000'])
})
