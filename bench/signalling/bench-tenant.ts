import { randomUUID } from 'node:crypto'
import { accountsMigrations, DEFAULT_PROFILE, insertTenant } from '@klinke/accounts'
import { billingMigrations } from '@klinke/billing'
import { silentLogger } from '@klinke/foundation'
import { computeHa1, pbxMigrations } from '@klinke/pbx'
import { openDatabase, platformMigrations, systemClock, type Tx } from '@klinke/platform'
import { trunksMigrations } from '@klinke/trunks'

export const BENCH_DOMAIN = 'bench.klinke.test'
export const PASSWORD = 'one-password-for-all'
/** Rows of one INSERT; PostgreSQL takes 65,535 parameters. */
const ROWS_PER_INSERT = 5000
const FIRST_EXTENSION = 100_000

interface ExtensionTables {
  readonly extension: {
    readonly id: string
    readonly tenant_id: string
    readonly number: string
    readonly name: string
    readonly sip_username: string
    readonly ha1_md5: string
    readonly ha1_sha256: string
  }
}

/** The numbers of the first `count` extensions of the benchmark's tenant, which are their SIP user names too. */
export function benchExtensions(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => String(FIRST_EXTENSION + index))
}

/** Puts a customer with many extensions into the database of a Klinke that is not running. Media goes past it. */
export async function addBenchTenant(dataDirectory: string, extensions: number): Promise<void> {
  const migrations = [platformMigrations, accountsMigrations, pbxMigrations, trunksMigrations, billingMigrations]
  const database = await openDatabase({ dataDirectory, migrations, clock: systemClock(), logger: silentLogger })
  try {
    const profile = { ...DEFAULT_PROFILE, mediaPath: 'direct' as const }
    const tenant = await database.withOperator((tx) =>
      insertTenant(tx, { name: 'Benchmark', sipDomain: BENCH_DOMAIN, areaCode: '221', profile }),
    )
    await database.withTenant(tenant.id, (tx) => insertExtensions(tx, tenant.id, benchExtensions(extensions)))
  } finally {
    await database[Symbol.asyncDispose]()
  }
}

async function insertExtensions(tx: Tx, tenantId: string, numbers: readonly string[]): Promise<void> {
  for (let first = 0; first < numbers.length; first += ROWS_PER_INSERT) {
    const rows = numbers.slice(first, first + ROWS_PER_INSERT).map((number) => {
      const ha1 = computeHa1({ username: number, password: PASSWORD }, BENCH_DOMAIN)
      return { id: randomUUID(), tenant_id: tenantId, number, name: number, sip_username: number, ha1_md5: ha1.md5, ha1_sha256: ha1.sha256 }
    })
    await tx.tables<ExtensionTables>().insertInto('extension').values(rows).execute()
  }
}
