/** Mail that was given up, of every room that sends some: listed for the operator, and due again at once. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { accountsMigrations, DEFAULT_PROFILE, insertTenant, ticketMails, undeliveredMailRoutes } from '@klinke/accounts'
import { billingMigrations, creditMails, orderMails, priceMails } from '@klinke/billing'
import { platformMigrations } from '@klinke/platform'
import { type TestCluster, testApi, testCluster } from '@klinke/platform/test-support'
import { VirtualClock } from '@klinke/testbed'
import { sql } from 'kysely'

let cluster: TestCluster
before(async () => {
  cluster = await testCluster([platformMigrations, accountsMigrations, billingMigrations])
})
after(() => cluster[Symbol.asyncDispose]())

const NOW_MS = Date.parse('2026-11-23T11:00:00Z')
const [TICKET, CREDIT, PRICES] = [
  '018f0000-0000-7000-8000-0000000000a1',
  '018f0000-0000-7000-8000-0000000000a2',
  '018f0000-0000-7000-8000-0000000000a3',
]

test('SLA-04: mails that were given up are listed with what the server has said, tried again once, and no others', async () => {
  const opened = await cluster.database()
  const { database } = opened
  const clock = new VirtualClock(NOW_MS)
  const tenantId = await database.withOperator(async (tx) => {
    const { id } = await insertTenant(tx, { name: 'acme', sipDomain: 'acme.example', areaCode: '221', profile: DEFAULT_PROFILE })
    const ticket = sql`gen_random_uuid()`
    await sql`INSERT INTO ticket (id, tenant_id, number, kind, severity, state, subject, via, opened_by, language, opened_at)
      VALUES (${ticket}, ${id}, 'K-2026-000001', 'fault', 'minor', 'open', 'Rauschen', 'phone', 'Olga', 'de', now())`.execute(tx.tables())
    await sql`INSERT INTO ticket_mail (id, ticket_id, recipient, subject, text, message_id, automatic, created_at, next_try_at, tries, failure, given_up_at)
      SELECT ${TICKET}::uuid, id, 'weg@acme.example', '[K-2026-000001] Rauschen', 'x', '<1@x>', true, '2026-11-15', '2026-11-20', 99, '550 no such user', '2026-11-20T10:00:00Z'
      FROM ticket`.execute(tx.tables())
    await sql`INSERT INTO prepaid_account (tenant_id, currency, opened_on) VALUES (${id}, 'EUR', '2026-01-01')`.execute(tx.tables())
    await sql`INSERT INTO prepaid_mail (id, tenant_id, kind, recipient, subject, text, created_at, next_at, attempts, last_error, failed_at)
      VALUES (${CREDIT}, ${id}, 'low', 'leer@acme.example', 'Guthaben', 'x', '2026-11-15', '2026-11-18', 75, '421 away', '2026-11-18T10:00:00Z'),
        (gen_random_uuid(), ${id}, 'low', 'wartet@acme.example', 'Guthaben', 'x', '2026-11-15', '2026-11-24', 3, '421 away', NULL)`.execute(
      tx.tables(),
    )
    await sql`INSERT INTO price_mail (id, tenant_id, notice_id, recipient, subject, text, created_at, not_before, last_error, given_up_at)
      VALUES (${PRICES}, ${id}, gen_random_uuid(), 'alt@acme.example', 'Neue Preise', 'x', '2026-11-01', '2026-11-08', '550 gone', '2026-11-08T10:00:00Z'),
        (gen_random_uuid(), ${id}, gen_random_uuid(), 'wartet@acme.example', 'Neue Preise', 'x', '2026-11-15', '2026-11-24', '421 away', NULL)`.execute(
      tx.tables(),
    )
    return id
  })
  const api = await testApi(
    database,
    [undeliveredMailRoutes({ database, clock, rooms: [ticketMails, orderMails, creditMails, priceMails] })],
    [],
  )
  const operator = await api.client({ kind: 'operator' })
  const customer = await api.client({ kind: 'tenant', tenantId })
  try {
    const listed = async () =>
      ((await operator('GET', '/undelivered-mails')).body.items ?? []).map(({ about, recipient, failure }) => [about, recipient, failure])
    assert.deepEqual(await listed(), [
      ['ticket', 'weg@acme.example', '550 no such user'],
      ['credit', 'leer@acme.example', '421 away'],
      ['prices', 'alt@acme.example', '550 gone'],
    ])
    assert.equal((await customer('GET', '/undelivered-mails')).status, 403)
    assert.equal((await customer('POST', `/undelivered-mails/${TICKET}/retry`)).status, 403)
    for (const id of [TICKET, CREDIT, PRICES]) assert.equal((await operator('POST', `/undelivered-mails/${id}/retry`)).status, 204)
    assert.deepEqual(await listed(), [])
    assert.equal((await operator('POST', `/undelivered-mails/${CREDIT}/retry`)).status, 404, 'it is not given up any more')
    const { rows } = await database.withOperator((tx) =>
      sql<{
        due: Date
        tries: number
      }>`SELECT next_try_at AS due, tries FROM ticket_mail UNION ALL SELECT next_at, attempts FROM prepaid_mail WHERE id = ${CREDIT}`.execute(
        tx.tables(),
      ),
    )
    assert.deepEqual(
      rows.map(({ due, tries }) => [due.getTime(), tries]),
      [
        [NOW_MS, 0],
        [NOW_MS, 0],
      ],
    )
  } finally {
    await api[Symbol.asyncDispose]()
    await opened[Symbol.asyncDispose]()
  }
})
