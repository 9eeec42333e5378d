/**
 * How long an invoice run takes, preview and issue, through PostgreSQL with the settings of the product: 10,000 customers with 1,000 calls each, all of them charged.
 * Rows are filled in by SQL before, and are not counted; documents are made afterwards by another thread. `node bench/invoice-run.ts [customers [calls each]]`
 * prints the table; `benchInvoiceRun` gives the figures to `npm run bench`.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { accountsMigrations } from '@klinke/accounts'
import { billingMigrations } from '@klinke/billing'
import { fillWithCustomers, runToTheEnd } from '@klinke/billing/test-support'
import { silentLogger } from '@klinke/foundation'
import { openDatabase, platformMigrations, systemClock } from '@klinke/platform'
import { type Figure, table } from './figure.ts'
import type { Log } from './part.ts'

const CUSTOMERS = 10_000
const CALLS_EACH = 1_000
const MONTH = '2026-10'
const LIMIT_MINUTES = 10
const LIMIT_MIB = 1_024
const MIB = 1_048_576
const LOOP_LIMIT_MS = 20
const TELL_EVERY_MS = 30_000

export async function benchInvoiceRun(log: Log, customers = CUSTOMERS, callsEach = CALLS_EACH): Promise<readonly Figure[]> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'klinke-bench-invoice-run-'))
  try {
    const migrations = [platformMigrations, accountsMigrations, billingMigrations]
    await using database = await openDatabase({ dataDirectory, migrations, clock: systemClock(), logger: silentLogger, maxConnections: 5 })
    await fillWithCustomers(database, { customers, callsEach, month: MONTH, told: log })
    const delay = monitorEventLoopDelay({ resolution: 1 })
    const start = performance.now()
    let most = 0
    let toldAt = start
    let steps = 0
    delay.enable()
    const issued = await runToTheEnd(database, MONTH, (state) => {
      steps++
      most = Math.max(most, process.memoryUsage.rss())
      if (performance.now() - toldAt < TELL_EVERY_MS) return
      toldAt = performance.now()
      log(`${state}, step ${steps}, ${((toldAt - start) / 60_000).toFixed(1)} min`)
    })
    delay.disable()
    const minutes = (performance.now() - start) / 60_000
    if (issued !== customers) throw new Error(`Of ${customers} customers ${issued} have an invoice.`)
    const what = `invoice run, ${customers.toLocaleString('en-US')} customers with ${(customers * callsEach).toLocaleString('en-US')} calls`
    return [
      { what: `${what}: preview and issue`, value: minutes, unit: 'min', atMost: LIMIT_MINUTES },
      { what: `${what}: resident memory of the process, at most`, value: most / MIB, unit: 'MiB', atMost: LIMIT_MIB },
      { what: `${what}: main thread held up, 99 of 100`, value: delay.percentile(99) / 1e6, unit: 'ms', atMost: LOOP_LIMIT_MS },
    ]
  } finally {
    rmSync(dataDirectory, { recursive: true })
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [customers = CUSTOMERS, callsEach = CALLS_EACH] = process.argv.slice(2).map(Number)
  console.log(table(await benchInvoiceRun((line) => console.log(line), customers, callsEach)))
}
