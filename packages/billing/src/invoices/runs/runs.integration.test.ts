import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { after, before, test } from 'node:test'
import { below, seededRandom, silentLogger } from '@klinke/foundation'
import { type Database, systemClock } from '@klinke/platform'
import type { TestCluster, TestDatabase } from '@klinke/platform/test-support'
import { sql } from 'kysely'
import { Client } from 'pg'
import { invoicesToDun } from '../dunning/dunning-store.ts'
import { invoiceOf, type StoredInvoice, selectInvoices } from '../invoice-store.ts'
import { takeNumbers } from '../numbers.ts'
import type { RecipientDetails } from '../party.ts'
import { findRecipient, updateRecipient } from '../settings-store.ts'
import type { ChargeSource, InvoiceSources } from '../sources.ts'
import { beginRun, booksCluster, customer, issuer, orderIssue } from '../test-support/books.ts'
import { chargeWith } from '../test-support/example.ts'
import { fakeSources } from '../test-support/fake-source.ts'
import { owesMoney } from '../what-others-ask.ts'
import { RunOpen, type RunProblem, secondsLeftOf } from './run.ts'
import { countCustomers, findRun, listCustomers, resetCustomers, setRunState } from './run-store.ts'
import { advanceRun } from './run-worker.ts'

let cluster: TestCluster
before(async () => {
  cluster = await booksCluster()
})
after(() => cluster[Symbol.asyncDispose]())

const DOOMED = join(import.meta.dirname, '../test-support/doomed-run.ts')
const CUSTOMERS = 90
const TOO_LATE_MS = 60_000

async function books(): Promise<TestDatabase> {
  const books = await cluster.database()
  await issuer(books.database)
  return books
}

const invoices = (database: Database): Promise<readonly StoredInvoice[]> =>
  database.withOperator(async (tx) => (await selectInvoices(tx).where('number', 'is not', null).orderBy('number').execute()).map(invoiceOf))

const stateOfRun = (database: Database, id: string) => database.withOperator(async (tx) => (await findRun(tx, id)).state)

async function work(database: Database, sources: InvoiceSources = fakeSources): Promise<void> {
  while (await advanceRun({ database, clock: systemClock(), logger: silentLogger, sources })) await Promise.resolve()
}

/** What stands on the invoices, without what differs between two databases. */
const printed = (found: readonly StoredInvoice[]) =>
  found.map(({ number, issuedOn, dueOn, content }) => ({
    number,
    issuedOn,
    dueOn,
    gross: content.totals.gross,
    company: content.recipient.company,
  }))

/** Each range begins at 1, has no gap, and no number twice. */
function assertGapless(found: readonly StoredInvoice[]): void {
  for (const [prefix, ofRange] of Map.groupBy(found, ({ number }) => number?.slice(0, -6)))
    assert.deepEqual(
      ofRange.map(({ number }) => Number(number?.slice(-6))),
      ofRange.map((_, index) => index + 1),
      `numbers of ${prefix}`,
    )
}

/** Runs the program until the run stands, killing it `kills` times at moments that nobody chooses. */
async function workWithKills(url: string, random: ReturnType<typeof seededRandom>, kills: number): Promise<number> {
  let killed = 0
  for (;;) {
    const child: ChildProcess = spawn(process.execPath, [DOOMED, url], { stdio: ['ignore', 'pipe', 'inherit'], timeout: TOO_LATE_MS })
    assert.ok(child.stdout)
    const ended = once(child, 'exit')
    let steps = below(random, 3)
    for await (const line of createInterface({ input: child.stdout })) {
      if (line !== 'step' || killed >= kills || steps-- > 0) continue
      // The next step is under way by now: somewhere between its begin and its commit.
      await new Promise((resolve) => setTimeout(resolve, below(random, 12)))
      child.kill('SIGKILL')
    }
    const [, signal] = (await ended) as [number | null, string | null]
    if (signal === null) return killed
    killed++
  }
}

test('killed at any point and begun again, a run gives the same invoices as one that nobody disturbed, with no number missing or twice', async () => {
  await using quiet = await books()
  await using doomed = await books()
  const ids = new Map<string, string>()
  for (let each = 0; each < CUSTOMERS; each++) {
    const name = `Kunde${String(each).padStart(3, '0')}`
    ids.set(name, await customer(quiet.database, name))
    // The same ids, so that the fake charges are the same.
    await copyCustomer(doomed, quiet, ids.get(name) ?? '')
  }
  const runs = { quiet: await beginRun(quiet.database), doomed: await beginRun(doomed.database) }
  await work(quiet.database)
  await orderIssue(quiet.database, runs.quiet)
  await work(quiet.database)
  const random = seededRandom(20261122)
  const whileDrafting = await workWithKills(doomed.url, random, 3)
  assert.equal(await stateOfRun(doomed.database, runs.doomed), 'drafted')
  await orderIssue(doomed.database, runs.doomed)
  const whileIssuing = await workWithKills(doomed.url, random, 4)
  assert.equal(await stateOfRun(doomed.database, runs.doomed), 'issued')
  assert.ok(whileDrafting >= 2 && whileIssuing >= 2, `killed ${whileDrafting} and ${whileIssuing} times`)
  const [expected, found] = [await invoices(quiet.database), await invoices(doomed.database)]
  assert.ok(expected.length > CUSTOMERS / 2)
  assert.deepEqual(printed(found), printed(expected))
  assertGapless(found)
  assert.equal(new Set(found.map(({ tenantId }) => tenantId)).size, found.length)
})

async function copyCustomer(to: TestDatabase, from: TestDatabase, id: string): Promise<void> {
  const [source, target] = [new Client(from.owner), new Client(to.owner)]
  await Promise.all([source.connect(), target.connect()])
  try {
    for (const table of ['tenant', 'invoice_recipient']) {
      await source.query('BEGIN; SET LOCAL ROLE klinke_operator')
      const key = table === 'tenant' ? 'id' : 'tenant_id'
      const { rows } = await source.query<{ readonly whole: object }>(
        `SELECT to_jsonb(row) AS whole FROM klinke.${table} AS row WHERE ${key} = $1`,
        [id],
      )
      await source.query('COMMIT')
      await target.query('BEGIN; SET LOCAL ROLE klinke_operator')
      await target.query(`INSERT INTO klinke.${table} SELECT * FROM jsonb_populate_record(null::klinke.${table}, $1)`, [rows[0]?.whole])
      await target.query('COMMIT')
    }
  } finally {
    await Promise.all([source.end(), target.end()])
  }
}

test('a transaction that is taken back has used no number', async () => {
  await using quiet = await books()
  const { database } = quiet
  const take = () => database.withOperator((tx) => takeNumbers(tx, 'RE-', '2026-11-02', 2))
  assert.deepEqual(await take(), ['RE-2026-000001', 'RE-2026-000002'])
  const lost = database.withOperator(async (tx) => {
    await takeNumbers(tx, 'RE-', '2026-11-02', 5)
    throw new RangeError('on purpose')
  })
  await assert.rejects(lost, /on purpose/)
  assert.deepEqual(await take(), ['RE-2026-000003', 'RE-2026-000004'])
  assert.deepEqual(await database.withOperator((tx) => takeNumbers(tx, 'RE-', '2027-01-02', 1)), ['RE-2027-000001'])
})

/** Charges that a test changes. */
function changing(owed: Map<string, bigint>, faulty?: string): InvoiceSources {
  const source: ChargeSource = {
    name: 'test',
    of: async (_tx, tenantId) => {
      if (tenantId === faulty) throw new RangeError('no price')
      const unitMicros = owed.get(tenantId)
      return unitMicros === undefined ? [] : [chargeWith({ quantity: 1, unitMicros })]
    },
  }
  return { ...fakeSources, charges: [source] }
}

test('of a customer who changes between preview and issue nothing is issued that nobody has seen: the new draft waits to be looked at', async () => {
  await using quiet = await books()
  const { database } = quiet
  const [anna, bert] = [await customer(database, 'Anna'), await customer(database, 'Bert')]
  const owed = new Map([
    [anna, 10_000_000n],
    [bert, 20_000_000n],
  ])
  const run = await beginRun(database)
  const secondsLeft = () => database.withOperator(async (tx) => secondsLeftOf(await findRun(tx, run), await countCustomers(tx, run)))
  assert.equal(await secondsLeft(), null)
  await work(database, changing(owed))
  owed.set(anna, 11_000_000n)
  await orderIssue(database, run)
  await work(database, changing(owed))
  assert.deepEqual(
    (await invoices(database)).map(({ tenantId, content }) => [tenantId, content.totals.net]),
    [[bert, 20_000_000n]],
  )
  assert.equal(await stateOfRun(database, run), 'drafted')
  const states = await database.withOperator((tx) => listCustomers(tx, run, { limit: 10 }))
  assert.deepEqual(
    states.map(({ state }) => state),
    ['changed', 'issued'],
  )
})

test('an address that changes before the issue is a change, too; one that changes afterwards changes no invoice', async () => {
  await using quiet = await books()
  const { database } = quiet
  const anna = await customer(database, 'Anna')
  const owed = new Map([[anna, 10_000_000n]])
  const run = await beginRun(database)
  await work(database, changing(owed))
  await orderIssue(database, run)
  await work(database, changing(owed))
  await database.withOperator(async (tx) => {
    const recipient = await findRecipient(tx, anna)
    assert.ok(recipient)
    await updateRecipient(tx, anna, { ...recipient, street: 'Anderswo 1' })
  })
  assert.deepEqual(
    (await invoices(database)).map(({ content }) => content.recipient.street),
    ['Bonner Straße 7'],
  )
})

test('a customer whose charges cannot be computed is set aside with a problem in words; the others are billed', async () => {
  await using quiet = await books()
  const { database } = quiet
  const [anna, bert] = [await customer(database, 'Anna'), await customer(database, 'Bert')]
  const run = await beginRun(database)
  await work(database, changing(new Map([[bert, 1_000_000n]]), anna))
  const [first, second] = await database.withOperator((tx) => listCustomers(tx, run, { limit: 10 }))
  assert.deepEqual([first?.state, first?.problem?.code, second?.state], ['problem', 'fault', 'drafted'])
})

test('a customer of whom something has no price is a problem that says what to do; once it has one the customer is billed', async () => {
  await using quiet = await books()
  const { database } = quiet
  const anna = await customer(database, 'Anna')
  let problem: RunProblem | undefined = { code: 'no-tariff', de: '2 Gespräche …', en: '2 calls …' }
  const sources = changing(new Map([[anna, 1_000_000n]]))
  const objecting = { ...sources, charges: [...sources.charges, { name: 'calls', of: async () => [], objection: async () => problem }] }
  const run = await beginRun(database)
  const found = async () => (await database.withOperator((tx) => listCustomers(tx, run, { limit: 10 })))[0]
  await work(database, objecting)
  assert.partialDeepStrictEqual(await found(), { state: 'problem', problem })
  problem = undefined
  await database.withOperator(async (tx) => {
    await resetCustomers(tx, run, ['problem'], 'waiting')
    await setRunState(tx, run, 'drafting')
  })
  await work(database, objecting)
  assert.equal((await found())?.state, 'drafted')
})

const incomplete: readonly { readonly what: string; readonly recipient: Partial<RecipientDetails>; readonly code: string }[] = [
  { what: 'no mail address', recipient: { email: null }, code: 'no-mail-address' },
  {
    what: 'XRechnung without an address',
    recipient: { email: null, delivery: ['paper'], eInvoice: 'xrechnung-cii' },
    code: 'no-mail-address',
  },
  { what: 'reverse charge without a VAT id', recipient: { treatment: 'reverse-charge-eu', vatId: null }, code: 'no-vat-id' },
  {
    what: 'reverse charge in the EU, but at home in Germany',
    recipient: { treatment: 'reverse-charge-eu' },
    code: 'wrong-vat-treatment',
  },
  {
    what: 'a country outside the EU that is in it',
    recipient: { treatment: 'third-country', vatId: null, country: 'AT' },
    code: 'wrong-vat-treatment',
  },
]
for (const { what, recipient, code } of incomplete) {
  test(`a customer with ${what} is a problem, not an invoice`, async () => {
    await using quiet = await books()
    const { database } = quiet
    const anna = await customer(database, 'Anna', recipient)
    const run = await beginRun(database)
    await work(database, changing(new Map([[anna, 1_000_000n]])))
    const [found] = await database.withOperator((tx) => listCustomers(tx, run, { limit: 10 }))
    assert.deepEqual([found?.state, found?.problem?.code], ['problem', code])
  })
}

test('an invoice over 0.00 is paid when it is issued: nobody is dunned for it, and nobody owes it', async () => {
  await using quiet = await books()
  const { database } = quiet
  const [anna, bert] = [await customer(database, 'Anna'), await customer(database, 'Bert')]
  const owed = changing(
    new Map([
      [anna, 0n],
      [bert, 1_000_000n],
    ]),
  )
  const run = await beginRun(database)
  await work(database, owed)
  await orderIssue(database, run)
  await work(database, owed)
  const stateById = new Map((await invoices(database)).map(({ tenantId, state }) => [tenantId, state]))
  assert.deepEqual([stateById.get(anna), stateById.get(bert)], ['paid', 'issued'])
  // Those that were issued before invoices over nothing were paid at once.
  await database.withOperator((tx) => sql`UPDATE invoice SET state = 'issued'`.execute(tx.tables()))
  const later = '2027-01-15'
  const dunned = await database.withOperator((tx) => invoicesToDun(tx, later, 10))
  assert.deepEqual(
    dunned.map(({ tenantId }) => tenantId),
    [bert],
  )
  const owes = (tenantId: string) => database.withOperator((tx) => owesMoney(tx, tenantId, later))
  assert.deepEqual([await owes(anna), await owes(bert)], [false, true])
})

test('one run at a time; a second run of the month bills nobody twice', async () => {
  await using quiet = await books()
  const { database } = quiet
  const anna = await customer(database, 'Anna')
  const owed = new Map([[anna, 10_000_000n]])
  const first = await beginRun(database)
  await assert.rejects(beginRun(database), RunOpen)
  await work(database, changing(owed))
  await orderIssue(database, first)
  await work(database, changing(owed))
  const second = await beginRun(database)
  await work(database, changing(owed))
  const counts = await database.withOperator((tx) => countCustomers(tx, second))
  assert.deepEqual([counts['billed-before'], counts.drafted, (await invoices(database)).length], [1, 0, 1])
})

test('nobody changes or deletes what is issued, not even with SQL', async () => {
  await using quiet = await books()
  const { database, owner } = quiet
  const anna = await customer(database, 'Anna')
  const run = await beginRun(database)
  await work(database, changing(new Map([[anna, 10_000_000n]])))
  await orderIssue(database, run)
  await work(database, changing(new Map([[anna, 10_000_000n]])))
  const client = new Client(owner)
  await client.connect()
  const refused = async (statement: string): Promise<void> => {
    await client.query('BEGIN; SET LOCAL ROLE klinke_operator; SET LOCAL search_path TO klinke')
    await assert.rejects(client.query(statement), /is issued and cannot be/)
    await client.query('ROLLBACK')
  }
  try {
    for (const change of ["number = 'RE-2026-000009'", 'gross = 1', "due_on = '2030-01-01'", "state = 'draft'", 'tenant_id = id'])
      await refused(`UPDATE invoice SET ${change}`)
    await refused("UPDATE invoice SET content = jsonb_set(content, '{currency}', '\"USD\"')")
    await refused('DELETE FROM invoice')
    await client.query('BEGIN; SET LOCAL ROLE klinke_operator; SET LOCAL search_path TO klinke')
    await client.query("UPDATE invoice SET state = 'paid', paid = gross")
    await client.query('COMMIT')
  } finally {
    await client.end()
  }
})
