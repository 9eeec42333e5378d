import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { accountsMigrations, consentProblems, recordConsent } from '@klinke/accounts'
import { silentLogger } from '@klinke/foundation'
import { platformMigrations, systemClock, type Tx } from '@klinke/platform'
import { type TestCluster, type TestDatabase, testApi, testCluster } from '@klinke/platform/test-support'
import { eventually } from '@klinke/testbed'
import { sql } from 'kysely'
import { pbxMigrations } from '../migrations.ts'
import type { Line } from './journal/line.ts'
import { listSegments } from './journal/segments.ts'
import { JournalCallRecords, type JournalCallRecordsOptions } from './journal-call-records.ts'
import { findCallRecord, listCallRecords, ofExtension } from './list-records.ts'
import { paidCallsSince } from './paid-calls.ts'
import type { CallRecord } from './record.ts'
import { callRecordRoutes } from './routes.ts'
import { storeLines } from './store.ts'
import { ALF, ALICE, ANNA, answered, BOB, ended, START_MS, started } from './test-support/calls.ts'
import { usedCalls } from './used-calls.ts'

let cluster: TestCluster
before(async () => {
  cluster = await testCluster([platformMigrations, accountsMigrations, pbxMigrations])
})
after(() => cluster[Symbol.asyncDispose]())

/** A database and a journal folder that outlives the processes which write to it. */
async function exchange() {
  const opened: TestDatabase = await cluster.database()
  const directory = mkdtempSync(join(tmpdir(), 'call-records-'))
  const { database } = opened
  const open = (change: Partial<JournalCallRecordsOptions> = {}): Promise<JournalCallRecords> =>
    JournalCallRecords.open({ directory, database, clock: systemClock(), logger: silentLogger, ...change })
  return {
    ...opened,
    directory,
    open,
    drained: (records: JournalCallRecords) => eventually('draining', () => records.isDrained),
    record: (id: string): Promise<CallRecord | undefined> => database.withOperator((tx) => findCallRecord(tx, id)),
    all: (): Promise<readonly CallRecord[]> => database.withOperator((tx) => listCallRecords(tx, { limit: 1_000_000 })),
    [Symbol.asyncDispose]: async () => {
      await opened[Symbol.asyncDispose]()
      rmSync(directory, { recursive: true })
    },
  }
}

test('a call is one record that grows: started, answered, ended', async () => {
  await using running = await exchange()
  await using records = await running.open()
  records.started(started('a'))
  await eventually('the open record', async () => (await running.record('a')) !== undefined)
  assert.partialDeepStrictEqual(await running.record('a'), { answeredAt: null, endedAt: null, cause: null, startedAt: new Date(START_MS) })
  records.answered(answered('a'))
  records.ended(ended('a'))
  await eventually('the end', async () => (await running.record('a'))?.endedAt !== null)
  const record = await running.record('a')
  assert.partialDeepStrictEqual(record, {
    answeredAt: new Date(START_MS + 4_000),
    endedAt: new Date(START_MS + 64_000),
    cause: 'hung-up-by-caller',
    route: [{ step: 'forked' }],
  })
  assert.deepEqual([record?.callerMedia?.mos, record?.calledMedia], [4.41, null])
})

test('the API shows records newest first, page by page, filtered, each tenant its own', async () => {
  await using running = await exchange()
  await using records = await running.open()
  for (let i = 0; i < 5; i++) {
    const at = START_MS + i * 1_000
    records.started(started(`a${i}`, { startedAtMs: at, direction: i === 0 ? 'inbound' : 'internal' }))
    records.ended(ended(`a${i}`, { endedAtMs: at + 500, cause: 'busy', sipStatus: 486 }))
  }
  const outside = { tenantId: undefined, extensionId: undefined, number: '+4930123456', displayName: undefined }
  records.started(started('b', { tenantId: BOB, caller: outside, called: outside }))
  await eventually('draining', async () => (await running.all()).length === 6)
  await running.database.withOperator((tx) =>
    sql`INSERT INTO tenant (id, name, sip_domain, profile) VALUES (${ALICE}, 'alice', 'alice.example.org', '{}')`.execute(tx.tables()),
  )
  await using api = await testApi(running.database, [callRecordRoutes(running.database)], [consentProblems])
  const asAlice = await api.client({ kind: 'tenant', tenantId: ALICE })
  const operator = await api.client({ kind: 'operator' })
  const ids = (answer: Awaited<ReturnType<typeof asAlice>>) => answer.body.items?.map((record) => record.id)

  assert.equal((await asAlice('GET', '/call-records')).body.type, 'urn:klinke:problem:consent-missing')
  assert.equal((await asAlice('GET', '/call-records/a0')).status, 403)
  const consent = { tenantId: ALICE, scope: 'reports', grantedBy: 'Alice', grantedOn: '2026-01-05', document: null } as const
  await running.database.withOperator((tx) => recordConsent(tx, consent))
  const first = await asAlice('GET', '/call-records?limit=3')
  assert.deepEqual(ids(first), ['a4', 'a3', 'a2'])
  assert.deepEqual(ids(await asAlice('GET', `/call-records?limit=3&cursor=${String(first.body.nextCursor)}`)), ['a1', 'a0'])
  assert.partialDeepStrictEqual(first.body.items?.[0], {
    cause: 'busy',
    sipStatus: 486,
    answeredAt: null,
    startedAt: new Date(START_MS + 4_000).toISOString(),
  })
  assert.deepEqual(ids(await operator('GET', `/call-records?tenantId=${BOB}`)), ['b'])
  assert.equal(ids(await operator('GET', '/call-records'))?.length, 6)
  assert.equal((await asAlice('GET', '/call-records/b')).status, 404)
  assert.equal((await asAlice('GET', `/call-records?tenantId=${BOB}`)).status, 404)
  assert.deepEqual(ids(await asAlice('GET', '/call-records?direction=inbound')), ['a0'])
  assert.equal(ids(await asAlice('GET', `/call-records?extensionId=${ALF}`))?.length, 5)
  assert.equal(ids(await operator('GET', `/call-records?extensionId=${ANNA}&tenantId=${BOB}`))?.length, 0)
  const from = encodeURIComponent(new Date(START_MS + 3_000).toISOString())
  assert.deepEqual(ids(await asAlice('GET', `/call-records?from=${from}`)), ['a4', 'a3'])
  assert.deepEqual(ids(await asAlice('GET', `/call-records?to=${from}`)), ['a2', 'a1', 'a0'])
})

test('all calls are exported however many they are, each once and the newest first', async () => {
  await using running = await exchange()
  const many = 12_000
  await running.database.withOperator(async (tx) => {
    const tables = tx.tables()
    await sql`INSERT INTO tenant (id, name, sip_domain, profile) VALUES (${ALICE}, 'alice', 'alice.example.org', '{}')`.execute(tables)
    await sql`SELECT ensure_call_partitions(${new Date(START_MS)}::timestamptz)`.execute(tables)
    await sql`INSERT INTO call_started (call_id, started_at, tenant_id, direction, caller, called, sip_call_id, emergency)
      SELECT 'call ' || each, ${new Date(START_MS)}::timestamptz + each / 3 * interval '1 second', ${ALICE}, 'internal', '{"number":"10"}', '{"number":"11"}', 'x', false
      FROM generate_series(1, ${many}::int) AS each`.execute(tables)
  })
  await using api = await testApi(running.database, [callRecordRoutes(running.database)], [consentProblems])
  const forbidden = await (await api.client({ kind: 'tenant', tenantId: ALICE }))('GET', '/call-records/export')
  assert.equal(forbidden.body.type, 'urn:klinke:problem:consent-missing')
  const answer = await (await api.client({ kind: 'operator' }))('GET', `/call-records/export?tenantId=${ALICE}`)
  const rows = answer.raw.toString().trim().split('\r\n').slice(1)
  assert.deepEqual([rows.length, new Set(rows.map((row) => row.split(';').at(-1))).size], [many, many])
  assert.deepEqual(
    rows.map((row) => row.slice(0, 19)),
    rows
      .map((row) => row.slice(0, 19))
      .toSorted()
      .toReversed(),
  )
})

/** Nine calls in two months: of Anna as caller, as called and as the one who answered what was not meant for her, and of others. */
async function callsOfAnna(records: JournalCallRecords): Promise<void> {
  const party = (number: string, extensionId?: string) => ({ tenantId: ALICE, extensionId, number, displayName: undefined })
  const [anna, others] = [party('10', ANNA), party('+4930123456')]
  for (const [i, month] of [0, 0, 0, 1, 1, 1].entries()) {
    const id = `anna${i}`
    const startedAtMs = Date.UTC(2026, 9 + month, 5, 9, i)
    records.started(started(id, { startedAtMs, caller: i % 3 === 0 ? anna : others, called: i % 3 === 1 ? anna : party('50') }))
    if (i % 3 === 2) records.answered(answered(id, { answeredAtMs: startedAtMs + 5_000, answeredBy: anna }))
    records.ended(ended(id, { endedAtMs: startedAtMs + 9_000 }))
  }
  for (let i = 0; i < 3; i++) records.started(started(`other${i}`, { caller: others, called: party('11', ALF) }))
}

test("an extension's calls are found by an index in each month, whichever part it took, page by page", async () => {
  await using running = await exchange()
  await using records = await running.open()
  await callsOfAnna(records)
  await eventually('draining', async () => (await running.all()).length === 9)
  const { database } = running
  const page = (more: object): Promise<readonly CallRecord[]> =>
    database.withTenant(ALICE, (tx) => listCallRecords(tx, { extensionId: ANNA, limit: 4, ...more }))
  const first = await page({})
  assert.deepEqual(
    first.map(({ id }) => id),
    ['anna5', 'anna4', 'anna3', 'anna2'],
  )
  const [last] = first.slice(-1)
  const rest = await page({ after: last, direction: 'internal' })
  assert.deepEqual(
    rest.map(({ id, answeredAt }) => [id, answeredAt]),
    [
      ['anna1', null],
      ['anna0', null],
    ],
  )
  assert.deepEqual((await page({ from: new Date(Date.UTC(2026, 10, 1)), to: new Date(Date.UTC(2026, 10, 5, 9, 5)) })).length, 2)
  assert.deepEqual(await page({ direction: 'outbound' }), [])
  const plan = await database.withTenant(ALICE, async (tx) => {
    await sql`SET LOCAL enable_seqscan = off`.execute(tx.tables())
    const { rows } = await sql<Record<string, string>>`EXPLAIN ${ofExtension(ANNA, { limit: 4 })}`.execute(tx.tables())
    return rows.map((row) => Object.values(row).join()).join('\n')
  })
  for (const column of ['caller_extension', 'called_extension', 'answered_extension']) {
    assert.match(plan, new RegExp(`Index Cond: \\(${column} = `), plan)
  }
  assert.doesNotMatch(plan, /Seq Scan/)
})

test('after kill -9 no entry that was given is lost or doubled, and open calls end at the last sign of life', {
  timeout: 120_000,
}, async () => {
  await using running = await exchange()
  const said = await recordUntilKilled(running.directory, running.url)
  await using records = await running.open()
  await running.drained(records)
  const byId = Map.groupBy(await running.all(), (record) => record.id)
  assert.ok(said.started.size > 500, `only ${said.started.size} calls were recorded`)
  const lastMs = Math.max(...said.started.values())
  for (const [id, startedAtMs] of said.started) {
    const [record, another] = byId.get(id) ?? []
    assert.ok(record, `${id} is lost`)
    assert.equal(another, undefined, `${id} is doubled`)
    assert.equal(record.startedAt.getTime(), startedAtMs)
    assert.ok(record.endedAt, `${id} is open`)
    if (said.ended.has(id)) assert.equal(record.cause, 'hung-up-by-caller', id)
    else if (neverEnds(id)) {
      assert.equal(record.cause, 'restart', id)
      const afterMs = record.endedAt.getTime() - lastMs
      assert.ok(afterMs >= 0 && afterMs < 5_000, `${id} ended ${afterMs} ms after the last entry seen`)
    }
  }
})

/** As the recorder has it: every third call stays open. */
function neverEnds(id: string): boolean {
  return Number(id.slice('call-'.length)) % 3 === 0
}

/** Runs a recorder for a while, kills it, and returns what it had said for sure. */
async function recordUntilKilled(directory: string, url: string) {
  const program = join(import.meta.dirname, 'test-support/doomed-recorder.ts')
  const child = spawn(process.execPath, [program, directory, url], { stdio: ['ignore', 'pipe', 'inherit'] })
  let text = ''
  child.stdout.on('data', (chunk: Buffer) => {
    text += chunk.toString()
    if (text.length > 60_000) child.kill('SIGKILL')
  })
  await new Promise((resolve) => child.once('close', resolve))
  // Entries of the last turn may have been said before they were written.
  const lines = text.split('\n').slice(0, -80)
  const times = (kind: string) =>
    new Map(lines.map((line) => line.split(' ')).flatMap(([k, id = '', at]) => (k === kind ? [[id, Number(at)]] : [])))
  return { started: times('S'), ended: times('E') }
}

/** Kills the database; it is started again by itself. */
async function died(server: TestCluster['server']): Promise<void> {
  const { pid } = server
  assert.ok(pid)
  process.kill(pid, 'SIGQUIT')
  await eventually('the end of PostgreSQL', () => server.pid !== pid)
}

test('records wait on disk while the database is away, and nothing is lost when it comes back', { timeout: 120_000 }, async () => {
  await using running = await exchange()
  await using records = await running.open({ segmentBytes: 100_000 })
  const { server } = cluster
  for (let i = 0; i < 3_000; i++) {
    if (i === 1_000) await died(server)
    records.started(started(`c${i}`))
    records.answered(answered(`c${i}`))
    records.ended(ended(`c${i}`))
    if (i % 50 === 0) await new Promise(setImmediate)
  }
  await eventually('the return of the database', () => running.database.isReady())
  await running.drained(records)
  const all = await running.all()
  assert.equal(all.length, 3_000)
  assert.ok(all.every((record) => record.endedAt && record.answeredAt))
})

test('a torn last line is left out, and the lines before it count', async () => {
  await using running = await exchange()
  const first = await running.open()
  first.started(started('whole'))
  first.ended(ended('whole'))
  await first.close()
  const [segment] = listSegments(running.directory)
  appendFileSync(segment?.path ?? '', 'S0123abcd{"id":"torn","tenan')
  await using second = await running.open()
  await running.drained(second)
  assert.deepEqual(
    (await running.all()).map((record) => [record.id, record.cause]),
    [['whole', 'hung-up-by-caller']],
  )
})

test('storing the journal a second time changes nothing', async () => {
  await using running = await exchange()
  for (let run = 0; run < 3; run++) {
    await using records = await running.open()
    if (run === 0) {
      records.started(started('a'))
      records.answered(answered('a'))
      records.ended(ended('a'))
    }
    await running.drained(records)
  }
  assert.equal((await running.all()).length, 1)
})

test('a call that outlives the segment it began in is still known after a crash, though the segment is gone', async () => {
  await using running = await exchange()
  const crashed = await running.open({ segmentBytes: 20_000 })
  crashed.started(started('long', { startedAtMs: START_MS - 3_600_000 }))
  await eventually('deletion of the first segment', async () => {
    for (let i = 0; i < 20; i++) {
      const id = `short-${Math.random()}`
      crashed.started(started(id))
      crashed.ended(ended(id))
    }
    return (listSegments(running.directory)[0]?.number ?? 0) > 1
  })
  crashed.alive([{ id: 'long', tenantId: ALICE }], START_MS + 600_000)
  await crashed.close()
  await using records = await running.open()
  await running.drained(records)
  assert.partialDeepStrictEqual(await running.record('long'), { cause: 'restart', endedAt: new Date(START_MS + 600_000) })
})

test('segments that are stored do not pile up', async () => {
  await using running = await exchange()
  await using records = await running.open({ segmentBytes: 20_000 })
  for (let i = 0; i < 2_000; i++) {
    records.started(started(`c${i}`))
    records.ended(ended(`c${i}`))
    if (i % 20 === 0) await new Promise(setImmediate)
  }
  await running.drained(records)
  records.alive([{ id: 'c', tenantId: ALICE }], START_MS)
  await eventually('deletion', () => listSegments(running.directory).length <= 2)
})

test('an entry that the database refuses goes aside and holds up no other', async () => {
  await using running = await exchange()
  await using records = await running.open()
  records.started(started('before'))
  records.started(started('wrong', { tenantId: 'no uuid' }))
  records.started(started('after'))
  await running.drained(records)
  assert.deepEqual((await running.all()).map((record) => record.id).sort(), ['after', 'before'])
  assert.match(readFileSync(join(running.directory, 'rejected.log'), 'utf8'), /"id":"wrong"/)
})

test('two writers whose calls count in the same hours the other way round both store theirs', async () => {
  await using running = await exchange()
  const { database } = running
  const hour = (number: number): number => START_MS + number * 3_600_000
  const batch = (id: string, first: number, last: number): readonly Line[] => [
    { kind: 'S', json: JSON.stringify(started(`${id}1`, { startedAtMs: hour(first) })) },
    { kind: 'A', json: JSON.stringify({ ...answered(`${id}2`), startedAtMs: hour(3) }) },
    { kind: 'E', json: JSON.stringify({ ...ended(`${id}3`), startedAtMs: hour(last) }) },
  ]
  await storeLines(database, batch('the month is there', 4, 5))
  let writers: readonly Promise<void>[] = []
  await database.withOperator(async (tx) => {
    // Nobody passes the hour between the two until both have come so far.
    await sql`UPDATE call_hour SET changes = changes WHERE hour = ${new Date(hour(3))}`.execute(tx.tables())
    writers = [storeLines(database, batch('a', 1, 2)), storeLines(database, batch('b', 2, 1))]
    const waiting = sql<{ readonly count: number }>`SELECT count(*)::int FROM pg_locks WHERE NOT granted`
    await eventually('two that wait', async () => (await waiting.execute(tx.tables())).rows[0]?.count === 2)
  })
  await Promise.all(writers)
})

test('a call of any month finds its partition, also across the change of the month', async () => {
  await using running = await exchange()
  await using records = await running.open()
  const newYear = Date.UTC(2031, 0, 1)
  records.started(started('old year', { startedAtMs: newYear - 1 }))
  records.started(started('new year', { startedAtMs: newYear }))
  records.ended(ended('old year', { endedAtMs: newYear + 60_000 }))
  await running.drained(records)
  assert.equal((await running.record('old year'))?.endedAt?.getTime(), newYear + 60_000)
  assert.ok(await running.record('new year'))
})

test('a display name that PostgreSQL does not take is mended, not lost', async () => {
  await using running = await exchange()
  await using records = await running.open()
  records.started(started('odd', { caller: { tenantId: ALICE, extensionId: ANNA, number: '10', displayName: 'a\0b\ud800' } }))
  await running.drained(records)
  assert.equal((await running.record('odd'))?.caller.displayName, 'a\uFFFDb\uFFFD')
})

test('records cannot be changed, not even by the operator role, and deleted by nobody else (PRI-01)', async () => {
  await using running = await exchange()
  type Tables = { call_ended: { cause: string } }
  const change = (tx: Tx) => tx.tables<Tables>().updateTable('call_ended').set({ cause: 'busy' }).execute()
  await assert.rejects(running.database.withOperator(change), { code: '42501' })
  const deletion = (tx: Tx) => tx.tables<Tables>().deleteFrom('call_ended').execute()
  await assert.rejects(running.database.withTenant(ALICE, deletion), { code: '42501' })
})

test('what a call is rated by is kept at its answer, so that a crash loses nothing, and else at its end', async () => {
  await using running = await exchange()
  await using records = await running.open()
  const charge = { way: 'carrier', origin: 'own', billed: '+4922155500', connectedAtMs: START_MS + 7_000 } as const
  for (const id of ['crashed', 'over', 'enum', 'prompt']) records.started({ ...started(id), direction: 'outbound' })
  for (const id of ['crashed', 'over']) records.answered({ ...answered(id), charge })
  for (const id of ['enum', 'prompt']) records.answered(answered(id))
  records.ended({ ...ended('crashed'), cause: 'restart' })
  records.ended({ ...ended('over'), charge: { ...charge, way: 'own-carrier' } })
  records.ended({ ...ended('enum'), charge: { ...charge, way: 'enum' } })
  records.ended({ ...ended('prompt'), charge: { ...charge, connectedAtMs: null } })
  await running.drained(records)
  const kept = await Promise.all(['crashed', 'over', 'enum'].map(async (id) => (await running.record(id))?.charge?.way))
  assert.deepEqual(kept, ['carrier', 'own-carrier', 'enum'])
  const paid = await running.database.withOperator((tx) => paidCallsSince(tx, new Date(START_MS)))
  // Neither what ENUM has found, nor who has heard a prompt and reached nobody.
  assert.deepEqual(
    paid.map(({ answeredAtMs }) => answeredAtMs),
    [START_MS + 7_000, START_MS + 7_000],
  )
})

test('an answer outside that comes after an announcement’s is paid for after a crash, also when the segment that told it is gone', async () => {
  await using running = await exchange()
  const outside = { tenantId: undefined, extensionId: undefined, number: '+4930123456', displayName: undefined }
  const announced = { way: 'carrier', origin: 'own', billed: '+4922155500', connectedAtMs: null } as const
  const charge = { ...announced, connectedAtMs: START_MS + 9_000 }
  const begin = (records: JournalCallRecords, ...ids: readonly string[]): void => {
    for (const id of ids) {
      records.started(started(id, { direction: 'outbound', called: outside }))
      records.answered(answered(id, id === 'dialled-late' ? {} : { charge: announced }))
    }
  }
  {
    await using records = await running.open({ segmentBytes: 2_000 })
    begin(records, 'reached', 'dialled-late', 'announcement-only', 'regular')
    for (const id of ['reached', 'dialled-late', 'regular']) records.charged({ id, tenantId: ALICE, charge })
    records.ended(ended('regular', { charge }))
    const [first] = listSegments(running.directory)
    assert.ok(first)
    await eventually('the segment that told it to go', () => {
      records.alive([{ id: 'reached', tenantId: ALICE }], START_MS + 60_000)
      return listSegments(running.directory)[0]?.number !== first.number
    })
  }
  // Nothing has ended three of them: as after a crash.
  await using records = await running.open()
  await running.drained(records)
  const { usage } = await usedCalls(running.database).after(undefined, 10)
  assert.deepEqual(usage.map(({ id, answeredAtMs }) => [id, answeredAtMs]).toSorted(), [
    ['announcement-only', undefined],
    ['dialled-late', START_MS + 9_000],
    ['reached', START_MS + 9_000],
    ['regular', START_MS + 9_000],
  ])
})

test('whoever reads calls that are over gets each once in the order in which they became known, a late one late, without those that nobody pays for', async () => {
  await using running = await exchange()
  await using records = await running.open()
  const used = usedCalls(running.database)
  const outside = { tenantId: undefined, extensionId: undefined, number: '+4930123456', displayName: undefined }
  const charge = { way: 'carrier', origin: 'own', billed: '+4922155500', connectedAtMs: START_MS + 5_000 } as const
  const made = async (...ids: readonly string[]): Promise<void> => {
    for (const id of ids) {
      records.started(started(id, { direction: 'outbound', called: outside }))
      records.ended(ended(id, { charge }))
    }
    await running.drained(records)
  }
  await made('b', 'c')
  records.started(started('inside'))
  records.ended(ended('inside'))
  // Began a month before, and becomes known last.
  records.started(started('a', { startedAtMs: START_MS - 30 * 86_400_000, direction: 'outbound', called: outside }))
  await made('d')
  const first = await used.after(undefined, 2)
  assert.deepEqual(
    first.usage.map(({ id }) => id),
    ['b', 'c'],
  )
  records.ended(ended('a', { charge }))
  await running.drained(records)
  const rest = await used.after(first.cursor, 10)
  assert.deepEqual(
    rest.usage.map(({ id }) => id),
    ['d', 'a'],
  )
  assert.partialDeepStrictEqual(rest.usage[0], { called: '+4930123456', answeredAtMs: START_MS + 5_000 })
  assert.deepEqual(await used.after(rest.cursor, 10), { usage: [], cursor: rest.cursor })
})
