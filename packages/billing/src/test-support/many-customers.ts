import { insertTenant, profileOf } from '@klinke/accounts'
import { seededRandom, silentLogger } from '@klinke/foundation'
import { type Database, FolderBlobStore } from '@klinke/platform'
import { type TestAnswer, testApi, testSecrets } from '@klinke/platform/test-support'
import { VirtualClock } from '@klinke/testbed'
import { sql } from 'kysely'
import { openBilling } from '../billing.ts'
import { Catalogue } from '../catalogue/catalogue.ts'
import { exampleProfiles } from '../catalogue/examples.ts'
import { noonMs } from '../contracts/test-support/written-contract.ts'
import { ISSUER, RECIPIENT } from '../invoices/test-support/example.ts'
import { followContractsOf } from '../rated-calls/follow-contracts.ts'

/** Calls of one statement: more would take longer than the database lets a statement take. */
const CALLS_AT_A_TIME = 100_000

export interface ManyCustomers {
  readonly customers: number
  /** Rated calls of each, all of them charged. */
  readonly callsEach: number
  /** The month that they belong to, which must be over: `2026-10`. */
  readonly month: string
  readonly told?: (line: string) => void
}

/**
 * Fills an empty database with customers of the profile `flat` that are to be billed: one is made over the API, the others are copies of its rows, with calls
 * in four zones that are rated already.
 */
export async function fillWithCustomers(database: Database, { customers, callsEach, month, told }: ManyCustomers): Promise<void> {
  const first = await firstCustomer(database, month)
  await copyCustomer(database, first, customers)
  // In the order of time, as calls become known: those of a customer lie between those of all others.
  const atATime = Math.max(1, Math.floor(CALLS_AT_A_TIME / customers))
  for (let from = 1; from <= callsEach; from += atATime) {
    const until = Math.min(callsEach, from + atATime - 1)
    await insertCalls(database, month, { from, until })
    told?.(`${until * customers} calls`)
  }
}

async function firstCustomer(database: Database, month: string): Promise<string> {
  const ground = {
    database,
    clock: new VirtualClock(noonMs(`${month}-01`)),
    random: seededRandom(1),
    logger: silentLogger,
    secrets: testSecrets(),
    mail: undefined,
  }
  const usage = { after: async () => ({ usage: [], cursor: undefined }) }
  const billing = openBilling({ ...ground, usage, blobs: new FolderBlobStore('/nowhere'), portalUrl: '' })
  await using api = await testApi(database, billing.routes, billing.problems)
  const operator = await api.client({ kind: 'operator' })
  const done = ({ status, body }: TestAnswer): TestAnswer['body'] => {
    if (status >= 300) throw new Error(JSON.stringify(body))
    return body
  }
  const { id } = await database.withOperator((tx) =>
    insertTenant(tx, { name: 'Kunde 0', sipDomain: 'kunde0.example', areaCode: '221', profile: profileOf(undefined) }),
  )
  const source = (await exampleProfiles()).find(({ file }) => file === 'flat.yaml')
  done(await operator('POST', '/product-profiles', { yaml: source?.text ?? '', file: 'flat.yaml' }))
  done(await operator('PATCH', '/invoice-issuer', ISSUER))
  done(await operator('PATCH', `/invoice-recipient?tenantId=${id}`, { ...RECIPIENT, number: 'K-0', profile: 'flat' }))
  const items = [
    { item: 'base', quantity: 1 },
    { item: 'extension', quantity: 20 },
    { item: 'group', quantity: 2 },
    { item: 'queue', quantity: 1 },
    { item: 'flat-fixed-mobile', quantity: 1 },
  ]
  done(await operator('POST', '/contracts', { tenantId: id, profileId: 'flat', begins: `${month}-01`, items }))
  await followContractsOf({ database, catalogue: new Catalogue(database) }, id)
  return id
}

/** Its rows once for each further customer, under ids that are made of the customer's number. */
async function copyCustomer(database: Database, first: string, customers: number): Promise<void> {
  const others = sql`(SELECT n, md5('tenant ' || n)::uuid AS id, md5('contract ' || n)::uuid AS contract FROM generate_series(1, ${customers - 1}) AS n) AS other`
  await database.withOperator(async (tx) => {
    const tables = tx.tables()
    await sql`INSERT INTO tenant (id, name, sip_domain, profile)
      SELECT other.id, 'Kunde ' || n, 'kunde' || n || '.example', profile FROM tenant, ${others} WHERE tenant.id = ${first}`.execute(tables)
    await sql`INSERT INTO invoice_recipient (tenant_id, number, profile, details)
      SELECT other.id, 'K-' || n, recipient.profile, jsonb_set(details, '{number}', to_jsonb('K-' || n))
      FROM invoice_recipient AS recipient, ${others}`.execute(tables)
    await sql`INSERT INTO contract (id, tenant_id, profile, begins_on, settings_applied_at, created_at)
      SELECT other.contract, other.id, profile, begins_on, now(), created_at FROM contract, ${others}`.execute(tables)
    await sql`INSERT INTO contract_event (id, tenant_id, contract_id, position, kind, deed, recorded_at, recorded_by)
      SELECT gen_random_uuid(), other.id, other.contract, position, kind, deed, recorded_at, recorded_by FROM contract_event, ${others}`.execute(
      tables,
    )
    await sql`INSERT INTO customer_tariff (id, tenant_id, valid_from, tariff_id, extensions, bundles, assigned_by, contract_id)
      SELECT gen_random_uuid(), other.id, valid_from, tariff_id, extensions, bundles, assigned_by, other.contract
      FROM customer_tariff, ${others}`.execute(tables)
    await sql`INSERT INTO followed_contract (contract_id, tenant_id, events)
      SELECT other.contract, other.id, events FROM followed_contract, ${others}`.execute(tables)
  })
}

/** The calls of all customers from one to another, by their count, as rating would have kept them. */
async function insertCalls(
  database: Database,
  month: string,
  { from, until }: { readonly from: number; readonly until: number },
): Promise<void> {
  const pieces = JSON.stringify([{ seconds: 120, microsPerMinute: '15100', taken: [] }])
  // Ids of calls grow with time, as those of call control do (UUIDv7).
  await database.withOperator((tx) =>
    sql`INSERT INTO rated_call (usage_id, tenant_id, call_id, month, answered_at, ended_at, called, billed_number, extension_id, origin, way, medium,
        outcome, tariff_version_id, zone, prefix, seconds, billed_seconds, amount_sixtieths, currency, pieces)
      SELECT usage, tariff.tenant_id, usage, ${`${month}-01`}::date, at, at + interval '90 s', '+49301234' || n % 1000, '+4922155500',
        'extension-' || n % 20, 'own', 'carrier', 'voice', 'rated', tariff.tariff_id, zones.ids[n % 4 + 1], '+49', 90, 120, 15100 * 120, 'EUR', ${pieces}
      FROM generate_series(${from}::integer, ${until}::integer) AS n,
        customer_tariff AS tariff,
        LATERAL (SELECT ${`${month}-02`}::timestamptz + n * interval '20 minutes' AS at) AS time,
        LATERAL (SELECT lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') || '-' || tariff.tenant_id AS usage) AS named,
        (SELECT ARRAY['de-fixed', 'de-mobile', 'de-service', 'fr-fixed'] AS ids) AS zones
      ORDER BY n`.execute(tx.tables()),
  )
}
