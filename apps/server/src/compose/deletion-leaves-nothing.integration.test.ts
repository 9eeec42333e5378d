/** A customer that is deleted: of its people and words nothing is left in any table or file but what a law keeps, and that goes, too (Art. 17 GDPR, PRI-01). */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { accountsMigrations, archiveAgreements, DEFAULT_PROFILE, deletedTenants, insertTenant, retentionNight } from '@klinke/accounts'
import { billingMigrations } from '@klinke/billing'
import { silentLogger } from '@klinke/foundation'
import { FilesOfDeletedTenants, pbxMigrations } from '@klinke/pbx'
import { FolderBlobStore, platformMigrations, type Tx } from '@klinke/platform'
import { type TestCluster, testCluster } from '@klinke/platform/test-support'
import { VirtualClock } from '@klinke/testbed'
import { trunksMigrations } from '@klinke/trunks'
import { sql } from 'kysely'
import { dataKinds, endOfCustomers } from './retention.ts'
import { insertRow } from './test-support/insert-row.ts'

let cluster: TestCluster
before(async () => {
  cluster = await testCluster([platformMigrations, accountsMigrations, pbxMigrations, trunksMigrations, billingMigrations])
})
after(() => cluster[Symbol.asyncDispose]())

/** In every name, address and file of the customer. */
const MARK = 'Zebrafink'
const EMAIL = 'chefin@zebrafink.example'
/** Of the form of an order what was agreed is kept, but neither the mandate nor people. */
const AGREED = { items: [{ sku: 'flat', quantity: 1 }], signature: { name: `${MARK} Chefin`, on: '2013-01-01' } }
const FORM = {
  ...AGREED,
  ...{ customer: { company: MARK, birthDate: '1970-05-06' }, mandate: { accountHolder: MARK, iban: 'DE02120300000000202051' } },
  ...{
    extensions: [{ number: '10', name: MARK }],
    administrator: { name: MARK, email: EMAIL },
    technicalContact: { name: MARK, email: EMAIL },
  },
}
/** The contract ended in 2013. */
const DUE = '2015-01-01'
const AT = '2014-12-20T11:00:00Z'

test('PRI-01: what a deleted customer leaves is what the law keeps, without its files, mails and people; in the end the ids in the proof', async (context) => {
  await using opened = await cluster.database()
  const { database } = opened
  const folder = mkdtempSync(join(tmpdir(), 'klinke-deletion-'))
  context.after(() => rmSync(folder, { recursive: true }))
  const blobs = new FolderBlobStore(folder)
  const clock = new VirtualClock(Date.parse(`${DUE}T01:00:00Z`))
  const tenantId = await database.withOperator((tx) => fill(tx, blobs))
  assert.equal(readdirSync(join(folder, tenantId)).length, 3)
  const kinds = dataKinds({ blobs, clock })
  const night = async (day: string) => {
    await clock.advance(Date.parse(`${day}T01:00:00Z`) - clock.epochMs())
    const archive = () => archiveAgreements({ database, blobs, logger: silentLogger })
    await retentionNight({ database, clock, logger: silentLogger, kinds, archive, end: endOfCustomers({ clock }) })
  }
  await night(DUE)
  assert.equal((await database.withOperator((tx) => sql`SELECT 1 FROM tenant`.execute(tx.tables()))).rows.length, 0)
  const kept = await database.withOperator((tx) =>
    sql<{ readonly orders: readonly { readonly form: unknown }[] }>`SELECT orders FROM kept_contract`.execute(tx.tables()),
  )
  assert.deepEqual(
    kept.rows.map(({ orders }) => orders.map(({ form }) => form)),
    [[{ ...AGREED, customer: { company: MARK } }]],
  )
  const deleted = (ids: readonly string[]) => database.withOperator((tx) => deletedTenants(tx, ids))
  const files = new FilesOfDeletedTenants({ places: [blobs], deleted, clock, logger: silentLogger })
  await files.sweep()
  await files.close()
  const left = () =>
    readdirSync(folder).flatMap((of) => readdirSync(join(folder, of)).map((file) => readFileSync(join(folder, of, file), 'utf8')))
  assert.deepEqual([readdirSync(folder).includes(tenantId), left()], [false, [`${MARK} Vertrag`]], 'the agreement alone is kept')
  // As orders of customers that were deleted long ago lie there: a migration empties them.
  await database.withOperator(async (tx) => {
    const { rows } = await sql<{ readonly id: string }>`UPDATE product_order SET created_by = ${MARK} RETURNING id`.execute(tx.tables())
    await sql`UPDATE product_order_step SET by = ${MARK}, reason = ${MARK}`.execute(tx.tables())
    const mail = { id: randomUUID(), order_id: rows[0]?.id, kind: 'confirmed', created_at: AT, sent_to: EMAIL, address: EMAIL }
    await insertRow(tx, { table: 'product_order_mail', values: mail })
  })
  const migration = readFileSync(join(billingMigrations.directory, '0449-orders-of-deleted-again.sql'), 'utf8')
  await database.withOperator(async (tx) => {
    for (const statement of migration.split(/;$/m).slice(0, -1)) await sql.raw(statement).execute(tx.tables())
  })
  await night('2015-01-02')
  const saying = () => database.withOperator((tx) => tablesSaying(tx, tenantId))
  assert.deepEqual(await saying(), {
    deleted_tenant: 'id',
    deletion_log: 'id',
    // The number alone, until the publisher is told.
    directory_told: 'id',
    // Proof of on whose instructions data were processed.
    kept_agreement: 'name',
    // A business letter.
    kept_contract: 'name',
    // Nobody knows whose it is: by its own rule.
    stray_mail: 'name',
  })
  await night('2015-03-21')
  assert.deepEqual(Object.keys(await saying()), ['deleted_tenant', 'deletion_log', 'directory_told', 'kept_agreement', 'kept_contract'])
  await night('2017-01-01')
  assert.deepEqual(await saying(), { deleted_tenant: 'id', deletion_log: 'id', kept_agreement: 'name', kept_contract: 'name' })
  await night('2019-12-31')
  assert.ok('kept_contract' in (await saying()), 'six years after 2013')
  assert.deepEqual(left(), [`${MARK} Vertrag`])
  await night('2020-01-01')
  assert.deepEqual(await saying(), { deleted_tenant: 'id', deletion_log: 'id' })
  assert.deepEqual(left(), [])
  const logged = await database.withOperator((tx) =>
    sql<{ readonly count: number }>`SELECT count FROM deletion_log WHERE kind = 'kept-agreements'`.execute(tx.tables()),
  )
  assert.deepEqual(logged.rows, [{ count: 1 }])
})

/** Tables of which a row has the name of the customer anywhere, or only its id. */
async function tablesSaying(tx: Tx, tenantId: string): Promise<Readonly<Record<string, 'name' | 'id'>>> {
  const { rows } = await sql<{ readonly name: string }>`
    SELECT relname AS name FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
    WHERE nspname = 'klinke' AND relkind IN ('r', 'p') AND NOT relispartition AND relname <> 'migration' ORDER BY relname`.execute(
    tx.tables(),
  )
  const found: Record<string, 'name' | 'id'> = {}
  for (const { name } of rows) {
    const { rows: said } = await sql<{ readonly named: boolean | null; readonly meant: boolean | null }>`
      SELECT bool_or(to_jsonb(kept)::text ILIKE ${`%${MARK}%`}) AS named, bool_or(to_jsonb(kept)::text LIKE ${`%${tenantId}%`}) AS meant
      FROM ${sql.table(name)} AS kept`.execute(tx.tables())
    if (said[0]?.named === true) found[name] = 'name'
    else if (said[0]?.meant === true) found[name] = 'id'
  }
  return found
}

async function fill(tx: Tx, blobs: FolderBlobStore): Promise<string> {
  const db = tx.tables()
  const { id: tenantId } = await insertTenant(tx, {
    name: `${MARK} KG`,
    sipDomain: 'zebrafink.example',
    areaCode: '221',
    profile: DEFAULT_PROFILE,
  })
  const of = { tenant_id: tenantId }
  const id = () => randomUUID()
  const put = (name: string) => blobs.put(tenantId, Buffer.from(`${MARK} ${name}`), 'bin')
  const rows = async (...made: readonly (readonly [string, Readonly<Record<string, unknown>>])[]) => {
    for (const [table, values] of made) await insertRow(tx, { table, values })
  }
  const [extension, login, ticket, entry, request, contract, order, version, listed] = [
    id(),
    id(),
    id(),
    id(),
    id(),
    id(),
    id(),
    id(),
    id(),
  ]
  const mail = { created_at: AT, next_try_at: AT }
  await rows(
    ['contract', { id: contract, ...of, profile: 'flat', begins_on: '2013-01-01', ends_on: '2013-06-30', created_at: AT }],
    [
      'contract_event',
      { id: id(), ...of, contract_id: contract, position: 1, kind: 'order', deed: '{"x":1}', recorded_at: AT, recorded_by: MARK },
    ],
    ['extension', { id: extension, ...of, number: '10', name: MARK, sip_username: 'zebrafink', ha1_md5: 'x', ha1_sha256: 'x' }],
    ['login', { id: login, ...of, email: EMAIL, name: MARK, kind: 'tenant' }],
    [
      'ticket',
      {
        ...{
          id: ticket,
          ...of,
          number: '2014-1',
          kind: 'fault',
          severity: 'minor',
          state: 'open',
          subject: MARK,
          via: 'mail',
          opened_at: AT,
        },
        ...{ opened_by: MARK, language: 'de', contact_mail: EMAIL },
      },
    ],
    ['ticket_entry', { id: entry, ticket_id: ticket, ...of, at: AT, side: 'customer', by: MARK, via: 'mail', text: MARK }],
    [
      'ticket_attachment',
      { id: id(), entry_id: entry, ...of, name: MARK, media_type: 'text/plain', octets: 1, blob_key: await put('Anhang') },
    ],
    [
      'ticket_mail',
      { id: id(), ticket_id: ticket, recipient: EMAIL, subject: MARK, text: MARK, message_id: 'x', automatic: false, ...mail },
    ],
    ['stray_mail', { id: id(), received_at: AT, sender: EMAIL, subject: MARK, text: MARK, reason: 'closed-ticket', ticket_id: ticket }],
    [
      'privacy_request',
      {
        ...{
          id: request,
          ...of,
          kind: 'access',
          subject: '{}',
          about: MARK,
          asked_by: MARK,
          asked_at: AT,
          state: 'ready',
          reply_to: EMAIL,
        },
        ...{ blob_key: await put('Auskunft'), octets: 1, expires_at: '2016-01-01' },
      },
    ],
    ['privacy_mail', { id: id(), ...of, request_id: request, recipient: EMAIL, subject: MARK, text: MARK, ...mail }],
    [
      'consent_entry',
      {
        id: id(),
        ...of,
        purpose: 'newsletter',
        person: MARK,
        given: true,
        text_version: '1',
        wording: 'Ja',
        channel: 'paper',
        recorded_by: MARK,
        at: AT,
      },
    ],
    [
      'processing_agreement',
      {
        ...{ id: id(), ...of, version: '1', language: 'de', accepted_by: MARK, position: 'Chefin', login_name: MARK, address: '192.0.2.1' },
        ...{ accepted_at: AT, blob_key: await put('Vertrag'), sha256: 'x' },
      },
    ],
    [
      'directory_told',
      {
        entry_id: listed,
        ...of,
        record: JSON.stringify({ areaCode: '221', number: '5550', name: MARK, street: `${MARK}weg`, electronic: true }),
      },
    ],
    [
      'product_profile_version',
      { id: version, profile: 'flat', number: 1, valid_from: '2013-01-01', source: 'x', document: '{}', created_by: 'Amt', created_at: AT },
    ],
    [
      'product_order',
      {
        ...{
          id: order,
          number: 'B-1',
          kind: 'new',
          state: 'active',
          ...of,
          profile: 'flat',
          version_id: version,
          form: JSON.stringify(FORM),
        },
        ...{ contract_id: contract, created_by: MARK, created_at: AT },
      },
    ],
    ['product_order_step', { order_id: order, position: 1, step: 'confirm', state: 'confirmed', by: MARK, at: AT, reason: MARK, ...of }],
    ['product_order_task', { order_id: order, position: 1, task: `{"name":"${MARK}"}`, ...of }],
    ['product_order_mail', { id: id(), order_id: order, kind: 'confirmed', created_at: AT, sent_to: EMAIL, address: EMAIL }],
  )
  await sql`SELECT ensure_call_partitions('2015-01-01'::timestamptz)`.execute(db)
  await rows([
    'call_started',
    {
      call_id: 'c',
      started_at: '2015-01-01T00:30:00Z',
      ...of,
      direction: 'out',
      caller: '{}',
      called: '{}',
      sip_call_id: 'x',
      emergency: false,
    },
  ])
  return tenantId
}
