/**
 * How long it takes from the change of one customer's configuration until calls see it, in a real PostgreSQL with 100,000 customers and 1,000,000
 * numbers that are all in memory, and how long calls stand still meanwhile. `node bench/configuration-reload.ts` prints it.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { accountsMigrations, DEFAULT_PROFILE } from '@klinke/accounts'
import { billingMigrations } from '@klinke/billing'
import { silentLogger } from '@klinke/foundation'
import { computeHa1, pbxMigrations, StoredDirectory } from '@klinke/pbx'
import { type Database, openDatabase, platformMigrations, systemClock } from '@klinke/platform'
import { TemporaryFolder } from '@klinke/testbed'
import { StoredChannels, StoredCustomerTrunks, StoredGuard, StoredIdentities, StoredRules, trunksMigrations } from '@klinke/trunks'
import { sql } from 'kysely'
import { Client } from 'pg'
import { percentile } from './api/request-load.ts'
import type { Figure } from './figure.ts'

const CUSTOMERS = 100_000
const NUMBERS_EACH = 10
/** Of the first customer; the others have one each. */
const EXTENSIONS_OF_LARGE = 1_000
const WARM_UP = 20
const ROUNDS = 100
const AT_MOST_MS = 50
/** Fourth line of PostgreSQL's own `postmaster.pid`. */
const PORT_LINE = 3
const PARTS = { clock: systemClock(), logger: silentLogger }

/** The id of the customer with that number. */
function idOf(index: number): string {
  return `00000000-0000-7000-8000-${String(index).padStart(12, '0')}`
}

/** Milliseconds from the change to the picture with it, and the longest time that nothing else could run. */
export async function benchConfigurationReload(log: (line: string) => void): Promise<readonly Figure[]> {
  using folder = new TemporaryFolder('reload')
  const migrations = [platformMigrations, accountsMigrations, pbxMigrations, trunksMigrations, billingMigrations]
  await using database = await openDatabase({ dataDirectory: folder.path, migrations, ...PARTS })
  const began = performance.now()
  await insertCustomers(folder.path)
  log(`  written: ${seconds(began)} s`)
  const loading = performance.now()
  await using directory = await StoredDirectory.open({ database, ...PARTS })
  await using _followers = await followers(database)
  log(`  loaded: ${seconds(loading)} s`)
  const neighbour = directory.tenant(idOf(CUSTOMERS - 1))
  const figures: Figure[] = []
  for (const [what, change] of CHANGES) {
    for (let round = 0; round < WARM_UP; round++) await change(database, round)
    const held = monitorEventLoopDelay({ resolution: 1 })
    held.enable()
    const times: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const start = performance.now()
      await change(database, WARM_UP + round)
      times.push(performance.now() - start)
    }
    held.disable()
    log(
      `  ${what}: p50 ${percentile(times, 50).toFixed(1)}, max ${Math.max(...times).toFixed(1)} ms; held up ${(held.max / 1e6).toFixed(1)} ms`,
    )
    figures.push({ what: `${what}, until calls see it, p95`, value: percentile(times, 95), unit: 'ms', atMost: AT_MOST_MS })
    figures.push({ what: `${what}: longest stop of the main thread meanwhile`, value: held.max / 1e6, unit: 'ms' })
  }
  if (directory.tenant(idOf(1))?.name !== nameAfter(WARM_UP + ROUNDS - 1)) throw new Error('Calls do not see what was changed.')
  if (directory.tenant(idOf(CUSTOMERS - 1)) !== neighbour) throw new Error('A customer was touched that nobody has changed.')
  return figures
}

/** Others that hear of each change, and keep what they have. */
async function followers(database: Database): Promise<AsyncDisposable> {
  const stack = new AsyncDisposableStack()
  const options = { database, ...PARTS }
  stack.use(await StoredRules.open(options))
  stack.use(await StoredIdentities.open(options))
  stack.use(await StoredChannels.open(options))
  stack.use(await StoredGuard.open({ ...options, replaced: () => undefined }))
  stack.use(await StoredCustomerTrunks.open(options))
  return stack
}

type Change = (database: Database, round: number) => Promise<void>

const CHANGES: readonly (readonly [what: string, change: Change])[] = [
  ['all of one customer of 100,000 is read anew', (database, round) => rename(database, 1, round)],
  ['all of one with 1,000 extensions is read anew', (database, round) => rename(database, 0, round)],
  [
    'one extension of 1,000 is changed',
    (database, round) =>
      database.withTenant(idOf(0), async (tx) => {
        await sql`UPDATE extension SET name = ${nameAfter(round)} WHERE number = '10500'`.execute(tx.tables())
      }),
  ],
]

/** A change of the customer itself: nothing of the picture before is kept. */
function rename(database: Database, index: number, round: number): Promise<void> {
  return database.withOperator(async (tx) => {
    await sql`UPDATE tenant SET name = ${nameAfter(round)} WHERE id = ${idOf(index)}`.execute(tx.tables())
  })
}

function nameAfter(round: number): string {
  return `Kunde nach ${round}`
}

/** Straight into the tables, without triggers: nobody follows yet. */
async function insertCustomers(dataDirectory: string): Promise<void> {
  const at = join(dataDirectory, 'postgres')
  const port = Number(readFileSync(join(at, 'cluster/postmaster.pid'), 'utf8').split('\n')[PORT_LINE])
  const password = readFileSync(join(at, 'password'), 'utf8').trim()
  const client = new Client({ host: '127.0.0.1', port, user: 'postgres', password, database: 'klinke' })
  await client.connect()
  const ha1 = computeHa1({ username: 'bench', password: 'bench' }, 'bench.test')
  const id = (index: string): string => `('00000000-0000-7000-8000-' || lpad((${index})::text, 12, '0'))::uuid`
  const first = `'+49' || (2210000000 + i::bigint * ${NUMBERS_EACH})`
  const customers = `generate_series(0, ${CUSTOMERS - 1}) AS i`
  try {
    await client.query('SET session_replication_role = replica; SET search_path = klinke, public')
    await client.query(
      `INSERT INTO tenant (id, name, sip_domain, area_code, profile) SELECT ${id('i')}, 'Kunde ' || i, 'k' || i || '.bench.test', '221', $1 FROM ${customers}`,
      [JSON.stringify(DEFAULT_PROFILE)],
    )
    await client.query(
      `INSERT INTO number_range (e164, tenant_id, size, state) SELECT ${first}, ${id('i')}, ${NUMBERS_EACH}, 'active' FROM ${customers}`,
    )
    await client.query(
      `INSERT INTO phone_number (e164, tenant_id, block_first, block_size) SELECT '+49' || (2210000000 + i::bigint * ${NUMBERS_EACH} + n), ${id('i')}, ${first}, ${NUMBERS_EACH}
        FROM ${customers}, generate_series(0, ${NUMBERS_EACH - 1}) AS n`,
    )
    const extension = 'INSERT INTO extension (id, tenant_id, number, name, sip_username, ha1_md5, ha1_sha256)'
    await client.query(
      `${extension} SELECT gen_random_uuid(), ${id('i')}, '10', 'Zehn', 'x' || i, $1, $2 FROM generate_series(1, ${CUSTOMERS - 1}) AS i`,
      [ha1.md5, ha1.sha256],
    )
    await client.query(
      `${extension} SELECT gen_random_uuid(), ${id('0')}, (10000 + n)::text, 'Eine', 'l' || n, $1, $2 FROM generate_series(0, ${EXTENSIONS_OF_LARGE - 1}) AS n`,
      [ha1.md5, ha1.sha256],
    )
    await client.query('ANALYZE')
  } finally {
    await client.end()
  }
}

function seconds(since: number): string {
  return ((performance.now() - since) / 1000).toFixed(1)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const { what, value, unit } of await benchConfigurationReload((line) => console.log(line))) {
    console.log(`${what}: ${value.toFixed(2)} ${unit}`)
  }
}
