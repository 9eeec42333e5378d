import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { accountsMigrations, consentProblems, consentRoutes, recordConsent, tenantProblems } from '@klinke/accounts'
import type { CallParty } from '@klinke/calls'
import { below, seededRandom, silentLogger } from '@klinke/foundation'
import { type Principal, platformMigrations, systemClock } from '@klinke/platform'
import { type TestCluster, testApi, testCluster } from '@klinke/platform/test-support'
import { eventually } from '@klinke/testbed'
import { sql } from 'kysely'
import { JournalCallRecords } from '../call-records/journal-call-records.ts'
import { ALF, ALICE, ANNA, alf, anna, answered, BOB, ended, started } from '../call-records/test-support/calls.ts'
import { pbxMigrations } from '../migrations.ts'
import type { VisitEnd } from '../queues/history.ts'
import { PER } from './buckets.ts'
import { callsByExtension, callsByTime } from './call-reports.ts'
import { rangeOf } from './range.ts'
import { reportProblems } from './report-file.ts'
import { reportRoutes } from './routes.ts'

let cluster: TestCluster
before(async () => {
  cluster = await testCluster([platformMigrations, accountsMigrations, pbxMigrations])
})
after(() => cluster[Symbol.asyncDispose]())

const QUEUE = '018f0000-0000-7000-8000-000000000001'
const OUTSIDE: CallParty = { tenantId: undefined, extensionId: undefined, number: '+4922112345', displayName: '=1+1' }
const QUEUE_PARTY: CallParty = { tenantId: ALICE, extensionId: undefined, number: '60', displayName: 'Service' }

/** Alice's exchange, with two extensions and a queue. */
async function exchange() {
  const opened = await cluster.database()
  const directory = mkdtempSync(join(tmpdir(), 'reports-'))
  const { database } = opened
  await database.withOperator(async (tx) => {
    const tables = tx.tables()
    for (const [id, name] of [
      [ALICE, 'alice'],
      [BOB, 'bob'],
    ]) {
      await sql`INSERT INTO tenant (id, name, sip_domain, profile) VALUES (${id}, ${name}, ${`${name}.example.org`}, '{}')`.execute(tables)
    }
    for (const [id, number, name] of [
      [ANNA, '10', 'Anna'],
      [ALF, '11', 'Alf'],
    ]) {
      await sql`INSERT INTO extension (id, tenant_id, number, name, sip_username, ha1_md5, ha1_sha256)
        VALUES (${id}, ${ALICE}, ${number}, ${name}, ${number}, '', '')`.execute(tables)
    }
    await sql`INSERT INTO team (id, tenant_id, kind, name, settings) VALUES (${QUEUE}, ${ALICE}, 'queue', 'Service', '{}')`.execute(tables)
  })
  const records = await JournalCallRecords.open({ directory, database, clock: systemClock(), logger: silentLogger })
  const api = await testApi(database, [reportRoutes(database), consentRoutes(database)], [consentProblems, reportProblems, tenantProblems])
  const consent = { tenantId: ALICE, scope: 'reports', grantedBy: 'Eva', grantedOn: '2026-01-05', document: null } as const
  const { id: consentId } = await database.withOperator((tx) => recordConsent(tx, consent))
  return {
    ...{ database, records, consentId },
    drained: () => eventually('draining', () => records.isDrained),
    as: (principal: Principal = { kind: 'tenant', tenantId: ALICE }) => api.client(principal),
    [Symbol.asyncDispose]: async () => {
      await api[Symbol.asyncDispose]()
      await records.close()
      await opened[Symbol.asyncDispose]()
      rmSync(directory, { recursive: true })
    },
  }
}

type Exchange = Awaited<ReturnType<typeof exchange>>

interface Made {
  readonly at: string
  readonly caller?: CallParty
  readonly called?: CallParty
  readonly by?: CallParty
  readonly talkSeconds?: number
  readonly direction?: 'internal' | 'inbound' | 'outbound'
  readonly tenantId?: string
}

/** A call of that beginning; without `by` nobody answers. */
function call({ records }: Exchange, id: string, { at, caller = anna, called = alf, by, talkSeconds = 60, ...more }: Made): void {
  const startedAtMs = Date.parse(at)
  const { tenantId = ALICE, direction = 'internal' } = more
  records.started(started(id, { startedAtMs, caller, called, direction, tenantId }))
  if (by !== undefined) records.answered(answered(id, { answeredAtMs: startedAtMs + 5_000, answeredBy: by, tenantId }))
  records.ended(ended(id, { endedAtMs: startedAtMs + 5_000 + talkSeconds * 1000, tenantId }))
}

function visit({ records }: Exchange, at: string, waitSeconds: number, how: VisitEnd, kind: 'caller' | 'callback' = 'caller'): void {
  const joinedAtMs = Date.parse(at)
  const about = { id: `visit ${at} ${how} ${kind}`, tenantId: ALICE, queueId: QUEUE, callId: `call ${at}`, kind }
  records.visited({
    ...about,
    joinedAtMs,
    leftAtMs: joinedAtMs + waitSeconds * 1000,
    ended: how,
    ...(how === 'answered' ? { agentId: ALF } : {}),
  })
}

function work({ records }: Exchange, callId: string, at: string, talkSeconds: number, wrapUpSeconds: number, agentId = ALF): void {
  const beganAtMs = Date.parse(at)
  const about = { id: `work ${at} ${agentId}`, tenantId: ALICE, queueId: QUEUE, callId, agentId }
  records.worked({ ...about, beganAtMs, endedAtMs: beganAtMs + talkSeconds * 1000, wrapUpSeconds })
}

type Client = Awaited<ReturnType<Exchange['as']>>

/** The rows of a report of these days, as far as these columns go. */
async function rows(client: Client, path: string, ...columns: readonly string[]): Promise<readonly (readonly unknown[])[]> {
  const answer = await client('GET', path)
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
  return (answer.body.items ?? []).map((row) => columns.map((column) => row[column]))
}

test('calls by extension: made, answered, missed, for queues, and the time of talking', async () => {
  await using running = await exchange()
  // Anna calls Alf, who answers: one minute. Anna calls Alf, who does not.
  call(running, 'a', { at: '2026-10-05T09:00:00Z', by: alf })
  call(running, 'b', { at: '2026-10-05T09:05:00Z' })
  // From outside to Alf, picked up by Anna: two minutes.
  call(running, 'c', { at: '2026-10-05T10:00:00Z', caller: OUTSIDE, by: anna, talkSeconds: 120, direction: 'inbound' })
  // Through the queue, which answers by itself; Alf has the caller for 30 seconds.
  call(running, 'd', { at: '2026-10-05T11:00:00Z', caller: OUTSIDE, called: QUEUE_PARTY, by: QUEUE_PARTY, direction: 'inbound' })
  work(running, 'd', '2026-10-05T11:00:20Z', 30, 10)
  // Through a queue that answers with its agent: the record names Alf, and his time counts once.
  call(running, 'e', { at: '2026-10-05T12:00:00Z', caller: OUTSIDE, called: QUEUE_PARTY, by: alf, talkSeconds: 40, direction: 'inbound' })
  work(running, 'e', '2026-10-05T12:00:05Z', 40, 10)
  // Of another day and of another customer.
  call(running, 'f', { at: '2026-10-06T09:00:00Z', by: alf })
  call(running, 'g', { at: '2026-10-05T09:00:00Z', tenantId: BOB })
  await running.drained()
  const columns = ['number', 'name', 'made', 'madeAnswered', 'answered', 'missed', 'queueCalls', 'talkSeconds']
  const path = '/reports/calls-by-extension?from=2026-10-05&to=2026-10-05'
  assert.deepEqual(await rows(await running.as(), path, ...columns), [
    ['11', 'Alf', 0, 0, 2, 2, 2, 60 + 30 + 40],
    ['10', 'Anna', 2, 1, 1, 0, 0, 60 + 120],
  ])
})

test('calls by the hour on the days on which clocks change: no hour is counted twice, none is lost', async () => {
  await using running = await exchange()
  const at = [
    ...['2026-10-24T21:59:59Z', '2026-10-24T22:00:00Z'], // 23:59 of the day before, and midnight
    ...['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z', '2026-10-25T01:45:00Z'], // 02:30 in summer; 02:30 and 02:45 in winter
    ...['2026-10-25T22:59:59Z', '2026-10-25T23:00:00Z'], // 23:59, and midnight after it
    ...['2026-03-29T00:59:00Z', '2026-03-29T01:00:00Z'], // 01:59, and a minute later 03:00
  ]
  for (const [index, time] of at.entries()) call(running, `c${index}`, { at: time, ...(index % 2 === 0 ? { by: alf } : {}) })
  await running.drained()
  const client = await running.as()
  const counted = async (query: string) =>
    (await rows(client, `/reports/calls-by-time?${query}`, 'at', 'calls', 'answered')).filter(([, calls]) => calls !== 0)
  const autumn = 'from=2026-10-25&to=2026-10-25'
  assert.deepEqual(await counted(`${autumn}&per=hour`), [
    ['2026-10-25T00:00:00+02:00', 1, 0],
    ['2026-10-25T02:00:00+02:00', 1, 1],
    ['2026-10-25T02:00:00+01:00', 2, 1],
    ['2026-10-25T23:00:00+01:00', 1, 0],
  ])
  assert.deepEqual(await counted(`${autumn}&per=hour-of-day`), [
    ['00:00', 1, 0],
    ['02:00', 3, 2],
    ['23:00', 1, 0],
  ])
  assert.deepEqual(await counted('from=2026-10-24&to=2026-10-26&per=day'), [
    ['2026-10-24', 1, 1],
    ['2026-10-25', 5, 2],
    ['2026-10-26', 1, 1],
  ])
  assert.deepEqual(await counted('from=2026-03-29&to=2026-03-29&per=hour'), [
    ['2026-03-29T01:00:00+01:00', 1, 0],
    ['2026-03-29T03:00:00+02:00', 1, 1],
  ])
  assert.equal((await rows(client, `/reports/calls-by-time?${autumn}&per=hour`, 'at')).length, 25)
  // The same moments are other hours elsewhere.
  assert.deepEqual(
    (await counted(`${autumn}&per=hour-of-day&zone=UTC`)).map(([hour]) => hour),
    ['00:00', '01:00', '22:00', '23:00'],
  )
})

test('queues: who came, what became of them, how long they waited, and how long agents wrapped up', async () => {
  await using running = await exchange()
  visit(running, '2026-10-05T09:00:00Z', 10, 'answered')
  visit(running, '2026-10-05T09:10:00Z', 20, 'lost')
  visit(running, '2026-10-05T09:20:00Z', 60, 'led-on')
  visit(running, '2026-10-05T10:00:00Z', 30, 'callback')
  visit(running, '2026-10-05T10:01:00Z', 0, 'turned-away')
  // The one who was promised a callback is reached an hour later, after a first try.
  visit(running, '2026-10-05T10:00:00Z', 1800, 'lost', 'callback')
  visit(running, '2026-10-05T10:00:00Z', 3600, 'answered', 'callback')
  work(running, 'a', '2026-10-05T09:00:10Z', 100, 30)
  work(running, 'b', '2026-10-05T11:00:00Z', 50, 15)
  work(running, 'c', '2026-10-05T11:30:00Z', 10, 0, ANNA)
  await running.drained()
  const client = await running.as()
  const day = 'from=2026-10-05&to=2026-10-05'
  const waits = ['offered', 'answered', 'lost', 'ledOn', 'callbacks', 'turnedAway', 'averageWaitSeconds', 'longestWaitSeconds']
  assert.deepEqual(await rows(client, `/reports/calls-by-queue?${day}`, 'name', ...waits, 'calledBack', 'talkSeconds', 'wrapUpSeconds'), [
    ['Service', 5, 1, 1, 1, 1, 1, (10 + 20 + 60 + 30) / 4, 60, 1, 160, 45],
  ])
  const perHour = await rows(client, `/reports/waits-by-time?${day}&per=hour-of-day&queueId=${QUEUE}`, 'at', ...waits)
  // 09:00 UTC is 11:00 in Berlin.
  assert.deepEqual(perHour.slice(10, 13), [
    ['10:00', 0, 0, 0, 0, 0, 0, null, null],
    ['11:00', 3, 1, 1, 1, 0, 0, 30, 60],
    ['12:00', 2, 0, 0, 0, 1, 1, 30, 30],
  ])
  const wrapUp = ['name', 'calls', 'talkSeconds', 'wrapUpSeconds', 'averageWrapUpSeconds']
  assert.deepEqual(await rows(client, `/reports/wrap-up-by-extension?${day}`, ...wrapUp), [
    ['Alf', 2, 150, 45, 22.5],
    ['Anna', 1, 10, 0, 0],
  ])
  const other = '018f0000-0000-7000-8000-000000000002'
  assert.deepEqual(await rows(client, `/reports/wrap-up-by-extension?${day}&queueId=${other}`, 'name'), [])
})

test('all calls of an extension, those for queues too; the file has more than the answer, and no formula', async () => {
  await using running = await exchange()
  for (let index = 0; index < 501; index++) {
    call(running, `o${String(index).padStart(3, '0')}`, {
      at: new Date(Date.UTC(2026, 9, 5, 9, 0, index)).toISOString(),
      called: OUTSIDE,
      direction: 'outbound',
    })
  }
  call(running, 'q', { at: '2026-10-06T11:00:00Z', caller: OUTSIDE, called: QUEUE_PARTY, by: QUEUE_PARTY, direction: 'inbound' })
  work(running, 'q', '2026-10-06T11:00:20Z', 30, 10, ANNA)
  call(running, 'missed', { at: '2026-10-06T12:00:00Z', caller: alf, called: anna })
  call(running, 'others', { at: '2026-10-06T13:00:00Z', caller: alf, called: OUTSIDE })
  await running.drained()
  const client = await running.as()
  const query = `?extensionId=${ANNA}&from=2026-10-05&to=2026-10-06`
  const answer = await client('GET', `/reports/calls-of-extension${query}`)
  assert.partialDeepStrictEqual(answer.body.items?.slice(0, 3), [
    { callId: 'missed', part: 'missed', talkSeconds: null, caller: { number: '11' } },
    { callId: 'q', part: 'queue', talkSeconds: 30 },
    { callId: 'o500', part: 'made', talkSeconds: null },
  ])
  assert.deepEqual([answer.body.items?.length, answer.body.more], [500, true])
  const file = await client('GET', `/reports/calls-of-extension/file${query}&format=csv`)
  const lines = file.raw.toString('utf8').trimEnd().split('\r\n')
  assert.equal(lines.length, 1 + 503)
  assert.equal(lines[0], '\uFEFFBeginn;Was;Anrufer;Name des Anrufers;Gerufen;Name des Gerufenen;Gesprächszeit;Ausgang')
  assert.match(lines[1] ?? '', /^2026-10-06 14:00:00;Verpasst;11;/)
  assert.match(lines[2] ?? '', /^2026-10-06 13:00:00;Für eine Warteschlange angenommen;\+4922112345;'=1\+1;60;Service;0:00:30;/)
  const workbook = await client('GET', `/reports/calls-of-extension/file${query}`)
  assert.equal(workbook.headers['content-type'], 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  assert.equal(workbook.headers['content-disposition'], 'attachment; filename="alle-anrufe-einer-nebenstelle-2026-10-05-2026-10-06.xlsx"')
})

test('PORT-04: without the consent of the management there is no report, and once it is revoked none any more, for nobody but the operator', async () => {
  await using running = await exchange()
  const client = await running.as()
  const path = '/reports/calls-by-extension?from=2026-10-05&to=2026-10-05'
  assert.equal((await client('GET', path)).status, 200)
  assert.equal((await client('DELETE', `/management-consents/${running.consentId}`)).status, 204)
  for (const each of [path, path.replace('?', '/file?')]) {
    const refused = await client('GET', each)
    assert.deepEqual([refused.status, refused.body.type], [403, 'urn:klinke:problem:consent-missing'])
    assert.match(String(refused.body.detail), /POST \/management-consents/)
  }
  const operator = await running.as({ kind: 'operator' })
  assert.equal((await operator('GET', `${path}&tenantId=${ALICE}`)).status, 200)
  assert.equal((await operator('GET', path)).body.type, 'urn:klinke:problem:invalid-request')
})

test('another customer’s calls are in no report, and its id is unknown', async () => {
  await using running = await exchange()
  call(running, 'a', { at: '2026-10-05T09:00:00Z', by: alf })
  visit(running, '2026-10-05T09:00:00Z', 10, 'lost')
  await running.drained()
  const consent = { tenantId: BOB, scope: 'reports', grantedBy: 'Bob', grantedOn: '2026-01-05', document: null } as const
  await running.database.withOperator((tx) => recordConsent(tx, consent))
  const bob = await running.as({ kind: 'tenant', tenantId: BOB })
  const day = 'from=2026-10-05&to=2026-10-05'
  assert.equal((await bob('GET', `/reports/calls-by-extension?${day}&tenantId=${ALICE}`)).status, 404)
  for (const report of ['calls-by-extension', 'calls-by-queue', `calls-of-extension`]) {
    const of = report === 'calls-of-extension' ? `&extensionId=${ANNA}` : ''
    assert.deepEqual(await rows(bob, `/reports/${report}?${day}${of}`), [], report)
  }
  const perHour = await rows(bob, `/reports/waits-by-time?${day}&queueId=${QUEUE}`, 'offered')
  assert.ok(perHour.every(([offered]) => offered === 0))
})

const WRONG: readonly (readonly [what: string, query: string])[] = [
  ['no days', ''],
  ['a day that is none', 'from=2026-02-30&to=2026-03-01'],
  ['the last before the first', 'from=2026-10-02&to=2026-10-01'],
  ['more than a year', 'from=2025-01-01&to=2026-10-01'],
  ['more hours than a quarter of a year has', 'from=2026-01-01&to=2026-10-01&per=hour'],
  ['a zone that is none', "from=2026-10-01&to=2026-10-01&zone=Europe/Berlin'--"],
  ['a filter of another report', 'from=2026-10-01&to=2026-10-01&extensionId=1'],
]
test('a range that is none or too long is refused with what is wrong', async () => {
  await using running = await exchange()
  const client = await running.as()
  for (const [what, query] of WRONG) assert.equal((await client('GET', `/reports/calls-by-time?${query}`)).status, 400, what)
})

/** From the evening before the clocks go back to the morning after. */
const CLOCKS_GO_BACK = { from: '2026-10-24', to: '2026-10-26' }
const FIRST_MS = Date.parse('2026-10-23T20:00:00Z')
const HOURS = 80

test('sums of hours say what each call says: over the change of clocks, and after calls that come late', async () => {
  await using running = await exchange()
  const random = seededRandom(4)
  const one = <T>(of: readonly [T, ...T[]]): T => of[below(random, of.length)] ?? of[0]
  let calls = 0
  const somebody = () => one<CallParty>([anna, alf, OUTSIDE, QUEUE_PARTY])
  const anyCall = (): void => {
    const at = new Date(FIRST_MS + below(random, HOURS * 3_600) * 1_000).toISOString()
    const id = `call ${calls++}`
    const by = below(random, 3) === 0 ? {} : { by: somebody() }
    const direction = one<'internal' | 'inbound' | 'outbound'>(['internal', 'inbound', 'outbound'])
    call(running, id, { at, caller: somebody(), called: somebody(), direction, talkSeconds: below(random, 5_000), ...by })
    if (below(random, 4) === 0)
      work(running, id, new Date(Date.parse(at) + below(random, 7_200) * 1_000).toISOString(), 40, 5, one([ANNA, ALF]))
  }
  for (let round = 0; round < 4; round++) {
    for (let count = 0; count < 80; count++) anyCall()
    await running.drained()
    for (const zone of ['Europe/Berlin', 'Asia/Kolkata', 'UTC'])
      await running.database.withTenant(ALICE, async (tx) => {
        const range = rangeOf(CLOCKS_GO_BACK.from, CLOCKS_GO_BACK.to, zone)
        assert.deepEqual(await callsByExtension(tx, range, 'sums'), await callsByExtension(tx, range, 'calls'), `round ${round}, ${zone}`)
        for (const per of PER)
          for (const direction of [undefined, 'inbound'] as const)
            assert.deepEqual(
              await callsByTime(tx, range, per, direction, 'sums'),
              await callsByTime(tx, range, per, direction, 'calls'),
              `round ${round}, ${zone}, ${per}, ${direction}`,
            )
      })
  }
  const { rows: stale } = await running.database.withTenant(ALICE, (tx) => sql`SELECT hour FROM call_hour_summed`.execute(tx.tables()))
  assert.ok(stale.length > 40, 'the sums were kept')
})

test('a report that is not finished holds up no calls, and those that come meanwhile are in the next one', async () => {
  await using running = await exchange()
  const range = rangeOf('2026-10-05', '2026-10-05', 'UTC')
  const made = (): Promise<number> =>
    running.database.withTenant(ALICE, async (tx) => (await callsByTime(tx, range, 'day', undefined))[0]?.calls ?? 0)
  call(running, 'a', { at: '2026-10-05T09:00:00Z', by: alf })
  await running.drained()
  await running.database.withTenant(ALICE, async (tx) => {
    await callsByTime(tx, range, 'day', undefined)
    call(running, 'b', { at: '2026-10-05T09:10:00Z', by: alf })
    await running.drained()
  })
  assert.equal(await made(), 2)
})
