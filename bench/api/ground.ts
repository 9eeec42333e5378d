import { randomUUID, randomUUIDv7 } from 'node:crypto'
import { accountsMigrations, DEFAULT_PROFILE, insertTenant } from '@klinke/accounts'
import { billingMigrations } from '@klinke/billing'
import { silentLogger } from '@klinke/foundation'
import { computeHa1, pbxMigrations } from '@klinke/pbx'
import { createApiKey, type Database, openDatabase, platformMigrations, systemClock, type Tx } from '@klinke/platform'
import { trunksMigrations } from '@klinke/trunks'

const TENANTS = 1_000
const LARGE = 10_000
const SMALL = 5
/** Each may send 100 requests per second. */
const KEYS = 8
/** PostgreSQL takes 65,535 parameters. */
const ROWS_PER_INSERT = 5_000

interface Tables {
  readonly extension: Readonly<Record<string, string>>
  readonly call_settings: Readonly<Record<string, string>>
  readonly mailbox: Readonly<Record<string, string>>
}

/** What the requests of the benchmark are about. */
export interface ApiGround {
  /** Keys of the tenant with 10,000 extensions. */
  readonly keys: readonly string[]
  /** Keys of the operator, for the small tenants. */
  readonly operatorKeys: readonly string[]
  readonly large: readonly string[]
  readonly small: readonly string[]
}

/** Puts 1,000 tenants, one of them with 10,000 extensions that all have settings and a mailbox, into the database of a Klinke that is not running. */
export async function addApiGround(dataDirectory: string): Promise<ApiGround> {
  const migrations = [platformMigrations, accountsMigrations, pbxMigrations, trunksMigrations, billingMigrations]
  const database = await openDatabase({ dataDirectory, migrations, clock: systemClock(), logger: silentLogger })
  try {
    const tenants = await database.withOperator(insertTenants)
    const [largeTenant = '', ...others] = tenants
    const large = await database.withOperator((tx) => insertExtensions(tx, [largeTenant], LARGE))
    await database.withOperator((tx) => insertSettings(tx, largeTenant, large))
    const small = await database.withOperator((tx) => insertExtensions(tx, others, SMALL))
    const keys = await createKeys(database, { kind: 'tenant', tenantId: largeTenant })
    const operatorKeys = await createKeys(database, { kind: 'operator' })
    return { keys, operatorKeys, large, small }
  } finally {
    await database[Symbol.asyncDispose]()
  }
}

async function createKeys(database: Database, principal: Parameters<typeof createApiKey>[2]): Promise<readonly string[]> {
  const made = Array.from({ length: KEYS }, (_, index) => createApiKey(database, `bench ${index}`, principal))
  return (await Promise.all(made)).map(({ key }) => key)
}

async function insertTenants(tx: Tx): Promise<readonly string[]> {
  const ids: string[] = []
  for (let index = 0; index < TENANTS; index++) {
    const tenant = { name: `Bench ${index}`, sipDomain: `b${index}.bench.test`, areaCode: '221', profile: DEFAULT_PROFILE }
    ids.push((await insertTenant(tx, tenant)).id)
  }
  return ids
}

async function insertExtensions(tx: Tx, tenants: readonly string[], each: number): Promise<readonly string[]> {
  const ha1 = computeHa1({ username: 'bench', password: 'bench' }, 'bench.test')
  const rows = tenants.flatMap((tenant_id) =>
    Array.from({ length: each }, (_, index) => {
      const number = String(20_000 + index)
      const name = `Extension ${number}`
      return {
        id: randomUUIDv7(),
        tenant_id,
        number,
        name,
        sip_username: `${number}-${randomUUID()}`,
        ha1_md5: ha1.md5,
        ha1_sha256: ha1.sha256,
      }
    }),
  )
  await insertAll(tx, 'extension', rows)
  return rows.map(({ id }) => id)
}

async function insertSettings(tx: Tx, tenant_id: string, extensions: readonly string[]): Promise<void> {
  await insertAll(
    tx,
    'call_settings',
    extensions.map((extension_id) => ({ tenant_id, extension_id, settings: '{}' })),
  )
  await insertAll(
    tx,
    'mailbox',
    extensions.map((extension_id) => ({ tenant_id, extension_id, id: randomUUIDv7(), name: 'Mailbox', settings: '{}' })),
  )
}

async function insertAll(tx: Tx, table: keyof Tables, rows: readonly Readonly<Record<string, string>>[]): Promise<void> {
  for (let first = 0; first < rows.length; first += ROWS_PER_INSERT)
    await tx
      .tables<Tables>()
      .insertInto(table)
      .values(rows.slice(first, first + ROWS_PER_INSERT))
      .execute()
}
